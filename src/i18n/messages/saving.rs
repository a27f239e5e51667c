//! The state of saving, failures of storage with their way out, and new versions of the program.

use super::counted;

messages! {
    /// The state at the foot of the sidebar.
    Saving {
        Saved => "Đã lưu trên máy này", "Saved on this computer";
        Busy => "Đang lưu", "Saving";
        Failed => "Chưa lưu được, đang thử lại", "Not saved, trying again";
        MemoryOnly => "Chỉ giữ trong bộ nhớ, chưa lưu", "Kept in memory only, not saved";
        WriteElsewhere =>
            "Thẻ này chỉ xem. Sửa ở thẻ đã mở trước, hoặc đóng thẻ đó lại.",
            "This tab only reads. Write in the tab that was opened first, or close it.";
        OtherTabWrites => "Thẻ khác đang ghi, thẻ này chỉ xem", "Another tab is writing; this one only reads";
        Retry => "Thử lại", "Try again";
    }
}

messages! {
    /// Bars that stay until the cause is gone: what happened, then the way out.
    SaveFailure {
        StorageFull { changes: usize } =>
            format!("Bộ nhớ trình duyệt đã đầy, {changes} thay đổi chưa lưu. Tải sao lưu ngay."),
            format!("The browser's storage is full, {} not saved. Download a backup now.", counted(*changes, "change is", "changes are"));
        StorageBlocked =>
            "Trình duyệt không cho lưu. Bạn vẫn làm việc được; tải sao lưu trước khi đóng trang.",
            "The browser does not allow storing. You can work on; download a backup before closing the page.";
        NotKept =>
            "Đã ghi nhưng đọc lại không thấy. Tải sao lưu ngay.",
            "Written, but not there when read back. Download a backup now.";
        Failed { cause: String } =>
            format!("Trình duyệt báo lỗi khi lưu: {cause}. Tải sao lưu ngay."),
            format!("The browser failed to store: {cause}. Download a backup now.");
        StorageTorn =>
            "Dữ liệu đã lưu bị hỏng. Phần đọc được vẫn giữ nguyên, hãy chọn một bản sao để khôi phục.",
            "The stored data are damaged. What can be read is kept; choose a restore point.";
        OneStoreLost =>
            "Trình duyệt đã xóa một phần dữ liệu. Khôi phục từ bản sao gần nhất?",
            "The browser removed part of the data. Restore from the latest restore point?";
        TooLarge =>
            "Chương trình lớn hơn mức sửa được ở đây, nên chỉ mở để xem.",
            "The programme is larger than can be edited here, so it opens read-only.";
        NewerVersionWrites =>
            "Một thẻ khác đã chạy phiên bản mới. Tải lại trang để sửa tiếp.",
            "Another tab runs a newer version. Reload the page to go on editing.";
        InAppBrowser { app: String } =>
            format!("{app} xóa dữ liệu khi đóng. Mở trang này bằng trình duyệt."),
            format!("{app} forgets data when it closes. Open this page in a browser.");
        PlainHttp =>
            "Trang mở qua http thường: không dùng được khi mất mạng và không cài được, mọi việc khác vẫn như thường.",
            "Opened over plain http: no offline use and no installation; everything else works.";
        DownloadRaw => "Tải dữ liệu thô", "Download raw data";
    }
}

messages! {
    /// A new version of the program waits for the person's word.
    Update {
        Waiting => "Có phiên bản mới.", "A new version is ready.";
        Apply => "Cập nhật", "Update";
        Later => "Để sau", "Later";
        ReloadNeeded =>
            "Thẻ khác đã cập nhật. Tải lại trang này để sửa tiếp.",
            "Another tab has updated. Reload this page to go on editing.";
        Reload => "Tải lại", "Reload";
        SaveFirst =>
            "Còn thay đổi chưa lưu. Tải sao lưu trước, rồi cập nhật.",
            "Some changes are not saved. Download a backup first, then update.";
    }
}
