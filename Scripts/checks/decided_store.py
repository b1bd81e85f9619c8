"""Looks into a store after an editor has decided.

usage: decided_store.py DATABASE

The decisions are those of the editors' checks: one accepted, one rejected, one with another
speaker, one added, one ignored, and one accepted and undone.
"""
import sqlite3
import sys


def main():
    db = sqlite3.connect(sys.argv[1])
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = db.execute(
        "SELECT status, speaker_name, exact FROM annotation ORDER BY number").fetchall()
    wanted = [
        ("accepted", "Ana Ruiz", "“We will not reopen it in a hurry,”"),
        ("rejected", "Dmitri Okafor", "“The town is cut in two,”"),
        ("edited", "Dmitri Okafor", "“It will be a long spring,”"),
        ("authored", None, "No bridge"),
    ]
    assert found == wanted, found
    ignored = db.execute("SELECT scope, code, exact FROM ignored").fetchall()
    assert ignored == [("finding", "date", "12 March 2024")], ignored
    verbs = [row[0] for row in db.execute("SELECT verb FROM entry ORDER BY sequence")]
    assert verbs == ["accept", "reject", "set-speaker", "add", "ignore", "accept", "undo"], verbs
    undone = db.execute(
        "SELECT after FROM change JOIN entry ON entry = sequence"
        " WHERE verb = 'undo' AND field = 'status'").fetchall()
    assert undone == [(None,)], undone
    print(f"the store holds what was decided: {len(found)} annotations, {len(verbs)} steps")


if __name__ == "__main__":
    main()
