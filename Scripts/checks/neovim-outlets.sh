#!/usr/bin/env bash
# The real Neovim without a screen: where a page comes from, the note on an outlet, its registry
# entry, and the mistake in a team's overlay.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
mkdir "$folder/.hearsay"
printf '{"team": "desk", "mute": [\n  "tas"]}\n' > "$folder/.hearsay/outlets.json"
printf '%s\n' 'The harbour reopens' '' \
  'The Libertarian Hub will republish the feed from RT.' > "$folder/page.txt"
in_neovim check-outlets 60
check_wire_log
