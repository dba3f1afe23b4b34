"""Apps of a file that config/apps.toml does not know: a question about the file, never a drop."""

from __future__ import annotations

import polars as pl

from ingest.config import Config, fold
from ingest.context import Context, Question

NAMED_IN_QUESTION = 20


class Strangers:
    """The names of one file that are nobody's, and what people said of them.

    What was said: `app NAME` = an app's id, or nothing to leave the name out; `other_apps` =
    "leave out" for every name that is nobody's.
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
        self._unknown: dict[str, None] = {}

    def set_aside(
        self, typed: pl.DataFrame, ours: pl.DataFrame
    ) -> tuple[pl.DataFrame, pl.DataFrame, int]:
        """Both tables with answered names turned into apps, without the figures of strangers; and
        how many rows of the file lost all their figures so.
        """
        names = typed["app_id"].unique().drop_nulls().to_list()
        strangers = [name for name in names if name not in self._known]
        if not strangers:
            return typed, ours, 0
        answers = {name: self._told.get(fold(name)) for name in strangers}
        typed = typed.with_columns(
            pl.col("app_id").replace({name: app for name, app in answers.items() if app})
        )
        unanswered = [name for name, answer in answers.items() if answer is None]
        if not self._leave_others:
            self._unknown |= dict.fromkeys(unanswered)
        left = [name for name, answer in answers.items() if not answer]
        staying = ~typed["app_id"].is_in(left).fill_null(False)
        gone = typed.filter(~staying)["row_no"].unique()
        rows_gone = gone.filter(~gone.is_in(typed.filter(staying)["row_no"].implode())).len()
        return typed.filter(staying), ours.filter(staying), rows_gone

    def ask(self) -> None:
        """Raise Question when there are names that nobody has spoken of."""
        if not self._unknown:
            return
        names = list(self._unknown)
        listed = ", ".join(f"'{name}'" for name in names[:NAMED_IN_QUESTION])
        more = f" and {len(names) - NAMED_IN_QUESTION} more" if names[NAMED_IN_QUESTION:] else ""
        raise Question({"app": f"which apps of config/apps.toml are {listed}{more}"}, self._name)
