internal import HearsayJSON

/// One thing a doctor's visit found.
public struct DoctorFinding: Hashable, Sendable {
  /// What it is about.
  public enum Area: String, Sendable, CaseIterable {
    /// The program itself.
    case program
    /// Settings of the project.
    case settings
    /// The store of annotations.
    case store
    /// The outlet registry and the team's overlay.
    case registry
    /// The remote store.
    case remote
    /// Editors.
    case editors
    /// The language server.
    case server
  }

  /// How it is.
  public enum State: String, Sendable {
    /// As it should be.
    case fine
    /// Worth knowing; nothing is broken.
    case notice
    /// Broken: something does not work until somebody acts.
    case wrong
  }

  /// What it is about.
  public let area: Area
  /// How it is.
  public let state: State
  /// What is so; one sentence without full stop.
  public let sentence: String
  /// What a person can do, or nil where there is nothing to do.
  public var advice: String?
  /// Stable code for scripts and searches; nil where all is fine.
  public var code: String?

  /// Something that was found.
  public init(
    _ area: Area, _ state: State, _ sentence: String, advice: String? = nil, code: String? = nil
  ) {
    self.area = area
    self.state = state
    self.sentence = sentence
    self.advice = advice
    self.code = code
  }
}

/// All that a visit found.
public struct DoctorReport: Hashable, Sendable {
  /// What was found, in the order in which it is told.
  public let findings: [DoctorFinding]

  /// A report of findings.
  public init(_ findings: [DoctorFinding]) { self.findings = findings }

  /// Whether nothing is broken.
  public var isHealthy: Bool { !findings.contains { $0.state == .wrong } }

  /// The report for a person: a line for each finding, below it what to do.
  public var text: String {
    var lines: [String] = []
    var last: DoctorFinding.Area?
    for finding in findings {
      let area = finding.area == last ? "" : finding.area.rawValue
      last = finding.area
      let padding = String(repeating: " ", count: max(1, 10 - area.count))
      let code = finding.code.map { " [\($0)]" } ?? ""
      lines.append("\(finding.state.sign) \(area)\(padding)\(finding.sentence)\(code)")
      if let advice = finding.advice { lines.append("            → \(advice)") }
    }
    let wrong = findings.count { $0.state == .wrong }
    lines.append(
      wrong == 0 ? "all is well" : wrong == 1 ? "one thing is wrong" : "\(wrong) things are wrong")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as a line of JSON.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("healthy")
      writer.bool(isHealthy)
      writer.key("findings")
      writer.array { writer in for finding in findings { finding.write(to: &writer) } }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension DoctorFinding {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("area")
      writer.string(area.rawValue)
      writer.key("state")
      writer.string(state.rawValue)
      writer.key("sentence")
      writer.string(sentence)
      if let advice {
        writer.key("advice")
        writer.string(advice)
      }
      if let code {
        writer.key("code")
        writer.string(code)
      }
    }
  }
}

extension DoctorFinding.State {
  fileprivate var sign: String {
    switch self {
    case .fine: "✓"
    case .notice: "·"
    case .wrong: "✗"
    }
  }
}
