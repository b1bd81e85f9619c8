internal import HearsayModel

/// One field that a person changed in a sheet.
public struct SheetEdit: Hashable, Sendable {
  /// Index of the block in the person's sheet.
  public var block: Int
  /// Which field.
  public var field: SheetField
  /// What the sheet was written with.
  public var before: String
  /// What the person wrote.
  public var after: String
}

/// One field that a person and somebody else changed to different values.
public struct SheetConflict: Hashable, Sendable {
  /// Index of the block in the person's sheet.
  public var block: Int
  /// Which field.
  public var field: SheetField
  /// What the person wrote.
  public var mine: String
  /// What is stored.
  public var theirs: String
}

/// Compares a sheet with what it was written from and with what holds now, field by field.
///
/// A field changed in the sheet alone is an edit; one changed elsewhere alone is left as it is; one
/// changed in both to the same value is settled; to different values it is a conflict, and nothing
/// is done. A block that is missing from the sheet changes nothing.
public struct SheetMerger: Sendable {
  /// What the person changed.
  public private(set) var edits: [SheetEdit] = []
  /// Indices of blocks to be added.
  public private(set) var additions: [Int] = []
  /// What both changed.
  public private(set) var conflicts: [SheetConflict] = []
  /// Indices of blocks with changes whose annotation is not there any more.
  public private(set) var lost: [Int] = []
  /// Indices of blocks that the sheet was not written with.
  public private(set) var strange: [Int] = []

  private let base: [SheetKey: SheetBlock]
  /// The order of the blocks in `base`.
  private let order: [SheetKey]
  private let mine: AnnotationSheet
  private let current: @Sendable (SheetBlock) -> SheetBlock?

  /// Compares three states.
  ///
  /// - Parameters:
  ///   - base: What the sheet was written as.
  ///   - mine: What the person made of it.
  ///   - current: The block as it would be written now for one of `base`; nil where its annotation
  ///     is not there any more.
  public init(
    base: AnnotationSheet, mine: AnnotationSheet,
    current: @escaping @Sendable (SheetBlock) -> SheetBlock?
  ) {
    self.base = Dictionary(base.blocks.map { ($0.key, $0) }) { first, _ in first }
    order = base.blocks.map(\.key)
    self.mine = mine
    self.current = current
    var seen: Set<SheetKey> = []
    for (index, block) in mine.blocks.enumerated() {
      if block.key == .addition {
        if block.fields.values.contains(where: { !$0.isEmpty }) { additions.append(index) }
      } else if seen.insert(block.key).inserted {
        compare(index, block)
      }
    }
  }

  private mutating func compare(_ index: Int, _ block: SheetBlock) {
    guard let before = base[block.key], before.kind == block.kind else {
      strange.append(index)
      return
    }
    let changed = SheetField.fields(of: block.kind).filter { field in
      // A field whose line was removed was not changed.
      block.layout.names[field] != nil && !isSame(block[field], before[field])
    }
    guard !changed.isEmpty else { return }
    guard let now = current(before) else {
      lost.append(index)
      return
    }
    for field in changed {
      if isSame(now[field], block[field]) { continue }
      if isSame(now[field], before[field]) || block.forced.contains(field) {
        edits.append(
          SheetEdit(block: index, field: field, before: before[field], after: block[field]))
      } else {
        conflicts.append(
          SheetConflict(block: index, field: field, mine: block[field], theirs: now[field]))
      }
    }
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    SheetWriter.normalised(left) == SheetWriter.normalised(right)
  }

  /// What the sheet counts as written from once its edits are carried out: the person's values, but
  /// in conflicts and for `refused` fields the old ones, which stay changes.
  public func nextBase(refused: Set<SheetRefusal> = []) -> AnnotationSheet {
    var next = mine
    next.blocks = mine.blocks.enumerated().compactMap { index, block in
      guard let before = base[block.key] else { return nil }
      var block = block
      for field in SheetField.fields(of: block.kind) {
        let isOpen =
          conflicts.contains { $0.block == index && $0.field == field } || lost.contains(index)
          || refused.contains(SheetRefusal(block: index, field: field))
        if isOpen || block.layout.names[field] == nil { block.fields[field] = before[field] }
      }
      return block
    }
    let kept = Set(next.blocks.map(\.key))
    next.blocks += order.filter { !kept.contains($0) }.compactMap { base[$0] }
    return next
  }

  /// The sheet written anew: what holds now, with what the person changed and is not carried out yet.
  public func refreshed(_ now: AnnotationSheet) -> AnnotationSheet {
    var result = now
    var waiting: [SheetBlock] = []
    for (index, block) in mine.blocks.enumerated() {
      if additions.contains(index) || lost.contains(index) || strange.contains(index) {
        waiting.append(block)
        continue
      }
      guard let before = base[block.key], let place = current(before)?.key,
        let target = result.blocks.firstIndex(where: { $0.key == place })
      else { continue }
      for edit in edits where edit.block == index {
        result.blocks[target].fields[edit.field] = edit.after
      }
      for conflict in conflicts where conflict.block == index {
        result.blocks[target].fields[conflict.field] = conflict.mine
      }
    }
    result.blocks += waiting
    return result
  }
}

extension AnnotationSheet {
  /// Whether nothing is changed in it since it was written as `base`; additions do not count.
  public func isUntouched(since base: AnnotationSheet) -> Bool {
    let merger = SheetMerger(base: base, mine: self) { $0 }
    return merger.edits.isEmpty && merger.strange.isEmpty
  }
}

/// A field of a block whose change was not carried out.
public struct SheetRefusal: Hashable, Sendable {
  /// Index of the block in the person's sheet.
  public var block: Int
  /// Which field.
  public var field: SheetField

  /// A field of a block.
  public init(block: Int, field: SheetField) {
    self.block = block
    self.field = field
  }
}
