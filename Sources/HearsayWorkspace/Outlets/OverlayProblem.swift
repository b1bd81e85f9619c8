/// Something in a team's overlay that cannot be used; what it stands in is left out.
public struct OverlayProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be read.
    case unreadable = "overlay-unreadable"
    /// The file is larger than overlays may be.
    case tooLarge = "overlay-too-large"
    /// The file is no JSON.
    case notJSON = "overlay-not-json"
    /// A key is missing, unknown, or has a value of another form.
    case wrongForm = "overlay-wrong-form"
    /// An id leads nowhere.
    case unknownID = "overlay-unknown-id"
    /// An id is taken already.
    case duplicateID = "overlay-duplicate-id"
    /// A citation leads to no source.
    case unknownSource = "overlay-unknown-source"
    /// A domain belongs to another record.
    case duplicateDomain = "overlay-duplicate-domain"
    /// An outlet would own itself.
    case ownershipCycle = "overlay-ownership-cycle"
    /// What is to be retired is not there.
    case nothingToRetire = "overlay-nothing-to-retire"
    /// The overlay wants a newer registry.
    case olderRegistry = "overlay-older-registry"
  }

  /// What is wrong.
  public let code: Code
  /// The bytes of the file it is about.
  public let range: Range<Int>
  /// One sentence for the user, without the code.
  public let message: String

  /// Something that cannot be used.
  public init(_ code: Code, _ range: Range<Int>, _ message: String) {
    self.code = code
    self.range = range
    self.message = message
  }
}
