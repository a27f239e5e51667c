//! A small static file server for looking at the release; not for the open network.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::Result;

/// Serves `folder` under `base` on the first free port from `port`, until interrupted.
pub fn serve(folder: &Path, base: &str, port: u16, open: bool) -> Result<()> {
    if !base.starts_with('/') || !base.ends_with('/') {
        return Err(format!("the base path `{base}` must begin and end with /").into());
    }
    let listener = (port..=port.saturating_add(100))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no free port from {port}"))?;
    let address = format!("http://{}{base}", listener.local_addr()?);
    println!("\nServing {} on {address}  (Ctrl+C ends)", folder.display());
    if open {
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        if Command::new(opener).arg(&address).spawn().is_err() {
            println!("({opener} is missing: open the address yourself)");
        }
    }
    for stream in listener.incoming() {
        let (folder, base) = (folder.to_owned(), base.to_owned());
        // A broken connection is the browser's affair.
        thread::spawn(move || stream.map(|stream| answer(&stream, &folder, &base)));
    }
    Ok(())
}

fn answer(mut stream: &TcpStream, folder: &Path, base: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let file = file_of(folder, base, target).filter(|file| file.is_file());
    let (status, mime, body) = match file.map(|file| (mime(&file), fs::read(file))) {
        Some((mime, Ok(body))) => ("200 OK", mime, body),
        _ => ("404 Not Found", "text/plain", b"Not found\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == "HEAD" { Ok(()) } else { stream.write_all(&body) }
}

/// The file that a request's target names; none outside the folder.
fn file_of(folder: &Path, base: &str, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = Path::new(&path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_under_the_base_path_and_inside_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(file_of(folder, "/a/b/", "/a/b/?x#y"), Some("dist/index.html".into()));
        assert_eq!(file_of(folder, "/a/b/", "/a/b/fonts/i.woff2"), Some("dist/fonts/i.woff2".into()));
        assert_eq!(file_of(folder, "/a/b/", "/start.js"), None);
        assert_eq!(file_of(folder, "/", "/../Cargo.toml"), None);
        assert_eq!(file_of(folder, "/", "//etc/passwd"), None);
    }
}
