//! The bodies of the sample, what they have to report, and which reports came.

use super::Days;
use super::build::{Builder, id};
use crate::model::{Body, BodyKind, Cycle, Period, PeriodLength, ReceivedMark, ReceivedState, ReportDuty, ids};

use BodyKind::{Agency, Other, PartyCell, PartyOffice, Union};

/// Key, name, short name, kind, the body above.
const BODIES: &[(&str, &str, &str, BodyKind, &str)] = &[
    ("btv", "Ban Thường vụ Đảng ủy", "BTV Đảng ủy", Other, ""),
    ("tham-muu", "Các cơ quan tham mưu, giúp việc Đảng ủy", "Cơ quan tham mưu", PartyOffice, "btv"),
    ("vp", "Văn phòng Đảng ủy", "Văn phòng Đảng ủy", PartyOffice, "tham-muu"),
    ("to-chuc", "Ban Tổ chức Đảng ủy", "Ban Tổ chức", PartyOffice, "tham-muu"),
    ("tuyen-giao", "Ban Tuyên giáo và Dân vận Đảng ủy", "Ban TG&DV", PartyOffice, "tham-muu"),
    ("kiem-tra", "Ủy ban Kiểm tra Đảng ủy", "UBKT Đảng ủy", PartyOffice, "btv"),
    ("bcd35", "Ban Chỉ đạo 35 Đảng ủy", "BCĐ 35", Other, "btv"),
    ("tieu-ban", "Các Tiểu ban Đại hội", "Các Tiểu ban", Other, "btv"),
    ("to-cong-tac", "Các Tổ công tác phụ trách cơ sở đảng", "Tổ công tác", PartyOffice, "btv"),
    ("co-so", "Cấp ủy cơ sở trực thuộc", "Cấp ủy cơ sở", PartyCell, "btv"),
    ("khoi-so", "Khối sở, ngành", "Khối sở, ngành", PartyCell, "co-so"),
    ("khoi-su-nghiep", "Khối đơn vị sự nghiệp", "Khối sự nghiệp", PartyCell, "co-so"),
    ("khoi-doanh-nghiep", "Khối doanh nghiệp", "Khối doanh nghiệp", PartyCell, "co-so"),
    ("khoi-du-an", "Khối ban quản lý dự án", "Khối dự án", PartyCell, "co-so"),
    ("doan-the", "Các đoàn thể chính trị - xã hội", "Đoàn thể", Union, "btv"),
    ("thanh-nien", "Đoàn Thanh niên Ủy ban nhân dân Thành phố", "Đoàn Thanh niên", Union, "doan-the"),
    ("ubnd", "Ủy ban nhân dân Thành phố", "UBND Thành phố", Agency, ""),
    ("tai-chinh", "Sở Tài chính", "Sở Tài chính", Agency, "ubnd"),
    ("noi-vu", "Sở Nội vụ", "Sở Nội vụ", Agency, "ubnd"),
    ("khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN", Agency, "ubnd"),
    ("y-te", "Sở Y tế", "Sở Y tế", Agency, "ubnd"),
    ("giao-duc", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT", Agency, "ubnd"),
    ("nnmt", "Sở Nông nghiệp và Môi trường", "Sở NN&MT", Agency, "ubnd"),
    ("xay-dung", "Sở Xây dựng", "Sở Xây dựng", Agency, "ubnd"),
    ("van-hoa", "Sở Văn hóa và Thể thao", "Sở VH&TT", Agency, "ubnd"),
    ("cong-an", "Công an Thành phố", "Công an Thành phố", Agency, "ubnd"),
];

/// The body, the one that it was merged into, the day.
const MERGED: &[(&str, &str, &str)] = &[("khoi-du-an", "khoi-su-nghiep", "2025-07-01")];

/// The body, the cycle, the item that lays it down, the title, and the marks from the first period on:
/// `r` received, `l` late.
const DUTIES: &[(&str, Cycle, &str, &str, &str)] = &[
    ("tham-muu", Cycle::Month, "IV.2", "Báo cáo tháng của các cơ quan tham mưu", "rrrrlrrr"),
    ("tham-muu", Cycle::Quarter, "IV.2", "Báo cáo quý của các cơ quan tham mưu", "rr"),
    ("tham-muu", Cycle::Year, "IV.2", "Báo cáo tổng kết năm của các cơ quan tham mưu", ""),
    ("to-cong-tac", Cycle::Month, "IV.2", "Báo cáo tháng của các Tổ công tác", "rrrlrrrr"),
    ("to-cong-tac", Cycle::Quarter, "IV.2", "Báo cáo quý của các Tổ công tác", "rrr"),
    ("to-cong-tac", Cycle::Year, "IV.2", "Báo cáo tổng kết năm của các Tổ công tác", ""),
    ("co-so", Cycle::Quarter, "3.8", "Báo cáo quý về thực hiện Quy định 1374", "rl"),
    ("co-so", Cycle::HalfYear, "IV.3", "Sơ kết 6 tháng của cấp ủy cơ sở", "r"),
    ("co-so", Cycle::Year, "IV.3", "Tổng kết năm của cấp ủy cơ sở", ""),
    ("co-so", Cycle::Thematic, "III.3c", "Báo cáo chuyên đề về đại hội đảng các cấp", ""),
    ("doan-the", Cycle::HalfYear, "IV.3", "Sơ kết 6 tháng của các đoàn thể", "r"),
    ("doan-the", Cycle::Year, "IV.3", "Tổng kết năm của các đoàn thể", ""),
    ("kiem-tra", Cycle::Quarter, "IV.4", "Báo cáo quý về kiểm tra, giám sát", "rrr"),
    ("kiem-tra", Cycle::Year, "IV.4", "Tổng kết năm về kiểm tra, giám sát", ""),
];

/// Reports come by the tenth after a period: the programme itself names no day.
const DUE_DAY: u8 = 10;

pub(super) fn write(builder: &mut Builder, days: Days) {
    for (key, name, short, kind, parent) in BODIES {
        let body = Body {
            name: (*name).to_owned(),
            short_name: (*short).to_owned(),
            kind: *kind,
            parent: (!parent.is_empty()).then(|| id(parent)),
            ..Body::new(id(key))
        };
        builder.put(days.written, &body.id, &body);
        let merged = MERGED.iter().find(|(of, ..)| of == key);
        if let Some((into, on)) = merged.and_then(|(_, into, on)| Some((into, on.parse().ok()?))) {
            builder.put(on, &body.id, &Body { successor: Some((id(into), on)), ..body.clone() });
        }
    }
    for (body, cycle, item, title, marks) in DUTIES {
        let duty = ReportDuty {
            body: Some(id(body)),
            item: Some(id(item)),
            cycle: *cycle,
            due_day: Some(DUE_DAY),
            title: (*title).to_owned(),
            ..ReportDuty::new(id(&format!("duty {body} {} {item}", cycle.word())))
        };
        builder.put(days.written, &duty.id, &duty);
        let length = match cycle {
            Cycle::Month => PeriodLength::Month,
            Cycle::Quarter => PeriodLength::Quarter,
            Cycle::HalfYear => PeriodLength::HalfYear,
            _ => PeriodLength::Year,
        };
        for (period, mark) in Period::of_year(2025, length).zip(marks.chars()) {
            let late = mark == 'l';
            let mark_id = ids::received(&duty.id, &id(body), period);
            let mark = ReceivedMark {
                state: if late { ReceivedState::Late } else { ReceivedState::Received },
                ..ReceivedMark::new(mark_id, duty.id.clone(), id(body), period)
            };
            let came = period.calendar_end().add_days(if late { 16 } else { 8 }).min(days.last);
            builder.put(came, &mark.id, &mark);
        }
    }
}
