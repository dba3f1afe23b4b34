"""What a person reads when the store itself is broken: words and a way out, never a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.page_fixtures import HEADER, Screen, Tracker

pytest_plugins = ["tests.page_states"]

PAGES = ("pace", "growth", "history", "data")


def version_of(tracker: Tracker) -> Path:
    """The one published file, made writable."""
    [version] = tracker.store.versions.glob("*.duckdb")
    version.chmod(0o644)
    return version


def stray_wal(tracker: Tracker) -> None:
    """Somebody opened the published file for writing."""
    version = version_of(tracker)
    version.with_name(version.name + ".wal").write_bytes(b"x")


def no_database(tracker: Tracker) -> None:
    """The published file holds something else."""
    version_of(tracker).write_bytes(b"not a database" * 1000)


def half_a_file(tracker: Tracker) -> None:
    """The published file was cut off."""
    version = version_of(tracker)
    version.write_bytes(version.read_bytes()[: version.stat().st_size // 2])


def damaged_blocks(tracker: Tracker) -> None:
    """Parts of the published file were overwritten, its head is whole."""
    version = version_of(tracker)
    content = bytearray(version.read_bytes())
    for start in range(16_384, len(content) - 4_096, 65_536):
        content[start : start + 2_048] = b"\xff" * 2_048
    version.write_bytes(bytes(content))


def pointer_is_a_folder(tracker: Tracker) -> None:
    """What should name the newest version cannot be read as a file."""
    tracker.store.link.unlink()
    tracker.store.pointer.mkdir()


def version_is_gone(tracker: Tracker) -> None:
    """Somebody removed the file that the link names."""
    tracker.store.link.resolve().unlink()


def runs_are_a_folder(tracker: Tracker) -> None:
    """The run history cannot be read, the warehouse can."""
    (tracker.store.state / "runs.jsonl").unlink()
    (tracker.store.state / "runs.jsonl").mkdir()


REBUILD = "python -m warehouse rebuild"
FOLDER = "or name another folder: make run TRACKER_DATA=/path/to/folder."


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("breaks", "problem", "fix"),
    [
        (stray_wal, "Somebody wrote to the published version", REBUILD),
        (no_database, "The version cannot be opened", REBUILD),
        (half_a_file, "The version cannot be opened", REBUILD),
        (damaged_blocks, "", REBUILD),
        (pointer_is_a_folder, "The data folder cannot be used: Is a directory", FOLDER),
        (version_is_gone, "The version that is named as the newest is gone", REBUILD),
    ],
)
def test_a_broken_store_is_told_in_words(
    breaks: Callable[[Tracker], None], problem: str, fix: str, page: str, tracker: Tracker
) -> None:
    """Every page names the problem, the place and the way out, and shows no figure."""
    breaks(tracker)
    screen = Screen(tracker.store.root, page)
    [told] = [text for text in screen.texts if "What to do: " in text]
    assert problem in told
    assert fix in told
    assert str(tracker.store.root) in told
    assert "Traceback" not in screen.text
    assert "US$1M" not in screen.text


@pytest.mark.parametrize("page", PAGES)
def test_a_lost_run_history_takes_no_figure_away(page: str, tracker: Tracker) -> None:
    """No figure depends on the history of runs: without it the page shows what it showed."""
    runs_are_a_folder(tracker)
    screen = Screen(tracker.store.root, page)
    assert "What to do: " not in screen.text
    assert "Traceback" not in screen.text


def test_a_figure_two_files_disagree_about_is_on_every_page(tracker: Tracker) -> None:
    """The banner counts contradictions; the Data page says what each file says, digit by digit,
    what is shown instead, and what to do."""
    other = HEADER + "kling,revenue,2026-09,all,WW,1000001,2026-10-02\n"
    tracker.drop("my-vendor", "other.csv", other)
    tracker.run()
    for page in PAGES:
        text = Screen(tracker.store.root, page).text
        assert (
            "Contradicted: two files of one source disagree about 1 figure said on one day" in text
        )
    screen = Screen(tracker.store.root, "data")
    assert "then withdraw the other file below, under “Files taken in”" in screen.text
    [listed] = [table for table in screen.lists() if "What each file says" in table[0]]
    assert listed == [
        {
            "Figure": "kling revenue, September 2026",
            "Of": "all, WW, net_of_store",
            "What each file says": "other.csv: 1,000,001 USD; september.csv: 1,000,000 USD",
            "Shown instead": "nothing: a gap",
            "Said on": "2 Oct 2026",
            "Source": "my-vendor",
            "Figures": "real",
        }
    ]
