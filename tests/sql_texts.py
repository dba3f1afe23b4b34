"""Which texts a query may put into one of its columns, read from the SQL itself."""

from collections.abc import Iterator
from itertools import product

import sqlglot
from sqlglot import exp

#: Where a figure, a day or a name is filled in.
HOLE = "{}"


def texts(sql: str, column: str) -> list[str]:
    """Every text of that name in any select of the query, with a hole for each value in it.

    In the order they are written, each once; a column that only hands on what another select says
    adds nothing.
    """
    tree = sqlglot.parse_one(sql, read="duckdb")
    found: list[str] = []
    for query in tree.find_all(exp.Select, exp.SetOperation):
        places = [place for place, one in enumerate(query.selects) if one.alias_or_name == column]
        for select, place in product(_selects(query), places):
            found += _said(select.selects[place])
    for values in tree.find_all(exp.Values):
        names = [name.name for name in values.args["alias"].columns]
        for row in values.expressions if column in names else []:
            found += _said(row.expressions[names.index(column)])
    return [text for text in dict.fromkeys(found) if text.strip(HOLE)]


def _selects(query: exp.Expression) -> Iterator[exp.Select]:
    """The selects of a union, or the one that it is; each has the columns in one order."""
    if isinstance(query, exp.Select):
        yield query
    elif isinstance(query, exp.SetOperation):
        yield from _selects(query.this)
        yield from _selects(query.expression)


def _said(node: exp.Expression) -> list[str]:
    """The texts an expression may be: of a case each branch, of parts joined each combination."""
    if isinstance(node, exp.Alias | exp.Paren):
        return _said(node.this)
    if isinstance(node, exp.Literal) and node.is_string:
        return [str(node.this)]
    if isinstance(node, exp.Case):
        otherwise = node.args.get("default")
        branches = [branch.args["true"] for branch in node.args["ifs"]]
        found = [text for branch in branches for text in _said(branch)]
        return found + (_said(otherwise) if otherwise is not None else [""])
    if isinstance(node, exp.DPipe):
        return ["".join(pair) for pair in product(_said(node.this), _said(node.expression))]
    return [HOLE]
