"""Whether an answer holds invented figures, as far as it says so itself."""

from __future__ import annotations

from warehouse.asking.answer import Answer

COLUMN = "illustrative"
#: Has a row where the version that answers holds invented figures.
SAMPLES = "from raw.snapshot where illustrative limit 1"


def says_invented(answer: Answer) -> bool | None:
    """True: a row says that it is invented. False: each says that it is not. None: not all say."""
    places = [place for place, name in enumerate(answer.columns) if name == COLUMN]
    said = {row[place] for row in answer.rows() for place in places} if places else {None}
    if True in said:
        return True
    return False if said <= {False} else None
