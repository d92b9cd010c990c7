//! Numbers as people write them, read: a table for English and for Spanish.
#![allow(clippy::unwrap_used, reason = "tests")]

use factpress::number::{self, Bound, Exact, NumberError, WrittenUnit};

/// A language, a text, its number, and what it counts (`percent`, a code, a noun, or nothing).
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // English
    ("en", "32", "32", ""),
    ("en", "1,234.5", "1234.5", ""),
    ("en", "266,071", "266071", ""),
    ("en", "2,475,669 encounters", "2475669", "encounters"),
    ("en", "about $204 billion", "204e9", "USD"),
    ("en", "$20 bn", "20e9", "USD"),
    ("en", "$20bn", "20e9", "USD"),
    ("en", "US$20bn", "20e9", "USD"),
    ("en", "USD 20 million", "20e6", "USD"),
    ("en", "20 million USD", "20e6", "USD"),
    ("en", "USD20m", "20e6", "USD"),
    ("en", "€1.2m", "1.2e6", "EUR"),
    ("en", "£3.5 billion", "3.5e9", "GBP"),
    ("en", "3,654.6 million", "3654.6e6", ""),
    ("en", "$8,230.0 million", "8230e6", "USD"),
    ("en", "2.5%", "2.5", "percent"),
    ("en", "10.7 percent", "10.7", "percent"),
    ("en", "10.7 per cent", "10.7", "percent"),
    ("en", "42 percent more", "42", "percent"),
    ("en", "3 percentage points", "3", "percent"),
    ("en", "-5%", "-5", "percent"),
    ("en", "\u{2212}2.5 percent", "-2.5", "percent"),
    ("en", "-$5 million", "-5e6", "USD"),
    ("en", "$-5 million", "-5e6", "USD"),
    ("en", "minus 12", "-12", ""),
    ("en", "1.96 trillion dollars", "1.96e12", "USD"),
    ("en", "$1 tn", "1e12", "USD"),
    ("en", "5k", "5000", ""),
    ("en", "20 thousand migrants", "20000", "migrants"),
    ("en", "20 thousand million", "20e9", ""),
    ("en", "thirty-two migrants", "32", "migrants"),
    ("en", "one hundred and fifty-two thousand", "152000", ""),
    ("en", "twelve hundred", "1200", ""),
    ("en", "two million three hundred thousand", "2300000", ""),
    ("en", "a million", "1e6", ""),
    ("en", "half a million people", "500000", "people"),
    ("en", "one and a half billion", "1.5e9", ""),
    ("en", "two and a half million dollars", "2.5e6", "USD"),
    ("en", "2½ million", "2.5e6", ""),
    ("en", "three quarters of a million", "750000", ""),
    ("en", "two dozen", "24", ""),
    ("en", "1 234 567", "1234567", ""),
    ("en", "1\u{202f}234\u{202f}567", "1234567", ""),
    ("en", "four days", "4", "days"),
    ("en", "$204 billion in 2023 dollars", "204e9", "USD"),
    ("en", "958 million dollars a year", "958e6", "USD"),
    ("en", "C$5 million", "5e6", "CAD"),
    ("en", "US $20 billion", "20e9", "USD"),
    ("en-IN", "12,34,567", "1234567", ""),
    ("en-IN", "₹5 crore", "5e7", "INR"),
    ("en-GB", "£20bn", "20e9", "GBP"),
    // Spanish of Spain, and of regions that write like it
    ("es", "1.234,5", "1234.5", ""),
    ("es", "10,7 %", "10.7", "percent"),
    ("es-ES", "10,7\u{a0}%", "10.7", "percent"),
    ("es", "un 42 %", "42", "percent"),
    ("es", "el 10,7 por ciento", "10.7", "percent"),
    ("es", "266.071 encuentros", "266071", "encuentros"),
    ("es", "266 071", "266071", ""),
    ("es", "20 mil millones", "20e9", ""),
    ("es", "20.000 millones de dólares", "20e9", "USD"),
    ("es", "20 000 millones de dólares", "20e9", "USD"),
    ("es", "unos 204.000 millones de dólares", "204e9", "USD"),
    ("es", "1 billón", "1e12", ""),
    ("es", "un billón de euros", "1e12", "EUR"),
    ("es", "2,5 billones de pesos", "2.5e12", "MXN"),
    ("es", "3 millardos", "3e9", ""),
    ("es", "1,2 M€", "1.2e6", "EUR"),
    ("es", "20.000 M€", "20e9", "EUR"),
    ("es", "20 miles de millones", "20e9", ""),
    ("es", "mil doscientos millones", "1.2e9", ""),
    ("es", "dos millones y medio", "2.5e6", ""),
    ("es", "medio millón", "500000", ""),
    ("es", "millón y medio", "1.5e6", ""),
    ("es", "tres cuartas partes", "0.75", ""),
    ("es", "42 por 100", "42", "percent"),
    ("es", "doscientos cuatro mil millones", "204e9", ""),
    ("es", "un millón y medio de personas", "1.5e6", "personas"),
    ("es", "2 millones 300 mil", "2.3e6", ""),
    ("es", "treinta y dos migrantes", "32", "migrantes"),
    ("es", "veintiséis", "26", ""),
    ("es", "quinientos mil", "500000", ""),
    ("es", "ciento cincuenta y dos mil", "152000", ""),
    ("es", "mil personas", "1000", "personas"),
    ("es", "una docena", "12", ""),
    ("es", "cuatro días", "4", "días"),
    ("es", "\u{2212}2,5 %", "-2.5", "percent"),
    ("es", "menos 12", "-12", ""),
    ("es-AR", "1.234,5", "1234.5", ""),
    ("es-CO", "$1.234", "1234", "COP"),
    // Spanish of Mexico, and of regions that write like it
    ("es-MX", "1,234.5", "1234.5", ""),
    ("es-MX", "10.7 %", "10.7", "percent"),
    ("es-MX", "10.7%", "10.7", "percent"),
    ("es-MX", "20 mil millones de dólares", "20e9", "USD"),
    ("es-MX", "20,000 mdd", "20e9", "USD"),
    ("es-MX", "$1,234.50", "1234.5", "MXN"),
    ("es-MX", "1.5 billones", "1.5e12", ""),
    ("es-419", "1,234.5", "1234.5", ""),
    ("es-PE", "S/ 1,234.50", "1234.5", "PEN"),
    // Others, in digits
    ("de", "1.234,5", "1234.5", ""),
    ("de", "20 %", "20", "percent"),
    ("de-CH", "1’234.5", "1234.5", ""),
    ("fr", "1 234,5 €", "1234.5", "EUR"),
    ("sw", "1,234,567", "1234567", ""),
    ("sw", "10.7", "10.7", ""),
];

#[test]
fn numbers_are_read() {
    let mut wrong = Vec::new();
    for (language, text, amount, unit) in CASES {
        let written = match number::read(text, language) {
            Ok(written) => written,
            Err(error) => {
                wrong.push(format!("{language} {text:?}: {error}"));
                continue;
            }
        };
        let counts = match &written.unit {
            None => unit.is_empty(),
            Some(WrittenUnit::Percent) => *unit == "percent",
            Some(WrittenUnit::Currency(currency)) => currency.codes.contains(unit),
            Some(WrittenUnit::Noun(noun)) => noun == unit,
        };
        if written.amount != Exact::parse(amount).unwrap() || !counts {
            wrong.push(format!("{language} {text:?}: {} {:?}", written.amount, written.unit));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_beside_numbers_are_understood() {
    use Bound::{Above, AtLeast, AtMost, Below};
    for (language, text, approximate, bound) in [
        ("en", "32", false, None),
        ("en", "about 32", true, None),
        ("en", "About 32", true, None),
        ("en", "some 200,000", true, None),
        ("en", "roughly $5m", true, None),
        ("en", "~5", true, None),
        ("en", "≈ 5", true, None),
        ("en", "200,000 or so", true, None),
        ("en", "an estimated 12 million", true, None),
        ("en", "nearly 80 percent", true, Some(Below)),
        ("en", "almost $10 billion", true, Some(Below)),
        ("en", "just over 200,000", true, Some(Above)),
        ("en", "more than $20 billion", false, Some(Above)),
        ("en", "over 200,000", false, Some(Above)),
        ("en", "at least 10 million", false, Some(AtLeast)),
        ("en", "10 million or more", false, Some(AtLeast)),
        ("en", "10+", false, Some(AtLeast)),
        ("en", "fewer than 8.8 million", false, Some(Below)),
        ("en", "up to 20%", false, Some(AtMost)),
        ("en", "no more than 5", false, Some(AtMost)),
        ("en", "> 5", false, Some(Above)),
        ("es", "unos 20", true, None),
        ("es", "cerca de 20", true, None),
        ("es", "cerca del 20 %", true, None),
        ("es", "alrededor de 10.000 millones de dólares", true, None),
        ("es", "20 aproximadamente", true, None),
        ("es", "casi 20", true, Some(Below)),
        ("es", "poco más de 20", true, Some(Above)),
        ("es", "más de 20", false, Some(Above)),
        ("es", "al menos 20", false, Some(AtLeast)),
        ("es", "cuando menos 10 millones", false, Some(AtLeast)),
        ("es", "20 o más", false, Some(AtLeast)),
        ("es", "menos de 20", false, Some(Below)),
        ("es", "hasta 20", false, Some(AtMost)),
        ("es", "como máximo 20", false, Some(AtMost)),
    ] {
        let qualifier = number::read(text, language).unwrap().qualifier;
        assert_eq!((qualifier.approximate, qualifier.bound), (approximate, bound), "{text}");
    }
}

#[test]
fn what_is_no_one_number_is_refused() {
    for (language, text, reason) in [
        ("en", "", "no number stands here"),
        ("en", "many", "no number stands here"),
        ("en", "millions of people", "no number stands here"),
        ("en", "hundreds", "no number stands here"),
        ("en", "5-10 million", "this is a range, and one number is needed"),
        ("en", "5–10 million", "this is a range, and one number is needed"),
        ("en", "5 – 10", "this is a range, and one number is needed"),
        ("en", "5 to 10", "this is a range, and one number is needed"),
        ("en", "between 5 and 10", "this is a range, and one number is needed"),
        ("en", "from 5 to 10", "this is a range, and one number is needed"),
        ("es", "entre 5 y 10", "this is a range, and one number is needed"),
        ("es", "5 a 10", "this is a range, and one number is needed"),
        ("en", "5 of 10", "several numbers stand here, and one is needed"),
        ("en", "one in six", "several numbers stand here, and one is needed"),
        ("es", "uno de cada seis", "several numbers stand here, and one is needed"),
        ("en", "1,23", "`1,23` is no number in English, which writes `1.23`"),
        ("en", "1.234,5", "`1.234,5` is no number in English, which writes `1,234.5`"),
        ("es", "10.7 %", "`10.7` is no number in the Spanish of Spain, which writes `10,7`"),
        ("es", "1,234.5", "`1,234.5` is no number in the Spanish of Spain, which writes `1234,5`"),
        ("es-MX", "10,7 %", "`10,7` is no number in the Spanish of es-MX, which writes `10.7`"),
        ("sw", "1.234", "`1.234` can be read as 1.234 and as 1234"),
        (
            "de",
            "20 Milliarden",
            "number words are known in English and in Spanish, not in the language `de`",
        ),
        ("es", "20 MM", "`MM` can be read as millones and as miles de millones"),
        ("en", "$5 percent", "this counts both `$` and `percent`"),
        ("en", "€5 dollars", "this counts both `€` and `dollars`"),
        ("en", "at least more than 5", "two words here say on which side of it the number is"),
        ("en", &"9".repeat(401), "this is too long for one number"),
    ] {
        let error = number::read(text, language).unwrap_err();
        assert_eq!(error.to_string(), reason, "{text}");
    }
    assert_eq!(number::read("1e5", "en"), Err(NumberError::Several));
}

#[test]
fn places_of_the_last_digit() {
    for (language, text, place, zeros) in [
        ("en", "204 billion", Some("1e9"), 0),
        ("en", "20 billion", Some("1e9"), 0),
        ("en", "1.96 billion", Some("1e7"), 0),
        ("en", "$8,230.0 million", Some("1e5"), 0),
        ("en", "10.7%", Some("0.1"), 0),
        ("en", "266,000", Some("1"), 3),
        ("en", "266,071", Some("1"), 0),
        ("en", "two hundred thousand", Some("1000"), 0),
        ("en", "one hundred", Some("1"), 2),
        ("en", "half a million", None, 0),
        ("es", "20 mil millones", Some("1e9"), 0),
        ("es", "2 millones 300 mil", Some("1000"), 0),
        ("es", "mil personas", Some("1"), 3),
        ("es", "204.000 millones", Some("1e9"), 0),
        ("es", "203.814 millones", Some("1e6"), 0),
        ("en", "204,000 million", Some("1e6"), 3),
    ] {
        let written = number::read(text, language).unwrap();
        let place = place.map(|place| Exact::parse(place).unwrap());
        assert_eq!((written.place, written.loose_zeros), (place, zeros), "{text}");
    }
}

#[test]
fn what_is_written_can_be_read() {
    use number::Counting::{Money, Nothing, Noun, Percent};
    for (language, amount, counting, text) in [
        ("en", "20e9", Money("USD"), "$20 billion"),
        ("en", "1.96e9", Money("USD"), "$1.96 billion"),
        ("en", "266071", Noun("encounters"), "266,071 encounters"),
        ("en", "-5e6", Money("EUR"), "-€5 million"),
        ("en", "10.7", Percent, "10.7%"),
        ("en", "1234", Nothing, "1,234"),
        ("en", "1234567", Nothing, "1,234,567"),
        ("en", "5e6", Money("CHF"), "CHF 5 million"),
        ("es", "20e9", Money("USD"), "20.000 millones de dólares"),
        ("es", "1e12", Money("EUR"), "1 billón de euros"),
        ("es", "266071", Noun("encuentros"), "266.071 encuentros"),
        ("es", "1234", Nothing, "1234"),
        ("es", "10.7", Percent, "10,7\u{a0}%"),
        ("es-MX", "20e9", Money("USD"), "20,000 millones de dólares"),
        ("es-MX", "10.7", Percent, "10.7\u{a0}%"),
        ("es-MX", "5e6", Money("MXN"), "5 millones de pesos"),
        ("de", "1234567.5", Nothing, "1.234.567,5"),
        ("fr", "1234567", Nothing, "1\u{202f}234\u{202f}567"),
    ] {
        let exact = Exact::parse(amount).unwrap();
        let written = number::write(&exact, counting, language);
        assert_eq!(written, text, "{language}");
        assert_eq!(number::read(&written, language).unwrap().amount, exact, "{text}");
    }
    let third = Exact::one().divided_by(&3.into()).unwrap();
    assert_eq!(number::write(&third, Nothing, "en"), "about 0.333333");
    assert_eq!(number::write_digits(&third, "es"), "0,33333333…");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_written_makes_it_fail(
        text in "([0-9]{1,4}|[.,' \u{a0}’-]|[–−%$€½/+]|million|mil|half|and|y|mm|mdd|un|de|\\PC){0,12}",
        language in "en|es|es-MX|de|xx",
    ) {
        let _ = number::read(&text, &language);
    }

    #[test]
    fn every_number_is_read_as_it_is_written(
        digits in 0_i64..10_000_000_000_000,
        decimals in 0_i32..4,
        language in "en|en-GB|es|es-MX|es-CR|de|fr|pt-PT",
    ) {
        let amount = Exact::from(digits).times(&Exact::power_of_ten(-decimals)).unwrap();
        let written = number::write(&amount, number::Counting::Nothing, &language);
        proptest::prop_assert_eq!(number::read(&written, &language).unwrap().amount, amount, "{}", written);
    }
}
