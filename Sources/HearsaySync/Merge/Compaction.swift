/// What a snapshot keeps of an annotation.
enum Compaction {
  /// The operations with those abbreviated that others replaced altogether.
  ///
  /// An operation may go to its remains where, for each field and tag it set, a later one that knew
  /// of it set the same: it can never again be a version of anything. Its name and parents stay,
  /// since what comes later may still name it as a parent; without them a value it knew of would
  /// look as if nobody had.
  static func compact(_ operations: [Operation]) -> [Operation] {
    guard operations.count > 1 else { return operations }
    let ancestry = Ancestry(operations)
    return ancestry.operations.indices.map { index in
      let operation = ancestry.operations[index]
      guard operation.kind == .edit, !operation.hasUnknownMembers else { return operation }
      let later = ancestry.operations.indices.filter { ancestry.isAncestor(index, of: $0) }
        .map { ancestry.operations[$0] }.filter { $0.kind == .edit }
      return isReplaced(operation, by: later) ? operation.remains : operation
    }
  }

  private static func isReplaced(_ operation: Operation, by later: [Operation]) -> Bool {
    let areFieldsReplaced = operation.fields.allSatisfy { field in
      later.contains { $0.fields.contains { $0.name == field.name } }
    }
    let areTagsReplaced = operation.tags.allSatisfy { tag in
      later.contains { $0.tags.contains { $0.name == tag.name } }
    }
    let isDeletionReplaced = operation.deletion == nil || later.contains { $0.deletion != nil }
    return areFieldsReplaced && areTagsReplaced && isDeletionReplaced
  }
}
