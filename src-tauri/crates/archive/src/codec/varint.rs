//! Whole numbers in as few bytes as they need (LEB128).

use super::Damaged;

pub(crate) fn write_varint(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Reads at `position` and moves it on.
pub(crate) fn read_varint(from: &[u8], position: &mut usize) -> Result<u64, Damaged> {
    let first = *from.get(*position).ok_or(Damaged)?;
    *position += 1;
    if first < 0x80 {
        return Ok(u64::from(first));
    }
    let mut number = u64::from(first & 0x7f);
    for shift in (7..64).step_by(7) {
        let byte = *from.get(*position).ok_or(Damaged)?;
        *position += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(Damaged)
}

/// Signed numbers near zero become small numbers.
pub(crate) fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

/// The way back from [`zigzag`].
pub(crate) fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            write_varint(&mut bytes, number);
            let mut position = 0;
            assert_eq!(read_varint(&bytes, &mut position), Ok(number));
            assert_eq!(position, bytes.len());
        }
        for number in [0, -1, 1, i64::MIN, i64::MAX] {
            assert_eq!(unzigzag(zigzag(number)), number);
        }
    }

    #[test]
    fn a_number_without_an_end_is_damage() {
        assert_eq!(read_varint(&[0x80; 20], &mut 0), Err(Damaged));
        assert_eq!(read_varint(&[0x80], &mut 0), Err(Damaged));
    }
}
