#!/usr/bin/env bash
# The real Neovim without a screen decides through its menu of code actions; the store has it.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
cp Scripts/checks/decision-article.txt "$folder/article.txt"
mkdir "$folder/.hearsay"
in_neovim check-decisions 120
python3 Scripts/checks/decided_store.py "$folder/.hearsay/annotations.sqlite"
check_wire_log
