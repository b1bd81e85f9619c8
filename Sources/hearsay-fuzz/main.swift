/// libFuzzer's own loop; it reads the arguments and calls the target until time is up.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
_ = runDriver(&count, &arguments) { fuzzOneInput($0, $1) }
