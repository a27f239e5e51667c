//! The little of the wasm format that the build wants: dropping sections for debuggers.

/// The module without the custom sections that browsers only show to developers: function
/// names are a fifth of the bytes that a person would have to fetch.
///
/// `target_features` stays; nothing else in a module is touched. Bytes that are no module come
/// back as they are.
pub fn without_debug_sections(module: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let mut kept = module.get(..HEADER).unwrap_or(module).to_vec();
    let mut at = HEADER;
    while let Some(&id) = module.get(at) {
        let Some((length, content)) = number(module, at + 1) else {
            return module.to_vec();
        };
        let end = content + length;
        let debug = id == CUSTOM
            && number(module, content)
                .is_some_and(|(length, name)| module.get(name..name + length).is_some_and(is_for_tools));
        let Some(section) = module.get(at..end) else {
            return module.to_vec();
        };
        if !debug {
            kept.extend_from_slice(section);
        }
        at = end;
    }
    kept
}

/// Sections that only debuggers, the linker and the splitter read.
fn is_for_tools(section: &[u8]) -> bool {
    matches!(section, b"name" | b"producers" | b"linking" | b"__wasm_split_unstable") || section.starts_with(b"reloc.")
}

/// A LEB128 number and the place after it.
fn number(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_the_rest_stays() {
        let head = b"\0asm\x01\0\0\0";
        let types = [1, 1, 0];
        let names = [&[0, 8, 4][..], b"name", &[1, 2, 3]].concat();
        let relocations = [&[0, 11, 10][..], b"reloc.CODE"].concat();
        let features = [&[0, 16, 15][..], b"target_features"].concat();
        let module = [&head[..], &types, &names, &relocations, &features].concat();
        assert_eq!(without_debug_sections(&module), [&head[..], &types, &features].concat());
    }

    #[test]
    fn bytes_that_are_no_module_come_back() {
        for bytes in [&b"\0asm"[..], b"\0asm\x01\0\0\0\0\xff", b"\0asm\x01\0\0\0\x01\x05\0"] {
            assert_eq!(without_debug_sections(bytes), bytes);
        }
    }
}
