#!/usr/bin/env bash
# Makes the pictures of editors that run in a terminal: editor-integration/*/*.png. Not a test; run it
# by hand where a picture has become old. Needs Xvfb, xterm, ImageMagick and the editors.
# usage: pictures.sh [neovim] [emacs] [vim]
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
children=()
clean() {
  local child
  for child in ${children[@]+"${children[@]}"}; do kill "$child" 2>/dev/null || true; done
  wait
  chmod -R u+w "$folder"
  rm -rf "$folder"
}
trap clean EXIT
mkdir -p "$folder"/{bin,news/.hearsay}
ln -s "$HEARSAY_BIN" "$folder/bin/hearsay"
cp Samples/bridge.txt "$folder/news/bridge.txt"
export HOME="$folder" PATH="$folder/bin:$PATH" LC_ALL=C.UTF-8
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache"
export XDG_STATE_HOME="$folder/state"
Xvfb -displayfd 3 -screen 0 1000x620x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
children+=($!)
until [ -s "$folder/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$folder/display")"
export DISPLAY

# Shows a program in a terminal for a while and keeps a picture of it.
picture() {
  local name="$1" terminal
  shift
  (
    cd "$folder/news"
    exec xterm -fa 'DejaVu Sans Mono' -fs 11 -geometry 100x28 +sb -bg '#202020' -fg '#e8e8e8' -e "$@"
  ) &
  terminal=$!
  sleep 12
  import -window root "$folder/picture.png"
  kill "$terminal"
  wait "$terminal" 2>/dev/null || true
  convert "$folder/picture.png" -bordercolor black -trim +repage +dither -colors 32 -strip \
    "editor-integration/$name.png"
  echo "editor-integration/$name.png"
}

[ $# -gt 0 ] || set -- neovim emacs vim
for name in "$@"; do
  case "$name" in
    neovim)
      hearsay setup neovim --write >/dev/null
      picture neovim/neovim nvim -n bridge.txt -c 'call cursor(6, 10)' \
        -c 'call timer_start(6000, {-> execute("lua vim.lsp.buf.hover()")})' ;;
    emacs)
      hearsay setup emacs --write >/dev/null
      paths=()
      for package in /usr/share/emacs/site-lisp/elpa/*/; do paths+=(-L "$package"); done
      picture emacs/emacs emacs -nw -Q "${paths[@]}" \
        --eval '(setq warning-minimum-level :emergency)' -l eglot -l "$folder/.emacs.d/init.el" \
        --eval '(menu-bar-mode -1)' bridge.txt --eval '(goto-char 150)' \
        --eval '(run-with-timer 6 nil (function flymake-show-buffer-diagnostics))' ;;
    vim)
      hearsay setup vim-ale --write >/dev/null
      printf 'set nocompatible encoding=utf-8 noswapfile\nfiletype plugin on\n%s\n' \
        "set runtimepath+=/usr/share/vim-ale" > "$folder/.vimrc"
      picture vim/vim-ale vim bridge.txt -c 'call cursor(6, 10)' \
        -c 'call timer_start(6000, {-> execute("lopen 8 | wincmd p")})' ;;
  esac
done
