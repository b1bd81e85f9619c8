#!/usr/bin/env bash
# The real Emacs with eglot, without a screen, decides; the store has it.
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
cp Scripts/checks/decision-article.txt "$folder/article.txt"
mkdir "$folder/.hearsay"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
HOME="$folder" timeout 120 emacs --batch -Q "${paths[@]}" -l editor-integration/emacs/check-decisions.el || {
  echo "emacs: no agreement (124 means that the editor hung)  $?"
  exit 1
}
python3 Scripts/checks/decided_store.py "$folder/.hearsay/annotations.sqlite"
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
