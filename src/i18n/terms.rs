//! Words for enums that other modules own: states, roles, kinds, grades. The glossary of the product in code.

use crate::evaluate::ReportStanding;
use crate::model::{
    BodyKind, Clock, Cutoff, Cycle, FigureState, Grade, ItemKind, LinkKind, PeriodEdges, PeriodLength, Role,
    SectionKind, TaskState, ValueKind,
};
use crate::storage::PointReason;

words! {
    TaskState {
        TaskState::NotStarted => "Chưa thực hiện", "Not started";
        TaskState::Ongoing => "Đang thực hiện", "Under way";
        TaskState::Done => "Hoàn thành", "Done";
        TaskState::Paused => "Tạm dừng", "Paused";
        TaskState::Cancelled => "Hủy", "Cancelled";
    }
}

words! {
    Clock {
        Clock::OnTime => "Trong hạn", "On time";
        Clock::DueSoon(0) => "Đến hạn hôm nay", "Due today";
        Clock::DueSoon(1) => "Còn 1 ngày", "1 day left";
        Clock::DueSoon(days) => format!("Còn {days} ngày"), format!("{days} days left");
        Clock::Overdue(1) => "Quá hạn 1 ngày", "1 day overdue";
        Clock::Overdue(days) => format!("Quá hạn {days} ngày"), format!("{days} days overdue");
        Clock::DoneOnTime => "Hoàn thành trong hạn", "Done on time";
        Clock::DoneLate => "Hoàn thành quá hạn", "Done late";
        Clock::Open => "Không hạn", "Open-ended";
    }
}

words! {
    Role {
        Role::Lead => "Chủ trì", "Lead";
        Role::Coordinate => "Phối hợp", "Support";
        Role::Monitor => "Theo dõi", "Watch";
    }
}

words! {
    Grade {
        Grade::Failed => "Không hoàn thành", "Not completed";
        Grade::Completed => "Hoàn thành", "Completed";
        Grade::Good => "Hoàn thành tốt", "Completed well";
        Grade::Excellent => "Hoàn thành xuất sắc", "Completed with excellence";
    }
}

words! {
    ValueKind {
        ValueKind::Flow => "Phát sinh từng kỳ", "Amount of each period";
        ValueKind::RunningTotal => "Lũy kế từ đầu năm", "Total since the start of the year";
        ValueKind::Level => "Mức cuối kỳ", "Level at the end of the period";
        ValueKind::Rate => "Tỷ lệ", "Rate";
        ValueKind::Rank => "Xếp hạng", "Rank";
        ValueKind::Grade => "Xếp loại", "Grade";
        ValueKind::YesNo => "Có hoặc không", "Yes or no";
        ValueKind::Text => "Bằng lời", "In words";
    }
}

words! {
    FigureState {
        FigureState::Draft => "Nháp", "Draft";
        FigureState::Submitted => "Chờ duyệt", "Awaiting approval";
        FigureState::Approved => "Đã duyệt", "Approved";
        FigureState::Returned => "Trả lại", "Returned";
    }
}

words! {
    PeriodLength {
        PeriodLength::Month => "Tháng", "Month";
        PeriodLength::Quarter => "Quý", "Quarter";
        PeriodLength::HalfYear => "6 tháng", "Half-year";
        PeriodLength::Year => "Năm", "Year";
    }
}

words! {
    PeriodEdges {
        PeriodEdges::Calendar => "Theo lịch", "Calendar";
        PeriodEdges::Statutory => "Theo Nghị định 09/2019/NĐ-CP (từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ)", "By Decree 09/2019/NĐ-CP (15th to 14th)";
    }
}

words! {
    Cycle {
        Cycle::Month => "hằng tháng", "every month";
        Cycle::Quarter => "hằng quý", "every quarter";
        Cycle::HalfYear => "6 tháng một lần", "every six months";
        Cycle::NineMonths => "9 tháng", "at nine months";
        Cycle::Year => "hằng năm", "every year";
        Cycle::Thematic => "theo chuyên đề", "by theme";
        Cycle::OnDemand => "đột xuất", "on demand";
    }
}

words! {
    Cutoff {
        Cutoff::Programme => "Như chương trình", "As the programme";
        Cutoff::Calendar => "Theo lịch", "Calendar";
        Cutoff::Statutory => "15 đến 14 (Nghị định 09/2019)", "15th to 14th (Decree 09/2019)";
    }
}

words! {
    ReportStanding {
        ReportStanding::Received => "đã nộp", "sent";
        ReportStanding::Late => "nộp muộn", "sent late";
        ReportStanding::Missing => "quá hạn", "overdue";
        ReportStanding::Open => "đang mở", "open";
        ReportStanding::Future => "chưa đến kỳ", "not yet due";
    }
}

words! {
    SectionKind {
        SectionKind::Tasks => "Nhiệm vụ", "Tasks";
        SectionKind::Indicators => "Chỉ tiêu", "Indicators";
        SectionKind::Solutions => "Giải pháp", "Solutions";
        SectionKind::Implementation => "Tổ chức thực hiện", "Implementation";
        SectionKind::Free => "Phần khác", "Other section";
    }
}

words! {
    ItemKind {
        ItemKind::Task => "Nhiệm vụ", "Task";
        ItemKind::IndicatorGroup => "Nhóm chỉ tiêu", "Indicator group";
        ItemKind::Indicator => "Chỉ tiêu", "Indicator";
        ItemKind::Solution => "Giải pháp", "Solution";
        ItemKind::Assignment => "Phân công", "Assignment";
        ItemKind::Paragraph => "Đoạn văn", "Paragraph";
    }
}

words! {
    LinkKind {
        LinkKind::ContributesTo => "Góp phần vào", "Contributes to";
        LinkKind::Implements => "Thực hiện", "Implements";
        LinkKind::SeeAlso => "Xem thêm", "See also";
        LinkKind::SameFact => "Cùng một mục tiêu", "Same target";
    }
}

words! {
    BodyKind {
        BodyKind::Agency => "Sở, ban, ngành", "Agency";
        BodyKind::PartyOffice => "Cơ quan tham mưu của Đảng", "Party office";
        BodyKind::PartyCell => "Cấp ủy cơ sở", "Grass-roots Party committee";
        BodyKind::Union => "Đoàn thể", "Union";
        BodyKind::Locality => "Địa phương", "Locality";
        BodyKind::Other => "Đơn vị khác", "Other body";
    }
}

words! {
    PointReason {
        PointReason::Daily => "hằng ngày", "daily";
        PointReason::BeforeImport => "trước khi nhập", "before an import";
        PointReason::BeforeMerge => "trước khi hợp nhất", "before a merge";
        PointReason::BeforeRestore => "trước khi khôi phục", "before a restore";
        PointReason::BeforeDelete => "trước khi xóa", "before deleting";
        PointReason::BeforeUpdate => "trước khi cập nhật phần mềm", "before an update";
        PointReason::Full => "khi bộ nhớ đầy", "when the storage was full";
    }
}
