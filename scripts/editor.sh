#!/usr/bin/env bash
# Writes app_pages/editor/served/codemirror.js anew: CodeMirror, as bundle.mjs chooses from it, in one
# file that needs nothing else. `make editor` calls it; it needs npm and the network.
set -euo pipefail
cd "$(dirname "$0")/../app_pages/editor/bundle"
trap 'rm -rf node_modules' EXIT

npm ci --silent --no-audit --no-fund
npx esbuild bundle.mjs --bundle --minify --format=esm --target=es2020 --charset=utf8 \
    --line-limit=160 --legal-comments=none --log-level=warning --outfile=../served/codemirror.js \
    --banner:js="/* CodeMirror 6 and Lezer, bundled. MIT, see LICENSE-codemirror.txt beside this folder. */"
