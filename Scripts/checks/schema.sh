#!/usr/bin/env bash
# Real output of `hearsay annotate` and `hearsay reanchor` against Schemas/annotation.schema.json, by PyPI's jsonschema.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
binary="$(hearsay_binary)"
python="$(python_environment jsonschema)" || skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/annotation_lines.py "$binary" Schemas/annotation.schema.json Samples
"$python" Scripts/checks/reanchor_lines.py "$binary" Schemas/annotation.schema.json Samples/bridge.txt
