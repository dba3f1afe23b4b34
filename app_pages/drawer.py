"""The charts that have an address of their own, as the API is told of them."""

from collections.abc import Mapping, Sequence

from api.charts import Choice, Known, Picture

LANGUAGE = "lang"
CHARTS = {
    "pace": {"target": "One target, by its id in the table targets; else the headline"},
    "growth": {
        "apps": "App ids, several as a,b; else every tracked one",
        "metric": "revenue, downloads or mau",
        "view": "level, change or index",
        "platform": "all, ios, android or web, as far as they are loaded",
        "country": "WW or an ISO code, as far as they are loaded",
        "currency": "A currency to convert money to, else as_stated",
        "part": "Where a choice has several charts, of other units or kinds: which of them",
    },
    "reported": {"app": "One app id; else the first that reported"},
}


class Drawer:
    """Draws them; what draws is loaded at the first request, when the pages' server is running."""

    charts: Mapping[str, Mapping[str, str]] = {
        chart: about | {LANGUAGE: "en, or zh-Hant for Traditional Chinese"}
        for chart, about in CHARTS.items()
    }

    def offered(self, chart: str, known: Known) -> Mapping[str, Choice]:
        """What each parameter of a chart may say."""
        from app_pages import embedded, language

        languages = {LANGUAGE: Choice(tuple(language.NAMES))}
        return embedded.OFFERED[chart](embedded.Asked(known)) | languages

    def drawn(
        self, chart: str, known: Known, chosen: Mapping[str, Sequence[str]], server: str
    ) -> Picture | None:
        """The chart of that choice; nothing where nothing is known of it."""
        from app_pages import embedded, language

        with language.within(chosen[LANGUAGE][0]):
            return embedded.picture(chart, embedded.Asked(known), chosen, server)
