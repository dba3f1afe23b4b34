"""What each rule of config/alerts.toml watches, and when the digest is sent, in words."""

from collections.abc import Callable
from typing import Any

from app_pages import metrics
from app_pages.language import N_, _, _n
from warehouse.alerts.rules import WatchedDigest, WatchedRule

Conditions = dict[str, Any]

#: What may become of a file, as a rule says it, beside the kinds of figures.
OUTCOMES = (N_("refused"), N_("held"), N_("waiting"), N_("accepted in part"), N_("not read"))
UNKNOWN = N_("Written down by another release of this project; the next run writes it anew.")


def fires_when(rule: WatchedRule) -> str:
    """One sentence: what fires it."""
    try:
        said = _SAID[rule["kind"]](rule["conditions"])
    except (KeyError, TypeError):
        return _(UNKNOWN)
    return said + (_(" Invented figures count too.") if rule["illustrative"] else "")


def _growth(asked: Conditions) -> str:
    limits = []
    if asked["above"] is not None:
        limits.append(_("{percent} or more").format(percent=_percent(asked["above"])))
    if asked["below"] is not None:
        limits.append(_("{percent} or less").format(percent=_percent(asked["below"])))
    sentence = _("Monthly {metric} of an app{chosen} changed by {limits} on the month before.")
    if asked["change"] == "yoy":
        sentence = _(
            "Monthly {metric} of an app{chosen} changed by {limits} on the same month a year "
            "before."
        )
    return sentence.format(
        metric=metrics.within(asked["metric"]),
        chosen=_chosen(asked["apps"]),
        limits=_(" or by ").join(limits),
    )


def _unusual_growth(asked: Conditions) -> str:
    return _(
        "Monthly {metric} of an app{chosen} moved on the month before by more than {deviations} "
        "standard deviations off its usual change; at least {history} earlier changes are needed."
    ).format(
        metric=metrics.within(asked["metric"]),
        chosen=_chosen(asked["apps"]),
        deviations=f"{asked['deviations']:g}",
        history=asked["history"],
    )


def _pace(asked: Conditions) -> str:
    sentence = {
        "reported": _("What is reported crosses {line} of {target}{chosen}, up or down."),
        "even_path": _(
            "What is reported crosses {line} of the even path to {target}{chosen}, up or down."
        ),
        "low_case": _("The lowest way of going on crosses {line} of {target}{chosen}, up or down."),
    }[asked["measure"]]
    is_headline = asked["target"] == "headline"
    return sentence.format(
        line=f"{asked['line'] * 100:.10g}%",
        target=_("the headline target") if is_headline else _("a standing target"),
        chosen=_chosen(asked["apps"]),
    )


def _restatement(asked: Conditions) -> str:
    return _("A past figure{metric}{chosen} is restated by {percent} or more, up or down.").format(
        metric=_of_metric(asked["metric"]),
        chosen=_chosen(asked["apps"]),
        percent=f"{asked['size'] * 100:.10g}%",
    )


def _new_report(asked: Conditions) -> str:
    return _("A figure{metric}{chosen} is stated for the first time: {kinds}.").format(
        metric=_of_metric(asked["metric"]),
        chosen=_chosen(asked["apps"]),
        kinds=_listed([_(kind) for kind in asked["kinds"]]),
    )


def _source_late(asked: Conditions) -> str:
    sentence = _("A source{chosen} is late, or never spoke.")
    return sentence.format(chosen=_chosen(asked["sources"]))


def _load(asked: Conditions) -> str:
    outcomes = [_(outcome.replace("_", " ")) for outcome in asked["outcomes"]]
    return _("A file{chosen} is {outcomes}, or no new version could be published.").format(
        chosen=_chosen(asked["sources"]), outcomes=_listed(outcomes)
    )


_SAID: dict[str, Callable[[Conditions], str]] = {
    "growth": _growth,
    "unusual_growth": _unusual_growth,
    "pace": _pace,
    "restatement": _restatement,
    "new_report": _new_report,
    "source_late": _source_late,
    "load": _load,
}


def _percent(fraction: float) -> str:
    return f"{fraction * 100:+.10g}%".replace("-", "−")


def _chosen(ids: list[str]) -> str:
    return _(" ({ids})").format(ids=", ".join(ids)) if ids else ""


def _of_metric(metric: str | None) -> str:
    return _(" of {metric}").format(metric=metrics.within(metric)) if metric else ""


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _(" or ").join([_(", ").join(words[:-1]), words[-1]])


def digest(asked: WatchedDigest | None) -> str:
    """When the digest is sent, and to whom; as Markdown."""
    if asked is None or not asked["channels"]:
        return _("The digest is sent to nobody; `python -m ingest digest` prints it.")
    return _n(
        "A digest of the last {n} day is sent to {channels} by the cron line `{schedule}` (UTC).",
        "A digest of the last {n} days is sent to {channels} by the cron line `{schedule}` (UTC).",
        asked["days"],
        channels=", ".join(asked["channels"]),
        schedule=asked["schedule"],
    )
