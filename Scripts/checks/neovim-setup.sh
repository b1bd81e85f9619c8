#!/usr/bin/env bash
# The real Neovim with nothing but what `hearsay setup neovim --write` has installed; then all of it
# goes again.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
mkdir "$folder/bin"
ln -s "$HEARSAY_BIN" "$folder/bin/hearsay"
export HOME="$folder" PATH="$folder/bin:$PATH" XDG_CONFIG_HOME="$folder/config"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' \
  > "$folder/article.txt"
hearsay setup neovim --write >/dev/null
timeout 120 nvim --headless -n "$folder/article.txt" -c "luafile editor-integration/neovim/check-setup.lua"
echo
hearsay setup neovim --remove >/dev/null
left="$(find "$folder/config" -type f)"
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
