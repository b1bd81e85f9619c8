"""Export, history, undo, redo and ignores on the command line, after decisions in an editor."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client, binary  # noqa: E402

TEXT = "“We wait for the river,” Ana Ruiz, the mayor, said on 5 March 2024. 🌊 “It rises.”\n"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / ".hearsay").mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")

        def run(*arguments, status=0):
            done = subprocess.run([binary(), *arguments], cwd=folder, capture_output=True, text=True,
                                  check=False)
            assert done.returncode == status, (arguments, done)
            return done.stdout if status == 0 else done.stderr

        def exported():
            lines = [json.loads(line) for line in run("export").splitlines()]
            for line in lines:
                target = line["target"]
                assert TEXT[target["start"]:target["end"]] == target["exact"], line
            return {(line["kind"], line["target"]["exact"]): line for line in lines}

        assert "[no-input]" in run("export", status=66)
        assert "[nothing-to-undo]" in run("undo", status=1)
        assert run("history") == "" and run("ignores") == ""
        assert list((folder / ".hearsay").iterdir()) == [], "reading has made a store"

        client = Client(binary(), folder)
        uri = client.open(folder / "a.txt")
        place = {"line": 0, "character": 3}
        words = {"start": {"line": 0, "character": 26}, "end": {"line": 0, "character": 34}}
        for command in (("accept", uri, place), ("setNote", uri, place, "ask again"),
                        ("addNote", uri, words, "which one?"), ("ignoreRule", uri, "date")):
            answer = client.command(*command)
            assert "error" not in answer, answer
        assert client.stop() == 0

        quotation = ("quotation", "“We wait for the river,”")
        found = exported()
        assert found[quotation]["status"] == "accepted"
        assert found[quotation]["note"] == {"text": "ask again"}
        assert found[quotation]["creator"] == {"type": "person", "name": "ana"}
        words = TEXT[26:34]
        assert found[("note", words)]["note"] == {"text": "which one?"}, found.keys()
        assert not any(kind == "date" for kind, _ in found), "an ignored kind was written"

        verbs = [line.split()[3] for line in run("history", "a.txt").splitlines()
                 if not line.startswith(" ")]
        assert verbs == ["accept", "set-note", "add"], verbs
        ignored = run("ignores").split()
        assert "date" in ignored
        run("ignores", "--remove", ignored[0])
        assert run("ignores") == ""
        assert any(kind == "date" for kind, _ in exported())
        assert run("undo") == "undone: unignore\n"
        assert run("ignores").split()[0] == ignored[0]
        assert run("undo", "a.txt") == "undone: add in a.txt\n"
        assert ("note", words) not in exported()
        assert run("redo") == "redone: add in a.txt\n"
        assert ("note", words) in exported()
        # The same article under another name, with other line ends.
        (folder / "b.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
        (folder / "a.txt").unlink()
        assert '"accepted"' in run("export", "b.txt")
        assert "[not-found]" in run("export", "a.txt", status=66)
        print("export, history, undo, redo and ignores agree with what was decided")


if __name__ == "__main__":
    main()
