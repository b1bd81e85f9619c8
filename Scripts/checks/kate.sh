#!/usr/bin/env bash
# The real Kate on a screen nobody looks at: columns, hover, a definition, and that Quick Fix, which
# carries out every action it is offered, is offered one.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
for program in kate Xvfb xdotool openbox dbus-run-session; do
  command -v "$program" >/dev/null || skip "$program is not installed"
done
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
children=()
# Ends what was started, and waits for it, so that nothing writes into the folder any more.
clean() {
  local child
  for child in ${children[@]+"${children[@]}"}; do kill "$child" 2>/dev/null || true; done
  for child in ${children[@]+"${children[@]}"}; do wait "$child" 2>/dev/null || true; done
  chmod -R u+w "$folder"
  rm -rf "$folder"
}
trap clean EXIT
mkdir -p "$folder"/{bin,.hearsay,run,.config,.local/share/kate}
chmod 700 "$folder/run"
ln -s "$HEARSAY_BIN" "$folder/bin/hearsay"
export HOME="$folder" XDG_CONFIG_HOME="$folder/.config" XDG_DATA_HOME="$folder/.local/share"
export XDG_CACHE_HOME="$folder/.cache" XDG_STATE_HOME="$folder/.state" XDG_RUNTIME_DIR="$folder/run"
export PATH="$folder/bin:$PATH" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=1
export HEARSAY_WIRE_LOG="$folder/wire.jsonl"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' '' \
  'Rain fell, TASS reported.' > "$folder/article.txt"
hearsay setup kate --write >/dev/null
# Kate asks before it starts a server; here it was told yes.
printf '[lspclient]\nAllowedServerCommandLines=%s lsp\n' "$folder/bin/hearsay" > "$folder/.config/katerc"
printf '[Kate Plugins]\nlspclientplugin=true\n' > "$folder/.local/share/kate/anonymous.katesession"

Xvfb -displayfd 3 -screen 0 960x600x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
children+=($!)
for _ in $(seq 600); do
  [ ! -s "$folder/display" ] || break
  sleep 0.05
done
DISPLAY=":$(cat "$folder/display")"
export DISPLAY
openbox >/dev/null 2>&1 &
children+=($!)
dbus-run-session -- kate -n "$folder/article.txt" >"$folder/kate.log" 2>&1 &
children+=($!)
timeout 400 python3 Scripts/checks/kate_keys.py "$HEARSAY_WIRE_LOG" || {
  tail -n 5 "$folder/kate.log"
  exit 1
}
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$HEARSAY_WIRE_LOG"
