//! Reading official documents: invented ones of many styles against hand-made expectations, as text and as .docx; files
//! that are made to hurt; and, where the reference texts lie beside the repository, those too.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod docx;
mod hostile;
mod invented;
mod package;
mod programme;
mod reference_texts;
mod rules;
mod score;
