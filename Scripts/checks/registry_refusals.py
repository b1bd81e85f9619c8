#!/usr/bin/env python3
"""What a registry must not hold is refused: each row breaks a sound one and names the complaint."""
import copy
import importlib.util
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
SPEC = importlib.util.spec_from_file_location("registry", HERE.parent / "registry.py")
registry = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(registry)


def link(target, **more):
    return {"rel": "owned_by", "target": target, "status": "asserted", "confidence": "high",
            "cite": ["book"], **more}


def record(identity, *links, domain=None):
    return {"id": identity, "aliases": [], "links": list(links), "actions": [],
            "classifications": [], "domains": [{"domain": domain}] if domain else []}


SOUND = {"sources": {"book": {}}, "outlets": [
    record("paper", link("house"), domain="paper.example"), record("house", link("lady")),
    record("lady")]}


def broken(change):
    copied = copy.deepcopy(SOUND)
    change(copied["outlets"], copied["sources"])
    return copied


CASES = [
    ("no citation", lambda o, s: o[0]["links"].append(link("lady", cite=[]))),
    ("not in the sources", lambda o, s: o[0]["links"].append(link("lady", cite=["rumour"]))),
    ("which is not here", lambda o, s: o[0]["links"].append(link("nobody"))),
    ("no citation", lambda o, s: o[0]["actions"].append({"type": "us_fara"})),
    ("no citation", lambda o, s: o[0]["classifications"].append({"scheme": "team"})),
    ("owns itself", lambda o, s: o[2]["links"].append(link("paper"))),
    ("owns itself", lambda o, s: o[1]["links"].append(link("house"))),
    ("belongs to paper", lambda o, s: o[1]["domains"].append({"domain": "paper.example"})),
    ("used twice", lambda o, s: o.append(record("paper"))),
    ("is shared with", lambda o, s: o[0]["aliases"].append({"text": "P", "also": ["gone"]})),
    ("nothing cites", lambda o, s: s.update(unread={})),
]
HARMLESS = [
    lambda o, s: o[2]["links"].append(link("paper", status="disputed")),
    lambda o, s: o[2]["links"].append(link("paper", to="1999")),
]

failures = [f"a sound registry is refused: {p}" for p in registry.problems(SOUND)]
for complaint, change in CASES:
    if not any(complaint in problem for problem in registry.problems(broken(change))):
        failures.append(f"not refused: {complaint}")
for change in HARMLESS:
    failures += [f"harmless, yet: {problem}" for problem in registry.problems(broken(change))]
for failure in failures:
    print(failure)
print(f"{len(CASES)} refusals tried, {len(failures)} failures")
sys.exit(1 if failures else 0)
