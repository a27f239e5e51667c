//! The verdicts (đánh giá) a measure can get.

/// How a measure stands at a day. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Vượt: the period is closed, strictly beyond the target.
    Exceeded,
    /// Đạt.
    Met,
    /// Gần đạt: only where the programme sets a threshold; no official one exists.
    Near,
    /// Không đạt: closed and short of the target, or lost for good before.
    Missed,
    /// Đạt sớm: reached before the end, and it cannot be lost again.
    MetEarly,
    /// Đúng tiến độ.
    OnTrack,
    /// Có nguy cơ.
    AtRisk,
    /// Chậm.
    OffTrack,
    /// Chưa có số liệu.
    NoData,
    /// Chưa đến kỳ.
    NotDue,
    /// Quá hạn báo cáo.
    FigureOverdue,
    /// Chưa có mốc so sánh: neither a baseline nor an interim target.
    NoBaseline,
    /// Cần nhận định: a person judges.
    NeedsPerson,
    /// Theo nhận định: a person has judged what ended last.
    ByPerson,
}

impl Verdict {
    pub const ALL: [Self; 14] = [
        Self::Exceeded,
        Self::Met,
        Self::Near,
        Self::Missed,
        Self::MetEarly,
        Self::OnTrack,
        Self::AtRisk,
        Self::OffTrack,
        Self::NoData,
        Self::NotDue,
        Self::FigureOverdue,
        Self::NoBaseline,
        Self::NeedsPerson,
        Self::ByPerson,
    ];

    /// Counts in "n/N chỉ tiêu đạt và vượt".
    pub fn is_fulfilled(self) -> bool {
        matches!(self, Self::Exceeded | Self::Met | Self::MetEarly)
    }

    /// Nothing that is still to come can change it.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Exceeded | Self::Met | Self::Near | Self::Missed | Self::MetEarly)
    }

    /// Calls for a decision: missed, near, off track, at risk.
    pub fn is_exception(self) -> bool {
        matches!(self, Self::Missed | Self::Near | Self::OffTrack | Self::AtRisk)
    }

    /// A judgement on figures, as opposed to a word on why there is none.
    pub fn is_judged(self) -> bool {
        self.is_final() || matches!(self, Self::OnTrack | Self::AtRisk | Self::OffTrack)
    }

    /// The most pressing first: the order of exception lists, and how several measures of one indicator make one.
    pub fn urgency(self) -> u8 {
        match self {
            Self::Missed => 0,
            Self::OffTrack => 1,
            Self::AtRisk => 2,
            Self::Near => 3,
            Self::FigureOverdue => 4,
            Self::NoBaseline => 5,
            Self::NeedsPerson => 6,
            Self::NoData => 7,
            Self::NotDue => 8,
            Self::ByPerson => 9,
            Self::OnTrack => 10,
            Self::MetEarly => 11,
            Self::Met => 12,
            Self::Exceeded => 13,
        }
    }

    /// One numbered indicator with several measures stands as its worst one.
    pub fn of_several(verdicts: impl IntoIterator<Item = Self>) -> Option<Self> {
        verdicts.into_iter().min_by_key(|verdict| verdict.urgency())
    }
}
