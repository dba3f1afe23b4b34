#!/bin/sh
# Dashboard and API, as the environment says: the Procfile, the units and the container run this.
set -eu

# Uvicorn would believe any process of this machine who it asks for; only a proxy that is named is.
FORWARDED_ALLOW_IPS=${TRACKER_PROXIES:-}
export FORWARDED_ALLOW_IPS
exec streamlit run dashboard.py \
    --server.address "${ADDRESS:-127.0.0.1}" --server.port "${PORT:-8501}" \
    ${TRACKER_PREFIX:+--server.baseUrlPath "$TRACKER_PREFIX"} \
    --server.headless true --browser.gatherUsageStats false
