internal import CHearsayData

/// The data that is compiled into the program.
public enum EmbeddedResources {
  /// English word classes.
  public static func lexiconBytes() -> [UInt8] { bytes(of: hearsay_lexicon_en()) }

  /// Phrases of English page furniture.
  public static func furnitureBytes() -> [UInt8] { bytes(of: hearsay_furniture_en()) }

  /// The languages of time expressions, the first where nothing tells which.
  public static func dateLanguageBytes() -> [[UInt8]] {
    [bytes(of: hearsay_dates_en()), bytes(of: hearsay_dates_de())]
  }

  /// The outlet registry as far as detection needs it, and the words that point to a country.
  public static func outletBytes() -> [UInt8] {
    bytes(of: hearsay_outlets()) + bytes(of: hearsay_outlet_places())
  }

  /// The attribution tagger's weights where they lie in the program.
  public static func attributionModel() -> UnsafeRawBufferPointer {
    let resource = hearsay_attribution()
    return UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
  }

  /// The outlet registry as JSON lines: what it is, its sources, its records.
  public static func outletFactBytes() -> [UInt8] { bytes(of: hearsay_outlet_facts()) }

  /// The files of the folder `editor-integration` that are installed for editors, by their paths in
  /// it; `setup.txt` says which go where.
  public static func editorFiles() -> [(path: String, bytes: [UInt8])] {
    (0..<hearsay_editor_file_count()).map { index in
      let file = hearsay_editor_file_at(index)
      return (String(cString: file.path), bytes(of: file.content))
    }
  }

  /// The pages about the codes of diagnostics, in Markdown.
  public static func codePages() -> [[UInt8]] {
    bytes(of: hearsay_codes()).split(separator: 0).map { Array($0) }
  }

  /// One of the files of the folder `editor-integration`, by its path in it; nil where there is none
  /// such.
  public static func editorFile(_ path: String) -> [UInt8]? {
    for index in 0..<hearsay_editor_file_count() {
      let file = hearsay_editor_file_at(index)
      if String(cString: file.path) == path { return bytes(of: file.content) }
    }
    return nil
  }

  private static func bytes(of resource: hearsay_resource) -> [UInt8] {
    Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}
