#!/usr/bin/env bash
# The real Vim with ALE on a terminal nobody looks at: places, hover, one action, one definition.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v vim >/dev/null || skip "vim is not installed"
command -v script >/dev/null || skip "script (util-linux) is not installed"
ale=""
for place in /usr/share/vim-ale /usr/share/vim/vimfiles/pack/*/*/ale "$HOME"/.vim/pack/*/*/ale; do
  if [ -f "$place/plugin/ale.vim" ]; then ale="$place"; fi
done
[ -n "$ale" ] || skip "vim has no ALE"
[[ "$(vim --version)" == *+job* ]] || skip "vim was built without jobs"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
mkdir "$folder/.hearsay"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' '' \
  'Rain fell, TASS reported.' > "$folder/article.txt"
cat > "$folder/vimrc" <<VIM
set nocompatible encoding=utf-8 noswapfile viminfo= hidden
set runtimepath=$folder/.vim,\$VIMRUNTIME,$ale
let g:ale_hearsay_executable = \$HEARSAY_BIN
filetype plugin on
VIM
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export HOME="$folder" XDG_CONFIG_HOME="$folder/.config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache" TERM=xterm LC_ALL=C.UTF-8
"$HEARSAY_BIN" setup vim-ale --write >/dev/null
timeout 400 script -qec "vim -u '$folder/vimrc' -U NONE -S editor-integration/vim/check-ale.vim" /dev/null </dev/null >"$folder/screen" 2>&1 || true
[ -s "$folder/result" ] || { echo "vim with ALE: it said nothing"; exit 1; }
cat "$folder/result"
grep -q 'are right' "$folder/result" || exit 1
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
