#!/usr/bin/env bash
# The logic of the extension for Visual Studio Code under Node.js, with the real server.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v node >/dev/null || skip "node is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/.hearsay"
export HEARSAY_BIN HEARSAY_WIRE_LOG="$folder/wire.jsonl" XDG_DATA_HOME="$folder/data"
timeout 120 node Scripts/checks/vscode_extension.js "$folder"
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
