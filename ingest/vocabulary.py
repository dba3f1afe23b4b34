"""The closed lists of words a figure may be described with."""

from __future__ import annotations

from datetime import date

from warehouse.vocabulary import BASES as BASES
from warehouse.vocabulary import BOUNDS as BOUNDS
from warehouse.vocabulary import COUNTRIES as COUNTRIES
from warehouse.vocabulary import COUNTS as COUNTS
from warehouse.vocabulary import MONEY as MONEY
from warehouse.vocabulary import PLATFORMS as PLATFORMS
from warehouse.vocabulary import QUALITIES as QUALITIES
from warehouse.vocabulary import UNITS as UNITS

#: No app of ours is older; a figure before is a slip of the pen.
EARLIEST = date(2000, 1, 1)
GRAINS = ("day", "week", "month", "quarter", "year", "cumulative", "point")
KINDS = ("estimate", "reported", "guidance", "forecast", "press")
FORMATS = (
    "sensor_tower.web_wide",
    "sensor_tower.web_long",
    "sensor_tower.web_users",
    "sensor_tower.web_top_apps",
    "date_value.apptweak",
    "date_value.series",
    "snapshot",
    "disclosures",
    "events",
    "ecb_rates",
    "sensor_tower.api_sales",
    "sensor_tower.api_users",
    "sensor_tower.api_categories",
    "public.apple_chart",
    "public.app_ratings",
    "public.app_releases",
    "public.frankfurter",
    "public.page_views",
    "public.leaderboard",
    "app_store_connect.sales",
    "google_play.earnings",
    "google_play.sales",
    "google_play.installs",
    "appfigures.sales",
    "appfigures.revenue",
    "appfigures.estimates",
    "data_ai.history",
    "data_ai.usage",
    "data_ai.feed",
    "sensor_tower.api_tops",
    "sensor_tower.api_apps",
    "sensor_tower.api_own_sales",
)

#: Families of formats that pass on a store's own report to the app's owner. There, and only in
#: figures of kind "reported", money may be negative: a day's refunds can be more than its sales.
STORE_REPORTS = ("app_store_connect", "google_play", "appfigures", "sensor_tower")

#: What a feed in our own snapshot format states each metric in, when it does not say.
METRIC_UNITS = {
    "downloads": "downloads",
    "mau": "users",
    "rank": "rank",
    "rating_count": "ratings",
    "page_views": "views",
    "elo": "elo",
}

#: Most that a figure of this metric can be for one period: a wrong unit or a slipped column shows
#: itself as an impossible value. The world has about 8 billion people and an app market of about
#: US$200 billion a year.
BELIEVABLE = {
    "revenue": 500_000_000_000,
    "downloads": 20_000_000_000,
    "mau": 8_000_000_000,
    "rank": 100_000,
    "rating_count": 8_000_000_000,
    "page_views": 8_000_000_000,
    "elo": 10_000,
}
BELIEVABLE_OTHER = 10_000_000_000_000
