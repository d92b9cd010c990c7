//! Currencies: codes of ISO 4217, signs, and words.

use super::language::Words;

/// A currency as it was written. A dollar sign alone may be that of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// The sign or word, as written.
    pub written: String,
    /// The codes that it may stand for, the likeliest first.
    pub codes: Vec<&'static str>,
}

/// Codes in use, and some of the past.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL \
    BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR \
    FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD \
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP \
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

const DOLLARS: [&str; 12] =
    ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "BBD", "BSD", "XCD"];
const PESOS: [&str; 8] = ["MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "PHP"];

/// The code of a currency, where it is one.
pub(super) fn code(text: &str) -> Option<&'static str> {
    CODES.split_ascii_whitespace().find(|code| *code == text)
}

/// A sign and the codes it may stand for.
type Sign = (&'static str, &'static [&'static str]);

/// Signs that name one currency, longest first, then those that do not. The dollar sign alone is
/// dealt with apart.
const SIGNS: [Sign; 33] = [
    ("U.S. $", &["USD"]),
    ("US $", &["USD"]),
    ("Mex$", &["MXN"]),
    ("MEX$", &["MXN"]),
    ("RD$", &["DOP"]),
    ("US$", &["USD"]),
    ("U$S", &["USD"]),
    ("U$", &["USD"]),
    ("CA$", &["CAD"]),
    ("AU$", &["AUD"]),
    ("NZ$", &["NZD"]),
    ("HK$", &["HKD"]),
    ("MX$", &["MXN"]),
    ("C$", &["CAD", "NIO"]),
    ("A$", &["AUD"]),
    ("S$", &["SGD"]),
    ("R$", &["BRL"]),
    ("S/", &["PEN"]),
    ("€", &["EUR"]),
    ("£", &["GBP", "EGP", "FKP", "GIP", "SHP"]),
    ("¥", &["JPY", "CNY"]),
    ("₹", &["INR"]),
    ("₽", &["RUB"]),
    ("₩", &["KRW", "KPW"]),
    ("₡", &["CRC", "SVC"]),
    ("₱", &["PHP"]),
    ("₺", &["TRY"]),
    ("₴", &["UAH"]),
    ("₦", &["NGN"]),
    ("₪", &["ILS"]),
    ("₲", &["PYG"]),
    ("Rs. ", &["INR", "PKR", "LKR", "NPR"]),
    ("Rs ", &["INR", "PKR", "LKR", "NPR"]),
];

/// The sign or code that a text starts with, and its length.
pub(super) fn at_start(text: &str) -> Option<(Currency, usize)> {
    let found = |length: usize, codes: Vec<&'static str>| {
        Some((Currency { written: text[..length].to_owned(), codes }, length))
    };
    if let Some((sign, codes)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return found(sign.len(), codes.to_vec());
    }
    if text.starts_with('$') {
        return found(1, DOLLARS.into_iter().chain(PESOS).collect());
    }
    let code = text.get(..3).and_then(code)?;
    if text[3..].starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    found(3, vec![code])
}

/// The currency that some words name: `US dollars`, `pesos mexicanos`.
pub(super) fn of_words(text: &str, language: Option<Words>) -> Option<Currency> {
    let found =
        |codes: &[&'static str]| Some(Currency { written: text.to_owned(), codes: codes.to_vec() });
    if let Some((currency, length)) = at_start(text)
        && length == text.len()
    {
        return Some(currency);
    }
    let words = text.to_lowercase();
    match language? {
        Words::English => match &*words {
            "dollar" | "dollars" => found(&DOLLARS),
            "us dollar" | "us dollars" | "u.s. dollar" | "u.s. dollars" | "american dollars" => {
                found(&["USD"])
            }
            "canadian dollars" => found(&["CAD"]),
            "australian dollars" => found(&["AUD"]),
            "euro" | "euros" => found(&["EUR"]),
            "pound" | "pounds" => found(&["GBP", "EGP"]),
            "pounds sterling" | "british pounds" => found(&["GBP"]),
            "peso" | "pesos" => found(&PESOS),
            "mexican pesos" => found(&["MXN"]),
            "argentine pesos" => found(&["ARS"]),
            "yen" => found(&["JPY"]),
            "yuan" | "renminbi" => found(&["CNY"]),
            "rupee" | "rupees" => found(&["INR", "PKR", "LKR", "NPR"]),
            "real" | "reais" => found(&["BRL"]),
            "swiss francs" => found(&["CHF"]),
            "rubles" | "roubles" => found(&["RUB"]),
            _ => None,
        },
        Words::Spanish => match &*words {
            "dólar" | "dólares" | "dolares" => found(&DOLLARS),
            "dólares estadounidenses" | "dólares americanos" | "dólares de ee. uu." => {
                found(&["USD"])
            }
            "dólares canadienses" => found(&["CAD"]),
            "euro" | "euros" => found(&["EUR"]),
            "libra" | "libras" | "libras esterlinas" => found(&["GBP"]),
            "peso" | "pesos" => found(&PESOS),
            "pesos mexicanos" => found(&["MXN"]),
            "pesos argentinos" => found(&["ARS"]),
            "pesos chilenos" => found(&["CLP"]),
            "pesos colombianos" => found(&["COP"]),
            "yen" | "yenes" => found(&["JPY"]),
            "yuan" | "yuanes" => found(&["CNY"]),
            "reales" | "reales brasileños" => found(&["BRL"]),
            "francos suizos" => found(&["CHF"]),
            "bolívares" => found(&["VES", "VED"]),
            "soles" => found(&["PEN"]),
            "quetzales" => found(&["GTQ"]),
            "lempiras" => found(&["HNL"]),
            "colones" => found(&["CRC", "SVC"]),
            "guaraníes" => found(&["PYG"]),
            "bolivianos" => found(&["BOB"]),
            _ => None,
        },
    }
}

/// The codes that a unit may stand for: `USD`, `euros`, `dollars`, `$`; none where it is no money.
pub fn currency_codes(text: &str) -> Vec<&'static str> {
    if let Some(code) = code(text) {
        return vec![code];
    }
    [Words::English, Words::Spanish]
        .into_iter()
        .find_map(|language| of_words(text, Some(language)))
        .map(|currency| currency.codes)
        .unwrap_or_default()
}

/// The sign before an amount in a currency, where readers know one: `$`, `€`.
pub fn sign(code: &str) -> Option<&'static str> {
    Some(match code {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        "CAD" => "C$",
        "AUD" => "A$",
        "BRL" => "R$",
        "MXN" => "MX$",
        _ => return None,
    })
}
