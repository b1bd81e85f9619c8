#!/usr/bin/env python3
"""Runs `hearsay annotate` on samples and on files nobody would write, and validates every line.

usage: annotation_lines.py BINARY SCHEMA SAMPLES

Each line must fit the schema, and every `exact` must be the text between its offsets, counted in
Unicode code points. Files that are no text must each have one line on stderr and stop nothing.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema

PIECES = [
    "“We will not,” said Ana Ruiz, the mayor, on Tuesday. ", "\"It is over,\" he said. ",
    "Reuters reported on 5 March 2024 that ", "according to TASS, ", "🌊🌉", "e\u0301", "\u0301",
    "\r\n", "\r", "\n\n", "\ufeff", "“", "”", "‘", "\"", "«Нет», – сказал он. ", "日本語",
    "\U0010ffff", "\u2028", "last week ", "Share on Facebook\n", "Mireille Aubert: “Nobody. Ever.” ",
    "the so-called “green reserve” ", "x" * 700, " " * 90,
]


def write_nasty(folder):
    """Files that are text, however odd."""
    numbers = random.Random(2024)
    for index in range(24):
        text = "".join(numbers.choice(PIECES) for _ in range(numbers.randrange(1, 160)))
        folder.joinpath(f"odd-{index:02}.txt").write_bytes(text.encode())
    sentence = "“We will not,” said Ana Ruiz on Tuesday. "
    folder.joinpath("bom.txt").write_bytes(b"\xef\xbb\xbf" + ("🌊 " + sentence).encode())
    folder.joinpath("crlf.txt").write_bytes((sentence + "\r\n\r\n").encode() * 50)
    folder.joinpath("cr.txt").write_bytes((sentence + "\r").encode() * 50)
    folder.joinpath("one-line.txt").write_bytes(sentence.encode() * 1500)
    folder.joinpath("name with spaces é🌊.md").write_bytes(sentence.encode())
    folder.joinpath("empty.txt").write_bytes(b"")


def write_broken(folder):
    """Files that are no text; the reason of each is somebody's bad day."""
    broken = {
        "latin1.txt": "“x” né".encode("cp1252", "replace"),
        "truncated.txt": "“We will not 🌊".encode()[:-2],
        "utf16.txt": "“We will not,” said Ana.".encode("utf-16"),
        "surrogate.txt": b"a \xed\xa0\x80 b",
        "binary.txt": "“We will not,”\0 said Ana.".encode(),
    }
    for name, data in broken.items():
        folder.joinpath(name).write_bytes(data)
    return [folder / name for name in broken] + [folder / "vanished.txt"]


class Validation:
    """Counts lines and collects what is wrong with them."""

    def __init__(self, schema):
        self.validator = jsonschema.Draft202012Validator(schema)
        self.validator.check_schema(schema)
        self.problems, self.kinds, self.texts = [], {}, {}

    def text(self, path):
        if path not in self.texts:
            self.texts[path] = pathlib.Path(path).read_bytes().decode().removeprefix("\ufeff")
        return self.texts[path]

    def check(self, line, text=None):
        annotation = json.loads(line)
        errors = list(self.validator.iter_errors(annotation))
        if errors:
            where = "/".join(map(str, errors[0].absolute_path))
            self.problems.append(f"{where}: {errors[0].message[:200]}")
            return
        self.kinds[annotation["kind"]] = self.kinds.get(annotation["kind"], 0) + 1
        self.check_places(annotation, self.text(annotation["document"]["path"]) if text is None else text)

    def check_places(self, annotation, text):
        target, quotation = annotation["target"], annotation.get("quotation") or {}
        for words in (target, quotation.get("source"), quotation.get("cue")):
            if words and text[words["start"]:words["end"]] != words["exact"]:
                self.problems.append(f"{annotation['id']}: {words['exact'][:80]!r} is not there")
        if not text[: target["start"]].endswith(target["prefix"]):
            self.problems.append(f"{annotation['id']}: another prefix")
        if not text[target["end"]:].startswith(target["suffix"]):
            self.problems.append(f"{annotation['id']}: another suffix")
        segments = target["segments"]
        if (segments[0]["start"], segments[-1]["end"]) != (target["start"], target["end"]):
            self.problems.append(f"{annotation['id']}: segments and target disagree")


def annotate(binary, paths, data=None):
    command = [binary, "annotate", "--quiet", "--format", "jsonl", *map(str, paths)]
    return subprocess.run(command, input=data, capture_output=True, timeout=300)


def check_files(binary, validation, paths, status):
    result = annotate(binary, paths)
    if result.returncode != status:
        validation.problems.append(f"exit status {result.returncode}, expected {status}")
    lines = result.stdout.decode().split("\n")
    for line in lines[:-1]:
        validation.check(line)
    identities = [json.loads(line)["id"] for line in lines[:-1]]
    if len(set(identities)) != len(identities):
        validation.problems.append("two annotations share an id")
    return result.stderr.decode().splitlines()


def check_broken(binary, validation, folder):
    broken = write_broken(folder)
    good = folder / "good.txt"
    good.write_text("“We will not,” said Ana Ruiz.", encoding="utf-8")
    complaints = check_files(binary, validation, [*broken, good], 1)
    for path in broken:
        about = [c for c in complaints if c.startswith(f"hearsay: {path}: ")]
        if len(about) != 1 or not re.search(r" \[[a-z0-9-]+\]$", about[0]):
            validation.problems.append(f"{path.name}: complaints {about}")
    if len(complaints) != len(broken):
        validation.problems.append(f"{len(complaints)} complaints on {len(broken)} files")


def check_stdin(binary, validation):
    text = "🌊 “We will not,” said Ana Ruiz on Tuesday.\r\n"
    result = annotate(binary, ["-"], text.encode())
    for line in result.stdout.decode().splitlines():
        validation.check(line, text)
    if result.returncode != 0 or not result.stdout:
        validation.problems.append(f"standard input: exit status {result.returncode}")


def main():
    binary, schema, samples = sys.argv[1:]
    validation = Validation(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as place:
        odd, bad = pathlib.Path(place, "odd"), pathlib.Path(place, "bad")
        odd.mkdir()
        bad.mkdir()
        write_nasty(odd)
        check_files(binary, validation, [samples, odd], 0)
        check_broken(binary, validation, bad)
        check_stdin(binary, validation)
    for kind in ("quotation", "date", "outlet"):
        if not validation.kinds.get(kind):
            validation.problems.append(f"no {kind} anywhere")
    for problem in validation.problems[:20]:
        print(problem)
    print(f"{sum(validation.kinds.values())} lines {validation.kinds}, "
          f"{len(validation.problems)} problems")
    sys.exit(1 if validation.problems else 0)


main()
