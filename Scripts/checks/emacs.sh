#!/usr/bin/env bash
# The real Emacs with eglot, without a screen: places, hover, diagnostics that move with the text.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v emacs >/dev/null || skip "emacs is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
paths=(-L editor-integration/emacs)
# Where Debian puts packages of Emacs Lisp; newer versions bring eglot along.
for package in /usr/share/emacs/site-lisp/elpa/*/; do
  if [ -d "$package" ]; then paths+=(-L "$package"); fi
done
emacs --batch -Q "${paths[@]}" -l eglot >/dev/null 2>&1 || skip "emacs has no eglot"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' \
  > "$folder/article.txt"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
# A column inside an emoji sends eglot 1.9 into an endless loop, so silence is a failure too.
HOME="$folder" XDG_DATA_HOME="$folder/data" timeout 60 emacs --batch -Q "${paths[@]}" -l editor-integration/emacs/check.el || {
  echo "emacs: no agreement (124 means that the editor hung)  $?"
  exit 1
}
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
