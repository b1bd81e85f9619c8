#!/usr/bin/env python3
"""Checks the outlet registry and makes the two compact forms that are compiled into the program.

usage: registry.py check    refuses claims without citation, dangling references, ownership cycles,
                            domains with two owners and ids used twice
       registry.py build    checks, then writes outlets.txt (what detection needs, as lines) and
                            outlet-facts.jsonl (all of it, as compact JSON lines)
       registry.py verify   checks, and fails where those two files are not what build would write
"""
import json
import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "CHearsayData" / "data"
REGISTRY = DATA / "registry"

# An outlet below another by one of these; a chain of them must end.
UPWARD = {"owned_by", "controlled_by", "part_of", "operated_by", "published_by"}
CLAIMS = ("links", "actions", "classifications")

HEADER = """\
# What outlet detection needs of every record of the registry. UTF-8, one fact a line, the first
# word says which: "outlet" begins a record; "alias" is followed by its flags, then the text.
# Flags: ambiguity (none low medium high), case (exact case), context (counts only beside words
# that make it an outlet), people (also a person's name), base (counts only where the paragraph
# speaks of the outlet's country, too), lang=, also= (records that share it).
# Facts: {name} {version}, {released}; {facts_licence}.
# Written by Scripts/registry.py from registry/*.json: correct those, not this file.
"""


def read(folder=REGISTRY):
    """The whole registry as one object; every file may hold any of its parts."""
    whole = {"registry": {}, "not_outlets": [], "sources": {}, "outlets": []}
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        part = json.loads(path.read_text(encoding="utf8"))
        whole["registry"].update(part.get("registry", {}))
        whole["sources"].update(part.get("sources", {}))
        whole["not_outlets"] += part.get("not_outlets", [])
        whole["outlets"] += part.get("outlets", [])
    whole["outlets"].sort(key=lambda record: record["id"])
    return whole


def problems(registry):
    """One sentence for everything that must not be in a registry."""
    records = {}
    for record in registry["outlets"]:
        if record["id"] in records:
            yield f"{record['id']}: the id is used twice"
        records[record["id"]] = record
    owners, used = {}, set()
    for record in registry["outlets"]:
        yield from claim_problems(record, registry["sources"], records, used)
        for domain in record["domains"]:
            other = owners.setdefault(domain["domain"], record["id"])
            if other != record["id"]:
                yield f"{record['id']}: the domain {domain['domain']} belongs to {other}"
        for alias in record["aliases"]:
            for other in alias.get("also", []):
                if other not in records:
                    yield f"{record['id']}: {alias['text']} is shared with {other}, which is not here"
    for name in sorted(set(registry["sources"]) - used):
        yield f"sources: nothing cites {name}"
    yield from cycle_problems(records)


def claim_problems(record, sources, records, used):
    for part in CLAIMS:
        for claim in record[part]:
            what = claim.get("rel") or claim.get("type") or claim.get("scheme")
            if not claim.get("cite"):
                yield f"{record['id']}: {what} has no citation"
            for name in claim.get("cite", []):
                used.add(name)
                if name not in sources:
                    yield f"{record['id']}: {what} cites {name}, which is not in the sources"
            if "target" in claim and claim["target"] not in records:
                yield f"{record['id']}: {what} leads to {claim['target']}, which is not here"


def cycle_problems(records):
    def above(identity):
        return [link["target"] for link in records[identity]["links"]
                if link["rel"] in UPWARD and link["status"] == "asserted" and "target" in link
                and link["target"] in records and "to" not in link]

    done = set()
    for start in records:
        trail, stack = [], [(start, 0)]
        while stack:
            identity, depth = stack.pop()
            del trail[depth:]
            if identity in trail:
                yield " → ".join(trail[trail.index(identity):] + [identity]) + ": owns itself"
                done.update(trail)
                break
            if identity in done:
                continue
            trail.append(identity)
            stack += [(other, depth + 1) for other in above(identity)]
        done.update(trail)


def flags_of(alias):
    parts = [alias["ambiguity"]]
    parts += ["case"] if alias["case_sensitive"] else []
    parts += ["context"] if alias["needs_context"] else []
    parts += ["base"] if alias.get("needs_country") else []
    parts += ["people"] if alias.get("also_person") else []
    parts += ["lang=" + alias["lang"]] if alias.get("lang") else []
    parts += ["also=" + "+".join(alias["also"])] if alias.get("also") else []
    return ",".join(parts)


def lines_of(record):
    name = record["name"]
    yield "outlet " + record["id"]
    yield "name " + name
    if record.get("country"):
        yield "country " + record["country"]
    yield "entity " + record["entity"]
    yield "ambiguity " + record["name_ambiguity"]
    base = name.split(" (")[0]
    if base != name and base not in {alias["text"] for alias in record["aliases"]}:
        yield "alias high,case,context,base " + base
    for alias in record["aliases"]:
        yield f"alias {flags_of(alias)} {alias['text']}"
    for domain in record["domains"]:
        yield "domain " + domain["domain"]
    for form in record.get("credit_forms", []):
        yield "credit " + form
    for phrase in record.get("boilerplate", []):
        yield "boilerplate " + phrase


def detection_lines(registry):
    about = registry["registry"]
    lines = [HEADER.format(**about) + "version " + about["version"]]
    lines += ["not " + text["text"] for text in registry["not_outlets"]]
    for record in registry["outlets"]:
        lines.append("")
        lines += lines_of(record)
    return "\n".join(lines) + "\n"


def facts(registry):
    """JSON lines: what the registry is, then its sources, then its records as they are."""
    lines = [{"registry": registry["registry"]}]
    lines += [{"source": key, **value} for key, value in sorted(registry["sources"].items())]
    lines += registry["outlets"]
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
                   for line in lines)


def main(command):
    registry = read()
    found = list(problems(registry))
    for problem in found:
        print(problem)
    outputs = {"outlets.txt": detection_lines, "outlet-facts.jsonl": facts}
    for name, make in outputs.items():
        path, text = DATA / name, make(registry) if not found else None
        if text is None or command == "check":
            continue
        if command == "build":
            path.write_text(text, encoding="utf8")
        elif not path.exists() or path.read_text(encoding="utf8") != text:
            found.append(f"{name} is not what the registry says: run Scripts/registry.py build")
            print(found[-1])
    print(f"{len(registry['outlets'])} records, {len(registry['sources'])} sources, "
          f"{len(found)} problems")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    if sys.argv[1:] not in (["check"], ["build"], ["verify"]):
        sys.exit(__doc__)
    main(sys.argv[1])
