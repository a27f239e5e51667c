//! The first run and the library of programmes.

use super::counted;

messages! {
    /// The page a person sees before any programme exists.
    FirstRun {
        Title => "Bắt đầu", "Start";
        Headline =>
            "Đưa chương trình công tác năm vào đây, rồi theo dõi từng chỉ tiêu.",
            "Bring the year's work programme here, then follow every target.";
        HeadlineNote =>
            "Tiến Độ đọc văn bản, tách nhiệm vụ, chỉ tiêu và phân công để bạn soát lại. Chưa có gì được lưu cho đến khi bạn đồng ý.",
            "Tiến Độ reads the document and finds tasks, targets and assignments for you to look through. Nothing is kept before you agree.";
        OpenSample => "Xem thử với chương trình mẫu 2025", "Look around in the sample of 2025";
        OpenSampleNote =>
            "60 chỉ tiêu, 47 có con số trong văn bản; số liệu minh họa, xóa được bất cứ lúc nào",
            "60 targets, 47 with a number in the document; illustrative figures, removable at any time";
        OpenFile => "Mở tệp sao lưu hoặc gói giao việc", "Open a backup or an assignment package";
        OpenFileNote =>
            "Tệp .json do đơn vị khác hoặc máy khác gửi",
            "A .json file from another body or another computer";
        DropHere => "Thả văn bản vào đây", "Drop the document here";
        DropNote => ".docx, .txt, .md, hoặc", ".docx, .txt, .md, or";
        PasteText => "dán nội dung", "paste its text";
        ChooseFile => "Chọn tệp", "Choose a file";
        StartBlank => "Bắt đầu từ trang trắng", "Start from a blank page";
        StartBlankNote =>
            "Tự soạn bốn phần: nhiệm vụ, chỉ tiêu, giải pháp, tổ chức thực hiện",
            "Write the four sections yourself: tasks, indicators, solutions, implementation";
        SampleUnreachable =>
            "Chưa tải được chương trình mẫu. Kiểm tra mạng rồi thử lại.",
            "The sample could not be fetched. Check the network and try again.";
        OtherLanguage => "English", "Tiếng Việt";
        OtherLanguageNote => "Use the app in English", "Dùng giao diện tiếng Việt";
        PaperTitle => "Chương trình", "Work";
        PaperTitleEnd => "công tác năm", "programme";
        SectionTasks => "Nhiệm vụ trọng tâm", "Key tasks";
        SectionIndicators => "Chỉ tiêu chủ yếu", "Main indicators";
        SectionSolutions => "Giải pháp", "Solutions";
        SectionImplementation => "Tổ chức thực hiện", "Implementation";
        PrivacyLocal =>
            "Dữ liệu chỉ nằm trong trình duyệt trên máy này.",
            "The data stay in the browser on this computer.";
        PrivacyNoServer =>
            "Không có máy chủ, không cần mạng, không cần tài khoản.",
            "No server, no network, no account.";
        PrivacyFile => "Sao lưu và gửi cho nơi khác bằng một tệp.", "Back up and send with one file.";
        NoSecrets =>
            "Không nhập bí mật nhà nước vào đây.",
            "Do not type state secrets here.";
        SharedComputer =>
            "Trên máy dùng chung, người mở trình duyệt sau bạn cũng xem được.",
            "On a shared computer the next person who opens the browser can see everything.";
        Picture =>
            "Văn bản ở bên trái trở thành các chỉ tiêu theo dõi được ở bên phải",
            "A document on the left becomes targets that can be followed on the right";
    }
}

messages! {
    /// The programmes kept in this browser.
    Library {
        Title => "Các chương trình trên máy này", "Programmes on this computer";
        Empty => "Chưa có chương trình nào.", "No programmes yet.";
        Actions { title: String } => format!("Việc khác với “{title}”"), format!("More to do with “{title}”");
        RenameTo => "Tên mới", "New title";
        Duplicate => "Nhân bản cả số liệu", "Copy with all figures";
        CopyTitle { title: String } => format!("{title} (bản sao)"), format!("{title} (copy)");
        Duplicated { title: String } => format!("Đã tạo “{title}”"), format!("“{title}” is made");
        Renamed { title: String } => format!("Đã đổi tên thành “{title}”"), format!("Renamed “{title}”");
        NextYear => "Lập chương trình kỳ sau", "Make the next programme";
        Archive => "Cất vào kho", "Put into the archive";
        Unarchive => "Đưa ra khỏi kho", "Take out of the archive";
        Archived { title: String } => format!("Đã cất “{title}” vào kho"), format!("“{title}” is in the archive");
        ArchivedHeading { count: usize } => format!("Đã cất vào kho ({count})"), format!("In the archive ({count})");
        NoneActive => "Mọi chương trình đều đã cất vào kho.", "All programmes are in the archive.";
        TitleNeeded => "Chương trình cần có tên.", "A programme needs a title.";
        NewTitle { year: i32 } => format!("Chương trình công tác năm {year}"), format!("Work programme {year}");
        OpenSample => "Mở chương trình mẫu", "Open the sample";
        ImportFile => "Mở tệp", "Open a file";
        Counts { tasks: usize, measures: usize } =>
            format!("{tasks} nhiệm vụ, {measures} chỉ tiêu"),
            format!("{}, {}", counted(*tasks, "task", "tasks"), counted(*measures, "measure", "measures"));
        LastChange { when: String } => format!("Sửa lần cuối: {when}"), format!("Last change: {when}");
        Recover => "Cứu những gì đọc được", "Recover what can be read";
        Delete => "Xóa khỏi máy này", "Delete from this computer";
        Deleted { title: String } => format!("Đã xóa “{title}” khỏi máy này"), format!("Deleted “{title}” from this computer");
        ClearEverything => "Xóa mọi dữ liệu trên máy này", "Clear everything on this computer";
        ClearEverythingNote =>
            "Xóa mọi chương trình, bản sao lưu và cài đặt. Không hoàn tác được: hãy tải tệp sao lưu trước.",
            "Removes every programme, restore point and setting. This cannot be undone: download a backup first.";
        ClearConfirm { word: String } => format!("Gõ “{word}” để xóa"), format!("Type “{word}” to clear");
        ClearWord => "xóa hết", "clear all";
        Cleared => "Đã xóa mọi dữ liệu trên máy này", "Everything on this computer is cleared";
        NotCleared => "Trình duyệt không cho xóa hết. Hãy xóa dữ liệu của trang này trong cài đặt trình duyệt.", "The browser did not clear everything. Clear this site's data in the browser's settings.";
    }
}

messages! {
    /// A new programme, step by step.
    Begin {
        OldYear { count: usize, year: i32 } =>
            format!("{count} dòng còn ghi năm {year}."), format!("{} {year}.", counted(*count, "line still names", "lines still name"));
        Note => "Chỉ cần tên và năm, phần còn lại bổ sung sau.", "Title and year will do; the rest can follow.";
        Naming => "Chương trình", "The programme";
        Span => "Thời gian", "Time";
        OneYear => "Một năm", "One year";
        Term => "Nhiệm kỳ", "Several years";
        Year => "Năm", "Year";
        FirstYear => "Từ năm", "From";
        LastYear => "Đến năm", "To";
        TermTitle { first: i32, last: i32 } =>
            format!("Chương trình công tác giai đoạn {first}–{last}"),
            format!("Work programme {first}–{last}");
        YearUnread => "Nhập năm bằng bốn chữ số.", "Type the year in four digits.";
        SpanWrong => "Năm cuối phải từ năm đầu trở đi, dài nhất 10 năm.", "The last year follows the first, ten years at most.";
        Number => "Số, ký hiệu (nếu đã có)", "Number and symbol (if there is one)";
        Issuing => "Cơ quan", "Bodies";
        Content => "Nội dung", "Content";
        StartWith => "Bắt đầu bằng", "Begin with";
        BlankSections => "Khung trống", "Empty sections";
        FromExisting => "Từ chương trình đã có", "From an existing programme";
        Source => "Chương trình nguồn", "Programme to take from";
        FromExistingNote =>
            "Chép các phần, mục, chỉ tiêu kèm mục tiêu, đơn vị và phân công; thời hạn dời sang năm mới. Không chép số liệu, tiến độ, số và ngày ban hành.",
            "Takes sections, items, indicators with targets, bodies and assignments; deadlines move by years. Figures, progress, number and date of issue stay behind.";
        TitleNeeded => "Chương trình cần có tên.", "A programme needs a title.";
        SectionNeeded => "Chọn ít nhất một phần.", "Choose at least one section.";
        Create => "Tạo chương trình", "Make the programme";
    }
}
