"""The names of metrics: as a heading has them, and within a sentence."""

from app_pages.language import N_, _, is_chinese

METRIC_WORDS = {
    "api": "API",
    "arppu": "ARPPU",
    "arr": "ARR",
    "cmgr": "compound monthly growth",
    "dau": "DAU",
    "gmv": "GMV",
    "mau": "MAU",
    "mom": "month on month",
    "pct": "",
    "wau": "WAU",
    "yoy": "year on year",
}

#: The metrics that most statements are about; a name of another one stays as files have it.
METRICS = (
    N_("Revenue"), N_("Downloads"), N_("Monthly active users"), N_("ARR"), N_("Gross receipts"),
    N_("DAU"), N_("WAU"), N_("ARPPU"), N_("Registered users"), N_("Paying users"),
    N_("Membership price"), N_("API price"), N_("API price per second"), N_("Valuation"),
    N_("Funding raised"), N_("Revenue growth year on year"), N_("Revenue growth month on month"),
    N_("Benchmark rank"), N_("Elo"), N_("Videos generated"), N_("App revenue"),
    N_("Enterprise customers"), N_("Ad revenue"), N_("Download share"), N_("Usage share"),
)  # fmt: skip


def metric_name(metric: str) -> str:
    """Revenue, Monthly active users, Gross receipts."""
    if metric == "mau":
        return _("Monthly active users")
    words = [METRIC_WORDS.get(word, word) for word in metric.split("_")]
    text = " ".join(word for word in words if word)
    return _(text[:1].upper() + text[1:])


def within(metric: str) -> str:
    """Within a sentence: revenue, monthly active users, ARR, gross receipts."""
    if is_chinese():
        return metric_name(metric)
    return {"mau": "monthly active users", "arr": "ARR"}.get(metric, metric.replace("_", " "))
