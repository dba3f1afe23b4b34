"""Anybody's SQL, answered by a worker process that can neither reach nor harm anything.

    pool = Pool(Store.from_env())
    answer = pool.ask("from growth where app_id = $app", {"app": "one"}, as_of=date(2026, 2, 14))
    answer.columns, answer.types, answer.rows(), answer.truncated, answer.version

Keep one Pool a process and share it between threads. Whatever goes wrong is a NotAnswered, whose
`reason` says of which kind it is. docs/ask.md has the limits and what they hold against.
"""

from warehouse.asking.answer import Answer
from warehouse.asking.limits import Limits
from warehouse.asking.not_answered import NotAnswered
from warehouse.asking.pool import Pool

__all__ = ["Answer", "Limits", "NotAnswered", "Pool"]
