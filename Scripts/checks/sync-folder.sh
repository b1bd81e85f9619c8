#!/usr/bin/env bash
# The sync over a shared folder: two projects whose programs are killed at any moment.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data"
python3 Scripts/checks/sync_killed.py "$(hearsay_binary)" "file://$folder/remote" "$folder/projects"
