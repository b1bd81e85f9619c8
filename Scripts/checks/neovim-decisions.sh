#!/usr/bin/env bash
# The real Neovim without a screen decides through its menu of code actions; the store has it.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v nvim >/dev/null || skip "nvim is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp Scripts/checks/decision-article.txt "$folder/article.txt"
mkdir "$folder/.hearsay"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export XDG_STATE_HOME="$folder" XDG_DATA_HOME="$folder" XDG_CACHE_HOME="$folder"
timeout 120 nvim --headless --clean -n -c "luafile editor-integration/neovim/check-decisions.lua"
echo
python3 Scripts/checks/decided_store.py "$folder/.hearsay/annotations.sqlite"
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
