internal import FoundationEssentials
public import HearsayAnalysis

/// What a user can choose; read alike by every command.
public struct Settings: Hashable, Sendable {
  /// What columns count in a client that does not say it, or says it wrongly.
  public enum PositionEncodingChoice: String, Sendable, CaseIterable {
    /// What the client offers.
    case auto
    /// Bytes of UTF-8.
    case utf8 = "utf-8"
    /// UTF-16 code units.
    case utf16 = "utf-16"
    /// Code points.
    case utf32 = "utf-32"
  }

  /// The kinds of annotation that can be shown or left out.
  public enum Kind: String, Sendable, CaseIterable {
    /// Quotations and attributions of every type.
    case quotation
    /// Time expressions.
    case date
    /// Outlet mentions.
    case outlet
  }

  /// How loudly something is shown.
  public enum Severity: String, Sendable, CaseIterable {
    /// As an error.
    case error
    /// As a warning.
    case warning
    /// As information.
    case information
    /// At the margin.
    case hint
    /// Not at all.
    case off
  }

  /// What columns count.
  public var positionEncoding = PositionEncodingChoice.auto
  /// How many diagnostics of one document are pushed at most.
  public var maxDiagnostics = 2_000
  /// The article's date, `YYYY-MM-DD`; it comes before the date the text gives.
  public var date: String?
  /// Which number of a date such as 03/04/2021 is the day; nil lets the article decide.
  public var dayMonthOrder: DayMonthOrder?
  /// The kinds that are shown.
  public var kinds = Set(Kind.allCases)
  /// Severities that differ from the usual ones, by code: `quotation`, `scare`, `date`, `outlet`
  /// and the codes of problems.
  public var severities: [String: Severity] = [:]
  /// Who decides, as it is stored with every decision.
  public var author = Settings.systemUser
  /// Files and folders left out of the project's index, in the notation of `.gitignore`.
  public var exclude: [String] = []
  /// How many files the project's index has at most; 0 for no index.
  public var maxIndexedFiles = 20_000
  /// Annotations below this confidence, 0…1, are not shown.
  public var minimumConfidence = 0.0

  /// The name of the user that runs the process, or `analyst` where the system tells none.
  public static let systemUser: String = {
    let process = ProcessInfo.processInfo
    let name = process.environment["USER"] ?? ""
    if !name.isEmpty { return name }
    return process.userName.isEmpty ? "analyst" : process.userName
  }()

  /// The settings of somebody who chose nothing.
  public init() {}
}
