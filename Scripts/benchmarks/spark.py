"""Measures the PySpark recipe of the README on this machine; HEARSAY_BIN names a release build.

usage: spark.py [--megabytes N] [--times N] [--partitions N]      (Python needs pyspark, and Java)

- invented articles (20 MB) as a Parquet table, through the recipe, to text files: with one worker
  and with two, and the same rows by `hearsay annotate --jobs 1` and `--jobs 2` without Spark
- what each of some bad rows gives

Of every figure the best of three. Starting Spark is not part of the time.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql.functions import expr

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "checks")]
from lsp_client import binary  # noqa: E402
from project import article  # noqa: E402
from spark_recipe import annotate, local_session  # noqa: E402

SCHEMA = "id string, text string, date string"
SENTENCE = "“We will build it,” said Ana Ruiz on Monday.\n"
# Lines of a table's file, by what is wrong with them.
BAD = {
    "nothing (a good row)": {"id": "good", "text": SENTENCE, "date": "2024-03-07"},
    "a line that is no JSON": "nothing",
    "no text": {"id": "no text", "date": "2024-03-07"},
    "text is null": {"id": "null", "text": None, "date": "2024-03-07"},
    "text is empty": {"id": "empty", "text": ""},
    "a NUL in the text": {"id": "nul", "text": "\0" + SENTENCE},
    "date is no date": {"id": "month", "text": SENTENCE, "date": "March 2024"},
    "date is in no calendar": {"id": "day", "text": SENTENCE, "date": "2024-02-30"},
    "date is null": {"id": "undated", "text": SENTENCE, "date": None},
    "id is null": {"id": None, "text": SENTENCE, "date": "2024-03-07"},
    "id twice": {"id": "good", "text": SENTENCE, "date": "2024-03-07"},
    # Made by Spark, whose JSON reader takes no such string.
    "a text of 72 MB": {"id": "huge", "text": "repeated"},
}


def option(name, value):
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else value


def make_rows(path, megabytes):
    """Writes articles as rows; the number of them and the bytes of their texts."""
    count = total = 0
    with open(path, "w", encoding="utf-8") as file:
        while total < megabytes * 1_000_000:
            text = article(count, 5_600)
            row = {"id": f"article-{count}", "text": text, "date": "2024-03-07"}
            file.write(json.dumps(row) + "\n")
            total += len(text.encode())
            count += 1
    return count, total


def by_spark(session, scratch, partitions):
    """Seconds, and the lines that came."""
    output = scratch / "annotations"
    shutil.rmtree(output, ignore_errors=True)
    begun = time.perf_counter()
    table = session.read.parquet(str(scratch / "table")).repartition(partitions)
    table.rdd.mapPartitions(annotate).saveAsTextFile(str(output))
    taken = time.perf_counter() - begun
    return taken, sum(path.read_bytes().count(b"\n") for path in output.glob("part-*"))


def alone(scratch, jobs):
    """The same without Spark."""
    output = scratch / "annotations.jsonl"
    begun = time.perf_counter()
    subprocess.run(
        [binary(), "annotate", "--input-format", "jsonl", "--jobs", str(jobs), "--quiet",
         "--output", str(output), str(scratch / "rows.jsonl")], check=True)
    taken = time.perf_counter() - begun
    return taken, output.read_bytes().count(b"\n")


def measure(scratch, partitions, times):
    """The best seconds of every way."""
    best, counts = {}, set()

    def note(way, result):
        best[way] = min(best.get(way, result[0]), result[0])
        counts.add(result[1])

    for _ in range(times):
        for workers in (1, 2):
            note(("hearsay annotate --jobs", workers), alone(scratch, workers))
            begun = time.perf_counter()
            session = local_session(workers)
            if not (scratch / "table").exists():
                print(f"starting Spark, s: {time.perf_counter() - begun:.1f}")
                rows = session.read.schema(SCHEMA).json(str(scratch / "rows.jsonl"))
                rows.write.parquet(str(scratch / "table"))
            note(("PySpark, workers", workers), by_spark(session, scratch, partitions))
            session.stop()
    assert len(counts) == 1, f"different numbers of lines: {counts}"
    print(f"{counts.pop()} lines each time")
    return best


def bad_rows(scratch):
    """Each bad row between two good ones, all in one partition."""
    session = local_session(2)
    path = scratch / "bad.jsonl"
    for what, bad in BAD.items():
        good = [json.dumps({"id": name, "text": SENTENCE, "date": "2024-03-07"})
                for name in ("before", "behind")]
        line = bad if isinstance(bad, str) else json.dumps(bad)
        path.write_text(f"{good[0]}\n{line}\n{good[1]}\n", encoding="utf-8")
        table = session.read.schema(SCHEMA).json(str(path)).coalesce(1).withColumn(
            "text", expr("if(text = 'repeated', repeat(text, 9000000), text)"))
        lines = [json.loads(line) for line in table.rdd.mapPartitions(annotate).collect()]
        others = [line["document"].get("id") for line in lines if "error" not in line]
        assert others.count("before") == others.count("behind") == 2, lines
        errors = [line["error"] for line in lines if "error" in line]
        own = len(others) - 4
        told = "; ".join(f"{error['code']}, id {error.get('id')}: {error['message']}"
                         for error in errors)
        print(f"{what}: {told or f'{own} annotations'}")
    session.stop()


def main():
    os.environ["HEARSAY_BIN"] = os.path.abspath(binary())
    partitions = option("--partitions", 8)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        count, total = make_rows(scratch / "rows.jsonl", option("--megabytes", 20))
        print(f"{count} articles, {total / 1e6:.1f} MB, {partitions} partitions, "
              f"{os.cpu_count()} processors")
        best = measure(scratch, partitions, option("--times", 3))
        for way in dict.fromkeys(way for way, _ in best):
            one, two = (total / 1e6 / best[way, number] for number in (1, 2))
            print(f"{way} 1: {one:.2f} MB/s, 2: {two:.2f} MB/s, ratio {two / one:.2f}")
        bad_rows(scratch)


if __name__ == "__main__":
    main()
