"""What the settings at the top of a text say of its state, whatever a blog calls it."""

from __future__ import annotations

from datetime import date

import pytest

from presskit.reading.formats.tops import planned_in, told_above
from presskit.sorting.internal import find_unfinished, stands_alone


@pytest.mark.parametrize(
    "setting",
    [
        "draft: true",
        "draft = true",
        "private: yes",
        "published: false",
        "publish: no",
        "approved: false",
        "final: false",
        "ready: no",
        "visibility: private",
        "access: hidden",
        "tags: [boats, draft]",
        'tags = ["draft", "boats"]',
        "category: Entwurf",
        "étiquettes: x\ntags: brouillon, bateaux",
    ],
)
def test_a_setting_that_says_it_is_not_finished_is_told(setting: str) -> None:
    assert find_unfinished((words, None) for words in told_above(setting.split("\n")))


@pytest.mark.parametrize(
    "setting",
    [
        "draft: false",
        "published: true",
        "approved: yes",
        "visibility: public",
        "tags: [draft beer, boats]",
        "tags: boats",
    ],
)
def test_a_setting_that_is_switched_off_says_nothing(setting: str) -> None:
    assert not find_unfinished((words, None) for words in told_above([setting]))


@pytest.mark.parametrize("setting", ["confidential: true", "internal: yes"])
def test_a_setting_that_keeps_a_text_inside_is_a_mark_of_it(setting: str) -> None:
    assert any(map(stands_alone, told_above([setting])))
    assert not any(map(stands_alone, told_above([f"{setting.split(':', maxsplit=1)[0]}: false"])))


@pytest.mark.parametrize(
    "line",
    [
        "publishDate: 2027-05-12",
        "publish_date: '2027-05-12 09:00'",
        "scheduled_at: 2027-05-12T09:00:00Z",
        "pubDate = 2027-05-12",
        '"go-live": "2027-05-12"',
    ],
)
def test_a_blogs_own_day_of_publication_is_read(line: str) -> None:
    planned = planned_in(["---", "title: Ferry sails", line])
    assert planned
    assert (planned.words, planned.day, planned.line) == (line, date(2027, 5, 12), 3)


@pytest.mark.parametrize(
    "line",
    ["date: 2027-05-12", "publishDate: soon", "lastmod: 2027-05-12", "publishDate: 2027-13-40", "expires: 2027-05-12"],
)
def test_other_days_at_the_top_plan_nothing(line: str) -> None:
    assert planned_in([line]) is None
