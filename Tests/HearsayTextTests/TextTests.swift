import HearsayText
import Testing

@Test func empty() { #expect(Text("").lineCount == 1) }
