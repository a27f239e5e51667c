//! The restore ring in `IndexedDB`. Its own store: what fills or clears localStorage leaves it alone.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction, IdbTransactionMode as Mode};

use super::local::read_error;
use super::{Point, PointReason, StorageError, VerifiedPoint, surplus};
use crate::document::Timestamp;

/// Descriptions and texts stand apart: listing reads no text.
const POINTS: &str = "points";
const TEXTS: &str = "texts";

#[derive(Clone)]
pub struct Ring {
    database: IdbDatabase,
}

impl Ring {
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        let factory =
            web_sys::window().ok_or(StorageError::Blocked)?.indexed_db().map_err(|error| read_error(&error))?;
        let request =
            factory.ok_or(StorageError::Blocked)?.open_with_u32(name, 1).map_err(|error| read_error(&error))?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn FnMut()>::new(move || {
                let Some(database) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok())
                else {
                    return;
                };
                for store in [POINTS, TEXTS] {
                    // An error makes the request fail, which is awaited below.
                    let _ = database.create_object_store(store);
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let database: IdbDatabase = result(&request).await?.dyn_into().map_err(|_| StorageError::Blocked)?;
        // A later version of this program may want to change the database: it waits until this connection is closed.
        let in_the_way = {
            let database = database.clone();
            Closure::once_into_js(move || database.close())
        };
        database.set_onversionchange(Some(in_the_way.unchecked_ref()));
        Ok(Self { database })
    }

    /// All points of this address, newest first.
    pub async fn points(&self) -> Result<Vec<Point>, StorageError> {
        let store = self.transaction(Mode::Readonly)?.object_store(POINTS).map_err(|error| read_error(&error))?;
        let all = result(&store.get_all().map_err(|error| read_error(&error))?).await?;
        let mut points: Vec<Point> = js_sys::Array::from(&all)
            .iter()
            .filter_map(|value| value.as_string())
            .filter_map(|text| Point::read(&text))
            .collect();
        // They come in the order of their ids.
        points.reverse();
        Ok(points)
    }

    pub async fn text(&self, id: u64) -> Result<Option<String>, StorageError> {
        let store = self.transaction(Mode::Readonly)?.object_store(TEXTS).map_err(|error| read_error(&error))?;
        Ok(result(&store.get(&key(id)).map_err(|error| read_error(&error))?).await?.as_string())
    }

    /// Writes a point, reads it back, and lets the programme's oldest ones go.
    pub async fn write(
        &self,
        document: &str,
        title: &str,
        at: Timestamp,
        reason: PointReason,
        text: &str,
    ) -> Result<(u64, VerifiedPoint), StorageError> {
        let others = self.points().await?;
        // The moment names the point; where a clock was set back, or two tabs write at once, the next free number.
        let id = others.iter().map(|point| point.id + 1).fold(u64::try_from(at.0).unwrap_or_default(), u64::max);
        let point = Point { id, document: document.to_owned(), title: title.to_owned(), at, reason };
        let transaction = self.transaction(Mode::Readwrite)?;
        for (store, value) in [(POINTS, point.to_text()), (TEXTS, text.to_owned())] {
            let store = transaction.object_store(store).map_err(|error| read_error(&error))?;
            store.add_with_key(&value.into(), &key(id)).map_err(|error| read_error(&error))?;
        }
        complete(&transaction).await?;
        let kept = self.text(id).await?;
        let proof = VerifiedPoint::check(text, kept.as_deref());
        let proof = proof.ok_or_else(|| StorageError::Failed("restore point not kept".into()))?;
        let mut points = others;
        points.insert(0, point);
        self.remove(&surplus(&points, document)).await?;
        Ok((id, proof))
    }

    pub async fn clear(&self) -> Result<(), StorageError> {
        let transaction = self.transaction(Mode::Readwrite)?;
        for store in [POINTS, TEXTS] {
            let store = transaction.object_store(store).map_err(|error| read_error(&error))?;
            store.clear().map_err(|error| read_error(&error))?;
        }
        complete(&transaction).await
    }

    async fn remove(&self, ids: &[u64]) -> Result<(), StorageError> {
        if ids.is_empty() {
            return Ok(());
        }
        let transaction = self.transaction(Mode::Readwrite)?;
        for store in [POINTS, TEXTS] {
            let store = transaction.object_store(store).map_err(|error| read_error(&error))?;
            for id in ids {
                store.delete(&key(*id)).map_err(|error| read_error(&error))?;
            }
        }
        complete(&transaction).await
    }

    fn transaction(&self, mode: Mode) -> Result<IdbTransaction, StorageError> {
        let stores = js_sys::Array::of2(&POINTS.into(), &TEXTS.into());
        let transaction = self.database.transaction_with_str_sequence_and_mode(&stores, mode);
        transaction.map_err(|error| read_error(&error))
    }
}

/// Milliseconds and small steps above: exact as a number of JavaScript.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay below 2^53")]
fn key(id: u64) -> JsValue {
    JsValue::from_f64(id as f64)
}

async fn result(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => request.result().map_err(|error| read_error(&error)),
        Err(_) => Err(exception(request.error().ok().flatten())),
    }
}

async fn complete(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        // A full store aborts without an error event.
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => Ok(()),
        Err(_) => Err(exception(transaction.error())),
    }
}

fn exception(error: Option<web_sys::DomException>) -> StorageError {
    match error {
        Some(error) => StorageError::from_exception(&error.name(), &error.message()),
        None => StorageError::Failed("aborted".into()),
    }
}
