#!/usr/bin/env bash
# Two annotators' sets are compared, and the real Neovim settles where they differ.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v nvim >/dev/null || skip "nvim is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
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
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_CHECK_STEPS=adjudicate
export HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export XDG_STATE_HOME="$folder" XDG_DATA_HOME="$folder" XDG_CACHE_HOME="$folder"
timeout 120 nvim --headless --clean -n -c "luafile editor-integration/neovim/check-decisions.lua"
echo
"$HEARSAY_BIN" history "$folder/article.txt" > "$folder/history"
for verb in adjudicate set-kind; do grep -qE "  $verb\b" "$folder/history"; done
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
