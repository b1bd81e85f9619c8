#!/usr/bin/env python3
"""Validates recorded messages of a language server against the types of PyPI's lsprotocol.

usage: wire_log.py LOG…

A log has one JSON object a line: {"dir": "c2s" or "s2c", "msg": the message}. What the server sent
must fit its types; what the client sent is the client's affair and only names the requests.
"""
import json
import sys

from lsprotocol import converters, types

CONVERTER = converters.get_converter()


class WireLog:
    """Reads a log message by message and remembers which request an answer belongs to."""

    def __init__(self):
        self.requests, self.checked, self.sent, self.problems = {}, 0, {}, []

    def message_type(self, direction, message):
        """The lsprotocol type of a message, or None where there is none to check against."""
        method = message.get("method")
        if method is not None:
            if "id" in message:
                self.requests[direction, message["id"]] = method
            self.name = method
            found = types.METHOD_TO_TYPES.get(method)
            return found[0] if found else None
        other = "s2c" if direction == "c2s" else "c2s"
        method = self.requests.pop((other, message.get("id")), None)
        self.name = f"answer to {method}"
        if "error" in message:
            return types.ResponseErrorMessage
        found = types.METHOD_TO_TYPES.get(method)
        return found[1] if found else None

    def read(self, direction, message):
        wanted = self.message_type(direction, message)
        if direction != "s2c":
            return
        self.sent[self.name] = self.sent.get(self.name, 0) + 1
        if wanted is None:
            self.problems.append(f"{self.name}: nothing the protocol knows")
            return
        if message.get("jsonrpc") != "2.0":
            self.problems.append(f"{self.name}: no jsonrpc version")
        try:
            CONVERTER.structure(message, wanted)
            self.checked += 1
        except Exception as error:
            self.problems.append(f"{self.name}: {error!r}"[:400])


def main():
    failed = False
    for path in sys.argv[1:]:
        log = WireLog()
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if isinstance(record["msg"], dict):
                    log.read(record["dir"], record["msg"])
        for problem in log.problems[:10]:
            print(problem)
        print(f"{log.checked} messages checked, {len(log.problems)} problems; {log.sent}")
        failed = failed or bool(log.problems) or not log.checked
    sys.exit(1 if failed else 0)


main()
