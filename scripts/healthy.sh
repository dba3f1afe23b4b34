#!/bin/sh
# Whether dashboard and API answer here, by the environment that started them: exit 0, or 1.
set -eu
prefix=${TRACKER_PREFIX:-}
prefix=${prefix#/}
prefix=${prefix%/}
exec python -c 'import sys, urllib.request as ask; ask.urlopen(sys.argv[1], timeout=5)' \
    "http://127.0.0.1:${PORT:-8501}/${prefix:+$prefix/}healthz"
