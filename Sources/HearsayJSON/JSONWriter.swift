/// Writes JSON into a byte buffer, in the order it is told and without building a tree first.
///
/// Measured against Foundation's encoder on diagnostics and semantic tokens, writing straight is
/// 7 to 40 times faster. Output is compact UTF-8; keys are written as given, so pass plain ASCII.
///
/// It has memory of its own, which no other value shares: an array asks at every piece whether it is
/// shared, and every line of an export has some eighty pieces.
public struct JSONWriter: ~Copyable {
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Whether the memory is its own, and not that of an array which is being made.
  private var ownsRoom = true
  private var count = 0
  private var needsComma = false

  /// An empty buffer.
  public init(reserving capacity: Int = 512) {
    self.capacity = max(64, capacity)
    room = .allocate(capacity: self.capacity)
  }

  private init(_ room: UnsafeMutablePointer<UInt8>, capacity: Int) {
    self.room = room
    self.capacity = capacity
    ownsRoom = false
  }

  deinit { if ownsRoom { room.deallocate() } }

  /// What `content` writes, which is copied only where it takes more room than was reserved.
  public static func bytes(
    reserving capacity: Int, _ content: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var long: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(64, capacity)) { buffer, count in
      guard let room = buffer.baseAddress else { return }
      var writer = JSONWriter(room, capacity: buffer.count)
      content(&writer)
      if writer.ownsRoom { long = writer.bytes } else { count = writer.count }
    }
    return long ?? bytes
  }

  /// What was written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: room, count: count)) }

  /// What was written; the buffer is empty then.
  public mutating func finish() -> [UInt8] {
    defer { (count, needsComma) = (0, false) }
    return bytes
  }

  /// Writes an object whose members `content` writes.
  @inlinable
  public mutating func object(_ content: (inout JSONWriter) -> Void) {
    open(0x7B)
    content(&self)
    close(0x7D)
  }

  /// Writes an array whose elements `content` writes.
  @inlinable
  public mutating func array(_ content: (inout JSONWriter) -> Void) {
    open(0x5B)
    content(&self)
    close(0x5D)
  }

  /// Writes a key; the value must follow.
  public mutating func key(_ key: StaticString) {
    comma()
    append(0x22)
    append(key)
    append(0x22)
    append(0x3A)
    needsComma = false
  }

  /// Writes a member whose key is any string.
  public mutating func member(_ key: String, _ value: (inout JSONWriter) -> Void) {
    self.key(text: key)
    value(&self)
    needsComma = true
  }

  /// Writes a key that is known only when the program runs; the value must follow.
  public mutating func key(text key: String) {
    string(key)
    append(0x3A)
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    comma()
    if value.utf8.withContiguousStorageIfAvailable({ quote($0) }) == nil {
      var value = value
      value.withUTF8 { quote($0) }
    }
    needsComma = true
  }

  /// Writes a string given as bytes that are UTF-8.
  public mutating func string(utf8 value: ArraySlice<UInt8>) { string(utf8: value.span) }

  /// Writes a string given as bytes that are UTF-8.
  public mutating func string(utf8 value: Span<UInt8>) {
    comma()
    value.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    comma()
    digits(value)
    needsComma = true
  }

  /// Writes a number with two digits behind the point; one too large for that is written with an
  /// exponent, and what is no number as `null`.
  public mutating func decimal(_ value: Double) {
    guard value.isFinite else { return null() }
    guard value.magnitude < 1e15 else { return raw(bytes: Array("\(value)".utf8)) }
    comma()
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { append(0x2D) }
    digits(abs(hundredths) / 100)
    append(0x2E)
    append(UInt8(0x30 + abs(hundredths) / 10 % 10))
    append(UInt8(0x30 + abs(hundredths) % 10))
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes JSON that is already text.
  public mutating func raw(_ json: StaticString) {
    comma()
    append(json)
    needsComma = true
  }

  /// Writes JSON that is already bytes.
  public mutating func raw(bytes json: [UInt8]) {
    comma()
    json.withUnsafeBufferPointer { append($0) }
    needsComma = true
  }

  /// Writes JSON that is already text and goes on behind it: what follows begins a value or a
  /// member, and no comma stands before it.
  public mutating func begin(_ json: StaticString) {
    comma()
    append(json)
    needsComma = false
  }

  /// Writes JSON that is already text and ends what was begun; no comma stands before it.
  public mutating func end(_ json: StaticString) {
    append(json)
    needsComma = true
  }

  /// Goes on in the middle of a value with JSON that is already bytes.
  public mutating func goOn(with bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
    needsComma = false
  }

  /// Goes on in the middle of a value with JSON that is already text.
  public mutating func goOn(with json: StaticString) {
    append(json)
    needsComma = false
  }

  /// Ends a line, for JSON lines.
  public mutating func endLine() {
    append(0x0A)
    needsComma = false
  }

  /// Begins an object or array.
  @usableFromInline
  mutating func open(_ byte: UInt8) {
    comma()
    append(byte)
    needsComma = false
  }

  /// Ends an object or array.
  @usableFromInline
  mutating func close(_ byte: UInt8) {
    append(byte)
    needsComma = true
  }

  @inline(__always)
  private mutating func comma() {
    if needsComma { append(0x2C) }
  }

  // MARK: - Bytes

  /// Makes room for so many bytes more.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let wider = capacity + max(more, capacity)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    moved.update(from: room, count: count)
    if ownsRoom { room.deallocate() }
    (room, capacity, ownsRoom) = (moved, wider, true)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count &+= 1
  }

  private mutating func append(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return text.withUTF8Buffer { append($0) } }
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(room + count))
    // Keys are short; two pieces that overlap are sooner copied than a length is told apart.
    switch bytes.count {
    case 8...16:
      JSONWriter.copyEnds(UInt64.self, from, to, bytes.count)
    case 4..<8:
      JSONWriter.copyEnds(UInt32.self, from, to, bytes.count)
    case 17...32:
      JSONWriter.copyEnds(SIMD2<UInt64>.self, from, to, bytes.count)
    case 1:
      room[count] = source[0]
    default:
      to.copyMemory(from: from, byteCount: bytes.count)
    }
    count &+= bytes.count
  }

  /// Copies the first and the last piece of so many bytes, which is all of them.
  @inline(__always)
  private static func copyEnds<Word: BitwiseCopyable>(
    _ word: Word.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int
  ) {
    let last = count &- MemoryLayout<Word>.size
    to.storeBytes(of: from.loadUnaligned(as: word), as: word)
    to.storeBytes(
      of: from.loadUnaligned(fromByteOffset: last, as: word), toByteOffset: last, as: word)
  }

  /// The numbers from 00 to 99, two digits each.
  private static let pairs: StaticString = """
    00010203040506070809101112131415161718192021222324\
    25262728293031323334353637383940414243444546474849\
    50515253545556575859606162636465666768697071727374\
    75767778798081828384858687888990919293949596979899
    """

  private mutating func digits(_ value: Int) {
    // No Int has more.
    reserve(20)
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    count &+= JSONWriter.length(rest)
    var end = UnsafeMutableRawPointer(room + count)
    let pairs = UnsafeRawPointer(JSONWriter.pairs.utf8Start)
    while rest >= 10 {
      let pair = Int(truncatingIfNeeded: rest % 100) &* 2
      end -= 2
      end.storeBytes(
        of: pairs.loadUnaligned(fromByteOffset: pair, as: UInt16.self), as: UInt16.self)
      rest /= 100
      // The last of an even number of digits.
      if rest == 0 { return }
    }
    (end - 1).storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ rest), as: UInt8.self)
  }

  /// How many digits a number has.
  @inline(__always)
  private static func length(_ number: UInt) -> Int {
    if number < 10 { return 1 }
    if number < 100 { return 2 }
    if number < 1000 { return 3 }
    var length = 4
    var rest = number / 10_000
    while rest > 0 {
      length &+= 1
      rest /= 10
    }
    return length
  }

  /// A string no longer than this is escaped at once.
  private static let piece = 1024

  /// Writes bytes between quotation marks.
  private mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
    append(0x22)
    var rest = value
    while rest.count > JSONWriter.piece {
      escape(UnsafeBufferPointer(rebasing: rest[..<JSONWriter.piece]))
      rest = UnsafeBufferPointer(rebasing: rest[JSONWriter.piece...])
    }
    escape(rest)
    append(0x22)
  }

  /// Copies eight bytes at once up to the next that has to be escaped: a quotation mark, a backslash
  /// or a control character.
  private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
    // No byte becomes more than six, and eight are written where fewer count.
    reserve(value.count * 6 + 8)
    guard let source = value.baseAddress else { return }
    let start = UnsafeRawPointer(source)
    let target = UnsafeMutableRawPointer(room)
    var place = count
    var index = 0
    while index &+ 8 <= value.count {
      let word = UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      target.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
      let special = JSONEscaping.special(word)
      if special == 0 {
        index &+= 8
        place &+= 8
      } else {
        let plain = special.trailingZeroBitCount / 8
        place = JSONEscaping.escape(source[index &+ plain], room, place &+ plain)
        index &+= plain &+ 1
      }
    }
    let left = value.count &- index
    let word = JSONEscaping.word(start + index, left, isBehindOthers: value.count >= 8)
    // The zeros behind the rest would be escaped as well.
    if JSONEscaping.special(word).trailingZeroBitCount >= left &* 8 {
      target.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
      count = place &+ left
      return
    }
    while index < value.count {
      place = JSONEscaping.escape(source[index], room, place)
      index &+= 1
    }
    count = place
  }
}
