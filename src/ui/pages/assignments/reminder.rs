//! Below the calendar: who has not sent what, with a reminder to copy.

use leptos::prelude::*;

use super::calendar::Calendar;
use crate::evaluate::BodyReports;
use crate::i18n::messages::Reports;
use crate::i18n::{Language, Message, format_date, period_name_inside};
use crate::model::Programme;
use crate::ui::actions::copy_reminder;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// How many bodies are named before the rest is counted.
const NAMED: usize = 3;

pub(super) fn reminder(calendar: Calendar) -> AnyView {
    let session = calendar.matrix.session;
    let content = move || {
        let language = session.language.get();
        let (names, reports) = calendar.rows.with(|rows| {
            let owing: Vec<&BodyReports> = rows.iter().filter(|row| row.owed().next().is_some()).collect();
            let names: Vec<String> = owing.iter().map(|row| row.body.short().to_owned()).collect();
            (names, owing.iter().map(|row| row.owed().count()).sum::<usize>())
        });
        let bodies = names.len();
        if bodies == 0 {
            return None;
        }
        let mut named = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if bodies > NAMED {
            let rest = Reports::AndOthers { count: bodies - NAMED }.text(language).into_owned();
            named = format!("{named} {rest}");
        }
        let told = Reports::Owing { bodies, reports }.text(language).into_owned();
        let list = move || {
            let name = if calendar.is_narrowed() { Reports::ShowAll } else { Reports::ShowList };
            name.text(session.language.get()).into_owned()
        };
        Some(
            view! {
                <div class="reminder-bar">
                    {status_mark(Status::AtRisk)}
                    <p>{told}<span>{named}</span></p>
                    <div class="page-actions">
                        <button
                            class="button" on:click=move |_| calendar.narrow(!untrack(|| calendar.is_narrowed()))
                        >
                            {list}
                        </button>
                        <button class="button" on:click=move |_| copy(calendar)>
                            {icon(Icon::Copy)}{words(&Reports::CopyReminder)}
                        </button>
                    </div>
                </div>
            }
            .into_any(),
        )
    };
    content.into_any()
}

/// One line a report that has not come.
fn text(programme: &Programme, rows: &[BodyReports], language: Language) -> String {
    let mut out = String::new();
    for row in rows {
        for mark in row.owed() {
            let title = programme.duties().get(mark.duty.as_str()).map(|duty| duty.title.clone()).unwrap_or_default();
            let due = Reports::Due { day: format_date(mark.due, language) }.text(language).into_owned();
            let period = period_name_inside(mark.period, language);
            let line = format!("{}: {title}, {period}, {due} ({})\n", row.body.name, mark.standing.text(language));
            out.push_str(&line);
        }
    }
    out
}

fn copy(calendar: Calendar) {
    let session = calendar.matrix.session;
    let language = session.language.get_untracked();
    let text = session
        .programme
        .with_untracked(|programme| calendar.rows.with_untracked(|rows| text(programme, rows, language)));
    copy_reminder(session, text);
}
