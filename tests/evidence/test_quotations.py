import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckmaker.evidence.quotations import Occurrence, occurrences
from deckmaker.evidence.readings import parts
from deckmaker.evidence.snapshot import read_snapshot
from deckmaker.evidence.tokens import tokenize

SOURCE = """\
Harbour talks stall

The port authority of Elmsund said on Friday that it would not widen the channel this year.
“We do not fear a longer winter – neither the crews nor the pilots do,” said Mara Lindqvist, \
the harbour master. She added: “Ships of 9,500 tonnes can wait; people can’t.”
Critics call the plan “a half-finished bridge.” They point to well-known delays, to −12 degrees \
in January and to the crew’s own reports, which the so-called ‘grey book’ collects.

The owner, Tomas Veld, told reporters that the “fleet is ready … and has been since May,” \
though he denied a non-commercial interest.
“Nobody asked the islanders,” Lindqvist wrote.
"""

LINDQVIST_FIRST = 3


def found(words: str, source: str = SOURCE, lang: str = "en") -> list[Occurrence]:
    return occurrences(words, [read_snapshot("", source.encode(), lang)])


EXACT = [
    ("it would not widen the channel this year", 2, False),
    ("We do not fear a longer winter", 3, True),
    ("we do not fear a longer winter", 3, True),  # the first letter's case
    ("We do not fear a longer winter.", 3, True),  # a full stop drawn inside the marks
    ("a longer winter - neither the crews", 3, True),  # a hyphen typed for the dash
    ("a longer winter--neither the crews", 3, True),
    ("a longer winter—neither the crews", 3, True),
    ("a longer\u00a0winter –\u2009neither the\u00a0crews", 3, True),  # other spaces
    ("people can't", 3, True),  # a straight apostrophe
    ("Ships of 9,500 tonnes can wait; people can’t.", 3, True),
    ("a half-finished bridge", 4, True),
    ("a half‑finished bridge,", 4, True),  # a no-break hyphen, a comma drawn inside
    ("the crew’s own reports", 4, False),
    ("the crew", 4, False),
    ("grey book", 4, True),  # single marks speak as well
    ("'a half-finished bridge.' They point", 4, False),  # nested marks of another kind
    ("fleet is ready ... and has been", 5, True),  # the source's own omission
    ("Nobody asked the islanders", 6, True),
    ("\ufb02eet is ready", 5, True),  # a compatibility ligature
    ("win\u00adter", 3, True),  # a soft hyphen
]

EDITED = [
    ("We do not fear a longer winter … neither the crews nor the pilots", 3, True),
    ("said on Friday … would not … the channel", 2, False),
    ("The port authority [...] said on Friday", 2, False),
    ("… a longer winter …", 3, True),
    ("The port authority[...] said on Friday", 2, False),
    ("We do not fear a longer winter [...].", 3, True),
    ("We do not fear [sic] a longer winter [emphasis added]", 3, True),
    ("[T]he port authority", 2, False),
    ("[t]he port authority", 2, False),
    ("people [C]an't", 3, True),
    ("[w]e do not fear", 3, True),
    ("Ships of 9,500 [metric] tonnes can wait", 3, True),  # added
    ("[the captains] do not fear a longer winter", 3, True),  # in place of a word
    ("told [the press] that the", 5, False),
    ("has [stood ready] since May", 5, True),
    ("widen[ed] the channel", 2, False),
    ("Nobody ask[s] the islanders", 6, True),
]

NOT_FOUND = [
    "We do fear a longer winter",  # a dropped "not"
    "We do never fear a longer winter",
    "Ships of 9,600 tonnes can wait",  # a changed number
    "Ships of 500 tonnes",
    "500 tonnes can wait",
    "Ships of 9",
    "We do not fear a longer winter. Ships of 9,500 tonnes can wait",  # two quotations joined
    "We do not fear a longer winter … Ships of 9,500 tonnes can wait",  # joined by an omission
    "Mara Lindqvist … Ships of 9,500 tonnes",  # prose led into speech
    "people can wait; Ships of 9,500 tonnes can't",  # swapped
    "neither the pilots nor the crews do",
    "neither the crews … We do not fear",  # out of order
    "Nobody … We do not fear",
    "it would not widen the channel … We do not fear",  # over two paragraphs
    "this year. We do not fear",
    "people can",  # half of "can't"
    "commercial interest",  # half of a compound
    "finished bridge",
    "a half",
    "12 degrees",  # without its minus
    "ear a longer wint",  # not on word borders
    "We do [ ] fear a longer winter",  # a bracket must not hide a "not"
    "We do [indeed] fear a longer winter",
    "We do no[w] fear a longer winter",
    "a longer winter! ",  # a mark that changes the tone
    "We Do not fear",
    "the harbour Master",
    "…",
    "We do [never] fear a longer winter",  # nor bring one
    "We [love robots and hate the minister and want him gone] do not fear",  # no gloss
    "We do … fear a longer winter",  # an omission must not swallow a "not"
    "We … fear a longer winter",
    "We … fear … winter",
    "We do not fear a longer winter [...] the pilots",  # neither … nor
    "[sic]",
    "… [sic] …",
    "",
    "“”",
]


@pytest.mark.parametrize(("words", "paragraph", "spoken"), EXACT)
def test_words_that_stand_in_the_source_are_exact(words, paragraph, spoken):
    assert found(words) == [Occurrence("", paragraph, "exact", spoken)]


@pytest.mark.parametrize(("words", "paragraph", "spoken"), EDITED)
def test_marked_edits_are_allowed_and_named_as_such(words, paragraph, spoken):
    assert found(words) == [Occurrence("", paragraph, "edited", spoken)]


@pytest.mark.parametrize("words", NOT_FOUND)
def test_what_the_source_does_not_say_is_not_found(words):
    assert found(words) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("„Wir fahren nicht“, sagte sie.", "Wir fahren nicht"),
        ("« Nous ne partons pas », dit-elle.", "Nous ne partons pas"),
        ("»Vi sejler ikke«, sagde hun.", "Vi sejler ikke"),
        ("”Vi seglar inte”, sade hon.", "Vi seglar inte"),
        ("「船は出ない」と彼女は言った。", "船は出ない"),
        ('"We stay," she said.', "We stay"),
        ("קבע: ״אנחנו נשארים״, sagte", "אנחנו נשארים"),
        ('אמרה: "אנחנו נשארים", sagte', "אנחנו נשארים"),
        ("קבע: ”אנחנו נשארים”, sagte", "אנחנו נשארים"),
        ("قال ”نحن باقون“، sagte", "نحن باقون"),
        ("قال «نحن باقون»، sagte", "نحن باقون"),
        ("उसने कहा, “हम रहेंगे,” sagte", "हम रहेंगे"),
        ("他说：“我们留下。” sagte", "我们留下"),
        ("他說：「我們留下。」 sagte", "我們留下"),
        ("‚Wir bleiben‘, sagte sie.", "Wir bleiben"),
        ("»Wir bleiben«, sagte sie, »und ihr?«", "Wir bleiben"),
        ("‘We stay at the crews’ request,’ she said.", "We stay at the crews’ request"),
        ("“We stay,” she wrote. “We stay because", "We stay because"),
    ],
)
def test_quotation_marks_of_other_languages_tell_speech_from_prose(source, words):
    prose = [occurrence.spoken for occurrence in found("said sagte dit sagde sade 彼女", source)]
    assert [occurrence.spoken for occurrence in found(words, source)] == [True]
    assert prose == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('The 12" gun fired; "we stay," she said, and left.', "and left"),
        ("The crew’s boat and the pilots’ house were sold.", "boat and the pilots"),
        ("“We stay,” she said, and left.", "she said, and left"),
    ],
)
def test_apostrophes_and_primes_make_no_speech(source, words):
    assert [occurrence.spoken for occurrence in found(words, source)] == [False]


def test_every_paragraph_with_the_words_is_listed():
    assert [o.paragraph for o in found("Lindqvist")] == [3, 6]


def test_sources_are_searched_in_order():
    first = read_snapshot("b", b"The ice holds.", "en")
    second = read_snapshot("a", b"They say the ice holds.", "en")
    assert [o.source for o in occurrences("the ice holds", [first, second])] == ["b", "a"]


def test_scripts_without_spaces_are_quoted_at_any_character():
    assert found("出ない", "船は出ないと彼女は言った。")


def test_parts_are_what_stands_between_omissions():
    assert parts("We do … fear [...] winter") == ["We do", "fear", "winter"]


PARAGRAPHS = [
    line.replace("“", "").replace("”", "") for line in SOURCE.splitlines() if line.strip()
]


@given(st.data())
def test_every_verbatim_stretch_is_found_in_its_paragraph(data):
    number = data.draw(st.integers(1, len(PARAGRAPHS)))
    text = PARAGRAPHS[number - 1]
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    stretch = " ".join(words[start:end])
    assume(any(token.word for token in tokenize(stretch)))
    hits = found(stretch, "\n".join(PARAGRAPHS))
    # Elsewhere the source's own omission mark may be read as the editor's.
    assert [hit.verdict for hit in hits if hit.paragraph == number] == ["exact"]


@given(st.data())
def test_no_stretch_with_a_word_changed_dropped_or_moved_is_found(data):
    text = data.draw(st.sampled_from(PARAGRAPHS))
    words = text.split()
    start = data.draw(st.integers(0, max(0, len(words) - 4)))
    end = data.draw(st.integers(min(len(words), start + 4), len(words)))
    stretch = words[start:end]
    assume(len(stretch) >= 4)
    at = data.draw(st.integers(1, len(stretch) - 2))
    mutated = data.draw(
        st.sampled_from(
            [
                [*stretch[:at], "walrus", *stretch[at + 1 :]],
                [*stretch[:at], *stretch[at + 1 :]],
                [*stretch[:at], "not", *stretch[at:]],
                [*stretch[:at], stretch[at + 1], stretch[at], *stretch[at + 2 :]],
                [*stretch[:at], stretch[at].upper() + "x", *stretch[at + 1 :]],
            ]
        )
    )
    quotation = " ".join(mutated)
    assume("…" not in quotation)
    folded = [token.folded for token in tokenize(quotation)]
    elsewhere = any(
        _contains([t.folded for t in tokenize(paragraph)], folded) for paragraph in PARAGRAPHS
    )
    assume(not elsewhere)
    assert found(quotation, "\n".join(PARAGRAPHS)) == []


def _contains(tokens: list[str], wanted: list[str]) -> bool:
    trimmed = wanted[:-1] if wanted[-1] in ".," else wanted
    size = len(trimmed)
    return any(tokens[i : i + size] == trimmed for i in range(len(tokens) - size + 1))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('דובר צה"ל אמר: "אנחנו נשארים"', "צה״ל אמר"),
        ("דובר צה״ל אמר", 'צה"ל'),
        ("ג'ירפה וצ׳ק", "ג׳ירפה וצ'ק"),
        ("« L’eau monte » !", "«L'eau monte»"),
        ('She said: “a 5" pipe”', "a 5″ pipe"),
        ("他走了……然后回来", "他走了…然后回来"),
    ],
)
def test_marks_fold_alike_in_every_language(source, words):
    assert [occurrence.verdict for occurrence in found(words, source)] == ["exact"]


@pytest.mark.parametrize(
    ("lang", "source", "words"),
    [
        ("de", "Wir fürchten den Winter nicht und bleiben hier.", "Wir fürchten … hier"),
        ("fr", "Nous ne partons pas ce soir.", "Nous … partons"),
        ("ru", "Мы не боимся зимы и остаёмся.", "Мы … остаёмся"),
        ("tr", "Kıştan korkmuyoruz değil mi, kalıyoruz.", "Kıştan … kalıyoruz"),
        ("ar", "نحن لا نخاف الشتاء", "نحن … الشتاء"),
        ("he", "אנחנו לא מפחדים מהחורף", "אנחנו … מהחורף"),
        ("hi", "हम नहीं डरते सर्दी से", "हम … सर्दी से"),
        ("zh", "我们不怕冬天", "我们…冬天"),
        ("ja", "冬は怖くないし、ここに残る。", "冬は怖く…ここに残る"),
        ("ko", "우리는 겨울이 두렵지 않고 여기에 남는다.", "우리는 … 여기에 남는다"),
        ("th", "เราไม่กลัวฤดูหนาว", "เรา…กลัวฤดูหนาว"),
        ("es", "El invierno a nadie asusta aquí.", "El invierno … asusta aquí"),
        ("it", "Qui nessuno, credo, parte stasera.", "Qui … parte stasera"),
        # Words that no other language has count although the source is said to be in English.
        ("en", "Wir fürchten den Winter nicht und bleiben hier.", "Wir fürchten … hier"),
        ("en", "Мы не боимся зимы и остаёмся.", "Мы … остаёмся"),
        ("en", "We trust neither Dr. Holm nor Dr. Vale.", "We trust … Vale"),
    ],
)
def test_an_omission_swallows_no_negation_of_other_languages(lang, source, words):
    assert found(words, source, lang) == []


@pytest.mark.parametrize(
    ("lang", "source", "words"),
    [
        ("sv", "Hon tog sin båt och gick.", "Hon tog … båt och gick"),
        ("pt", "Ficamos no porto até março.", "Ficamos … porto até março"),
        ("it", "Ce ne andiamo domani.", "Ce … andiamo domani"),
        ("zh", "我们在未来几年留下。", "我们…几年留下"),
        ("th", "เราอยู่ที่นี่อย่างสงบ", "เราอยู่ที่นี่…สงบ"),
        ("en", "Vale left the ice. Nobody saw it. The ice held.", "Vale left … ice held"),
    ],
)
def test_what_only_looks_like_a_negation_may_be_left_out(lang, source, words):
    assert found(words, source, lang)
