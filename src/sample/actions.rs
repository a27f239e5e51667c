//! The 29 actions below the solutions, each with who leads it, by when, and how far it is.

use super::Days;
use super::build::{Builder, row};
use crate::model::ItemKind::Paragraph;

pub(super) fn write(builder: &mut Builder, days: Days) {
    political_task(builder, days);
    congresses(builder, days);
    thought(builder, days);
    organisation(builder, days);
    inspection(builder, days);
}

fn political_task(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "III.1",
        Paragraph,
        [
            row("III.1a", "Thúc đẩy tăng trưởng; triển khai Nghị quyết 31, Nghị quyết 98 và Nghị định 84")
                .lead("ubnd")
                .with(&["tai-chinh", "tham-muu"])
                .due("2025-12-31")
                .ongoing(70)
                .product("Kế hoạch tăng trưởng theo quý"),
            row("III.1b", "Hoàn thành công trình thi đua chào mừng các ngày lễ lớn")
                .lead("ubnd")
                .with(&["xay-dung"])
                .due("2025-08-31")
                .done("2025-08-29")
                .product("Danh mục công trình đã hoàn thành"),
            row("III.1c", "Xây dựng Không gian văn hóa Hồ Chí Minh; mở rộng liên kết vùng")
                .lead("tuyen-giao")
                .with(&["van-hoa", "co-so"])
                .due("none")
                .ongoing(70),
            row("III.1d", "Giữ vững quốc phòng, an ninh; hoàn thiện mô hình chính quyền đô thị")
                .lead("ubnd")
                .with(&["cong-an", "noi-vu"])
                .due("2025-12-15")
                .ongoing(60)
                .product("Đề xuất khung pháp lý chính quyền đô thị"),
        ],
    );
    builder.items(
        days.written,
        "III.2",
        Paragraph,
        [
            row("III.2a", "Thực hiện Kết luận 121 về tổng kết Nghị quyết 18, đúng tiến độ từng bước")
                .lead("to-chuc")
                .with(&["ubnd"])
                .due("2025-06-30")
                .done("2025-06-27")
                .product("Báo cáo tổng kết Nghị quyết 18"),
            row("III.2b", "Tổ chức đại hội theo hai nhóm: đơn vị giữ nguyên và đơn vị sắp xếp")
                .lead("to-chuc")
                .with(&["co-so"])
                .due("2025-08-15")
                .done("2025-08-21")
                .product("Báo cáo kết quả đại hội cơ sở")
                .note("Chậm 6 ngày do hai đơn vị sắp xếp sau ngày 01/7."),
            row("III.2c", "Giữ nền nếp sinh hoạt chi bộ, nắm tư tưởng trong thời gian sắp xếp")
                .lead("co-so")
                .with(&["tuyen-giao"])
                .due("none")
                .ongoing(75),
        ],
    );
}

fn congresses(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "III.3",
        Paragraph,
        [
            row("III.3a", "Hoàn thành nghị quyết và chương trình hành động nhiệm kỳ 2020 - 2025")
                .lead("vp")
                .with(&["to-chuc"])
                .due("2025-10-10")
                .ongoing(90)
                .product("Báo cáo tổng kết nhiệm kỳ"),
            row("III.3b", "Lập các Tiểu ban; chuẩn bị Đại hội Đảng bộ lần thứ I theo Chỉ thị 35")
                .lead("tieu-ban")
                .with(&["vp", "to-chuc"])
                .due("2025-10-08")
                .ongoing(90)
                .product("Quyết định lập Tiểu ban; kế hoạch đại hội"),
            row("III.3c", "Hướng dẫn cơ sở chuẩn bị văn kiện, góp ý và báo cáo kịp thời")
                .lead("to-chuc")
                .with(&["co-so"])
                .due("2025-05-31")
                .done("2025-05-30")
                .product("Hướng dẫn văn kiện; bảng tổng hợp góp ý"),
        ],
    );
}

fn thought(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "III.4.1",
        Paragraph,
        [
            row("III.4.1a", "Quán triệt nghị quyết về xây dựng Đảng; thực hiện Quy định 144")
                .lead("tuyen-giao")
                .with(&["co-so"])
                .due("2025-06-15")
                .done("2025-06-12")
                .product("Kế hoạch thực hiện Quy định 144"),
            row("III.4.1b", "Tuyên truyền đại hội; hội nghị thông tin thời sự hằng quý; phản bác tin xấu độc")
                .lead("tuyen-giao")
                .with(&["bcd35"])
                .due("every quarter")
                .ongoing(75)
                .product("Hội nghị thông tin thời sự mỗi quý"),
            row("III.4.1c", "Chuyên đề năm về học tập và làm theo Bác; sơ kết 4 năm Kết luận 01")
                .lead("tuyen-giao")
                .with(&["co-so", "doan-the"])
                .due("2025-05-19")
                .done("2025-05-16")
                .product("Báo cáo sơ kết; biểu dương điển hình"),
            row("III.4.1d", "Lập chương trình, quy chế và phân công của Ban Chỉ đạo 35")
                .lead("bcd35")
                .with(&["tuyen-giao"])
                .due("2025-03-31")
                .done("2025-03-28")
                .product("Chương trình, quy chế hoạt động 2025"),
            row("III.4.1e", "Giáo dục lý luận chính trị; khảo sát dư luận, tư tưởng đảng viên")
                .due("2025-11-30")
                .product("Báo cáo dư luận xã hội"),
        ],
    );
}

fn organisation(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "III.4.2",
        Paragraph,
        [
            row("III.4.2a", "Thực hiện Nghị quyết 21 và Nghị quyết 28 về tổ chức đảng, phương thức lãnh đạo")
                .lead("to-chuc")
                .due("2025-12-31")
                .ongoing(70)
                .product("Báo cáo kết quả thực hiện"),
            row("III.4.2b", "Nâng chất lượng sinh hoạt chi bộ; xây dựng chi bộ, đảng bộ bốn tốt")
                .lead("co-so")
                .with(&["to-chuc", "to-cong-tac"])
                .due("none")
                .ongoing(70),
            row("III.4.2c", "Ban hành quy chế làm việc, chương trình toàn khóa và chương trình năm")
                .lead("vp")
                .with(&["to-chuc", "kiem-tra"])
                .due("2025-04-30")
                .done("2025-04-25")
                .product("Quy chế làm việc; chương trình toàn khóa"),
            row("III.4.2d", "Đánh giá cán bộ, quy hoạch, tinh giản biên chế, vị trí việc làm")
                .lead("to-chuc")
                .with(&["noi-vu"])
                .due("2025-09-30")
                .ongoing(85)
                .product("Danh sách quy hoạch; đề án vị trí việc làm")
                .update("2025-10-01", "Ban Tổ chức", "Đã xong quy hoạch; đề án vị trí việc làm còn chờ hai sở."),
            row("III.4.2e", "Kết nạp đảng viên đạt và vượt chỉ tiêu; rà soát, sàng lọc đảng viên")
                .lead("to-chuc")
                .with(&["co-so", "thanh-nien"])
                .due("2025-12-15")
                .ongoing(80)
                .product("Danh sách kết nạp; kết quả rà soát"),
            row("III.4.2f", "Bảo vệ chính trị nội bộ theo Quy định 58; rút ngắn thời gian thẩm tra")
                .lead("to-chuc")
                .with(&["co-so"])
                .due("2025-07-15")
                .done("2025-07-14")
                .product("Quy trình thẩm tra rút gọn"),
            row("III.4.2g", "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2025")
                .lead("to-chuc")
                .with(&["co-so"])
                .due("2025-12-31")
                .product("Kết quả xếp loại năm 2025"),
        ],
    );
}

fn inspection(builder: &mut Builder, days: Days) {
    builder.items(
        days.written,
        "III.4.3",
        Paragraph,
        [
            row("III.4.3a", "Thực hiện chương trình kiểm tra, giám sát, kỷ luật Đảng năm 2025")
                .lead("kiem-tra")
                .with(&["co-so"])
                .due("2025-12-15")
                .ongoing(78)
                .product("Báo cáo kết quả kiểm tra, giám sát"),
            row("III.4.3b", "Giao ban chuyên đề với cấp ủy cơ sở, kết hợp tập huấn kiểm tra, giám sát")
                .lead("kiem-tra")
                .with(&["co-so"])
                .due("2025-09-14")
                .ongoing(40)
                .product("Hội nghị giao ban; tài liệu tập huấn")
                .note("Dời hai lần do trùng lịch đại hội; chưa có ngày mới.")
                .update("2025-09-16", "UBKT Đảng ủy", "Tài liệu đã xong; xin dời hội nghị sang tháng 10."),
            row("III.4.3c", "Giải quyết và giám sát thông tin phản ánh theo Quy định 1374")
                .lead("vp")
                .with(&["kiem-tra", "co-so"])
                .due("none")
                .ongoing(75),
            row("III.4.3d", "Giải quyết đơn thư, khiếu nại, tố cáo đúng nguyên tắc, thẩm quyền")
                .lead("kiem-tra")
                .due("2025-10-12")
                .ongoing(80)
                .product("Bảng theo dõi đơn thư quý III"),
            row("III.4.3e", "Ban hành chương trình phòng, chống tham nhũng, lãng phí; thanh tra công vụ")
                .lead("kiem-tra")
                .with(&["noi-vu"])
                .due("2025-03-31")
                .done("2025-04-04")
                .product("Chương trình phòng, chống tham nhũng, lãng phí"),
        ],
    );
    builder.items(
        days.written,
        "III.4.4",
        Paragraph,
        [
            row("III.4.4a", "Đổi mới dân vận chính quyền, đối thoại với dân; phong trào Dân vận khéo")
                .lead("tuyen-giao")
                .with(&["ubnd", "co-so"])
                .due("2025-07-31")
                .done("2025-07-30")
                .product("Kế hoạch tiếp xúc, đối thoại"),
            row("III.4.4b", "Định hướng đoàn thể thiết thực, bớt hành chính, gắn với cải cách hành chính")
                .due("2025-12-15")
                .ongoing(60)
                .product("Chương trình liên tịch các đoàn thể"),
        ],
    );
}
