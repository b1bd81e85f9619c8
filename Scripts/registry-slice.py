#!/usr/bin/env python3
"""Writes the slice of the outlet registry that detection needs, as lines, to standard output.

  Scripts/registry-slice.py REGISTRY.json > Sources/CHearsayData/data/outlets.txt

Facts are taken over as they are; what detection must know beyond them stands in the tables below.
"""
import json
import sys

# Names and aliases that are everyday words, first names, places or other initials as well: they
# count only beside words that make them an outlet (told X, X reported, X news agency).
NEEDS_CONTEXT = set("""
red. العربية الجزيرة المنار المسيرة الميادين الأهرام הארץ Суспільне Challenges Dawn Informer Knack
Marianne Andina Arte Khabar Sabah Lusa Paramount Rambler Politika Figaro Hirado Lenta Fars Asahi
Hina DR LTV LRT ERR NPO RBC ONT RMC RSI RTI RBA PTS TRM CMG MBN NTD UWI TVC MEE GLZ ORT AKP WBD TOI
QMC NMG FENA HINA AJE SRF TVE
""".split()) | {
    "الشرق الأوسط", "The Hill", "The Atlantic", "The Hindu", "Current Time", "New Vision",
    "News Front", "Global Research", "Executive Alert", "Voice of Ukraine", "Belarus Today",
    "Japan News"}

# Also people's names: not even “told X” or “X said” makes them an outlet.
PEOPLE = {"Kan", "Petra", "Marianne", "Springer", "SABA", "HINA", "Hina", "Fox", "Dawn"}

# A domain that two records claim belongs to the one that publishes there.
OWNER_OF_DOMAIN = {"larouchepub.com": "eir", "eir.news": "eir", "mti.hu": "mti"}

HEADER = """\
# What outlet detection needs of every record of the registry. UTF-8, one fact a line, the first
# word says which: "outlet" begins a record; "alias" is followed by its flags, then the text.
# Flags: ambiguity (none low medium high), case (exact case), context (counts only beside words
# that make it an outlet), people (also a person's name), base (the name without its
# explanation), lang=, also= (records that share it).
# Facts: {name} {version}, {released}; {licence}.
# Written by Scripts/registry-slice.py: correct the registry or the script, not this file.
"""


def flags_of(alias):
    text = alias["text"]
    doubtful = alias["needs_context"] or text in NEEDS_CONTEXT
    parts = ["high" if text in NEEDS_CONTEXT else alias["ambiguity"]]
    parts += ["case"] if alias["case_sensitive"] or text in NEEDS_CONTEXT else []
    parts += ["context"] if doubtful else []
    parts += ["people"] if text in PEOPLE else []
    parts += ["lang=" + alias["lang"]] if alias.get("lang") else []
    parts += ["also=" + "+".join(alias["also"])] if alias.get("also") else []
    return ",".join(parts)


def lines_of(record):
    name, ambiguity = record["name"], record["name_ambiguity"]
    yield "outlet " + record["id"]
    yield "name " + name
    if record.get("country"):
        yield "country " + record["country"]
    yield "entity " + record["entity"]
    yield "ambiguity " + ("high" if name in NEEDS_CONTEXT else ambiguity)
    known = {alias["text"] for alias in record["aliases"]}
    base = name.split(" (")[0]
    if base != name and base not in known:
        yield "alias high,case,context,base " + base
    if name in PEOPLE and name not in known:
        yield "alias high,case,context,people " + name
    for alias in record["aliases"]:
        yield f"alias {flags_of(alias)} {alias['text']}"
    for domain in record["domains"]:
        if OWNER_OF_DOMAIN.get(domain["domain"], record["id"]) == record["id"]:
            yield "domain " + domain["domain"]
    for form in record.get("credit_forms", []):
        yield "credit " + form
    for phrase in record.get("boilerplate", []):
        yield "boilerplate " + phrase


def main(path):
    with open(path, encoding="utf8") as file:
        registry = json.load(file)
    about = registry["registry"]
    sys.stdout.write(HEADER.format(licence=about["facts_licence"], **about))
    print("version " + about["version"])
    for text in registry["not_outlets"]:
        print("not " + text["text"])
    for record in registry["outlets"]:
        print()
        for line in lines_of(record):
            print(line)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
