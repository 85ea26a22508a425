//! The clock of a briefing. It never takes anything away: when it is over, the speaker rounds off in their own time (WCAG 2.2.1).

/// Time that runs down, can be stopped and goes on where it stopped. Knows no clock: each call brings the moment, in
/// milliseconds of any clock that only goes forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// What was left when it last stopped or started, in milliseconds.
    left: u64,
    /// When it last started; `None` while it stands still.
    since: Option<u64>,
}

impl Countdown {
    /// Stands still, with all its time left.
    pub fn new(seconds: u64) -> Self {
        Self { left: seconds * 1000, since: None }
    }

    /// Runs from now on.
    pub fn start(&mut self, now: u64) {
        self.since.get_or_insert(now);
    }

    /// Stands still from now on.
    pub fn stop(&mut self, now: u64) {
        self.left = self.left_at(now);
        self.since = None;
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Whole seconds left, rounded up: it shows 0 only when it is over.
    pub fn seconds(&self, now: u64) -> u64 {
        self.left_at(now).div_ceil(1000)
    }

    fn left_at(&self, now: u64) -> u64 {
        self.left.saturating_sub(self.since.map_or(0, |since| now.saturating_sub(since)))
    }
}

/// Seconds as a clock shows them: 90 is "1:30".
pub fn shown(seconds: u64) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let zero = if rest < 10 { "0" } else { "" };
    [&minutes.to_string(), ":", zero, &rest.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_runs_down_stops_and_goes_on() {
        let mut clock = Countdown::new(120);
        assert_eq!(clock.seconds(5_000), 120);
        clock.start(5_000);
        assert_eq!(clock.seconds(5_001), 120, "rounded up");
        assert_eq!(clock.seconds(35_000), 90);
        clock.stop(35_000);
        assert_eq!(clock.seconds(999_000), 90, "it stands still");
        clock.start(1_000_000);
        clock.start(1_000_500);
        assert_eq!(clock.seconds(1_089_999), 1, "a second press of start changes nothing");
        assert_eq!(clock.seconds(2_000_000), 0);
    }

    #[test]
    fn seconds_are_shown_as_a_clock_does() {
        for (seconds, expected) in [(120, "2:00"), (90, "1:30"), (61, "1:01"), (9, "0:09"), (0, "0:00")] {
            assert_eq!(shown(seconds), expected);
        }
    }

    proptest! {
        #[test]
        fn it_only_goes_down_and_never_below_nothing(total in 0u64..600, steps in proptest::collection::vec((any::<bool>(), 0u64..100_000), 0..30)) {
            let mut clock = Countdown::new(total);
            let (mut now, mut before) = (0, clock.seconds(0));
            for (run, after) in steps {
                if run { clock.start(now) } else { clock.stop(now) }
                now += after;
                prop_assert!(clock.seconds(now) <= before);
                before = clock.seconds(now);
            }
        }
    }
}
