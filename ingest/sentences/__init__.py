"""Every sentence the ledger keeps about a file: what its proofs show, why it waits or is held.

The ledger keeps them in English, as a record does. Pages in another language find the form again
from which a sentence was made, so each sentence is made from one; `python -m docs.texts` holds the
forms against the translations. Here are those that are chosen between; why a file cannot be read at
all is told by a `sentence` where it is found out.
"""

from ingest.sentences import proofs, reasons, rules
from ingest.sentences.form import Form

#: The template of every form here.
TEMPLATES: tuple[str, ...] = tuple(
    form.template
    for module in (proofs, reasons, rules)
    for named in vars(module).values()
    for form in (named.values() if isinstance(named, dict) else [named])
    if isinstance(form, Form)
)
