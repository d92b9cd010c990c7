#!/usr/bin/env python3
"""Reads built articles with a parser of its own and compares them with what authors wrote.

    tests/independent/check_article.py [--root FOLDER] [--site FOLDER]

Nothing here shares code with factpress. For every article that has a claims file it holds that

1. the marked words of each claim, joined, are the quote of the claims file;
2. each claim has one reference in the text, which leads to one note, and its first mark can be
   linked to;
3. where the article names a seed, the headline and the visible text (without notes and
   references) are the seed's words with the declared edits applied.

Words are compared after NFC, with any run of white space as one space and curly quotation marks
as straight ones. Nothing else is forgiven.
"""

import argparse
import re
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import yaml

# Elements that end a run of text: words on either side of such a tag are not one word.
BLOCKS = frozenset(
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = frozenset("head noscript script style template title".split())
QUOTATION_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})


def normal(text):
    """The form in which words are compared."""
    text = unicodedata.normalize("NFC", text).translate(QUOTATION_MARKS)
    return " ".join(text.split())


class ArticlePage(HTMLParser):
    """The headline, the visible text and the marks of one built article."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []  # (tag, what it starts), innermost last
        self.headline = []
        self.text = []
        self.marked = {}  # claim id -> pieces of text
        self.pieces = {}  # claim id -> ids of its <mark> elements, None where one has no id
        self.references = []  # hrefs of the references in the text
        self.ids = []  # all ids of the page

    def error_at(self, what):
        line, column = self.getpos()
        raise ValueError(f"{line}:{column}: {what}")

    def inside(self, kind):
        return any(k == kind for _, (k, _) in self.open)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        kind, claims = None, ()
        classes = (given.get("class") or "").split()
        if tag == "h1":
            kind = "headline"
        elif "article-text" in classes:
            kind = "text"
        elif given.get("role") == "doc-footnote":
            kind = "aside"
        elif given.get("role") == "doc-noteref":
            kind = "aside"
            if self.inside("text"):
                self.references.append(given.get("href"))
        elif tag in UNSEEN:
            kind = "aside"
        elif tag == "mark" and given.get("data-claim"):
            kind, claims = "mark", tuple(given["data-claim"].split())
            for claim in claims:
                self.pieces.setdefault(claim, []).append(given.get("id"))
                self.marked.setdefault(claim, [])
        self.boundary(tag)
        if tag not in VOID:
            self.open.append((tag, (kind, claims)))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            # Valid pages of ours close every element, so the rest of this check can be trusted.
            self.error_at(f"</{tag}> closes nothing that is open")
        self.boundary(tag)
        self.open.pop()

    def boundary(self, tag):
        if tag in BLOCKS and not self.inside("aside"):
            for words in (self.headline, self.text, *self.marked.values()):
                words.append(" ")

    def handle_data(self, data):
        if self.inside("aside"):
            return
        if self.inside("headline"):
            self.headline.append(data)
        elif self.inside("text"):
            self.text.append(data)
        for claim in {c for _, (_, claims) in self.open for c in claims}:
            self.marked[claim].append(data)

    def visible_text(self):
        return normal("".join(self.headline) + " " + "".join(self.text))


def front_matter(article):
    """The YAML between the first two `---` lines, or nothing."""
    found = re.match(r"\ufeff?---\r?\n(.*?)\r?\n---\r?\n", article.read_text("utf-8"), re.DOTALL)
    return (yaml.safe_load(found.group(1)) or {}) if found else {}


def edited_seed(seed, edits):
    """The seed's words with every edit applied; each must be found once in the seed."""
    words = normal(seed)
    spans = []
    for edit in edits:
        was, before, after = (normal(edit.get(key) or "") for key in ("was", "prefix", "suffix"))
        found = [
            place
            for place in re.finditer(re.escape(was), words)
            if words[: place.start()].rstrip().endswith(before)
            and words[place.end() :].lstrip().startswith(after)
        ]
        if len(found) != 1:
            raise ValueError(f"the edit of {edit['was']!r} is found {len(found)} times in the seed")
        spans.append((*found[0].span(), normal(edit.get("now") or "")))
    for start, end, now in sorted(spans, reverse=True):
        words = words[:start] + now + words[end:]
    return normal(words)


def first_difference(expected, found):
    """Both texts around the place where they part."""
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, found)) if a != b),
        min(len(expected), len(found)),
    )
    around = slice(max(0, at - 40), at + 40)
    return f"expected …{expected[around]!r}, found …{found[around]!r}"


def check_article(root, article, claims_file, page_file):
    """Everything that is wrong with one built article, as sentences."""
    wrong = []
    page = ArticlePage()
    page.feed(page_file.read_text("utf-8"))
    page.close()

    claims = (yaml.safe_load(claims_file.read_text("utf-8")) or {}).get("claims") or []
    if not claims:
        wrong.append(f"{claims_file} holds no claim, so nothing was compared")
    for claim in claims:
        name, quote = claim["id"], normal(claim["quote"])
        marked = normal("".join(page.marked.get(name, [])))
        if marked != quote:
            wrong.append(f"claim {name}: the quote is {quote!r}, the marked words are {marked!r}")
        if page.ids.count(f"c-{name}") != 1:
            wrong.append(f"claim {name}: the id c-{name} stands {page.ids.count(f'c-{name}')} times")
        if page.ids.count(f"n-{name}") != 1:
            wrong.append(f"claim {name}: the id n-{name} stands {page.ids.count(f'n-{name}')} times")
        if page.references.count(f"#n-{name}") != 1:
            wrong.append(
                f"claim {name}: {page.references.count(f'#n-{name}')} references lead to its note"
            )
    for stranger in sorted(set(page.marked) - {claim["id"] for claim in claims}):
        wrong.append(f"words are marked for {stranger}, which the claims file does not have")
    for twice in sorted({i for i in page.ids if page.ids.count(i) > 1}):
        wrong.append(f"the id {twice} stands more than once")

    settings = front_matter(article)
    if settings.get("seed"):
        seed = (root / "seeds" / settings["seed"]).read_text("utf-8-sig")
        try:
            expected = edited_seed(seed, settings.get("edits") or [])
        except ValueError as error:
            return [*wrong, str(error)]
        if page.visible_text() != expected:
            wrong.append(
                "the visible text is not the seed with its edits: "
                + first_difference(expected, page.visible_text())
            )
    return wrong


def articles(content):
    """Pairs of article and claims file, with the article's address."""
    for claims_file in sorted(content.rglob("claims.yaml")):
        folder = claims_file.parent
        yield folder / "index.md", claims_file, folder.relative_to(content)
    for claims_file in sorted(content.rglob("*.claims.yaml")):
        slug = claims_file.with_name(claims_file.name.removesuffix(".claims.yaml"))
        yield slug.with_name(slug.name + ".md"), claims_file, slug.relative_to(content)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    repository = Path(__file__).resolve().parents[2]
    parser.add_argument("--root", type=Path, default=repository, help="the site's sources")
    parser.add_argument("--site", type=Path, help="the built site (ROOT/public)")
    given = parser.parse_args()
    site = given.site or given.root / "public"

    failed = checked = 0
    for article, claims_file, address in articles(given.root / "content"):
        page_file = site / address / "index.html"
        try:
            wrong = check_article(given.root, article, claims_file, page_file)
        except (OSError, ValueError) as error:
            wrong = [str(error)]
        checked += 1
        failed += bool(wrong)
        for sentence in wrong:
            print(f"{page_file}: {sentence}", file=sys.stderr)
    if checked == 0:
        print(f"no article with claims in {given.root / 'content'}", file=sys.stderr)
        return 1
    print(f"independent check: {checked - failed} of {checked} articles hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
