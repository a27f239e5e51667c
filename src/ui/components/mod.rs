//! Parts of the interface that know nothing of the session: they take values and give views.

pub mod icon;
pub mod markup;
pub mod on_screen;
pub mod picture;
pub mod printing;
pub mod size;
pub mod status_mark;
pub mod stretch;
