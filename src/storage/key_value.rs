//! The store beneath: texts under keys, all at once or not at all a key, and the ways in which it refuses.

/// A store of texts as browsers offer it. `&self`: other tabs change it under us anyway.
pub trait KeyValue {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys that begin with `prefix`, sorted.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// No room is left.
    Full,
    /// The browser or its owner forbids storing.
    Blocked,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl StorageError {
    /// Reads the name of a browser's exception. Each engine has its own for a full store.
    pub fn from_exception(name: &str, message: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => Self::Full,
            "SecurityError" | "NS_ERROR_DOM_SECURITY_ERR" | "InvalidAccessError" => Self::Blocked,
            _ => Self::Failed(format!("{name}: {message}")),
        }
    }
}

/// The length that browsers count: UTF-16 units.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failure_01_each_browsers_name_of_a_full_store_is_known() {
        for name in ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED", "QUOTA_EXCEEDED_ERR"] {
            assert_eq!(StorageError::from_exception(name, ""), StorageError::Full, "{name}");
        }
        assert_eq!(StorageError::from_exception("SecurityError", ""), StorageError::Blocked);
        assert_eq!(StorageError::from_exception("UnknownError", "x"), StorageError::Failed("UnknownError: x".into()));
    }
}
