#!/usr/bin/env python3
"""Compares `hearsay agree` with PyPI's krippendorff, nltk and pygamma-agreement on random sets.

usage: agreement.py BINARY SCHEMAS

The sets are made up and written as exports; the reference implementations get the same units.
"""
import json
import logging
import pathlib
import random
import subprocess
import sys
import tempfile

import jsonschema
import krippendorff
import numpy
from nltk.metrics.agreement import AnnotationTask
from pyannote.core import Segment
from pygamma_agreement import Continuum

logging.disable(logging.WARNING)
TYPES = ["direct", "mixed", "indirect", "scare"]
LENGTH = 4000
SCHEMAS = pathlib.Path(sys.argv[2]).resolve()


def line(start, end, kind, quotation_type=None):
    """One annotation line, as little as the reader needs."""
    body = {"id": f"{kind}-{start}-{end}", "kind": kind, "status": "authored",
            "document": {"path": "text.txt", "sha256": None, "date": None},
            "target": {"start": start, "end": end, "exact": "x" * (end - start)}}
    if kind == "quotation":
        body["quotation"] = {"type": quotation_type or "direct", "speaker": None}
    elif kind == "outlet":
        body["outlet"] = {"id": None, "name": "X", "role": "mention"}
    return json.dumps(body)


def run(binary, folder, sets, *options):
    """The panel for sets of lines."""
    paths = []
    for name, lines in sets.items():
        path = folder / f"{name}.jsonl"
        path.write_text("\n".join(lines) + "\n")
        paths.append(str(path))
    command = [binary, "agree", "--json", "--bootstrap", "0", "--disagreements", "list.jsonl",
               *options, *paths]
    panel = json.loads(subprocess.run(command, capture_output=True, check=True, cwd=folder).stdout)
    validate(panel, "agreement")
    lines = folder.joinpath("list.jsonl").read_text().split("\n")[:-1]
    assert len(lines) == panel["disagreements"]
    for line in lines:
        validate(json.loads(line), "disagreement")
    return panel


def validate(value, schema):
    """Fails where a value does not fit a schema."""
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text())
    jsonschema.Draft202012Validator(rules).validate(value)


def check_values(binary, folder, numbers):
    """Nominal alpha against krippendorff, kappa against nltk, with values missing."""
    names = ["a", "b", "c"]
    spans = [(start, start + numbers.randrange(5, 30)) for start in range(0, LENGTH, 50)]
    sets, table, triples = {}, [], []
    for name in names:
        lines, row = [], []
        for item, (start, end) in enumerate(spans):
            # The first annotator has all, so that the spans' groups are beyond doubt.
            if name != "a" and numbers.random() < 0.1:
                row.append(numpy.nan)
                continue
            kind = TYPES[item % 4] if numbers.random() < 0.7 else numbers.choice(TYPES)
            row.append(TYPES.index(kind))
            triples.append((name, item, kind))
            lines.append(line(start, end, "quotation", kind))
        sets[name] = lines
        table.append(row)
    panel = run(binary, folder, sets, "--samples", "1")
    ours = next(a for a in panel["attributes"] if a["name"] == "type")
    alpha = krippendorff.alpha(
        reliability_data=numpy.array(table), level_of_measurement="nominal")
    assert abs(ours["alpha"] - alpha) < 1e-9, (ours["alpha"], alpha)
    kappas = []
    for first in range(3):
        for second in range(first + 1, 3):
            pair = (names[first], names[second])
            both = {i for n, i, _ in triples if n == pair[0]} & {
                i for n, i, _ in triples if n == pair[1]}
            kappas.append(AnnotationTask(
                data=[t for t in triples if t[0] in pair and t[1] in both]).kappa())
    kappa = sum(kappas) / 3
    assert abs(ours["kappa"] - kappa) < 1e-9, (ours["kappa"], kappa)
    print(f"nominal alpha {alpha:.6f} and kappa {kappa:.6f} are those of krippendorff and nltk")


def check_gamma(binary, folder, numbers, annotators, count):
    """Gamma within the sampling error of both implementations."""
    numpy.random.seed(numbers.randrange(1 << 30))
    reference, sets = Continuum(), {}
    truth = []
    place = 0
    for _ in range(count):
        place += numbers.randrange(20, 200)
        end = place + numbers.randrange(10, 120)
        truth.append((place, end, numbers.choice(["quotation", "outlet"])))
        place = end
    for annotator in range(annotators):
        name, lines, seen = f"n{annotator}", [], set()
        for start, end, kind in truth:
            if numbers.random() < 0.2:
                continue
            start += numbers.randrange(0, 9)
            end -= numbers.randrange(0, 5)
            if numbers.random() < 0.15:
                kind = numbers.choice(["quotation", "outlet"])
            if end > start and (start, end) not in seen:
                seen.add((start, end))
                lines.append(line(start, end, kind))
                reference.add(name, Segment(start, end), kind)
        sets[name] = lines
    samples = 60
    result = reference.compute_gamma(n_samples=samples)
    panel = run(binary, folder, sets, "--samples", str(samples))
    ours = panel["rows"][0]["gamma"]
    disorders = [alignment.disorder for alignment in result.chance_alignments]
    error = 2 * numpy.std(disorders) / len(disorders) ** 0.5
    theirs = result.observed_disorder * error / result.expected_disorder ** 2
    assert abs(ours["observed"] - result.observed_disorder) < 1e-4, (
        ours["observed"], result.observed_disorder)
    allowed = 2 * (ours["error"] + theirs)
    assert abs(ours["value"] - result.gamma) < allowed, (ours["value"], result.gamma, allowed)
    print(f"{annotators} annotators: gamma {ours['value']:.4f}, pygamma-agreement "
          f"{result.gamma:.4f}, allowed {allowed:.4f}; the same observed disorder")


def main():
    binary = sys.argv[1]
    numbers = random.Random(2024)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.joinpath("text.txt").write_text("x" * LENGTH)
        for _ in range(3):
            check_values(binary, folder, numbers)
        check_gamma(binary, folder, numbers, 2, 30)
        check_gamma(binary, folder, numbers, 3, 12)


main()
