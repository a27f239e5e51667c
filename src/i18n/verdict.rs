//! The verdicts in words.

use crate::evaluate::Verdict;

words! {
    Verdict {
        Verdict::Exceeded => "Vượt", "Exceeded";
        Verdict::Met => "Đạt", "Met";
        Verdict::Near => "Gần đạt", "Nearly met";
        Verdict::Missed => "Không đạt", "Missed";
        Verdict::MetEarly => "Đạt sớm", "Met early";
        Verdict::OnTrack => "Đúng tiến độ", "On track";
        Verdict::AtRisk => "Có nguy cơ", "At risk";
        Verdict::OffTrack => "Chậm", "Off track";
        Verdict::NoData => "Chưa có số liệu", "No data";
        Verdict::NotDue => "Chưa đến kỳ", "Not due yet";
        Verdict::FigureOverdue => "Quá hạn báo cáo", "Figure overdue";
        Verdict::NoBaseline => "Chưa có mốc so sánh", "No baseline";
        Verdict::NeedsPerson => "Cần nhận định", "Needs a person";
    }
}
