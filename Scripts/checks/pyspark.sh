#!/usr/bin/env bash
# The PySpark recipe of the README on a local cluster with two workers.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
HEARSAY_BIN="$(hearsay_binary)"
export HEARSAY_BIN
command -v java >/dev/null || skip "java is not installed"
python="$(python_environment pyspark)" || skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/spark_recipe.py
