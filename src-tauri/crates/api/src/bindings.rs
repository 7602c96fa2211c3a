//! Writes the TypeScript types of the boundary.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands;
use crate::contract::tick::Tick;

/// Gathers commands and the types they use.
pub(crate) struct Bindings {
    config: Config,
    commands: String,
    types: BTreeMap<String, String>,
}

impl Bindings {
    /// Adds one command and everything its request and answer are made of.
    pub(crate) fn command<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str, docs: &[&str]) {
        self.visit::<Request>();
        self.visit::<Answer>();
        let request = Request::name(&self.config);
        let answer = Answer::name(&self.config);
        let docs: Vec<_> = docs.iter().map(|line| line.trim()).collect();
        writeln!(self.commands, "  /** {} */", docs.join(" ")).expect("writing to a string cannot fail");
        writeln!(self.commands, "  {name}: {{ request: {request}; answer: {answer} }};")
            .expect("writing to a string cannot fail");
    }
}

impl TypeVisitor for Bindings {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.types.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.types
                .insert(name, format!("{docs}export {}\n", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole text of `ui/src/backend/api.gen.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut bindings = Bindings {
        // JSON delivers 64-bit integers as plain numbers, so `bigint` would be a lie.
        config: Config::new().with_large_int("number"),
        commands: String::new(),
        types: BTreeMap::new(),
    };
    commands::describe(&mut bindings);
    bindings.visit::<Tick>();
    let types: Vec<_> = bindings.types.into_values().collect();
    format!(
        "// Written by `cargo xtask types` from src-tauri/crates/api. Do not edit.\n\n\
         /** Every command the window may ask, with its request and answer. */\n\
         export interface Commands {{\n{}}}\n\n{}",
        bindings.commands,
        types.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::typescript;

    #[test]
    fn the_committed_types_are_fresh() {
        let committed = include_str!("../../../../ui/src/backend/api.gen.ts");
        assert!(
            committed == typescript(),
            "ui/src/backend/api.gen.ts is stale: run `cargo xtask types`"
        );
    }
}
