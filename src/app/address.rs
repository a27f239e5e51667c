//! The address and the page that is shown: each follows the other.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::{Route, Session, browser};

/// How long an address waits to be written while selections follow each other.
const AFTER: Duration = Duration::from_millis(50);

impl Session {
    /// Shows what a link, "back" or the person's own typing leads to.
    pub(super) fn follow_address(self) {
        // The browser follows a link now, and "back" leads to what was selected last.
        window_event_listener(ev::click, move |event| {
            if browser::closest(&event, "a").is_some() {
                self.write_address();
            }
        });
        window_event_listener(ev::hashchange, move |_| {
            // What is being typed belongs to the page that goes.
            browser::leave_field();
            self.desk.update_value(|desk| desk.old_address = None);
            self.route.set(Route::parse(&browser::fragment()));
        });
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        self.write_address();
        browser::set_fragment(&route.href());
    }

    /// Shows another address in place: a filter, which "back" does not stop at.
    pub fn go_in_place(self, route: Route) {
        self.desk.update_value(|desk| desk.old_address = None);
        browser::replace_fragment(&route.href());
        self.route.set(route);
    }

    /// The same for what is selected by keys, maybe by one that is held. The address is written when that is over: browsers take
    /// their time for it, and refuse to change it some hundred times in a row.
    pub fn select_in_place(self, route: Route) {
        self.route.set(route);
        let later = set_timeout_with_handle(move || self.write_address(), AFTER).ok();
        self.desk.update_value(|desk| {
            let before = desk.old_address.take();
            let old = before.map_or_else(browser::fragment, |(old, before)| {
                before.clear();
                old
            });
            desk.old_address = later.map(|later| (old, later));
        });
    }

    /// Writes the address of what is selected if that is still to be done and the person has not gone elsewhere since.
    pub(super) fn write_address(self) {
        let old = self.desk.try_update_value(|desk| desk.old_address.take()).flatten();
        let is_here = old.is_some_and(|(old, later)| {
            later.clear();
            old == browser::fragment()
        });
        if is_here {
            browser::replace_fragment(&self.route.with_untracked(Route::href));
        }
    }
}
