"""Single charts: asked, worded and drawn as on their pages, for an address of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import plotly.graph_objects as go

from api.charts import Choice, Known, Picture
from app_pages import (
    export_lines,
    formats,
    growth_words,
    language,
    pace_words,
    reader,
    take_out,
)
from app_pages.charts import growth as growth_charts
from app_pages.charts import house
from app_pages.charts import pace as pace_charts
from app_pages.charts import reported as reported_charts
from app_pages.exports import Taken
from app_pages.language import N_, _
from app_pages.paper import frame, memo
from warehouse import clock
from warehouse.as_known import AsKnown

Row = dict[str, Any]
Chosen = Mapping[str, Sequence[str]]

AS_STATED = "as_stated"
MOST_PARTS = 9


class Asked:
    """Answers the queries of the pages, as a page's reader does."""

    def __init__(self, known: Known) -> None:
        self.version = known.version
        self.knowledge_date = known.as_of
        self._known = known

    @property
    def today(self) -> date:
        """The day the chart speaks from."""
        return self.knowledge_date or clock.today()

    def rows(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query, as known on the chosen day."""
        return _rows(self._known.then, name, parameters)

    def rows_now(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query about operations, which are always those of now."""
        return _rows(self._known.now, name, parameters)


def _rows(cursor: AsKnown, name: str, parameters: Row) -> list[Row]:
    found = cursor.execute(reader.query(name), parameters)
    names = [column[0] for column in found.description]
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


@dataclass(frozen=True)
class Drawn:
    """A chart, what it takes out, and what a reader must know beside it."""

    figure: go.Figure
    what: Taken
    caveats: Sequence[str] = ()


def picture(chart: str, asked: Asked, chosen: Chosen, server: str) -> Picture | None:
    """The chart in both forms; nothing where nothing is known of the choice."""
    drawn = DRAWN[chart](asked, chosen, server)
    if drawn is None:
        return None
    image = memo.picture(drawn.what, drawn.figure, drawn.caveats).decode()
    return Picture(frame.page(drawn.what, drawn.figure, drawn.caveats), image)


def growth_choices(asked: Asked) -> dict[str, Choice]:
    """The series there are, those that cover most first."""
    series = asked.rows("series_choices")
    codes = [row["currency"] for row in asked.rows("currencies_of_months")]
    return {
        "apps": Choice(tuple(app["app_id"] for app in asked.rows("apps")), many=True),
        "metric": Choice(tuple(growth_words.METRICS)),
        "view": Choice(tuple(growth_words.VIEWS)),
        "platform": Choice(tuple(growth_words.ordered({s["platform"] for s in series}, "all"))),
        "country": Choice(tuple(growth_words.ordered({s["country"] for s in series}, "WW"))),
        "currency": Choice((AS_STATED, *codes)),
        "part": Choice(tuple(str(number + 1) for number in range(MOST_PARTS))),
    }


def growth(asked: Asked, chosen: Chosen, server: str) -> Drawn | None:
    """Estimates of several apps by month."""
    if not (chosen["apps"] and chosen["platform"]):
        return None
    one = {name: values[0] for name, values in chosen.items()}
    series = {name: one[name] for name in ("metric", "platform", "country")}
    is_money = one["metric"] == "revenue" and one["currency"] != AS_STATED
    code = one["currency"] if is_money else None
    rows = asked.rows("growth", app_ids=[*chosen["apps"]], **series, currency=code)
    parts, place = growth_words.alike(rows), int(one["part"])
    if place > len(parts):
        return None
    shown, view, metric = parts[place - 1], one["view"], growth_words.metric_name(one["metric"])
    title = growth_words.finding(shown, view, metric)
    note = growth_words.subtitle(shown, view, metric)
    what = take_out.taken(
        asked,
        f"growth_{one['metric']}_{view}_{one['platform']}_{one['country']}",
        (title, note),
        export_lines.of_growth(shown, view),
        ("growth", "monthly", "monthly_in"),
        export_lines.SHOWN,
        link=_address(server, "growth", asked, _growth_screen(asked, chosen, code)),
    )
    caveats = [
        *growth_words.part_months(shown, view, N_("Dashed outline")),
        *_other_parts(parts, place),
    ]
    drawn = growth_charts.by_month(shown, view, shown[0]["unit"])
    return Drawn(drawn, what, caveats)


def _growth_screen(asked: Asked, chosen: Chosen, code: str | None) -> list[tuple[str, str]]:
    """The choices as the page writes them into its address."""
    with language.within(language.ENGLISH):
        names = {
            app["app_id"]: formats.app_name(app["name_en"], app["name_zh"])
            for app in asked.rows("apps")
        }
        return [
            *(("apps", names[app_id]) for app_id in chosen["apps"]),
            ("metric", growth_words.metric_name(chosen["metric"][0])),
            ("view", growth_words.view_name(chosen["view"][0])),
            ("platform", growth_words.platform_name(chosen["platform"][0])),
            ("country", growth_words.country_name(chosen["country"][0])),
            *([("currency", code)] if code else []),
        ]


def _other_parts(parts: Sequence[Sequence[Row]], place: int) -> list[str]:
    if len(parts) == 1:
        return []
    told = _(
        "This is chart {place} of the {all} of this choice: they differ in unit, basis or kind, so "
        "they share no axis. part= in the address names another."
    )
    return [told.format(place=place, all=len(parts))]


def pace_choices(asked: Asked) -> dict[str, Choice]:
    """Every standing target, the headline first."""
    return {"target": Choice(tuple(row["target_id"] for row in asked.rows("target_choices")))}


def pace(asked: Asked, chosen: Chosen, server: str) -> Drawn | None:
    """The race to one target."""
    known = {row["target_id"]: row for row in asked.rows("target_choices")}
    target = next((known[target_id] for target_id in chosen["target"]), None)
    if target is None:
        return None
    of_target = {"target_id": target["target_id"]}
    scenarios = asked.rows("scenarios", **of_target)
    months = asked.rows("pace", **of_target)
    if not scenarios:
        return None
    ahead = pace_words.drawn_ahead(scenarios, asked.rows("paths", **of_target))
    events = asked.rows(
        "events",
        app_id=target["app_id"],
        from_day=target["period_start"],
        through_day=target["period_end"],
    )
    colour = house.colours([target])[target["app_id"]]
    drawn = pace_charts.cumulative(months, ahead, target, events, colour)
    house.mark_illustrative(drawn, months)
    name = formats.app_name(target["name_en"], target["name_zh"])
    period = formats.period(target["period_start"], target["period_end"])
    title = _("{name} {period}: {finding}").format(
        name=name, period=period, finding=pace_words.chart_title(scenarios[0])
    )
    named = language.in_english(pace_words.target_name, target)
    what = take_out.taken(
        asked,
        f"pace_{target['target_id']}",
        (title, pace_words.chart_note(target, months)),
        export_lines.of_pace(months, ahead, target),
        ("pace", "paths"),
        export_lines.SHOWN,
        asked.rows("path_sources", **of_target),
        link=_address(server, "", asked, [("target", named)]),
    )
    return Drawn(drawn, what, [pace_words.answer(target, scenarios, asked.today)])


def reported_choices(asked: Asked) -> dict[str, Choice]:
    """The tracked apps that have a reported quarter."""
    ids = [app["app_id"] for app in asked.rows("apps")]
    return {"app": Choice(tuple(app_id for app_id in ids if _quarters(asked, app_id)))}


def _quarters(asked: Asked, app_id: str) -> list[Row]:
    return asked.rows(
        "reported", app_id=app_id, metric="revenue", grain="quarter", basis="recognised"
    )


def reported(asked: Asked, chosen: Chosen, server: str) -> Drawn | None:
    """Quarters that one company reported, in its own currency."""
    [app] = [app for app in asked.rows("apps") if app["app_id"] in chosen["app"]] or [None]
    if app is None:
        return None
    rows = _quarters(asked, app["app_id"])
    unit = rows[-1]["unit"]
    shown = [row for row in rows if row["unit"] == unit]
    name = formats.app_name(app["name_en"], app["name_zh"])
    column = "value_usd" if unit == "USD" else "value"
    what = take_out.taken(
        asked,
        f"reported_quarters_{app['app_id']}_{unit}",
        (
            growth_words.quarters_title(name),
            growth_words.quarters_note(unit, formats.day(rows[-1]["as_of"])),
        ),
        export_lines.of_column(shown, column, export_lines.QUARTER),
        ("reported",),
        export_lines.SHOWN,
        link=_address(server, "app", asked, [("app", app["app_id"])]),
    )
    colour = house.colours([app])[app["app_id"]]
    drawn = reported_charts.quarter_bars(shown, unit, colour)
    house.mark_illustrative(drawn, shown)
    return Drawn(drawn, what)


def _address(server: str, page: str, asked: Asked, pairs: Sequence[tuple[str, str]]) -> str:
    """The screen that shows this chart among others, on the day it is drawn as of."""
    pinned = [*pairs, ("as_of", asked.today.isoformat()), *language.pairs()]
    return f"{server}/{page}?{urlencode(pinned)}"


OFFERED: Mapping[str, Callable[[Asked], Mapping[str, Choice]]] = {
    "growth": growth_choices,
    "pace": pace_choices,
    "reported": reported_choices,
}
DRAWN: Mapping[str, Callable[[Asked, Chosen, str], Drawn | None]] = {
    "growth": growth,
    "pace": pace,
    "reported": reported,
}
