internal import FoundationEssentials
public import HearsayModel
internal import Synchronization

extension AnnotationID {
  /// The time of the last one, which is never gone back behind when the clock is set.
  private static let last = Mutex<UInt64>(0)

  /// A new id that nobody else has.
  public static func now() -> AnnotationID {
    let clock = UInt64(max(0, Date.now.timeIntervalSince1970 * 1_000))
    let milliseconds = last.withLock { last in
      last = max(clock, last)
      return last
    }
    var generator = SystemRandomNumberGenerator()
    return AnnotationID(
      milliseconds: milliseconds, random: (generator.next(), generator.next()))
  }
}

extension DecisionStamp {
  /// An author at this moment.
  public static func now(author: String) -> DecisionStamp {
    DecisionStamp(author: author, time: Date.now.formatted(.iso8601))
  }
}
