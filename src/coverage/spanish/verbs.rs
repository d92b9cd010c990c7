//! Spanish verbs: which forms tell of the past, of the future and of what would be, and which verbs
//! report what was said.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lists;
use crate::coverage::lexicon::Lexicon;

/// Pasts without an ending that tells.
const IRREGULAR: &str = "fue hizo dijo tuvo pudo puso vino quiso supo hubo estuvo dio vio trajo condujo produjo redujo introdujo \
    tradujo sostuvo obtuvo mantuvo detuvo contuvo retuvo intervino previno convino propuso dispuso impuso expuso \
    compuso supuso opuso anduvo deshizo indujo dedujo sedujo reprodujo abstuvo repuso sobrevino provino rehízo satisfizo \
    contrajo extrajo atrajo sustrajo distrajo antepuso contrapuso depuso interpuso yuxtapuso predijo contradijo bendijo desdijo crio guio lio fio rio";

/// Participles without an ending that tells.
const PARTICIPLES: &str = "abierto cubierto descubierto dicho escrito hecho impreso muerto puesto resuelto roto visto vuelto devuelto \
    previsto propuesto dispuesto expuesto impuesto compuesto descrito inscrito suscrito disuelto absuelto envuelto frito preso electo satisfecho \
    opuesto depuesto supuesto repuesto interpuesto";

/// Regular verbs of saying, writing and judging in "-ar".
const REPORTING: &str = "afirmar asegurar señalar explicar declarar indicar anunciar negar manifestar expresar subrayar destacar recordar precisar \
    añadir agregar apuntar comentar contar informar reportar denunciar acusar calificar aseverar reiterar matizar confirmar estimar calcular cifrar \
    relatar testificar preguntar considerar criticar lamentar revelar alertar aclarar detallar argumentar recalcar enfatizar narrar confesar \
    pronosticar augurar vaticinar acotar sentenciar atestiguar alegar instar invitar reclamar valorar tachar tildar felicitar pronunciar replicar \
    justificar opinar ironizar zanjar remarcar puntualizar aconsejar recomendar cuestionar celebrar rechazar desvelar notificar citar arremeter condenar reprochar quejar avisar sospechar proclamar agradecer bautizar \
    plantear evaluar atacar achacar imputar culpar responsabilizar ratificar desestimar objetar mencionar elogiar alabar ordenar presumir jactar aplaudir censurar deplorar refutar rebatir objetar vincular tuitear garantizar defender jurar exhortar";

/// Forms of verbs of saying that are formed otherwise.
const REPORTING_IRREGULAR: &str = "dijo dice dicen dijeron decía decían sostuvo sostiene sostienen sostuvieron sostenía insistió insiste insisten insistieron \
    advirtió advierte advierten advirtieron admitió admite admiten admitieron reconoció reconoce reconocen reconocieron prevé prevén previó previeron \
    sugirió sugiere sugieren sugirieron propuso propone proponen propusieron pidió pide piden pidieron exigió exigieron atribuye atribuyen \
    atribuyó atribuyeron desmintió desmiente desmienten desmintieron escribió escribe escriben escribieron describe describió describen describieron \
    cree creen creía creían teme temen temía respondió responde responden respondieron prometió promete prometen prometieron concluyó concluye \
    concluyen concluyeron coincidió coinciden coincide difundió defiende defienden defendió defendieron niega niegan cuenta cuentan recuerda recuerdan \
    espera esperan esperaba quiere quieren piensa piensan confía confían descarta descartan descartó descartaron promueve arguye arguyó adujo aduce \
    admitía corroboró refirió refiere mencionó menciona mencionan añadió añade añaden asevera asumió tuiteó transmitió expuso expone exponen predijo predice \
    comunicó comunicaron publicó detalla recomienda recomiendan ve ven opina opinan contestó contestaron repitió repite comprometió llamó maneja sugería agradeció agradece";

/// Forms of verbs of saying that are nouns too: an article before them tells.
pub const NOUNS: [&str; 9] =
    ["cuenta", "cuentan", "cifra", "denuncia", "espera", "condena", "critica", "quiere", "reclama"];

/// Third persons of a regular verb: afirma, afirman, afirmó, afirmaron, afirmaba, afirmaban.
fn forms(verb: &str) -> Vec<String> {
    match verb.strip_suffix("ar") {
        Some(stem) => {
            ["a", "an", "ó", "aron", "aba", "aban"].map(|end| format!("{stem}{end}")).into()
        }
        None => Vec::new(),
    }
}

/// Verbs of saying, in all forms that tell that someone is reported.
pub static REPORTS: LazyLock<Lexicon> = LazyLock::new(|| {
    let regular = REPORTING.split_whitespace().flat_map(forms);
    Lexicon::of(regular.chain(REPORTING_IRREGULAR.split_whitespace().map(str::to_owned)))
});

static IRREGULAR_PASTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| IRREGULAR.split_whitespace().collect());
static IRREGULAR_PARTICIPLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PARTICIPLES.split_whitespace().collect());

/// Whether a word is a verb in the simple past, third person.
pub fn is_past(word: &str) -> bool {
    (word.chars().count() > 3
        && (word.ends_with('ó') || word.ends_with("aron") || word.ends_with("eron")))
        || IRREGULAR_PASTS.contains(word)
}

/// Whether a word is a participle, of any gender and number.
pub fn is_participle(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    let Some(stem) = word.strip_suffix(['o', 'a']) else { return false };
    (word.len() > 4 && (stem.ends_with("ad") || stem.ends_with("id") || stem.ends_with("íd")))
        || IRREGULAR_PARTICIPLES.contains(format!("{stem}o").as_str())
}

/// Whether a word is a verb in the future, third person or first.
pub fn is_future(word: &str) -> bool {
    let ends =
        ["ará", "erá", "irá", "drá", "brá", "rrá", "arán", "erán", "irán", "drán", "brán", "rrán"];
    let first = ["aremos", "eremos", "iremos", "dremos", "bremos", "rremos"];
    (word.len() > 4 && ends.iter().any(|end| word.ends_with(end)) && !lists::NOT_FUTURE.has(word))
        || matches!(word, "será" | "serán" | "irá" | "dará" | "verá")
        || first.iter().any(|end| word.ends_with(end) && word.len() > end.len())
}

/// Whether a word is a verb in the conditional. Nouns in "-ería" are not; what stands before tells.
pub fn is_conditional(word: &str) -> bool {
    let ends = [
        "aría", "ería", "iría", "dría", "bría", "rría", "arían", "erían", "irían", "drían",
        "brían", "rrían", "aríamos", "eríamos", "iríamos", "dríamos",
    ];
    word.len() > 5
        && ends.iter().any(|end| word.ends_with(end))
        && !lists::NOT_CONDITIONAL.has(word)
        || matches!(word, "sería" | "serían" | "iría")
}

/// Whether a word is a verb in the first person plural.
pub fn is_we(word: &str) -> bool {
    let nouns = [
        "extremos",
        "últimos",
        "mismos",
        "ramos",
        "tramos",
        "próximos",
        "máximos",
        "mínimos",
        "organismos",
        "préstamos",
        "décimos",
        "reclamos",
        "legítimos",
        "anónimos",
        "marítimos",
        "íntimos",
        "términos",
        "primos",
        "hermanos",
        "tomos",
        "átomos",
        "síntomas",
        "ánimos",
        "ritmos",
        "salmos",
        "óptimos",
        "pésimos",
        "séptimos",
        "mecanismos",
        "sismos",
        "supremos",
        "insumos",
        "turismos",
        "autónomos",
        "tramo",
    ];
    (word.ends_with("amos") || word.ends_with("emos") || word.ends_with("imos") || word == "somos")
        && !nouns.contains(&word)
        && !word.ends_with("ísimos")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenses() {
        for word in ["votó", "aprobaron", "dijeron", "fue", "produjo"] {
            assert!(is_past(word), "{word}");
        }
        for word in ["no", "yo", "varón", "dice", "voto"] {
            assert!(!is_past(word), "{word}");
        }
        for word in ["será", "subirán", "tendrá", "abandonaremos"] {
            assert!(is_future(word), "{word}");
        }
        for word in ["para", "irán", "refrán", "está", "primera"] {
            assert!(!is_future(word), "{word}");
        }
        for word in ["debería", "podrían", "sería"] {
            assert!(is_conditional(word), "{word}");
        }
        for word in ["refinería", "mayoría", "policía", "quería", "había"] {
            assert!(!is_conditional(word), "{word}");
        }
        for word in ["cerrada", "destruidos", "escritas", "oído"] {
            assert!(is_participle(word), "{word}");
        }
        assert!(is_we("llegamos") && is_we("somos") && !is_we("préstamos") && !is_we("altísimos"));
    }

    #[test]
    fn reports() {
        for word in ["afirmó", "aseguran", "sostiene", "dijo", "negaba"] {
            assert!(REPORTS.has(word), "{word}");
        }
        assert!(!REPORTS.has("caminó"));
    }
}
