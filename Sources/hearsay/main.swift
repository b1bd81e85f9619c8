import HearsayAnalysis
import HearsayInterchange
import HearsayWorkspace

var args = Array(CommandLine.arguments.dropFirst(2))
let analyzer = Analyzer.embedded()
var i = 0
var files: [String] = []
while i < args.count {
  if args[i].hasPrefix("--") { i += 2 } else { files.append(args[i]); i += 1 }
}
for file in InputCollector(files).files {
  let document = try DocumentLoader.load(file)
  let analysis = DocumentAnalysis(document.text, analyzer: analyzer)
  let writer = JSONLinesWriter(
    text: analysis.text,
    document: DocumentRecord(path: document.path, uri: document.uri, sha256: document.sha256, date: nil),
    creator: CreatorRecord(version: "0.1.0", created: "2026-11-22T10:00:00Z"))
  print(String(decoding: writer.lines(analysis.findings, kinds: [.quotation]), as: UTF8.self), terminator: "")
}
