//! How much key derivation one file may ask for.

use pkcs8::pkcs5::pbes2::{Kdf, ScryptParams};

use super::EncryptionError;

/// The rounds of hashing that all encrypted parts of one file may take together: seconds of one core. OpenSSL writes
/// 2048 rounds for each of at most three parts, careful people and programs some hundred thousand.
const MOST_ROUNDS: u64 = 10_000_000;

/// The memory that one derivation by scrypt may take, in bytes. OpenSSL writes files that need 16 MiB, and itself opens
/// none above 32 MiB.
const MOST_SCRYPT_MEMORY: u64 = 64 << 20;

/// What is left of the work that reading one file may take.
pub(crate) struct Budget {
    rounds: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { rounds: MOST_ROUNDS }
    }
}

impl Budget {
    /// Takes `blocks` times `iterations` rounds off the budget.
    pub(crate) fn spend(&mut self, blocks: u64, iterations: u64) -> Result<(), EncryptionError> {
        self.rounds = blocks
            .checked_mul(iterations)
            .and_then(|rounds| self.rounds.checked_sub(rounds.max(1)))
            .ok_or(EncryptionError::TooMuchWork)?;
        Ok(())
    }

    /// Takes one key derivation of PBES2 off the budget.
    pub(crate) fn spend_on(&mut self, kdf: &Kdf<'_>) -> Result<(), EncryptionError> {
        match kdf {
            // At most two blocks, because no key here is longer than twice the shortest hash.
            Kdf::Pbkdf2(parameters) => self.spend(2, parameters.iteration_count.into()),
            Kdf::Scrypt(parameters) => self.spend_on_scrypt(parameters),
            _ => Err(EncryptionError::UnknownMethod),
        }
    }

    fn spend_on_scrypt(&mut self, parameters: &ScryptParams<'_>) -> Result<(), EncryptionError> {
        let block_size = u64::from(parameters.block_size);
        let parallelization = u64::from(parameters.parallelization);
        let cost = parameters.cost_parameter;
        if !cost.is_power_of_two() || cost < 2 || block_size == 0 || parallelization == 0 {
            return Err(EncryptionError::Damaged);
        }
        // One table of `cost` blocks, and `parallelization` blocks to begin with and to end with.
        let blocks = cost.checked_add(parallelization).ok_or(EncryptionError::TooMuchWork)?;
        blocks
            .checked_mul(128 * block_size)
            .filter(|memory| *memory <= MOST_SCRYPT_MEMORY)
            .ok_or(EncryptionError::TooMuchWork)?;
        // Filling and reading the table takes four rounds of Salsa20/8 for each 128 bytes, about one SHA-256 each.
        self.spend(4 * block_size * parallelization, cost)
    }
}
