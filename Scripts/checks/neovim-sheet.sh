#!/usr/bin/env bash
# The real Neovim without a screen: an annotation sheet edited and saved, and what is in the store.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
printf 'author = "ana"\n' > "$folder/.hearsay.toml"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' \
  > "$folder/article.txt"
in_neovim check-sheet 120
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
check_wire_log
