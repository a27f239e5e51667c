//! Entering figures of many indicators: down one column for this period, or from a pasted table.

use super::counted;

messages! {
    /// This period's figures, down the list.
    Entering {
        Open => "Nhập số liệu kỳ này", "Enter this period";
        Done => "Xong", "Done";
        Options => "Tùy chọn", "Options";
        Progress { missing: usize, count: usize } =>
            format!("Còn {missing}/{count} ô chưa nhập."),
            format!("{missing} of {count} still to enter.");
        AllEntered { count: usize } => format!("Đã nhập đủ {count} ô."), format!("{} entered, none left.", counted(*count, "cell", "cells"));
        NotDue { count: usize } => format!("{count} chỉ tiêu chưa đến kỳ."), counted(*count, "indicator is not due yet.", "indicators are not due yet.");
        OnlyMissing => "Chỉ ô chưa nhập", "Only what is missing";
        GroupMissing { missing: usize, count: usize } => format!("còn {missing}/{count}"), format!("{missing} of {count} left");
        GroupDone { count: usize } => format!("đủ {count}"), format!("all {count} entered");
        NothingDue => "Chưa chỉ tiêu nào đến kỳ nhập số liệu.", "No indicator is due yet.";
        NothingMissing => "Không còn ô nào chưa nhập.", "Nothing is missing any more.";
        NothingDueHint => "Đổi ngày xem ở đầu trang, hoặc bỏ lọc.", "Change the day at the top of the page, or clear the filters.";
        EarlierMissing { period: String } => format!("thiếu từ {period}"), format!("missing since {period}");
        Hint => "Gõ số rồi Enter để xuống dòng; dán được cả một cột.", "Type and press Enter to go down; a whole column can be pasted.";
    }
}

messages! {
    /// A table of several indicators and periods from a spreadsheet.
    Pasting {
        Open => "Dán từ Excel", "Paste from Excel";
        Hint =>
            "Chép cả bảng, gồm cột số hoặc tên chỉ tiêu và dòng tên kỳ (Tháng 9, Quý III), rồi dán vào đây. Chưa ghi gì cho đến khi bạn bấm nhận.",
            "Copy the whole table, with the numbers or names of the indicators and the row of periods (September, Q3), and paste it here. Nothing is written before you accept.";
        Table => "Bảng chép từ Excel", "The table from the spreadsheet";
        Preview => "Xem trước", "Preview";
        Line => "Dòng trong bảng", "Line of the table";
        Measure => "Chỉ tiêu", "Indicator";
        Months { months: u8, year: i32 } => format!("{months} tháng {year}"), format!("{} {year}", counted((*months).into(), "month", "months"));
        ThisPeriod => "Kỳ này", "This period";
        Fits { cells: usize, measures: usize } =>
            format!("{cells} ô của {measures} chỉ tiêu sẽ được ghi."),
            format!("{} of {} will be written.", counted(*cells, "cell", "cells"), counted(*measures, "indicator", "indicators"));
        FitsNothing => "Không có ô nào để ghi.", "There is nothing to write.";
        SameCells { cells: usize } => format!("{cells} ô giống số đã có."), counted(*cells, "is as it is already.", "are as they are already.");
        LeftOut { cells: usize } => format!("{cells} ô bị bỏ qua."), format!("{} left out.", counted(*cells, "cell is", "cells are"));
        LinesUnknown { lines: usize } => format!("{lines} dòng không khớp chỉ tiêu nào."), format!("{} no indicator.", counted(*lines, "line matches", "lines match"));
        NoTable => "Đây chưa phải bảng: cần cột tên hoặc số chỉ tiêu và ít nhất một cột số liệu.", "This is no table yet: it needs a column of names or numbers and at least one of figures.";
        NoHead => "Không thấy dòng tên kỳ: cột cuối được hiểu là kỳ này.", "There is no row of periods: the last column is taken for this period.";
        Unknown => "Không có chỉ tiêu nào mang số hoặc tên này.", "No indicator has this number or name.";
        Several { count: usize } => format!("{count} chỉ tiêu khớp; hãy ghi rõ số và tên."), format!("{count} indicators match; give number and name.");
        OtherName => "Số này là của chỉ tiêu tên khác.", "This number is of an indicator with another name.";
        WrongStretch => "Cột này là lũy kế; chỉ tiêu nhập riêng từng kỳ.", "This column is a running total; the indicator takes each period's own figure.";
        NoPeriodNow => "Chưa đến kỳ nhập.", "Not due yet.";
        ByBody => "Các đơn vị báo cáo riêng; hãy nhập theo từng đơn vị.", "Bodies report it apart; enter the figures of each.";
        Twice => "Đã có ở dòng trên.", "Given on a line above.";
        Write { cells: usize } => format!("Ghi {cells} ô"), format!("Write {}", counted(*cells, "cell", "cells"));
        Written { cells: usize, measures: usize } =>
            format!("Đã ghi {cells} ô của {measures} chỉ tiêu"),
            format!("{} of {} written", counted(*cells, "cell", "cells"), counted(*measures, "indicator", "indicators"));
        Was { value: String } => format!("trước: {value}"), format!("was {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Message as _};

    #[test]
    fn one_is_told_as_one() {
        for (count, wanted) in [
            (
                1,
                "1 cell of 1 indicator will be written. 1 is as it is already. 1 cell is left out. 1 line matches no indicator. \
                 Write 1 cell. 1 cell of 1 indicator written. 1 month 2025",
            ),
            (
                2,
                "2 cells of 2 indicators will be written. 2 are as they are already. 2 cells are left out. 2 lines match no indicator. \
                 Write 2 cells. 2 cells of 2 indicators written. 2 months 2025",
            ),
        ] {
            let english = |message: Pasting| message.text(Language::English).into_owned();
            let told = [
                english(Pasting::Fits { cells: count, measures: count }),
                english(Pasting::SameCells { cells: count }),
                english(Pasting::LeftOut { cells: count }),
                english(Pasting::LinesUnknown { lines: count }),
                format!("{}.", english(Pasting::Write { cells: count })),
                format!("{}.", english(Pasting::Written { cells: count, measures: count })),
                english(Pasting::Months { months: u8::try_from(count).unwrap(), year: 2025 }),
            ];
            assert_eq!(told.join(" "), wanted);
        }
    }
}
