#!/usr/bin/env bash
# The real Neovim without a screen: where a page comes from, the note on an outlet, its registry
# entry, and the mistake in a team's overlay.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v nvim >/dev/null || skip "nvim is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
mkdir "$folder/.hearsay"
printf '{"team": "desk", "mute": [\n  "tas"]}\n' > "$folder/.hearsay/outlets.json"
printf '%s\n' 'The harbour reopens' '' \
  'The Libertarian Hub will republish the feed from RT.' > "$folder/page.txt"
export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
export XDG_STATE_HOME="$folder" XDG_DATA_HOME="$folder" XDG_CACHE_HOME="$folder/cache"
timeout 60 nvim --headless --clean -n -c "luafile editor-integration/neovim/check-outlets.lua"
echo
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
