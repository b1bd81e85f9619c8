#!/usr/bin/env python3
"""Validates the registry's files and the sample overlay against their schemas.

usage: registry_schema.py SCHEMAS REGISTRY SAMPLE
"""
import json
import pathlib
import sys

import jsonschema
from referencing import Registry, Resource


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf8"))


def main():
    schemas, files, sample = map(pathlib.Path, sys.argv[1:])
    outlets, team = load(schemas / "outlets.schema.json"), load(schemas / "team-outlets.schema.json")
    known = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in (outlets, team)])
    jobs = [(path, outlets) for path in sorted(files.glob("*.json"))]
    jobs += [(path, team) for path in sorted(sample.rglob("outlets.json"))]
    wrong = 0
    for path, schema in jobs:
        validator = jsonschema.Draft202012Validator(schema, registry=known)
        for error in validator.iter_errors(load(path)):
            print(f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:160]}")
            wrong += 1
    print(f"{len(jobs)} files, {wrong} problems")
    sys.exit(1 if wrong else 0)


main()
