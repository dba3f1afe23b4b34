"""config/alerts.toml: what is wrong is said all at once, and what it may hold is documented."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import apprise
import duckdb
import pytest

from ingest.alerting.config import checked
from ingest.alerting.keys import CHANNEL_KEYS, DIGEST_KEYS, KIND_KEYS, RULE_KEYS
from ingest.config import ConfigError, read_config
from ingest.config_keys import Problems
from tests.alert_fixtures import Desk as AlertDesk
from tests.docs_fixtures import block
from tests.ingest_fixtures import Desk
from tests.warehouse_fixtures import PROJECT, estimate, november

__all__ = ["november"]

PAGE = (PROJECT / "docs" / "alerts.md").read_text(encoding="utf-8")
SHIPPED = (PROJECT / "config" / "alerts.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[rule]]\nid = "a"\nkind = "grwth"', "rule a.kind: 'grwth' is not known; did you mean"),
        ('[[rule]]\nid = "a"', "rule a.kind: this key is required"),
        ('[[rule]]\nid = "a"\nkind = "growth"', "rule a: say above, below or both"),
        (
            '[[rule]]\nid = "a"\nkind = "growth"\nabvoe = 0.1',
            "rule a.abvoe: 'abvoe' is not known; did you mean 'above'?",
        ),
        ('[[rule]]\nid = "a"\nkind = "restatement"', "rule a.size: this key is required"),
        ('[[rule]]\nid = "a"\nkind = "restatement"\nsize = 0', "rule a.size: 0 cannot be used"),
        (
            '[[rule]]\nid = "a"\nkind = "pace"\nmeasure = "reportd"',
            "rule a.measure: 'reportd' is not known; did you mean 'reported'?",
        ),
        (
            '[[rule]]\nid = "a"\nkind = "pace"\napps = ["klng"]',
            "rule a.apps: 'klng' is not known; did you mean 'kling'?",
        ),
        (
            '[[rule]]\nid = "a"\nkind = "source_late"\nsources = ["vendr"]',
            "rule a.sources: 'vendr' is not known; did you mean 'vendor'?",
        ),
        (
            '[[rule]]\nid = "a"\nkind = "load"\noutcomes = ["helt"]',
            "rule a.outcomes: ['helt'] cannot be used",
        ),
        (
            '[[rule]]\nid = "a"\nkind = "source_late"\nchannels = ["desk"]',
            "rule a.channels: 'desk' is not known",
        ),
        ('[digest]\nschedule = "weekly"', "digest.schedule: 'weekly' is not a cron line"),
        ("[digest]\ndays = 0", "digest.days: 0 cannot be used"),
        ("digset = 1", "digset: 'digset' is not known; did you mean 'digest'?"),
        ('dashboard = "tracker"', "file.dashboard: 'tracker' cannot be used"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(desk: Desk, text: str, expected: str) -> None:
    """The message names file, rule, key and what would be right."""
    (desk.root / "config" / "alerts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    assert f"config/alerts.toml: {expected}" in str(error.value)


def test_an_address_in_the_file_is_refused_and_not_repeated(desk: Desk) -> None:
    """It holds a password; only the name of a variable may stand there."""
    text = '[[channel]]\nid = "desk"\nsecret = "mailto://me:hunter22@mail.example"\n'
    (desk.root / "config" / "alerts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    assert "channel desk.secret: what stands there cannot be used; write the name of" in str(
        error.value
    )
    assert "hunter22" not in str(error.value)


def test_problems_of_all_files_come_at_once(desk: Desk) -> None:
    """Nobody mends one line, runs, and meets the next."""
    text = '[[rule]]\nid = "a"\nkind = "x"\n[[rule]]\nid = "B"\nkind = "load"\n[[chanel]]\n'
    (desk.root / "config" / "alerts.toml").write_text(text, encoding="utf-8")
    desk.configure(sources='[[source]]\nid = "vendor"\n')
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    for said in ("rule a.kind", "rule B.id", "chanel", "config/sources.toml: source vendor.format"):
        assert said in str(error.value)


def test_without_the_file_nothing_is_watched(desk: Desk) -> None:
    """An older configuration goes on as it was."""
    assert not read_config(desk.root).alerts.is_on


def test_the_shipped_rules_tell_nobody_and_have_words() -> None:
    """One of each kind, real figures alone, no channel; each kind has its query and its words."""
    rules = read_config(PROJECT).alerts.rules
    assert {rule.kind for rule in rules} == set(KIND_KEYS)
    assert not any(rule.channels or rule.illustrative for rule in rules)
    queries = (PROJECT / "warehouse" / "alerts" / "candidates").glob("*.sql")
    assert {path.stem for path in queries} == set(KIND_KEYS)


def test_every_key_is_explained_in_the_shipped_file() -> None:
    """Whoever opens the file sees what it may hold."""
    told = "\n".join(line for line in SHIPPED.splitlines() if line.startswith("#"))
    keys = {*RULE_KEYS, *CHANNEL_KEYS, *DIGEST_KEYS, *(k for of in KIND_KEYS.values() for k in of)}
    assert {key for key in keys if not re.search(rf"\b{key}\b", told)} == set()
    assert all(re.search(rf"^\| `{kind}` \|", PAGE, re.M) for kind in KIND_KEYS)


def test_the_pages_rules_are_rules() -> None:
    """The example of docs/alerts.md is taken as it stands."""
    problems = Problems()
    alerts = checked(tomllib.loads(block(PAGE, "rules")), [], [], problems)
    assert problems.found == []
    assert alerts.digest and alerts.digest.channels == alerts.rules[0].channels == ("desk",)


def test_the_pages_addresses_are_ones_apprise_knows() -> None:
    """Each kind of address in the table of docs/alerts.md leads to a service."""
    addresses = re.findall(r"^\| `(\w+://[^`]+)` \|", PAGE, re.M)
    assert len(addresses) == 4
    filled = {"TokenA": "T1JJ3T3L2", "TokenB": "A1BRTD4JD", "TokenC": "TIiajkdnlazkcOXrIdevi7FQ"}
    for address in addresses:
        for placeholder, token in filled.items():
            address = address.replace(placeholder, token)
        assert apprise.Apprise().add(address), address


def test_the_pages_query_reads_the_journal(tmp_path: Path, november: None) -> None:
    """The DuckDB line of docs/alerts.md lists what fired."""
    desk = AlertDesk(tmp_path, '[[rule]]\nid = "g"\nkind = "growth"\nabove = 0.1\n')
    desk.load("vendor", estimate("2026-09", 100), estimate("2026-10", 150))
    desk.look()
    [query] = re.findall(r'^duckdb "(.*)"$', PAGE, re.M)
    query = query.replace("data/alerts", str(desk.store.alerts))
    [(_at, rule, sentence, why)] = duckdb.connect().execute(query).fetchall()
    assert (rule, why) == ("g", "already so when the rule was added")
    assert "+50.0%" in sentence
