"""A figure somebody read or heard: a form that says what will be stored before it is."""

import re
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from app_pages import access, acts, data_asked, formats, metrics
from app_pages.language import N_, _
from app_pages.reader import Reader
from warehouse.amounts import read_amount
from warehouse.errors import TrackerError
from warehouse.vocabulary import BOUNDS, MONEY, QUALITIES, UNITS

TURN, READY = "by_hand_turn", "by_hand_ready"
NEEDED = ("app", "metric", "value", "unit", "period", "kind", "publisher", "address", "said")
METRICS = ["revenue", "gross_receipts", "arr", "mau", "downloads"]
KINDS = {
    "reported": N_("reported by the company"),
    "guidance": N_("guidance by the company"),
    "forecast": N_("forecast by an analyst"),
    "third_party_estimate": N_("third-party estimate"),
    "run_rate": N_("run rate (month × 12)"),
    "press": N_("press, not published by the company"),
}
BOUND_NAMES = {
    "exact": N_("exactly"),
    "approx": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
}
PERIOD = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-\d\d)?)?")
SAID = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def section(opened: Reader | None) -> None:
    """The form in its place; without a warehouse there is no app to choose."""
    if opened is None or access.only_look(_("Editors add figures by hand here. You may look.")):
        return
    with st.expander(_("Add one figure by hand"), icon=":material/edit_note:", key="by_hand"):
        st.markdown(
            _(
                "For what stands only in an article or was said in a call. It takes the way of "
                "any file and can be withdrawn like any file."
            )
        )
        _form(opened)
        if READY in st.session_state:
            _preview(st.session_state[READY], opened)


def _form(opened: Reader) -> None:
    turn = st.session_state.setdefault(TURN, uuid.uuid4().hex[:6])
    with st.form(f"by_hand_{turn}", border=False):
        spots: dict[str, Any] = {}
        words = {
            name: _under(name, spots, draw, f"by_hand_{name}_{turn}")
            for name, draw in _fields(opened).items()
        }
        checked = st.form_submit_button(_("Show what will be stored"))
    if not checked:
        return
    said = {name: str(word).strip() for name, word in words.items() if str(word or "").strip()}
    faults = problems(said)
    for name, problem in faults.items():
        spots[name].error(formats.plain(problem))
    if faults:
        st.session_state.pop(READY, None)
        st.error(_("Nothing is stored yet: mend the fields marked above."))
    else:
        st.session_state[READY] = said


def _under(name: str, spots: dict[str, Any], draw: Callable[[str], Any], key: str) -> Any:
    """A field, and below it the place for what is wrong with it."""
    word = draw(key)
    spots[name] = st.empty()
    return word


def _fields(opened: Reader) -> dict[str, Callable[[str], Any]]:
    """Each field by the word it gives, in the order they are asked."""
    apps = {
        row["app_id"]: formats.app_name(row["name_en"], row["name_zh"])
        for row in opened.rows_now("all_apps")
    }
    said = [row["metric"] for row in opened.rows_now("metrics_said")]
    metrics = [*METRICS, *(metric for metric in said if metric not in METRICS)]
    units = [*MONEY, *sorted(UNITS - set(MONEY))]
    return {
        "app": _choice(_("App or company"), list(apps), apps),
        "metric": _choice(_("Metric"), metrics, {"mau": N_("monthly active users")}),
        "value": _text(_("Value"), _("9.1亿, 850 million, 1.2M or 1234.5")),
        "unit": _choice(_("Unit"), units, {}),
        "bound": _choice(_("How it is meant"), list(BOUNDS), BOUND_NAMES, first=True),
        "period": _text(_("Period"), _("2026, 2026-Q1, 2026-01 or 2026-01-05")),
        "kind": _choice(_("What it is"), list(KINDS), KINDS),
        "publisher": _text(_("Published by"), _("The company, results call")),
        "address": _text(_("Where it can be read"), "https://…"),
        "said": _text(_("Said on"), _("2026-11-20; a month or year counts from its last day")),
        "issuer": _text(_("Whose guidance or forecast (if one)"), ""),
        "scope": _text(_("What it covers, in the source's words (if it says)"), ""),
        "quality": _choice(_("Quality of the source"), list(QUALITIES), {}, first="secondary"),
        "note": _text(_("Caveats (if any)"), ""),
    }


def _text(label: str, example: str) -> Callable[[str], Any]:
    return lambda key: st.text_input(label, key=key, placeholder=example)


def _choice(
    label: str, options: list[str], names: dict[str, str], first: bool | str = False
) -> Callable[[str], Any]:
    start = options.index(first) if isinstance(first, str) else 0 if first else None
    return lambda key: st.selectbox(
        label,
        options,
        index=start,
        key=key,
        placeholder=_("choose"),
        format_func=lambda option: _(names.get(option, option.replace("_", " "))),
    )


def problems(said: dict[str, str]) -> dict[str, str]:
    """What is wrong with each word, by its field; nothing when the figure can be stored."""
    found = {name: _("This is needed.") for name in NEEDED if name not in said}
    if said.get("kind") in ("guidance", "forecast") and "issuer" not in said:
        found["issuer"] = _("Say whose it is: it stands among the targets by that name.")
    if "value" in said:
        try:
            read_amount(said["value"])
        except TrackerError as error:
            found["value"] = f"{error.problem}: {error.fix}."
    if "period" in said and not _is_day_or_longer(said["period"], PERIOD):
        found["period"] = _("{text} is no period: write 2026, 2026-Q1 or 2026-01.").format(
            text=repr(said["period"])
        )
    if "said" in said and not _is_day_or_longer(said["said"], SAID):
        found["said"] = _("{text} is no day: write 2026-11-20, 2026-11 or 2026.").format(
            text=repr(said["said"])
        )
    if "address" in said and not formats.is_web(said["address"]):
        found["address"] = _("Give the address of a page, with https:// in front.")
    return found


def _is_day_or_longer(text: str, pattern: re.Pattern[str]) -> bool:
    if not pattern.fullmatch(text):
        return False
    try:
        return len(text) < 10 or bool(date.fromisoformat(text))
    except ValueError:
        return False


def sentence(said: dict[str, str]) -> str:
    """What will be stored, in one sentence; the value in full, so that a slip of scale shows."""
    value = formats.exact(read_amount(said["value"]))
    bound = _(BOUND_NAMES[said.get("bound", "exact")])
    issuer = _(" of {issuer}").format(issuer=said["issuer"]) if "issuer" in said else ""
    scope = _(", covering {scope}").format(scope=said["scope"]) if "scope" in said else ""
    return _(
        "{metric} of {app} for {period}: {bound} {value} {unit}, {kind}; published by "
        "{publisher}, said {day}, to be read at {address}"
    ).format(
        metric=metrics.within(said["metric"]),
        app=said["app"],
        period=said["period"],
        bound=bound,
        value=value,
        unit=said["unit"],
        kind=f"{_(KINDS[said['kind']])}{issuer}{scope}",
        publisher=said["publisher"],
        day=said["said"],
        address=said["address"],
    )


def _preview(said: dict[str, str], opened: Reader) -> None:
    stored = _("Will be stored: {figure}.").format(figure=sentence(said))
    st.info(formats.plain(stored), icon=":material/visibility:")
    if st.button(_("Store this figure"), key="by_hand_store"):
        acts.enter(said)
        data_asked.remember(data_asked.FIGURE, opened)
        del st.session_state[READY]
        st.session_state[TURN] = uuid.uuid4().hex[:6]
        st.rerun()
