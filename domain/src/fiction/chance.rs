//! Chance that is the same everywhere: `SplitMix64` (Steele, Lea and Flood, 2014), on 64-bit numbers whatever the machine.

/// A row of numbers that looks random and follows from its seed.
pub struct Chance(u64);

impl Chance {
    /// The row of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        let wide = (self.next() >> 32) * u64::from(end);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of these; `choices` may not be empty.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let end = u32::try_from(choices.len()).unwrap_or(u32::MAX);
        choices[self.below(end) as usize]
    }
}
