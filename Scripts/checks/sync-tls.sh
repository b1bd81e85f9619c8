#!/usr/bin/env bash
# The sync over TLS: certificates and proxies.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
command -v python3 >/dev/null || skip "python3 is not installed"
command -v openssl >/dev/null || skip "openssl is not installed"
binary="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 Scripts/checks/sync_tls.py "$binary" "$folder"
