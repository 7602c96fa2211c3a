//! Changing honest bytes by a seeded chance.

/// Longer inputs only make everything slow.
const LONGEST: usize = 256 * 1024;
/// Bytes that mean something to one parser or another.
const TELLING: &[u8] = b"\0\x01\x7f\x80\xff\"'{}[]()<>\\/:;,.%&=?#@*+-~|$`!^_ \t\r\n09aAzZ";
/// Texts that do.
const TELLING_TEXTS: [&[u8]; 16] = [
    b"99999999999999999999999",
    b"-9223372036854775808",
    b"9223372036854775807",
    b"1e999",
    b"-1",
    b"null",
    b"true",
    b"\\ud800",
    b"\\u0000",
    "\u{202e}\u{200b}\u{feff}".as_bytes(),
    b"{{a}}",
    b"../..",
    b"-----BEGIN CERTIFICATE-----",
    b"%00",
    b"\xff\xff\xff\xff\xff\xff\xff\xff\x01",
    b"\x1f\x8b",
];
/// What may be nested, or said again and again.
const NESTING: [&[u8]; 8] = [b"[", b"{\"a\":", b"(", b"NOT ", b"\\\"", b"\x30\x80", b"--x\r\n", b"{{"];

/// The same throws for the same name, on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(name: &str) -> Self {
        Self(name.bytes().fold(20_261_122, |seed: u64, byte| {
            seed.wrapping_mul(31).wrapping_add(u64::from(byte))
        }))
    }

    /// A number below another.
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed % end.max(1) as u64) as usize
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// A range of a text of so many bytes; most are short.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let longest = match self.below(4) {
            0 => length,
            1 => 64,
            _ => 6,
        };
        start..start + self.below(longest.min(length - start) + 1)
    }
}

/// One of the seeds with a few changes.
pub(crate) fn changed(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut data = dice.of(seeds).clone();
    for _ in 0..=dice.below(4) {
        let range = dice.range(data.len());
        match dice.below(10) {
            0 if !data.is_empty() => {
                let place = dice.below(data.len());
                data[place] ^= 1 << dice.below(8);
            }
            1 if !data.is_empty() => {
                let place = dice.below(data.len());
                data[place] = *dice.of(TELLING);
            }
            2 => drop(data.splice(range, [])),
            3 => {
                let again = data[range.clone()].repeat(1 + dice.below(40));
                data.splice(range, again);
            }
            4 => {
                let random: Vec<u8> = (0..dice.below(20)).map(|_| dice.below(256) as u8).collect();
                data.splice(range, random);
            }
            5 => {
                let other = dice.of(seeds).clone();
                let piece = other[dice.range(other.len())].to_vec();
                data.splice(range, piece);
            }
            6 => data.truncate(range.start),
            7 => {
                let nested = dice.of(&NESTING).repeat(dice.below(3000));
                data.splice(range, nested);
            }
            8 => {
                let number = data[range.start..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_digit())
                    .count();
                let text = dice.of(&TELLING_TEXTS).to_vec();
                data.splice(range.start..range.start + number, text);
            }
            _ => {
                let text = dice.of(&TELLING_TEXTS).to_vec();
                data.splice(range, text);
            }
        }
        data.truncate(LONGEST);
    }
    data
}
