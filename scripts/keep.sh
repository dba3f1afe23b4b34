#!/usr/bin/env bash
# Runs a command, and again whenever it ends, after a pause that doubles from one second to a minute.
# A signal ends it, once the command has ended.
set -u

longest=60
pause=1

stop() {
    trap '' HUP INT TERM
    # shellcheck disable=SC2046  # one word a process
    kill -TERM $(jobs -p) 2>/dev/null
    wait
    exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM

while true; do
    began=$SECONDS
    "$@" &
    ended=0
    wait $! || ended=$?
    if [ $((SECONDS - began)) -ge "$longest" ]; then pause=1; fi
    echo "It ended (exit $ended): $*. It is started again in $pause s." >&2
    sleep "$pause" &
    wait $!
    pause=$((pause * 2 > longest ? longest : pause * 2))
done
