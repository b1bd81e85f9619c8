"""Two projects over one remote store whose programs are killed at any moment.

usage: sync_killed.py PROGRAM REMOTE FOLDER     PROGRAM is hearsay
"""

import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time

program, remote, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
ARTICLE = "The river bed has moved by a metre.\n" * 40
random.seed(7)


class Editor:
    """An editor as far as commands need one."""

    def __init__(self, project):
        self.uri = f"file://{project}/article.txt"
        self.server = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=project)
        self.number = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": self.uri, "languageId": "text", "version": 1, "text": ARTICLE}})

    def send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.server.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            length = 0
            while (line := self.server.stdout.readline().strip()):
                length = int(line.split(b":")[1]) if line.lower().startswith(b"content-l") else length
            answer = json.loads(self.server.stdout.read(length))
            if answer.get("id") == self.number and "method" not in answer:
                assert "error" not in answer, answer
                return answer["result"]

    def note(self, words, line, start):
        place = {"start": {"line": line, "character": start},
                 "end": {"line": line, "character": start + 3}}
        self.ask("workspace/executeCommand",
                 {"command": "hearsay.addNote", "arguments": [self.uri, place, words]})

    def kill(self):
        self.server.kill()
        self.server.wait()


def sync(project, *arguments):
    return subprocess.run([program, "sync", *arguments], cwd=project, capture_output=True, text=True)


def arguments(process):
    """What everybody on this machine can read of a process and its children."""
    found = b""
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if process in (int(path.name), parent):
                found += (path / "cmdline").read_bytes()
        except (OSError, ValueError, IndexError):
            pass  # It ended meanwhile.
    return found


def shown(project):
    database = sqlite3.connect(project / ".hearsay" / "annotations.sqlite")
    return sorted(database.execute("SELECT id, start, end, note FROM annotation"))


projects = [folder / "ana", folder / "ben"]
for project in projects:
    (project / ".hearsay").mkdir(parents=True)
    (project / ".hearsay.toml").write_text(f'author = "{project.name}"\n')
    (project / "article.txt").write_text(ARTICLE)
    result = sync(project, "init", remote, "--member", project.name)
    assert result.returncode == 0, result.stderr
wanted, kills = set(), 0
secret = os.environ.get("HEARSAY_S3_SECRET_KEY", "")
for turn in range(8):
    for project in projects:
        # The server syncs by itself too, and is killed with everything else.
        editor = Editor(project)
        for number in range(5):
            words = f"{project.name} {turn} {number}"
            editor.note(words, 5 * turn + number, 4 * projects.index(project))
            wanted.add(words)
        for _ in range(3):
            with open(folder / "errors.log", "ab") as errors:
                process = subprocess.Popen([program, "sync", "--quiet"], cwd=project,
                                           stdout=errors, stderr=errors)
            time.sleep(random.random() * 0.15)
            if secret and secret.encode() in arguments(process.pid) + arguments(editor.server.pid):
                sys.exit("the secret stands in a list of arguments")
            kills += process.poll() is None
            process.kill()
            process.wait()
        editor.kill()
for _ in range(2):
    for project in projects:
        result = sync(project)
        assert result.returncode == 0, result.stdout + result.stderr
first, second = (shown(project) for project in projects)
assert first == second, "the stores differ"
assert {row[3] for row in first} == wanted, wanted ^ {row[3] for row in first}
for project in projects:
    database = sqlite3.connect(project / ".hearsay" / "annotations.sqlite")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
if secret:
    # What is said about credentials that are refused holds none of them either.
    wrong = subprocess.run(
        [program, "sync"], cwd=projects[0], capture_output=True, text=True,
        env={**os.environ, "HEARSAY_S3_SECRET_KEY": secret + "-but-wrong"})
    assert wrong.returncode == 77, wrong
    assert secret not in wrong.stdout + wrong.stderr, "an error shows the secret"
for path in folder.rglob("*"):
    if secret and path.is_file() and secret.encode() in path.read_bytes():
        sys.exit(f"the secret stands in {path}")
print(f"{len(wanted)} notes, {kills} syncs killed, both stores alike")
