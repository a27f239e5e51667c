//! What people add to a programme: links, judgements, requests to explain.

use super::Days;
use super::build::{Builder, id};
use crate::document::Author;
use crate::model::{Date, ExplanationRequest, Judgement, Link, LinkKind, Period, ids};

/// From, kind, to.
const LINKS: &[(&str, LinkKind, &str)] = &[
    ("T10a", LinkKind::SameFact, "T10b"),
    ("T10c", LinkKind::SameFact, "T10d"),
    ("I.6", LinkKind::SeeAlso, "P3.7"),
    ("I.6", LinkKind::SeeAlso, "P3.8"),
    ("I.1", LinkKind::ContributesTo, "T01a"),
    ("III.1a", LinkKind::Implements, "I.1"),
    ("III.1a", LinkKind::ContributesTo, "T01a"),
    ("III.1a", LinkKind::ContributesTo, "T09a"),
    ("III.1d", LinkKind::ContributesTo, "Q22a"),
    ("III.2a", LinkKind::Implements, "I.3"),
    ("III.3b", LinkKind::Implements, "I.4"),
    ("III.4.1c", LinkKind::ContributesTo, "P2.2"),
    ("III.4.2e", LinkKind::ContributesTo, "P3.6a"),
    ("III.4.2g", LinkKind::ContributesTo, "P3.4a"),
    ("III.4.2g", LinkKind::ContributesTo, "P3.5a"),
    ("III.4.3a", LinkKind::ContributesTo, "P3.7"),
    ("III.4.3c", LinkKind::ContributesTo, "P3.8"),
    ("III.4.4a", LinkKind::Implements, "I.9"),
];

/// The measure, the period, 1 to 5, by whom, the day, the words.
const JUDGEMENTS: &[(&str, &str, u8, &str, &str, &str)] = &[
    (
        "T01a",
        "2025-Q3",
        2,
        "Sở Tài chính",
        "2025-10-02",
        "Quý sau cao hơn quý trước nhưng còn xa mục tiêu; cần khơi thông đầu tư công.",
    ),
    ("Q22a", "2025-Q3", 4, "Công an Thành phố", "2025-09-29", "Các sự kiện lớn diễn ra an toàn, không có điểm nóng."),
    ("QP2.2", "2025-Q3", 4, "Ban TG&DV", "2025-09-29", "38/42 cơ sở đã có không gian; bốn nơi mới sắp xếp đang làm."),
];

/// To whom, about what, due on, the answer.
const REQUESTS: &[(&str, &str, &str, &str)] = &[
    ("nnmt", "T16", "2025-10-10", ""),
    (
        "noi-vu",
        "T09a",
        "2025-09-30",
        "Tuyển dụng giảm ở hai khu công nghiệp. Quý IV mở thêm bốn phiên giao dịch việc làm.",
    ),
];

pub(super) fn write(builder: &mut Builder, days: Days, author: &Author) {
    for (from, kind, to) in LINKS {
        let link = Link { kind: *kind, ..Link::new(id(&format!("{from} {} {to}", kind.word())), id(from), id(to)) };
        builder.put(days.written, &link.id, &link);
    }
    for (measure, period, scale, by, day, text) in JUDGEMENTS {
        let (Ok(period), Ok(day)) = (period.parse::<Period>(), day.parse::<Date>()) else { continue };
        let judgement = Judgement {
            scale: *scale,
            text: (*text).to_owned(),
            author: (*by).to_owned(),
            date: Some(day),
            ..Judgement::new(ids::judgement(&id(measure), period, author), id(measure), period)
        };
        builder.put(day, &judgement.id, &judgement);
    }
    for (to, about, due, answer) in REQUESTS {
        let request = ExplanationRequest {
            from: "Ban Thường vụ Đảng ủy".into(),
            due: due.parse().ok(),
            answer: (*answer).to_owned(),
            ..ExplanationRequest::new(id(&format!("request {to} {about}")), id(to), id(about))
        };
        builder.put(days.last, &request.id, &request);
    }
}
