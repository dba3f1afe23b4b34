"""Uploads: a file is looked into before anything is loaded, then takes the way of a dropped one."""

import uuid
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from app_pages import access, acts, checking, data_asked, data_checked, formats
from app_pages.data_waiting import source_choice
from app_pages.language import N_, _
from app_pages.reader import Reader

UPLOADS, ROUND, LOADING = "data_uploads", "data_upload_round", "upload "
TELL = N_("tell by its content")


@dataclass(frozen=True)
class Upload:
    """One file somebody uploaded, and what the check says of it."""

    path: Path
    source_id: str | None
    checked: checking.Checked

    @property
    def key(self) -> str:
        """Tells it from others of its name."""
        return self.path.parent.name[:12]


def section(opened: Reader | None) -> None:
    """The form, and a card for each upload that is neither loaded nor discarded."""
    if access.only_look(_("Editors upload files here. You may look.")):
        return
    with st.expander(_("Upload files"), icon=":material/upload_file:", key="upload"):
        st.markdown(
            _(
                "A file is looked into first: you see what it would load before anything is "
                "loaded. One that its source dates by its last change counts as said on the day "
                "of the upload."
            )
        )
        _form(opened)
        for subject in sorted(data_asked.under_way(opened)):
            if subject.startswith(LOADING):
                there = _("{file} is in the inbox.").format(file=subject.removeprefix(LOADING))
                data_asked.say_asked(there)
        for upload in list(_uploads().values()):
            with st.container(border=True, key=f"upload_{upload.key}"):
                _card(upload, opened)


def _uploads() -> dict[str, Upload]:
    uploads: dict[str, Upload] = st.session_state.setdefault(UPLOADS, {})
    return uploads


def _form(opened: Reader | None) -> None:
    turn = st.session_state.setdefault(ROUND, uuid.uuid4().hex[:6])
    with st.form("upload_form", border=False):
        files = st.file_uploader(_("Files"), accept_multiple_files=True, key=f"upload_files_{turn}")
        source = source_choice(opened, "upload_source", _(TELL))
        sent = st.form_submit_button(_("Look into them"))
    if not sent:
        return
    if not files:
        st.error(_("Choose a file first."))
        return
    for file in files:
        _look(acts.upload(file.name, file.getvalue()), source)
    st.session_state[ROUND] = uuid.uuid4().hex[:6]
    st.rerun()


def _look(path: Path, source: str | None) -> None:
    with st.spinner(_("Looking into {file} …").format(file=formats.plain(path.name))):
        upload = Upload(path, source, checking.check(path, source))
    _uploads()[upload.key] = upload


def _card(upload: Upload, opened: Reader | None) -> None:
    st.markdown(f"**{formats.plain(upload.path.name)}**")
    if not upload.path.is_file():
        st.info(_("It was uploaded more than a day ago and is gone. Upload it again."))
        if st.button(_("Close"), key=f"close_{upload.key}"):
            _forget(upload)
        return
    record = upload.checked.record
    if record is None:
        st.error(formats.plain(upload.checked.problem), icon=":material/error:")
    else:
        data_checked.show(record)
    source = source_choice(opened, f"source_{upload.key}", upload.source_id or _(TELL))
    with st.container(horizontal=True):
        if st.button(_("Look again"), key=f"again_{upload.key}"):
            _look(upload.path, source or upload.source_id)
            st.rerun()
        if record and st.button(
            _("Load it"), key=f"load_{upload.key}", disabled=not _loadable(record)
        ):
            acts.load(upload.path, record["source_id"])
            data_asked.remember(LOADING + upload.path.name, opened)
            _forget(upload)
        if st.button(_("Discard"), key=f"discard_{upload.key}"):
            acts.discard(upload.path)
            _forget(upload)


def _loadable(record: dict[str, object]) -> bool:
    """Loading what is refused, or was loaded before, would change nothing."""
    known = record["known"] in ("accepted", "accepted_in_part")
    return record["outcome"] != "refused" and not known


def _forget(upload: Upload) -> None:
    _uploads().pop(upload.key, None)
    st.rerun()
