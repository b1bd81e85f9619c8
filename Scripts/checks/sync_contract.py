"""The S3 client against a scripted server: signatures, errors, broken answers, redirects.

usage: sync_contract.py PROGRAM     PROGRAM is hearsay-sync-model
"""

import hashlib
import hmac
import http.server
import os
import subprocess
import sys
import threading
import time
import urllib.parse

SECRET = "contract-check-secret"
seen = []  # requests as (method, path, headers)
script = []  # functions of a handler, taken one by one
problems = []


def error(code, status, headers=()):
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code></Error>".encode()

    def answer(handler):
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
    return answer


def body(content, length=None, status=200):
    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True
    return answer


def slow_loris(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        for _ in range(60):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.5)
    except OSError:
        pass


def verify(handler, content):
    """The signature as Amazon's documentation computes it, from what arrived."""
    fields = dict(part.strip().split("=", 1) for part in
                  handler.headers["Authorization"].split(" ", 1)[1].split(","))
    key, day, region, service, end = fields["Credential"].split("/")
    digest = hashlib.sha256(content).hexdigest()
    if handler.headers["x-amz-content-sha256"] != digest:
        return "the content's digest is wrong"
    path, _, query = handler.path.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&")] if query else []
    if [p[0] for p in pairs] != sorted(p[0] for p in pairs) or any(p[1] != "=" for p in pairs):
        return "the query is not in order"
    for _, _, value in pairs:
        if urllib.parse.quote(urllib.parse.unquote(value), safe="-_.~") != value:
            return f"the query's value {value} is not escaped as the signature wants it"
    names = fields["SignedHeaders"].split(";")
    headers = "".join(f"{name}:{' '.join(handler.headers[name].split())}\n" for name in names)
    canonical = "\n".join([handler.command, path, query, headers, ";".join(names), digest])
    scope = "/".join([day, region, service, end])
    text = "\n".join(["AWS4-HMAC-SHA256", handler.headers["x-amz-date"], scope,
                      hashlib.sha256(canonical.encode()).hexdigest()])
    signing = ("AWS4" + SECRET).encode()
    for part in (day, region, service, end):
        signing = hmac.new(signing, part.encode(), hashlib.sha256).digest()
    wanted = hmac.new(signing, text.encode(), hashlib.sha256).hexdigest()
    return None if wanted == fields["Signature"] else "the signature is wrong"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        seen.append((self.command, self.path, dict(self.headers)))
        wrong = verify(self, content)
        if wrong:
            problems.append(f"{self.command} {self.path}: {wrong}")
        (script.pop(0) if script else error("NoSuchKey", 404))(self)

    do_PUT = do_GET


class Other(http.server.BaseHTTPRequestHandler):
    """The host a redirect leads to; nobody may come here."""

    def do_GET(self):
        problems.append(f"the redirect was followed with {dict(self.headers)}")
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


port, other = serve(Handler), serve(Other)
LISTING = b"""<?xml version="1.0"?><ListBucketResult><IsTruncated>%s</IsTruncated>
<Contents><Key>pre/log/a.json</Key></Contents><NextContinuationToken>t/o&amp;k=en+</NextContinuationToken>
<CommonPrefixes><Prefix>pre/log/ana.1/</Prefix></CommonPrefixes></ListBucketResult>"""
CASES = [
    # name, action, answers, what is printed begins with, requests made, environment
    ("an object", "get log/a", [body(b"hello")], "hello", 1, {}),
    ("nothing there", "get log/a", [], "absent", 1, {}),
    ("a written object", "put log/a x", [body(b"")], "written", 1, {}),
    ("a refused one", "put log/a x", [error("PreconditionFailed", 412)], "exists", 1, {}),
    ("a store that knows no conditions", "put log/a x",
     [error("NotImplemented", 501), body(b"")], "written", 2, {}),
    ("a listing of two pages", "list log/", [body(LISTING % b"true"), body(LISTING % b"false")],
     "log/a.json log/ana.1/ log/a.json log/ana.1/", 2, {}),
    ("a listing in a circle", "list log/", [body(LISTING % b"true")] * 4, "remote-bad-answer", 2, {}),
    ("half a listing", "list log/", [body(LISTING[:60])], "remote-bad-answer", 1, {}),
    ("no such bucket", "get log/a", [error("NoSuchBucket", 404)], "remote-no-bucket", 1, {}),
    ("a 404 that is not S3's", "get log/a", [body(b"<html>", status=404)], "remote-bad-answer", 1, {}),
    ("forbidden", "put log/a x", [error("AccessDenied", 403)], "remote-forbidden", 1, {}),
    ("an unknown key", "get log/a", [error("InvalidAccessKeyId", 403)],
     "remote-wrong-credentials", 1, {}),
    ("a wrong secret", "get log/a", [error("SignatureDoesNotMatch", 403)],
     "remote-wrong-credentials", 1, {}),
    ("expired", "get log/a", [error("ExpiredToken", 400)], "remote-expired-credentials", 1, {}),
    ("a wrong clock", "get log/a", [error("RequestTimeTooSkewed", 403)],
     "remote-wrong-credentials: this machine's clock", 1, {}),
    ("one 500", "get log/a", [error("InternalError", 500), body(b"hello")], "hello", 2, {}),
    ("503 with Retry-After", "get log/a",
     [error("SlowDown", 503, [("Retry-After", "1")]), body(b"hello")], "hello", 2, {}),
    ("503 for ever", "get log/a", [error("SlowDown", 503, [("Retry-After", "0")])] * 4,
     "remote-busy", 4, {}),
    ("a body cut short", "get log/a", [body(b"he", 5), body(b"hello")], "hello", 2, {}),
    ("bodies always cut short", "get log/a", [body(b"he", 5)] * 4, "remote-truncated", 4, {}),
    ("too short a Content-Length", "get log/a", [body(b"hello", 2)], "he", 1, {}),
    ("too long an object", "get log/a", [body(b"x" * (2 << 20))], "remote-too-large", 1, {}),
    ("a redirect to another host", "get log/a",
     [error("Moved", 307, [("Location", f"http://user:word@localhost:{other}/desk/pre/log/a")])],
     f"remote-redirected: it points to localhost:{other};", 1, {}),
    ("a session token", "get log/a", [body(b"hello")], "hello", 1,
     {"HEARSAY_S3_SESSION_TOKEN": "token-check-secret"}),
    ("a slow loris", "get log/a", [slow_loris] * 4, "remote-too-slow", 4, {}),
]


def run(action, extra):
    environment = {"PATH": os.environ["PATH"], "HEARSAY_S3_ACCESS_KEY": "key",
                   "HEARSAY_S3_SECRET_KEY": SECRET, "http_proxy": "http://127.0.0.1:1", **extra}
    command = [sys.argv[1], "object", "--remote", f"s3+http://127.0.0.1:{port}/desk/pre",
               "--patience", "2", *action.split()]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


for name, action, answers, printed, requests, extra in CASES:
    seen.clear()
    script[:] = answers
    began = time.monotonic()
    result = run(action, extra)
    if not result.stdout.startswith(printed):
        problems.append(f"{name}: wanted {printed!r}, got {result.stdout!r} {result.stderr!r}")
    if len(seen) != requests:
        problems.append(f"{name}: {len(seen)} requests instead of {requests}")
    if "Retry-After" in name and time.monotonic() - began < 1:
        problems.append(f"{name}: did not wait")
    for secret in (SECRET, "token-check-secret"):
        if secret in result.stdout + result.stderr:
            problems.append(f"{name}: shows a secret")
    if extra and "X-Amz-Security-Token" not in {k.title() for k in seen[0][2]}:
        problems.append(f"{name}: the token was not sent")
script[:] = [body(b"")]
run("put log/a x", {})
if seen[-1][2].get("If-None-Match") != "*":
    problems.append("a segment is written without If-None-Match")
for problem in problems:
    print(problem)
print(f"{len(CASES)} cases, {len(problems)} problems")
sys.exit(1 if problems else 0)
