"""The files of deploy/: what they name is there, what they start starts, and they hold back."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from docs.screenshots import free_port, stop, wait_for

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
INSTALLED = "/opt/app-revenue-tracker"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
#: What systemd reckons from 0, locked in, to 10.
MOST_EXPOSED = 2.5
HELD_BACK = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectControlGroups": "yes",
    "RestrictSUIDSGID": "yes",
    "LockPersonality": "yes",
    "User": "app-revenue-tracker",
    "Restart": "always",
}


def directives(unit: Path) -> dict[str, list[str]]:
    """What a unit says, by name; a name may be said several times."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.M):
        found.setdefault(name, []).append(value)
    return found


def instructions(name: str) -> list[str]:
    """The arguments of each instruction of that name in the Containerfile."""
    return re.findall(rf"^{name} (.*)$", CONTAINERFILE, re.M)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_holds_back_and_names_what_is_there(unit: Path) -> None:
    """Each service is a user of its own without rights, and writes to its data folder alone."""
    said = directives(unit)
    assert {name: said[name][-1] for name in HELD_BACK} == HELD_BACK
    assert said["StateDirectory"] == ["app-revenue-tracker"]
    assert "TRACKER_DATA=/var/lib/app-revenue-tracker" in said["Environment"]
    [command] = said["ExecStart"]
    program, *arguments = command.split()
    if arguments:
        assert program == f"{INSTALLED}/.venv/bin/python"
        assert arguments[:2] == ["-m", "ingest"]
        subprocess.run(
            [sys.executable, *arguments, "--help"], cwd=ROOT, check=True, capture_output=True
        )
    else:
        assert os.access(ROOT / Path(program).relative_to(INSTALLED), os.X_OK)
    for address in said["Documentation"]:
        assert (ROOT / Path(address.removeprefix("file://")).relative_to(INSTALLED)).exists()


def test_only_the_scheduler_has_the_secrets_and_only_it_reaches_others() -> None:
    """The process that strangers' requests come to has nothing to give away."""
    web, ingest = (
        directives(DEPLOY / "systemd" / f"app-revenue-tracker-{name}.service")
        for name in ("web", "ingest")
    )
    assert "-/etc/app-revenue-tracker/secrets" in ingest["EnvironmentFile"]
    assert "-/etc/app-revenue-tracker/secrets" not in web["EnvironmentFile"]
    assert (web["IPAddressDeny"], web["IPAddressAllow"]) == (["any"], ["localhost"])


def test_the_guard_keeps_its_layers_under_the_unit() -> None:
    """What its workers lock themselves in with is not taken from them by the lock around them."""
    web = directives(DEPLOY / "systemd" / "app-revenue-tracker-web.service")
    assert set(web["RestrictNamespaces"][-1].split()) == {"user", "net"}
    allowed = {call for line in web["SystemCallFilter"] for call in line.split()}
    assert {f"landlock_{name}" for name in ("create_ruleset", "restrict_self")} <= allowed


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_finds_no_fault_in_a_unit(unit: Path, tmp_path: Path) -> None:
    """With the paths and the user of this machine in the place of the server's."""
    text = unit.read_text(encoding="utf-8").replace(f"{INSTALLED}/.venv/bin/python", sys.executable)
    here = tmp_path / unit.name
    here.write_text(text.replace(INSTALLED, str(ROOT)), encoding="utf-8")
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(here)], capture_output=True, text=True
    )
    assert unit.name not in verified.stderr
    assert verified.returncode == 0, verified.stderr
    measured = subprocess.run(
        ["systemd-analyze", "security", "--no-pager", "--offline=true", str(here)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    [exposed] = re.findall(r"Overall exposure level for \S+: ([\d.]+)", measured)
    assert float(exposed) <= MOST_EXPOSED


def test_each_variable_of_the_example_is_one_that_is_read() -> None:
    """A name that nothing reads would be believed to hold."""
    text = (DEPLOY / "environment.example").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    api = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Z_]+)=", text, re.M)
    assert len(names) >= 4
    assert [name for name in names if f"| `{name}` |" not in readme + api] == []


def test_the_proxies_pass_on_what_the_tracker_needs() -> None:
    """The path unchanged, web sockets, the name, who asks; no larger upload, and a login."""
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    caddy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    prefix = "/tracker"
    [most] = re.findall(
        r"^maxUploadSize = (\d+)", (ROOT / ".streamlit/config.toml").read_text("utf-8"), re.M
    )
    assert f"location {prefix}/ {{" in nginx
    assert "proxy_pass http://127.0.0.1:8501;" in nginx
    for name in ("Upgrade", "Connection", "Host", "X-Forwarded-For", "X-Forwarded-Proto"):
        assert re.search(rf"proxy_set_header {name} +\$\w+;", nginx), name
    assert f"client_max_body_size {most}m;" in nginx
    assert "auth_basic_user_file" in nginx
    assert f"handle {prefix}/* {{" in caddy
    assert "strip" not in caddy and "handle_path" not in caddy
    assert f"max_size {most}MB" in caddy
    assert "basicauth" in caddy
    assert f"TRACKER_PREFIX={prefix}" in (DEPLOY / "environment.example").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("nginx"), reason="no nginx here")
def test_nginx_reads_its_file(tmp_path: Path) -> None:
    """Without the certificate and the passwords, which are the server's."""
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    site = re.sub(r"^ +ssl_certificate.*$", "", site, flags=re.M).replace("443 ssl", "8443")
    (tmp_path / "site.conf").write_text(site, encoding="utf-8")
    folders = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\n"
    whole += f"http {{ access_log off; {folders} include {tmp_path}/site.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    command = ["nginx", "-t", "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "log")]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr


@pytest.mark.skipif(not shutil.which("caddy"), reason="no Caddy here")
def test_caddy_reads_its_file() -> None:
    """As it is."""
    command = ["caddy", "adapt", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr


def copied(name: str) -> bool:
    """Whether the builder is given a file of this name, by the rules of .dockerignore in order."""
    given = True
    for rule in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = rule.removeprefix("!")
        folders = [name, *map(str, Path(name).parents)][: len(Path(name).parts)]
        places = Path(name).parts if pattern.startswith("**/") else folders
        if rule and not rule.startswith("#"):
            fits = any(fnmatch.fnmatch(one, pattern.removeprefix("**/")) for one in places)
            given = rule.startswith("!") if fits else given
    return given


def test_no_key_and_no_data_gets_into_the_container() -> None:
    """Only what is named is copied, and of that neither secrets nor what was made at run time."""
    sources = [name for line in instructions("COPY") for name in line.split()[:-1]]
    assert len(sources) > 10
    for name in sources:
        assert (ROOT / name).exists(), name
        assert copied(name), name
        assert name not in (".", "data", ".git", "tests")
    for name in ("config/secrets.toml", ".env", "data/warehouse.duckdb", ".git/config", "build/x"):
        assert not copied(name), name
    assert copied("config/apps.toml")
    assert [user for user in instructions("USER") if user not in ("root", "0")] == ["10001"]


@pytest.mark.long
def test_what_the_container_copies_is_enough_to_run(tmp_path: Path) -> None:
    """Its files alone, started by its command, load, answer, and satisfy its health check."""
    for line in instructions("COPY"):
        *sources, target = line.split()
        for name in sources:
            from_here = ROOT / name
            if from_here.is_dir():
                shutil.copytree(from_here, tmp_path / target, dirs_exist_ok=True)
            else:
                shutil.copy(from_here, tmp_path / target)
    port = str(free_port())
    environment = dict(os.environ)
    for name, value in re.findall(r"([A-Z_]+)=(\S+)", instructions("ENV")[0]):
        environment[name] = value
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TRACKER_DATA": str(tmp_path / "data"),
        "ADDRESS": "127.0.0.1",
        "PORT": port,
    }
    [check] = re.findall(r"CMD (\[.*\])", instructions("HEALTHCHECK")[0])
    options: dict[str, Any] = {"cwd": tmp_path, "env": environment, "stderr": subprocess.DEVNULL}
    assert subprocess.run(json.loads(check), check=False, **options).returncode == 1
    process = subprocess.Popen(
        json.loads(instructions("CMD")[-1]),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process)
        wait_for(f"http://127.0.0.1:{port}/readyz", process)
        assert subprocess.run(json.loads(check), check=False, **options).returncode == 0
        answered = httpx.get(f"http://127.0.0.1:{port}/api/v1/apps.csv")
        assert answered.text.count("\n") > 3
    finally:
        stop(process)
