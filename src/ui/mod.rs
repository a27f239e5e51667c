//! The interface: components and pages, drawn with Leptos.

pub mod components;
