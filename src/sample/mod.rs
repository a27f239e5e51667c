//! The sample programme: that of 2025 in our own short words, with its real targets and invented figures. The web app
//! fetches it as `sample.json` and never calls this module, so that the wasm holds nothing of it: the command line does.

mod actions;
mod bodies;
mod build;
mod city;
mod economy;
mod follow_up;
mod outline;
mod party;
mod society;

use crate::document::{Author, Document};
use crate::model::{Date, Head, Signatory, ids};

use build::Builder;

/// Of this one programme: whoever opened it before gets the same one again.
const ID: &str = "tiendo-mau-2025";

/// The same document every time, to the byte.
pub fn sample() -> Document {
    let (Some(written), Some(last)) = (Date::new(2025, 2, 10), Date::new(2025, 10, 5)) else {
        return Document::new(ID);
    };
    let days = Days { written, last };
    let author = Author {
        actor: "sample".into(), person: "Chương trình mẫu".into(), body: "Văn phòng Đảng ủy".into()
    };
    let mut builder = Builder::new(author.clone());
    builder.put(days.written, &ids::root(), &head(days));
    bodies::write(&mut builder, days);
    outline::write(&mut builder, days);
    actions::write(&mut builder, days);
    economy::write(&mut builder, days);
    society::write(&mut builder, days);
    city::write(&mut builder, days);
    party::write(&mut builder, days);
    follow_up::write(&mut builder, days, &author);
    builder.finish(ID)
}

/// When the programme was entered, and the day at which it is looked at: no figure is newer.
#[derive(Clone, Copy)]
struct Days {
    written: Date,
    last: Date,
}

fn head(days: Days) -> Head {
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect();
    Head {
        number: "01-CTr/ĐU".into(),
        title: "Chương trình công tác năm 2025".into(),
        first_year: 2025,
        last_year: 2025,
        issuer: "Đảng ủy Ủy ban nhân dân Thành phố".into(),
        parent_issuer: "Đảng bộ Thành phố Hồ Chí Minh".into(),
        place: "Thành phố Hồ Chí Minh".into(),
        theme: "Tinh gọn bộ máy, chuyển đổi số, thực hiện Nghị quyết 98 và gỡ vướng mắc tồn đọng của Thành phố".into(),
        preamble: "Bản mẫu ghi lại nhiệm vụ, chỉ tiêu và giải pháp năm 2025 bằng lời ngắn gọn. Mục tiêu theo văn bản; \
                   số liệu thực hiện và tiến độ là minh họa."
            .into(),
        legal_bases: lines(BASES),
        recipients: lines(RECIPIENTS),
        signatory: Signatory {
            authority: "T/M BAN THƯỜNG VỤ".into(),
            title: "PHÓ BÍ THƯ THƯỜNG TRỰC".into(),
            name: String::new(),
        },
        is_sample: true,
        as_of: Some(days.last),
        ..Head::default()
    }
}

const BASES: &str = "\
    Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy của hệ thống chính trị
    Nghị quyết số 21-NQ/TW về tổ chức cơ sở đảng và chất lượng đảng viên
    Nghị quyết số 24-NQ/TW về phát triển vùng Đông Nam Bộ
    Nghị quyết số 28-NQ/TW về đổi mới phương thức lãnh đạo, cầm quyền của Đảng
    Nghị quyết số 31-NQ/TW về phát triển Thành phố Hồ Chí Minh
    Nghị quyết số 35-NQ/TW về bảo vệ nền tảng tư tưởng của Đảng
    Nghị quyết số 98/2023/QH15 về cơ chế, chính sách đặc thù cho Thành phố
    Kết luận số 01-KL/TW về học tập và làm theo Bác
    Kết luận số 14-KL/TW về cán bộ năng động, sáng tạo vì lợi ích chung
    Kết luận số 21-KL/TW về xây dựng, chỉnh đốn Đảng
    Kết luận số 118-KL/TW về đại hội đảng bộ các cấp
    Kết luận số 121-KL/TW về tổng kết Nghị quyết 18
    Chỉ thị số 28-CT/TW về kết nạp và sàng lọc đảng viên
    Chỉ thị số 35-CT/TW về đại hội đảng bộ các cấp
    Quy định số 08-QĐi/TW về trách nhiệm nêu gương
    Quy định số 58-QĐ/TW về bảo vệ chính trị nội bộ
    Quy định số 101-QĐ/TW về nêu gương của cán bộ, đảng viên
    Quy định số 144-QĐ/TW về chuẩn mực đạo đức cách mạng
    Quy định số 1374-QĐ/TU về xử lý thông tin phản ánh suy thoái, vi phạm
    Quyết định số 199/QĐ-UBND về chỉ tiêu, giải pháp năm 2025 của Thành phố
    Nghị định số 73/2023/NĐ-CP về bảo vệ cán bộ dám nghĩ, dám làm
    Nghị định số 84/2024/NĐ-CP về phân cấp quản lý cho Thành phố
    Kế hoạch số 377-KH/TU về đại hội đảng bộ các cấp
    Đề án số 05-ĐA/TU của Ban Thường vụ Thành ủy";

const RECIPIENTS: &str = "\
    Thường trực Thành ủy
    Ủy viên Ban Chấp hành Đảng bộ
    Các cơ quan tham mưu, giúp việc Thành ủy
    Văn phòng Ủy ban nhân dân Thành phố
    Cấp ủy cơ sở trực thuộc
    Các cơ quan tham mưu, giúp việc Đảng ủy
    Các đoàn thể chính trị - xã hội trực thuộc
    Lưu Văn phòng Đảng ủy";
