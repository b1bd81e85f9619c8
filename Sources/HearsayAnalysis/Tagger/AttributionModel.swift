/// The weights of the tagger: word classes, labels, labels by cue, choice among several.
///
/// Read where it lies: bytes compiled into the program cost no copy and no time at start-up. The
/// layout, all numbers little-endian: a header of 64 bytes (“HSAT”, version, the first four tables'
/// sizes and scales, settings, the fast table's size and calibration), the three chains' transitions
/// as 32-bit floats, then the tables, each at a multiple of 64 bytes.
public final class AttributionModel: Sendable {
  /// Version of the layout and of the features; weights of another are not read.
  package static let version: UInt32 = 2
  /// Bytes of the header.
  package static let headerSize = 64

  /// Word classes.
  package let words: WeightTable
  let first: WeightTable
  let second: WeightTable
  let choice: ChoiceTable
  let firstChain: LabelChain
  let secondChain: LabelChain
  /// The fast model, or nil where there is none.
  package let fast: FastTable?
  let fastChain: FastChain
  /// Slope and offset that turn the fast model's margin into a chance.
  let fastCalibration: (slope: Float, offset: Float)
  /// Weight of the second model's own opinion in the choice.
  let baseWeight: Float
  /// Slope and offset that turn the choice's score into a chance.
  let calibration: (slope: Float, offset: Float)

  /// The weights in `bytes`, which must stay where they are; nil where they are not weights of this
  /// version.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    func integer(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    func float(_ place: Int) -> Float { Float(bitPattern: integer(place)) }
    guard bytes.count >= AttributionModel.headerSize,
      bytes.prefix(4).elementsEqual("HSAT".utf8), integer(4) == AttributionModel.version
    else { return nil }
    let chainSize = LabelChain.transitionCount * 4
    var place = AttributionModel.headerSize
    func transitions() -> [Float] {
      defer { place += chainSize }
      return (0..<LabelChain.transitionCount).map { float(place + 4 * $0) }
    }
    let sizes = [8, 12, 16, 20, 52].map { Int(integer($0)) }
    let total = AttributionModel.headerSize + 3 * chainSize + sizes.reduce(0, +)
    guard sizes.allSatisfy({ $0 >= 0 && $0 % 64 == 0 }), bytes.count >= total else { return nil }
    firstChain = LabelChain(transitions: transitions())
    secondChain = LabelChain(transitions: transitions())
    fastChain = FastChain(transitions: transitions())
    func table(_ number: Int) -> UnsafeRawBufferPointer {
      defer { place += sizes[number] }
      return UnsafeRawBufferPointer(rebasing: bytes[place..<place + sizes[number]])
    }
    guard let words = WeightTable(table(0), scale: float(24)),
      let first = WeightTable(table(1), scale: float(28)),
      let second = WeightTable(table(2), scale: float(32)),
      let choice = ChoiceTable(table(3), scale: float(36))
    else { return nil }
    (self.words, self.first, self.second, self.choice) = (words, first, second, choice)
    baseWeight = float(40)
    calibration = (float(44), float(48))
    fast = FastTable(table(4))
    fastCalibration = (float(56), float(60))
  }
}

extension AttributionModel {
  /// The chance that an attribution is right, of the model's own opinion; both 0…1.
  func calibrated(_ confidence: Float) -> Double {
    Double(
      VectorMath.logistic(
        calibration.slope * AttributionModel.logOdds(confidence) + calibration.offset))
  }

  /// The logarithm of a chance's odds, between −9.2 and 9.2.
  package static func logOdds(_ chance: Float) -> Float {
    let limited = max(0.0001, min(0.9999, chance))
    return VectorMath.log(limited / (1 - limited))
  }
}
