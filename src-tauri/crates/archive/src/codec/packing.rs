//! Packing of what goes into the file: zstd at its fastest level, with a checksum so that damage is noticed.

use std::cell::RefCell;
use std::ops::Range;

use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::{CParameter, get_frame_content_size};

use super::Damaged;

const LEVEL: i32 = 1;
/// Packs only what is clearly repeated: reading the tables of better codes takes longer than a small piece itself.
const LEVEL_FOR_OPENING: i32 = -20;
/// The most that one stream of a block may unpack to: 128 events of 64 KB each, all of it the smallest of numbers. A piece
/// that claims more is damaged or hostile.
pub(crate) const LARGEST_STREAM: usize = 24 * 1024 * 1024;
/// The same of the heads of a block, and of words and shapes that were added at once.
pub(crate) const LARGEST_PIECE: usize = 128 * 1024 * 1024;

thread_local! {
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static PACKER_FOR_OPENING: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Packs bytes. Nothing becomes nothing.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    PACKER.with_borrow_mut(|packer| pack_with(packer, LEVEL, bytes))
}

/// Packs bytes that are all read whenever an archive is opened: a little larger, and unpacked several times as fast.
pub(crate) fn pack_for_opening(bytes: &[u8]) -> Vec<u8> {
    PACKER_FOR_OPENING.with_borrow_mut(|packer| pack_with(packer, LEVEL_FOR_OPENING, bytes))
}

fn pack_with(packer: &mut Option<Compressor<'static>>, level: i32, bytes: &[u8]) -> Vec<u8> {
    if bytes.is_empty() {
        return Vec::new();
    }
    let packer = packer.get_or_insert_with(|| {
        let mut packer = Compressor::new(level).expect("every level down to the fastest exists");
        packer
            .set_parameter(CParameter::ChecksumFlag(true))
            .expect("every zstd knows checksums");
        packer
    });
    packer
        .compress(bytes)
        .expect("zstd fails only when there is no room, and its buffer has room for the worst case")
}

/// The way back from [`pack`], for what is at most so many bytes.
pub(crate) fn unpack(packed: &[u8], most: usize) -> Result<Vec<u8>, Damaged> {
    let mut bytes = vec![0; unpacked_size(packed, most)?];
    unpack_to(packed, &mut bytes)?;
    Ok(bytes)
}

/// Unpacks many pieces into one place, so that memory is asked for once. Where each of them is; none for one that is
/// damaged.
pub(crate) fn unpack_together<'p>(
    pieces: impl Iterator<Item = &'p [u8]> + Clone,
) -> (Vec<u8>, Vec<Option<Range<usize>>>) {
    let sizes = pieces.clone().map(|piece| unpacked_size(piece, LARGEST_PIECE));
    let mut bytes = vec![0; sizes.clone().filter_map(Result::ok).sum()];
    let mut end = 0;
    let places = pieces
        .zip(sizes)
        .map(|(piece, size)| {
            let place = end..end + size.ok()?;
            end = place.end;
            unpack_to(piece, &mut bytes[place.clone()]).ok()?;
            Some(place)
        })
        .collect();
    (bytes, places)
}

/// How large a piece says it is, which is at most so many bytes.
pub(crate) fn unpacked_size(packed: &[u8], most: usize) -> Result<usize, Damaged> {
    if packed.is_empty() {
        return Ok(0);
    }
    get_frame_content_size(packed)
        .ok()
        .flatten()
        // A frame cannot pack better than this, so a small piece cannot make us reserve much.
        .filter(|size| *size <= packed.len() as u64 * 200_000)
        .and_then(|size| usize::try_from(size).ok())
        .filter(|size| *size <= most)
        .ok_or(Damaged)
}

fn unpack_to(packed: &[u8], bytes: &mut [u8]) -> Result<(), Damaged> {
    if packed.is_empty() {
        return Ok(());
    }
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker =
            unpacker.get_or_insert_with(|| Decompressor::new().expect("making one fails only without memory"));
        match unpacker.decompress_to_buffer(packed, bytes) {
            Ok(written) if written == bytes.len() => Ok(()),
            _ => Err(Damaged),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_damage_is_noticed() {
        let bytes: Vec<u8> = (0..5000u32).flat_map(u32::to_le_bytes).collect();
        for packed in [pack(&bytes), pack_for_opening(&bytes)] {
            let mut packed = packed;
            assert_eq!(unpack(&packed, bytes.len()).unwrap(), bytes);
            assert_eq!(unpack(&packed, bytes.len() - 1), Err(Damaged));
            let middle = packed.len() / 2;
            packed[middle] ^= 1;
            assert_eq!(unpack(&packed, bytes.len()), Err(Damaged));
        }
        assert_eq!(unpack(&pack(&[]), 9), Ok(Vec::new()));
        assert_eq!(unpack(b"not packed", 99), Err(Damaged));
    }

    #[test]
    fn a_damaged_piece_leaves_the_others() {
        let mut pieces = [pack(b"first"), pack(b"second"), Vec::new(), pack(b"last")];
        pieces[1].truncate(9);
        let (bytes, places) = unpack_together(pieces.iter().map(Vec::as_slice));
        let texts: Vec<_> = places
            .into_iter()
            .map(|place| place.map(|place| &bytes[place]))
            .collect();
        assert_eq!(texts, [Some(&b"first"[..]), None, Some(b""), Some(b"last")]);
    }
}
