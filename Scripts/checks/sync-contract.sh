#!/usr/bin/env bash
# The S3 client against a scripted server: signatures, errors, broken answers, redirects.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
program="$(dirname "$(hearsay_binary)")/hearsay-sync-model"
[ -x "$program" ] || { echo "no program at $program" >&2; exit 1; }
python3 Scripts/checks/sync_contract.py "$program"
