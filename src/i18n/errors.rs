//! Refusals in words: of a command, a join, a store. What happened, then the way out.

use rust_decimal::Decimal;

use super::messages::counted;
use super::period::inside;
use super::{Language, format_exact, period_name_with_year};
use crate::document::{CommitError, JoinError};
use crate::model::CommandError;
use crate::storage::{LoadError, SaveError, StorageError};

words! {
    CommandError {
        CommandError::Missing(_) => "Mục này không còn trong chương trình.", "This item is no longer in the programme.";
        CommandError::IdTaken(_) => "Mã của mục mới đã có. Hãy thử lại.", "The new item's id is taken. Try again.";
        CommandError::AlreadyBegun => "Chương trình này đã được tạo.", "This programme exists already.";
        CommandError::WrongParent { .. } => "Không đặt mục này vào đó được.", "This cannot stand there.";
        CommandError::IntoItself(_) =>
            "Không chuyển một mục vào chính nó, và không liên kết nó với chính nó.",
            "An item cannot go under itself, nor be linked to itself.";
        CommandError::NowhereToGo(_) =>
            "Không có mục nào phía trên để chuyển vào hoặc thoát ra.",
            "There is no item above it to go under or to leave.";
        CommandError::WrongKind { expected, .. } =>
            format!("Số liệu này không hợp với chỉ tiêu. Cần: {}.", inside(&expected.vi())),
            format!("This figure does not fit the indicator. Wanted: {}.", inside(&expected.en()));
        CommandError::WrongPeriod { expected, .. } =>
            format!("Chỉ tiêu này báo cáo theo {}.", inside(&expected.vi())),
            format!("This indicator is reported by the {}.", inside(&expected.en()));
        CommandError::OutOfBounds { value, lower, upper, .. } =>
            format!("{} nằm ngoài khoảng cho phép, {}.", vi(*value), bounds(*lower, *upper, Language::Vietnamese)),
            format!("{} is outside what is allowed, {}.", en(*value), bounds(*lower, *upper, Language::English));
        CommandError::ZeroDenominator(_) => "Mẫu số không được bằng 0.", "The denominator cannot be zero.";
        CommandError::ReasonNeeded(_) =>
            "Số liệu đã duyệt, sửa phải kèm lý do.",
            "This figure is approved; a change needs a reason.";
        CommandError::PeriodLocked(period) =>
            format!("Kỳ {} đã khóa.", inside(&period_name_with_year(*period, Language::Vietnamese))),
            format!("{} is locked.", period_name_with_year(*period, Language::English));
        CommandError::RemarkNeeded(_) =>
            "Trả lại phải nêu cần sửa gì.",
            "Say what is to be mended when you return a figure.";
        CommandError::Crossed { lower, upper } =>
            format!("{} lớn hơn {}. Số đầu phải nhỏ hơn hoặc bằng số sau.", vi(*lower), vi(*upper)),
            format!("{} is above {}. The first must be the smaller.", en(*lower), en(*upper));
        CommandError::BelowZero(value) =>
            format!("{} nhỏ hơn 0. Nhập số từ 0 trở lên.", vi(*value)),
            format!("{} is below zero. Type zero or more.", en(*value));
        CommandError::TwoInterims(period) =>
            format!("Kỳ {} đã có mốc.", inside(&period_name_with_year(*period, Language::Vietnamese))),
            format!("{} has an interim target already.", period_name_with_year(*period, Language::English));
        CommandError::OutOfRange { value, from, to, .. } =>
            format!("{value} không hợp lệ. Nhập từ {from} đến {to}."),
            format!("{value} is not valid. Type {from} to {to}.");
        CommandError::BodyRing(_) =>
            "Một đơn vị không thể trực thuộc hoặc kế tục chính nó, kể cả qua đơn vị khác.",
            "A body cannot stand under or follow itself, not even through others.";
        CommandError::BodyHasFigures { figures, .. } =>
            format!("Đơn vị này đã có {figures} số liệu. Hãy sáp nhập nó vào đơn vị khác thay vì xóa."),
            format!("This body has {}. Merge it into another body instead of deleting it.", counted(*figures, "figure", "figures"));
    }
}

words! {
    CommitError {
        CommitError::CountsUsedUp =>
            "Một tệp đã nhập ghi số đếm quá lớn, nên không ghi thêm được. Hãy khôi phục bản sao trước khi nhập.",
            "An imported file carried a count so large that nothing more can be written. Restore the copy from before it.";
    }
}

words! {
    JoinError {
        JoinError::OtherDocument { .. } =>
            "Tệp này là của một chương trình khác, nên không hợp nhất được. Hãy mở thành chương trình riêng.",
            "This file belongs to another programme and cannot be merged. Open it as a programme of its own.";
        JoinError::KindsDisagree(nodes) =>
            format!("Tệp và chương trình đang mở hiểu khác nhau về {} mục, nên không hợp nhất được.", nodes.len()),
            format!("The file and the open programme disagree on what {} entries are, so they cannot be merged.", nodes.len());
    }
}

words! {
    StorageError {
        StorageError::Full =>
            "Bộ nhớ trình duyệt đã đầy. Tải sao lưu ngay.",
            "The browser's storage is full. Download a backup now.";
        StorageError::Blocked =>
            "Trình duyệt không cho lưu. Bạn vẫn làm việc được; tải sao lưu trước khi đóng trang.",
            "The browser does not allow storing. You can work on; download a backup before closing the page.";
        StorageError::Failed(cause) =>
            format!("Trình duyệt báo lỗi khi lưu: {cause}. Tải sao lưu ngay."),
            format!("The browser failed to store: {cause}. Download a backup now.");
    }
}

words! {
    LoadError {
        LoadError::Absent =>
            "Không còn chương trình này trên máy.",
            "This programme is no longer on this computer.";
        LoadError::Newer(_) =>
            "Dữ liệu do phiên bản mới hơn ghi. Tải lại trang để dùng phiên bản đó.",
            "A newer version has written the data. Reload the page to use that version.";
        LoadError::Damaged =>
            "Dữ liệu đã lưu bị hỏng. Phần đọc được vẫn giữ nguyên, hãy chọn một bản sao để khôi phục.",
            "The stored data are damaged. What can be read is kept; choose a restore point.";
        LoadError::Storage(error) => error.vi(), error.en();
    }
}

words! {
    SaveError {
        SaveError::Full => StorageError::Full.vi(), StorageError::Full.en();
        SaveError::Behind => "Thẻ khác vừa sửa. Đang gộp rồi lưu lại.", "Another tab has just changed this. Joining, then saving again.";
        SaveError::Gone =>
            "Trình duyệt đã xóa dữ liệu của chương trình này. Tải sao lưu ngay để không mất phần đang mở.",
            "The browser removed this programme's data. Download a backup now to keep what is open.";
        SaveError::Newer(_) =>
            "Một thẻ khác đã chạy phiên bản mới. Tải lại trang để sửa tiếp.",
            "Another tab runs a newer version. Reload the page to go on editing.";
        SaveError::NotKept =>
            "Đã ghi nhưng đọc lại không thấy. Tải sao lưu ngay.",
            "Written, but not there when read back. Download a backup now.";
        SaveError::Storage(error) => error.vi(), error.en();
    }
}

fn vi(value: Decimal) -> String {
    format_exact(value, Language::Vietnamese)
}

fn en(value: Decimal) -> String {
    format_exact(value, Language::English)
}

/// `từ 0 đến 100`, `từ 0 trở lên`.
fn bounds(lower: Option<Decimal>, upper: Option<Decimal>, language: Language) -> String {
    let number = |value: Decimal| format_exact(value, language);
    match (language, lower, upper) {
        (Language::Vietnamese, Some(low), Some(high)) => format!("từ {} đến {}", number(low), number(high)),
        (Language::Vietnamese, Some(low), None) => format!("từ {} trở lên", number(low)),
        (Language::Vietnamese, None, Some(high)) => format!("không quá {}", number(high)),
        (Language::English, Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (Language::English, Some(low), None) => format!("{} or more", number(low)),
        (Language::English, None, Some(high)) => format!("{} or less", number(high)),
        (_, None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Message as _;
    use crate::model::Cell;

    #[test]
    fn a_refused_figure_says_what_is_allowed() {
        let cell = || Cell { measure: "m".into(), period: "2025-09".parse().unwrap_or_else(|()| panic!()), body: None };
        let refused =
            |lower, upper| CommandError::OutOfBounds { cell: cell(), value: Decimal::from(101), lower, upper };
        let (zero, hundred) = (Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED));
        assert_eq!(refused(zero, hundred).vi(), "101 nằm ngoài khoảng cho phép, từ 0 đến 100.");
        assert_eq!(refused(None, hundred).en(), "101 is outside what is allowed, 100 or less.");
        assert_eq!(CommandError::PeriodLocked(cell().period).vi(), "Kỳ tháng 9/2025 đã khóa.");
    }
}
