#!/usr/bin/env bash
# The sync over a shared folder: two projects whose programs are killed at any moment, what the
# commands say, and what lies in the folder then.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data"
python3 Scripts/checks/sync_killed.py "$(hearsay_binary)" "file://$folder/remote" "$folder/projects"
python3 Scripts/checks/sync_commands.py "$(hearsay_binary)" "$folder/remote" "$folder/projects"
python="$(python_environment jsonschema)" || skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/sync_schemas.py "$folder/remote" Schemas/sync
