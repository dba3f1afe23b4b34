"""Packed files that lie: bombs, claimed sizes, and names that lead out are refused in words."""

from __future__ import annotations

import errno
import gzip
import io
import resource
import sys
import zipfile
from pathlib import Path

import pytest

from ingest.unpack import Unreadable, blocks, members
from tests.ingest_fixtures import GOOD, Desk
from tests.programs import finished

ROOT = Path(__file__).parent.parent
GIB = 1024**3


def packed(entries: dict[str, bytes], claimed: int | None = None) -> bytes:
    """A zip of these entries, whose directory may claim another size of the first."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        if claimed is not None:
            archive.infolist()[0].file_size = claimed
    return stream.getvalue()


def refusal(tmp_path: Path, content: bytes) -> str:
    """Why reading the content to its end is refused."""
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        for _block in blocks(path, "feed.zip"):
            pass
    return str(caught.value)


def _at_most_1_gib() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIB, GIB))


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/passwd", "a/../../x", "..\\..\\x", "C:\\x", "\\\\host\\x", ".."]
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    """Nothing is ever written under a name of a zip, and one that leads out is not trusted."""
    path = tmp_path / "file"
    path.write_bytes(packed({"a.csv": GOOD.encode(), name: b"x"}))
    with pytest.raises(Unreadable, match="leads out of it"):
        members(path, "feed.zip")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_claim_of_10_gigabytes(tmp_path: Path) -> None:
    """A size no such file can have is refused by its claim, before anything is unpacked."""
    reason = refusal(tmp_path, packed({"a.csv": GOOD.encode()}, claimed=10 * GIB))
    assert "claims to hold 10,737,418,240 bytes" in reason


def test_a_claim_that_is_too_small(tmp_path: Path) -> None:
    """What is cut by a false claim is no whole file."""
    reason = refusal(tmp_path, packed({"a.csv": b"x" * 100_000}, claimed=10))
    assert "damaged" in reason


def test_bombs(tmp_path: Path) -> None:
    """A zip and a gzip of nothing but zeros end at 300 times their size, or 64 MB."""
    zeros = b"0" * 70_000_000
    assert "claims to hold 70,000,000 bytes" in refusal(tmp_path, packed({"a.csv": zeros}))
    assert "more than 300 times" in refusal(tmp_path, gzip.compress(zeros))


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """4 GB of zeros in a gzip are refused by a process that may not take 1 GB: it is shown more
    than that before they are refused."""
    path = tmp_path / "bomb.gz"
    with path.open("wb") as target:
        member = gzip.compress(b"0" * 64 * 1024 * 1024)
        for _time in range(64):
            target.write(member)
    script = (
        "import sys; from pathlib import Path; from ingest.unpack import blocks, Unreadable\n"
        "try:\n    [len(block) for block in blocks(Path(sys.argv[1]), 'bomb.gz')]\n"
        "except Unreadable as error:\n    print(error)"
    )
    assert 300 * path.stat().st_size > 1024**3
    limit = _at_most_1_gib if sys.platform == "linux" else None
    command = (sys.executable, "-c", script, str(path))
    done = finished(*command, cwd=ROOT, preexec_fn=limit)
    assert "more than 300 times its size" in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"../../x.csv": GOOD.encode()}, "leads out of it"),
        ({"a.csv": GOOD.encode(), "b.csv": GOOD.encode()}, "holds 2 files"),
        ({f"{number}.csv": b"" for number in range(1_001)}, "holds 1,001 files"),
        ({}, "holds 0 files"),
    ],
)
def test_odd_zips_are_refused_by_a_run(desk: Desk, entries: dict[str, bytes], words: str) -> None:
    """A run says why in words and goes on; nothing is written outside the data folder."""
    outcome, reason = desk.outcome("feed.zip", packed(entries))
    assert (outcome, words in reason) == ("refused", True), reason
    assert not list(desk.root.parent.glob("x*"))


def test_a_zip_of_one_file_is_read(desk: Desk) -> None:
    """Folders and what file managers leave beside it do not count."""
    entries = {"out/": b"", "out/a.csv": GOOD.encode(), "__MACOSX/._a.csv": b"x"}
    assert desk.outcome("feed.zip", packed(entries)) == ("accepted", "")


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str
)
def test_damage_inside_a_zip_is_said_however_it_is_packed(tmp_path: Path, method: int) -> None:
    """Each way of packing has an error of its own; all of them end as a damaged file."""
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("feed.csv", "".join(f"kling,{number * 7919}\n" for number in range(5000)))
    content = bytearray(packed.read_bytes())
    middle = len(content) // 2
    content[60:middle] = bytes(255 - byte for byte in content[60:middle])
    packed.write_bytes(content)
    with pytest.raises(Unreadable, match="cut off or damaged"):
        list(blocks(packed, "packed.zip"))


@pytest.mark.parametrize("way", [99, 98])
def test_a_way_of_packing_that_is_not_known_is_no_damage(tmp_path: Path, way: int) -> None:
    """AES (99) and PPMd (98), which other tools write: fetching it again would not help."""
    content = packed({"a.csv": GOOD.encode()})
    local, central = content.index(b"PK\x03\x04"), content.index(b"PK\x01\x02")
    changed = bytearray(content)
    changed[local + 8 : local + 10] = changed[central + 10 : central + 12] = way.to_bytes(
        2, "little"
    )
    reason = refusal(tmp_path, bytes(changed))
    assert "packed in a way that is not known" in reason
    assert "damaged" not in reason and "Unpack it and drop the file" in reason


def test_a_failing_disk_is_no_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk, or of rights, is told as that, and the same file is read next time."""
    path = tmp_path / "feed.zip"
    path.write_bytes(packed({"a.csv": GOOD.encode()}))

    def fails(*_args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipExtFile, "read", fails)
        with pytest.raises(OSError, match="Input/output error"):
            list(blocks(path, "feed.zip"))
    assert list(blocks(path, "feed.zip")) == [GOOD.encode()]
