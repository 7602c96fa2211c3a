//! The key derivation of PKCS#12 (RFC 7292, appendix B), which nothing else uses.

use aws_lc_rs::digest::{self, Algorithm, Context};
use zeroize::{Zeroize, Zeroizing};

use super::{Budget, EncryptionError};

/// What the derived bytes are for; its number is the first input of the derivation.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Key = 1,
    Vector = 2,
    Mac = 3,
}

/// A passphrase as PKCS#12 wants it: UTF-16, most significant byte first, and a zero at its end.
pub(crate) fn wide_passphrase(passphrase: &str) -> Zeroizing<Vec<u8>> {
    let mut wide = Zeroizing::new(Vec::with_capacity(2 * passphrase.len() + 2));
    for unit in passphrase.encode_utf16().chain([0]) {
        wide.extend_from_slice(&unit.to_be_bytes());
    }
    wide
}

/// `length` bytes from a wide passphrase. An `iterations` of zero counts as one, as OpenSSL has it.
pub(crate) fn derive_key(
    hash: &'static Algorithm,
    purpose: Purpose,
    wide_passphrase: &[u8],
    salt: &[u8],
    iterations: u32,
    length: usize,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, EncryptionError> {
    let blocks = length.div_ceil(hash.output_len());
    budget.spend(blocks as u64, iterations.into())?;

    let diversifier = vec![purpose as u8; hash.block_len()];
    let mut input = repeated(salt, hash.block_len());
    input.extend_from_slice(&repeated(wide_passphrase, hash.block_len()));
    let mut derived = Zeroizing::new(Vec::with_capacity(blocks * hash.output_len()));
    while derived.len() < length {
        let mut context = Context::new(hash);
        context.update(&diversifier);
        context.update(&input);
        let mut block = context.finish();
        for _ in 1..iterations {
            block = digest::digest(hash, block.as_ref());
        }
        derived.extend_from_slice(block.as_ref());
        let step = repeated(block.as_ref(), hash.block_len());
        for number in input.chunks_mut(hash.block_len()) {
            add_one_and(&step, number);
        }
    }
    derived[length..].zeroize();
    derived.truncate(length);
    Ok(derived)
}

/// `bytes` again and again, up to a whole number of blocks; nothing when there are none.
fn repeated(bytes: &[u8], block: usize) -> Zeroizing<Vec<u8>> {
    let length = bytes.len().next_multiple_of(block);
    Zeroizing::new(bytes.iter().copied().cycle().take(length).collect())
}

/// Adds `step` and one to a big-endian number of the same length, and drops what overflows.
fn add_one_and(step: &[u8], number: &mut [u8]) {
    let mut carry = 1;
    for (digit, more) in number.iter_mut().zip(step).rev() {
        carry += u16::from(*digit) + u16::from(*more);
        *digit = carry.to_le_bytes()[0];
        carry >>= 8;
    }
}
