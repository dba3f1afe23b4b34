"""Cron lines as the configuration writes them."""

from __future__ import annotations

from apscheduler.triggers.cron import CronTrigger

from ingest.config_keys import Problems


def check_schedule(schedule: str, where: str, name: str, problems: Problems) -> None:
    """Note what is wrong with a cron line of the table `name`."""
    weekdays = schedule.split()[-1:]
    if len(schedule.split()) == 5 and any(sign.isdigit() for sign in weekdays[0]):
        problems.add(where, f"{name}.schedule", "write weekdays by name, such as mon-fri")
    try:
        CronTrigger.from_crontab(schedule, timezone="UTC")
    except ValueError as error:
        problems.add(where, f"{name}.schedule", f"'{schedule}' is not a cron line: {error}")
