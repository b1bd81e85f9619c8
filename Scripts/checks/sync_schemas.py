"""What lies in a shared folder against Schemas/sync, by PyPI's jsonschema.

usage: sync_schemas.py FOLDER SCHEMAS
"""

import json
import pathlib
import sys

import jsonschema

folder, schemas = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def validator(name):
    schema = json.loads((schemas / f"{name}.schema.json").read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


segment, operation, snapshot, team = map(validator, ["segment", "operation", "snapshot", "team"])
seen = {"segments": 0, "stubs": 0, "operations": 0, "snapshots": 0, "team": 0}
for path in sorted(folder.glob("log/*/*.jsonl")):
    header, *lines = path.read_text().splitlines()
    segment.validate(json.loads(header))
    seen["stubs" if json.loads(header).get("gone") else "segments"] += 1
    for line in lines:
        operation.validate(json.loads(line))
        seen["operations"] += 1
for path in sorted(folder.glob("snapshot/*.json")):
    manifest = json.loads(path.read_text())
    (segment if manifest.get("gone") else snapshot).validate(manifest)
    seen["snapshots"] += not manifest.get("gone")
for path in sorted(folder.glob("part/*.jsonl")):
    for line in path.read_text().splitlines():
        if not json.loads(line).get("gone"):
            operation.validate(json.loads(line))
if (folder / "team.json").exists():
    team.validate(json.loads((folder / "team.json").read_text()))
    seen["team"] += 1
# What must not be valid, so that a schema that takes anything is found out.
for kind, wrong in [(segment, {"v": 1, "segment": 0}), (operation, {"v": 1, "op": "edit"}),
                    (snapshot, {"v": 1, "parts": ["x"]}), (team, {"v": 1, "members": [{}]})]:
    assert not kind.is_valid(wrong), wrong
for what, count in seen.items():
    assert count > 0, f"no {what} to look at"
print("valid:", ", ".join(f"{count} {what}" for what, count in seen.items()))
