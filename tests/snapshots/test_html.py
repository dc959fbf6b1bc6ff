"""A web page becomes the paragraphs of its text, without what belongs to the site."""

from __future__ import annotations

import time

import pytest

from deckmaker.evidence.speech import quotations
from deckmaker.snapshots import transcribe


def read(page: str | bytes, name: str = "a.html") -> tuple[str, ...]:
    transcript = transcribe(name, page.encode() if isinstance(page, str) else page)
    assert bool(transcript.fault) != bool(transcript.paragraphs)
    return transcript.paragraphs


def test_each_block_is_a_paragraph():
    page = """<h1>The  <em>boiler</em></h1><p>It is<br>old.<p>Very old.
    <blockquote><p>So old!</p>Really.</blockquote>
    <ul><li>One<ul><li>One a</ul><li><p>Two</p><p>and more</p></ul>
    <dl><dt>Age<dd>31 years</dl>
    <figure><img alt="A boiler" src=x.png><figcaption>The boiler</figcaption></figure>
    <div>Loose <span>words</span><p>in between</p>and after</div><pre>a = 1\n\n  b = 2</pre>"""
    assert read(page) == (
        "The boiler", "It is old.", "Very old.", "“So old!”", "“Really.”", "One", "One a", "Two",
        "and more", "Age", "31 years", "The boiler", "Loose words", "in between", "and after",
        "a = 1", "b = 2",
    )  # fmt: skip


def test_a_row_of_a_table_is_a_paragraph():
    page = """<table><caption>Berths</caption><thead><tr><th>Port<th>Berths</thead>
    <tr><td>Elmsund<td><p>12</p><p>in use</p><tr><td><td>7</table>"""
    assert read(page) == ("Berths", "Port | Berths", "Elmsund | 12 in use", "7")


def test_a_table_that_sets_a_page_is_no_table():
    nested = "<table><tr><td>Side</td><td><table><tr><td>1<td>2</table><p>Text.</td></table>"
    assert read(nested) == ("Side", "1 | 2", "Text.")
    headed = "<table><tr><td>Side</td><td><h2>Head</h2><p>Text.<p>More.</td></table>"
    assert read(headed) == ("Side", "Head", "Text.", "More.")


def test_two_breaks_part_paragraphs_and_one_is_a_space():
    assert read("<div>One<br>line.<br> <br>Two.<br><br><br>Three.</div>") == (
        "One line.",
        "Two.",
        "Three.",
    )


SITE = "<nav>Home</nav><header>Post</header>{}<footer>Imprint</footer><aside>Read on</aside>"


@pytest.mark.parametrize(
    "page",
    [
        "<main><p>Text.</p></main><article>Teaser</article>",
        "<div role=main><p>Text.</div><article>Teaser</article>",
        "<p>Cookies?<article><p>Text.<article hidden>Old</article></article>",
        "<main hidden>Old</main><main><p>Text.</main><p>Cookies?",
        "<main><script>1</script></main><article><p>Text.</article>",
        "<div role=dialog>Cookies?</div><p>Text.",
        "<form action=x><label>Mail</label><button>Go</button></form><p>Text.",
        "<p>Text.<p style='color: red; display : none'>No<p hidden>No<b aria-hidden=TRUE>No</b>",
        "<p>Text.<span class='visually-hidden'> opens in a new window</span>",
        "<noscript><p>Turn on scripts</noscript><template>No</template><p>Text.<svg><text>No</svg>",
        "<title>No</title><style>p {}</style><p>Text.<select><option>No</select><textarea>No",
    ],
)
def test_the_text_is_told_from_the_site(page):
    assert read(SITE.format(page)) == ("Text.",)


def test_what_only_looks_like_chrome_is_kept():
    assert read("<form id=all><h1>Title</h1><p>Text.</form>") == ("Title", "Text.")
    assert read("<div aria-hidden=true><main><p>Text.</main></div>") == ("Text.",)
    assert read("<header><h1>Title</h1><nav>No</nav></header><p>Text.") == ("Title", "Text.")
    article = "<article><header><h1>Title</h1>By me</header><p>Text.<footer>Note</footer></article>"
    assert read(article) == ("Title", "By me", "Text.", "Note")
    assert read("<p>Text.<aside class=footnote>1 Note</aside>") == ("Text.", "1 Note")
    assert read("<h2><button>Who pays?</button></h2><details><p>All.") == ("Who pays?", "All.")


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n1'>1</a></sup>",
        "<sup>[<a href='https://example.org/x#cite_note-1'>1</a>]</sup>",
        "<sup class=reference><a href='#n'><span>[</span>12<span>]</span></a></sup>",
        "<a href='#fn1' class=footnote-ref role=doc-noteref><sup>1</sup></a>",
    ],
)
def test_marks_of_notes_are_no_words(mark):
    note = "<ol><li id=n1>The note. <a href='#r1'>↩︎</a></ol>"
    assert read(f"<p>A sentence{mark} goes on.</p>{note}") == ("A sentence goes on.", "The note.")


def test_raised_figures_and_links_are_words():
    page = "<p>40 km<sup>2</sup>, see <a href='#x'>page 3</a> and <a href='#y'>chapter ii</a>."
    assert read(page) == ("40 km2, see page 3 and chapter ii.",)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("40{1} people", "40 people"),
        ("£58 million{2}, £58{2} and £20m{3}", "£58 million, £58 and £20m"),
        ("in 2019{3}, 1,234{2} of the G20{4} at 10:30{2}", "in 2019, 1,234 of the G20 at 10:30"),
        ("The end.{1,2} Next{[3]} and{*} more{12}", "The end. Next and more"),
        ("“Ships.”{4} 40%{2} of 5{[2]} came in{2} time", "“Ships.” 40% of 5 came in time"),
        ("people{1}{,}{2}came", "people came"),
        ("{1}The note", "The note"),
        ("人口{1}は", "人口は"),
    ],
)
def test_raised_marks_of_notes_are_left_out(page, text):
    assert read(page.replace("{", "<sup>").replace("}", "</sup>")) == (text,)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("10{6}, 3.2x10{12} and 10{−6}", "10^6, 3.2x10^12 and 10^−6"),
        ("2{32} and 40{2} people", "2^32 and 40^2 people"),
        ("£4{99}", "£4^99"),
        ("40 km{2}, 5m{3}, 9 in{2}, 60/km{2}, 9.8 m/s{2}", "40 km2, 5m3, 9 in2, 60/km2, 9.8 m/s2"),
        ("R{2} of E=mc{2}, {238}U and ({14}C)", "R2 of E=mc2, 238U and (14C)"),
        ("5{th} of May, H<sub>2</sub>O and m²", "5th of May, H2O and m²"),
        ("3{1}/<sub>2</sub> and {1}⁄<sub>2</sub>", "3 1/2 and 1⁄2"),
    ],
)
def test_raised_powers_and_units_stay_and_become_no_digits(page, text):
    assert read(page.replace("{", "<sup>").replace("}", "</sup>")) == (text,)


def test_raised_text_over_the_end_of_a_paragraph_is_read():
    assert read("a<sup>x<p>b</p>c</sup>d\x02e\x03") == ("ax", "b", "cd e")


@pytest.mark.parametrize(
    "struck",
    [
        "<del>£50</del>",
        "<s>£50</s>",
        "<strike>£50</strike>",
        "<span role=deletion>£50</span>",
        "<span style='text-decoration: line-through'>£50</span>",
        "<del><p>£50</p></del>",
    ],
)
def test_what_is_struck_out_is_left_out(struck):
    assert read(f"<div>{struck} <ins>£40</ins></div>") == ("£40",)


def test_a_block_of_quoted_words_is_in_quotation_marks():
    page = """<blockquote><p>So <b>old</b>!<p>“Marked.”<p>‘Marked.’<p>– Marked, – he said.
    <p>Voss said: “It is far too old.”<ul><li>One</ul><blockquote>In</blockquote>
    <table><tr><td>1<td>2</table>out<footer>— Voss</footer><cite>Petra Voss</cite></blockquote>
    <p>After.<blockquote><cite>The Post</cite> wrote.</blockquote>"""
    assert read(page) == (
        "“So old!”", "“Marked.”", "‘Marked.’", "– Marked, – he said.",
        "Voss said: “It is far too old.”", "“One”", "“In”", "1 | 2", "“out”", "— Voss",
        "Petra Voss", "After.", "“The Post wrote.”",
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "The so-called “deal” is as dead as it can be.",
        'The so-called "deal" is as dead as it can be.',
        "The «deal» and the “deal” are as dead as they can be, all of them.",
        'He is 5\'10" tall and he said "no way.',
        "’Tis a pity” he is.",
    ],
)
def test_all_of_a_quoted_block_is_speech_whatever_marks_it_holds(words):
    (paragraph,) = read(f"<blockquote>{words}</blockquote>")
    assert quotations(paragraph) == [(1, len(paragraph) - 1)]
    assert paragraph[1:-1] == words


def test_q_is_read_with_its_quotation_marks():
    assert read("<p>She said: <q>Ships can wait.</q>") == ("She said: “Ships can wait.”",)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "cp1251"),
        ("<meta charset='shift_jis'>", "cp932"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?>", "iso8859-2"),
        ("", "cp1252"),
        ("<meta charset=no-such>", "cp1252"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("", "utf-16"),
        ("<meta charset=iso-2022-jp>", "iso2022_jp"),
    ],
)
def test_the_encoding_is_found(declared, encoding):
    said = {"cp1251": "Мост", "cp932": "旋回橋", "iso2022_jp": "旋回橋", "iso8859-2": "łódź"}
    text = said.get(encoding, "“café” – naïve")
    assert read(f"{declared}<p>{text}".encode(encoding)) == (text,)


def test_xhtml_may_close_elements_in_themselves():
    page = "<?xml version='1.0'?><html><head><script src='a.js'/><title/></head><p>Text.</p></html>"
    assert read(page, "a.xhtml") == ("Text.",)


def test_broken_pages_are_read():
    assert read("<p>One<p>Two <b>bold<p>Three</i></div></p>&amp; four &nosuch; <") == (
        "One",
        "Two bold",
        "Three",
        "& four &nosuch; <",
    )
    assert read("A\0B<p>C\x01")[0] == "A\ufffdB"
    assert read("<!-- <p>No --><p>Yes<!-- never closed") == ("Yes",)


def test_depth_and_number_cost_no_more_than_their_bytes():
    deep = transcribe("a.html", b"<div>" * 100_000 + b"x")
    assert deep.fault == "is nested too deeply: more than 2,000 elements stand open"
    hidden = transcribe("a.html", b"<p>x<div hidden>" + b"<b>" * 100_000)
    assert hidden.fault == deep.fault
    assert len(read(b"<p>x</p>" * 200_000)) == 200_000
    attributes = b" ".join(b"a%d=1" % number for number in range(100_000))
    assert read(b"<p " + attributes + b">x") == ("x",)
    assert read(b"<div>" * 1_000 + b"</b>" * 200_000 + b"x") == ("x",)


DEEP = "<div>" * 1_900


@pytest.mark.parametrize(
    "page",
    [
        DEEP + "<h1>x</h1>" * 20_000,
        DEEP + "<button>x</button>" * 20_000 + "x",
        DEEP + "<article>x</article>" * 20_000,
        "<div aria-hidden=true>" * 1_900 + "<h1>x</h1>" * 20_000,
        "<table><tr><td>" + DEEP + "<tr>x</tr>" * 20_000,
        "<table><tr>" + DEEP + "<td>x</td>" * 20_000,
        "<div><table>" * 950 + "<h1>x</h1>" * 20_000,
        "<sup>" * 1_900 + "<p>x</p>" * 20_000,
        "x" + "<sup>1</sup>" * 20_000,
        "<blockquote>" + "a “b ' " * 20_000,
        "<?xml version='1.0'?><p>x</p><" + "a" * 200_000,
        "<?xml version='1.0'?><p>x</p><a" + "/" * 200_000,
    ],
)
def test_pages_of_some_hundred_kilobytes_are_read_at_once(page):
    began = time.process_time()
    assert read(page)
    assert time.process_time() - began < 1.5
