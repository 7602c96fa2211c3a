//! The memory of this process, as the system counts it. Known on Linux; 0 elsewhere.

/// Bytes in memory now.
pub(crate) fn now() -> u64 {
    of("VmRSS:")
}

/// The most bytes that were in memory since the start.
pub(crate) fn most() -> u64 {
    of("VmHWM:")
}

fn of(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix(field)?.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0_u64) * 1024
}
