//! Numbers: exact arithmetic, named rounding, and numbers as people write them.
//!
//! [`read`] understands `about $204 billion` and `20 mil millones de dólares`, [`write`] writes such
//! texts. The module knows nothing of articles and figures.

mod exact;
mod rounding;

pub use exact::{Exact, NoNumber};
pub use rounding::{FORMS as ROUNDING_FORMS, Rounding};
