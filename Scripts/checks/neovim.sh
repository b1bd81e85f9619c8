#!/usr/bin/env bash
# The real Neovim without a screen: columns, hover, and diagnostics that move with the text.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' \
  > "$folder/article.txt"
in_neovim check 60
check_wire_log
