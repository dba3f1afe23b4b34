"""The table of planted faults, and of files that are in order."""

from __future__ import annotations

from tests.planted import world
from tests.planted.faults import (
    JP,
    KLING,
    ONE_CELL,
    PLATFORM,
    US,
    US_JP,
    WORLD,
    Fault,
    averaged,
    both_apps,
    columns_swapped,
    contradicted,
    cut_short,
    days_moved,
    device_copied,
    digits_turned,
    figures_of,
    in_china,
    in_local_currency,
    in_order,
    last_day_again,
    later,
    moved_down,
    new_model,
    noisy,
    of_row,
    put,
    renamed,
    reversed_months,
    summed,
    times,
    where,
    without,
    year_to_date,
)
from tests.planted.world import METRICS, SAID

UNITS = (
    Fault("revenue in cents", times(100)),
    Fault("revenue in cents, a year again", times(100), "year"),
    Fault("revenue in thousands", times(1 / 1000)),
    Fault("revenue in millions", times(1 / 1_000_000)),
    Fault("revenue a hundredth", times(1 / 100)),
    Fault("revenue ten times", times(10)),
    Fault("one app in cents", times(100, chosen=KLING)),
    Fault("one country in cents", times(100, chosen=JP)),
    Fault("Android in cents", times(100, chosen=where(platform="android"))),
    Fault("one cell with a digit too many", times(10, chosen=ONE_CELL)),
    Fault("one cell with a digit too few", times(1 / 10, chosen=ONE_CELL)),
    Fault(
        "one cell with two digits turned round",
        put(ONE_CELL, revenue=lambda row: digits_turned(row["revenue"])),
    ),
    Fault("downloads in thousands", times(1 / 1000, ("downloads",))),
    Fault("users in thousands", times(1 / 1000, ("mau",))),
    Fault("users in millions, rounded", times(1 / 1_000_000, ("mau",))),
    Fault("revenue rounded to thousands", put(revenue=lambda row: round(row["revenue"], -3))),
    Fault("a day's average for the month", times(1 / 31)),
    Fault("a year's rate for the month", times(12)),
    Fault("a week for the month", times(7 / 31)),
    Fault("a quarter for the month", summed(2)),
    Fault("the year to date for the month", year_to_date),
    Fault("the last twelve months for the month", summed(11)),
    Fault("downloads since launch for the month", summed(20, ("downloads",))),
)
BASES = (
    Fault("gross as net of 30%", times(1 / 0.7)),
    Fault("gross as net of 30%, a year again", times(1 / 0.7), "year"),
    Fault("gross as net of 15%", times(1 / 0.85)),
    Fault("gross as net of 15%, a year again", times(1 / 0.85), "year"),
    Fault("net as net of another 30%", times(0.7)),
    Fault("less VAT of 20%", times(1 / 1.2)),
    Fault("with advertising revenue", times(1.25)),
    Fault("subscriptions only", times(0.8)),
    Fault("gross on iOS only", times(1 / 0.7, chosen=where(platform="ios"))),
    Fault("yuan as dollars", times(7.1)),
    Fault("yen as dollars", times(150)),
    Fault("won as dollars", times(1380)),
    Fault("euros as dollars", times(0.92)),
    Fault("euros as dollars, a year again", times(0.92), "year"),
    Fault("pounds as dollars", times(0.78)),
    Fault("Hong Kong dollars as dollars", times(7.8)),
    Fault("Japan in yen", times(150, chosen=JP)),
    Fault("each country in its own currency", in_local_currency),
)
TIME = (
    Fault("all months one too early", later(-1), "year"),
    Fault("all months one too late", later(1), "year"),
    Fault(
        "last year's figures under this year's months",
        figures_of(lambda row: of_row(row, period=world.moved(row["period"], -12))),
    ),
    Fault(
        "last month's figures under the new month",
        figures_of(lambda row: of_row(row, period=world.moved(row["period"], -1))),
    ),
    Fault(
        "last year's file under a new day",
        lambda _rows: world.rows(["2025-10"], as_of=str(SAID)),
        harmless=True,
    ),
    Fault(
        "a file from before a correction, under a new day",
        lambda _rows: world.rows(["2026-03"], as_of=str(SAID)),
    ),
    Fault(
        "the year without the corrections since, under an old day",
        lambda _rows: world.rows(world.months("2026-01"), 0.97, "2026-04-01"),
        "year",
        harmless=True,
    ),
    Fault("the month to the 20th as the month", times(20 / 31, ("revenue", "downloads"))),
    Fault("the month to the 26th as the month", times(26 / 31, ("revenue", "downloads"))),
    Fault("the month to the 29th as the month", times(29 / 31, ("revenue", "downloads"))),
    Fault("two months in one", summed(1, ("revenue", "downloads"))),
    Fault("October's figures under January", put(period="2026-01")),
    Fault("October's figures under the October before", put(period="2025-10")),
    Fault("said a year before it can be", put(as_of="2025-11-05")),
    Fault("said next year", put(as_of="2027-11-05")),
    Fault("said while the month ran", put(as_of="2026-10-05")),
    Fault("months that have not begun", lambda rows: [row | {"period": "2026-12"} for row in rows]),
    Fault("the months run backwards", reversed_months, "year"),
    Fault("days in cents", times(100), "week"),
    Fault("days moved back by a time zone", days_moved(-1), "window"),
    Fault("days moved on by a time zone", days_moved(1), "window"),
    Fault("the new week's days moved back", days_moved(-1), "week"),
    Fault(
        "three days left out",
        without(where(period={"2026-11-04", "2026-11-05", "2026-11-06"})),
        "week",
    ),
    Fault("the last day written twice", last_day_again, "week"),
    Fault("half of each day", times(0.5), "week"),
    Fault("one app's days only half", times(0.5, chosen=KLING), "week"),
    Fault("Sensor Tower's months begin in China", in_china, "tower"),
)
PLACES = (
    Fault("two apps swapped", renamed("app", {"kling": "jimeng", "jimeng": "kling"})),
    Fault(
        "two apps swapped, a year again",
        renamed("app", {"kling": "jimeng", "jimeng": "kling"}),
        "year",
    ),
    Fault("both apps have one app's figures", figures_of(lambda row: of_row(row, app="kling"))),
    Fault("a larger app's figures", times(2.4, METRICS, KLING)),
    Fault("the app's light version", times(0.2, METRICS, KLING)),
    Fault("the publisher's sum under one app", both_apps),
    Fault("platforms swapped", renamed("platform", PLATFORM)),
    Fault("platforms swapped, a year again", renamed("platform", PLATFORM), "year"),
    Fault(
        "Android has iOS's figures",
        figures_of(
            lambda row: of_row(
                row, platform="ios" if row["platform"] == "android" else row["platform"]
            )
        ),
    ),
    Fault(
        "all platforms are iOS alone",
        figures_of(
            lambda row: of_row(row, platform="ios" if row["platform"] == "all" else row["platform"])
        ),
    ),
    Fault("iOS twice", times(2, ("revenue", "downloads"), where(platform="ios"))),
    Fault("Sensor Tower's iPad is the iPhone again", device_copied, "tower"),
    Fault(
        "Sensor Tower's iPad is 0",
        lambda rows: [row | {"au": 0, "ar": 0} for row in rows],
        "tower",
    ),
    Fault(
        "Sensor Tower's rows without the iPad",
        lambda rows: [{k: v for k, v in row.items() if k not in ("au", "ar")} for row in rows],
        "tower",
    ),
    Fault(
        "Sensor Tower's revenue in dollars",
        lambda rows: [row | {"ir": row["ir"] // 100, "ar": row["ar"] // 100} for row in rows],
        "tower",
    ),
    Fault(
        "the United States for the world",
        figures_of(
            lambda row: of_row(row, country="US" if row["country"] == "WW" else row["country"])
        ),
    ),
    Fault(
        "only the world, and it is the United States",
        in_order(
            without(lambda row: row["country"] != "WW"),
            figures_of(lambda row: of_row(row, country="US")),
        ),
    ),
    Fault(
        "the world under the United States",
        figures_of(
            lambda row: of_row(row, country="WW" if row["country"] == "US" else row["country"])
        ),
    ),
    Fault("countries moved down by a row", moved_down),
    Fault("two countries swapped", renamed("country", US_JP)),
    Fault("two countries swapped, a year again", renamed("country", US_JP), "year"),
    Fault("Britain under Ukraine (UK, UA)", renamed("country", {"GB": "UA"})),
    Fault("Europe under Britain", times(4, METRICS, where(country="GB"))),
    Fault("the world without China", times(0.85, METRICS, WORLD)),
    Fault("the world is half", times(0.5, METRICS, WORLD)),
    Fault("each country has the same", averaged),
    Fault("revenue and downloads swapped", columns_swapped("revenue", "downloads")),
    Fault("downloads and users swapped", columns_swapped("downloads", "mau")),
    Fault("daily users as monthly", times(0.22, ("mau",))),
    Fault("weekly users as monthly", times(0.5, ("mau",))),
    Fault("new users as active ones", put(mau=lambda row: row["downloads"])),
    Fault(
        "users of all platforms added up",
        put(where(platform="all"), mau=lambda row: round(row["mau"] / 0.93)),
    ),
    Fault("downloads with repeated ones", times(1.5, ("downloads",))),
)
ROWS = (
    Fault("the second half of the rows gone", lambda rows: rows[: len(rows) // 2]),
    Fault("every second row gone", lambda rows: rows[::2]),
    Fault("cut off within a number", cut_short),
    Fault("Android gone", without(where(platform="android"))),
    Fault("the world gone", without(WORLD)),
    Fault("the largest country gone", without(US)),
    Fault("one app gone", without(KLING)),
    Fault("each row twice", lambda rows: [*rows, *(dict(row) for row in rows)], harmless=True),
    Fault("each row twice, with other figures", contradicted),
    Fault("one country is 0", put(JP, revenue=0, downloads=0, mau=0)),
    Fault("Android is 0", put(where(platform="android"), revenue=0, downloads=0, mau=0)),
    Fault("everything is 0", put(revenue=0, downloads=0, mau=0)),
    Fault("a column left empty", put(revenue="")),
    Fault(
        "downloads and users gone",
        lambda rows: [
            {k: v for k, v in row.items() if k not in ("downloads", "mau")} for row in rows
        ],
    ),
    Fault("a new model of the vendor, all months again, unsaid", new_model, "year"),
    Fault("a new model of the vendor from this month on, unsaid", times(1.15, METRICS)),
    Fault("a new model that takes 40% of one country", times(0.6, METRICS, US)),
    Fault("a broken model: each figure up to 60% off", noisy),
    Fault("figures that call themselves invented", put(illustrative="true")),
)
GROUPS = {
    "Units and periods": UNITS,
    "What is counted, and in which currency": BASES,
    "Days and months": TIME,
    "Apps, platforms, countries and metrics": PLACES,
    "Rows and models": ROWS,
}
FAULTS = tuple(fault for group in GROUPS.values() for fault in group)

#: Files in order: what they bring must be taken in, and calmly.
SOUND = (
    Fault("the next month", times(1)),
    Fault(
        "the next month, figures as a person rounds them",
        put(revenue=lambda row: round(row["revenue"])),
    ),
    Fault("a year again, nothing changed", times(1), "year"),
    Fault("the next week", times(1), "week"),
    Fault("the last month of days again, and the next week", times(1), "window"),
    Fault("Sensor Tower's next month", lambda rows: rows, "tower"),
    Fault("the next month, 5% above the trend", times(1.05, METRICS)),
    Fault("the next month, 5% below the trend", times(0.95, METRICS)),
    Fault(
        "the next month with one more country",
        lambda rows: world.with_one_more(rows),
    ),
    Fault("three months corrected a little", lambda _rows: world.corrected()),
)
