internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Times work and keeps what was measured.
///
/// Absolute times say something about the machine; only ratios within one run are judged.
struct Measure {
  /// How often the quickest of several runs is looked for.
  static let rounds = 5

  /// The analyzer that is measured.
  let analyzer: Analyzer
  private let clock = ContinuousClock()

  /// Measures with an analyzer.
  init(analyzer: Analyzer) { self.analyzer = analyzer }

  /// Seconds of the quickest of several runs.
  func seconds(rounds: Int = Measure.rounds, _ work: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds { best = min(best, clock.measure(work) / .seconds(1)) }
    return best
  }

  /// Seconds of this thread's processor time of the quickest of several runs, so that whatever
  /// else the machine does counts less.
  func processorSeconds(rounds: Int = Measure.rounds, _ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = now()
      work()
      best = min(best, now() - start)
    }
    return best
  }

  /// Nanoseconds a byte of analysing a whole text and asking for its findings.
  func nanosecondsPerByte(_ bytes: [UInt8], rounds: Int = Measure.rounds) -> Double {
    let text = Text(String(decoding: bytes, as: UTF8.self))
    var sink = 0
    let seconds = seconds(rounds: rounds) {
      let analysis = DocumentAnalysis(text, analyzer: analyzer)
      sink &+= analysis.findings.quotations.count
    }
    precondition(sink >= 0)
    return seconds * 1e9 / Double(max(1, bytes.count))
  }

  /// Nanoseconds a byte of finding outlets and nothing else, on one thread.
  func outletNanosecondsPerByte(_ bytes: [UInt8]) -> Double {
    var sink = 0
    let seconds = processorSeconds(rounds: 5) { sink &+= analyzer.outlets(in: bytes).count }
    precondition(sink > 0)
    return seconds * 1e9 / Double(max(1, bytes.count))
  }

  /// Seconds a keystroke in the middle of a text takes, with the findings of the whole asked for
  /// after each or with those of the lines around it only; the median of many.
  func keystroke(in bytes: [UInt8], allFindings: Bool) -> Double {
    let text = Text(String(decoding: bytes, as: UTF8.self))
    var analysis = DocumentAnalysis(text, analyzer: analyzer)
    let middle = text.lineStart(text.lineCount / 2)
    var sink = 0
    var times: [Double] = []
    for step in 0..<60 {
      let place = middle + step
      let time = clock.measure {
        do throws(TextError) {
          try analysis.replace(ByteSpan(middle, middle), with: [0x78])
        } catch {
          sink &+= 1
        }
        let findings =
          allFindings ? analysis.findings : analysis.findings(in: ByteSpan(middle, place))
        sink &+= findings.quotations.count
      }
      times.append(time / .seconds(1))
    }
    precondition(sink >= 0)
    return times.sorted()[times.count / 2]
  }
}
