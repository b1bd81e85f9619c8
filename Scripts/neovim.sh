# Sourced by the checks that drive the real Neovim without a screen.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
. Scripts/python-environment.sh
command -v nvim >/dev/null || skip "nvim is not installed"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
export XDG_STATE_HOME="$folder/state" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache"

# Runs a Lua script of editor-integration/neovim inside the editor, no longer than so many seconds;
# every message goes to a log.
in_neovim() {
  export HEARSAY_BIN HEARSAY_CHECK_FOLDER="$folder" HEARSAY_WIRE_LOG="$folder/wire.jsonl"
  timeout "$2" nvim --headless --clean -n -c "luafile editor-integration/neovim/$1.lua"
  echo
}

# Every message of the log is one of the protocol. The last step of a check.
check_wire_log() {
  local python
  python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
  "$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
}
