"""What people do from the pages: each thing is done here, for editors, and is a row of the log."""

from collections.abc import Mapping
from pathlib import Path

from app_pages import access
from app_pages.reader import Row
from warehouse import acts, inbox, requests, saved_views
from warehouse.acts import Deed, Doer, Doing
from warehouse.paths import Store
from warehouse.requests import Request
from warehouse.saved_views import SavedView

DATA, ALERTS = "the Data page", "the Alerts page"


def upload(name: str, content: bytes) -> Path:
    """Put an uploaded file aside to be looked into."""
    with _doing(Deed("upload", inbox.safe_name(name))):
        return inbox.keep_upload(Store.from_env(), name, content)


def load(upload: Path, source_id: str) -> None:
    """Move an upload into the inbox of its source, where the next load takes it."""
    with _doing(Deed("load", f"{upload.name} of {source_id}")):
        inbox.load_upload(Store.from_env(), upload, source_id)


def discard(upload: Path) -> None:
    """Throw an upload away."""
    with _doing(Deed("discard", upload.name)):
        inbox.discard(upload)


def enter(said: Mapping[str, str]) -> None:
    """Ask for a figure to be stored."""
    with _doing(Deed("enter", f"{said['metric']} of {said['app']}, {said['period']}")) as act:
        requests.leave_figure(Store.from_env(), access.editor(DATA), said, act.act_id)
        act.is_asked()


def answer(file: Row, words: Mapping[str, str]) -> None:
    """Answer the questions of a file."""
    _say(Deed("answer", _file(file)), file, words)


def decide(file: Row, decision: str, reason: str) -> None:
    """Release, refuse or withdraw a file."""
    words = {"decision": decision, "reason": reason}
    _say(Deed(decision, _file(file), reason), file, words)


def assign(name: str, source_id: str) -> None:
    """Say which source a file of the inbox is from."""
    with _doing(Deed("assign", f"{name} to {source_id}")) as act:
        by = access.editor(DATA)
        requests.leave_claim(Store.from_env(), by, name, source_id, act.act_id)
        act.is_asked()


def test(channel: str) -> None:
    """Ask for a test message to a channel of alerts."""
    with _doing(Deed("test_channel", channel), ALERTS) as act:
        requests.leave_test(Store.from_env(), access.editor(ALERTS), channel, act.act_id)
        act.is_asked()


def dismiss(request: Request, subject: str) -> None:
    """Take what could not be done out of sight."""
    with _doing(Deed("dismiss", subject)):
        request.path.unlink(missing_ok=True)


def save_view(view: SavedView) -> None:
    """Keep a view under its name; viewers may too."""
    with Doing(Store.from_env(), _doer(), Deed("save_view", view.name)):
        saved_views.save(Store.from_env(), view)


def delete_view(name: str) -> None:
    """Forget the view of this name; viewers may too."""
    with Doing(Store.from_env(), _doer(), Deed("delete_view", name)):
        saved_views.delete(Store.from_env(), name)


def _say(deed: Deed, file: Row, words: Mapping[str, str]) -> None:
    with _doing(deed) as act:
        requests.leave(
            Store.from_env(), file["snapshot_id"], access.editor(DATA), words, act.act_id
        )
        act.is_asked()


def _file(file: Row) -> str:
    return f"{file['name']} ({file['snapshot_id'][:12]})"


def _doing(deed: Deed, page: str = DATA) -> Doing:
    """The act of an editor, begun.

    Raises TrackerError when this person may only look, and when it cannot be written down.
    """
    if not access.may_edit():
        refusal = access.only_editors(page)
        acts.refused(Store.from_env(), _doer(), deed, refusal.problem)
        raise refusal
    return Doing(Store.from_env(), _doer(), deed)


def _doer() -> Doer:
    return Doer(access.who(), acts.PAGE)
