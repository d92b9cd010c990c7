"""The independent check must be able to fail: each test breaks one thing of a page that holds.

    python3 -m unittest discover tests/independent
"""

import tempfile
import unittest
from pathlib import Path

from check_article import check_article

ARTICLE = """---
seed: report.txt
edits:
  - {was: teh, now: the, why: A typing error.}
  - {was: big, prefix: a, now: "", why: A word too many.}
---
# Big news
"""
SEED = "Big news\n\nA report on teh plan. It was a big “loan” of 12 percent,\nor so.\n"
CLAIMS = """claims:
  - {id: loan, quote: "It was a \\"loan\\" of 12 percent"}
  - {id: plan, quote: plan. It was}
"""
PAGE = """<!doctype html><html><head><title>Not text</title></head><body><h1>Big news</h1>
<div class="article-text"><p>A report on the <mark id="c-plan" data-claim="plan">plan. </mark><mark
id="c-loan" data-claim="plan loan">It was</mark><a href="#n-plan" role="doc-noteref">1</a>
<mark data-claim="loan"> a “loan” of </mark><em><mark data-claim="loan">12 percent</mark></em><a
href="#n-loan" role="doc-noteref"><span class="visually-hidden">Fact check 2</span>2</a>, or
so.</p><aside id="n-plan" role="doc-footnote"><p>A note &amp; more.</p></aside>
<aside id="n-loan" role="doc-footnote"><p>Another.</p></aside></div></body></html>"""


class CheckArticle(unittest.TestCase):
    def check(self, page=PAGE, claims=CLAIMS, seed=SEED, article=ARTICLE):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "seeds").mkdir()
            for name, text in {
                "index.md": article,
                "claims.yaml": claims,
                "index.html": page,
                "seeds/report.txt": seed,
            }.items():
                (root / name).write_text(text, "utf-8")
            names = ("index.md", "claims.yaml", "index.html")
            return check_article(root, *(root / name for name in names))

    def assert_one(self, wrong, words):
        self.assertEqual(len(wrong), 1, wrong)
        self.assertIn(words, wrong[0])

    def test_a_page_that_holds(self):
        self.assertEqual(self.check(), [])

    def test_a_mark_that_is_a_word_short(self):
        page = PAGE.replace(">12 percent</mark></em>", ">12</mark> percent</em>")
        self.assert_one(self.check(page=page), "claim loan: the quote is")

    def test_a_mark_for_an_unknown_claim(self):
        page = PAGE.replace("or\nso", '<mark data-claim="other">or</mark>\nso')
        self.assert_one(self.check(page=page), "marked for other")

    def test_a_claim_without_a_mark(self):
        claims = CLAIMS + "  - {id: lost, quote: report}\n"
        self.assertIn("claim lost: the quote is", self.check(claims=claims)[0])

    def test_a_reference_too_many(self):
        page = PAGE.replace(", or", '<a href="#n-loan" role="doc-noteref">2</a>, or')
        self.assert_one(self.check(page=page), "2 references lead to its note")

    def test_a_word_that_is_not_in_the_seed(self):
        page = PAGE.replace("A report", "A new report")
        self.assert_one(self.check(page=page), "not the seed with its edits")

    def test_an_edit_that_is_not_in_the_seed(self):
        article = ARTICLE.replace("teh", "hte")
        self.assert_one(self.check(article=article), "found 0 times")

    def test_words_of_two_blocks_are_not_one_word(self):
        page = PAGE.replace(" or\nso.</p>", "</p><p>or\nso.</p>")
        self.assertEqual(self.check(page=page), [])

    def test_a_page_with_elements_left_open(self):
        with self.assertRaisesRegex(ValueError, "closes nothing"):
            self.check(page=PAGE.replace("</em>", ""))


if __name__ == "__main__":
    unittest.main()
