# The two commands: `make try` shows the margin of a sample article, `make test` runs every test.
.PHONY: all try test format lint benchmark benchmark-decisions benchmark-project \
  benchmark-spark fuzz clean libraries

all: try

libraries:
	@bash Scripts/install-system-libraries.sh

# Builds the program and reads an invented article with it.
try: libraries
	swift build -c release --product hearsay
	.build/release/hearsay annotate --format pretty Samples/bridge.txt

# Every test whose program is installed; the others are named at the end.
test: libraries
	swift build --build-tests
	swift test --skip-build --disable-xctest
	@bash Scripts/run-checks.sh

format:
	swift format -i -r Sources Tests

lint:
	swift format lint -s -r Sources Tests

# Ratios of times within one run; exit status 1 where one is too high.
benchmark:
	swift build -c release --product hearsay-benchmark
	.build/release/hearsay-benchmark

# Decisions, opening and start-up against their bars, in milliseconds; for a quiet machine.
benchmark-decisions:
	swift build -c release --product hearsay
	HEARSAY_BIN=.build/release/hearsay python3 Scripts/benchmarks/decisions.py

# Index, references, rename, tokens and hints against their bars; for a quiet machine.
benchmark-project:
	swift build -c release --product hearsay
	HEARSAY_BIN=.build/release/hearsay python3 Scripts/benchmarks/project.py

# The PySpark recipe with one worker and two beside the program alone; wants Java and PyPI.
benchmark-spark:
	swift build -c release --product hearsay
	bash -c '. Scripts/python-environment.sh; python="$$(python_environment pyspark)" && \
	  HEARSAY_BIN=.build/release/hearsay "$$python" Scripts/benchmarks/spark.py'

# Looks for bytes that trap, in new places each time; what it finds goes to Tests/Fuzz/inputs, which
# `make fuzz FUZZ='-runs=0'` only reads again. Swift's own report would keep libFuzzer from printing
# the bytes.
FUZZ ?= -max_total_time=600
fuzz:
	HEARSAY_FUZZ=1 swift build -c release --product hearsay-fuzz --scratch-path .build/fuzz
	mkdir -p .build/fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/hearsay-fuzz $(FUZZ) -max_len=600 -len_control=0 \
	  -dict=Tests/Fuzz/words.dict -artifact_prefix=.build/fuzz/ -print_final_stats=1 \
	  .build/fuzz/corpus Tests/Fuzz/inputs

clean:
	rm -rf .build
