#!/usr/bin/env python3
"""Scores the program against gold annotations and holds it to its bars.

usage: scores.py SHARED BINARY

Every bar is a floor that must be kept; raise it when the program gets better.
"""
import json
import os
import subprocess
import sys

# Corpus, folder below SHARED, and floors by the path of a figure; a list's last number is F1.
BARS = [
    ("articles", "articles", {
        "quotations.exact": 97, "type_accuracy": 92, "speaker": 92, "date_values": 92, "outlet_ids": 100,
    }),
    ("polnear", "corpora/polnear/dev", {
        "quoted.exact": 94, "quoted_and_speaker": 88, "content": 63, "linked": 58, "source": 75, "cue": 69,
    }),
    ("timeml", "corpora/timeml/timebank", {"strict": 84, "relaxed": 92, "value": 80}),
    ("timeml", "corpora/timeml/wikiwars", {"strict": 83, "relaxed": 90, "value": 80}),
]


def figure(report, path):
    """The number at a dotted path; of a triple, the last."""
    value = report
    for key in path.split("."):
        value = value[key]
    while isinstance(value, (list, dict)):
        value = value[-1] if isinstance(value, list) else value["exact"]
    return value


def check(shared, binary, kind, folder, floors):
    place = os.path.join(shared, folder)
    if not os.path.isdir(place):
        print(f"not here: {place}")
        return True
    command = [sys.executable, os.path.join(shared, "eval", "score.py"), kind, place,
               "--hearsay", binary]
    report = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    kept = figure(report, "offset_errors") == 0
    print(f"{kind}: offset_errors {report['offset_errors']}")
    for path, floor in floors.items():
        value = figure(report, path)
        kept = kept and value >= floor
        print(f"{kind}: {path} {value}, at least {floor}{'' if value >= floor else '  <<<'}")
    return kept


def main():
    shared, binary = sys.argv[1], os.path.abspath(sys.argv[2])
    results = [check(shared, binary, *bar) for bar in BARS]
    sys.exit(0 if all(results) else 1)


main()
