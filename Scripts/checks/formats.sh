#!/usr/bin/env bash
# Every export format, read by the program that others read it with.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
binary="$(hearsay_binary)"
python="$(python_environment jsonschema lxml networkx pandas pyld rdflib seqeval spacy \
  cassis=dkpro-cassis label_studio_sdk=label-studio-sdk)" ||
  skip "python3 with venv, or PyPI, is out of reach"
"$python" Scripts/checks/formats.py "$binary" Schemas
