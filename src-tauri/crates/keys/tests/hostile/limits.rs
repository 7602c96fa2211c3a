//! Encrypted files that ask for endless work or memory.

use std::sync::LazyLock;

use keys::{EncryptionError, KeyBits, KeyPair, ReadError, Unusable};
use pkcs8::der::Encode;
use pkcs8::pkcs5::pbes2::{EncryptionScheme, Kdf, Parameters, Pbkdf2Params, Pbkdf2Prf, ScryptParams};
use pkcs8::{EncryptedPrivateKeyInfo, SecretDocument};

use crate::der::{bag, data, value};

const PASSPHRASE: &str = "secret";

static KEY_PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeyBits::Rsa2048).unwrap());

/// What reading says of a key that is encrypted as `kdf` says, and is not one.
fn refusal(kdf: Kdf<'_>) -> ReadError {
    let parameters = Parameters {
        kdf,
        encryption: EncryptionScheme::Aes256Cbc { iv: &[7; 16] },
    };
    let der = EncryptedPrivateKeyInfo {
        encryption_algorithm: parameters.into(),
        encrypted_data: &[7; 1200],
    }
    .to_der()
    .unwrap();
    keys::read(&der, Some(PASSPHRASE)).unwrap_err()
}

fn refused(error: EncryptionError) -> ReadError {
    ReadError::Unusable(Unusable::Encrypted(error))
}

fn scrypt(cost_parameter: u64, block_size: u16, parallelization: u16) -> ReadError {
    refusal(Kdf::Scrypt(ScryptParams {
        salt: b"saltsalt",
        cost_parameter,
        block_size,
        parallelization,
        key_length: None,
    }))
}

#[test]
fn refuses_endless_rounds() {
    let pbkdf2 = |iteration_count| {
        refusal(Kdf::Pbkdf2(Pbkdf2Params {
            salt: b"saltsalt",
            iteration_count,
            key_length: None,
            prf: Pbkdf2Prf::HmacWithSha512,
        }))
    };
    assert_eq!(pbkdf2(1), ReadError::PassphraseWrong);
    assert_eq!(pbkdf2(10_000_000), refused(EncryptionError::TooMuchWork));
    assert_eq!(pbkdf2(u32::MAX), refused(EncryptionError::TooMuchWork));
    assert_eq!(pbkdf2(0), refused(EncryptionError::Damaged));
}

#[test]
fn refuses_endless_memory() {
    assert_eq!(scrypt(2, 1, 1), ReadError::PassphraseWrong);
    for (cost, block_size, parallelization) in [
        (1 << 20, 8, 1),
        (1 << 62, 1, 1),
        (2, u16::MAX, 64),
        (2, 64, u16::MAX),
        (1 << 16, 8, 16),
        (2, u16::MAX, u16::MAX),
        (1 << 63, u16::MAX, u16::MAX),
    ] {
        assert_eq!(
            scrypt(cost, block_size, parallelization),
            refused(EncryptionError::TooMuchWork),
            "{cost} {block_size} {parallelization}"
        );
    }
    for (cost, block_size, parallelization) in [(0, 8, 1), (1, 8, 1), (1000, 8, 1), (1024, 0, 1), (1024, 8, 0)] {
        assert_eq!(
            scrypt(cost, block_size, parallelization),
            refused(EncryptionError::Damaged),
            "{cost} {block_size} {parallelization}"
        );
    }
}

#[test]
fn refuses_endless_rounds_of_the_older_methods() {
    let three_key_triple_des = b"\x06\x0a\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03";
    let read = |rounds: &[u8]| {
        let parameters = value(0x30, &[&value(0x04, &[b"saltsalt"]), &value(0x02, &[rounds])]);
        let algorithm = value(0x30, &[three_key_triple_des, &parameters]);
        let der = value(0x30, &[&algorithm, &value(0x04, &[&[7; 1200]])]);
        keys::read(&der, Some(PASSPHRASE)).unwrap_err()
    };
    assert_eq!(read(&[1]), ReadError::PassphraseWrong);
    assert_eq!(read(&[0]), ReadError::PassphraseWrong);
    for rounds in [&[0x7F, 0xFF, 0xFF][..], &[0x7F, 0xFF, 0xFF, 0xFF], &[0x7F; 8], &[0xFF]] {
        assert_eq!(read(rounds), refused(EncryptionError::TooMuchWork), "{rounds:x?}");
    }
}

#[test]
fn refuses_endless_rounds_of_the_proof_of_a_pkcs12_file() {
    let sha1 = b"\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00";
    let read = |rounds: &[u8]| {
        let digest_info = value(0x30, &[sha1, &value(0x04, &[&[1; 20]])]);
        let proof = value(
            0x30,
            &[&digest_info, &value(0x04, &[b"saltsalt"]), &value(0x02, &[rounds])],
        );
        let file = value(0x30, &[&[0x02, 0x01, 0x03], &data(&value(0x30, &[])), &proof]);
        keys::read(&file, Some(PASSPHRASE)).unwrap_err()
    };
    assert_eq!(read(&[100]), ReadError::PassphraseWrong);
    assert_eq!(read(&[0x7F, 0xFF, 0xFF, 0xFF]), refused(EncryptionError::TooMuchWork));
}

#[test]
fn counts_the_work_of_all_parts_of_a_file_together() {
    let pem = KEY_PAIR.to_encrypted_pem(PASSPHRASE).unwrap();
    let (_, der) = SecretDocument::from_pem(&pem).unwrap();
    let bags = bag(2, der.as_bytes()).repeat(1000);
    let safes = value(0x30, &[&data(&value(0x30, &[&bags]))]);
    let file = value(0x30, &[&[0x02, 0x01, 0x03], &data(&safes)]);
    assert_eq!(
        keys::read(&file, Some(PASSPHRASE)).err(),
        Some(refused(EncryptionError::TooMuchWork))
    );
}

#[test]
fn ends_where_bags_are_put_into_bags_without_end() {
    let mut bags = value(0x30, &[]);
    for _ in 0..2000 {
        bags = value(0x30, &[&bag(6, &bags)]);
    }
    let safes = value(0x30, &[&data(&bags)]);
    let file = value(0x30, &[&[0x02, 0x01, 0x03], &data(&safes)]);
    assert_eq!(keys::read(&file, None).err(), Some(refused(EncryptionError::Damaged)));
}

#[test]
fn ends_soon_with_a_text_of_nothing_but_first_lines() {
    let text = "-----BEGIN PRIVATE KEY-----\n".repeat(100_000);
    let error = keys::read(text.as_bytes(), None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "this private key is damaged: its last line is missing"
    );
}

#[test]
fn a_triple_des_vector_of_the_wrong_length_is_refused() {
    let pbkdf2 = b"\x30\x1a\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c\x30\x0d\x04\x08saltsalt\x02\x01\x01";
    let triple_des = b"\x06\x08\x2a\x86\x48\x86\xf7\x0d\x03\x07";
    let pbes2 = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
    let read = |vector: &[u8]| {
        let scheme = value(0x30, &[triple_des, &value(0x04, &[vector])]);
        let algorithm = value(0x30, &[pbes2, &value(0x30, &[pbkdf2, &scheme])]);
        let der = value(0x30, &[&algorithm, &value(0x04, &[&[7; 1200]])]);
        keys::read(&der, Some(PASSPHRASE)).unwrap_err()
    };
    assert_eq!(read(&[7; 8]), ReadError::PassphraseWrong);
    for length in [0, 1, 7, 9] {
        assert_eq!(read(&vec![7; length]), refused(EncryptionError::Damaged), "{length}");
    }
}
