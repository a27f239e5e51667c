//! The release: `dist/` by Trunk, and `dist.zip` for the person who hosts it.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;

use crate::post_build::{VERSION_NAME, hex};
use crate::{Result, succeed, timed, tools};

/// Builds `dist/`.
pub fn build() -> Result<()> {
    let mut trunk = tools::trunk()?;
    timed("building the release into dist/", || succeed(trunk.args(["build", "--release"])))
}

/// Builds `dist/` and packs it.
pub fn build_and_zip() -> Result<()> {
    build()?;
    let dist = Path::new("dist");
    write_zip(dist, Path::new("dist.zip"))?;
    let sum = hex(&Sha256::digest(fs::read("dist.zip")?));
    fs::write("dist.zip.sha256", format!("{sum}  dist.zip\n"))?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    let version = version(&page);
    println!("\nversion  {version}\nfolder   dist/\npacked   dist.zip\nSHA-256  {sum}");
    Ok(())
}

/// Every file under a folder, as paths from there with `/`, sorted.
pub fn files_under(folder: &Path) -> Result<Vec<String>> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_str().ok_or("a file name is not UTF-8")?);
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{path}/"), found)?;
            } else {
                found.push(path);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

/// The same bytes for the same files: no times, one order.
fn write_zip(folder: &Path, target: &Path) -> Result<()> {
    let mut zip = zip::ZipWriter::new(BufWriter::new(File::create(target)?));
    for path in files_under(folder)? {
        zip.start_file(&path, SimpleFileOptions::default())?;
        zip.write_all(&fs::read(folder.join(PathBuf::from(&path)))?)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

fn version(page: &str) -> &str {
    let head = format!("<meta name=\"{VERSION_NAME}\" content=\"");
    page.split_once(&head).and_then(|(_, rest)| rest.split('"').next()).unwrap_or("unknown")
}
