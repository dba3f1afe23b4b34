"""Files that wait for a person, first on the Data page: what is asked or broken, and a form."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import access, acts, data_asked, data_lines, formats, sentences
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row
from app_pages.sources import BASIS_WORDS
from warehouse import status
from warehouse.paths import Store
from warehouse.vocabulary import BASES, COUNTRIES, MONEY, PLATFORMS, UNITS

APP, OTHER_APPS, LEAVE_OUT = "app ", "other_apps", "leave out"
#: An app's name in the file; a file that names more leaves the others out, or asks again.
APPS_AT_ONCE = 20

CHOICES: dict[str, tuple[str, list[str]]] = {
    "country": (N_("Country its figures cover"), ["WW", *sorted(COUNTRIES - {"WW"})]),
    "platform": (N_("Platform its figures cover"), list(PLATFORMS)),
    "unit": (N_("Currency or unit of its figures"), [*MONEY, *sorted(UNITS - set(MONEY))]),
    "basis": (N_("What its money counts"), list(BASES)),
    "metric": (N_("Metric its figures are"), ["revenue", "downloads", "mau"]),
    "grain": (N_("What each of its dates begins"), ["day", "week", "month", "quarter", "year"]),
}
WORDS = {
    "WW": N_("WW, the whole world"),
    "all": N_("all platforms"),
    "ios": "iOS",
    "android": "Android",
    "mau": N_("monthly active users"),
    "none": N_("none, it is no money"),
    **BASIS_WORDS,
}
GRAINS = (N_("day"), N_("week"), N_("month"), N_("quarter"), N_("year"))


def section(opened: Reader | None) -> None:
    """Everything that waits; nothing when nothing does."""
    rows = opened.rows_now("waiting_files") if opened else []
    unclaimed = status.read_unclaimed(Store.from_env())
    under_way = data_asked.under_way(opened)
    if rows or unclaimed:
        st.header(_("Waiting for you"))
        st.markdown(
            _n(
                "{n} file. Nothing of them is loaded until you say a word.",
                "{n} files. Nothing of them is loaded until you say a word.",
                len(rows) + len(unclaimed),
            )
        )
    for row in rows:
        with st.container(border=True, key=f"waiting_{row['snapshot_id'][:12]}"):
            _file(row, opened, row["snapshot_id"] in under_way)
    for number, name in enumerate(unclaimed):
        with st.container(border=True, key=f"unclaimed_{number}"):
            _unclaimed(name, opened, name in under_way)
    if data_asked.FIGURE in under_way:
        data_asked.say_asked(_("A figure by hand."))
    data_asked.refused()
    data_asked.follow(opened)


def _file(row: Row, opened: Reader | None, asked: bool) -> None:
    came = _("of source {source}, first seen {moment}").format(
        source=row["source_id"], moment=formats.moment(row["fetched_at"])
    )
    st.markdown(f"**{formats.plain(row['name'])}** {formats.plain(came)}")
    if row["outcome"] == "held":
        st.markdown(_("Held: its figures cannot be what they say."))
        st.markdown(data_lines.proofs_text(row["proofs"]))
    else:
        questions = "\n".join(f"- {formats.plain(question_text(one))}" for one in row["questions"])
        st.markdown(_("It does not say:") + f"\n{questions}")
    if asked:
        data_asked.say_asked(row["name"] + ".")
    elif access.only_look(_("Editors decide about it here. You may look.")):
        return
    elif row["outcome"] == "held":
        _decide(row, opened)
    else:
        _answer(row, opened)
        with st.expander(_("Keep this file out instead")):
            _refuse(row, opened)


def question_text(question: str) -> str:
    """A question of the ledger as a sentence."""
    said = sentences.worded(f"{question}?")
    return said[:1].upper() + said[1:]


def _answer(row: Row, opened: Reader | None) -> None:
    """One field a question; sent once every one is answered."""
    key = f"answer_{row['snapshot_id'][:12]}"
    apps = opened.rows_now("all_apps") if opened else []
    asked = list(row["asked"] or [])
    names = [one for one in asked if one.startswith(APP)]
    with st.form(key, border=False):
        words: dict[str, str | None] = {}
        for one in [*(one for one in asked if one not in names), *names[:APPS_AT_ONCE]]:
            words[one] = _field(one, f"{key}_{one}", apps)
        others = bool(names) and st.checkbox(
            _("Leave out every app that is not answered above"), key=f"{key}_others"
        )
        sent = st.form_submit_button(_("Send the answers"))
    if not sent:
        return
    said = {one: word for one, word in words.items() if word is not None}
    missing = [one for one in words if one not in said and not (others and one in names)]
    if missing:
        unnamed = ", ".join(f"“{_label(one)}”" for one in missing)
        st.error(formats.plain(_("Not answered yet: {questions}.").format(questions=unnamed)))
        return
    if others:
        said[OTHER_APPS] = LEAVE_OUT
    acts.answer(row, said)
    _sent(row["snapshot_id"], opened)


def _label(one: str) -> str:
    if one.startswith(APP):
        return _("{name} is").format(name=one.removeprefix(APP))
    fixed = {
        "as_of": _("Day its figures were said"),
        "period": _("Period its figures cover"),
        "vendor_model": _("Version of the vendor's model"),
    }
    return _(CHOICES[one][0]) if one in CHOICES else fixed.get(one, one.replace("_", " "))


def _field(one: str, key: str, apps: list[Row]) -> str | None:
    """The answer to one question, or None while there is none."""
    label = formats.plain(_label(one))
    if one.startswith(APP):
        known = {row["app_id"]: formats.app_name(row["name_en"], row["name_zh"]) for row in apps}
        known[""] = _("no app of mine: leave it out")
        return _one_of(label, key, list(known), known)
    if one in CHOICES:
        return _one_of(label, key, CHOICES[one][1], WORDS)
    if one == "as_of":
        day: date | None = st.date_input(label, value=None, format="YYYY-MM-DD", key=key)
        return day.isoformat() if day else None
    placeholder = _("2026-01, 2026-Q1 or 2026") if one == "period" else None
    return st.text_input(label, key=key, placeholder=placeholder).strip() or None


def _one_of(label: str, key: str, options: list[str], names: dict[str, str]) -> Any:
    return st.selectbox(
        label,
        options,
        index=None,
        key=key,
        placeholder=_("choose"),
        format_func=lambda option: _(names.get(option, option.replace("_", " "))),
    )


def _decide(row: Row, opened: Reader | None) -> None:
    """Release or refuse a held file, with the reason."""
    with st.form(f"decide_{row['snapshot_id'][:12]}", border=False):
        reason = st.text_input(
            _("Your reason, kept for good"), key=f"why_{row['snapshot_id'][:12]}"
        )
        with st.container(horizontal=True):
            release = st.form_submit_button(_("Release: load it as it is"))
            refuse = st.form_submit_button(_("Refuse: keep it out"))
    if release or refuse:
        _send_decision(row, "release" if release else "refuse", reason, opened)


def _refuse(row: Row, opened: Reader | None) -> None:
    with st.form(f"refuse_{row['snapshot_id'][:12]}", border=False):
        reason = st.text_input(
            _("Your reason, kept for good"), key=f"why_{row['snapshot_id'][:12]}"
        )
        refuse = st.form_submit_button(_("Refuse: keep it out"))
    if refuse:
        _send_decision(row, "refuse", reason, opened)


def _send_decision(row: Row, decision: str, reason: str, opened: Reader | None) -> None:
    if not reason.strip():
        st.error(_("Say why: whoever meets this file later will ask."))
        return
    acts.decide(row, decision, reason.strip())
    _sent(row["snapshot_id"], opened)


def _sent(subject: str, opened: Reader | None) -> None:
    data_asked.remember(subject, opened)
    st.rerun()


def _unclaimed(name: str, opened: Reader | None, asked: bool) -> None:
    """A dropped file whose source nobody can tell."""
    shown = name.encode("utf-8", "backslashreplace").decode()
    whose = _("**{file}** in the inbox: which source is it from?")
    st.markdown(whose.format(file=formats.plain(shown)))
    if asked:
        data_asked.say_asked(f"{shown}.")
        return
    if access.only_look(_("Editors name the source here. You may look.")):
        return
    with st.form(f"claim_{name}", border=False):
        source = source_choice(opened, f"claim_source_{name}")
        sent = st.form_submit_button(_("It is from this source"))
    if sent and source is None:
        st.error(_("Choose the source first."))
    elif sent and source is not None:
        acts.assign(name, source)
        _sent(name, opened)


def source_choice(opened: Reader | None, key: str, nothing: str | None = None) -> str | None:
    """A source that is switched on, by its id and producer; None when none is chosen."""
    rows = opened.rows_now("freshness") if opened else []
    names = {
        row["source_id"]: f"{row['source_id']} ({row['producer']})"
        for row in rows
        if row["enabled"]
    }
    return st.selectbox(
        _("Source"),
        list(names),
        index=None,
        key=key,
        placeholder=nothing or _("choose"),
        format_func=names.get,
    )
