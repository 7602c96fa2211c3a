//! Packing of what goes into the file: zstd at its fastest level, with a checksum so that damage is noticed.

use std::cell::RefCell;

use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::{CParameter, get_frame_content_size};

use super::Damaged;

const LEVEL: i32 = 1;
/// The most that one packed piece may unpack to; a file that claims more is damaged or hostile.
const LARGEST: u64 = 256 * 1024 * 1024;

thread_local! {
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Packs bytes. Nothing becomes nothing.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    if bytes.is_empty() {
        return Vec::new();
    }
    PACKER.with_borrow_mut(|packer| {
        let packer = packer.get_or_insert_with(|| {
            let mut packer = Compressor::new(LEVEL).expect("level 1 exists");
            packer
                .set_parameter(CParameter::ChecksumFlag(true))
                .expect("every zstd knows checksums");
            packer
        });
        packer
            .compress(bytes)
            .expect("zstd fails only when there is no room, and its buffer has room for the worst case")
    })
}

/// The way back from [`pack`].
pub(crate) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Damaged> {
    if packed.is_empty() {
        return Ok(Vec::new());
    }
    let size = get_frame_content_size(packed)
        .ok()
        .flatten()
        .filter(|size| *size <= LARGEST)
        .ok_or(Damaged)?;
    // A frame cannot pack better than this, so a small piece cannot make us reserve much.
    if size > packed.len() as u64 * 200_000 {
        return Err(Damaged);
    }
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker =
            unpacker.get_or_insert_with(|| Decompressor::new().expect("making one fails only without memory"));
        let bytes = unpacker.decompress(packed, size as usize).map_err(|_| Damaged)?;
        if bytes.len() as u64 == size {
            Ok(bytes)
        } else {
            Err(Damaged)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_damage_is_noticed() {
        let bytes: Vec<u8> = (0..5000u32).flat_map(u32::to_le_bytes).collect();
        let mut packed = pack(&bytes);
        assert_eq!(unpack(&packed).unwrap(), bytes);
        let middle = packed.len() / 2;
        packed[middle] ^= 1;
        assert_eq!(unpack(&packed), Err(Damaged));
        assert_eq!(unpack(&pack(&[])), Ok(Vec::new()));
        assert_eq!(unpack(b"not packed"), Err(Damaged));
    }
}
