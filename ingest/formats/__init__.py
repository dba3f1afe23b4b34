"""The registry of formats: how a file's rows become text columns of ours, and into which table."""

from __future__ import annotations

from ingest.config import Config, Source
from ingest.formats import (
    app_store_connect,
    appfigures,
    data_ai,
    date_value,
    disclosures,
    ecb_rates,
    events,
    google_play,
    public_apple,
    public_attention,
    public_rates,
    sensor_tower_api,
    sensor_tower_apps,
    sensor_tower_own,
    sensor_tower_tops,
    sensor_tower_web,
    snapshot,
)
from ingest.formats.form import Format
from ingest.formats.mapped import mapped_format
from ingest.formats.not_read import refusal
from ingest.formats.opened import Opened
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: The program's formats, those of vendors first: our own snapshot format is known by the least.
FORMATS = {
    form.name: form
    for form in (
        *sensor_tower_web.FORMATS,
        *sensor_tower_api.FORMATS,
        *public_apple.FORMATS,
        *public_attention.FORMATS,
        *public_rates.FORMATS,
        *app_store_connect.FORMATS,
        *google_play.FORMATS,
        *appfigures.FORMATS,
        *data_ai.FORMATS,
        *sensor_tower_tops.FORMATS,
        *sensor_tower_apps.FORMATS,
        *sensor_tower_own.FORMATS,
        *date_value.FORMATS,
        disclosures.FORMAT,
        events.FORMAT,
        ecb_rates.FORMAT,
        snapshot.FORMAT,
    )
}


def formats(config: Config) -> list[Format]:
    """Every format there is: the program's, and one a mapping in config/formats."""
    return [*FORMATS.values(), *map(mapped_format, config.mappings)]


def of_source(source: Source) -> list[Format]:
    """The formats a source's files may have: the one it names, or all of the family it names."""
    return [
        form
        for form in (*FORMATS.values(), *map(mapped_format, source.mappings))
        if source.format in (form.name, form.name.partition(".")[0])
    ]


def detect(opened: Opened, allowed: list[Format]) -> tuple[Format, str]:
    """The format among the allowed that the file has, and its generation.

    Where only one is allowed it is taken at its word: reading says what does not fit.
    Raises Unreadable when the file has none of them, or several, or is known to hold no figures.
    """
    found = [(form, form.recognise(opened)) for form in allowed]
    fitting = [(form, generation) for form, generation in found if generation is not None]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and (known := refusal(opened)):
        raise known
    if len(allowed) == 1:
        return allowed[0], ""
    names = ", ".join(form.name for form, _generation in fitting or found)
    shown = ", ".join(opened.columns[:6]) or ", ".join(sorted(opened.keys)[:6]) or "nothing known"
    if fitting:
        raise Unreadable(
            sentence("the file fits several formats: {formats}", formats=names),
            opened.name,
            sentence("name the one that is meant as `format` of its source in config/sources.toml"),
        )
    others = [form for form in FORMATS.values() if form.recognise(opened) is not None]
    raise Unreadable(
        sentence(
            "the file has none of the formats of its source ({formats}); it begins with: {begin}",
            formats=names,
            begin=shown,
        ),
        opened.name,
        sentence(
            "it looks like {format}: give it to a source that has this as its format",
            format=others[0].name,
        )
        if len(others) == 1
        else sentence(
            "see `python -m ingest formats`, or map its columns with `python -m ingest map`"
        ),
    )
