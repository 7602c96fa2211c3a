//! Chance with a fixed seed: the same seed gives the same file on every machine.

use std::cell::RefCell;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Everything that the generator leaves to chance comes from here. Shared, so that a throw may stand in the middle of
/// an event.
pub(super) struct Dice(RefCell<ChaCha8Rng>);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(RefCell::new(ChaCha8Rng::seed_from_u64(seed)))
    }

    pub(super) fn between(&self, low: i64, high: i64) -> i64 {
        self.0.borrow_mut().random_range(low..=high)
    }

    pub(super) fn chance(&self, probability: f64) -> bool {
        self.0.borrow_mut().random_bool(probability)
    }

    /// Any one, all alike.
    pub(super) fn any<'a, T>(&self, from: &'a [T]) -> &'a T {
        let place = self.0.borrow_mut().random_range(0..from.len() as u64);
        &from[place as usize]
    }

    /// One of a list that starts with the popular ones: the first is by far the most frequent, the last is seldom seen.
    pub(super) fn popular<'a, T>(&self, from: &'a [T]) -> &'a T {
        let place = self.0.borrow_mut().random::<f64>().powi(3) * from.len() as f64;
        &from[(place as usize).min(from.len() - 1)]
    }

    /// A place in a list of weights, the heavier the more often.
    pub(super) fn weighted<'a, T>(&self, from: &'a [(u32, T)]) -> &'a T {
        let total: u32 = from.iter().map(|(weight, _)| weight).sum();
        let mut left = self.0.borrow_mut().random_range(0..total);
        for (weight, item) in from {
            if left < *weight {
                return item;
            }
            left -= weight;
        }
        &from[0].1
    }

    pub(super) fn uuid(&self) -> String {
        uuid::Builder::from_random_bytes(self.0.borrow_mut().random())
            .into_uuid()
            .to_string()
    }

    pub(super) fn hex(&self, digits: usize) -> String {
        self.text(b"0123456789abcdef", digits)
    }

    pub(super) fn digits(&self, digits: usize) -> String {
        self.text(b"0123456789", digits)
    }

    /// As many letters of base64 as a token or a cookie has.
    pub(super) fn base64(&self, letters: usize) -> String {
        self.text(
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
            letters,
        )
    }

    /// Letters and digits that a person can read out, as in a voucher or an order number.
    pub(super) fn code(&self, letters: usize) -> String {
        self.text(b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ", letters)
    }

    fn text(&self, alphabet: &[u8], length: usize) -> String {
        let mut dice = self.0.borrow_mut();
        (0..length)
            .map(|_| char::from(alphabet[dice.random_range(0..alphabet.len() as u32) as usize]))
            .collect()
    }
}
