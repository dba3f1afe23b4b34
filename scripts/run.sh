#!/usr/bin/env bash
# Loads what is new, then runs the Procfile until a signal comes. `make run` calls it.
# Whatever signal ends it, the processes it started end first.
set -euo pipefail

export PATH="$PWD/.venv/bin:$PATH"
export PORT="${PORT:-8501}" ADDRESS="${ADDRESS:-127.0.0.1}"
child=
watcher=

# The processes below one, however deep: honcho gives each of its own a session of its own.
descendants() {
    local pid
    for pid in $(ps -A -o pid= -o ppid= | awk -v parent="$1" '$2 == parent { print $1 }'); do
        echo "$pid"
        descendants "$pid"
    done
}

stop() {
    trap '' HUP INT TERM
    local below seconds=0
    # Held still, so that no pause of its own begins after its processes are listed.
    if [ -n "$watcher" ]; then kill -STOP "$watcher" 2>/dev/null || true; fi
    below=$(descendants $$)
    if [ -n "$child" ]; then
        kill -TERM "$child" 2>/dev/null || true
        while kill -0 "$child" 2>/dev/null && [ "$seconds" -lt 8 ]; do
            sleep 1
            seconds=$((seconds + 1))
        done
    fi
    # shellcheck disable=SC2086  # one word a process
    kill -KILL $below 2>/dev/null || true
    exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM

# A make that is killed outright cannot pass the signal on: its child then has another parent.
parent_of() { ps -o ppid= -p "$1" | tr -d ' '; }
if command -v ps >/dev/null; then
    (
        while [ "$(parent_of $$)" = "$PPID" ]; do sleep 1; done
        kill -TERM $$
    ) >/dev/null 2>&1 &
    watcher=$!
fi

# In the background, so that a signal is answered at once and not after the command. A terminal that
# closes signals everything at once, and honcho would die of it before its children: so it is told
# by stop alone.
run() {
    (
        trap '' HUP
        exec "$@"
    ) &
    child=$!
    wait "$child"
}

python - <<'PY'
import os
import re
import socket
import sys

prefix = os.environ.get("TRACKER_PREFIX", "")
if not re.fullmatch(r"[A-Za-z0-9._~/-]*", prefix):
    sys.exit(f"TRACKER_PREFIX is {prefix!r}, which is no path. For example: TRACKER_PREFIX=/tracker")
port, address = os.environ["PORT"], os.environ["ADDRESS"]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    sys.exit(f"PORT is {port!r}, which is no port number. For example: make run PORT=8502")
try:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((address, int(port)))
except OSError as reason:
    sys.exit(
        f"Cannot listen on {address}:{port} ({reason.strerror}). "
        f"Choose another port: make run PORT={min(int(port) + 1, 65535)}"
    )
PY

loaded=0
run python -m ingest run || loaded=$?
if [ "$loaded" -ne 0 ]; then
    echo "Something could not be loaded (above, and on the dashboard's Data page). Starting anyway." >&2
fi

shown=$ADDRESS
[ "$shown" = 0.0.0.0 ] && shown=localhost
below=${TRACKER_PREFIX:-}
below=${below#/}
echo
echo "  Dashboard: http://$shown:$PORT${below:+/${below%/}/}    (Ctrl-C stops it)"
echo
run honcho start
