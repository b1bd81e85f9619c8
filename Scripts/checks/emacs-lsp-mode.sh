#!/usr/bin/env bash
# The real Emacs with lsp-mode, without a screen: places, hover, one action, one definition.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v emacs >/dev/null || skip "emacs is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
paths=()
# Where Debian puts packages of Emacs Lisp.
for package in /usr/share/emacs/site-lisp/elpa/*/; do
  if [ -d "$package" ]; then paths+=(-L "$package"); fi
done
emacs --batch -Q ${paths[@]+"${paths[@]}"} -l lsp-mode >/dev/null 2>&1 || skip "emacs has no lsp-mode"
mkdir "$folder/.hearsay"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' '' \
  'Rain fell, TASS reported.' > "$folder/article.txt"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
export XDG_DATA_HOME="$folder/data"
"$HEARSAY_BIN" setup lsp-mode --write >/dev/null
timeout 400 emacs --batch -Q "${paths[@]}" -l "$folder/.emacs.d/init.el" \
  -l editor-integration/emacs/check-lsp-mode.el || {
  echo "emacs with lsp-mode: no agreement (124 means that the editor hung)  $?"
  exit 1
}
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
