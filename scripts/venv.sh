#!/usr/bin/env bash
# Makes .venv with the first Python found that is new enough; PYTHON=… names one.
set -euo pipefail

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if new_enough "$python"; then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python has no venv module. On Debian or Ubuntu: apt install python3-venv" >&2
            exit 1
        fi
        echo "Making .venv with $("$python" --version) ..."
        exec "$python" -m venv .venv
    fi
done
found=$("${PYTHON:-python3}" --version 2>&1 | head -n 1 || true)
echo "Python 3.11 or newer is needed (found: ${found:-none}). Install one, or name it:" >&2
echo "    make run PYTHON=/path/to/python3.12" >&2
exit 1
