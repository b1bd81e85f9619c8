#!/usr/bin/env bash
# Real output of `hearsay annotate` and `hearsay reanchor` against Schemas/annotation.schema.json, by PyPI's jsonschema.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
binary="$(hearsay_binary)"
python="$(python_environment jsonschema)" || skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/annotation_lines.py "$binary" Schemas/annotation.schema.json Samples
"$python" Scripts/checks/reanchor_lines.py "$binary" Schemas/annotation.schema.json Samples/bridge.txt
"$python" - "$binary" Schemas/doctor.schema.json <<'PYTHON'
import json
import subprocess
import sys

import jsonschema

run = subprocess.run([sys.argv[1], "doctor", "--json", "--offline"], capture_output=True, check=False)
report = json.loads(run.stdout)
with open(sys.argv[2], encoding="utf-8") as file:
    jsonschema.Draft202012Validator(json.load(file)).validate(report)
if run.returncode != (0 if report["healthy"] else 1):
    sys.exit(f"doctor ended with {run.returncode}: {report}")
print(f"hearsay doctor: {len(report['findings'])} findings fit the schema")
PYTHON
