#!/usr/bin/env bash
# Two annotators' sets are compared, and the real Neovim settles where they differ.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
cp Scripts/checks/decision-article.txt "$folder/article.txt"
mkdir "$folder/.hearsay"
(
  cd "$folder"
  "$HEARSAY_BIN" annotate --quiet article.txt > kai.jsonl
  # Mia credits somebody else once and has neither the date nor the last quotation.
  grep -vF '"exact":"12 March 2024"' kai.jsonl | grep -vF '"name":"Mireille Aubert"' \
    | sed 's/"name":"Dmitri Okafor"/"name":"The councillor"/' > mia.jsonl
  "$HEARSAY_BIN" agree --bootstrap 0 --samples 1 --adjudicate kai.jsonl mia.jsonl > panel
  grep -q '3 disagreements' panel
)
export HEARSAY_CHECK_STEPS=adjudicate
in_neovim check-decisions 120
"$HEARSAY_BIN" history "$folder/article.txt" > "$folder/history"
for verb in adjudicate set-kind; do grep -qE "  $verb\b" "$folder/history"; done
check_wire_log
