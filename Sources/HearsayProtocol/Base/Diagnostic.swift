public import HearsayJSON

/// How much attention a diagnostic asks for.
public enum DiagnosticSeverity: Int, Hashable, Sendable, CaseIterable {
  /// Something is wrong.
  case error = 1
  /// Something should be looked at.
  case warning = 2
  /// Something to know.
  case information = 3
  /// Something shown at the margin.
  case hint = 4
}

/// Another place that belongs to a diagnostic.
public struct DiagnosticRelatedInformation: Hashable, Sendable {
  /// The place.
  public let location: Location
  /// Why it belongs there.
  public let message: String

  /// A place and why it belongs there.
  public init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

/// Something said about a stretch of a document.
public struct Diagnostic: Hashable, Sendable {
  /// The stretch.
  public let range: LSPRange
  /// How much attention it asks for.
  public let severity: DiagnosticSeverity
  /// A name that never changes, to filter and search by.
  public let code: String
  /// Address of a page about the code, or nil.
  public let codeDescription: String?
  /// One line for the user.
  public let message: String
  /// Other places that belong to it.
  public let relatedInformation: [DiagnosticRelatedInformation]

  /// Everything said about a stretch.
  public init(
    range: LSPRange, severity: DiagnosticSeverity, code: String, codeDescription: String? = nil,
    message: String, relatedInformation: [DiagnosticRelatedInformation] = []
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.message = message
    self.relatedInformation = relatedInformation
  }

  /// Writes the diagnostic as a JSON object; the source is always `hearsay`.
  public func write(to writer: inout JSONWriter) {
    writer.begin(#"{"range":"#)
    range.write(to: &writer)
    writer.goOn(with: #","severity":"#)
    writer.number(severity.rawValue)
    writer.goOn(with: #","code":"#)
    writer.string(code)
    if let codeDescription {
      writer.goOn(with: #","codeDescription":{"href":"#)
      writer.string(codeDescription)
      writer.end("}")
    }
    writer.goOn(with: #","source":"hearsay","message":"#)
    writer.string(message)
    if !relatedInformation.isEmpty { writeRelated(to: &writer) }
    writer.end("}")
  }

  private func writeRelated(to writer: inout JSONWriter) {
    writer.key("relatedInformation")
    writer.array { writer in
      for related in relatedInformation {
        writer.object { writer in
          writer.key("location")
          related.location.write(to: &writer)
          writer.key("message")
          writer.string(related.message)
        }
      }
    }
  }
}
