#!/usr/bin/env bash
# The outlet registry: its structure, its compact forms, what must be refused, and its schema.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
python3 Scripts/registry.py verify
python3 Scripts/checks/registry_refusals.py
python="$(python_environment jsonschema)" || skip "the structure is right; PyPI is out of reach"
"$python" Scripts/checks/registry_schema.py Schemas Sources/CHearsayData/data/registry Samples/team
