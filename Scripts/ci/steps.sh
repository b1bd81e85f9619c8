# Sourced by .ci/run: one function a step.

# What a reader of a failed run wants to see at once.
step_lint() {
  swift format lint -s -r Sources Tests
  local name
  for name in Scripts/*.sh Scripts/*/*.sh .ci/run; do bash -n "$name"; done
}

# Words and places that must not be in the repository; the tests look for them too, later.
step_grep() {
  local words='TO''DO|FIX''ME' places='/ro''ot/|/Us''ers/|/opt/sw''ift'
  if git grep -nIE "$words|$places" -- . ':!LICENSE' ':!Sources/CHearsayData/data'; then
    echo "left for later, or speaking of one machine"
    return 1
  fi
}

step_install() {
  bash Scripts/install-system-libraries.sh --all
}

# Compiled once here, so that a failure to compile is not read as a failed test.
step_build_tests() {
  swift build --build-tests
}

# Everything, and nothing may be skipped.
step_test() {
  HEARSAY_REQUIRE_ALL=1 make test
}

step_release() {
  swift build -c release --product hearsay
}

# A shared machine changes its speed in the middle of a run; a real regression fails every time.
thrice() {
  "$@" || "$@" || "$@"
}

step_benchmark() {
  thrice make benchmark
}

# Every input that ever trapped, and that the target still builds. Looking for new ones finds them or
# not by chance; the laws over seeded jumbles of words look in the same places each time.
step_fuzz() {
  make fuzz FUZZ=-runs=0
}

# What a person does first.
step_try() {
  make try
}

# Black-box probes and gold articles, where they lie beside the repository.
step_evaluation() {
  local shared="../shared" binary="$PWD/.build/release/hearsay"
  if [ ! -d "$shared/eval" ]; then
    echo "not here: $shared/eval"
    return 0
  fi
  CHECK=1 LANGID=plaintext EXT=txt python3 "$shared/eval/conformance_probe.py" \
    hearsay "$binary" lsp
  thrice python3 Scripts/ci/latency.py "$shared/eval/latency_bench.py" "$binary"
  python3 Scripts/ci/scores.py "$shared" "$binary"
}
