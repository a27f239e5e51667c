//! Words of the command line.

use super::counted;

messages! {
    /// Help, complaints and closing lines.
    CommandLine {
        Help => HELP_VI, HELP_EN;
        NoCommand => "thiếu lệnh; xem `tiendo help`", "no command given; see `tiendo help`";
        UnknownCommand { name: String } =>
            format!("không có lệnh “{name}”; xem `tiendo help`"),
            format!("no such command: {name}; see `tiendo help`");
        UnknownOption { name: String } => format!("không có tùy chọn {name}"), format!("no such option: {name}");
        OptionTwice { name: String } => format!("{name} có hai lần"), format!("{name} is given twice");
        OptionWithoutValue { name: String } => format!("{name} cần một giá trị"), format!("{name} needs a value");
        MissingOption { name: String } => format!("thiếu {name}"), format!("{name} is missing");
        BadOption { name: String, value: String, choices: String } =>
            format!("{name} không nhận “{value}”; chọn {choices}"),
            format!("{name} does not take “{value}”; choose {choices}");
        TooFewFiles { count: usize } => format!("cần ít nhất {count} tệp"), format!("at least {count} files are needed");
        TooManyFiles { name: String } => format!("thừa: {name}"), format!("one file too many: {name}");
        CannotRead { name: String, reason: String } =>
            format!("không đọc được {name}: {reason}"),
            format!("{name} cannot be read: {reason}");
        CannotWrite { name: String, reason: String } =>
            format!("không ghi được {name}: {reason}"),
            format!("{name} cannot be written: {reason}");
        Valid { nodes: usize } => format!("hợp lệ, {nodes} mục"), format!("valid, {}", counted(*nodes, "entry", "entries"));
        Invalid { findings: usize } => format!("không hợp lệ, {findings} lỗi"), format!("invalid, {}", counted(*findings, "finding", "findings"));
        ConflictsLeft { count: usize } =>
            format!("còn {count} xung đột phải quyết định; tệp ghi ra giữ mọi giá trị"),
            format!("{} left to decide; the written file keeps every value", counted(*count, "conflict", "conflicts"));
    }
}

const HELP_VI: &str = "\
tiendo: chương trình công tác năm, không cần trình duyệt.

  tiendo schema [-o RA.json]            lược đồ JSON Schema của tệp
  tiendo import TỆP [--format draft|snapshot] [-o RA.json]
                                        văn bản (.docx, .txt, .md, HTML) thành bản nháp hoặc chương trình
  tiendo validate TỆP...                kiểm tra tệp; mỗi lỗi một dòng JSON
  tiendo diff A B                       B thêm, sửa, xóa gì so với A
  tiendo merge TỆP... -o RA.json        hợp nhất các bản, thứ tự nào cũng được; xung đột in ra dạng JSON
  tiendo split TỆP --body MÃ [--as-of NGÀY] -o RA.json
                                        phần việc của một đơn vị; hợp nhất lại được
  tiendo evaluate TỆP [--as-of NGÀY] [--figures then|now] [--format json|csv|text]
                                        từng chỉ tiêu: đánh giá, mức đạt, nhịp, dự báo, vì sao; đến một ngày
                                        thì theo số liệu đã có khi ấy (then), hoặc hiện nay (now)
  tiendo versions TỆP                   các bản đã ban hành, và những gì sửa từ đó
  tiendo sample [-o RA.json]            chương trình mẫu năm 2025

JSON ra đầu ra chuẩn, lời ra đầu ra lỗi. “-” là đầu vào chuẩn.
Mã thoát: 0 tốt, 1 có lỗi hoặc xung đột, 2 dùng sai.
";

const HELP_EN: &str = "\
tiendo: annual work programmes without a browser.

  tiendo schema [-o OUT.json]           the JSON Schema of the files
  tiendo import FILE [--format draft|snapshot] [-o OUT.json]
                                        a document (.docx, .txt, .md, HTML) to a draft or a programme
  tiendo validate FILE...               check files; one line of JSON a finding
  tiendo diff A B                       what B adds, changes, deletes against A
  tiendo merge FILE... -o OUT.json      merge copies in any order; conflicts are printed as JSON
  tiendo split FILE --body ID [--as-of DATE] -o OUT.json
                                        the part that one body fills in; it merges back
  tiendo evaluate FILE [--as-of DATE] [--figures then|now] [--format json|csv|text]
                                        every measure: verdict, achievement, pace, projection, why; at a day
                                        by the figures known then, or by those of now
  tiendo versions FILE                  what was issued, and what changed since
  tiendo sample [-o OUT.json]           the sample programme of 2025

JSON goes to standard output, words to standard error. `-` is standard input.
Exit status: 0 fine, 1 findings or conflicts, 2 wrong usage.
";
