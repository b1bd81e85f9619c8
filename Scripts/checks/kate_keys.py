#!/usr/bin/env python3
"""Works Kate by its keyboard and reads in the wire log what came of it.

usage: kate_keys.py WIRE_LOG

Nothing waits for a fixed time: keys are pressed again until what they are for is on the wire.
"""
import json
import os
import subprocess
import sys
import time

PATIENCE = 60
QUOTATION = range(5, 40)  # UTF-16, behind two emoji and a space


class Wire:
    """The messages so far; the log grows while it is read."""

    def __init__(self, path):
        self.path = path

    def messages(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8") as lines:
            text = lines.read()
        # The last line may not be all there yet.
        return [json.loads(line) for line in text.split("\n")[:-1] if line]

    def sent_by_kate(self, method):
        found = self.messages()
        return [m["msg"] for m in found if m["dir"] == "c2s" and m["msg"].get("method") == method]

    def published(self):
        """The last diagnostics of the article."""
        found = [m["msg"] for m in self.messages()
                 if m["dir"] == "s2c" and m["msg"].get("method") == "textDocument/publishDiagnostics"]
        found = [m["params"] for m in found if m["params"]["uri"].endswith("article.txt")]
        return found[-1]["diagnostics"] if found else []

    def answer(self, request):
        for message in self.messages():
            if message["dir"] == "s2c" and message["msg"].get("id") == request["id"] \
                    and "method" not in message["msg"]:
                return message["msg"].get("result")
        return None


def fail(text):
    sys.exit(f"kate: {text}")


def wait(condition, seconds):
    """What the condition gives once it is something; None after some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    return None


def press(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def press_until(condition, what, *keys):
    """Presses keys, again where they were lost, until the condition holds."""
    for _ in range(PATIENCE // 5):
        press(*keys)
        found = wait(condition, 5)
        if found:
            return found
        # A letter that no menu took may have gone into the text.
        press("Escape", "Escape", "ctrl+z")
    return fail(f"{what}: nothing came of {keys}")


def window():
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "article.txt"],
        capture_output=True, text=True, check=False).stdout.split()
    return found[0] if found else None


def messages_of(wire):
    return [found["message"] for found in wire.published()]


def main():
    wire = Wire(sys.argv[1])
    shown = wait(wire.published, PATIENCE) or fail("no diagnostics were sent")
    place = next(found["range"] for found in shown if found["code"] == "quotation")
    if (place["start"]["character"], place["end"]["character"]) != (5, 40):
        fail(f"the quotation is shown at {place}")
    number = wait(window, PATIENCE) or fail("there is no window")
    subprocess.run(["xdotool", "windowactivate", "--sync", number], check=False)

    # Into the quotation: two emoji, a space, the mark and some letters.
    to_quotation = ["ctrl+Home"] + ["Right"] * 10

    def hovered():
        for request in wire.sent_by_kate("textDocument/hover"):
            position = request["params"]["position"]
            if position["line"] == 0 and position["character"] in QUOTATION:
                answer = wire.answer(request)
                if answer:
                    return answer
        return None

    card = press_until(hovered, "hover", *to_quotation, "alt+l", "y")
    if "Ana Ruiz" not in json.dumps(card, ensure_ascii=False):
        fail(f"the hover does not name the speaker: {card}")
    press("Escape")

    # Quick Fix applies everything it is offered; pressed again it finds nothing to accept.
    press_until(lambda: any("[accepted]" in text for text in messages_of(wire)), "Quick Fix",
                *to_quotation, "ctrl+period")

    def opened():
        found = wire.sent_by_kate("textDocument/didOpen")
        return any(m["params"]["textDocument"]["uri"].endswith("/tass.md") for m in found)

    if screenshot := os.environ.get("HEARSAY_SCREENSHOT"):
        press("alt+l", "d")
        time.sleep(2)  # For the picture alone.
        subprocess.run(["import", "-window", "root", screenshot], check=True)
    press_until(opened, "definition", "ctrl+Home", "Down", "Down", *["Right"] * 12, "alt+l", "g")

    # All that Quick Fix has carried out was sent before Kate asked for the definition.
    commands = [m["params"]["command"] for m in wire.sent_by_kate("workspace/executeCommand")]
    questions = wire.sent_by_kate("textDocument/codeAction")
    if set(commands) != {"hearsay.accept"} or len(commands) > len(questions):
        fail(f"Quick Fix has carried out {commands} for {len(questions)} questions")
    print("kate: columns, hover and a definition are right, Quick Fix carries out one action")


main()
