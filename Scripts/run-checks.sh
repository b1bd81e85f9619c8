#!/usr/bin/env bash
# Runs every check in Scripts/checks against HEARSAY_BIN (.build/debug/hearsay unless set).
# A check whose program is missing is skipped and named at the end; with HEARSAY_REQUIRE_ALL=1
# that is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

skipped=() failed=()
for check in Scripts/checks/*.sh; do
  name="$(basename "$check" .sh)"
  echo "== $name"
  status=0
  output="$(bash "$check" 2>&1)" || status=$?
  printf '%s\n' "$output"
  case "$status" in
    0) ;;
    77) skipped+=("$name (${output##*skipped: })") ;;
    *) failed+=("$name") ;;
  esac
done

for name in ${skipped[@]+"${skipped[@]}"}; do echo "skipped: $name"; done
for name in ${failed[@]+"${failed[@]}"}; do echo "failed: $name"; done
[ ${#failed[@]} -eq 0 ] || exit 1
if [ "${HEARSAY_REQUIRE_ALL:-0}" = 1 ] && [ ${#skipped[@]} -gt 0 ]; then
  echo "nothing may be skipped here"
  exit 1
fi
echo "checks done, ${#skipped[@]} skipped"
