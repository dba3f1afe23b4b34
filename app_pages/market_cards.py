"""The cards of the Market page: how sure it is who leads."""

from collections.abc import Iterable
from typing import Any

from app_pages import formats, market_words
from app_pages.growth_words import metric_name
from app_pages.language import _, _n

Row = dict[str, Any]


def cards(
    apps: list[Row],
    reported: list[Row],
    shares: list[Row],
    parts: list[Row],
    standings: list[Row],
) -> Iterable[tuple[str, str, str, str]]:
    """How sure it is, as far as anything is known: reports, estimates, market, models."""
    if reported:
        yield _reported_card(apps, reported)
    if shares:
        yield _share_card(shares)
    if parts:
        yield _part_card(parts)
    if standings:
        yield _standing_card(standings)


def _reported_card(apps: list[Row], reported: list[Row]) -> tuple[str, str, str, str]:
    quarters = market_words.newest_quarters(apps, reported)
    told = "; ".join(
        _("{name} {figure} in {period}, said {day}").format(
            name=row["name_en"],
            figure=formats.amount(row["value"], row["unit"], row["bound"]),
            period=formats.period(row["period_start"], row["period_end"]),
            day=formats.short_day(row["as_of"]),
        )
        for row in quarters.values()
    )
    return (
        _("Revenue reported by its company"),
        _n(
            "{some} of {n} tracked app", "{some} of {n} tracked apps", len(apps), some=len(quarters)
        ),
        told,
        _("Of the others nothing is known but estimates.") if len(quarters) < len(apps) else "",
    )


def _share_card(shares: list[Row]) -> tuple[str, str, str, str]:
    first = shares[0]
    mark = _("estimates, not reports")
    if first["illustrative"]:
        mark = _("ILLUSTRATIVE: invented data")
    return (
        _("Largest share by estimates"),
        f"{first['name_en']} {market_words.part(first)}",
        mark,
        _n(
            "{metric}, {month}, of {n} app; what that leaves out stands below.",
            "{metric}, {month}, of {n} apps; what that leaves out stands below.",
            first["apps"],
            metric=metric_name(first["metric"]),
            month=formats.month(first["month"]),
        ),
    )


def _part_card(parts: list[Row]) -> tuple[str, str, str, str]:
    newest_of_first = [
        row
        for row in parts
        if (row["app_id"], row["year_start"]) == (parts[0]["app_id"], parts[0]["year_start"])
    ]
    low, high = newest_of_first[0], newest_of_first[-1]
    figure = market_words.part(low)
    if low is not high:
        figure = _("{first} to {last}").format(
            first=figure, last=formats.part(high["share"], high["share_bound"])
        )
    return (
        _("{name}'s part of the market").format(name=low["name_en"]),
        figure,
        _("of {year}, by whose market you take").format(year=low["year_start"].year),
        _n(
            "{n} market size: {low} ({low_issuer}) to {high} ({high_issuer}).",
            "{n} market sizes: {low} ({low_issuer}) to {high} ({high_issuer}).",
            len(newest_of_first),
            low=formats.amount(high["market_value"], high["unit"]),
            low_issuer=high["issuer"],
            high=formats.amount(low["market_value"], low["unit"]),
            high_issuer=low["issuer"],
        ),
    )


def _standing_card(standings: list[Row]) -> tuple[str, str, str, str]:
    last = standings[0]
    same = [row for row in standings if market_words.same_board(row, last)]
    return (
        _("Newest model leaderboard"),
        ", ".join(f"{row['name_en']} {market_words.standing(row)}" for row in same),
        formats.day(last["fact_date"]),
        _("{board}. Said by {publisher}. A model's rank is no figure of sales.").format(
            board=market_words.board(last), publisher=last["publisher"]
        ),
    )
