//! Several files in one: a zip archive whose entries are stored as they are, which every system opens.

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
        facts.extend((length(name.as_bytes()) as u16).to_le_bytes());
        push(&mut facts, &[0]);

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
    let (start, size, count) = (length(&out), length(&directory), files.len() as u16);
    out.append(&mut directory);
    out.extend(b"PK\x05\x06");
    push(&mut out, &[0, 0, count, count]);
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    push(&mut out, &[0]);
    out
}

fn push(out: &mut Vec<u8>, words: &[u16]) {
    out.extend(words.iter().flat_map(|word| word.to_le_bytes()));
}

fn length(bytes: &[u8]) -> u32 {
    bytes.len() as u32
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
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bundle(&files))).expect("an archive");
        assert_eq!(archive.len(), 2);
        for (index, (name, text)) in files.iter().enumerate() {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut read = String::new();
            entry.read_to_string(&mut read).expect("whole");
            assert_eq!((entry.name(), &read), (name.as_str(), text));
        }
    }
}
