#!/usr/bin/env python3
"""Runs the recipe of the README on a local cluster with two workers.

usage: spark_recipe.py BINARY

Documents from a table go to `hearsay annotate --input-format jsonl -` and come back as annotations
that carry the documents' ids; a bad row comes back as an error and the others go on.
"""
import json
import os
import sys

# The recipe itself, as the README shows it.
# recipe: begin
import subprocess

from pyspark.sql import SparkSession


def annotate(rows):
    """One program for each partition: rows in, annotation lines out."""
    lines = (json.dumps({"id": row["id"], "text": row["text"], "date": row["date"]}) for row in rows)
    done = subprocess.run(
        [HEARSAY, "annotate", "--input-format", "jsonl", "--jobs", "1", "--quiet", "-"],
        input="\n".join(lines).encode(), capture_output=True)
    if done.returncode not in (0, 1):  # 1: some rows were bad; they are among the lines
        raise RuntimeError(done.stderr.decode())
    return (line for line in done.stdout.decode().split("\n") if line)
# recipe: end


HEARSAY = os.path.abspath(sys.argv[1])


def main():
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]").appName("hearsay")
        .config("spark.ui.enabled", "false").config("spark.driver.memory", "512m")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        .getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    texts = {
        f"doc-{number}": f"🌊 “We will build number {number},” said Ana Ruiz on Monday.\r\n"
        for number in range(20)
    }
    rows = [{"id": name, "text": text, "date": "2024-03-07"} for name, text in texts.items()]
    rows.append({"id": "bad", "text": None, "date": None})
    table = session.createDataFrame(rows, "id string, text string, date string")
    lines = [json.loads(line) for line in table.repartition(2).rdd.mapPartitions(annotate).collect()]
    session.stop()
    errors = [line for line in lines if "error" in line]
    assert [error["error"]["code"] for error in errors] == ["bad-row"], errors
    seen = set()
    for line in lines:
        if "error" in line:
            continue
        target = line["target"]
        name = line["document"]["id"]
        assert texts[name][target["start"]:target["end"]] == target["exact"]
        if line["kind"] == "date":
            assert line["date"]["value"] == "2024-03-04", line
        seen.add((name, line["kind"]))
    assert seen == {(name, kind) for name in texts for kind in ("quotation", "date")}, seen
    print("20 documents through two workers, one bad row told")


if __name__ == "__main__":
    main()
