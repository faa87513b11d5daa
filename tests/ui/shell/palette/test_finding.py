import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.folding import folded
from ui.shell.palette.finding import Entry, Finder, Group


def entry(words, group=Group.CRITERION, **fields):
    return Entry(group, fields.pop("name", words), words, lambda: None, **fields)


def names(finder, typed):
    return [one.name for _, entries in finder.find(typed) for one in entries]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("zoe", "Zoë Müller"),
        ("MULLER", "Zoë Müller"),
        ("strasse", "Straße"),
        ("ﬁle", "open a file"),
    ],
)
def test_accents_and_case_make_no_difference(typed, words):
    assert folded(typed) in folded(words)
    assert names(Finder([entry(words)]), typed) == [words]


def test_every_word_must_match_in_any_order():
    finder = Finder([entry("Model registry", detail="Registry & lineage"), entry("Model cards")])
    assert names(finder, "registry model") == ["Model registry"]
    assert names(finder, "lineage reg") == ["Model registry"]
    assert names(finder, "registry cards") == []


def test_the_start_of_a_title_comes_before_its_middle_and_what_stands_behind():
    finder = Finder(
        [
            entry("Behind", detail="drift"),
            entry("Undrifted data"),
            entry("Data drift is watched"),
            entry("Drift alarms"),
        ]
    )
    assert names(finder, "drift") == [
        "Drift alarms",
        "Data drift is watched",
        "Undrifted data",
        "Behind",
    ]


def test_the_group_with_the_best_hit_comes_first():
    finder = Finder([entry("Go to report", Group.ACTION), entry("Reporting line", Group.PERSON)])
    assert [group for group, _ in finder.find("reporting")] == [Group.PERSON]
    assert [group for group, _ in finder.find("report")] == [Group.PERSON, Group.ACTION]


def test_with_nothing_typed_recent_ones_come_first_and_once():
    actions = [entry(word, Group.ACTION) for word in ("Undo", "Quit")]
    finder = Finder([*actions, entry("SRC")], recent=("SRC", "gone", "Quit"))
    assert finder.find(" ") == (
        (Group.RECENT, (finder._sought[2].entry, actions[1])),
        (Group.ACTION, (actions[0],)),
    )


def test_a_code_is_found_and_hidden_words_too():
    finder = Finder([entry("Rebuilt from tags", code="SRC-2.1", also="Could you rebuild it?")])
    assert names(finder, "src-2") == ["Rebuilt from tags"]
    assert names(finder, "rebuild it") == ["Rebuilt from tags"]


def test_thousands_are_all_asked():
    finder = Finder(
        entry(f"Question {number} about délivery", name=str(number), also="words " * 20)
        for number in range(5_000)
    )
    assert names(finder, "question 4999") == ["4999"]
    assert len(names(finder, "delivery words")) == 8
    assert names(finder, "nowhere") == []


@given(st.data())
def test_what_is_kept_while_looking_is_what_sorting_everything_would_keep(data):
    words = st.sampled_from(["log", "the log", "log of it", "catalog", "a log", "none", "of it"])
    titles = data.draw(st.lists(words, max_size=60))
    recent = data.draw(st.lists(st.integers(0, 59), max_size=4, unique=True))
    entries = [entry(title, name=f"n{at}") for at, title in enumerate(titles)]
    finder = Finder(entries, [f"n{at}" for at in recent])
    typed = data.draw(st.sampled_from(["log", "of log", "it"]))
    sought = typed.split()

    def worth(one):
        title = f" {one.words}"
        lost = sum(0 if f" {w}" in title else 2 if w in title else 4 for w in sought)
        begins = title.startswith(f" {sought[0]}")
        return 2 * (lost - begins) - (one.name in finder._recent)

    hits = [one for one in entries if all(w in one.words for w in sought)]
    best = sorted(hits, key=worth)[:3]
    found = finder.find(typed, most=3)
    assert [one for _, group in found for one in group] == best
