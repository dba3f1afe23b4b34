"""The sentences of the Pace page, built from query rows; they say what a figure is and is not."""

from datetime import date
from typing import Any

from app_pages import caveats, formats
from app_pages.language import N_, _

Row = dict[str, Any]

METHOD_TITLES = {
    "reported_only": N_("If nothing more comes"),
    "last_quarter": N_("If the last quarter's rate holds"),
    "last_month": N_("If the last stated month holds"),
    "run_rate": N_("If the company's run rate holds"),
    "growth": N_("If the last quarter's growth repeats"),
    "last_year": N_("If the rest goes as the year before"),
}
OPPOSITE = {"at_least": "at_most", "at_most": "at_least"}
KIND_CAVEATS = {
    "forecast": N_("This target is a forecast by {issuer}, not guidance by the company."),
    "guidance": N_("This target is the company's own guidance."),
}


def possessive(name: str) -> str:
    """Whose it is: Citi's."""
    return _("{name}'s").format(name=name)


def target_name(target: Row) -> str:
    """One target as it stands in the list of choices and in a link."""
    figure = formats.target_amount(target["value"], target["unit"], target["bound"]).replace(
        "\u00a0", " "
    )
    period = formats.period(target["period_start"], target["period_end"])
    return f"{target['name_en']} {period}: {target['issuer']} {_(target['kind'])} {figure}"


def answer(target: Row, scenarios: list[Row], today: date) -> str:
    """The question of the page answered in a sentence or two, with what is not known."""
    first = scenarios[0]
    period = formats.period(target["period_start"], target["period_end"])
    goal = f"{possessive(target['issuer'])} {figure_of(target)}"
    if not has_report(first):
        ahead = outlook(target, scenarios, today)
        return _("Nothing of {period} is reported yet against {goal}; {outlook}").format(
            period=period, goal=goal, outlook=ahead
        )
    so_far = formats.amount_in_words(first["reported"], first["unit"], first["reported_bound"])
    part = formats.share(first["share_of_target"], first["reported_bound"]).replace("\u00a0", "")
    through = formats.month(first["reported_through"])
    so_far = f"{so_far[0].upper()}{so_far[1:]}"
    told = {"so_far": so_far, "goal": goal, "period": period, "month": through, "share": part}
    if first["passes"]:
        sentence = _(
            "{so_far} of {goal} for {period} by {month} ({share}); the target is passed on "
            "reported figures alone."
        )
    elif first["months_left"] == 0:
        sentence = _(
            "{so_far} of {goal} for {period} by {month} ({share}); the target was not reached on "
            "reported figures alone."
        )
    else:
        sentence = _("{so_far} of {goal} for {period} by {month} ({share}); {outlook}")
        told["outlook"] = outlook(target, scenarios, today)
    return sentence.format(**told)


def has_report(scenario: Row) -> bool:
    """Whether anything of the target's period is reported; nothing reported is not zero."""
    return scenario["reported_bound"] is not None


def newest_rate(scenarios: list[Row]) -> Row | None:
    """The method that goes on from the newest revenue known: a quarter, or one stated month."""
    return next((row for row in scenarios if row["is_newest_rate"]), None)


def worth_in_usd(value_usd: Any, unit: str, bound: str | None) -> str:
    """A second sentence for a figure in another currency; nothing where it is in US dollars."""
    if unit == "USD" or value_usd is None:
        return ""
    return _(". In US dollars: {figure}").format(figure=formats.amount(value_usd, "USD", bound))


def drawn_ahead(scenarios: list[Row], paths: list[Row]) -> list[Row]:
    """The ways on that the cumulative chart draws, the one at the newest rate marked."""
    floor = has_report(scenarios[0])
    newest = {row["method"]: row["is_newest_rate"] for row in scenarios}
    return [
        row | {"is_newest_rate": newest[row["method"]]}
        for row in paths
        if not row["is_reported"] and (floor or row["method"] != "reported_only")
    ]


def chart_title(first: Row) -> str:
    """What the cumulative chart shows, in a title."""
    if not has_report(first):
        return _("Nothing of the period is reported yet; the ways on start at zero")
    part = formats.share(first["share_of_target"], first["reported_bound"])
    month = formats.month(first["reported_through"])
    return _("{share} of the target reported by {month}").format(share=part, month=month)


def chart_note(target: Row, months: list[Row]) -> str:
    """Metric, unit, marks, source and as-of of the cumulative chart."""
    name = formats.app_name(target["name_en"], target["name_zh"])
    newest = max((m["as_of"] for m in months if m["as_of"] is not None), default=None)
    said = formats.said_on(target["said_from"], target["first_said"])
    unit, rate = months[0]["unit"], ""
    money = _("{unit} as reported, at no exchange rate").format(unit=unit)
    if unit == "USD":
        money = _("US$ at the ECB average rate of each quarter")
    if unit != target["unit"]:
        per = formats.rounded(target["fx_rate"], 4)
        rate = _(", converted at {per} {unit} per US$ ({rule})").format(
            per=per, unit=target["unit"], rule=caveats.rate(target["fx_rule"])
        )
    return _(
        "{name}, recognised revenue, cumulative, {money}. Solid steps: reported. Dashed and "
        "hollow: projected, not reported; the band spans the methods that go on. Flags: events. "
        "Source: company statements, newest of {newest}. Target: {issuer}, said {said}{rate}."
    ).format(
        name=name,
        money=money,
        newest=formats.day(newest),
        issuer=target["issuer"],
        said=said,
        rate=rate,
    )


def figure_of(target: Row) -> str:
    """The target's own figure; in another currency also its worth in US dollars."""
    own = formats.target_amount(target["value"], target["unit"], target["bound"])
    if target["unit"] == "USD":
        return own
    usd = formats.amount(target["value_usd"], "USD")
    return _("{figure} (about {usd})").format(figure=own, usd=usd)


def outlook(target: Row, scenarios: list[Row], today: date) -> str:
    """When the target is passed at the newest rate known."""
    rate = newest_rate(scenarios)
    if rate is None or rate["monthly_rate"] is None:
        return _("no monthly rate is known that could carry it further.")
    at = _("at the last reported quarter's rate")
    if rate["method"] == "last_month":
        stated = formats.month(rate["rate_month"])
        at = _("if every month brings what the company stated for {month},").format(month=stated)
    if rate["passed_month"] is not None:
        month = formats.month(rate["passed_month"])
        if rate["passed_month"] < today.replace(day=1):
            return _("{at} the target was passed in {month}, which no report confirms yet.").format(
                at=at, month=month
            )
        return _("{at} the target is passed in {month}.").format(at=at, month=month)
    full = formats.amount_in_words(rate["implied_full_year"], rate["unit"], "approx")
    end = formats.month(target["period_end"])
    ending = _("{at} it comes to {full} by {month}, below the target.")
    return ending.format(at=at, full=full, month=end)


def what_it_is_not(target: Row, scenarios: list[Row], day: date, to_date: list[Row]) -> str:
    """The doubt under the answer on a day: the missing figure, whose target it is, the bound."""
    first = scenarios[0]
    parts = []
    if first["months_left"]:
        missing = missing_quarter(scenarios)
        unknown = _("No figure for {quarter} is loaded, as known on {day}.")
        if stated_month_in(missing, scenarios):
            unknown = _("No figure for {quarter} as a whole is loaded, as known on {day}.")
        quarter = formats.quarter_in_words(missing)
        parts.append(unknown.format(quarter=quarter, day=formats.day(day)))
        if formats.quarter_name(missing) != formats.quarter_name(day):
            parts.append(_("The quarter is over, so the company may have published one."))
    if target["kind"] in KIND_CAVEATS:
        parts.append(_(KIND_CAVEATS[target["kind"]]).format(issuer=target["issuer"]))
    if first["reported_bound"] == "at_least":
        parts.append(
            _("The company reports minimums (“over …”), so the true figure may be higher.")
        )
    if any(row["approximate"] for row in to_date if row["through"] == first["reported_through"]):
        parts.append(_("One of its figures is an “about”, so the sum is no exact minimum."))
    return " ".join(part for part in parts if part)


def missing_quarter(scenarios: list[Row]) -> date:
    """A day of the first quarter that nobody has reported: the one after the newest report."""
    starts = [s["rate_month"] for s in scenarios if s["method"] == "last_quarter"]
    newest = starts[0] if starts and starts[0] else scenarios[0]["reported_through"]
    months = newest.year * 12 + newest.month - 1 + 3
    return date(months // 12, months % 12 + 1, 1)


def stated_month_in(quarter: date, scenarios: list[Row]) -> bool:
    """Whether the company stated a month of a quarter it has not reported."""
    rate = newest_rate(scenarios)
    if rate is None or rate["method"] != "last_month":
        return False
    return formats.quarter_name(rate["rate_month"]) == formats.quarter_name(quarter)


def rate_in_words(scenario: Row) -> str:
    """The rate a method goes on from, with the day it was said."""
    rate = formats.amount(scenario["monthly_rate"], scenario["unit"], scenario["rate_bound"])
    since, sentence = scenario["rate_month"], _("{since}'s average month ({rate}, said {day})")
    name = formats.quarter_name(since)
    if scenario["method"] == "run_rate":
        name, sentence = formats.month(since), _("{since}'s run rate ÷ 12 ({rate}, said {day})")
    if scenario["method"] == "last_month":
        name, sentence = formats.month(since), _("{since} alone ({rate}, said {day})")
    return sentence.format(since=name, rate=rate, day=formats.short_day(scenario["rate_as_of"]))


def method_note(scenario: Row) -> str:
    """What a method supposes and, for another currency, what it comes to in US dollars."""
    sentence = method_sentence(scenario)
    if implied_sum(scenario) == formats.MISSING or scenario["unit"] == "USD":
        return sentence
    worth = worth_in_usd(scenario["implied_full_year_usd"], scenario["unit"], _sum_bound(scenario))
    return _("{sentence}{worth}.").format(sentence=sentence.rstrip(".。"), worth=worth)


def method_sentence(scenario: Row) -> str:
    """What a method supposes, in plain words with the day its rate was said."""
    rate = formats.amount(scenario["monthly_rate"], scenario["unit"], scenario["rate_bound"])
    since, said = scenario["rate_month"], formats.day(scenario["rate_as_of"])
    if scenario["method"] == "reported_only" and not has_report(scenario):
        return _("Nothing of the period is reported yet.")
    if scenario["method"] == "reported_only":
        through = formats.day(scenario["reported_through"])
        return _("Only what was reported to {day} counts.").format(day=through)
    if scenario["method"] == "last_year":
        times = formats.rounded(scenario["times_year_before"], 2)
        return _(
            "Each month left brings about {times} times what it brought a year before, as the "
            "quarters reported did (said {day})."
        ).format(times=times, day=said)
    if scenario["method"] == "growth":
        return _(
            "Each quarter changes as {quarter} did on the one before: {change} (said {day})."
        ).format(
            quarter=formats.quarter_in_words(since),
            change=formats.change(scenario["quarterly_change"]),
            day=said,
        )
    sentences = {
        "run_rate": _("Every month brings the run rate of {since} ÷ 12: {rate} (said {day})."),
        "last_month": _(
            "Every month brings what the company stated for {since}: {rate} (said {day})."
        ),
        "last_quarter": _("Every month brings the average month of {since}: {rate} (said {day})."),
    }
    quarterly = scenario["method"] == "last_quarter"
    name = formats.quarter_in_words(since) if quarterly else formats.month(since)
    return sentences[scenario["method"]].format(since=name, rate=rate, day=said)


def implied_sum(scenario: Row) -> str:
    """What a method comes to for the whole period: a projection is never more than about."""
    floor = scenario["method"] == "reported_only"
    if floor and not has_report(scenario):
        return formats.MISSING
    return formats.amount(scenario["implied_full_year"], scenario["unit"], _sum_bound(scenario))


def _sum_bound(scenario: Row) -> str | None:
    floor = scenario["method"] == "reported_only"
    return scenario["reported_bound"] if floor or not scenario["months_left"] else "approx"


def ending(scenario: Row) -> str:
    """What one method says of the target, in a few words."""
    if not scenario["passes"]:
        return _("does not reach the target")
    month = formats.month(scenario["passed_month"])
    return _("passes the target in {month}").format(month=month)
