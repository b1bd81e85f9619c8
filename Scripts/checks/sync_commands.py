"""What the commands about a sync say and refuse, over the folder that sync_killed.py leaves behind.

usage: sync_commands.py PROGRAM REMOTE FOLDER     PROGRAM is hearsay, REMOTE a folder
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import time

program, remote, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ana, ben = folder / "ana", folder / "ben"


def run(project, *arguments):
    return subprocess.run([program, *arguments], cwd=project, capture_output=True, text=True)


def expect(project, status, said, *arguments):
    result = run(project, *arguments)
    output = result.stdout + result.stderr
    assert result.returncode == status and said in output, (arguments, result)
    return output


def shown(project):
    database = sqlite3.connect(project / ".hearsay" / "annotations.sqlite")
    return sorted(database.execute("SELECT id, start, end, note FROM annotation"))


# Set up again: the same is the same, another member is another store.
expect(ana, 0, "for ana", "sync", "init", f"file://{remote}")
expect(ana, 0, "for ana", "sync", "init", f"file://{remote}", "--member", "ana")
output = expect(ana, 64, "sync-other-member", "sync", "init", f"file://{remote}", "--member", "eve")
assert "set up" not in output, output
expect(ana, 64, "sync-other-member", "sync", "init", f"file://{remote}2", "--member", "eve")
expect(folder, 64, "sync-bad-member", "sync", "init", f"file://{remote}", "--member", "Ana Ruiz")

# What others did stands in the history, with their names.
history = expect(ben, 0, "add by sync from ana (", "history")
assert "  ana  add by sync" in history and "note: ana 7 4" in history, history
assert "by sync" in expect(ben, 0, "note: ana 7 4", "history", "article.txt")

# A sync without news is no change to who has the file open.
for _ in range(2):
    for project in (ana, ben):
        expect(project, 0, "up to date", "sync")
watcher = sqlite3.connect(ana / ".hearsay" / "annotations.sqlite")
before = watcher.execute("PRAGMA data_version").fetchone()
expect(ana, 0, "up to date", "sync")
expect(ana, 0, "last sync: 2", "sync", "status")
assert watcher.execute("PRAGMA data_version").fetchone() == before, "an idle sync writes"

# Undoing and bringing back go over too, each with a segment of its own.
for verb in ("undo", "redo"):
    expect(ana, 0, "done: add", verb)
    expect(ana, 0, "sent: 1", "sync")
    expect(ben, 0, "from ana: 1", "sync")
    assert shown(ana) == shown(ben), verb

# Who may compact, and whom a log waits for.
(remote / "team.json").write_text(json.dumps({"v": 1, "name": "desk", "members": [
    {"member": "ana", "role": "maintainer", "name": "Ana Ruiz"},
    {"member": "ben", "role": "annotator"}]}))
devices = {line.split(".")[0]: line.split("\t")[0]
           for line in expect(ana, 0, "ben.", "sync", "devices").splitlines()}
expect(ben, 77, "sync-not-maintainer", "sync", "compact")
expect(ben, 77, "sync-not-maintainer", "sync", "retire", devices["ana"])
expect(ben, 1, "sync-unknown-device", "sync", "retire", "00000000")
expect(ana, 64, "sync-own-device", "sync", "retire", devices["ana"])
card = remote / "log" / devices["ben"] / "seen.json"
card.write_text(json.dumps({"v": 1, "at": int(time.time()), "retired": False, "seen": {}}))


def stubs():
    return sum(b'"gone":true' in path.read_bytes() for path in remote.glob("log/ana.*/0*"))


expect(ana, 0, "wrote ana.", "sync", "compact")
assert stubs() == 0, "a segment is gone that ben has not said he has read"
expect(ana, 0, "is retired", "sync", "retire", devices["ben"].split(".")[1][:12])
expect(ana, 0, "\tretired", "sync", "devices")
expect(ana, 0, "wrote ana.", "sync", "compact")
assert stubs() > 0, "a retired device is waited for"

# Who is retired can come back, and a newcomer reads the snapshot.
expect(ben, 0, "up to date", "sync")
newcomer = folder / "cat"
(newcomer / ".hearsay").mkdir(parents=True)
(remote / "team.json").write_text(json.dumps({"v": 1, "members": [
    {"member": "ana", "role": "maintainer"}, {"member": "ben", "role": "annotator"},
    {"member": "cat", "role": "reader"}]}))
expect(newcomer, 0, "for cat", "sync", "init", f"file://{remote}", "--member", "cat")
expect(newcomer, 0, "from ana: ", "sync")
assert shown(newcomer) == shown(ana) == shown(ben), "the stores differ"
print("the commands say and refuse what they should")
