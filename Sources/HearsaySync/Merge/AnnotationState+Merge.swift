extension AnnotationState {
  /// The state after all operations on one annotation, in any order.
  public init(merging operations: some Sequence<Operation>) {
    let operations = Array(operations)
    if operations.count == 1, let state = AnnotationState.only(operations[0]) {
      self = state
      return
    }
    let ancestry = Ancestry(operations)
    let all = Array(ancestry.operations.indices)
    heads = AnnotationState.heads(ancestry, all)
    fields = AnnotationState.fields(ancestry)
    tags = AnnotationState.tags(ancestry)
    deletion = AnnotationState.deletion(ancestry, all)
  }

  /// The state after one plain edit: what it says; nil where more is to be weighed.
  private static func only(_ operation: Operation) -> AnnotationState? {
    guard operation.kind == .edit, operation.tags.isEmpty else { return nil }
    let fields = operation.fields.sorted { $0.name < $1.name }
    guard zip(fields, fields.dropFirst()).allSatisfy({ $0.name != $1.name }) else { return nil }
    return AnnotationState(
      fields: fields.map { FieldState(name: $0.name, versions: [operation.version($0.value)]) },
      tags: [], deletion: operation.deletion == true ? .deleted : .none, heads: [operation.id])
  }

  private static func heads(_ ancestry: Ancestry, _ all: [Int]) -> [OperationID] {
    let known = all.filter {
      ancestry.operations[$0].kind == .edit || ancestry.operations[$0].kind == .was
    }
    return ancestry.newest(of: known).map { ancestry.operations[$0].id }
  }

  private static func fields(_ ancestry: Ancestry) -> [FieldState] {
    var writers: [String: [Int]] = [:]
    for (index, operation) in ancestry.operations.enumerated() where operation.kind == .edit {
      for field in operation.fields where writers[field.name]?.last != index {
        writers[field.name, default: []].append(index)
      }
    }
    return writers.sorted { $0.key < $1.key }.map { name, indices in
      FieldState(
        name: name,
        versions: ancestry.newest(of: indices).map { index in
          let operation = ancestry.operations[index]
          let value = operation.fields.last { $0.name == name }?.value ?? []
          return operation.version(value)
        })
    }
  }

  private static func tags(_ ancestry: Ancestry) -> [String] {
    var writers: [String: [Int]] = [:]
    for (index, operation) in ancestry.operations.enumerated() where operation.kind == .edit {
      for tag in operation.tags where writers[tag.name]?.last != index {
        writers[tag.name, default: []].append(index)
      }
    }
    return writers.filter { name, indices in
      ancestry.newest(of: indices).contains { index in
        ancestry.operations[index].tags.last { $0.name == name }?.isAdded == true
      }
    }.keys.sorted()
  }

  /// A deletion holds where everything that was ever changed was known to one who deleted.
  private static func deletion(_ ancestry: Ancestry, _ all: [Int]) -> Deletion {
    let deciders = all.filter { ancestry.operations[$0].deletion != nil }
    let deletions = ancestry.newest(of: deciders).filter {
      ancestry.operations[$0].deletion == true
    }
    if deletions.isEmpty { return .none }
    let against = all.filter { edit in
      let operation = ancestry.operations[edit]
      guard operation.isEdit || operation.deletion == false else { return false }
      return !deletions.contains { $0 == edit || ancestry.isAncestor(edit, of: $0) }
    }
    if against.isEmpty { return .deleted }
    return .contested(
      deletions: deletions.map { ancestry.operations[$0].version([]) },
      edits: ancestry.newest(of: against).map { ancestry.operations[$0].version([]) })
  }
}

extension Operation {
  /// A version this operation wrote.
  fileprivate func version(_ value: [UInt8]) -> AnnotationState.Version {
    AnnotationState.Version(
      operation: id, value: value, author: author, time: time,
      isDeletion: deletion == true)
  }
}
