//! Prints the TypeScript types of the boundary; `cargo xtask types` puts them in place.

#![expect(clippy::print_stdout, reason = "printing is what this program does")]

fn main() {
    print!("{}", api::bindings::typescript());
}
