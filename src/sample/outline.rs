//! The outline of the sample: sections, tasks, groups and numbered indicators, solutions, assignments. The actions
//! below the solutions and the measures below the indicators stand in files of their own.

use super::Days;
use super::build::{Builder, row};
use crate::model::{ItemKind, Numbering, SectionKind};

pub(super) fn write(builder: &mut Builder, days: Days) {
    let day = days.written;
    builder.sections(
        day,
        &[
            ("I", SectionKind::Tasks, "Nhiệm vụ trọng tâm"),
            ("II", SectionKind::Indicators, "Chỉ tiêu chủ yếu năm 2025"),
            ("III", SectionKind::Solutions, "Các giải pháp chủ yếu"),
            ("IV", SectionKind::Implementation, "Tổ chức thực hiện"),
        ],
    );
    tasks(builder, days);
    indicators(builder, days);
    builder.items(
        day,
        "III",
        ItemKind::Solution,
        [
            row("III.1", "Tham mưu và hoàn thành nhiệm vụ chính trị, chủ đề năm 2025")
                .lead("ubnd")
                .with(&["tham-muu", "co-so", "doan-the"]),
            row("III.2", "Tổng kết Nghị quyết 18, sắp xếp tổ chức bộ máy").lead("to-chuc").with(&["co-so"]),
            row("III.3", "Hoàn thành nghị quyết đại hội nhiệm kỳ cũ, chuẩn bị đại hội nhiệm kỳ mới")
                .lead("tieu-ban")
                .with(&["to-chuc", "co-so"]),
            row("III.4", "Lãnh đạo các mặt công tác xây dựng Đảng").lead("btv"),
        ],
    );
    builder.items(
        day,
        "III.4",
        ItemKind::Solution,
        [
            row("III.4.1", "Giáo dục chính trị, tư tưởng, đạo đức").lead("tuyen-giao").with(&["bcd35", "co-so"]),
            row("III.4.2", "Công tác tổ chức, cán bộ, đảng viên").lead("to-chuc").with(&["co-so"]),
            row("III.4.3", "Kiểm tra, giám sát, kỷ luật Đảng; phòng, chống tham nhũng, lãng phí")
                .lead("kiem-tra")
                .with(&["co-so"]),
            row("III.4.4", "Dân vận, dân chủ ở cơ sở và hoạt động đoàn thể")
                .lead("tuyen-giao")
                .with(&["doan-the", "co-so"]),
        ],
    );
    builder.items(
        day,
        "IV",
        ItemKind::Assignment,
        [
            row("IV.1", "Lãnh đạo, chỉ đạo, kiểm tra, đôn đốc thực hiện chương trình; đổi mới lề lối làm việc")
                .lead("btv")
                .with(&["ubnd", "tham-muu"])
                .due("none")
                .ongoing(75),
            row("IV.2", "Tham mưu chỉ đạo, kiểm tra, hướng dẫn cơ sở; báo cáo định kỳ; tổng kết trong quý IV")
                .lead("tham-muu")
                .lead("to-cong-tac")
                .watched_by("btv")
                .due("2025-Q4")
                .ongoing(70)
                .product("Báo cáo tháng, quý, năm; báo cáo tổng kết"),
            row("IV.3", "Xây dựng kế hoạch ở cơ sở; hướng dẫn, đôn đốc chi bộ; sơ kết, tổng kết")
                .lead("co-so")
                .lead("doan-the")
                .watched_by("to-cong-tac")
                .due("none")
                .ongoing(70)
                .product("Chương trình, kế hoạch; báo cáo sơ kết, tổng kết"),
            row("IV.4", "Kiểm tra, giám sát chuyên đề và thường xuyên việc thực hiện kết luận của Ban Thường vụ")
                .lead("kiem-tra")
                .with(&["co-so"])
                .watched_by("btv")
                .due("none")
                .ongoing(80),
        ],
    );
}

fn tasks(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "I",
        ItemKind::Task,
        [
            row("I.1", "Hoàn thành chỉ tiêu kinh tế - xã hội năm 2025 và cả nhiệm kỳ")
                .lead("ubnd")
                .with(&["tham-muu", "co-so"])
                .watched_by("btv")
                .due("2025-12-31")
                .ongoing(72)
                .product("Báo cáo kinh tế - xã hội năm 2025")
                .update(
                    "2025-07-08",
                    "UBND Thành phố",
                    "Nửa năm: phần lớn chỉ tiêu đúng tiến độ; tăng trưởng và việc làm còn dưới yêu cầu.",
                )
                .update("2025-10-03", "UBND Thành phố", "Đã giao các sở lập kế hoạch bù phần thiếu trong quý IV."),
            row("I.2", "Nâng chất lượng tổ chức cơ sở đảng và đội ngũ đảng viên")
                .lead("to-chuc")
                .with(&["tuyen-giao", "to-cong-tac", "co-so"])
                .watched_by("btv")
                .due("2025-12-31")
                .ongoing(65)
                .product("Báo cáo đánh giá, xếp loại năm 2025"),
            row("I.3", "Tổng kết Nghị quyết 18, sắp xếp tổ chức bộ máy thông suốt, không gián đoạn")
                .lead("to-chuc")
                .with(&["ubnd", "to-cong-tac", "co-so"])
                .watched_by("btv")
                .due("2025-06-30")
                .done("2025-06-30")
                .product("Báo cáo tổng kết; đề án sắp xếp")
                .update(
                    "2025-06-30",
                    "Ban Tổ chức",
                    "Đã trình báo cáo tổng kết; các cơ quan sau sắp xếp hoạt động ổn định.",
                ),
            row("I.4", "Chuẩn bị và tổ chức đại hội các cấp, nhiệm kỳ 2025 - 2030")
                .lead("tieu-ban")
                .with(&["to-chuc", "to-cong-tac", "co-so"])
                .watched_by("btv")
                .due("2025-10-09")
                .ongoing(90)
                .product("Văn kiện, đề án nhân sự, kế hoạch đại hội")
                .update(
                    "2025-08-29",
                    "Các Tiểu ban",
                    "Đại hội cấp cơ sở đã xong; đang hoàn chỉnh văn kiện cấp Đảng bộ.",
                )
                .update("2025-10-02", "Các Tiểu ban", "Còn chờ ý kiến cấp trên về đề án nhân sự."),
            row("I.5", "Tổ chức các ngày lễ lớn; đẩy mạnh học tập và làm theo Bác")
                .lead("tuyen-giao")
                .with(&["ubnd", "co-so", "doan-the"])
                .watched_by("btv")
                .due("2025-09-05")
                .done("2025-09-03")
                .product("Kế hoạch tuyên truyền; báo cáo chuyên đề năm")
                .update("2025-05-05", "Ban TG&DV", "Đã phối hợp tổ chức kỷ niệm 50 năm ngày 30/4.")
                .update("2025-09-03", "Ban TG&DV", "Đã phối hợp tổ chức kỷ niệm 80 năm Quốc khánh 2/9."),
            row("I.6", "Khắc phục hạn chế sau kiểm điểm; cải cách hành chính trong Đảng")
                .printed("5")
                .lead("vp")
                .with(&["to-chuc", "kiem-tra"])
                .watched_by("btv")
                .due("2025-09-29")
                .ongoing(80)
                .product("Kế hoạch khắc phục; báo cáo kết quả quý III")
                .note("Đã ban hành kế hoạch. Còn 3 đơn vị chưa báo cáo kết quả khắc phục.")
                .update("2025-04-10", "Văn phòng Đảng ủy", "Đã ban hành kế hoạch khắc phục sau kiểm điểm.")
                .update("2025-09-30", "Văn phòng Đảng ủy", "Còn 3 đơn vị chưa báo cáo; đã nhắc lần hai."),
            row("I.7", "Kiện toàn cấp ủy; quy hoạch, đào tạo cán bộ")
                .printed("6")
                .lead("to-chuc")
                .with(&["ubnd", "to-cong-tac"])
                .watched_by("btv")
                .due("2025-11-30")
                .ongoing(70)
                .product("Quy hoạch bổ sung; kế hoạch đào tạo"),
            row("I.8", "Kiểm tra, giám sát; phòng, chống tham nhũng, lãng phí, tiêu cực")
                .printed("7")
                .lead("kiem-tra")
                .with(&["to-cong-tac", "co-so"])
                .watched_by("btv")
                .due("2025-12-31")
                .ongoing(75)
                .product("Báo cáo kiểm tra, giám sát năm")
                .update("2025-09-26", "UBKT Đảng ủy", "Đã kiểm tra, giám sát 33/42 cấp ủy cơ sở."),
            row("I.9", "Dân vận chính quyền và dân chủ ở cơ sở")
                .printed("8")
                .lead("tuyen-giao")
                .with(&["ubnd", "co-so", "doan-the"])
                .watched_by("btv")
                .due("2025-09-15")
                .done("2025-09-15")
                .product("Báo cáo chuyên đề dân vận chính quyền")
                .update("2025-09-15", "Ban TG&DV", "Đã gửi báo cáo chuyên đề; tiếp tục tiếp xúc, đối thoại thường kỳ."),
        ],
    );
}

fn indicators(builder: &mut Builder, days: Days) {
    let day = days.written;
    builder.items(
        day,
        "II",
        ItemKind::IndicatorGroup,
        [row("II.1", "Kinh tế - xã hội"), row("II.2", "Xây dựng Đảng, chính quyền, dân vận")],
    );
    // (1) to (22) run on over the five groups.
    let group = |key, title| row(key, title).numbered(Numbering::Running);
    builder.items(
        day,
        "II.1",
        ItemKind::IndicatorGroup,
        [
            group("1.1", "Kinh tế"),
            group("1.2", "Văn hóa - xã hội"),
            group("1.3", "Đô thị, môi trường"),
            group("1.4", "Cải cách hành chính"),
            group("1.5", "An ninh, trật tự"),
        ],
    );
    builder.items(
        day,
        "1.1",
        ItemKind::Indicator,
        [
            row("(1)", "Tăng trưởng và cơ cấu GRDP"),
            row("(2)", "Kinh tế số trong GRDP"),
            row("(3)", "GRDP bình quân đầu người"),
            row("(4)", "Vốn đầu tư xã hội trong GRDP"),
            row("(5)", "Đóng góp của TFP vào tăng trưởng"),
            row("(6)", "Chi xã hội cho khoa học, công nghệ"),
            row("(7)", "Tăng năng suất lao động xã hội"),
        ],
    );
    builder.items(
        day,
        "1.2",
        ItemKind::Indicator,
        [
            row("(8)", "Lao động có chứng chỉ, giấy chứng nhận nghề"),
            row("(9)", "Việc làm mới và thất nghiệp đô thị"),
            row("(10)", "Giảm nghèo"),
            row("(11)", "Bác sĩ và giường bệnh"),
            row("(12)", "Phòng học và trẻ đến trường"),
            row("(13)", "Tổng tỷ suất sinh"),
        ],
    );
    builder.items(
        day,
        "1.3",
        ItemKind::Indicator,
        [
            row("(14)", "Hộ dân dùng nước sạch"),
            row("(15)", "Xử lý chất thải y tế, nước thải công nghiệp"),
            row("(16)", "Xử lý rác bằng công nghệ mới và tái chế"),
            row("(17)", "Đất và mật độ đường giao thông"),
            row("(18)", "Nhà ở"),
            row("(19)", "Cây xanh đô thị"),
        ],
    );
    builder.items(
        day,
        "1.4",
        ItemKind::Indicator,
        [row("(20)", "Xếp hạng PCI và PAR-Index"), row("(21)", "Người dân hài lòng với cơ quan hành chính")],
    );
    builder.items(day, "1.5", ItemKind::Indicator, [row("(22)", "An ninh, trật tự, giao thông, phòng cháy")]);
    builder.items(
        day,
        "II.2",
        ItemKind::Indicator,
        [
            row("2.1", "Nghị quyết lãnh đạo của tổ chức cơ sở đảng"),
            row("2.2", "Học tập và làm theo Bác"),
            row("3.3", "Trách nhiệm nêu gương").printed("3.3"),
            row("3.4", "Xếp loại tổ chức cơ sở đảng").printed("3.4"),
            row("3.5", "Xếp loại đảng viên").printed("3.5"),
            row("3.6", "Kết nạp đảng viên").printed("3.6"),
            row("3.7", "Kiểm tra, giám sát việc khắc phục sau kết luận").printed("3.7"),
            row("3.8", "Thực hiện Quy định 1374").printed("3.8"),
            row("3.9", "Xếp loại đoàn thể và tập thể lãnh đạo").printed("3.9"),
        ],
    );
}
