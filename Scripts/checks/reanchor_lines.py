#!/usr/bin/env python3
"""Moves real annotations to an edited copy of a sample, and validates every line that comes out.

usage: reanchor_lines.py BINARY SCHEMA SAMPLE

Every line must fit the schema, every `exact` must be the text between its offsets in the version the
line names, and each state must occur: words kept, words changed, words cut out.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

binary, schema, sample = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text()), sys.argv[3]
check = jsonschema.Draft202012Validator(schema)
old = pathlib.Path(sample).read_text(encoding="utf8")
new = "A word before 🌊.\r\n" + old.replace("in a hurry", "in haste").replace("\n", "\r\n")
new = new.replace("has moved by a metre", "").replace("in 2019", "")
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "new.txt")
    path.write_bytes(new.encode())
    lines = subprocess.run([binary, "annotate", sample, "--format", "jsonl"], capture_output=True, check=True)
    moved = subprocess.run(
        [binary, "reanchor", "--from", sample, "--to", path], input=lines.stdout,
        capture_output=True, check=True)
    states, problems = collections.Counter(), []
    for line in moved.stdout.decode().splitlines():
        found = json.loads(line)
        state, target = found["anchoring"]["state"], found["target"]
        states[state] += 1
        problems += [f"{found['id']}: {error.message}" for error in check.iter_errors(found)]
        text = old if state == "orphaned" else new
        if text[target["start"]:target["end"]] != target["exact"]:
            problems.append(f"{found['id']}: other words at its offsets")
    if len(moved.stdout.splitlines()) != len(lines.stdout.splitlines()):
        problems.append("lines were lost")
    problems += [f"nothing is {state}" for state in ("anchored", "review", "orphaned") if not states[state]]
for problem in problems:
    print(problem)
print(f"{sum(states.values())} annotations moved, {dict(states)}, {len(problems)} problems")
sys.exit(1 if problems else 0)
