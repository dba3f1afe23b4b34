"""What fired reaches its channels: once, again when it failed, and no word holds a secret."""

from __future__ import annotations

import hashlib
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ingest import requests as asked
from ingest.alerting import evaluate, send
from ingest.config import read_config
from ingest.pipeline import look_for_alerts
from ingest.schedule import ALERTS, Watch
from tests.alert_fixtures import CHANNELS, SECRET, Desk, Hook, Mailbox, free_port, hook, mailbox
from tests.ingest_fixtures import GOOD
from tests.ingest_fixtures import Desk as IngestDesk
from tests.prepared import Prepared
from tests.warehouse_fixtures import PROJECT, estimate, november
from warehouse import requests
from warehouse.alerts import journal, rules
from warehouse.locks import held

__all__ = ["hook", "mailbox", "november"]

RULES = f"""
dashboard = "https://tracker.example/"
{CHANNELS}
[[rule]]
id = "jumps"
kind = "growth"
above = 0.25
"""
TO_DESK, TO_POST = RULES + 'channels = ["desk"]\n', RULES + 'channels = ["post"]\n'
MONTHS = [estimate("2026-08", 100), estimate("2026-09", 110)]


Jumped = Callable[..., Desk]


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed(monkeypatch: pytest.MonkeyPatch, where: object, step: str) -> Iterator[None]:
    """The process ends within the block, when it comes to that step."""

    def end(*_arguments: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(where, step, end)
        yield


@pytest.fixture(autouse=True)
def day(november: None) -> None:
    """Every test here is on 24 November 2026."""


@pytest.fixture
def jumped(prepared: Prepared, tmp_path: Path) -> Jumped:
    """Gives a desk whose rule has looked once, and on which October then jumped."""

    def made(rules: str, source: str = "vendor") -> Desk:
        def fill(root: Path) -> None:
            desk = Desk(root, rules)
            desk.load(source, *[{**row, "source_id": source} for row in MONTHS])
            desk.look()
            desk.load(source, estimate("2026-10", 168, source_id=source), name="october.csv")

        by_rules = hashlib.sha256(rules.encode()).hexdigest()
        prepared.copy(f"jumped-{source}-{by_rules}", fill, tmp_path)
        return Desk(tmp_path, rules)

    return made


def delivered(desk: Desk, channel: str) -> journal.Delivery:
    """What became of the one alert."""
    [alert] = [alert for alert in desk.journal().alerts if alert.told]
    return alert.channels[channel]


def everything_written(desk: Desk) -> str:
    """Every text in the store that alerts write."""
    files = [*desk.store.alerts.glob("*"), desk.store.state / rules.NAME]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_a_webhook_is_told_once(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence, its source and day, the rule, and a link into the dashboard."""
    monkeypatch.setenv("HOOK", hook.address)
    desk = jumped(TO_DESK)
    desk.look()
    [told] = hook.taken
    assert told["title"] == "App revenue tracker: 1 alert"
    assert "Kite 風箏: revenue of October 2026 +52.7% on the month before" in told["message"]
    assert "Vendor, as of 2026-10-31, source vendor; rule jumps" in told["message"]
    assert "https://tracker.example/growth?apps=Kite%20" in told["message"]
    assert delivered(desk, "desk").state == "sent"
    desk.look()
    assert len(hook.taken) == 1


def test_a_mail_comes_as_text_and_as_html(jumped: Jumped, mailbox: Mailbox) -> None:
    """Whoever reads mail as text reads the same."""
    desk = jumped(TO_POST)
    desk.look()
    parts = mailbox.parts()
    assert parts.keys() == {"text/plain", "text/html"}
    for text in parts.values():
        assert "revenue of October 2026 +52.7% on the month before" in text
    assert '<a href="https://tracker.example/growth?apps=Kite%20' in parts["text/html"]
    assert delivered(desk, "post").state == "sent"


def test_an_invented_figure_is_sent_as_such(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title and the sentence say so first."""
    monkeypatch.setenv("HOOK", hook.address)
    jumped(TO_DESK + "illustrative = true\n", "samples").look()
    [told] = hook.taken
    assert told["title"].startswith("ILLUSTRATIVE, invented figures: ")
    assert told["message"].startswith("ILLUSTRATIVE, invented figures: Kite")


def test_a_refusal_is_kept_without_secrets_and_tried_again(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A channel that fails is tried on later looks, so many times and no more."""
    monkeypatch.setenv("HOOK", hook.address)
    hook.answer = 500
    desk = jumped(TO_DESK)
    desk.look()
    assert delivered(desk, "desk").state == "failed"
    assert "error=500" in str(delivered(desk, "desk").reason)
    desk.look()
    assert delivered(desk, "desk").tries == 1, "not before a while has gone"
    monkeypatch.setattr(journal, "PAUSE", timedelta(0))
    for _look in range(journal.MOST_TRIES + 2):
        desk.look()
    assert delivered(desk, "desk").tries == journal.MOST_TRIES
    assert delivered(desk, "desk").state == "given up"
    assert SECRET not in everything_written(desk) + caplog.text
    hook.answer = 200
    desk.look()
    assert hook.taken == []


def test_a_failure_that_passes_is_sent_after_all(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next look after a while sends it."""
    monkeypatch.setenv("HOOK", hook.address)
    monkeypatch.setattr(journal, "PAUSE", timedelta(0))
    hook.answer = 503
    desk = jumped(TO_DESK)
    desk.look()
    hook.answer = 200
    desk.look()
    assert len(hook.taken) == 1
    assert delivered(desk, "desk").state == "sent"
    assert delivered(desk, "desk").reason is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (None, "the secret HOOK is not set"),
        (f"nosuch://{SECRET}", "HOOK holds no address that Apprise knows"),
        (f"not an address {SECRET}", "HOOK holds no address that Apprise knows"),
        (f"json://desk:{SECRET}@127.0.0.1:{{free}}/{SECRET}", "onnection"),
        (f"mailto://desk:{SECRET}@127.0.0.1:{{free}}?from=a@b.example&to=c@d.example", ""),
    ],
)
def test_a_wrong_address_is_told_in_words_without_secrets(
    jumped: Jumped,
    address: str | None,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Nobody listens, nobody knows the service, or nobody set it: it is said, and nothing else."""
    monkeypatch.delenv("HOOK", raising=False)
    if address:
        monkeypatch.setenv("HOOK", address.replace("{free}", str(free_port())))
    desk = jumped(TO_DESK)
    desk.look()
    said = delivered(desk, "desk")
    assert said.state == "failed"
    assert said.reason and reason in said.reason
    assert SECRET not in everything_written(desk) + caplog.text


def test_no_part_of_an_address_is_repeated(jumped: Jumped, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever Apprise says of a failure, user, password and tokens are masked."""
    monkeypatch.setenv("HOOK", f"json://desk:p%40ss-{SECRET}@127.0.0.1/token-4711?key=k-1234")

    def chatty(*_arguments: Any) -> bool:
        said = f"no answer of desk, p@ss-{SECRET}, p%40ss-{SECRET}: /token-4711?key=k-1234"
        logging.getLogger("apprise").warning(said)
        return False

    monkeypatch.setattr(send, "_notified", chatty)
    desk = jumped(TO_DESK)
    desk.look()
    reason = str(delivered(desk, "desk").reason)
    assert reason == "no answer of ***, ***, ***: /***?***=***"


def test_many_alerts_are_one_message(
    tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many the first stand in it, and how many more there are."""
    monkeypatch.setenv("HOOK", hook.address)
    text = RULES.partition("[[rule]]")[0] + (
        '[[rule]]\nid = "restated"\nkind = "restatement"\nsize = 0.05\nchannels = ["desk"]\n'
    )
    desk = Desk(tmp_path, text)
    months = [(year, month) for year in (2024, 2025) for month in range(1, 13)]
    desk.load("vendor", *[estimate(f"{y}-{m:02}", 100) for y, m in months])
    desk.look()
    changed = [estimate(f"{y}-{m:02}", 200, as_of="2026-11-20") for y, m in months]
    desk.load("vendor", *changed, name="changed.csv")
    assert len(desk.look()) == 24
    [told] = hook.taken
    assert told["title"] == "App revenue tracker: 24 alerts"
    assert told["message"].count("was restated") == 20
    assert "and 4 more: https://tracker.example/alerts" in told["message"]


def test_a_kill_before_sending_loses_nothing(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fired is on the disk by then; the next look sends it, once."""
    monkeypatch.setenv("HOOK", hook.address)
    desk = jumped(TO_DESK)
    with killed(monkeypatch, evaluate.Look, "send_due"):
        desk.look()
    assert delivered(desk, "desk").state == "waiting"
    desk.look()
    desk.look()
    assert len(hook.taken) == 1


def test_a_kill_while_sending_sends_it_again(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows whether it went out: told at least once, and the tries are counted."""
    monkeypatch.setenv("HOOK", hook.address)
    monkeypatch.setattr(journal, "PAUSE", timedelta(0))
    desk = jumped(TO_DESK)
    with killed(monkeypatch, evaluate, "send"):
        desk.look()
    assert delivered(desk, "desk").tries == 1
    desk.look()
    assert delivered(desk, "desk").state == "sent"
    assert len(hook.taken) == 1


def test_a_half_written_line_counts_as_not_written(
    jumped: Jumped, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut while the alert is written: it fires on the next look, and lines go on whole."""
    monkeypatch.setenv("HOOK", hook.address)
    desk = jumped(TO_DESK)
    with killed(monkeypatch, evaluate.Look, "send_due"):
        desk.look()
    path = desk.store.alerts / journal.NAME
    (desk.store.state / rules.NAME).unlink()
    path.write_bytes(path.read_bytes()[:-40])
    assert [alert for alert in desk.journal().alerts if alert.told] == []
    assert len(desk.look()) == 1
    assert delivered(desk, "desk").state == "sent"
    assert len(hook.taken) == 1


def test_two_processes_at_once_tell_it_once(
    jumped: Jumped, tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one looks the other does not."""
    monkeypatch.setenv("HOOK", hook.address)
    monkeypatch.setattr(evaluate, "LOCK_SECONDS", 0.0)
    desk = jumped(TO_DESK)
    config = IngestDesk(tmp_path / "other").pipeline().config
    with held(desk.store.state / evaluate.LOCK):
        evaluate.after_run(config, desk.store)
    assert len(desk.journal().alerts) == 0
    desk.look()
    assert len(hook.taken) == 1


def test_a_test_asked_on_the_page_is_sent_by_the_next_look(
    jumped: Jumped, tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load leaves it to the alerts; its outcome is kept, and it is asked no second time."""
    monkeypatch.setenv("HOOK", hook.address)
    desk = jumped(RULES)
    requests.leave_test(desk.store, "the Alerts page", "desk")
    requests.leave_test(desk.store, "the Alerts page", "gone")
    asked.take(desk.store, IngestDesk(tmp_path / "other").pipeline().config)
    assert requests.refused(desk.store) == []
    desk.look()
    [told] = hook.taken
    assert told["title"] == "App revenue tracker: a test"
    assert desk.journal().tests["desk"]["reason"] is None
    assert requests.pending(desk.store) == []


def test_a_run_looks_and_no_trouble_with_alerts_fails_it(
    desk: IngestDesk, hook: Hook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The pipeline looks after it published; what then goes wrong is a line in the log."""
    monkeypatch.setenv("HOOK", hook.address)
    text = RULES.partition("[[rule]]")[0] + (
        '[[rule]]\nid = "files"\nkind = "load"\nchannels = ["desk"]\n'
    )
    (desk.root / "config" / "alerts.toml").write_text(text, encoding="utf-8")
    desk.outcome("good.csv", GOOD)
    assert desk.outcome("bad.csv", GOOD.replace("100.50", "x"))[0] == "refused"
    [told] = hook.taken
    assert "bad.csv of vendor was refused: " in told["message"]
    (desk.store.alerts / journal.NAME).unlink()
    (desk.store.alerts / journal.NAME).mkdir()
    (desk.store.state / rules.NAME).unlink()
    assert desk.run()["outcome"] == "failed"  # the bad file alone, as before
    assert "What alerts did could not be written down" in caplog.text


def test_the_scheduler_looks_between_loads_where_anything_is_watched(desk: IngestDesk) -> None:
    """A source grows late though nothing is loaded; without rules there is no such job."""
    path = desk.root / "config" / "alerts.toml"
    for text, there in ((TO_DESK, True), ("", False)):
        path.write_text(text, encoding="utf-8")
        watch = Watch(read_config(desk.root), desk.store)
        watch._add_jobs()
        assert (ALERTS in {job.id for job in watch.scheduler.get_jobs()}) == there


def test_a_run_without_alerts_loads_nothing_for_them() -> None:
    """Apprise and all that sends is imported when something is sent, and not before."""
    code = (
        "import sys, ingest.__main__, ingest.pipeline\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'apprise'"
        " or name == 'ingest.alerting.evaluate'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "[]\n"
    assert look_for_alerts.__doc__ and send.__doc__
