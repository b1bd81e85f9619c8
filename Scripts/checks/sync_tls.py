"""The sync over TLS: who cannot prove who they are is refused; a CA that is named is trusted; the
proxies of the environment are used, and what is on this machine is asked for without them.

usage: sync_tls.py PROGRAM FOLDER     PROGRAM is hearsay
"""

import http.server
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import threading

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
SECRET = "tls-check-secret"
problems = []
asked, tunnels = [], []


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def certificate(name, alternatives):
    """A key and a certificate of our CA for some names."""
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
    (folder / f"{name}.ext").write_text(f"subjectAltName={alternatives}\n")
    openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.pem")


class Store(http.server.BaseHTTPRequestHandler):
    """An empty bucket."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        asked.append((self.path, self.headers.get("Authorization", "")))
        content = b"<Error><Code>NoSuchKey</Code></Error>"
        self.send_response(404)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # A client that breaks the handshake off is what is tested.


def serve(name):
    server = Server(("127.0.0.1", 0), Store)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    server.socket = context.wrap_socket(server.socket, server_side=True,
                                        do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


class Proxy(http.server.BaseHTTPRequestHandler):
    """Opens tunnels; whatever host is asked for, it is the store's port on this machine."""

    def do_CONNECT(self):
        tunnels.append(self.path)
        with socket.create_connection(("127.0.0.1", int(self.path.rsplit(":", 1)[1]))) as there:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=self.pump, args=(there, self.connection), daemon=True)
            back.start()
            self.pump(self.connection, there)

    @staticmethod
    def pump(source, target):
        try:
            while data := source.recv(65_536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def log_message(self, *_):
        pass


def init(number, address, **extra):
    project = folder / f"project{number}"
    project.mkdir()
    (project / ".hearsay").mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder),
                   "HEARSAY_S3_ACCESS_KEY": "key", "HEARSAY_S3_SECRET_KEY": SECRET, **extra}
    return subprocess.run([program, "sync", "init", address, "--member", "ana"], cwd=project,
                          env=environment, capture_output=True, text=True, timeout=120)


openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=A CA of our own", "-keyout", "ca.key", "-out", "ca.pem")
certificate("store", "DNS:localhost,DNS:store.example.org,IP:127.0.0.1")
certificate("other", "DNS:elsewhere.example.org")
store, other = serve("store"), serve("other")
proxy = Server(("127.0.0.1", 0), Proxy)
threading.Thread(target=proxy.serve_forever, daemon=True).start()
through = f"http://127.0.0.1:{proxy.server_address[1]}"
ca = str(folder / "ca.pem")
home = f"s3+https://localhost:{store}/desk"
away = f"s3+https://store.example.org:{store}/desk"
CASES = [
    # name, address, environment, what is said, whether the store is asked, tunnels
    ("a CA nobody named", home, {}, "remote-not-secure", False, 0),
    ("a CA in HEARSAY_CA_BUNDLE", home, {"HEARSAY_CA_BUNDLE": ca}, "set up", True, 0),
    ("a CA in CURL_CA_BUNDLE", home, {"CURL_CA_BUNDLE": ca}, "set up", True, 0),
    ("a CA in SSL_CERT_FILE", home, {"SSL_CERT_FILE": ca}, "set up", True, 0),
    ("another's certificate", f"s3+https://localhost:{other}/desk", {"HEARSAY_CA_BUNDLE": ca},
     "remote-not-secure", False, 0),
    ("a file of certificates that is not there", home,
     {"HEARSAY_CA_BUNDLE": str(folder / "none.pem")}, "remote-not-secure", False, 0),
    ("a proxy of the environment", away, {"HEARSAY_CA_BUNDLE": ca, "https_proxy": through},
     "set up", True, 1),
    ("a proxy, and a CA nobody named", away, {"https_proxy": through}, "remote-not-secure", False, 1),
    ("a host without proxy", home,
     {"HEARSAY_CA_BUNDLE": ca, "https_proxy": through, "no_proxy": "localhost"}, "set up", True, 0),
]
for number, (name, address, extra, said, is_asked, tunnelled) in enumerate(CASES):
    asked.clear()
    tunnels.clear()
    result = init(number, address, **extra)
    output = result.stdout + result.stderr
    if said not in output:
        problems.append(f"{name}: wanted {said!r}, got {output!r}")
    if bool(asked) != is_asked:
        problems.append(f"{name}: the store was asked {asked}")
    if len(tunnels) != tunnelled:
        problems.append(f"{name}: tunnels {tunnels}")
    if SECRET in output:
        problems.append(f"{name}: shows the secret")
    if (result.returncode == 0) != (said == "set up"):
        problems.append(f"{name}: exit status {result.returncode}")
for problem in problems:
    print(problem)
print(f"{len(CASES)} cases, {len(problems)} problems")
sys.exit(1 if problems else 0)
