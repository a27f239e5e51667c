//! The chart as a file: SVG, PNG or the figures as CSV.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::{Session, file_words, joined_name};
use crate::charts::{Chart, csv, standalone_svg};
use crate::i18n::Message;
use crate::i18n::messages::Indicator;
use crate::ui::actions::{download, download_blob};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Svg,
    Png,
    Csv,
}

/// As wide as a page of A4 takes it, and sharp on paper.
const WIDTH: f64 = 960.0;
const PIXEL_RATIO: f64 = 2.0;

pub fn take_along(session: Session, chart: Chart, kind: Kind) {
    let language = session.language.get_untracked();
    // `tao-viec-lam-moi.svg`.
    let name = |end: &str| joined_name([file_words(&chart.name)], end);
    match kind {
        Kind::Csv => download(&name("csv"), "text/csv;charset=utf-8", &csv(&chart, language)),
        Kind::Svg => {
            download(&name("svg"), "image/svg+xml", &standalone_svg(&chart.draw(WIDTH, language)));
        }
        Kind::Png => {
            let (name, drawing) = (name("png"), chart.draw(WIDTH, language));
            spawn_local(async move {
                let size = (drawing.width * PIXEL_RATIO, drawing.height * PIXEL_RATIO);
                if png(&standalone_svg(&drawing), size, name).await.is_err() {
                    session.toast(Indicator::PictureFailed.text(language), None);
                }
            });
        }
    }
}

/// Paints an SVG file on a canvas and hands it out.
async fn png(svg: &str, (width, height): (f64, f64), name: String) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&svg.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(&address);
    let painted = match JsFuture::from(image.decode()).await {
        Ok(_) => paint(&image, width, height),
        Err(error) => Err(error),
    };
    web_sys::Url::revoke_object_url(&address)?;
    let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| {
        if let Some(blob) = blob {
            download_blob(&name, &blob);
        }
    });
    painted?.to_blob(done.unchecked_ref())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture of a few thousand pixels")]
fn paint(image: &web_sys::HtmlImageElement, width: f64, height: f64) -> Result<web_sys::HtmlCanvasElement, JsValue> {
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
