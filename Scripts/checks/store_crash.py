"""Kills the server at random moments while it stores decisions.

usage: store_crash.py [ROUNDS] [SEED]

Each round decides through the real server until SIGKILL hits it. Afterwards every decision that was
acknowledged must be in the store, none twice, nothing else but what was under way, and SQLite must
find the file whole. Rounds share one store, so that what one leaves behind meets the next.
"""
import random
import sqlite3
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client, ServerGone, binary  # noqa: E402


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".hearsay").mkdir()
        article = folder / "article.txt"
        article.write_text("".join(f"Line {n} tells of the flood in Porto Lindo.\n"
                                   for n in range(400)), encoding="utf-8")
        acknowledged, possible = {}, {}
        killed_while_deciding = 0
        for turn in range(rounds):
            killed_while_deciding += one_round(
                chance, folder, article, turn, acknowledged, possible)
            check(folder, acknowledged, possible, turn)
        print(f"{rounds} rounds, {len(acknowledged)} decisions acknowledged, "
              f"{killed_while_deciding} rounds killed while one was under way: none lost or doubled")


def one_round(chance, folder, article, turn, acknowledged, possible):
    client = Client(binary(), folder)
    uri = client.open(article)
    timer = threading.Timer(chance.uniform(0, 0.25), client.process.kill)
    timer.start()
    step = 0
    try:
        while True:
            line = chance.randrange(400)
            key = f"note {turn}-{step}"
            step += 1
            start = chance.randrange(0, 5)
            place = {"start": {"line": line, "character": start},
                     "end": {"line": line, "character": start + 1 + chance.randrange(20)}}
            possible[key] = place
            answer = client.command("addNote", uri, place, key)
            if "error" in answer:
                del possible[key]
                assert "[taken]" in answer["error"]["message"], answer
            else:
                acknowledged[key] = possible.pop(key)
    except ServerGone:
        pass
    timer.join()
    client.kill()
    return 1 if possible.get(f"note {turn}-{step - 1}") else 0


def check(folder, acknowledged, possible, turn):
    path = folder / ".hearsay" / "annotations.sqlite"
    if not path.exists():
        assert not acknowledged, f"round {turn}: the store is gone"
        return
    with sqlite3.connect(path) as db:
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            # Killed while the file was made, before anything could be acknowledged.
            assert not acknowledged, f"round {turn}: the store is empty"
            return
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], f"round {turn}"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == [], f"round {turn}"
        notes = [row[0] for row in db.execute("SELECT note FROM annotation")]
        entries = db.execute("SELECT count(*) FROM entry").fetchone()[0]
    db.close()
    assert len(notes) == len(set(notes)), f"round {turn}: something is there twice"
    assert entries == len(notes), f"round {turn}: history {entries}, annotations {len(notes)}"
    lost = set(acknowledged) - set(notes)
    assert not lost, f"round {turn}: lost {sorted(lost)[:3]}"
    strange = set(notes) - set(acknowledged) - set(possible)
    assert not strange, f"round {turn}: nobody decided {sorted(strange)[:3]}"


if __name__ == "__main__":
    main()
