#!/usr/bin/env bash
# `hearsay agree` against PyPI's krippendorff, nltk and pygamma-agreement.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
binary="$(hearsay_binary)"
python="$(python_environment jsonschema krippendorff nltk pygamma_agreement=pygamma-agreement)" ||
  skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/agreement.py "$binary" Schemas
