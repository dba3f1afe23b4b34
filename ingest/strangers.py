"""Apps of a file that config/apps.toml does not know: a question about the file, never a drop."""

from __future__ import annotations

import polars as pl

from ingest.config import Config, fold
from ingest.context import Context, Question
from ingest.sentences.reasons import WHICH_APPS, WHICH_APPS_AND_MORE

NAMED_IN_QUESTION = 20
#: The rest is left out by one answer, or asked once these are answered.
ASKED_AT_ONCE = 200


class Strangers:
    """The names of one file that are nobody's, and what people said of them.

    What was said: `app NAME` = an app's id, or nothing to leave the name out; `other_apps` =
    "leave out" for every name that is nobody's. Where a format gives a vendor's id and beside it
    `app_name`, the id decides; the name is asked about, and decides only for an app of which no
    id is known.
    """

    def __init__(self, config: Config, context: Context) -> None:
        self._known = {app.app_id for app in config.apps}
        self._name = context.name
        self._leave_others = context.word("other_apps") == "leave out"
        self._told = {
            fold(key.removeprefix("app ")): value
            for key, value in context.said.items()
            if key.startswith("app ")
        }
        self._by_name = config.app_names()
        ours = (context.source.source_id, context.source.format.partition(".")[0])
        self._by_id = {
            app.app_id for app in config.apps if any(store in ours for store, _id in app.listings)
        }
        self._taken: dict[str, str] = {}  # app → the one id taken for it by its name
        self._unknown: dict[str, str | None] = {}

    def set_aside(
        self, typed: pl.DataFrame, ours: pl.DataFrame
    ) -> tuple[pl.DataFrame, pl.DataFrame, int]:
        """Both tables with answered names turned into apps, without the figures of strangers; and
        how many rows of the file lost all their figures so.
        """
        names = typed["app_id"].unique(maintain_order=True).drop_nulls().to_list()
        strangers = [name for name in names if name not in self._known]
        if not strangers:
            return typed, ours, 0
        titles = _titles(typed, ours)
        known = self._known.intersection(names) | self._by_id
        answers = {name: self._told.get(fold(name)) for name in strangers}
        answers |= self._called(answers, titles, known)
        typed = typed.with_columns(
            pl.col("app_id").replace({name: app for name, app in answers.items() if app})
        )
        unanswered = [name for name, answer in answers.items() if answer is None]
        if not self._leave_others:
            self._unknown |= {name: titles.get(name) for name in unanswered}
        left = [name for name, answer in answers.items() if not answer]
        staying = ~typed["app_id"].is_in(left).fill_null(False)
        gone = typed.filter(~staying)["row_no"].unique()
        rows_gone = gone.filter(~gone.is_in(typed.filter(staying)["row_no"].implode())).len()
        return typed.filter(staying), ours.filter(staying), rows_gone

    def _called(
        self, answers: dict[str, str | None], titles: dict[str, str], known: set[str]
    ) -> dict[str, str | None]:
        """Apps of ids nobody spoke of, by their names: one id an app, and no id beside a known."""
        unspoken = [name for name, answer in answers.items() if answer is None and name in titles]
        called = {name: self._by_name.get(fold(titles[name])) for name in unspoken}
        meant = list(called.values())
        return {
            name: app
            for name, app in called.items()
            if app and app not in known and meant.count(app) == 1
            if self._taken.setdefault(app, name) == name
        }

    def ask(self) -> None:
        """Raise Question when there are names that nobody has spoken of."""
        if not self._unknown:
            return
        names = [
            f"'{name}'" + (f" ({title})" if title else "") for name, title in self._unknown.items()
        ]
        listed = ", ".join(names[:NAMED_IN_QUESTION])
        if more := len(names[NAMED_IN_QUESTION:]):
            question = WHICH_APPS_AND_MORE(names=listed, n=more)
        else:
            question = WHICH_APPS(names=listed)
        asked = [f"app {name}" for name in list(self._unknown)[:ASKED_AT_ONCE]]
        raise Question({"app": question}, self._name, asked)


def _titles(typed: pl.DataFrame, ours: pl.DataFrame) -> dict[str, str]:
    """The name beside each id, where the format gives one."""
    if "app_name" not in ours.columns:
        return {}
    named = typed.select("app_id").with_columns(ours["app_name"]).drop_nulls().unique("app_id")
    return dict(named.iter_rows())
