internal import HearsayAnalysis
internal import HearsayJSON

/// A document that comes as one line of JSON: `{"id": …, "text": …, "date": …}`.
///
/// `id` is a string or a number and may be missing, `date` is `YYYY-MM-DD`, missing or null. Other
/// keys are passed over.
public struct DocumentRow: Sendable {
  /// The line, counted from 1.
  public let line: Int
  private let reading: Result<Content, InputError>

  private struct Content: Sendable {
    let id: String?
    let text: String
    let date: String?
  }

  /// What a line holds; mistakes are told when the document is asked for.
  public init(line: Int, bytes: [UInt8]) {
    self.line = line
    reading = DocumentRow.read(line, bytes)
  }

  /// A line that could not be taken in.
  init(line: Int, error: InputError) {
    self.line = line
    reading = .failure(error)
  }

  /// The identity that whoever wrote the row gave it, or nil.
  public var id: String? { try? reading.get().id }
  /// The article's date, or nil.
  public var date: String? { try? reading.get().date }
  /// What messages call it.
  public var name: String { id ?? "line \(line)" }

  /// The document.
  ///
  /// - Throws: ``InputError/badRow(line:id:reason:)`` for a row that is none, and for a text that is
  ///   none.
  public func document() throws(InputError) -> LoadedDocument {
    let content = try reading.get()
    do throws(InputError) {
      return try DocumentLoader.document(name, nil, Array(content.text.utf8))
    } catch {
      throw .badRow(line: line, id: content.id, reason: error.reason)
    }
  }

  private static func read(_ line: Int, _ bytes: [UInt8]) -> Result<Content, InputError> {
    var id: String?
    func bad(_ reason: String) -> Result<Content, InputError> {
      .failure(.badRow(line: line, id: id, reason: reason))
    }
    let node: JSONNode
    do throws(JSONReadError) {
      node = try JSONReader.read(bytes)
    } catch {
      return bad("\(error.reason.rawValue), byte \(error.offset)")
    }
    guard case .object = node.value else { return bad("it is no JSON object") }
    switch node["id"]?.value {
    case nil, .null: break
    case .string(let text): id = text.isEmpty ? nil : text
    case .number: id = node["id"].map { String(decoding: bytes[$0.range], as: UTF8.self) }
    default: return bad("id must be a string or a number")
    }
    guard let text = node["text"]?.string else { return bad("text must be a string") }
    switch node["date"]?.value {
    case nil, .null: return .success(Content(id: id, text: text, date: nil))
    case .string(let date) where AnalysisOptions.isDate(date):
      return .success(Content(id: id, text: text, date: date))
    default: return bad("date must be a calendar date as YYYY-MM-DD")
    }
  }
}
