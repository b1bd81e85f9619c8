internal import FoundationEssentials

/// Where editors keep what is theirs, for one user.
///
/// The folders are those of the XDG Base Directory Specification, which lets a variable count only
/// where it holds an absolute path, and those that each editor's manual names.
public struct EditorFolders: Sendable {
  private let values: [(name: String, path: String)]

  /// The folders of the user that runs the process.
  public init() { self.init(environment: ProcessInfo.processInfo.environment) }

  /// The folders of a user with these environment variables.
  ///
  /// Looks at the disk, since Emacs and Vim choose among places by what is there.
  public init(environment: [String: String]) {
    let home = UserHome.folder(environment)
    func folder(_ variable: String, _ usual: String) -> String {
      guard let value = environment[variable], value.hasPrefix("/") else { return usual }
      return value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
    }
    let config = folder("XDG_CONFIG_HOME", "\(home)/.config")
    let initFile = EditorFolders.emacsInit(home: home, config: config)
    let emacs =
      initFile.hasPrefix("\(config)/") ? "\(config)/emacs" : "\(home)/.emacs.d"
    let hasOwn = ["\(home)/.vimrc", "\(home)/.vim"].contains { EditorFolders.isThere($0) }
    let vim = !hasOwn && EditorFolders.isThere("\(config)/vim") ? "\(config)/vim" : "\(home)/.vim"
    #if os(macOS)
      let sublime = "\(home)/Library/Application Support/Sublime Text/Packages"
    #else
      let sublime = "\(config)/sublime-text/Packages"
    #endif
    values = [
      ("{config}", config), ("{data}", folder("XDG_DATA_HOME", "\(home)/.local/share")),
      ("{jupyter}", folder("JUPYTER_CONFIG_DIR", "\(home)/.jupyter")), ("{vim}", vim),
      ("{emacs-init}", initFile), ("{emacs}", emacs), ("{sublime}", sublime),
    ]
  }

  /// A text with its variables replaced.
  func path(_ text: String) -> String {
    values.reduce(text) { $0.replacing($1.name, with: $1.path) }
  }

  /// The folders that are never taken away, though they be empty.
  var roots: Set<String> { Set(values.map(\.path)) }

  /// The folder of records about what was installed.
  var records: String { path("{data}/hearsay/setup") }

  /// The init file as Emacs finds it (its manual, “Find Init”): the folder of XDG counts only where
  /// the older places are not there.
  private static func emacsInit(home: String, config: String) -> String {
    let older = ["\(home)/.emacs", "\(home)/.emacs.el", "\(home)/.emacs.d/init.el"]
    if let found = older.first(where: isThere) { return found }
    let isNew = !isThere("\(home)/.emacs.d") && isThere("\(config)/emacs")
    return isNew ? "\(config)/emacs/init.el" : "\(home)/.emacs.d/init.el"
  }

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
