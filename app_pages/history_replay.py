"""The knowledge date, played: what was known of an app on each day on which something was said.

Each step asks the tables as they were known on its day and reruns this part of the page alone.
Playing starts and ends with a run of the whole page, for that is what sets its pace.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta

import plotly.graph_objects as go
import streamlit as st

from app_pages import choices, formats, growth_words, history_words, language, links, tables
from app_pages.charts import growth as growth_charts
from app_pages.charts import house
from app_pages.charts import reported as reported_charts
from app_pages.language import N_, _
from app_pages.reader import Reader, Row
from warehouse import store
from warehouse.errors import TrackerError
from warehouse.paths import Store

PAUSE = timedelta(seconds=2)
HEIGHT = 340
METRIC = "revenue"
PLAYING, DAY, SEEN = "replay_playing", "replay_day", "replay_seen"
KINDS = {"reported": N_("Reported quarters"), "estimates": N_("Estimates by month")}


def show(opened: Reader, app: Row) -> None:
    """The controls, and what was known on the chosen day."""
    st.header(_("Played, day by day"))
    st.caption(_("What was known on each day on which something was said, one after the other."))
    offered = {kind: rows for kind in KINDS if (rows := rows_of(opened, app, kind))}
    if not offered:
        name = formats.app_name(app["name_en"], app["name_zh"])
        nothing = _("Neither a reported quarter nor an estimate of the revenue of {name} is known.")
        st.markdown(formats.plain(nothing.format(name=name)))
        return
    kinds = list(offered)
    kind = choices.one_of(_("Drawn"), "drawn", kinds, kind_name, widget=st.segmented_control)
    query = "days_said" if kind == "reported" else "days_estimated"
    days = [row["day"] for row in opened.rows(query, app_id=app["app_id"], metric=METRIC)]
    days = days or [opened.today]
    is_playing = bool(st.session_state.get(PLAYING))
    step = st.fragment(_step, run_every=PAUSE if is_playing else None)
    with st.container(border=True):
        step(app, kind, days, last=offered[kind], is_playing=is_playing)


def kind_name(kind: str) -> str:
    """Quarters as reported, or months as estimated."""
    return _(KINDS[kind])


def rows_of(known: Reader, app: Row, kind: str) -> list[Row]:
    """What is drawn of an app, as that reader knows it."""
    if kind == "reported":
        asked = {"metric": METRIC, "grain": "quarter", "basis": "recognised"}
        rows = known.rows("reported", app_id=app["app_id"], **asked)
        return [row for row in rows if row["unit"] == rows[-1]["unit"]]
    of_all = {"metric": METRIC, "platform": "all", "country": "WW", "currency": None}
    found = growth_words.alike(known.rows("growth", app_ids=[app["app_id"]], **of_all))
    return found[0] if found else []


def _step(app: Row, kind: str, days: list[date], *, last: list[Row], is_playing: bool) -> None:
    """One day. While it plays, each run that nobody asked for is the next one."""
    _advance(days)
    if len(days) > 1:
        _controls(days)
    if bool(st.session_state.get(PLAYING)) != is_playing:
        st.session_state[SEEN] = None
        st.rerun()
    day = st.session_state[DAY]
    try:
        with closing(Reader(store.newest(Store.from_env()), day)) as known:
            rows = rows_of(known, app, kind)
            said = known.rows("said_lately", app_id=app["app_id"], after=day - timedelta(days=1))
    except TrackerError as error:
        st.error(formats.plain(f"{error.problem}. {error.fix}"), icon=":material/error:")
        return
    _drawn(app, kind, day, rows, last)
    _told(day, said)


def _advance(days: Sequence[date]) -> None:
    state = st.session_state
    if state.get(DAY) not in days:
        state[DAY] = days[-1]
    elif state.get(PLAYING) and state.get(SEEN) == state[DAY]:
        _move(days, 1)
    if state[DAY] == days[-1]:
        state[PLAYING] = False
    state[SEEN] = state[DAY]


def _move(days: Sequence[date], by: int) -> None:
    place = days.index(st.session_state[DAY]) + by
    st.session_state[DAY] = days[max(0, min(place, len(days) - 1))]


def _controls(days: list[date]) -> None:
    """Play or stop, one day back or on, and every day on a slider; whoever steps has stopped it."""
    playing = bool(st.session_state.get(PLAYING))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            _("Stop") if playing else _("Play"),
            key="replay_play",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=_toggle,
            args=(days,),
        )
        for label, icon, by in (
            (N_("Earlier"), ":material/skip_previous:", -1),
            (N_("Later"), ":material/skip_next:", 1),
        ):
            st.button(
                _(label), key=f"replay_{label}", icon=icon, on_click=_by_hand, args=(days, by)
            )
    st.select_slider(_("Known on"), days, format_func=formats.day, key=DAY, on_change=_stop)


def _toggle(days: Sequence[date]) -> None:
    state = st.session_state
    state[PLAYING] = not state.get(PLAYING)
    if state[PLAYING] and state[DAY] == days[-1]:
        state[DAY] = days[0]


def _by_hand(days: Sequence[date], by: int) -> None:
    _stop()
    _move(days, by)


def _stop() -> None:
    st.session_state[PLAYING] = False


def _drawn(app: Row, kind: str, day: date, rows: list[Row], last: list[Row]) -> None:
    """The chart of that day, on the axes of the last one, so that only what was said moves."""
    name = formats.app_name(app["name_en"], app["name_zh"])
    title = _("Known on {day}: {finding}").format(
        day=formats.day(day), finding=history_words.known(name, kind, rows)
    )
    house.headline(title, rows)
    st.caption(formats.plain(_(history_words.KNOWN_NOTES[kind])))
    drawn = _chart(kind, rows, day, house.colours([app])[app["app_id"]])
    _as_last(drawn, kind, rows, last)
    house.draw(drawn, "replay", title)


def _chart(kind: str, rows: list[Row], day: date, colour: str) -> go.Figure:
    if not rows:
        return house.figure(HEIGHT)
    if kind == "estimates":
        return growth_charts.by_month(rows, "level", rows[0]["unit"]).update_layout(height=HEIGHT)
    drawn = reported_charts.quarter_bars(rows, rows[0]["unit"], colour, HEIGHT)
    new = [2.5 if row["as_of"] == day else 0 for row in rows]
    return drawn.update_traces(marker_line={"color": house.TARGET, "width": new})


def _as_last(drawn: go.Figure, kind: str, rows: list[Row], last: list[Row]) -> None:
    column = "value_usd" if kind == "reported" and last and last[0]["unit"] == "USD" else "value"
    values = [float(row[column]) for row in [*rows, *last] if row[column] is not None]
    if not values:
        return
    house.unit_ticks(drawn, values, last[0]["unit"])
    drawn.update_yaxes(range=[0, max(values) * 1.15])
    if kind == "reported":
        slots = reported_charts.all_slots([row["period_end"] for row in [*rows, *last]])
        drawn.update_xaxes(
            type="category", categoryarray=slots, categoryorder="array",
            range=[-0.5, len(slots) - 0.5],
        )  # fmt: skip
        return
    months = [row["month"] for row in [*rows, *last]]
    room = timedelta(days=20)
    drawn.update_xaxes(range=[min(months) - room, max(months) + room])


def _told(day: date, said: list[Row]) -> None:
    """What was said on the day itself, and the whole page as it was on it."""
    if said:
        told = _("New on {day}").format(day=formats.day(day))
        st.markdown(f"**{formats.plain(told)}**")
        tables.show([history_words.statement(row) for row in said])
    address = links.whole("history", [(links.DAY, day.isoformat()), *language.pairs()])
    label = _("This page as known on {day}").format(day=formats.day(day))
    st.markdown(f"[{formats.plain(label)}]({address})")
