"""The judge of a memo's structure: it passes good memos and finds every defect planted in one."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from deckmaker.branding import read_brand
from deckmaker.memo import render
from documents import LARGE, SMALL, gallery
from judges.planted_in_memos import IN_BYTES, PLANTED, SEEN_BY_OTHERS, SPOILS
from judges.spoiling import saved, spoiled
from judges.tagged import Tagged
from judges.tags import CHECKS, check_tags
from judges.validators import pdf_standard

BRAND = read_brand("cartulary", Path())[0]


@pytest.fixture(scope="module")
def memo() -> bytes:
    return render(gallery(SMALL), BRAND)


@pytest.mark.parametrize("contents", [SMALL, LARGE], ids=["small", "large"])
def test_a_good_memo_passes(contents) -> None:
    assert check_tags(render(gallery(contents), BRAND)) == []


def test_a_good_memo_that_is_written_again_passes(memo: bytes) -> None:
    """So what is found in a spoilt one was planted there."""
    with pikepdf.open(io.BytesIO(memo)) as pdf:
        assert check_tags(saved(pdf)) == []


@pytest.mark.parametrize(
    ("check", "name"), [(check, name) for check, planted in PLANTED.items() for name in planted]
)
def test_a_planted_defect_is_found(check, name: str, memo: bytes) -> None:
    spoil, words = PLANTED[check][name]
    faults = list(check(Tagged.read(spoiled(memo, spoil))))
    assert any(words in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("check", "name"), [(check, name) for check, planted in IN_BYTES.items() for name in planted]
)
def test_a_defect_in_the_bytes_is_found(check, name: str, memo: bytes) -> None:
    spoil, words = IN_BYTES[check][name]
    faults = list(check(Tagged.read(spoil(memo))))
    assert any(words in fault for fault in faults), faults


def test_every_check_finds_a_planted_defect() -> None:
    """A check that nothing planted sets off could not fail."""
    assert {check.__name__ for check in CHECKS} == {
        check.__name__ for check in (*PLANTED, *IN_BYTES)
    }


def test_an_encrypted_memo_is_found(memo: bytes) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(memo)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert "the file is encrypted" in check_tags(buffer.getvalue())


@pytest.mark.parametrize("name", SEEN_BY_OTHERS)
def test_page_validation_sees_what_the_standards_forbid(name: str, memo: bytes) -> None:
    broken = spoiled(memo, SPOILS[name])
    assert all(pdf_standard(broken, profile) for profile in SEEN_BY_OTHERS[name])
