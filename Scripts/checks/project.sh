#!/usr/bin/env bash
# A whole project in a real process: everything is asked once, and all that is said fits the protocol.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/news/.hearsay"
export HEARSAY_WIRE_LOG="$folder/wire.jsonl" XDG_CACHE_HOME="$folder/cache"
timeout 60 python3 Scripts/checks/project_wire.py "$HEARSAY_BIN" "$folder/news"
python="$(python_environment lsprotocol)" || skip "the server agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
