//! The clock: the one place where it is read, and only where `--now` does not say.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Today, in Universal Time: the same on every machine, whatever its time zone. `None` where the
/// machine's clock is out of all bounds.
pub fn today() -> Option<Date> {
    let now = Timestamp::try_from(std::time::SystemTime::now()).ok()?;
    Some(now.to_zoned_datetime(TimeZone::UTC).date())
}
