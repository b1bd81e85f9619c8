internal import FoundationEssentials
internal import Glibc
internal import HearsayInterchange
internal import HearsayWorkspace

/// Where the results of an export go.
protocol ExportSink: AnyObject {
  /// What could not be carried of documents taken as they are.
  var loss: LossReport { get }

  /// Takes what one document became in the format.
  func take(_ rendition: Rendition, path: String) -> OutputSink.Failure?
  /// Takes a document as it is.
  func take(_ document: AnnotatedDocument) -> OutputSink.Failure?
  /// Notes among the results that an input failed.
  func note(_ error: InputError, path: String) -> OutputSink.Failure?
  /// Completes everything.
  func finish() -> OutputSink.Failure?
  /// Leaves complete files only, and says in words what is left.
  func abandon(documents: Int) -> String
}

extension ExportSink {
  /// Renditions bring theirs along.
  var loss: LossReport { LossReport() }
  /// Only a database takes documents as they are.
  func take(_ document: AnnotatedDocument) -> OutputSink.Failure? { nil }
  /// Only a database takes no renditions.
  func take(_ rendition: Rendition, path: String) -> OutputSink.Failure? { nil }
  /// Nothing unless said otherwise.
  func note(_ error: InputError, path: String) -> OutputSink.Failure? { nil }
}

/// One file or standard output that all documents go to.
final class StreamSink: ExportSink {
  private let format: any AnnotationFormat
  private let output: OutputSink
  private var summary = SetSummary()
  private var isEmpty = true

  /// Writes what comes before the first document.
  ///
  /// - Throws: `ExitCode`.
  init(_ format: any AnnotationFormat, _ output: OutputSink) throws {
    self.format = format
    self.output = output
    if let failure = output.write(format.opening) { throw failure.exit() }
  }

  /// Adds the document's part or files, and what the end needs to know.
  func take(_ rendition: Rendition, path: String) -> OutputSink.Failure? {
    if let digest = rendition.digest { summary.add(digest) }
    guard !rendition.part.isEmpty else { return nil }
    defer { isEmpty = false }
    if !isEmpty, let failure = output.write(format.separator) { return failure }
    return output.write(rendition.part)
  }

  /// A row that could not be read becomes a line of its own.
  func note(_ error: InputError, path: String) -> OutputSink.Failure? {
    guard case .badRow(let line, let id, _) = error else { return nil }
    return output.write(ErrorLine.json(code: error.code, reason: error.reason, line: line, id: id))
  }

  /// Writes what comes last and puts everything in its place.
  func finish() -> OutputSink.Failure? {
    output.write(format.closing(summary)) ?? output.finish()
  }

  /// Takes away what is not complete.
  func abandon(documents: Int) -> String { output.abandon() }
}

/// A folder with files of each document.
final class FolderSink: ExportSink {
  private let format: any AnnotationFormat
  private let folder: String
  private let inputs: InputFiles
  private var summary = SetSummary()
  private var names = ExportNames()
  private var made: Set<String> = []
  private var files = 0

  /// Makes the folder.
  ///
  /// - Throws: `ExitCode`.
  init(_ format: any AnnotationFormat, folder: String, sparing inputs: InputFiles) throws {
    self.format = format
    self.inputs = inputs
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    if let failure = make("") { throw failure.exit() }
  }

  /// Makes a folder below the export's, with those above it.
  private func make(_ below: String) -> OutputSink.Failure? {
    guard made.insert(below).inserted else { return nil }
    var path = folder
    for part in [""] + below.split(separator: "/").map(String.init) {
      if !part.isEmpty { path += "/\(part)" }
      guard mkdir(path, 0o755) != 0, errno != EEXIST else { continue }
      let number = errno
      // Folders above the export's own may be missing too.
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        return OutputSink.Failure(path: path, number: number)
      }
    }
    return nil
  }

  /// Adds the document's part or files, and what the end needs to know.
  func take(_ rendition: Rendition, path: String) -> OutputSink.Failure? {
    let name = names.name(for: path)
    if let digest = rendition.digest { summary.add(digest, name: name) }
    if let slash = name.lastIndex(of: "/"), let failure = make(String(name[..<slash])) {
      return failure
    }
    for file in rendition.files {
      if let failure = write("\(name)\(file.name)", file.bytes) { return failure }
    }
    return nil
  }

  private func write(_ name: String, _ bytes: [UInt8]) -> OutputSink.Failure? {
    switch OutputSink.open("\(folder)/\(name)", sparing: inputs) {
    case .failure(let failure): return failure
    case .success(let sink):
      if let failure = sink.write(bytes) ?? sink.finish(flushing: false) { return failure }
      files += 1
      return nil
    }
  }

  /// Writes what comes last and puts everything in its place.
  func finish() -> OutputSink.Failure? {
    for file in format.commonFiles(summary) {
      if let failure = write(file.name, file.bytes) { return failure }
    }
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return OutputSink.Failure(path: folder, number: errno) }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 ? nil : OutputSink.Failure(path: folder, number: errno)
  }

  /// Takes away what is not complete.
  func abandon(documents: Int) -> String { "\(files) complete files are in \(folder)" }
}

/// A database that documents are written to as they are.
final class TableSink: ExportSink {
  private let path: String
  private let database: DatabaseExport
  private(set) var loss = LossReport()

  /// Opens the database's unfinished twin beside it.
  ///
  /// - Throws: `ExitCode`.
  init(path: String, sparing inputs: InputFiles) throws {
    self.path = path
    if inputs.contains(path) { throw OutputSink.Failure.isInput(path).exit() }
    var status = stat()
    // A device or a pipe is no place for a database, and must not be replaced by one.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw OutputSink.Failure(path: path, reason: "it is no regular file").exit()
    }
    do throws(DatabaseExport.Failure) {
      database = try DatabaseExport(path: path, temporary: OutputSink.unfinished(path))
    } catch {
      throw OutputSink.Failure(path: path, reason: error.reason).exit()
    }
  }

  /// Adds the document's rows.
  func take(_ document: AnnotatedDocument) -> OutputSink.Failure? {
    do throws(DatabaseExport.Failure) {
      loss.add(try database.take(document))
      return nil
    } catch {
      return OutputSink.Failure(path: path, reason: error.reason)
    }
  }

  /// Writes what comes last and puts everything in its place.
  func finish() -> OutputSink.Failure? {
    do throws(DatabaseExport.Failure) {
      try database.finish()
      return nil
    } catch {
      return OutputSink.Failure(path: path, reason: error.reason)
    }
  }

  /// Takes away what is not complete.
  func abandon(documents: Int) -> String {
    database.abandon()
    return "\(path) was not written"
  }
}
