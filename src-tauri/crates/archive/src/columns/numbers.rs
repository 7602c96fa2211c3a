//! A column of numbers that lie near each other: a block's events are of a few seconds, and a device counts in ones.

use super::mask_of;
use crate::codec::{Damaged, read_varint, unzigzag, write_varint, zigzag};

/// One number for each row.
#[derive(Debug, Clone)]
pub(crate) struct NumberColumn {
    least: i64,
    above: Above,
}

/// How far each number is above the least one, in as few bytes as all of them need.
#[derive(Debug, Clone)]
enum Above {
    Bytes(Box<[u8]>),
    Pairs(Box<[u16]>),
    Fours(Box<[u32]>),
    /// Of a block that grows, too.
    Whole(Vec<i64>),
}

impl Default for NumberColumn {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl NumberColumn {
    /// Numbers as they are.
    fn of(numbers: Vec<i64>) -> Self {
        Self {
            least: 0,
            above: Above::Whole(numbers),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match &self.above {
            Above::Bytes(list) => list.len(),
            Above::Pairs(list) => list.len(),
            Above::Fours(list) => list.len(),
            Above::Whole(list) => list.len(),
        }
    }

    /// The number of the row at a place that there is.
    #[inline]
    pub(crate) fn at(&self, place: usize) -> i64 {
        let above = match &self.above {
            Above::Bytes(list) => i64::from(list[place]),
            Above::Pairs(list) => i64::from(list[place]),
            Above::Fours(list) => i64::from(list[place]),
            Above::Whole(list) => list[place],
        };
        self.least.wrapping_add(above)
    }

    /// The number of the row at a place.
    pub(crate) fn get(&self, place: usize) -> Option<i64> {
        (place < self.len()).then(|| self.at(place))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = i64> + Clone {
        (0..self.len()).map(|place| self.at(place))
    }

    /// The rows whose number is wanted.
    pub(crate) fn mask(&self, mut is_wanted: impl FnMut(i64) -> bool) -> u128 {
        let mut is_wanted = |above: i64| is_wanted(self.least.wrapping_add(above));
        match &self.above {
            Above::Bytes(list) => mask_of(list, |above| is_wanted(i64::from(*above))),
            Above::Pairs(list) => mask_of(list, |above| is_wanted(i64::from(*above))),
            Above::Fours(list) => mask_of(list, |above| is_wanted(i64::from(*above))),
            Above::Whole(list) => mask_of(list, |above| is_wanted(*above)),
        }
    }

    pub(super) fn push(&mut self, number: i64) {
        match &mut self.above {
            Above::Whole(list) => list.push(number.wrapping_sub(self.least)),
            _ => {
                *self = Self::of(self.iter().chain([number]).collect());
            }
        }
    }

    /// The same numbers in as little room as they need: nothing is added any more.
    pub(super) fn narrowed(self) -> Self {
        match self {
            Self {
                least: 0,
                above: Above::Whole(numbers),
            } => narrow(&numbers),
            other => other,
        }
    }

    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let mut before = 0i64;
        for number in self.iter() {
            write_varint(bytes, zigzag(number.wrapping_sub(before)));
            before = number;
        }
    }

    /// The column of so many rows that begins at a place; moves the place behind it.
    pub(super) fn read(bytes: &[u8], at: &mut usize, rows: usize) -> Result<Self, Damaged> {
        let (mut list, mut before) = (Vec::with_capacity(rows), 0i64);
        for _ in 0..rows {
            before = before.wrapping_add(unzigzag(read_varint(bytes, at)?));
            list.push(before);
        }
        Ok(narrow(&list))
    }

    /// Bytes in memory beside the column itself.
    pub(super) fn held(&self) -> usize {
        match &self.above {
            Above::Bytes(list) => size_of_val(&**list),
            Above::Pairs(list) => size_of_val(&**list),
            Above::Fours(list) => size_of_val(&**list),
            Above::Whole(list) => list.capacity() * size_of::<i64>(),
        }
    }
}

fn narrow(numbers: &[i64]) -> NumberColumn {
    let (least, most) = numbers.iter().fold((i64::MAX, i64::MIN), |(least, most), number| {
        (least.min(*number), most.max(*number))
    });
    let above = numbers.iter().map(|number| number.wrapping_sub(least));
    let above = match most.abs_diff(least) {
        0..=0xFF => Above::Bytes(above.map(|above| above as u8).collect()),
        0x100..=0xFFFF => Above::Pairs(above.map(|above| above as u16).collect()),
        0x1_0000..=0xFFFF_FFFF => Above::Fours(above.map(|above| above as u32).collect()),
        _ => return NumberColumn::of(numbers.to_vec()),
    };
    NumberColumn { least, above }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_of_any_width_come_back(
            least in any::<i64>(),
            width in 0..64_u32,
            above in prop::collection::vec(any::<u64>(), 0..128),
            later in any::<i64>(),
        ) {
            let numbers: Vec<i64> = above.iter().map(|above| least.wrapping_add((above >> width).cast_signed())).collect();
            let mut column = NumberColumn::of(numbers.clone()).narrowed();
            prop_assert!(column.iter().eq(numbers.iter().copied()));
            prop_assert_eq!(column.get(numbers.len()), None);
            prop_assert_eq!(column.mask(|number| number % 3 == 0), mask_of(&numbers, |number| number % 3 == 0));
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let mut at = 0;
            let read = NumberColumn::read(&bytes, &mut at, numbers.len()).unwrap();
            prop_assert_eq!(at, bytes.len());
            prop_assert!(read.iter().eq(numbers.iter().copied()));
            column.push(later);
            prop_assert!(column.iter().eq(numbers.into_iter().chain([later])));
        }
    }

    #[test]
    fn what_is_near_takes_little_room() {
        let held = |step: i64| {
            NumberColumn::of((0..100).map(|place| -7 + place * step).collect())
                .narrowed()
                .held()
        };
        assert_eq!([1, 100, 100_000, 1 << 40].map(held), [100, 200, 400, 800]);
    }
}
