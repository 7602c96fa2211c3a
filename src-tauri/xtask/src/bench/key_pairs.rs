//! Making a key pair with its certificate, beside `openssl req`.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::times::Times;
use crate::command::{command, run};
use crate::failure::{Failure, Result};

/// Times both by turns, whole commands, and prints the middle of each size.
pub(super) fn compare(program: &Path, rounds: u32) -> Result {
    println!("A key pair with its certificate, whole commands, by turns:");
    for (bits, rounds) in [("2048", rounds), ("3072", rounds / 2), ("4096", rounds / 4)] {
        let rounds = rounds.max(1);
        let times = measure(program, bits, rounds)?;
        println!(
            "  RSA-{bits}  assurance-desk keypair {:>7.1} ms   openssl req -x509 {:>7.1} ms   middle ratio {:.2}   ({rounds} each)",
            times.ours(),
            times.theirs(),
            times.ratio()
        );
    }
    Ok(())
}

fn measure(program: &Path, bits: &str, rounds: u32) -> Result<Times> {
    let folder = env::temp_dir().join(format!("assurance-desk-bench-{}-{bits}", std::process::id()));
    let mut times = Times::default();
    for round in 0..rounds {
        let out = folder.join(round.to_string());
        fs::create_dir_all(&out).map_err(|error| Failure::file(&out, &error))?;
        let mut ours = ours(program, bits, &out);
        let mut theirs = theirs(bits, &out);
        // Whoever goes first in a round goes second in the next.
        if round % 2 == 0 {
            let ours = timed(&mut ours)?;
            times.push(ours, timed(&mut theirs)?);
        } else {
            let theirs = timed(&mut theirs)?;
            times.push(timed(&mut ours)?, theirs);
        }
    }
    fs::remove_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Ok(times)
}

fn ours(program: &Path, bits: &str, folder: &Path) -> Command {
    let mut keypair = command(program);
    keypair
        .args(["keypair", "--bits", bits, "--subject", "/CN=bench", "--out"])
        .arg(folder.join("ours"));
    keypair
}

/// The command of Adobe's guides.
fn theirs(bits: &str, folder: &Path) -> Command {
    let mut openssl = command("openssl");
    openssl
        .args(["req", "-x509", "-sha256", "-nodes", "-days", "365", "-newkey"])
        .arg(format!("rsa:{bits}"))
        .args(["-subj", "/CN=bench", "-keyout"])
        .arg(folder.join("private.key"))
        .arg("-out")
        .arg(folder.join("certificate_pub.crt"));
    openssl
}

fn timed(command: &mut Command) -> Result<Duration> {
    let started = Instant::now();
    run(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    Ok(started.elapsed())
}
