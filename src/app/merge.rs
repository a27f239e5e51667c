//! Merging files as texts: the same in the page and in the worker.

use crate::snapshot;

/// Joins files into a programme; texts in, text out. The error is the index of the file that does not fit (0 is `mine`).
pub fn merge_texts(mine: &str, files: &[String]) -> Result<String, usize> {
    let mut joined = snapshot::read(mine).map_err(|_| 0_usize)?.document;
    for (index, file) in files.iter().enumerate() {
        let theirs = snapshot::read(file).map_err(|_| index + 1)?;
        joined.join(&theirs.document).map_err(|_| index + 1)?;
    }
    Ok(snapshot::write_nodes(&joined, joined.nodes().map(|(id, _)| id)))
}
