//! What the page says before the program is there is what the program then says.

use tiendo::i18n::Message;
use tiendo::i18n::messages::{FirstRun, Shell};

#[test]
fn the_first_words_are_the_first_pages() {
    let page = include_str!("../index.html");
    let (_, words) = page.split_once("id=\"first-words\"").expect("the page has first words");
    let messages: [&dyn Message; 3] = [&Shell::Product, &FirstRun::Headline, &FirstRun::HeadlineNote];
    for message in messages {
        assert!(words.contains(message.vi().as_ref()), "{}", message.vi());
    }
}
