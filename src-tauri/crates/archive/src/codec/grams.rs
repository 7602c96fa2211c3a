//! Which groups of three bytes a block's texts have, as a bitmap: so that a search passes over the blocks that cannot
//! hold what it looks for.

/// Bytes of the largest bitmap.
pub(crate) const LARGEST_GRAMS: usize = 4096;
/// Bytes of the smallest and of the largest bitmap.
const SIZES: (usize, usize) = (64, LARGEST_GRAMS);

/// The bitmap of a stream of texts. Upper and lower case count as one.
pub(crate) fn grams_of(mut texts: Vec<u8>) -> Vec<u8> {
    if texts.len() < 3 {
        return Vec::new();
    }
    // A bit for each byte of text: hardly more than a tenth of them are set.
    let size = (texts.len() / 8).next_power_of_two().clamp(SIZES.0, SIZES.1);
    if has_odd_case(&texts) {
        return vec![0xFF; size];
    }
    texts.make_ascii_lowercase();
    // A byte for each bit: storing one is quicker than changing a bit among others.
    let mut is_set = [0u8; SIZES.1 * 8];
    let mask = size * 8 - 1;
    let mut gram = u32::from(texts[0]) << 8 | u32::from(texts[1]);
    for byte in &texts[2..] {
        gram = (gram << 8 | u32::from(*byte)) & 0x00FF_FFFF;
        is_set[place(gram) & mask] = 1;
    }
    let (eights, _) = is_set[..size * 8].as_chunks::<8>();
    // Gathers the lowest bits of eight bytes in the highest byte.
    let bits = |eight: &[u8; 8]| (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    eights.iter().map(bits).collect()
}

/// The groups of three that a text has to have, wherever it is found in any case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Needed(Vec<u32>);

impl Needed {
    /// The groups of all these texts.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut grams: Vec<u32> = texts
            // Letters of other alphabets have cases that are written with other bytes.
            .flat_map(|text| text.split(|character: char| !character.is_ascii()))
            .flat_map(|run| run.as_bytes().windows(3))
            .map(|three| three.iter().fold(0, |gram, byte| gram << 8 | u32::from(fold(*byte))))
            .collect();
        grams.sort_unstable();
        grams.dedup();
        Self(grams)
    }

    /// Whether texts with this bitmap may hold them all.
    pub(crate) fn may_be_in(&self, bitmap: &[u8]) -> bool {
        let Some(mask) = (bitmap.len() * 8).checked_sub(1) else {
            // Texts too short for any group.
            return self.0.is_empty();
        };
        self.0.iter().all(|gram| {
            let bit = place(*gram) & mask;
            bitmap[bit >> 3] >> (bit & 7) & 1 == 1
        })
    }
}

fn fold(byte: u8) -> u8 {
    byte.to_ascii_lowercase()
}

fn place(gram: u32) -> usize {
    (gram.wrapping_mul(0x9E37_79B1) >> 17) as usize
}

/// The Kelvin sign and the long s are a K and an S in another case.
fn has_odd_case(texts: &[u8]) -> bool {
    memchr::memmem::find(texts, "\u{212A}".as_bytes()).is_some()
        || memchr::memmem::find(texts, "\u{17F}".as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_hold(texts: &str, wanted: &str) -> bool {
        Needed::of(std::iter::once(wanted)).may_be_in(&grams_of(texts.as_bytes().to_vec()))
    }

    #[test]
    fn what_is_there_is_never_passed_over() {
        for (texts, wanted) in [
            ("GIFT-7Q2KX", "gift-7q2kx"),
            ("größe", "GRÖßE"),
            ("größe", "öß"),
            ("5 \u{212A}elvin", "5 kelvin"),
            ("ab", "ab"),
            ("", ""),
        ] {
            assert!(may_hold(texts, wanted), "{wanted} in {texts}");
        }
        let long = "the quick brown fox jumps over the lazy dog ".repeat(2000);
        for start in 0..60 {
            assert!(may_hold(&long, &long[start..start + 30]));
        }
    }

    #[test]
    fn what_is_not_there_is_passed_over() {
        assert!(!may_hold("the quick brown fox", "lazy dog"));
        assert!(!may_hold("", "abc"));
    }
}
