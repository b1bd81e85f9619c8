#!/usr/bin/env bash
# Two real Neovims, two stores, one remote store: a note goes over; both change one speaker offline;
# the conflict is shown in both, decided in one, gone in both.
set -euo pipefail
. "$(dirname "$0")/../neovim.sh"
case "$(nvim --help)" in *--server*) ;; *) skip "this nvim cannot be driven from outside" ;; esac
here="$PWD/editor-integration/neovim"
editors=()
cleanup() {
  for process in ${editors[@]+"${editors[@]}"}; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT

open_editor() {
  local who="$1" author="$2" home="$folder/$1"
  mkdir -p "$home/.hearsay"
  echo "author = \"$author\"" > "$home/.hearsay.toml"
  echo '“We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' > "$home/article.txt"
  (cd "$home" && "$HEARSAY_BIN" sync init "file://$folder/remote" --member "$who")
  nvim --headless --clean -n --listen "$folder/$who.sock" \
    -c "luafile $here/check-sync.lua" > "$folder/$who.log" 2>&1 &
  editors+=($!)
  for _ in $(seq 100); do [ -S "$folder/$who.sock" ] && break; sleep 0.1; done
  wants "$who" "SyncStart('$here', '$HEARSAY_BIN', '$home/article.txt')"
}

# Calls a function in an editor; it must answer yes.
wants() {
  local answer
  answer="$(nvim --server "$folder/$1.sock" --remote-expr "luaeval(\"$2\")" 2>&1)"
  [ "$answer" = yes ] || { echo "$1: $2: $answer"; cat "$folder/$1.log"; exit 1; }
}

exchange() {
  for who in "$@"; do (cd "$folder/$who" && "$HEARSAY_BIN" sync --quiet); done
}

open_editor ana "Ana L."
open_editor ben "Ben K."

wants ana "SyncCommand('hearsay.addNote', 41, 49, 'which Ruiz?')"
exchange ana ben
wants ben "SyncShows('which Ruiz?')"

wants ana "SyncCommand('hearsay.setSpeaker', 5, 5, 'Ana Ruiz Prado')"
wants ben "SyncCommand('hearsay.setSpeaker', 5, 5, 'Ana M. Ruiz')"
exchange ana ben ana
wants ana "SyncShows('People disagree about speaker')"
wants ben "SyncShows('People disagree about speaker')"
(cd "$folder/ben" && "$HEARSAY_BIN" sync conflicts)
id="$(cd "$folder/ben" && "$HEARSAY_BIN" sync conflicts | head -n 1 | cut -d " " -f 1)"
said="$(cd "$folder/ben" && "$HEARSAY_BIN" sync resolve "$id" --field colour --keep 1 2>&1 || true)"
case "$said" in *"--field speaker [sync-which]"*) ;; *) echo "resolve says: $said"; exit 1 ;; esac
wants ben "SyncAct('People disagree about speaker', 'Keep mine: Ana M. Ruiz')"
exchange ben ana
wants ben "SyncHides('People disagree')"
wants ana "SyncHides('People disagree')"
wants ana "SyncShows('Ana M. Ruiz')"

# Names chosen for a speaker, who is the same in all articles, and an article's date.
wants ana "SyncCommand('hearsay.renameSpeaker', 5, 5, 'Ana Ruiz Prado')"
wants ben "SyncCommand('hearsay.renameSpeaker', 5, 5, 'A. M. Ruiz')"
wants ana "SyncDate('2024-03-05')"
wants ben "SyncDate('2024-05-03')"
exchange ana ben ana
for who in ana ben; do
  wants "$who" "SyncShows('People disagree about the name to show')"
  wants "$who" "SyncShows('People disagree about the article')"
done
wants ana "SyncAct('People disagree about the name to show', 'Keep mine: Ana Ruiz Prado')"
wants ana "SyncAct('People disagree about the article', 'Keep Ben K.: 2024-05-03')"
exchange ana ben
wants ana "SyncHides('People disagree')"
wants ben "SyncHides('People disagree')"
wants ben "SyncShows('Ana Ruiz Prado')"
echo "two editors agree"
