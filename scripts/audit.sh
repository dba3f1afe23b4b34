#!/usr/bin/env bash
# Writes what the tracker runs with as a CycloneDX document, and asks the Python Packaging Advisory
# Database whether any of it has a known hole. `make audit` calls it; it needs the network.
set -euo pipefail

out=${1:-build}
environment=$out/run-time

# An environment of its own: what only the tests need, and pip itself, are no part of the product.
trap 'rm -rf "$environment"' EXIT
rm -rf "$environment"
.venv/bin/python -m venv --without-pip "$environment"
.venv/bin/python -m pip --python "$environment/bin/python" install --quiet \
    --disable-pip-version-check -r requirements.txt -r requirements-extras.txt

.venv/bin/cyclonedx-py environment --output-reproducible --output-format JSON \
    --output-file "$out/sbom.cdx.json" "$environment/bin/python"
echo "Written: $out/sbom.cdx.json"

# Strict: a package that the database could not be asked about fails the audit.
.venv/bin/pip-audit --strict --progress-spinner off --path "$environment"/lib/python*/site-packages
