import Testing

@testable import HearsayServer

/// Waiting for another thread.
@Suite struct MonitorTests {
  @Test(arguments: [0, 1, 1_001])
  func `a wait that nobody ends is given up in time, and not before`(limit: Int) {
    let monitor = Monitor(0)
    let start = ContinuousClock.now
    #expect(monitor.wait(atMostMilliseconds: limit) { $0 == 1 ? true : nil } == nil)
    #expect(ContinuousClock.now - start >= .milliseconds(limit))
  }

  @Test func `a wait ends with the change that was waited for`() {
    let monitor = Monitor(0)
    DedicatedThread.start { monitor.withLock { $0 = 1 } }
    #expect(monitor.wait(atMostMilliseconds: 600_000) { $0 == 1 ? true : nil } == true)
  }
}
