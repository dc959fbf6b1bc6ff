"""LibreOffice breaks the same boxes: it never makes more lines, or wider ones, than foretold."""

import random

import pytest

from boxes import Box
from boxes import rendered as render
from deckmaker.typesetting import Font, Run

pytestmark = pytest.mark.render

COMMON = (
    "the of to and a in that is was for on as with by he it at from his be are this have but not "
    "an they which you had were her all she there would their we him been has when who will more "
    "no if out so said what up its about into than them can only other new some could time these "
    "two may then do first any my now such like our over man me even most made after also did many"
)
LONGER = (
    "government president meeting ministers agreement territory negotiations security guarantees "
    "conditions preparation officials international representatives administration responsibility "
    "non-committal ceasefire cross-border long-standing peace-making sovereignty humanitarian "
    "infrastructure Washington Moscow Kyiv Brussels Vladimir Volodymyr Zelensky’s Trump’s AVATAR "
    "Te Yalta Tokyo “quotation” (parenthesis) 2019–2020 10\u00a0000 270 3.5% €15 billion—perhaps"
)
RUSSIAN = "встреча президентов не согласована и требует долгой подготовки говорят в Москве"
MARKS = [",", ",", ",", ".", ".", ";", ":", " –", "?", "…"]
SIZES = [10, 11, 14, 16, 18, 20, 22, 28, 32]
OVERHANG = 0.7
"""Points by which the ink of an italic letter may stand out over its advance."""


def prose(rng, count):
    """Words that look like English: common ones short, others long, marks and capitals."""
    words = []
    capital = True
    for _ in range(count):
        word = rng.choice(COMMON.split() if rng.random() < 0.55 else LONGER.split(" "))
        words.append(word[:1].upper() + word[1:] if capital else word)
        capital = False
        if rng.random() < 0.15:
            words[-1] += rng.choice(MARKS)
            capital = words[-1][-1] in ".?"
    return " ".join(words)


def plain_box(rng):
    font = Font(
        rng.choice(["serif", "sans"]), rng.choice(SIZES), rng.random() < 0.3, rng.random() < 0.2
    )
    return Box((Run(prose(rng, rng.randint(3, 30)), font),), rng.uniform(6, 30) * font.size)


def mixed_box(rng):
    size, voice = rng.choice(SIZES), rng.choice(["serif", "sans"])
    runs = [
        Run(prose(rng, rng.randint(1, 9)) + rng.choice([" ", ""]), Font(voice, size, bold, italic))
        for bold, italic in ((True, False), (False, False), (False, True), (False, False))
    ]
    return Box(tuple(runs), rng.uniform(8, 30) * size)


def tracked_box(rng):
    font = Font("sans", rng.choice([9, 10, 11]), True, tracking=rng.choice([0.5, 0.8, 1.1]))
    return Box((Run(prose(rng, rng.randint(3, 12)).upper(), font),), rng.uniform(8, 25) * font.size)


def address_box(rng):
    font = Font("sans", rng.choice([11, 14, 18]))
    tail = "/".join(rng.choice(LONGER.split()[:20]) for _ in range(rng.randint(1, 6)))
    joint = rng.choice(["?q=", "&amp=", "#", "_", "-", "."])
    address = f"https://www.example.org/{tail}{joint}{rng.randint(1, 10**9)}"
    text = f"{prose(rng, rng.randint(0, 5))} {address} {prose(rng, rng.randint(0, 5))}".strip()
    return Box((Run(text, font),), rng.uniform(5, 25) * font.size)


def cyrillic_box(rng):
    font = Font(rng.choice(["serif", "sans"]), rng.choice(SIZES), rng.random() < 0.3)
    text = " ".join(rng.choice(RUSSIAN.split()) for _ in range(rng.randint(4, 20)))
    return Box((Run(text, font),), rng.uniform(8, 30) * font.size)


@pytest.fixture(scope="module")
def rendered(typesetter, tmp_path_factory):
    rng = random.Random(20261123)
    boxes = [plain_box(rng) for _ in range(180)]
    boxes += [mixed_box(rng) for _ in range(80)]
    boxes += [tracked_box(rng) for _ in range(30)]
    boxes += [cyrillic_box(rng) for _ in range(20)]
    boxes += [address_box(rng) for _ in range(60)]
    folder = tmp_path_factory.mktemp("rendered")
    pages = render(boxes, [typesetter] * len(boxes), folder)
    return list(zip(boxes, pages, strict=True))


def test_no_box_has_more_lines_than_foretold(typesetter, rendered):
    over = [
        (box.width, [line.text for line in typesetter.lines(box.runs, box.width)], lines)
        for box, lines in rendered
        if len(lines) > typesetter.line_count(box.runs, box.width)
    ]
    assert over == []


def test_few_boxes_of_prose_have_fewer_lines_than_foretold(typesetter, rendered):
    """The price of safety; addresses cost more, for renderers break them at whim."""
    prose = [(box, lines) for box, lines in rendered if "https:" not in box.text]
    under = sum(len(lines) < typesetter.line_count(box.runs, box.width) for box, lines in prose)
    assert len(prose) > 300
    assert under <= 0.1 * len(prose)


def test_addresses_are_given_at_most_a_few_lines_too_many(typesetter, rendered):
    spare = [
        typesetter.line_count(box.runs, box.width) - len(lines)
        for box, lines in rendered
        if "https:" in box.text
    ]
    assert sum(spare) <= 2 * len(spare)


def test_no_rendered_line_is_wider_than_its_safe_width(typesetter, rendered):
    compared = 0
    for box, lines in rendered:
        foretold = typesetter.lines(box.runs, box.width)
        if [found.text for found in lines] == ["".join(line.text.split()) for line in foretold]:
            compared += len(lines)
            for found, line in zip(lines, foretold, strict=True):
                assert found.right <= line.width + OVERHANG
    assert compared > 500
