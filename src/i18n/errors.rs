//! Refusals in words: of a command, a join, a store. What happened, then the way out.

use crate::document::{CommitError, JoinError};
use crate::storage::{LoadError, SaveError, StorageError};

words! {
    CommitError {
        CommitError::CountsUsedUp =>
            "Một tệp đã nhập ghi số đếm quá lớn, nên không ghi thêm được. Hãy khôi phục bản sao trước khi nhập.",
            "An imported file carried a count so large that nothing more can be written. Restore the copy from before it.";
    }
}

words! {
    JoinError {
        JoinError::OtherDocument { .. } =>
            "Tệp này là của một chương trình khác, nên không hợp nhất được. Hãy mở thành chương trình riêng.",
            "This file belongs to another programme and cannot be merged. Open it as a programme of its own.";
        JoinError::KindsDisagree(nodes) =>
            format!("Tệp và chương trình đang mở hiểu khác nhau về {} mục, nên không hợp nhất được.", nodes.len()),
            format!("The file and the open programme disagree on what {} entries are, so they cannot be merged.", nodes.len());
    }
}

words! {
    StorageError {
        StorageError::Full =>
            "Bộ nhớ trình duyệt đã đầy. Tải sao lưu ngay.",
            "The browser's storage is full. Download a backup now.";
        StorageError::Blocked =>
            "Trình duyệt không cho lưu. Bạn vẫn làm việc được; tải sao lưu trước khi đóng trang.",
            "The browser does not allow storing. You can work on; download a backup before closing the page.";
        StorageError::Failed(cause) =>
            format!("Trình duyệt báo lỗi khi lưu: {cause}. Tải sao lưu ngay."),
            format!("The browser failed to store: {cause}. Download a backup now.");
    }
}

words! {
    LoadError {
        LoadError::Absent =>
            "Không còn chương trình này trên máy.",
            "This programme is no longer on this computer.";
        LoadError::Newer(_) =>
            "Dữ liệu do phiên bản mới hơn ghi. Tải lại trang để dùng phiên bản đó.",
            "A newer version has written the data. Reload the page to use that version.";
        LoadError::Damaged =>
            "Dữ liệu đã lưu bị hỏng. Phần đọc được vẫn giữ nguyên, hãy chọn một bản sao để khôi phục.",
            "The stored data are damaged. What can be read is kept; choose a restore point.";
        LoadError::Storage(error) => error.vi(), error.en();
    }
}

words! {
    SaveError {
        SaveError::Full => StorageError::Full.vi(), StorageError::Full.en();
        SaveError::Behind => "Thẻ khác vừa sửa. Đang gộp rồi lưu lại.", "Another tab has just changed this. Joining, then saving again.";
        SaveError::Gone =>
            "Trình duyệt đã xóa dữ liệu của chương trình này. Tải sao lưu ngay để không mất phần đang mở.",
            "The browser removed this programme's data. Download a backup now to keep what is open.";
        SaveError::Newer(_) =>
            "Một thẻ khác đã chạy phiên bản mới. Tải lại trang để sửa tiếp.",
            "Another tab runs a newer version. Reload the page to go on editing.";
        SaveError::NotKept =>
            "Đã ghi nhưng đọc lại không thấy. Tải sao lưu ngay.",
            "Written, but not there when read back. Download a backup now.";
        SaveError::Storage(error) => error.vi(), error.en();
    }
}
