#!/usr/bin/env python3
"""Holds that every relative link of the repository's own Markdown pages leads somewhere.

    tests/independent/check_links.py

Pages of `content/` are factpress's business; here it is README.md and its neighbours, and `docs/`.
A link needs an existing file, and with a fragment a heading of that name.
"""

import re
import sys
from pathlib import Path
from urllib.parse import unquote

REPOSITORY = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)


def anchors(text):
    """The fragments that GitHub makes of a page's headings."""
    seen = {}
    for heading in HEADING.findall(FENCE.sub("", text)):
        name = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        name = re.sub(r"[^\w\- ]", "", name).replace(" ", "-")
        count = seen[name] = seen.get(name, -1) + 1
        yield f"{name}-{count}" if count else name


def dead_links(page):
    """Every link of a page that leads nowhere, as a sentence."""
    text = page.read_text("utf-8")
    for target in LINK.findall(CODE.sub("", FENCE.sub("", text))):
        if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
            continue
        path, _, fragment = target.partition("#")
        found = page if not path else page.parent / unquote(path)
        if not found.exists():
            yield f"{page.relative_to(REPOSITORY)}: {target}: no such file"
        elif fragment and found.suffix == ".md":
            if unquote(fragment) not in set(anchors(found.read_text("utf-8"))):
                yield f"{page.relative_to(REPOSITORY)}: {target}: no such heading"


def main():
    pages = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
    dead = [sentence for page in pages for sentence in dead_links(page)]
    for sentence in dead:
        print(sentence, file=sys.stderr)
    print(f"{len(pages)} pages of documentation: {len(dead)} dead links")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
