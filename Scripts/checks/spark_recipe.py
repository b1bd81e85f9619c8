#!/usr/bin/env python3
"""Runs the recipe of the README on a local cluster with two workers; HEARSAY_BIN names the program.

Documents from a table go to `hearsay annotate --input-format jsonl -` and come back as annotations
that carry the documents' ids. A bad row comes back as an error with its id, and the others go on.
"""
import datetime
import json
import os
import sys

# The recipe itself, as the README shows it but for the program's place.
# recipe: begin
import subprocess

from pyspark.sql import SparkSession


def annotate(rows):
    """One program for each partition: rows in, annotation lines out."""
    lines = (json.dumps({"id": r["id"], "text": r["text"], "date": r["date"]}, default=str)
             for r in rows)
    hearsay = os.environ["HEARSAY_BIN"]
    done = subprocess.run(
        [hearsay, "annotate", "--input-format", "jsonl", "--jobs", "1", "--quiet", "-"],
        input="\n".join(lines).encode(), capture_output=True)
    if done.returncode not in (0, 1):  # 1: some rows were bad; they are among the lines
        raise RuntimeError(done.stderr.decode())
    return (line for line in done.stdout.decode().split("\n") if line)
# recipe: end


def local_session(workers):
    """A cluster on this machine, which nobody else reaches."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(f"local[{workers}]").appName("hearsay")
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        .getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    # Workers look the function up in this file.
    session.sparkContext.addPyFile(os.path.abspath(__file__))
    return session


TEXTS = {
    f"doc-{number}": f"🌊 “We will build number {number},” said Ana Ruiz on Monday.\r\n"
    for number in range(20)
}


def check(lines, bad):
    """Every document has its annotations, every bad row its error."""
    errors = [line["error"] for line in lines if "error" in line]
    assert [error["code"] for error in errors] == ["bad-row"] * len(bad), errors
    assert {error["id"] for error in errors} == bad, errors
    seen = set()
    for line in lines:
        if "error" in line:
            continue
        target = line["target"]
        name = line["document"]["id"]
        assert TEXTS[name][target["start"]:target["end"]] == target["exact"]
        if line["kind"] == "date":
            assert line["date"]["value"] == "2024-03-04", line
        seen.add((name, line["kind"]))
    assert seen == {(name, kind) for name in TEXTS for kind in ("quotation", "date")}, seen


def main():
    session = local_session(2)

    def annotated(rows, date):
        table = session.createDataFrame(rows, f"id string, text string, date {date}")
        lines = table.repartition(2).rdd.mapPartitions(annotate).collect()
        return [json.loads(line) for line in lines]

    rows = [(name, text, "2024-03-07") for name, text in TEXTS.items()]
    bad = [("none", None, None), ("nul", "“We\0 will,” said Ana Ruiz.", None),
           ("month", "“We will,” said Ana Ruiz.", "March 2024")]
    check(annotated(rows + bad, "string"), {name for name, _, _ in bad})
    # A column of the type date, as most tables have it.
    rows = [(name, text, datetime.date(2024, 3, 7)) for name, text in TEXTS.items()]
    check(annotated(rows + bad[:1], "date"), {"none"})
    session.stop()
    print(f"{len(TEXTS)} documents through two workers, {len(bad)} bad rows told")


if __name__ == "__main__":
    main()
