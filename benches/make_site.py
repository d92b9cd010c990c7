#!/usr/bin/env python3
"""Makes a site of many articles, to measure builds with.

    python3 benches/make_site.py 1000 /tmp/site [--no-claim-pages]

Each article has about 690 words and 8 claims with two pieces of evidence each. The words are drawn
at random from a short list, the same at every run.
"""

import argparse
import random
from pathlib import Path

WORDS = """the alliance pledged loans grants reform region growth country president congress treasury
figures report policy income migration border court decree senate minister ambassador exports harvest
railway village teacher clinic budget deficit treaty""".split()
VERDICTS = ["true", "mostly-true", "needs-context", "misleading", "false"]
STANCES = ["supports", "refutes", "context"]
SOURCES = 20


def claim(article, number, quote):
    evidence = "".join(
        f"      - source: source-{random.randrange(SOURCES)}\n"
        f'        quote: "some words that the source printed here {piece}"\n'
        f"        stance: {random.choice(STANCES)}\n"
        for piece in range(2)
    )
    words = " ".join(random.choice(WORDS) for _ in range(30))
    return (
        f"  - id: claim-{number}\n"
        f"    quote: {quote}\n"
        "    speaker: speaker\n"
        "    said: {on: 2024-01-05}\n"
        f"    claim: Claim {number} of article {article} in one line of text.\n"
        f'    verdict: "{random.choice(VERDICTS)}"\n'
        "    finding: The finding of this claim in one sentence that says why it is as it is.\n"
        f"    explanation: |\n      {words}.\n"
        f"    evidence:\n{evidence}"
        "    would_change: A document that shows otherwise.\n"
        "    checked: {by: [checker], on: 2026-01-01}\n"
        "    ledger:\n      - {on: 2026-01-01, kind: created}\n"
    )


def article(folder, number):
    paragraphs, quotes = [], []
    for place in range(8):
        words = [random.choice(WORDS) for _ in range(75)]
        share = random.randint(1, 99)
        quote = f"claim number {number} {place} says {share} percent of {random.choice(WORDS)}"
        emphasis = random.randrange(5, 65)
        words[emphasis] = f"*{words[emphasis]}*"
        words.insert(40, quote)
        words.insert(20, "[link](https://example.org/x)")
        paragraphs.append(" ".join(words) + ".")
        quotes.append(quote)
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(
        f"---\ndek: What article {number} is about.\nby: [checker]\npublished: 2026-01-01\n"
        f"topics: [topic-{number % 20}]\n---\n# Headline of article {number}\n\n"
        + "\n\n".join(paragraphs)
        + "\n"
    )
    claims = "".join(claim(number, place, quote) for place, quote in enumerate(quotes))
    (folder / "claims.yaml").write_text("claims:\n" + claims)


def main():
    parser = argparse.ArgumentParser(description="Makes a site of many articles.")
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-claim-pages", action="store_true")
    asked = parser.parse_args()
    random.seed(1)
    content = asked.folder / "content"
    for number in range(asked.articles):
        article(content / f"article-{number:06}", number)
    pages = "false" if asked.no_claim_pages else "true"
    (asked.folder / "factpress.yaml").write_text(
        f"title: Many articles\nbase_url: https://facts.example/\nclaim_pages: {pages}\n"
    )
    (content / "people.yaml").write_text(
        "people:\n  checker: {name: Checker, kind: organization}\n  speaker: {name: Speaker}\n"
    )
    (content / "sources.yaml").write_text(
        "sources:\n"
        + "".join(
            f"  source-{number}: {{title: Source {number}, url: 'https://example.org/{number}'}}\n"
            for number in range(SOURCES)
        )
    )


if __name__ == "__main__":
    main()
