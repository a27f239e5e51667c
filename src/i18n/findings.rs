//! What is wrong with a file: what it is, then what the person can do.

use crate::snapshot::{Code, Expected, Finding, Place};

words! {
    Code {
        Code::Empty => "Tệp không có gì.", "The file is empty.";
        Code::TooLarge { bytes } =>
            format!("Tệp quá lớn ({} MB), nên không mở. Hãy kiểm tra xem có chọn nhầm tệp không.", megabytes(*bytes)),
            format!("The file is too large ({} MB) and was not opened. Check whether it is the right one.", megabytes(*bytes));
        Code::TooManyNodes =>
            "Tệp có quá nhiều mục, nên không mở. Hãy chia thành nhiều chương trình.",
            "The file holds too many entries and was not opened. Split it into several programmes.";
        Code::TooManyValues => "Tệp có quá nhiều giá trị, nên không mở.", "The file holds too many values and was not opened.";
        Code::TooDeep => "Dữ liệu lồng nhau quá sâu, không phải tệp của Tiến Độ.", "Nested too deeply for a file of Tiến Độ.";
        Code::NotText =>
            "Tệp không phải văn bản UTF-8. Hãy lấy lại tệp gốc.",
            "Not UTF-8 text. Get the original file again.";
        Code::Truncated =>
            "Nội dung bị cắt cụt. Hãy nhờ gửi lại bằng tệp.",
            "The content breaks off. Ask for it again, as a file.";
        Code::NotJson => "Không phải JSON hợp lệ tại đây.", "No valid JSON at this place.";
        Code::NotSnapshot => "Không phải tệp chương trình của Tiến Độ.", "Not a programme file of Tiến Độ.";
        Code::DoubledKey { key } =>
            format!("“{key}” có hai lần, không rõ lấy cái nào. Hãy xóa bớt một."),
            format!("“{key}” stands twice, so it is unclear which one counts. Remove one.");
        Code::BadNumber =>
            "Số này không giữ được chính xác. Số lẻ phải viết trong ngoặc kép, như \"7.9\".",
            "This number would not be kept exactly. Write a fraction in quotation marks, as \"7.9\".";
        Code::NewerFormat { format } =>
            format!("Tệp do phiên bản mới hơn ghi (dạng {format}). Hãy cập nhật Tiến Độ rồi mở lại."),
            format!("Written by a newer version (format {format}). Update Tiến Độ, then open it again.");
        Code::NewerSchema { schema } =>
            format!("Tệp có phần mà phiên bản này chưa hiểu (lược đồ {schema}). Phần đó vẫn được giữ nguyên."),
            format!("Some of the file is unknown to this version (schema {schema}). It is kept as it is.");
        Code::MissingKey { key } => format!("Thiếu “{key}”."), format!("“{key}” is missing.");
        Code::Expected { what } =>
            format!("Ở đây phải là {}.", what.vi()),
            format!("{} belongs here.", what.en());
        Code::BadName { name } =>
            format!("Mã “{name}” rỗng, quá dài hoặc có ký tự ẩn."),
            format!("The id “{name}” is empty, too long, or holds control characters.");
        Code::BadStamp { text } =>
            format!("Dấu thay đổi “{text}” không đúng dạng, như \"0.1a\"."),
            format!("The stamp “{text}” is not of the form \"0.1a\".");
        Code::CountTooLarge { text } =>
            format!("Số đếm thay đổi trong “{text}” quá lớn."),
            format!("The count in the stamp “{text}” is too large.");
        Code::BadTime { text } =>
            format!("“{text}” không phải thời điểm, như \"2025-09-28T03:12Z\"."),
            format!("“{text}” is no time of the form \"2025-09-28T03:12Z\".");
        Code::UnknownActor { text } =>
            format!("Người ghi trong “{text}” không có trong danh sách “actors”."),
            format!("The writer in “{text}” is not listed in “actors”.");
        Code::Unstamped =>
            "Giá trị này không ghi ai sửa, lúc nào.",
            "Nothing says who wrote this value, and when.";
        Code::Contradiction =>
            "Giá trị và dấu thay đổi của ô này mâu thuẫn nhau.",
            "The values and stamps of this field contradict each other.";
    }
}

words! {
    Expected {
        Expected::Text => "chữ trong ngoặc kép", "Text in quotation marks";
        Expected::WholeNumber => "số nguyên", "A whole number";
        Expected::Object => "một nhóm { }", "An object { }";
        Expected::List => "một danh sách [ ]", "A list [ ]";
        Expected::Actor => "[mã, người, đơn vị]", "[id, person, body]";
        Expected::StampedValue => "[giá trị, dấu thay đổi]", "[value, stamp]";
    }
}

words! {
    Place {
        Place::File => "cả tệp", "the file";
        Place::Line { line, column } => format!("dòng {line}, cột {column}"), format!("line {line}, column {column}");
        Place::Path(path) => path.join(" › "), path.join(" › ");
    }
}

words! {
    Finding {
        Finding { code, place: Place::File } => code.vi(), code.en();
        Finding { code, place } => format!("{}: {}", place.vi(), code.vi()), format!("{}: {}", place.en(), code.en());
    }
}

fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1 << 20)
}
