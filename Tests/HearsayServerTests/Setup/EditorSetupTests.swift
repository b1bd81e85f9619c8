import Foundation
import HearsayTestSupport
import Testing

@testable import HearsayWorkspace

/// A user's folders, made for a test and taken away afterwards.
private final class ScratchUser {
  let home = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
  private let variables: [String: String]

  init(_ variables: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let home = home
    self.variables = variables.mapValues { "\(home)/\($0)" }.merging(["HOME": home]) { $1 }
  }

  /// The folders as they are now.
  var folders: EditorFolders { EditorFolders(environment: variables) }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  func setup(_ name: String) throws -> EditorSetup {
    EditorSetup(try #require(EditorCatalogue.embedded.editor(name)), folders: folders)
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: "\(home)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(home)/\(path)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every file below the home folder with its content.
  var files: [String: String] {
    let walk = FileManager.default.enumerator(atPath: home)
    var files: [String: String] = [:]
    for case let name as String in walk ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(home)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = text(name) ?? "" }
    }
    return files
  }
}

@Suite struct EditorSetupTests {
  static let editors = EditorCatalogue.embedded.editors.map(\.name)

  /// Files that users have where something of ours goes, each as a text that must come back.
  static let usersFiles: [(editor: String, path: String, text: String)] = [
    ("emacs", ".emacs", "(setq a 1)"), ("emacs", ".emacs.d/init.el", "(setq a 1)\r\n\r\n"),
    ("lsp-mode", ".emacs.el", "; ünïcode 🌊\n\n\n"), ("emacs", ".emacs.d/init.el", ""),
    ("helix", ".config/helix/languages.toml", "[[language]]\nname = \"rust\"\n"),
    ("kate", ".config/kate/lspclient/settings.json", "{}"),
    ("kate", ".config/kate/lspclient/settings.json", "{\"servers\": {\n}, \"global\": {}}\n"),
    (
      "kate", ".config/kate/lspclient/settings.json",
      "{\n    \"servers\": {\n        \"rust\": {\"command\": [\"ra\"]}\n    }\n}"
    ),
    ("vim-coc", ".vim/coc-settings.json", "{\"suggest.noselect\": false}"),
    ("vim-coc", ".vim/coc-settings.json", " \n"),
    ("sublime", ".config/sublime-text/Packages/User/LSP.sublime-settings", "{\"clients\":{}}"),
    ("neovim", ".config/nvim/plugin/hearsay.lua", "-- the user's own\n"),
    ("jupyterlab", ".jupyter/jupyter_server_config.d/hearsay.json", "{\"a\": 1}\n"),
  ]

  @Test func `what is inside the program is the folder editor-integration`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../editor-integration"
    ).standardized
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: root.appending(path: path)))
    }
    var files = [(path: "setup.txt", bytes: try bytes("setup.txt"))]
    for line in String(decoding: files[0].bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard ["file", "block", "member"].contains(words[0]) else { continue }
      let path = String(words[1])
      files.append((path, try bytes(path)))
    }
    #expect(EditorCatalogue(files).editors == EditorCatalogue.embedded.editors)
    #expect(EditorCatalogue.embedded.editors.allSatisfy { !$0.steps.isEmpty })
    #expect(EditorCatalogue.embeddedNames == EditorSetupTests.editors)
    let lines = files[0].bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let steps = lines.count { $0.contains(#/^(file|block|member) /#) }
    #expect(EditorCatalogue.embedded.editors.reduce(0) { $0 + $1.steps.count } == steps)
  }

  @Test(arguments: editors)
  func `what is printed is what is installed, and it goes again without a trace`(
    name: String
  ) throws {
    let user = try ScratchUser()
    let setup = try user.setup(name)
    #expect(setup.state == .absent)
    let changes = try setup.write()
    #expect(changes.allSatisfy { $0.kind == .make })
    #expect(setup.state == .done)
    for file in setup.files {
      #expect(FileManager.default.contents(atPath: file.path) == Data(file.bytes))
    }
    let before = user.files
    #expect(try setup.write().allSatisfy { $0.kind == .nothing })
    #expect(user.files == before)
    #expect(try setup.remove().allSatisfy { $0.kind == .remove })
    #expect(user.files.isEmpty && setup.state == .absent)
    #expect(try setup.remove().allSatisfy { $0.kind == .nothing })
  }

  @Test(arguments: usersFiles.indices)
  func `a user's file is kept and comes back to the byte`(_ index: Int) throws {
    let (name, path, text) = EditorSetupTests.usersFiles[index]
    let user = try ScratchUser()
    try user.write(path, text)
    let setup = try user.setup(name)
    let before = user.files
    _ = try setup.write()
    #expect(setup.state == .done)
    let after = user.files
    #expect(after != before)
    if !text.allSatisfy(\.isWhitespace) {
      #expect(after["\(path).before-hearsay-\(name)"] == text)
    }
    #expect(try setup.write().allSatisfy { $0.kind == .nothing } && user.files == after)
    _ = try setup.remove()
    if text.allSatisfy(\.isWhitespace) {
      #expect(user.files.isEmpty)
    } else {
      #expect(user.files == before)
    }
  }

  @Test(arguments: usersFiles.indices)
  func `what a user writes beside it later stays`(_ index: Int) throws {
    let (name, path, text) = EditorSetupTests.usersFiles[index]
    let user = try ScratchUser()
    try user.write(path, text)
    let setup = try user.setup(name)
    _ = try setup.write()
    let written = try #require(user.text(path))
    guard written.contains("hearsay"), !setup.files.contains(where: { $0.path.hasSuffix(".lua") })
    else { return }
    let isJSON = written.hasPrefix("{")
    let edited =
      isJSON
      ? written.replacing("{", with: "{\"later\": [1],", maxReplacements: 1)
      : "later\n\(written)later too\n"
    try user.write(path, edited)
    if path.contains("jupyter") {
      let changes = try setup.remove()
      #expect(changes.map(\.kind) == [.keep] && user.text(path) == edited)
      return
    }
    _ = try setup.remove()
    let rest = try #require(user.text(path))
    #expect(rest.contains("later") && !rest.contains("hearsay"))
    if isJSON {
      let object = try JSONSerialization.jsonObject(with: Data(rest.utf8)) as? [String: Any]
      let wanted = text.allSatisfy(\.isWhitespace) ? "{}" : text
      let old = try JSONSerialization.jsonObject(with: Data(wanted.utf8)) as? [String: Any]
      // An object that is empty without the member goes with it.
      let kept = (old ?? [:]).filter {
        ($0.value as? [String: Any])?.isEmpty != true || $0.key == "global"
      }
      #expect(Set(object?.keys ?? [:].keys) == Set(kept.keys).union(["later"]))
    }
  }

  @Test func `what a user wrote in our place is taken out with a copy only`() throws {
    let path = ".vim/coc-settings.json"
    let mine = #"{"languageserver": {"hearsay": {"command": "/opt/mine"}}}"#
    let user = try ScratchUser()
    try user.write(path, mine)
    let setup = try user.setup("vim-coc")
    #expect(try setup.write().map(\.kind) == [.nothing] && user.text(path) == mine)
    #expect(try setup.remove().map(\.kind) == [.change(backup: true)])
    #expect(user.text("\(path).before-hearsay-vim-coc") == mine)

    let start = ".emacs.d/init.el"
    try user.write(start, "(setq a 1)\n")
    let emacs = try user.setup("emacs")
    _ = try emacs.write()
    let edited = try #require(user.text(start)).replacing("eglot-ensure", with: "my-eglot")
    try user.write(start, edited)
    #expect(try emacs.remove().map(\.kind).contains(.change(backup: true)))
    #expect(user.text(start) == "(setq a 1)\n")
    #expect(user.files.values.contains(edited))
  }

  @Test func `two set-ups share a file of the user's`() throws {
    for text in ["", "(setq a 1)\n"] {
      let user = try ScratchUser()
      if !text.isEmpty { try user.write(".emacs.d/init.el", text) }
      let before = user.files
      for name in ["emacs", "lsp-mode"] { _ = try user.setup(name).write() }
      let written = try #require(user.text(".emacs.d/init.el"))
      #expect(written.contains("eglot-ensure") && written.contains("lsp-deferred"))
      for name in ["emacs", "lsp-mode"] { _ = try user.setup(name).remove() }
      #expect(user.files == before)
    }
  }

  @Test func `a file that cannot be changed without guessing is left alone`() throws {
    let cases = [
      ("kate", ".config/kate/lspclient/settings.json", "{ // mine\n}"),
      ("kate", ".config/kate/lspclient/settings.json", "{\"servers\": []}"),
      ("sublime", ".config/sublime-text/Packages/User/LSP.sublime-settings", "[]"),
      ("helix", ".config/helix/languages.toml", "[[language]]\nname = \"markdown\"\n"),
      ("emacs", ".emacs", ";; >>> hearsay emacs >>> and no end\n"),
    ]
    for (name, path, text) in cases {
      let user = try ScratchUser()
      try user.write(path, text)
      let before = user.files
      let error = #expect(throws: SetupError.self) { try user.setup(name).write() }
      #expect(error?.code == "setup-by-hand" && user.files == before)
    }
  }

  @Test func `what an earlier version has installed is replaced without a copy`() throws {
    let user = try ScratchUser()
    _ = try user.setup("neovim").write()
    let older = try #require(EditorCatalogue.embedded.editor("neovim"))
    var files = [(path: "setup.txt", bytes: Array("editor neovim | nvim | Neovim\n".utf8))]
    for step in older.steps {
      files[0].bytes += Array("file \(step.source) \(step.destination)\n".utf8)
      files.append((step.source, step.content + Array("-- newer\n".utf8)))
    }
    let newer = EditorSetup(EditorCatalogue(files).editors[0], folders: user.folders)
    #expect(newer.state == .outdated)
    #expect(try newer.write().allSatisfy { $0.kind == .change(backup: false) })
    #expect(newer.state == .done && !user.files.keys.contains { $0.contains("before-hearsay") })
    _ = try newer.remove()
    #expect(user.files.isEmpty)
  }

  @Test func `places are those of XDG and of each editor's manual`() throws {
    let user = try ScratchUser([
      "XDG_CONFIG_HOME": "c", "XDG_DATA_HOME": "d/", "JUPYTER_CONFIG_DIR": "j",
    ])
    let home = user.home
    let places = { (folders: EditorFolders) in
      ["{config}", "{data}", "{jupyter}", "{vim}", "{emacs-init}"].map(folders.path)
    }
    #expect(
      places(user.folders) == [
        "\(home)/c", "\(home)/d", "\(home)/j", "\(home)/.vim", "\(home)/.emacs.d/init.el",
      ])
    try user.write("c/emacs/early-init.el", "")
    try user.write("c/vim/vimrc", "")
    let environment = ["HOME": home, "XDG_CONFIG_HOME": "\(home)/c", "XDG_DATA_HOME": "relative"]
    #expect(
      places(EditorFolders(environment: environment)) == [
        "\(home)/c", "\(home)/.local/share", "\(home)/.jupyter", "\(home)/c/vim",
        "\(home)/c/emacs/init.el",
      ])
  }

  @Test func `a link to a user's file stays a link`() throws {
    let user = try ScratchUser()
    try user.write("dotfiles/init.el", "(setq a 1)\n")
    let link = "\(user.home)/.emacs"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(user.home)/dotfiles/init.el")
    _ = try user.setup("emacs").write()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("init.el"))
    #expect(user.text("dotfiles/init.el")?.contains("eglot-ensure") == true)
    _ = try user.setup("emacs").remove()
    #expect(user.text("dotfiles/init.el") == "(setq a 1)\n")
  }
}
