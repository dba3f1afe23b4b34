"""Countries in words: the right code, or a refusal that says why; never the world by mistake."""

from __future__ import annotations

import pycountry
import pytest

from ingest.formats.sensor_tower_web_said import country_in_name
from ingest.places import code
from ingest.vocabulary import COUNTRIES
from tests.ingest_fixtures import HEADER, Desk
from tests.store_fixtures import of_format
from tests.test_format_google_play import INSTALLS, SALES, order, table
from tests.test_format_sensor_tower_web import APPS, KLING, READY, load, long
from tests.test_mapping import HEADER as MAPPED
from tests.test_mapping import configured

NAMES = {
    "United States": "US",
    "united states of america": "US",
    "USA": "US",
    "U.S.": "US",
    "The Netherlands": "NL",
    "Great Britain": "GB",
    "United Kingdom": "GB",
    "UK": "GB",
    "Taiwan": "TW",
    "Taiwan, Province of China": "TW",
    "臺灣": "TW",
    "South Korea": "KR",
    "Korea, Republic of": "KR",
    "Republic of Korea": "KR",
    "North Korea": "KP",
    "Hong Kong": "HK",
    "Hong Kong SAR China": "HK",
    "Macau": "MO",
    "Mainland China": "CN",
    "日本": "JP",
    "Russia": "RU",
    "Vietnam": "VN",
    "Turkey": "TR",
    "Türkiye": "TR",
    "Czech Republic": "CZ",
    "Côte d'Ivoire": "CI",
    "Ivory Coast": "CI",
    "Congo, The Democratic Republic of the": "CD",
    "Congo - Kinshasa": "CD",
    "Congo - Brazzaville": "CG",
    "Trinidad & Tobago": "TT",
    "St. Lucia": "LC",
    "Bolivia": "BO",
    "Kosovo": "XK",
    "WW": "WW",
    "Worldwide": "WW",
    "All Countries": "WW",
    "全球": "WW",
    "de": "DE",
}
NO_COUNTRY = (
    *("Korea", "Congo", "Virgin Islands", "Saint Martin", "Europe", "EMEA", "North America"),
    *("Rest of World", "Other", "Unknown", "", "ZZ", "QQQ", "Atlantis", "United"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_has_its_code(name: str) -> None:
    """As stores, vendors and ISO write it."""
    assert code(name) == code(f" {name.upper()} ") == NAMES[name]


@pytest.mark.parametrize("name", NO_COUNTRY)
def test_what_is_no_one_country_has_none(name: str) -> None:
    """A name of two, a part of the world, a rest: none of them is a country or the world."""
    assert code(name) is None


def test_every_country_is_known_by_its_own_names() -> None:
    """No name of one leads to another; only those that two go by lead nowhere."""
    for country in pycountry.countries:
        names = (
            {country.alpha_2, country.alpha_3, country.name, country.official_name}
            if hasattr(country, "official_name")
            else {country.alpha_2, country.alpha_3, country.name}
        )
        assert {code(name) for name in names} <= {country.alpha_2, *([None] * ("Congo" in names))}
        assert country.alpha_2 in COUNTRIES


def test_a_file_of_our_own_format(desk: Desk) -> None:
    """Names beside codes; one figure under both is one figure twice."""
    rows = [
        f"kling,revenue,2026-01,ios,{country},{value},2026-02-03\n"
        for country, value in (
            ("United States", 5),
            ("South Korea", 5),
            ("US", 5),
            ("Worldwide", 50),
        )
    ]
    assert desk.outcome("a.csv", HEADER + "".join(rows)) == ("accepted", "")
    assert [row[4] for row in desk.values()] == ["KR", "US", "WW"]
    assert desk.rows("select rows_accepted, rows_duplicate from raw.snapshot") == [(3, 1)]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (
            "Korea",
            "must be one country, and KP and KR are called so, write the code: 'KOREA' (row 2)",
        ),
        (
            "Congo",
            "must be one country, and CD and CG are called so, write the code: 'CONGO' (row 2)",
        ),
        ("Europe", "must be a country, by its name or two letters of ISO 3166, or WW"),
    ],
)
def test_no_one_country_is_refused_with_its_reason(desk: Desk, written: str, why: str) -> None:
    """Whoever reads the refusal knows what to write."""
    outcome, said = desk.outcome(
        "a.csv", HEADER + f"kling,revenue,2026-01,ios,{written},5,2026-02-03\n"
    )
    assert outcome == "refused"
    assert why in said


def test_sensor_tower_in_words(desk: Desk) -> None:
    """A long export with names, and the devices of one country under both its spellings added."""
    desk.configure(APPS, READY)
    rows = [
        KLING + "1\t2025-08-01\tUnited States\tiOS\tiPhone\t100\t",
        KLING + "1\t2025-08-01\tUS\tiOS\tiPad\t3\t",
        KLING + "1\t2025-08-01\tHong Kong\tiOS\tiPhone\t7\t",
        KLING + "1\t2025-09-01\tWorldwide\tUnified\t\t7000\t",
    ]
    assert load(desk, "long.csv", long(*rows)) == ("accepted", "")
    assert {row[4:] for row in desk.values("sensor-tower")} == {
        ("WW", "7000.0000"),
        ("HK", "7.0000"),
        ("US", "103.0000"),
    }


@pytest.mark.parametrize(
    ("place", "country"), [("United States", "US"), ("Worldwide", "WW"), ("South Korea", "KR")]
)
def test_a_file_name_may_say_the_country_in_words(place: str, country: str) -> None:
    """Behind the period, as Sensor Tower writes it."""
    name = f"Top Apps (Oct 1, 2025 - Oct 31, 2025, {place}).csv"
    assert country_in_name(name) == country
    assert country_in_name(name.replace(place, "Korea")) is None


def test_google_play_in_words(desk: Desk) -> None:
    """Installs and orders of a country by its name."""
    of_format(desk, "google_play")
    installs = INSTALLS.replace("Package Name", "Package Name,Country")
    row = "2025-10-01,com.example.kling,Taiwan,1,1,1,1,5,1,1"
    assert desk.outcome("i.csv", table(installs, row)) == ("accepted", "")
    assert desk.outcome("s.csv", table(SALES, order("Charged", "9.99", "United States")))[0] == (
        "accepted"
    )
    assert {row[4] for row in desk.values()} == {"TW", "US"}


def test_a_mapped_table_in_words(desk: Desk) -> None:
    """Without a list of words in the mapping."""
    configured(desk)
    content = MAPPED + "01.10.2025;Great Britain;App Store;5;1,00\n"
    assert desk.outcome("export.csv", content) == ("accepted", "")
    assert {row[4] for row in desk.values()} == {"GB"}


@pytest.mark.parametrize("beside", ["Korea", "Congo", "Europe", "Freedonia"])
def test_a_country_beside_what_may_be_another_is_not_the_files(beside: str) -> None:
    """Figures of two places are not taken for those of the one whose name is understood."""
    for listed in (f"US, {beside}", f"{beside}, US"):
        name = f"Top Apps (Oct 1, 2025 - Oct 31, 2025, {listed}).csv"
        assert country_in_name(name) is None
