//! A made-up session, as large as wanted: what the measurements run on.
//!
//! A shop's app on several phones sends what real ones send, in the shapes and about as often as in an export of a real
//! session, with fresh identifiers, times, prices, addresses and words everywhere, so that the file packs no better than a
//! real one. One event a line, as compact as Adobe's API answers, in the order in which the events arrived. The same
//! seed gives the same bytes.

mod app_life;
mod client;
mod dice;
mod edge;
mod occasions;
mod services;
mod shop;
mod streaming;
mod telling;
mod world;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use client::Client;
use dice::Dice;
use telling::Telling;
use world::World;

/// In how many events each rare word occurs: in this many purchases, each reported three times.
const PURCHASES_OF_A_RARE_WORD: u64 = 4;

/// How many people are in the app at once.
const AT_ONCE: usize = 7;

/// 1 September 2026, when the session in the file starts.
pub(crate) const START: i64 = 1_788_220_800_000;

type Story = fn(&mut Telling<'_>);

/// What a person does next, and how often.
const STORIES: [(u32, Story); 20] = [
    (200, |telling| telling.view_product()),
    (150, |telling| telling.view_screen()),
    (60, |telling| telling.search()),
    (50, |telling| telling.view_list()),
    (70, |telling| telling.add_to_cart()),
    (15, |telling| telling.remove_from_cart()),
    (15, |telling| telling.check_out()),
    (15, |telling| telling.buy(None)),
    (12, |telling| telling.review()),
    (110, |telling| telling.interact_with_message()),
    (25, |telling| telling.fetch_messages()),
    (35, |telling| telling.rule_fires()),
    (160, |telling| telling.some_state()),
    (90, |telling| telling.track_action()),
    (25, |telling| telling.enter_place()),
    (15, |telling| telling.watch()),
    (50, |telling| telling.log_lines()),
    (45, |telling| telling.pause_and_resume()),
    (25, |telling| telling.push_message()),
    (12, |telling| {
        telling.configuration_update();
        telling.screenshot();
    }),
];

struct Visit {
    client: usize,
    number: i64,
    now: i64,
    cart: Vec<(usize, i64)>,
    stories_left: i64,
}

/// The events of a session, as lines of JSON without their line ends.
pub(crate) struct Events<'a> {
    start: i64,
    dice: Dice,
    world: World,
    clients: Vec<Client>,
    visits: Vec<Visit>,
    arrived: BinaryHeap<Reverse<(i64, u64, String)>>,
    made: u64,
    given: u64,
    count: u64,
    rare_words: &'a [String],
    rare_purchases: u64,
}

impl<'a> Events<'a> {
    /// A session of `count` events from `start` on (milliseconds since 1970), in which each of the rare words occurs in exactly twelve.
    ///
    /// There have to be enough events for the purchases that the rare words are in: a hundred for each time.
    pub(crate) fn new(seed: u64, start: i64, count: u64, rare_words: &'a [String]) -> Self {
        let dice = Dice::new(seed);
        let world = World::new(&dice);
        let clients = (0..24 + count / 12_000).map(|_| Client::new(&dice)).collect();
        Self {
            start,
            dice,
            world,
            clients,
            visits: Vec::new(),
            arrived: BinaryHeap::new(),
            made: 0,
            given: 0,
            count,
            rare_words,
            rare_purchases: 0,
        }
    }

    fn tell(&mut self) {
        while self.visits.len() < AT_ONCE {
            let start = self.visits.iter().map(|visit| visit.now).max().unwrap_or(self.start);
            let visit = self.visit(start);
            self.visits.push(visit);
        }
        let (place, _) = self
            .visits
            .iter()
            .enumerate()
            .min_by_key(|(_, visit)| visit.now)
            .expect("somebody is always in the app");
        let rare = self.due_rare_word();
        let visit = &mut self.visits[place];
        let mut telling = Telling {
            dice: &self.dice,
            world: &self.world,
            client: &self.clients[visit.client],
            number: &mut visit.number,
            now: &mut visit.now,
            cart: &mut visit.cart,
            arrivals: Vec::new(),
        };
        if *telling.number == 0 {
            telling.launch();
        } else if let Some(word) = rare {
            telling.buy(Some(word));
            self.rare_purchases += 1;
        } else if visit.stories_left == 0 {
            telling.disconnect();
        } else {
            let story = *telling.dice.weighted(&STORIES);
            story(&mut telling);
        }
        telling.wait(300, 25_000);
        for arrival in telling.arrivals {
            self.arrived.push(Reverse((arrival.at, self.made, arrival.text)));
            self.made += 1;
        }
        visit.stories_left -= 1;
        if visit.stories_left < 0 {
            let now = visit.now;
            self.visits[place] = self.visit(now);
        }
    }

    /// The launch of an app some time after `start`.
    fn visit(&mut self, start: i64) -> Visit {
        Visit {
            client: self.dice.between(0, self.clients.len() as i64 - 1) as usize,
            number: 0,
            now: start + self.dice.between(500, 240_000),
            cart: Vec::new(),
            stories_left: self.dice.between(2, 40),
        }
    }

    /// The rare words are spread over the file, and complete well before its end.
    fn due_rare_word(&self) -> Option<&'a str> {
        let all = self.rare_words.len() as u64 * PURCHASES_OF_A_RARE_WORD;
        let due = (self.rare_purchases * 2 + 1) * self.count * 9 / (all.max(1) * 20);
        (self.rare_purchases < all && self.made > due)
            .then(|| self.rare_words[(self.rare_purchases % self.rare_words.len() as u64) as usize].as_str())
    }
}

impl Iterator for Events<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.given == self.count {
            return None;
        }
        // What is told from now on arrives later than the earliest clock.
        while self.visits.len() < AT_ONCE
            || self
                .arrived
                .peek()
                .is_none_or(|Reverse((at, ..))| self.visits.iter().any(|visit| visit.now <= *at))
        {
            self.tell();
        }
        self.given += 1;
        self.arrived.pop().map(|Reverse((.., text))| text)
    }
}
