"""A rule in words, as the page and the messages say it."""

from __future__ import annotations

from ingest.alerting.config import Digest, Rule


def of_rule(rule: Rule) -> str:
    """One sentence: what fires it."""
    said = {
        "growth": _growth,
        "unusual_growth": _unusual_growth,
        "pace": _pace,
        "restatement": _restatement,
        "new_report": _new_report,
        "source_late": lambda rule: f"A source{_of(rule, 'sources')} is late, or never spoke.",
        "load": _load,
    }[rule.kind](rule)
    return said + (" Invented figures count too." if rule.illustrative else "")


def _percent(fraction: float) -> str:
    return f"{fraction * 100:+.10g}%".replace("-", "−")


def _of(rule: Rule, key: str = "apps") -> str:
    chosen = rule.conditions[key]
    return f" ({', '.join(chosen)})" if chosen else ""


def _growth(rule: Rule) -> str:
    asked = rule.conditions
    than = "the same month a year before" if asked["change"] == "yoy" else "the month before"
    limits = []
    if asked["above"] is not None:
        limits.append(f"{_percent(asked['above'])} or more")
    if asked["below"] is not None:
        limits.append(f"{_percent(asked['below'])} or less")
    return (
        f"Monthly {asked['metric']} of an app{_of(rule)} changed by {' or by '.join(limits)} "
        f"on {than}."
    )


def _unusual_growth(rule: Rule) -> str:
    asked = rule.conditions
    return (
        f"Monthly {asked['metric']} of an app{_of(rule)} moved on the month before by more than "
        f"{asked['deviations']:g} standard deviations off its usual change; at least "
        f"{asked['history']} earlier changes are needed."
    )


def _pace(rule: Rule) -> str:
    asked = rule.conditions
    line = f"{asked['line'] * 100:.10g}%"
    target = "the headline target" if asked["target"] == "headline" else "a standing target"
    said = {
        "reported": f"What is reported crosses {line} of {target}",
        "even_path": f"What is reported crosses {line} of the even path to {target}",
        "low_case": f"The lowest way of going on crosses {line} of {target}",
    }[asked["measure"]]
    return f"{said}{_of(rule)}, up or down."


def _restatement(rule: Rule) -> str:
    asked = rule.conditions
    metric = f" of {asked['metric']}" if asked["metric"] else ""
    return (
        f"A past figure{metric}{_of(rule)} is restated by {asked['size'] * 100:.10g}% or more, "
        "up or down."
    )


def _new_report(rule: Rule) -> str:
    asked = rule.conditions
    metric = f" of {asked['metric']}" if asked["metric"] else ""
    return f"A figure{metric}{_of(rule)} is stated for the first time: {_listed(asked['kinds'])}."


def _load(rule: Rule) -> str:
    outcomes = [one.replace("_", " ") for one in rule.conditions["outcomes"]]
    files = f"A file{_of(rule, 'sources')} is {_listed(outcomes)}"
    return f"{files}, or no new version could be published."


def _listed(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def of_digest(digest: Digest | None) -> str:
    """When the digest is sent, and to whom."""
    if digest is None or not digest.channels:
        return "The digest is sent to nobody; `python -m ingest digest` prints it."
    to = ", ".join(digest.channels)
    return (
        f"A digest of the last {digest.days} days is sent to {to} by the cron line "
        f"`{digest.schedule}` (UTC)."
    )
