"""What the tools take. Whatever a tool does not know is refused, so that no wish is passed over."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    ValidationError,
)

from warehouse import clock
from warehouse.asking.limits import Limits
from warehouse.errors import TrackerError

MOST_ROWS = Limits().rows or 0
ROWS = 100
_LARGEST = 10**38

Value = StrictStr | StrictBool | StrictInt | StrictFloat | None
Text = Annotated[StrictStr, Field(max_length=1_000_000)]
Day = Annotated[
    StrictStr,
    Field(
        pattern=r"^\d{4}-\d\d-\d\d$",
        description="Answer from what was known on that day, YYYY-MM-DD. Leave it out for now.",
    ),
]
Limit = Annotated[
    StrictInt, Field(ge=1, le=MOST_ROWS, description="Rows at most; `truncated` tells of more.")
]


class Arguments(BaseModel):
    """The arguments of one tool."""

    model_config = ConfigDict(extra="forbid")


class OfTables(Arguments):
    """list_tables takes none."""


class OfTable(Arguments):
    """Which table."""

    table: Annotated[Text, Field(description="For example growth, or raw.observation.")]


class OfQuery(Arguments):
    """One query, values for its $names, and of which day."""

    sql: Annotated[Text, Field(description="One query in DuckDB's SQL. $name stands for a value.")]
    params: Annotated[
        dict[str, Value], Field(description="A value for each $name; bound, never pasted.")
    ] = {}
    as_of: Day | None = None
    limit: Limit = ROWS


class OfLineage(Arguments):
    """Which figure."""

    table: Annotated[
        Literal["lineage", "lineage_of_growth", "lineage_of_paths"],
        Field(
            description="lineage: one statement. lineage_of_growth: a month, a change or an index "
            "of growth (column_name says which). lineage_of_paths: a month of a target's path."
        ),
    ]
    filters: Annotated[
        dict[str, Value],
        Field(
            description="Columns of that table and the value each must have. lineage needs app_id; "
            "lineage_of_growth app_id, metric and month; lineage_of_paths target_id."
        ),
    ]
    as_of: Day | None = None
    limit: Limit = ROWS


def read(kind: type[Arguments], given: dict[str, Any]) -> Any:
    """The arguments as that kind has them.

    Raises TrackerError, naming the argument, for what it does not know or cannot read.
    """
    try:
        read = kind.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"][:2]) or "the arguments"
        known = ", ".join(kind.model_fields) or "none"
        raise TrackerError(first["msg"], where, f"The tool takes: {known}.") from error
    for name, value in _values(given):
        _check(name, value)
    return read


def day(text: str | None) -> date | None:
    """The day that `as_of` names.

    Raises TrackerError for what is no day, or one that is still to come.
    """
    if text is None:
        return None
    try:
        named = date.fromisoformat(text)
    except ValueError as error:
        raise TrackerError(f"{text!r} is not a day", "as_of", "Write YYYY-MM-DD.") from error
    if named > clock.today():
        problem = f"{named} is still to come, and nothing is known of it"
        raise TrackerError(
            problem, "as_of", f"The newest is {clock.today()}; leave it out for now."
        )
    return named


def _values(given: dict[str, Any]) -> list[tuple[str, Any]]:
    nested = [pair for value in given.values() if isinstance(value, dict) for pair in value.items()]
    return [*given.items(), *nested]


def _check(name: str, value: Any) -> None:
    """What cannot be bound: half a letter, or a number that no type of DuckDB's holds."""
    is_half = isinstance(value, str) and any("\ud800" <= one <= "\udfff" for one in value)
    is_long = isinstance(value, int) and abs(value) >= _LARGEST
    if is_half or is_long:
        raise TrackerError("The value cannot be bound", name, "Write it otherwise.")
