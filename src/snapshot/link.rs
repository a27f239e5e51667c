//! A small snapshot as the fragment of a link: deflated, then base64url.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::finding::{Code, Finding};

/// Chat programs cut links that are longer than this many characters.
pub const MAX_LINK: usize = 2_000;
/// What a link may unfold to: a bomb of a thousand letters can hold a million.
const MAX_UNFOLDED: usize = 1 << 20;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub fn encode_link(text: &str) -> String {
    let packed = compress_to_vec_zlib(text.as_bytes(), 9);
    let mut out = String::with_capacity(packed.len().div_ceil(3) * 4);
    for chunk in packed.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        // n bytes make n + 1 digits.
        for place in 0..=chunk.len() {
            out.push(char::from(DIGITS[(bits >> (18 - 6 * place)) as usize & 63]));
        }
    }
    out
}

/// The text of a link. White space that mail programs break long links with is passed over.
pub fn decode_link(link: &str) -> Result<String, Finding> {
    let mut packed = Vec::with_capacity(link.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in link.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return Err(Finding::of_file(Code::NotText)),
        };
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            packed.push((bits >> held & 0xff) as u8);
        }
    }
    let text = decompress_to_vec_zlib_with_limit(&packed, MAX_UNFOLDED).map_err(|error| {
        Finding::of_file(match error.status {
            TINFLStatus::HasMoreOutput => Code::TooLarge { bytes: MAX_UNFOLDED },
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => Code::Truncated,
            _ => Code::NotText,
        })
    })?;
    String::from_utf8(text).map_err(|_| Finding::of_file(Code::NotText))
}
