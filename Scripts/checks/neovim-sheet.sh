#!/usr/bin/env bash
# The real Neovim without a screen: an annotation sheet edited and saved, and what is in the store.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v nvim >/dev/null || skip "nvim is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'author = "ana"\n' > "$folder/.hearsay.toml"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' \
  > "$folder/article.txt"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export XDG_STATE_HOME="$folder/s" XDG_DATA_HOME="$folder/d" XDG_CACHE_HOME="$folder/c"
timeout 120 nvim --headless --clean -n -c "luafile editor-integration/neovim/check-sheet.lua"
echo
python3 - "$folder/.hearsay/annotations.sqlite" <<'PYTHON'
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT kind, status, speaker_name, exact, note, decision_author FROM annotation ORDER BY kind"
).fetchall()
wanted = [
    ("note", "authored", None, "the mayor", "which one?", "ana"),
    ("quotation", "edited", "Mireille Aubert", "“We will not reopen it in a hurry,”",
     "heard it myself", "ana"),
]
sys.exit(0 if rows == wanted else f"the store has {rows}, expected {wanted}")
PYTHON
echo "the store has what the sheet says"
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
