"""What a channel is told: the alerts of one look, in one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ingest.alerting.send import NAME, Message
from warehouse.alerts.journal import Alert

MOST = 20
INVENTED = "ILLUSTRATIVE, invented figures: "


def of_alerts(alerts: Sequence[Alert], dashboard: str) -> Message:
    """The alerts, oldest first; of very many the first are written out."""
    noun = "alert" if len(alerts) == 1 else "alerts"
    title = f"{NAME}: {len(alerts)} {noun}"
    if all(alert.illustrative for alert in alerts):
        title = INVENTED + title
    texts = [_text(alert, dashboard) for alert in alerts[:MOST]]
    parts = [_html(alert, dashboard) for alert in alerts[:MOST]]
    if len(alerts) > MOST:
        more = f"and {len(alerts) - MOST} more: {dashboard}/alerts"
        texts.append(more)
        parts.append(f"<p>{escape(more)}</p>")
    return Message(title, "\n\n".join(texts) + "\n", "\n".join(parts))


def of_test(channel_id: str, dashboard: str) -> Message:
    """A message that says nothing but that it came."""
    text = f"This is a test of the channel {channel_id}. Nothing happened. {dashboard}/alerts\n"
    return Message(f"{NAME}: a test", text)


def _sentence(alert: Alert) -> str:
    return (INVENTED if alert.illustrative else "") + alert.sentence


def of_origin(row: Mapping[str, Any]) -> str:
    """Who said it, when, by which source, and, of an alert, which rule it is of."""
    said = f"as of {row['as_of']}" if row["as_of"] else "never said"
    source = f", source {row['source_id']}" if row["source_id"] else ""
    rule = f"; rule {row['rule']}" if "rule" in row else ""
    return f"{row['said_by'] or 'unnamed'}, {said}{source}{rule}"


def _text(alert: Alert, dashboard: str) -> str:
    return f"{_sentence(alert)}\n    {of_origin(vars(alert))}\n    {dashboard}/{alert.address}"


def _html(alert: Alert, dashboard: str) -> str:
    link = escape(f"{dashboard}/{alert.address}", quote=True)
    origin = escape(of_origin(vars(alert)))
    return f'<p><a href="{link}">{escape(_sentence(alert))}</a><br>{origin}</p>'
