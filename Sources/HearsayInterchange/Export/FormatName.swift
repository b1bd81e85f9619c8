public import HearsayModel

/// The formats as the command line names them.
public enum FormatName: String, Sendable, CaseIterable {
  /// One annotation as one JSON line; code points.
  case jsonl
  /// The text with its margin, for a terminal.
  case pretty
  /// W3C Web Annotations; code points.
  case webAnnotation = "web-annotation"
  /// brat standoff; code points.
  case brat
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// TEI P5.
  case tei
  /// UIMA CAS as XMI; UTF-16 units.
  case uimaCAS = "uima-cas"
  /// UIMA CAS as JSON; UTF-16 units.
  case uimaCASJSON = "uima-cas-json"
  /// Label Studio tasks; UTF-16 units.
  case labelStudio = "label-studio"
  /// doccano lines; code points.
  case doccano
  /// spaCy documents; code points.
  case spacy
  /// CoNLL IOB2; tokens.
  case conll
  /// Graph of who quotes whom.
  case graphml
  /// A report to read.
  case html
  /// An SQLite database.
  case sqlite

  /// What the name of a document's own file ends in, for formats that have one file for each.
  public var fileEnding: String? {
    switch self {
    case .tei: ".xml"
    case .uimaCAS: ".xmi"
    case .uimaCASJSON: ".json"
    case .html: ".html"
    default: nil
    }
  }

  /// What the format's writer has to know beside the annotations.
  public struct Context: Sendable {
    /// Looks of the text with its margin.
    public var style: MarginWriter.Style
    /// Kinds the user asked for by name, or nil.
    public var kinds: Set<AnnotationKind>?
    /// Outlet notes of the report.
    public var notices: HTMLFormat.Notices

    /// A context.
    public init(
      style: MarginWriter.Style, kinds: Set<AnnotationKind>?,
      notices: @escaping HTMLFormat.Notices
    ) {
      self.style = style
      self.kinds = kinds
      self.notices = notices
    }
  }

  /// The writer of the format; nil for ``sqlite``, which is no stream of bytes.
  public func writer(_ context: Context) -> (any AnnotationFormat)? {
    switch self {
    case .jsonl: JSONLinesFormat()
    case .pretty: MarginFormat(style: context.style)
    case .webAnnotation: WebAnnotationFormat()
    case .brat: BratFormat()
    case .csv: TableFormat(tabs: false, kinds: context.kinds ?? [.quotation])
    case .tsv: TableFormat(tabs: true, kinds: context.kinds ?? [.quotation])
    case .tei: TEIFormat()
    case .uimaCAS: CASFormat(json: false)
    case .uimaCASJSON: CASFormat(json: true)
    case .labelStudio: LabelStudioFormat()
    case .doccano: DoccanoFormat()
    case .spacy: SpacyFormat()
    case .conll: CoNLLFormat()
    case .graphml: GraphMLFormat()
    case .html: HTMLFormat(notices: context.notices)
    case .sqlite: nil
    }
  }
}
