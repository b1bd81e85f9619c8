"""Validates `--format tei` against the schema `tei_all` of the TEI Consortium.

usage: tei_all.py BINARY SAMPLES SCHEMA JING

SCHEMA is tei_all.rng, JING the archive of James Clark's validator. The articles are the samples
and two more, one with whatever XML has to escape and one with dates that no calendar has. All
annotations are decided first: accepted, edited, with notes and without.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HOSTILE = (
    "By Ana Byline\nPublish date 12 Feb 2024\n\n🌊 “We <b>re\u0301sign</b> &amp; go ]]>,” Zoe\u0308 "
    "O’Brien-Lee Jr., the mayor’s \"aide\", said on Tuesday, \x0b\x01\x1b[31m “now.”\r\n\r\n"
    "The water board said the bridge “has moved\n\nby a metre,” according to TASS \ufffe. Protesters "
    "shouted: “Not here!” The so-called “green reserve” is for 2025. Critics said it was “late”. "
    "“He told me ‘it is over’,” said Иван Петров. Reuters reported that Ministry of Public Works "
    "officials had said on Monday that the river would rise in the spring.\n")
CALENDAR = (
    "Publish date 1 March 2023\n\n“We open on 30 February 2023,” said Ana Ruiz on 31 April. It began "
    "in 44 BC, in the 1990s, at 9:30 on Monday, every week for three days, in winter 2021, in the "
    "first half of 2022, on 29 February 2024, on 29 February 2023 and over the last weekend.\n")
# What TIMEX3 may say, some of it no date of XML Schema.
VALUES = (
    "2024", "2024-03", "2024-03-05", "2023-02-29", "2023-02-30", "2023-13", "2023-00-10", "0000",
    "2023-04-31", "2024-02-29", "199X", "19", "BC0044", "2024-W10", "2024-W10-WE", "2024-Q1",
    "2024-H1", "2024-SP", "2024-03-05T09:30", "T09:30", "2024-03-05TMO", "P3D", "P1W", "PXY",
    "PAST_REF", "FUTURE_REF")
NOTES = ("who says so?", "<&>\"'", "🌊\r\n\x01 \ufffe", " ", "]]>")


def decide(number, line):
    """The line as a person would have decided it."""
    person = {"type": "person", "name": "Ana <&> Ruiz"}
    decision = {"author": person["name"], "time": "2024-03-08T10:00:00Z"}
    decided = {**line, "status": "accepted", "creator": person, "decision": decision}
    if line["kind"] == "date":
        decided["status"] = "edited"
        decided["date"] = {**line["date"], "value": VALUES[number % len(VALUES)]}
    if number % 3 == 0:
        decided["note"] = {"text": NOTES[number // 3 % len(NOTES)]}
    return decided


def run(folder, *command, status=0):
    done = subprocess.run(
        [*map(str, command)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != status:
        sys.exit(f"{' '.join(map(str, command[:4]))}: exit status {done.returncode}\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout


def main():
    binary, samples, schema, jing = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    validate = ("java", "-jar", jing, schema)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        articles = folder / "articles"
        (articles / ".hearsay").mkdir(parents=True)
        for path in [*samples.glob("*.txt"), *samples.glob("*.md")]:
            shutil.copy(path, articles)
        (articles / "hostile.txt").write_text(HOSTILE, encoding="utf-8", newline="")
        (articles / "calendar.txt").write_text(CALENDAR, encoding="utf-8")
        (articles / "values.txt").write_text(
            "".join(f"It was in May {1990 + n}. " for n in range(len(VALUES))), encoding="utf-8")
        (articles / "empty.txt").write_text("", encoding="utf-8")

        run(articles, binary, "annotate", "--format", "tei", "--output", folder / "suggested", ".")
        lines = run(articles, binary, "annotate", "--format", "jsonl", ".").split("\n")[:-1]
        decided = [decide(number, json.loads(line)) for number, line in enumerate(lines)]
        (folder / "decided.jsonl").write_text(
            "".join(json.dumps(line) + "\n" for line in decided), encoding="utf-8")
        run(articles, binary, "import", folder / "decided.jsonl")
        stored = run(articles, binary, "export", "--format", "jsonl").split("\n")[:-1]
        assert len(stored) == len(lines), (len(stored), len(lines))
        run(articles, binary, "export", "--format", "tei", "--output", folder / "decided")

        files = sorted(folder.glob("suggested/**/*.xml")) + sorted(folder.glob("decided/**/*.xml"))
        said = next(path for path in files if "<said" in path.read_text(encoding="utf-8"))
        wrong = folder / "wrong.xml"
        wrong.write_text(
            said.read_text(encoding="utf-8").replace("direct=", "straight="), encoding="utf-8")
        assert "straight" in run(folder, *validate, wrong, status=1), "the validator takes anything"
        run(folder, *validate, *files)
    print(f"{len(files)} files with {len(stored)} decided annotations are valid against tei_all")


if __name__ == "__main__":
    main()
