#!/usr/bin/env python3
"""Reads every export format with the program that others read it with.

usage: formats.py BINARY SCHEMAS

The sample has emoji, CRLF, combining marks, overlapping and split quotations, and texts that try to
become formulas, markup or control sequences. Every offset is checked by the reader against the
text, and every loss must be in the loss report.
"""
import csv
import html.parser
import io
import json
import logging
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import cassis
import jsonschema
import networkx
import pandas
import rdflib
import spacy
from label_studio_sdk._extensions.label_studio_tools.core.label_config import parse_config
from lxml import etree
from pyld import jsonld
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2

logging.disable(logging.WARNING)

SAMPLE = {
    "plain.txt": "By Ana Byline\nPublish date 12 Feb 2024\n\n“We will not,” Ana Ruiz, the mayor of Porto "
                 "Lindo, said on Tuesday. “Not before spring.”\n\nRuiz told Reuters that the river bed "
                 "“has moved by a metre” and that engineers would return in March.\n",
    "sub/crlf.md": "🌊🌉 “We will re\u0301sign,” said Zoe\u0308 Okafor, 👩🏽‍🚀 astronaut,\r\non Monday, “now.”\r\n\r\n"
                   "According to TASS, Okafor said the bridge “has moved”\r\nby 𝟘 metres. "
                   "\U0001D54F “Yes,” she said.\r\n",
    "hostile.txt": "“=cmd|' /C calc'!A0 is <b>&amp; \"bold\"</b>,” said =HYPERLINK Ruiz. ]]> “@SUM(1+1)*,” "
                   "added Ana\tRuiz \x0b\x01\x1b[31m on Monday, “-2+3 {{title}} </script><script>x</script>.” \ufffe "
                   "\u2028 “+1 \u0085 100%,” said Ana Ruiz.\n",
    "two/plain.txt": "“The town is cut in two,” Dmitri Okafor said yesterday.\nOne line. “Two\nlines "
                     "of it,” he said.\n",
    "empty.txt": "nothing to see\n",
}


class Run:
    """Exports of the sample, and what the program said."""

    def __init__(self, binary, schemas, folder):
        self.binary, self.schemas, self.folder = binary, schemas, folder
        self.texts = SAMPLE
        for name, text in SAMPLE.items():
            path = folder / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def export(self, name, output, *options):
        """One export; gives the path and the loss as {(kind, what): count}."""
        report = self.folder / f"{output}.loss.json"
        done = subprocess.run(
            [self.binary, "annotate", "--format", name, "--output", output, "--loss-report",
             str(report), *options, "in"],
            cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, done
        loss = json.loads(report.read_text())
        self.validate(loss, "loss-report")
        told = {(item["kind"], item["what"]): item["count"] for item in loss["loss"]}
        assert bool(told) == ("[loss]" in done.stderr), done.stderr
        return self.folder / output, told

    def validate(self, value, schema):
        """Fails where a value does not fit a schema."""
        rules = json.loads((self.schemas / f"{schema}.schema.json").read_text())
        jsonschema.Draft202012Validator(rules).validate(value)

    def lines(self):
        """Annotations as our own JSON lines, by document."""
        path, loss = self.export("jsonl", "all.jsonl")
        assert not loss, loss
        documents = {name: [] for name in self.texts}
        for line in path.read_bytes().decode().split("\n")[:-1]:
            value = json.loads(line)
            self.validate(value, "annotation")
            name = value["document"]["path"].removeprefix("in/")
            target = value["target"]
            assert self.texts[name][target["start"]:target["end"]] == target["exact"], line
            documents[name].append(value)
        assert sum(len(v) for v in documents.values()) > 25
        return documents


def key(value):
    """Kind or type, start and end of an annotation line."""
    label = value["quotation"]["type"] if value["kind"] == "quotation" else value["kind"]
    return label, value["target"]["start"], value["target"]["end"]


def spans(values):
    """Labels with offsets of all targets."""
    return sorted(key(value) for value in values)


def stem(name):
    """The name of a document's files in a folder."""
    return re.sub(r"\.(txt|md)$", "", name)


def allowed(text):
    """The text with U+FFFD for what XML 1.0 does not allow."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def check_web_annotation(run, documents):
    """JSON-LD by pyld and rdflib, without a network; anchors by position and by quote."""
    path, loss = run.export("web-annotation", "o.jsonld")
    page = json.loads(path.read_text())
    run.validate(page, "web-annotation")
    names = "id:@id type:@type".split()
    context = {key.split(":")[0]: key.split(":")[1] for key in names}
    oa, dcterms, as_ = ("http://www.w3.org/ns/oa#", "http://purl.org/dc/terms/",
                        "http://www.w3.org/ns/activitystreams#")
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    context |= {name: oa + name for name in (
        "Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector",
        "TextualBody", "exact", "prefix", "suffix")}
    context |= {
        "start": oa + "start", "end": oa + "end", "value": rdf + "value",
        "body": oa + "hasBody", "target": oa + "hasTarget", "source": oa + "hasSource",
        "selector": oa + "hasSelector", "created": dcterms + "created",
        "creator": dcterms + "creator", "name": "http://xmlns.com/foaf/0.1/name",
        "AnnotationPage": as_ + "OrderedCollectionPage", "Software": as_ + "Application",
        "Person": "http://xmlns.com/foaf/0.1/Person",
        "items": {"@id": as_ + "items", "@container": "@list"},
        "motivation": {"@id": oa + "motivatedBy", "@type": "@vocab"},
        "classifying": oa + "classifying", "commenting": oa + "commenting",
        "purpose": {"@id": oa + "hasPurpose", "@type": "@vocab"}}

    def load(url, options):
        assert url == "http://www.w3.org/ns/anno.jsonld", url
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}

    expanded = jsonld.expand(page, {"documentLoader": load})
    text = jsonld.to_rdf(page, {"documentLoader": load, "format": "application/n-quads"})
    graph = rdflib.Dataset()
    graph.parse(data=text, format="nquads")
    found = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(oa + "Annotation")))
    assert len(found) == len(page["items"]) > 0 and expanded
    seen = []

    def anchored(selectors, text):
        position, quote = selectors
        words = text[position["start"]:position["end"]]
        assert words == quote["exact"], (words, quote)
        where = text.find(quote["prefix"] + words + quote["suffix"])
        assert where >= 0 and position["start"] >= len(quote["prefix"])
        return position["start"], position["end"]

    for item in page["items"]:
        name = item["target"]["source"]["path"].removeprefix("in/")
        text = run.texts[name]
        hull = anchored(item["target"]["selector"], text)
        body = item["body"][0]
        parts = body.get("fragments") or [dict(body, selector=item["target"]["selector"])]
        places = [anchored(part["selector"], text) for part in parts]
        assert hull == (min(p[0] for p in places), max(p[1] for p in places))
        for part, place in zip(parts, places):
            label = part.get("quotationType") or {"Date": "date", "OutletMention": "outlet"}[
                part["type"]]
            seen.append((name, label, *place))
            for words in ("sourceWords", "cue"):
                if words in part:
                    anchored(part[words], text)
    assert any("fragments" in item["body"][0] for item in page["items"])
    wanted = [(name, *key(v)) for name, values in documents.items() for v in values]
    assert sorted(seen) == sorted(wanted)
    assert "quotation", "evidence" in loss


def check_brat(run, documents):
    """Standoff by the rules of brat's own reader."""
    folder, _ = run.export("brat", "o.brat")
    assert "[relations]" in (folder / "annotation.conf").read_text()
    folder /= "in"
    for name, values in documents.items():
        text = (folder / f"{stem(name)}.txt").read_bytes().decode()
        assert text == run.texts[name]
        seen, ids = [], set()
        rows = (folder / f"{stem(name)}.ann").read_bytes().decode().split("\n")
        assert rows.pop() == ""
        for row in rows:
            identity, rest = row.split("\t", 1)
            assert identity not in ids, row
            ids.add(identity)
            if identity[0] == "T":
                places, words = rest.split("\t", 1)
                label, offsets = places.split(" ", 1)
                pieces = [tuple(map(int, o.split())) for o in offsets.split(";")]
                assert all(0 <= a < b <= len(text) for a, b in pieces)
                assert " ".join(text[a:b] for a, b in pieces) == words, row
                assert "\n" not in words
                if label not in ("source", "cue"):
                    seen.append((label, pieces[0][0], pieces[-1][1]))
            elif identity[0] == "R":
                assert re.fullmatch(r"\w+ Arg1:T\d+ Arg2:T\d+", rest), row
                assert all(word.split(":")[1] in ids for word in rest.split()[1:])
            elif identity[0] == "A":
                assert rest.split()[1] in ids
            else:
                assert re.fullmatch(r"#\d+", identity) and rest.split("\t")[0].split()[1] in ids
        assert sorted(seen) == spans(values), name


def check_tables(run, documents):
    """CSV and TSV by csv and pandas; no cell may become a formula."""
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        path, loss = run.export(name, f"o.{name}")
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(raw.decode(), newline=""), delimiter=delimiter))
        table = pandas.read_csv(path, sep=delimiter, dtype=str, keep_default_na=False)
        quotations = [(n, v) for n, vs in sorted(documents.items()) for v in vs if v["kind"] == "quotation"]
        assert len(rows) == len(table) == len(quotations)
        for row, (document, value) in zip(rows, quotations):
            assert all(not cell[:1] or cell[0] not in "=+-@\t\r" for cell in row.values()), row
            text = row["text"][1:] if row["text"].startswith("'") else row["text"]
            assert text == value["target"]["exact"] == run.texts[document][
                int(row["start"]):int(row["end"])], row
            assert row["document"] == f"in/{document}"
        assert list(table["text"]) == [row["text"] for row in rows]
        assert loss[("date", "annotation")] == sum(
            v["kind"] == "date" for vs in documents.values() for v in vs)
    path, _ = run.export("csv", "k.csv", "--kinds", "quotation,date,outlet")
    assert len(list(csv.DictReader(open(path, newline="")))) == sum(map(len, documents.values()))


def check_tei(run, documents):
    """TEI by lxml: the text between the tags is the text, references lead somewhere."""
    folder, loss = run.export("tei", "o.tei")
    tei = "{http://www.tei-c.org/ns/1.0}"
    replaced = 0
    for name, values in documents.items():
        tree = etree.parse(str(folder / "in" / f"{stem(name)}.xml"))
        body = tree.find(f".//{tei}body")
        text = "".join(body.itertext())
        wanted = allowed(run.texts[name])
        replaced += sum(a != b for a, b in zip(wanted, run.texts[name]))
        assert text == wanted, (name, text, wanted)
        identities = [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in tree.iter()]
        identities = [i for i in identities if i]
        assert len(identities) == len(set(identities))
        for element in tree.iter():
            for attribute in ("who", "next", "prev", "target"):
                if element.get(attribute):
                    assert element.get(attribute)[1:] in identities, element.attrib
        # The pieces of one annotation together are its words.
        starts = {}
        for element in body.iter(f"{tei}said", f"{tei}q", f"{tei}soCalled"):
            identity = element.get("{http://www.w3.org/XML/1998/namespace}id").split(".")[0]
            starts[identity] = starts.get(identity, "") + "".join(element.itertext())
        exact = [v["target"]["exact"] for v in values if v["kind"] == "quotation"]
        clean = lambda words: re.sub(r"[\s\ufffd]|[^\w“”]", "", words)
        assert sorted(map(clean, starts.values())) == sorted(map(clean, exact)), name
    assert loss[("document", "forbidden-characters")] >= replaced > 0


def check_cas(run, documents):
    """XMI and CAS JSON by dkpro-cassis, which counts in code points and turns UTF-16 into them."""
    folder, _ = run.export("uima-cas", "o.cas")
    with open(folder / "TypeSystem.xml", "rb") as file:
        types = cassis.load_typesystem(file)
    other, _ = run.export("uima-cas-json", "o.casjson")
    for name, values in documents.items():
        with open(folder / "in" / f"{stem(name)}.xmi", "rb") as file:
            xmi = cassis.load_cas_from_xmi(file, typesystem=types)
        data = json.loads((other / "in" / f"{stem(name)}.json").read_text())
        run.validate(data, "cas")
        with open(other / "in" / f"{stem(name)}.json", "rb") as file:
            from_json = cassis.load_cas_from_json(file)
        assert from_json.sofa_string == run.texts[name]
        assert len(xmi.sofa_string) == len(run.texts[name])
        for cas in (xmi, from_json):
            seen = []
            for layer in ("Quotation", "Date", "Outlet"):
                for item in cas.select(f"webanno.custom.{layer}"):
                    label = item.quotationType if layer == "Quotation" else layer.lower()
                    seen.append((label, item.begin, item.end))
                    assert item.get_covered_text() == cas.sofa_string[item.begin:item.end]
            assert sorted(seen) == spans(values), (name, seen)
            for relation in cas.select("webanno.custom.AttributionRelation"):
                assert (relation.begin, relation.end) == (
                    relation.Dependent.begin, relation.Dependent.end)


def check_label_studio(run, documents):
    """Tasks by the official SDK's idea of a configuration; offsets count UTF-16 units."""
    path, _ = run.export("label-studio", "o.labelstudio.json")
    tasks = json.loads(path.read_text())
    run.validate(tasks, "label-studio")
    config = parse_config("""<View><Labels name="label" toName="text"><Label value="direct"/>
      <Label value="mixed"/><Label value="indirect"/><Label value="scare"/><Label value="source"/>
      <Label value="cue"/><Label value="date"/><Label value="outlet"/><Label value="note"/></Labels>
      <Choices name="status" toName="text" perRegion="true"><Choice value="suggested"/></Choices>
      <TextArea name="speaker" toName="text" perRegion="true"/><Text name="text" value="$text"/>
      </View>""")
    assert len(tasks) == len(documents)
    for task in tasks:
        name = task["data"]["document"].removeprefix("in/")
        assert task["data"]["text"] == run.texts[name]
        units = run.texts[name].encode("utf-16-le")
        seen, regions = [], set()
        for prediction in task["predictions"]:
            for item in prediction["result"]:
                if item["type"] == "relation":
                    assert {item["from_id"], item["to_id"]} <= regions
                    continue
                value = item["value"]
                words = units[value["start"] * 2:value["end"] * 2].decode("utf-16-le")
                if item["type"] == "labels":
                    regions.add(item["id"])
                    assert item["from_name"] in config and value["text"] == words
                    assert set(value["labels"]) <= set(config["label"]["labels"])
                    start = len(units[:value["start"] * 2].decode("utf-16-le"))
                    if value["labels"][0] not in ("source", "cue"):
                        seen.append((value["labels"][0], start, start + len(words)))
                else:
                    assert item["id"] in regions
        assert sorted(seen) == spans(documents[name]), name


def check_lines(run, documents):
    """doccano and spaCy; spaCy's own reader and char_span."""
    path, _ = run.export("doccano", "o.doccano")
    blank = spacy.blank("xx")
    for name, line in zip(sorted(documents), path.read_bytes().decode().split("\n")[:-1]):
        value = json.loads(line)
        run.validate(value, "doccano")
        name = value["meta"]["document"].removeprefix("in/")
        text = run.texts[name]
        assert value["text"] == text
        numbers = {entity["id"] for entity in value["entities"]}
        seen = [(e["label"], e["start_offset"], e["end_offset"]) for e in value["entities"]]
        assert sorted(s for s in seen if s[0] not in ("source", "cue")) == spans(documents[name])
        for relation in value["relations"]:
            assert {relation["from_id"], relation["to_id"]} <= numbers
    path, _ = run.export("spacy", "o.spacy")
    texts = {text: name for name, text in run.texts.items()}
    for line in path.read_bytes().decode().split("\n")[:-1]:
        value = json.loads(line)
        run.validate(value, "spacy")
        name = texts[value["text"]]
        document = spacy.tokens.Doc(blank.vocab).from_json(value, validate=True)
        assert document.text == value["text"]
        seen = []
        for given, span in zip(value["spans"]["hearsay"], document.spans["hearsay"]):
            assert span.text == value["text"][given["start"]:given["end"]] == document.char_span(
                given["start"], given["end"]).text
            seen.append((span.label_, span.start_char, span.end_char))
        assert sorted(s for s in seen if s[0] not in ("source", "cue")) == spans(documents[name])


def check_conll(run, documents):
    """Strict IOB2 by seqeval; what was dropped is in the report."""
    path, loss = run.export("conll", "o.conll")
    tags, kept = [], 0
    for line in path.read_text().split("\n"):
        if not line or line.startswith("# ") or line.startswith("-DOCSTART-"):
            if tags:
                assert all(t == "O" or t[:2] in ("B-", "I-") for t in tags)
                for before, tag in zip(["O"] + tags, tags):
                    assert tag[:1] != "I" or before[2:] == tag[2:] != "", (before, tag)
                kept += len(get_entities(tags)) and len(
                    __import__("seqeval.scheme").scheme.Entities([tags], IOB2).entities[0])
                tags = []
            continue
        token, tag = line.split(" ")
        assert token
        tags.append(tag)
    dropped = sum(count for (_, what), count in loss.items() if what.startswith("overlapping-"))
    nodes = 0
    for values in documents.values():
        parts = set()
        for value in values:
            for part in ("source", "cue"):
                words = (value.get("quotation") or {}).get(part)
                if words:
                    parts.add((part, words["start"], words["end"]))
        nodes += len(values) + len(parts)
    # A stretch over an empty line is one entity in each of its paragraphs.
    assert kept >= nodes - dropped > 0 and dropped > 0, (kept, nodes, dropped)


def check_graph(run, documents):
    """GraphML by networkx."""
    path, _ = run.export("graphml", "o.graphml")
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert {d["kind"] for _, d in graph.nodes(data=True)} <= {
        "person", "organisation", "collective", "outlet"}
    quoted = {v["quotation"]["speaker"]["name"] for vs in documents.values() for v in vs
              if v["kind"] == "quotation" and v["quotation"]["speaker"]}
    assert {d["name"] for _, d in graph.nodes(data=True) if d["kind"] != "outlet"} <= quoted
    for _, _, data in graph.edges(data=True):
        assert data["relation"] in ("quotes", "carries", "republishes") and data["weight"] > 0


class Page(html.parser.HTMLParser):
    """The article's text, the identities, and what a page must not have."""

    def __init__(self):
        super().__init__()
        self.text, self.ids, self.links, self.open, self.hidden = "", [], [], [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "img", "iframe", "link", "object"), tag
        assert not any(name.startswith("on") or name == "src" for name in attributes), attributes
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag not in ("meta", "br", "circle"):
            self.open.append((tag, attributes.get("class") == "card"))
            self.hidden += attributes.get("class") == "card"

    def handle_endtag(self, tag):
        if tag == "circle":
            return
        name, is_card = self.open.pop()
        assert name == tag, (name, tag)
        self.hidden -= is_card

    def handle_data(self, data):
        if ("article", False) in self.open and not self.hidden:
            self.text += data


def check_html(run, documents):
    """Pages that hold the text, lead nowhere but to themselves and run nothing."""
    folder, _ = run.export("html", "o.html")
    for name in documents:
        page = Page()
        page.feed((folder / "in" / f"{stem(name)}.html").read_text())
        wanted = allowed(re.sub("\r\n?", "\n", run.texts[name]))
        assert not page.open and len(page.ids) == len(set(page.ids))
        assert page.text == wanted, (name, page.text)
        for link in page.links:
            assert link.startswith("http") or link[1:] in page.ids, link
    index = Page()
    index.feed((folder / "index.html").read_text())
    for link in index.links:
        assert (folder / link.split("#")[0]).exists(), link


def check_sqlite(run, documents):
    """Tables whose offsets cut the words out of the text in SQL."""
    path, _ = run.export("sqlite", "o.sqlite")
    database = sqlite3.connect(path)
    assert not database.execute("PRAGMA foreign_key_check").fetchall()
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    wrong = database.execute(
        "SELECT count(*) FROM annotations a JOIN documents d ON d.id = a.document "
        "WHERE substr(d.text, a.start + 1, a.\"end\" - a.start) <> a.exact").fetchone()
    assert wrong == (0,)
    count = database.execute("SELECT count(*) FROM annotations").fetchone()[0]
    assert count == sum(map(len, documents.values()))


def check_rows(run):
    """Rows in, annotation lines and errors out, each by its schema."""
    rows = [{"id": name, "text": text, "date": None} for name, text in run.texts.items()]
    for row in rows:
        run.validate(row, "document-row")
    bad = [{"id": "null", "text": None}, {"id": "nul", "text": "“We\0 will not,” said Ana Ruiz."}]
    done = subprocess.run(
        [run.binary, "annotate", "--input-format", "jsonl", "-"], capture_output=True,
        input="\n".join(map(json.dumps, [*rows, *bad, "no object"])).encode())
    assert done.returncode == 1, done
    values = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    for value in values:
        run.validate(value, "error-line" if "error" in value else "annotation")
    for value in values:
        if "error" in value:
            continue
        target, text = value["target"], run.texts[value["document"]["id"]]
        assert text[target["start"]:target["end"]] == target["exact"]
    errors = [value["error"] for value in values if "error" in value]
    assert [error.get("id") for error in errors] == ["null", "nul", None], errors
    assert {error["code"] for error in errors} == {"bad-row"}, errors
    assert [error["line"] - len(rows) for error in errors] == [1, 2, 3], errors


def check_same(run):
    """The same input gives the same bytes, one at a time or two."""
    stamp = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    for name in ("web-annotation", "label-studio", "csv", "graphml", "conll", "jsonl"):
        first, _ = run.export(name, f"s1.{name}", "--jobs", "1")
        second, _ = run.export(name, f"s2.{name}", "--jobs", "2")
        assert stamp.sub(b"", first.read_bytes()) == stamp.sub(b"", second.read_bytes()), name


def main():
    binary, schemas = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as name:
        run = Run(binary, schemas, pathlib.Path(name))
        documents = run.lines()
        for check in (check_web_annotation, check_brat, check_tables, check_tei, check_cas,
                      check_label_studio, check_lines, check_conll, check_graph, check_html,
                      check_sqlite):
            check(run, documents)
            print(f"{check.__name__.removeprefix('check_')}: {check.__doc__.split('.')[0]}")
        check_rows(run)
        print(f"rows: {check_rows.__doc__.split('.')[0]}")
        check_same(run)
        print("the same bytes with one job and with two")


main()
