"""Two servers decide on one store while exports read it.

usage: store_together.py [SECONDS]

No command and no export may fail, no acknowledged decision may be missing at the end, and each
server must come to show what the other has decided.
"""
import json
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client, binary  # noqa: E402


def decide(client, uri, name, lines, deadline, acknowledged, failures):
    step = 0
    while time.monotonic() < deadline:
        line = lines[step % len(lines)]
        start = step // len(lines)
        place = {"start": {"line": line, "character": start},
                 "end": {"line": line, "character": start + 3}}
        key = f"{name}-{step}"
        step += 1
        answer = client.command("addNote", uri, place, key)
        if "error" in answer:
            failures.append((key, answer["error"]))
        else:
            acknowledged.append(key)


def export(folder, deadline, failures, counts):
    while time.monotonic() < deadline:
        run = subprocess.run([binary(), "export", "--kinds", "note", "article.txt"], cwd=folder,
                             capture_output=True, check=False)
        if run.returncode not in (0, 66) or run.stderr:
            failures.append(("export", run.returncode, run.stderr.decode()))
        counts.append(len([json.loads(line) for line in run.stdout.splitlines()]))


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".hearsay").mkdir()
        article = folder / "article.txt"
        article.write_text("".join(f"{'Flood news ' * 60} {n}.\n" for n in range(40)))
        clients = [Client(binary(), folder, author=author) for author in ("ana", "bo")]
        uris = [client.open(article) for client in clients]
        deadline = time.monotonic() + seconds
        failures, counts, lists = [], [], [[], []]
        threads = [threading.Thread(target=decide, args=(
            clients[n], uris[n], "ana bo".split()[n], range(n, 40, 2), deadline, lists[n],
            failures)) for n in range(2)]
        threads.append(threading.Thread(target=export, args=(folder, deadline, failures, counts)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures, failures[:3]
        db = sqlite3.connect(folder / ".hearsay" / "annotations.sqlite")
        stored = [row[0] for row in db.execute("SELECT note FROM annotation")]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
        assert sorted(stored) == sorted(lists[0] + lists[1]), "a decision is lost or doubled"
        # Each server notices the last decision of the other by itself.
        for client, uri, other in zip(clients, uris, (lists[1], lists[0])):
            client.wait(lambda c=client, u=uri, o=other: any(
                o[-1] in item["message"] for item in c.shown(u)) or len(c.shown(u)) >= 2000)
        for client in clients:
            assert client.stop() == 0
        print(f"{seconds:g} s: {len(lists[0])} + {len(lists[1])} decisions by two servers, "
              f"{len(counts)} exports that saw up to {max(counts)}: no error, none lost")


if __name__ == "__main__":
    main()
