#!/usr/bin/env bash
# The real JupyterLab with jupyterlab-lsp, in a real Chromium without a screen: columns, hover, and a
# decision made elsewhere.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/python-environment.sh
chromium="$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)"
[ -n "$chromium" ] || skip "chromium is not installed"
# Of its own, and of one version: what others need must not change it.
versions=(jupyterlab==4.6.6 jupyterlab-lsp==5.3.0)
python="$(HEARSAY_VENV="${HEARSAY_VENV:-.build/venv}-jupyterlab" python_environment)" \
  || skip "python3 with venv is not installed"
[[ "$python" == /* ]] || python="$PWD/$python"
"$python" -m pip install --quiet --disable-pip-version-check --no-compile "${versions[@]}" \
  >/dev/null 2>&1 || skip "PyPI is out of reach"
HEARSAY_BIN="$(hearsay_binary)"
folder="$(mktemp -d)"
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
mkdir -p "$folder/bin" "$folder/articles/.hearsay"
ln -s "$HEARSAY_BIN" "$folder/bin/hearsay"
printf '%s\n' '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.' '' \
  'Rain fell, TASS reported.' > "$folder/articles/article.md"
log="$folder/wire.jsonl"
(
  export HOME="$folder" PATH="$folder/bin:$PATH" HEARSAY_WIRE_LOG="$log" XDG_DATA_HOME="$folder/data"
  export XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
  unset JUPYTER_CONFIG_DIR JUPYTER_CONFIG_PATH JUPYTER_PATH
  hearsay setup jupyterlab --write >/dev/null
  timeout 500 "$python" Scripts/checks/jupyterlab_page.py "$HEARSAY_BIN" "$folder/articles" "$chromium"
) || {
  tail -n 5 "$folder/articles/.lab.log"
  exit 1
}
python="$(python_environment lsprotocol)" || skip "the editor agrees; lsprotocol is out of reach"
"$python" Scripts/checks/wire_log.py "$log"
