//! Several files in one: a zip archive whose entries are stored as they are, which every system opens; and the files of
//! one that any system made.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::MAX_BYTES;

/// More entries than bodies can be.
const MAX_ENTRIES: usize = 2_000;

/// The archive of named texts.
pub fn bundle(files: &[(String, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = length(&out);
        let mut facts = Vec::new();
        // Version 2.0; names in UTF-8; stored; the first day that the format can say.
        push(&mut facts, &[20, 0x0800, 0, 0, 0x21]);
        facts.extend(checksum(text.as_bytes()).to_le_bytes());
        facts.extend(length(text.as_bytes()).to_le_bytes());
        facts.extend(length(text.as_bytes()).to_le_bytes());
        push(&mut facts, &[short(name.len()), 0]);

        out.extend(b"PK\x03\x04");
        out.extend(&facts);
        out.extend(name.as_bytes());
        out.extend(text.as_bytes());

        directory.extend(b"PK\x01\x02");
        push(&mut directory, &[20]);
        directory.extend(&facts);
        push(&mut directory, &[0, 0, 0, 0, 0]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size, count) = (length(&out), length(&directory), short(files.len()));
    out.append(&mut directory);
    out.extend(b"PK\x05\x06");
    push(&mut out, &[0, 0, count, count]);
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    push(&mut out, &[0]);
    out
}

/// The files of an archive, by name. `None`: it is none, or not whole.
pub fn unbundle(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let (count, mut at) = (word(bytes, end + 10)?, long(bytes, end + 16)?);
    let mut files = Vec::new();
    let mut left = MAX_BYTES;
    for _ in 0..count.min(MAX_ENTRIES) {
        let (method, size, start) = (word(bytes, at + 10)?, long(bytes, at + 20)?, long(bytes, at + 42)?);
        let lengths = [word(bytes, at + 28)?, word(bytes, at + 30)?, word(bytes, at + 32)?];
        let name = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + lengths[0])?).into_owned();
        // The entry's own head can have other lengths than the directory.
        let start = start + 30 + word(bytes, start + 26)? + word(bytes, start + 28)?;
        let packed = bytes.get(start..start.checked_add(size)?)?;
        let file = match method {
            0 if packed.len() <= left => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, left).ok()?,
            _ => return None,
        };
        left -= file.len();
        files.push((name, file));
        at += 46 + lengths.iter().sum::<usize>();
    }
    Some(files)
}

fn word(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

/// A place in the archive, or a length of it.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let number = usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
    (number <= bytes.len()).then_some(number)
}

fn push(out: &mut Vec<u8>, words: &[u16]) {
    out.extend(words.iter().flat_map(|word| word.to_le_bytes()));
}

fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn length(bytes: &[u8]) -> u32 {
    // A part is far smaller than what the format can say.
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// CRC-32 as zip archives have it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn another_program_reads_what_was_bundled() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        let files = [("Sở Nội vụ.json".to_owned(), "{}\n".to_owned()), ("b.json".to_owned(), "chữ".repeat(900))];
        let whole: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect();
        assert_eq!(unbundle(&bundle(&files)), Some(whole));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bundle(&files))).expect("an archive");
        assert_eq!(archive.len(), 2);
        for (index, (name, text)) in files.iter().enumerate() {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut read = String::new();
            entry.read_to_string(&mut read).expect("whole");
            assert_eq!((entry.name(), &read), (name.as_str(), text));
        }
    }

    #[test]
    fn an_archive_of_another_program_is_opened_and_a_cut_one_refused() {
        use std::io::Write as _;
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in ["a.json", "thư mục/b.json"] {
            let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
            out.start_file(name, packed).expect("room");
            out.write_all("chữ".repeat(500).as_bytes()).expect("room");
        }
        let bytes = out.finish().expect("an archive").into_inner();
        let files = unbundle(&bytes).expect("whole");
        assert_eq!(files.len(), 2);
        assert_eq!(files[1], ("thư mục/b.json".to_owned(), "chữ".repeat(500).into_bytes()));
        for cut in 0..bytes.len() {
            assert!(unbundle(&bytes[..cut]).is_none_or(|files| files.len() < 3), "cut at {cut}");
            assert!(unbundle(&bytes[cut..]).is_none_or(|files| files.len() < 3), "begun at {cut}");
        }
        assert_eq!(unbundle(b"PK\x03\x04"), None);
        assert_eq!(unbundle(&[]), None);
    }
}
