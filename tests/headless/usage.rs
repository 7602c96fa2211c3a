//! Help, and what is wrong usage.

use crate::program::Program;

const COMMANDS: [&str; 16] = [
    "",
    "practice",
    "serve",
    "keypair",
    "import",
    "export",
    "query",
    "info",
    "token",
    "sessions",
    "sessions list",
    "sessions create",
    "sessions rename",
    "sessions delete",
    "events",
    "forget",
];

#[test]
fn every_command_explains_itself() {
    let program = Program::new();
    for command in COMMANDS {
        let help = program.run(&format!("{command} --help"));
        assert_eq!((help.code, help.errors.as_str()), (Some(0), ""), "{command}: {help:?}");
        let usage = format!("Usage: assurance-desk {command}");
        assert!(help.output.contains(usage.trim_end()), "{command}: {}", help.output);
    }
    let version = program.run("--version");
    assert_eq!(
        version.output,
        concat!("assurance-desk ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert!(!program.data().exists(), "asking for help makes no files");
}

#[test]
fn wrong_usage_is_told_in_one_line_with_exit_code_2() {
    let program = Program::new();
    for (arguments, words) in [
        ("no-such-command", "no-such-command"),
        ("token", "--integration"),
        ("token --from a.json --integration Acme", "--from"),
        ("token --from a.json --credentials service-account", "--private-key"),
        ("token --from a.json --credentials cookie", "service-account"),
        ("token --integration Acme --private-key k.pem", "--private-key"),
        ("token --integration Acme --credentials oauth", "--credentials"),
        ("sessions", "subcommand"),
        ("sessions list", "--integration"),
        ("sessions create --from a.json --name Checkout", "--link"),
        ("sessions rename --from a.json --name Anew", "SESSION"),
        ("sessions delete --from a.json", "SESSION"),
        ("events --from a.json", "SESSION"),
        ("query", "ARCHIVE"),
        ("query a.assurance --cuont", "--cuont"),
        ("query a.assurance --count --limit 3", "--limit"),
        ("query a.assurance --utc-offset 2", "+02:00"),
        ("info", "ARCHIVE"),
        ("practice --tls-cert a.pem", "--tls-key"),
        ("practice --listen somewhere", "--listen"),
        ("practice --seed -1", "-1"),
        ("practice --events-per-second -1", "zero or more"),
        ("practice --events-per-second NaN", "zero or more"),
        ("serve --port 70000", "--port"),
        ("notes.txt", "notes.txt"),
        ("cart.assurance practice", "neither a command"),
        ("forget", "--yes"),
    ] {
        let outcome = program.run(arguments);
        assert!(outcome.wrong_usage().contains(words), "{arguments}: {outcome:?}");
    }
}
