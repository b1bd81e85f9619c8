# Sourced by the checks. A throw-away Python environment with the packages they validate with.

# Prints the path of a Python that has the packages named as arguments, or fails. A package whose
# module is called otherwise is written module=package.
# The environment is kept below .build, so that only the first check waits for it.
python_environment() {
  local home="${HEARSAY_VENV:-.build/venv}" package missing=()
  command -v python3 >/dev/null || return 1
  if [ ! -x "$home/bin/python" ]; then
    rm -rf "$home"
    python3 -m venv "$home" >/dev/null 2>&1 || return 1
  fi
  for package in "$@"; do
    "$home/bin/python" -c "import importlib.util as u, sys; sys.exit(u.find_spec('${package%%=*}') is None)" \
      2>/dev/null || missing+=("${package##*=}")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    "$home/bin/python" -m pip install --quiet --disable-pip-version-check "${missing[@]}" \
      >/dev/null 2>&1 || return 1
  fi
  printf '%s\n' "$home/bin/python"
}

# Ends a check as skipped, saying why. 77 is what the runner takes for "skipped".
skip() {
  echo "skipped: $*"
  exit 77
}

# The program under test, as an absolute path.
hearsay_binary() {
  local binary="${HEARSAY_BIN:-.build/debug/hearsay}"
  [ -x "$binary" ] || { echo "no program at $binary" >&2; return 1; }
  printf '%s/%s\n' "$(cd "$(dirname "$binary")" && pwd)" "$(basename "$binary")"
}
