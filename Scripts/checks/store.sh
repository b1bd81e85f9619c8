#!/usr/bin/env bash
# Decisions survive crashes, several processes at once, and stores that cannot be used.
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 Scripts/checks/store_crash.py "${HEARSAY_CRASH_ROUNDS:-30}"
python3 Scripts/checks/store_together.py "${HEARSAY_TOGETHER_SECONDS:-5}"
python3 Scripts/checks/store_trouble.py
python3 Scripts/checks/store_commands.py
