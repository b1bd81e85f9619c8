internal import HearsayModel
internal import HearsayText

/// The stretches of a document with one label each and the relations between them: the form that
/// labelling tools share.
///
/// Labels are `direct`, `mixed`, `indirect`, `scare`, `source`, `cue`, `date`, `outlet`, `note`.
/// Relations lead from a quotation to its `source`, its `cue`, its `parent` and the stretch of the
/// same `utterance` before it. A source or cue that several quotations share is there once.
struct SpanGraph {
  /// A labelled stretch.
  struct Node: Hashable {
    /// One of the labels.
    let label: String
    /// Where it stands, in bytes.
    let span: ByteSpan
    /// Index of the annotation it is the target of; nil for a source or cue.
    let annotation: Int?
  }

  /// A relation between two nodes, by index.
  struct Relation: Hashable {
    /// Index of the node it leads from.
    let from: Int
    /// Index of the node it leads to.
    let to: Int
    /// One of the relations' names.
    let label: String
  }

  /// In reading order, the longer first where two begin together.
  let nodes: [Node]
  /// In the order of the nodes they lead from.
  let relations: [Relation]

  /// The graph of a document.
  init(_ document: AnnotatedDocument) {
    var nodes: [Node] = []
    var seen: Set<Node> = []
    for (index, annotation) in document.annotations.enumerated() {
      nodes.append(
        Node(label: SpanGraph.label(annotation), span: annotation.span, annotation: index))
      guard let quotation = annotation.quotation else { continue }
      for (label, span) in [("source", quotation.source), ("cue", quotation.cue)] {
        guard let span else { continue }
        let node = Node(label: label, span: span, annotation: nil)
        if seen.insert(node).inserted { nodes.append(node) }
      }
    }
    nodes = nodes.enumerated().sorted {
      let (a, b) = ($0.element.span, $1.element.span)
      return (a.start, -a.end, $0.offset) < (b.start, -b.end, $1.offset)
    }.map(\.element)
    self.nodes = nodes
    relations = SpanGraph.relations(nodes, document)
  }

  /// The label of an annotation.
  static func label(_ annotation: AnnotationRecord) -> String {
    annotation.quotation?.type.rawValue ?? annotation.kind.rawValue
  }

  private static func relations(_ nodes: [Node], _ document: AnnotatedDocument) -> [Relation] {
    var parts: [Node: Int] = [:]
    var quotations: [ByteSpan: Int] = [:]
    for (index, node) in nodes.enumerated() {
      guard let annotation = node.annotation else {
        parts[node] = index
        continue
      }
      if document.annotations[annotation].kind == .quotation { quotations[node.span] = index }
    }
    var relations: [Relation] = []
    var lastOfUtterance: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() {
      guard let quotation = node.annotation.flatMap({ document.annotations[$0].quotation })
      else { continue }
      for (label, span) in [("source", quotation.source), ("cue", quotation.cue)] {
        let target = span.flatMap { parts[Node(label: label, span: $0, annotation: nil)] }
        if let target { relations.append(Relation(from: index, to: target, label: label)) }
      }
      if let parent = quotation.parent.flatMap({ quotations[$0] }), parent != index {
        relations.append(Relation(from: index, to: parent, label: "parent"))
      }
      if let before = lastOfUtterance[quotation.utterance] {
        relations.append(Relation(from: index, to: before, label: "utterance"))
      }
      lastOfUtterance[quotation.utterance] = index
    }
    return relations
  }
}
