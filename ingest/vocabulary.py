"""The closed lists of words a figure may be described with."""

from __future__ import annotations

GRAINS = ("day", "week", "month", "quarter", "year", "cumulative", "point")
PLATFORMS = ("ios", "android", "web", "all")
BASES = ("gross", "net_of_store", "recognised", "cash", "run_rate", "none")
KINDS = ("estimate", "reported", "guidance", "forecast", "press")
BOUNDS = ("exact", "approx", "at_least", "at_most")
QUALITIES = ("company", "secondary", "weak")
FORMATS = (
    "sensor_tower.web_wide",
    "sensor_tower.web_long",
    "sensor_tower.web_users",
    "sensor_tower.web_top_apps",
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
)

#: Families of formats that pass on a store's own report to the app's owner. There, and only in
#: figures of kind "reported", money may be negative: a day's refunds can be more than its sales.
STORE_REPORTS = ("app_store_connect", "google_play", "appfigures")

MONEY = (
    "USD CNY HKD EUR GBP JPY KRW TWD SGD INR AUD CAD CHF BRL MXN IDR THB MYR PHP VND TRY SEK"
    " NOK DKK PLN CZK HUF RON ZAR ILS NZD ISK RUB BGN"
    # The rest of ISO 4217: stores pay and charge in what a country uses.
    " AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP"
    " COP CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR"
    " JMD JOD KES KGS KHR KMF KPW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP"
    " MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PEN PGK PKR PYG QAR RSD RWF SAR SBD SCR SDG SHP"
    " SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TOP TTD TZS UAH UGX UYU UZS VES VUV WST XAF XCD"
    " XOF XPF YER ZMW ZWG"
).split()
COUNTS = (
    "users downloads percent x rank elo calls videos images customers seconds minutes plays"
    " styles visits boolean iterations score ratings views"
).split()
UNITS = frozenset([*MONEY, *COUNTS, "CNY per USD", "traffic units"])

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

#: ISO 3166-1 alpha-2, XK as stores write Kosovo, and WW for the whole world (an aggregate, never
#: summed with countries).
COUNTRIES = frozenset(
    (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO"
        " BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ"
        " DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP"
        " GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG"
        " KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML"
        " MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE"
        " PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL"
        " SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM"
        " US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW WW"
    ).split()
)
