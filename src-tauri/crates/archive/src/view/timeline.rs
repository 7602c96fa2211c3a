//! How many events there were when: the density of a session over time, and what is nearest to a moment.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::launches::FoundLaunch;
use super::{State, View};
use crate::block::{Block, Row, places};
use crate::clients::clients;
use crate::columns::NO_CLIENT;
use crate::snapshot::Snapshot;

/// Clients with a lane of their own; a screen has no room for more.
const MOST_LANES: usize = 12;
/// Blocks that one thread counts at least: for fewer, a second thread is not worth its lists.
const BLOCKS_OF_THREAD: usize = 1_024;

/// Which piece of a session's time to look at, and how closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins, milliseconds since 1970; none begins with the session.
    pub from: Option<i64>,
    /// Where it ends; none ends with the session.
    pub to: Option<i64>,
    /// Into how many equal pieces it is cut, at least one.
    pub pieces: usize,
}

/// The density of a session over time. All lists have one number for each piece of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Density {
    /// The archive's revision that it is at least as new as.
    pub revision: u64,
    /// When the first event was, whatever the filter shows; none while there is no event. What is hidden counts nowhere,
    /// unless the list shows it.
    pub first: Option<i64>,
    /// When the newest event was.
    pub last: Option<i64>,
    /// Where the stretch begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// Events, whatever the filter shows.
    pub all: Vec<u32>,
    /// What the filter shows, for each client.
    pub lanes: Vec<Lane>,
    /// What tells of an error, among what the filter shows; nothing while that is not known.
    pub errors: Vec<u32>,
    /// Whether it is known which events tell of an error; [`View::find_errors`] finds out.
    pub knows_errors: bool,
    /// What is flagged, among what the filter shows.
    pub flags: Vec<u32>,
    /// App launches of the clients that the filter shows.
    pub launches: Vec<u32>,
}

/// Some of the events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Whose they are.
    pub of: LaneOf,
    /// How many there are in each piece of time.
    pub counts: Vec<u32>,
}

/// Whose events a lane shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneOf {
    /// A client's, by its identifier in lower case.
    Client(String),
    /// Those of all clients that have no lane of their own.
    OtherClients,
    /// Those without a client.
    Nobody,
}

impl View {
    /// How many events there are in each piece of a stretch of time. Reads no event, only what is kept of all in memory.
    #[must_use]
    pub fn density(&self, stretch: Stretch) -> Density {
        let revision = self.archive.revision();
        let errors = self.error_masks_at_hand();
        let (snapshot, shown, leaves_out, launches) = {
            let mut state = self.up_to_date();
            let State {
                matches,
                snapshot,
                list,
                ..
            } = &mut *state;
            let is_shown = |launch: &&FoundLaunch| matches.shows_client(launch.client);
            let launches = list.launches_in(snapshot).found().filter(is_shown);
            let launches: Vec<Row> = launches.map(|launch| launch.row).collect();
            let leaves_out = matches.leaves_out(snapshot);
            let shown = matches.masks().map(<[u128]>::to_vec);
            (snapshot.clone(), shown, leaves_out, launches)
        };
        let left_out = |block: &Block| if leaves_out { snapshot.marks.left_out(block) } else { 0 };
        let counts_at_all = |row: &&Row| {
            let (block, place) = snapshot.block(**row);
            !leaves_out || left_out(block) >> place & 1 == 0
        };
        let time_of = |row: &Row| snapshot.timestamp(*row);
        let first = snapshot.order.iter().find(counts_at_all).map(time_of);
        let last = snapshot.order.iter().rfind(counts_at_all).map(time_of);
        let scale = Scale::new(&stretch, first, last);
        let lanes = Lanes::of(&clients(&self.archive), &snapshot);
        let of_block = |masks: &[u128], block: &Block| masks.get(block.number as usize).copied().unwrap_or(0);
        let masks_of = |block: &Block| Masks {
            visible: snapshot.visible(block) & !left_out(block),
            shown: shown.as_ref().map_or(u128::MAX, |shown| of_block(shown, block)),
            errors: errors.as_ref().map_or(0, |errors| of_block(errors, block)),
            flagged: snapshot.marks.block(block.number).flagged,
        };
        let mut counts = snapshot
            .blocks
            .par_iter()
            .with_min_len(BLOCKS_OF_THREAD)
            .fold(
                || Counts::new(lanes.count(), scale.pieces),
                |mut counts, block| {
                    counts.add(block, &masks_of(block), &lanes, &scale);
                    counts
                },
            )
            .reduce(|| Counts::new(lanes.count(), scale.pieces), Counts::and);
        for row in launches {
            if let Some(piece) = scale.piece(snapshot.timestamp(row)) {
                counts.launches[piece] += 1;
            }
        }
        Density {
            revision,
            first,
            last,
            from: scale.from,
            to: scale.to,
            all: counts.all,
            lanes: lanes.named(counts.lanes),
            errors: counts.errors,
            knows_errors: errors.is_some(),
            flags: counts.flags,
            launches: counts.launches,
        }
    }

    /// The event that is nearest to a moment, among those that the filter shows; of several at one time the first.
    #[must_use]
    pub fn nearest(&self, moment: i64) -> Option<String> {
        let state = self.up_to_date();
        let (rows, snapshot) = (state.matches.rows(), &state.snapshot);
        let later = rows.partition_point(|row| snapshot.timestamp(*row) < moment);
        let before = later.checked_sub(1).map(|last| snapshot.timestamp(rows[last]));
        let before = before.map(|time| rows.partition_point(|row| snapshot.timestamp(*row) < time));
        let near = [Some(later).filter(|place| *place < rows.len()), before];
        let distance = |place: &usize| snapshot.timestamp(rows[*place]).abs_diff(moment);
        let place = near
            .into_iter()
            .flatten()
            .min_by_key(|place| (distance(place), Reverse(*place)))?;
        let (block, at) = snapshot.block(rows[place]);
        Some(block.columns.id(at).to_string())
    }
}

/// Where on a stretch of time a moment is.
struct Scale {
    from: i64,
    to: i64,
    pieces: usize,
    pieces_per_millisecond: f64,
}

impl Scale {
    fn new(stretch: &Stretch, first: Option<i64>, last: Option<i64>) -> Self {
        let from = stretch.from.or(first).unwrap_or_default();
        let to = stretch.to.or(last).unwrap_or(from).max(from);
        let pieces = stretch.pieces.max(1);
        // The last millisecond belongs to it.
        let length = to.abs_diff(from) as f64 + 1.0;
        Self {
            from,
            to,
            pieces,
            pieces_per_millisecond: pieces as f64 / length,
        }
    }

    fn piece(&self, moment: i64) -> Option<usize> {
        if moment < self.from || moment > self.to {
            return None;
        }
        let piece = moment.abs_diff(self.from) as f64 * self.pieces_per_millisecond;
        Some((piece as usize).min(self.pieces - 1))
    }
}

/// The lanes, and to which of them a client's word belongs.
struct Lanes {
    named: Vec<(u32, String)>,
    /// By the last bits of a word: which word was meant, and its lane.
    quick: [(u32, usize); QUICK],
}

/// So many that the words of a few clients seldom share a place.
const QUICK: usize = 256;

impl Lanes {
    /// The clients as they were met, so that a lane stays where it is while others come.
    fn of(known: &[crate::clients::Client], snapshot: &Snapshot) -> Self {
        let mut met: Vec<_> = known.iter().collect();
        met.sort_unstable_by_key(|client| client.colour);
        let words = snapshot.dictionary.read();
        let word = |id: &String| words.known_string(id).map(|word| (word, id.clone()));
        let named: Vec<_> = met
            .iter()
            .take(MOST_LANES)
            .filter_map(|client| word(&client.id))
            .collect();
        let mut quick = [(NO_CLIENT, named.len() + 1); QUICK];
        for (lane, (word, _)) in named.iter().enumerate() {
            quick[*word as usize % QUICK] = (*word, lane);
        }
        Self { named, quick }
    }

    fn count(&self) -> usize {
        self.named.len() + 2
    }

    fn lane(&self, client: u32) -> usize {
        let (word, lane) = self.quick[client as usize % QUICK];
        if word == client {
            return lane;
        }
        if client == NO_CLIENT {
            return self.named.len() + 1;
        }
        let lane = self.named.iter().position(|(word, _)| *word == client);
        lane.unwrap_or(self.named.len())
    }

    /// The lanes to show: every client that has one, and the others where they have events.
    fn named(self, counts: Vec<Vec<u32>>) -> Vec<Lane> {
        let clients = self.named.into_iter().map(|(_, id)| LaneOf::Client(id));
        let others = [LaneOf::OtherClients, LaneOf::Nobody];
        clients
            .chain(others)
            .zip(counts)
            .map(|(of, counts)| Lane { of, counts })
            .filter(|lane| matches!(lane.of, LaneOf::Client(_)) || lane.counts.iter().any(|count| *count > 0))
            .collect()
    }
}

/// Rows of one block.
struct Masks {
    /// Those that count at all.
    visible: u128,
    /// Those that the filter shows.
    shown: u128,
    errors: u128,
    flagged: u128,
}

struct Counts {
    all: Vec<u32>,
    lanes: Vec<Vec<u32>>,
    errors: Vec<u32>,
    flags: Vec<u32>,
    launches: Vec<u32>,
}

impl Counts {
    fn new(lanes: usize, pieces: usize) -> Self {
        Self {
            all: vec![0; pieces],
            lanes: vec![vec![0; pieces]; lanes],
            errors: vec![0; pieces],
            flags: vec![0; pieces],
            launches: vec![0; pieces],
        }
    }

    fn add(&mut self, block: &Block, masks: &Masks, lanes: &Lanes, scale: &Scale) {
        let columns = &block.columns;
        // Neighbours mostly have the same client.
        let mut last = (NO_CLIENT, lanes.lane(NO_CLIENT));
        for place in places(masks.visible) {
            let Some(piece) = scale.piece(columns.timestamps.at(place)) else {
                continue;
            };
            self.all[piece] += 1;
            if masks.shown >> place & 1 == 0 {
                continue;
            }
            let client = columns.clients[place];
            if client != last.0 {
                last = (client, lanes.lane(client));
            }
            self.lanes[last.1][piece] += 1;
            self.errors[piece] += (masks.errors >> place & 1) as u32;
            self.flags[piece] += (masks.flagged >> place & 1) as u32;
        }
    }

    fn and(mut self, other: Self) -> Self {
        let add = |to: &mut Vec<u32>, from: Vec<u32>| to.iter_mut().zip(from).for_each(|(sum, count)| *sum += count);
        add(&mut self.all, other.all);
        add(&mut self.errors, other.errors);
        add(&mut self.flags, other.flags);
        for (to, from) in self.lanes.iter_mut().zip(other.lanes) {
            add(to, from);
        }
        self
    }
}

#[cfg(test)]
mod tests;
