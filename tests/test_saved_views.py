"""Views by name: kept one a file, opened with every choice, deleted, and safe against rubbish."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.page_fixtures import Screen
from warehouse import saved_views
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.saved_views import SavedView

pytest_plugins = ["tests.page_states"]


def test_a_view_is_kept_replaced_and_deleted(tmp_path: Path) -> None:
    """By name, in order; saving a name again replaces what it meant."""
    store = Store(tmp_path)
    saved_views.save(store, SavedView("zoo", "growth", (("view", "Index"),)))
    saved_views.save(store, SavedView("  A  b ", "", ()))
    saved_views.save(
        store, SavedView("zoo", "pace", (("target", "x & y"), ("as_of", "2026-02-14")))
    )
    assert saved_views.saved(store) == [
        SavedView("A b", "", ()),
        SavedView("zoo", "pace", (("target", "x & y"), ("as_of", "2026-02-14"))),
    ]
    saved_views.delete(store, "zoo")
    saved_views.delete(store, "never there")
    assert [view.name for view in saved_views.saved(store)] == ["A b"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b"])
def test_a_view_needs_a_name(tmp_path: Path, name: str) -> None:
    """An empty, endless or unprintable name is refused in words."""
    with pytest.raises(TrackerError, match="name of 1 to 60 letters"):
        saved_views.save(Store(tmp_path), SavedView(name, "", ()))


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"name": "a"}', '{"name": "a", "page": "//evil.example", "choices": []}',
     '{"name": "a", "page": "growth", "choices": [1]}'],
)  # fmt: skip
def test_a_file_that_is_no_view_is_passed_over(tmp_path: Path, content: str) -> None:
    """Neither an error on every page nor a link to somewhere else."""
    store = Store(tmp_path)
    store.saved_views.mkdir(parents=True)
    (store.saved_views / "x.json").write_text(content, encoding="utf-8")
    saved_views.save(store, SavedView("good", "growth", ()))
    assert [view.name for view in saved_views.saved(store)] == ["good"]


def test_the_link_of_a_screen_names_every_choice_and_the_day(samples_only: Path) -> None:
    """Also the usual choices, so that a later change of what is usual does not change the view."""
    screen = Screen(samples_only, "growth", view="Index")
    link = screen.app.sidebar.get("code")[0].value
    assert urlsplit(link).path.endswith("/growth")
    assert parse_qsl(urlsplit(link).query) == [
        ("apps", "Kling 可靈"), ("apps", "Jimeng 即夢"), ("metric", "Revenue"), ("view", "Index"),
        ("platform", "All platforms"), ("country", "Worldwide"), ("as_of", "2026-11-24"),
    ]  # fmt: skip
    [pin] = [button for button in screen.app.sidebar.button if button.label == "Pin to today"]
    pin.click().run()
    assert "You see what was known on **24 November 2026**" in screen.text
