"""Configuration: unknown keys are refused with the nearest one, and all problems come at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.config import ConfigError, read_config
from tests.ingest_fixtures import APPS, SOURCES, Desk


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('shedule = "0 6 * * *"', "source vendor.shedule: 'shedule' is not known; did you mean"),
        ('schedule = "every day"', "'every day' is not a cron line"),
        ('schedule = "0 6 * * 1-5"', "write weekdays by name, such as mon-fri"),
        ('kind = "estimated"', "'estimated' is not known; did you mean 'estimate'?"),
        ("rejected_share = 1.5", "source vendor.rejected_share: 1.5 cannot be used"),
        ('rank = "first"', "source vendor.rank: 'first' is not of type int"),
        ("max_age_days = 0", "source vendor.max_age_days: 0 cannot be used"),
        ('country = "UK"', "source vendor.country: 'UK' is not known"),
        ("illustrative = 1", "source vendor.illustrative: 1 is not of type bool"),
    ],
)
def test_a_wrong_key_of_a_source_is_named_with_its_file(
    desk: Desk, line: str, expected: str
) -> None:
    """The message names file, source, key and what would be right."""
    desk.configure(sources=SOURCES.replace('id = "vendor"', f'id = "vendor"\n{line}'))
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    assert "config/sources.toml: " in str(error.value)
    assert expected in str(error.value)


def test_all_problems_of_both_files_come_at_once(desk: Desk) -> None:
    """Nobody mends one key, runs, and meets the next."""
    desk.configure(
        apps=APPS.replace('name_en = "Jimeng"', 'name_en = "NA"\nnmae_zh = "x"'),
        sources=SOURCES + '[[source]]\nid = "vendor"\nproducer = "P"\nformat = "snapshots"\n',
    )
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    said = str(error.value)
    assert "config/apps.toml: app jimeng.nmae_zh" in said
    assert "'snapshots' is not known; did you mean 'snapshot'?" in said


def test_one_name_cannot_mean_two_apps(desk: Desk) -> None:
    """A name that two apps claim is refused: its figures would go to the wrong one."""
    desk.configure(apps=APPS.replace('name_en = "Jimeng"', 'name_en = "kling ai"'))
    with pytest.raises(ConfigError, match="'kling ai' also names kling"):
        read_config(desk.root)


def test_a_missing_file_and_broken_toml_are_said(desk: Desk) -> None:
    """Neither is a traceback."""
    (desk.root / "config" / "apps.toml").unlink()
    (desk.root / "config" / "sources.toml").write_text("[[source]\n")
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    assert "config/apps.toml: the file is missing" in str(error.value)
    assert "config/sources.toml: this is not valid TOML" in str(error.value)


def test_samples_false_switches_invented_sources_off(desk: Desk) -> None:
    """One line turns every illustrative source off and leaves the others on."""
    invented = (
        '[[source]]\nid = "sample"\nproducer = "P"\nformat = "snapshot"\nillustrative = true\n'
    )
    desk.configure(sources="samples = false\n" + SOURCES + invented)
    sources = {source.source_id: source.enabled for source in read_config(desk.root).sources}
    assert sources == {"vendor": True, "tolerant": True, "said": True, "sample": False}


def test_the_shipped_configuration_is_right() -> None:
    """What is in the box reads without a problem and has the headline target."""
    config = read_config(Path(__file__).parent.parent)
    assert [headline.issuer for headline in config.headlines] == ["Goldman Sachs"]
    assert {app.app_id for app in config.apps if app.tracked} == {"kling", "jimeng"}
