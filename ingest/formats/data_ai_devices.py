"""Devices of data.ai's answers: `ios` stands beside iphone and ipad, and adding all doubles it."""

from __future__ import annotations

import polars as pl

from ingest.formats import cells

#: A platform's own row, under the names the vendor's interfaces have for it.
_WHOLE = {
    **dict.fromkeys(("ios", "ios-all", "all-ios"), "ios"),
    **dict.fromkeys(("android", "android-all", "all-android", "google-play"), "android"),
    "all": "all",
}
#: A part of a platform, and what a note calls it.
_PARTS = {
    "iphone": ("ios", "iPhone"),
    "ios-phone": ("ios", "iPhone"),
    "ipad": ("ios", "iPad"),
    "ios-tablet": ("ios", "iPad"),
    "android-phone": ("android", "phone"),
    "android-tablet": ("android", "tablet"),
}


def one_a_platform(long: pl.DataFrame, users: list[str]) -> tuple[pl.DataFrame, list[str]]:
    """One figure a platform: its own row where it states one, else its devices added up.

    `long` has a measure a row: product_id, date, country, metric, value_column, device, and the
    cell as written. `users` are the metrics that count people.
    """
    by = ["product_id", "date", "country", "metric", "platform", "value_column"]
    part_of = {device: platform for device, (platform, _called) in _PARTS.items()}
    stated = long.filter(~cells.is_missing(pl.col("cell"))).with_columns(
        value=cells.figure(pl.col("cell")),
        is_part=pl.col("device").is_in(list(_PARTS)),
        platform=pl.col("device").replace({**_WHOLE, **part_of}),
    )
    wholes = stated.filter(~pl.col("is_part")).with_columns(note=pl.lit(None, pl.String))
    parts = stated.filter("is_part").join(wholes.select(by), on=by, how="anti", nulls_equal=True)
    kept = ["row_no", *by, "value", "note"]
    chosen = pl.concat([wholes.select(kept), _added(parts, by, users).select(kept)])
    passed = []
    if stated.height - wholes.height - parts.height:
        passed.append("devices of a platform that has a row of its own")
    if stated.height < long.height:
        passed.append("estimates that are N/A or empty: missing, not zero")
    return chosen.sort("row_no", maintain_order=True), passed


def _added(parts: pl.DataFrame, by: list[str], users: list[str]) -> pl.DataFrame:
    """Devices added exactly; one that cannot be read stands for the sum, and is refused."""
    number = pl.col("value").cast(pl.Decimal(38, 6), strict=False)
    unread = pl.col("value").filter(number.is_null()).first()
    called = {device: called for device, (_platform, called) in _PARTS.items()}
    people = pl.col("metric").is_in(users)
    devices = pl.col("devices").list.join(" + ")
    return (
        parts.with_columns(pl.col("device").replace(called))
        .group_by(by, maintain_order=True)
        .agg(
            pl.col("row_no").min(),
            pl.coalesce(unread, number.sum().cast(pl.String)).alias("value"),
            pl.col("device").alias("devices"),
        )
        .with_columns(
            note=pl.when(pl.col("devices").list.len() == 1)
            .then(pl.lit("only ") + devices + pl.lit(" is in the file"))
            .when(people)
            .then(devices + pl.lit("; one person with both is counted twice"))
            .otherwise(devices)
        )
    )
