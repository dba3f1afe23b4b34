"""Countries in words: the ISO code of a name as vendors and stores write it, or a refusal.

A name that several countries go by, and a word for part of the world, are no country: nothing is
guessed, and neither is taken for the world.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from functools import cache

import polars as pl
import pycountry

from ingest.sentences import rules
from ingest.vocabulary import COUNTRIES

WORLD = "WW"

#: Words for the whole world.
_WORLD = (
    "ww|world|worldwide|world wide|global|all countries|all regions|全球|全世界|所有国家|所有國家"
)

#: Names in use that ISO 3166 does not have. Its own names, short and full, are in pycountry.
_ALSO = {
    "BN": "brunei",
    "BQ": "caribbean netherlands|bonaire",
    "CD": "dr congo|drc|congo kinshasa|democratic republic of congo|congo democratic republic",
    "CG": "congo brazzaville|republic of congo|republic of the congo|congo republic",
    "CI": "ivory coast",
    "CN": "mainland china|china mainland|中国大陆|中國大陸",
    "CV": "cape verde",
    "CZ": "czech republic",
    "FK": "falkland islands",
    "FM": "micronesia",
    "GB": "uk|great britain|britain|united kingdom of great britain and northern ireland|英国|英國",
    "HK": "hong kong sar|hong kong sar china|中国香港|中國香港|香港",
    "KP": "dprk|korea north|朝鲜|北韓",
    "KR": "korea south|republic of korea|s korea|韩国|韓國|南韓",
    "LA": "lao",
    "MF": "saint martin french part",
    "MK": "macedonia|republic of north macedonia",
    "MM": "burma",
    "MO": "macau|macau sar|macao sar|macao sar china|中国澳门|澳门|澳門",
    "NL": "holland",
    "PS": "palestine|palestinian territories|palestinian territory",
    "RU": "russia",
    "SZ": "swaziland",
    "TL": "east timor",
    "TR": "turkey",
    "TW": "taiwan|中国台湾|台湾|台灣|臺灣",
    "US": "us|us of a|united states us|美国|美國",
    "VA": "vatican|vatican city|holy see",
    "VG": "british virgin islands",
    "VI": "us virgin islands|united states virgin islands",
    "XK": "kosovo|xkx",
    "AE": "uae",
}

#: Names that more than one country goes by.
_SEVERAL = {
    "korea": ("KP", "KR"),
    "朝鮮半島": ("KP", "KR"),
    "congo": ("CD", "CG"),
    "virgin islands": ("VG", "VI"),
    "saint martin": ("MF", "SX"),
}
_LANGUAGES = ("zh_CN", "zh_TW")


def code(text: str) -> str | None:
    """The two letters of a country's code or name, WW for the world; None for anything else."""
    upper = text.strip().upper()
    return upper if upper in COUNTRIES else _names().get(_plain(text))


def with_codes(ours: pl.DataFrame) -> pl.DataFrame:
    """The rows with each country as its code; what is none stays as written and is refused.

    A name of several countries becomes a broken rule of its own, which names them.
    """
    meant = codes(ours["country"])
    if not meant:
        return ours
    told = {text: one if one in COUNTRIES else _told(text) for text, one in meant.items()}
    return ours.with_columns(pl.col("country").replace(told))


def codes(texts: pl.Series) -> dict[str, str]:
    """Each text that is no code itself → its code, or itself where it is no one country."""
    written = texts.drop_nulls().unique()
    return {text: code(text) or text for text in written if text not in COUNTRIES}


def _told(text: str) -> str:
    several = _SEVERAL.get(_plain(text))
    if several is None:
        return text
    return f"{rules.ONE_COUNTRY(one=several[0], another=several[1])}: {text}"


@cache
def _names() -> dict[str, str]:
    """Every name in its plain form → code."""
    names = {_plain(word): WORLD for word in _WORLD.split("|")}
    for country in pycountry.countries:
        for name in _names_of(country):
            names.setdefault(_plain(name), country.alpha_2)
    for letters, also in _ALSO.items():
        names |= {_plain(name): letters for name in also.split("|")}
    return {name: letters for name, letters in names.items() if name not in _SEVERAL}


def _names_of(country: pycountry.db.Data) -> set[str]:
    """Code of three letters, short, common and official names, also turned round and in Chinese."""
    said = ("alpha_3", "name", "common_name", "official_name")
    names = {getattr(country, key) for key in said if hasattr(country, key)}
    turned = {
        f"{after} {before}" for before, comma, after in (n.partition(", ") for n in names) if comma
    }
    in_chinese = {_translation(language).gettext(name) for language in _LANGUAGES for name in names}
    return names | turned | in_chinese


@cache
def _translation(language: str) -> gettext.NullTranslations:
    folder = pycountry.LOCALES_DIR
    return gettext.translation("iso3166-1", folder, [language], fallback=True)


def _plain(name: str) -> str:
    """How names are compared: no accents, case, articles, dots or commas; `&` is `and`."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.sub(r"[\W_]+", " ", bare.replace("&", " and ").replace(".", "")).split()
    return " ".join("saint" if word == "st" else word for word in words if word != "the")
