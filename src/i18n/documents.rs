//! Words for what the reading of official documents has to say.

use crate::documents::{Comparator, DiagnosticCode, DocxError, DocxProblem, EntryKind, NotADocument, Part};

words! {
    Comparator {
        Self::Greater => "trên", "more than";
        Self::AtLeast => "từ … trở lên", "at least";
        Self::Equal => "đạt", "reach";
        Self::About => "khoảng", "about";
        Self::Less => "dưới", "less than";
        Self::AtMost => "không quá", "at most";
        Self::Between => "từ … đến …", "between";
        Self::Maintain => "duy trì", "maintain";
        Self::DecreaseBy => "giảm", "reduce by";
        Self::IncreaseBy => "tăng", "increase by";
        Self::RankTop => "nhóm … dẫn đầu", "among the top";
        Self::Zero => "không còn", "none";
    }
}

words! {
    EntryKind {
        Self::Section(kind) => format!("Phần: {}", kind.vi()), format!("Section: {}", kind.en());
        Self::Task => "Nhiệm vụ", "Task";
        Self::Solution => "Giải pháp", "Solution";
        Self::Group => "Nhóm", "Group";
        Self::Indicator => "Chỉ tiêu", "Indicator";
        Self::Assignment => "Phân công", "Assignment";
        Self::Paragraph => "Đoạn văn", "Paragraph";
    }
}

words! {
    DiagnosticCode {
        Self::DuplicateLabel { label } =>
            format!("số “{label}” có hai lần"),
            format!("the number “{label}” stands twice");
        Self::LabelJump { label, expected } =>
            format!("sau mục trước là “{label}”, lẽ ra “{expected}”"),
            format!("“{label}” where “{expected}” would follow");
        Self::AmbiguousNumber { text } =>
            format!("“{text}”: dấu chấm là hàng nghìn hay phần thập phân?"),
            format!("“{text}”: is the point one of thousands or of decimals?");
        Self::Slip { text } => format!("“{text}” có thể là lỗi gõ"), format!("“{text}” may be a slip of the pen");
        Self::NoDate => "không thấy ngày ban hành", "no date of issue was found";
        Self::NoType => "không thấy tên loại văn bản", "no type of document was found";
        Self::NoYear => "không thấy năm của chương trình", "no year of the programme was found";
        Self::NothingFound => "không thấy mục nào", "no item was found";
        Self::CutShort { lines } =>
            format!("văn bản quá dài: chỉ đọc {lines} dòng đầu và phần đầu của dòng dài"),
            format!("the text is too long: only its first {lines} lines, and the start of long lines, were read");
    }
}

words! {
    Part {
        Self::Package => "tệp .docx", "the .docx file";
        Self::Document => "phần nội dung (word/document.xml)", "the text (word/document.xml)";
        Self::Numbering => "phần đánh số (word/numbering.xml)", "the numbering (word/numbering.xml)";
        Self::Styles => "phần kiểu (word/styles.xml)", "the styles (word/styles.xml)";
    }
}

words! {
    NotADocument {
        Self::Docx(error) => error.vi(), error.en();
        Self::Empty => "tệp trống", "it is empty";
        Self::NotText =>
            "không phải văn bản; đọc được .docx, .txt, .md và .html với chữ Unicode",
            "it is no text; .docx, .txt, .md and .html with Unicode letters can be read";
        Self::Snapshot =>
            "đây là tệp chương trình của Tiến Độ, mở ở trang “Nhập, xuất tệp”",
            "it is a programme's file of Tiến Độ, to be opened on the page “Import, export”";
        Self::Json => "đây là dữ liệu JSON, không phải văn bản", "it is JSON data, and no document";
    }
}

words! {
    DocxError {
        Self { part, problem } =>
            format!("{}: {}", part.vi(), problem.vi()),
            format!("{}: {}", part.en(), problem.en());
    }
}

words! {
    DocxProblem {
        Self::NotAZip => "không phải tài liệu Word, hoặc đã hỏng", "is no Word document, or is damaged";
        Self::Encrypted => "được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại", "is locked by a password; save it without one";
        Self::Missing => "không có trong tệp", "is missing from the file";
        Self::TooLarge { limit } =>
            format!("lớn hơn {} MB khi giải nén", limit >> 20),
            format!("is larger than {} MB unpacked", limit >> 20);
        Self::BadXml { at } => format!("hỏng ở byte {at}"), format!("is damaged at byte {at}");
        Self::Entities { at } =>
            format!("khai báo thực thể XML ở byte {at}, điều mà Word không làm"),
            format!("declares XML entities at byte {at}, which Word never does");
        Self::TooDeep { at } => format!("lồng quá sâu ở byte {at}"), format!("is nested too deeply at byte {at}");
        Self::TooMany { limit } =>
            format!("có hơn {limit} đoạn và ô"),
            format!("has more than {limit} paragraphs and cells");
    }
}
