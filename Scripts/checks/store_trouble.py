"""Stores that cannot be used: a clear message, suggestions go on, nothing is overwritten."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client, binary  # noqa: E402

TEXT = "“We wait for the river,” Ana Ruiz, the mayor, said on 5 March 2024.\n"


def store_with_one_decision(folder):
    client = Client(binary(), folder)
    uri = client.open(folder / "a.txt")
    answer = client.command("accept", uri, {"line": 0, "character": 3})
    assert "error" not in answer, answer
    assert client.stop() == 0


def corrupt(path):
    path.write_bytes(b"SQLite format 3\0" + os.urandom(5000))


def foreign(path):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE mine (x)")
    db.commit()
    db.close()


def newer(path):
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 4711")
    db.commit()
    db.close()


def told(client, code):
    shown = client.wait(lambda: [m for m in client.messages if m["method"] == "window/showMessage"])
    logged = [m for m in client.messages if m["method"] == "window/logMessage"]
    assert len(shown) == 1, shown
    assert f"[{code}]" in shown[0]["params"]["message"], shown
    assert any(f"[{code}]" in m["params"]["message"] for m in logged), logged


def check_broken(name, spoil, code):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / ".hearsay").mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        store_with_one_decision(folder)
        path = folder / ".hearsay" / "annotations.sqlite"
        assert [other.name for other in path.parent.iterdir()] == [path.name], "not closed"
        if name in ("corrupt", "foreign"):
            path.unlink()
        spoil(path)
        before = path.read_bytes()
        client = Client(binary(), folder)
        uri = client.open(folder / "a.txt")
        assert any("Ana Ruiz said" in item["message"] for item in client.shown(uri)), "no suggestion"
        told(client, code)
        answer = client.command("accept", uri, {"line": 0, "character": 3})
        assert f"[{code}]" in answer["error"]["message"], answer
        assert client.stop() == 0
        run = subprocess.run([binary(), "export"], cwd=folder, capture_output=True, check=False)
        assert run.returncode == 65 and f"[{code}]".encode() in run.stderr, run
        assert path.read_bytes() == before, f"{name}: the file was changed"
        print(f"{name}: told as {code}, suggestions shown, file untouched")


def check_not_writable():
    """As somebody whom the folder does not belong to; root may write everywhere."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / ".hearsay").write_text("in the way of the folder")
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        client = Client(binary(), folder)
        uri = client.open(folder / "a.txt")
        assert any("Ana Ruiz said" in item["message"] for item in client.shown(uri))
        answer = client.command("accept", uri, {"line": 0, "character": 3})
        assert "[store-not-writable]" in answer["error"]["message"], answer
        told(client, "store-not-writable")
        assert client.stop() == 0
        assert (folder / ".hearsay").read_text() == "in the way of the folder"
        print("no folder can be made: told as store-not-writable, suggestions shown")


def check_read_only():
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        print("read-only folder: needs root and setpriv to become somebody else; passed over")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / ".hearsay").mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        store_with_one_decision(folder)
        program = folder / "hearsay-as-nobody"
        copy = folder / "hearsay"
        shutil.copy(binary(), copy)
        copy.chmod(0o755)
        program.write_text(f"#!/bin/sh\nexec setpriv --reuid 65534 --clear-groups {copy} \"$@\"\n")
        program.chmod(0o755)
        for path in (folder, folder / ".hearsay"):
            path.chmod(0o555)
        probe = subprocess.run([program, "--version"], capture_output=True, check=False)
        if probe.returncode != 0:
            print("read-only folder: the program cannot be run as somebody else; passed over")
            return
        before = (folder / ".hearsay" / "annotations.sqlite").read_bytes()
        client = Client(str(program), folder)
        uri = client.open(folder / "a.txt")
        assert any("[accepted]" in item["message"] for item in client.shown(uri)), client.shown(uri)
        answer = client.command("reject", uri, {"line": 0, "character": 3})
        assert "[store-not-writable]" in answer["error"]["message"], answer
        assert client.stop() == 0
        assert (folder / ".hearsay" / "annotations.sqlite").read_bytes() == before
        print("read-only folder: decisions are shown, new ones told as store-not-writable")


def check_full():
    """On a file system of its own that is too small, which only root can mount."""
    if os.geteuid() != 0:
        print("full disk: needs root for a file system of its own; passed over")
        return
    with tempfile.TemporaryDirectory() as scratch:
        mount = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", scratch],
            capture_output=True, check=False)
        if mount.returncode != 0:
            print("full disk: no file system can be mounted here; passed over")
            return
        client = None
        try:
            folder = Path(scratch)
            (folder / ".hearsay").mkdir()
            (folder / "a.txt").write_text(TEXT, encoding="utf-8")
            store_with_one_decision(folder)
            client = Client(binary(), folder)
            uri = client.open(folder / "a.txt")
            try:
                with open(folder / "ballast", "wb", buffering=0) as ballast:
                    while ballast.write(b"x" * 4096):
                        pass
            except OSError:
                pass
            kept, answer = 1, {}
            for step in range(200):
                answer = client.command(
                    "addNote", uri, {"start": {"line": 0, "character": step % 20}, "end":
                                     {"line": 0, "character": 21 + step // 20}}, "n" * 2000)
                if "error" in answer:
                    break
                kept += 1
            assert "[store-full]" in answer["error"]["message"], answer
            told(client, "store-full")
            assert any("[accepted]" in item["message"] for item in client.shown(uri))
            (folder / "ballast").unlink()
            again = client.command("addNote", uri, {"start": {"line": 0, "character": 30}, "end":
                                                    {"line": 0, "character": 34}}, "room again")
            assert "error" not in again, again
            assert client.stop() == 0
            db = sqlite3.connect(folder / ".hearsay" / "annotations.sqlite")
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert db.execute("SELECT count(*) FROM annotation").fetchone()[0] == kept + 1
            db.close()
            print("full disk: told as store-full, the rest goes on, stored again once there is room")
        finally:
            if client is not None:
                client.kill()
            subprocess.run(["umount", scratch], check=True)


if __name__ == "__main__":
    check_broken("corrupt", corrupt, "store-corrupt")
    check_broken("foreign", foreign, "store-foreign")
    check_broken("newer", newer, "store-newer")
    check_not_writable()
    check_read_only()
    check_full()
