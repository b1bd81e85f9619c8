public import HearsayJSON

/// Params of `workspace/diagnostic`.
public struct WorkspaceDiagnosticParams: Hashable, Sendable, Decodable {
  /// What the client knows of a document.
  public struct PreviousResult: Hashable, Sendable, Decodable {
    /// The document.
    public let uri: String
    /// The result id of its last report.
    public let value: String
  }

  /// What the client knows already.
  public let previousResultIds: [PreviousResult]?
  /// What progress is shown under, or nil.
  public let workDoneToken: ProgressToken?
  /// What reports may be sent under before the answer, or nil.
  public let partialResultToken: ProgressToken?
}

/// The report on one document among those of a workspace.
public struct WorkspaceDocumentReport: Hashable, Sendable {
  /// The document.
  public let uri: String
  /// The version of an open document, or nil.
  public let version: Int?
  /// What there is to say about it.
  public let report: DocumentDiagnosticReport

  /// The report on a document.
  public init(uri: String, version: Int?, report: DocumentDiagnosticReport) {
    self.uri = uri
    self.version = version
    self.report = report
  }

  /// Writes the report as a JSON object.
  public func write(to writer: inout JSONWriter) {
    report.write(to: &writer) { writer in
      writer.key("uri")
      writer.string(uri)
      writer.key("version")
      if let version { writer.number(version) } else { writer.null() }
    }
  }
}
