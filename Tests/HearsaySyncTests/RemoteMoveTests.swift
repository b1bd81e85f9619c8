import Foundation
import HearsayStore
import HearsaySync
import HearsayWorkspace
import Testing

/// Leading a sync to another remote store while it is going on.
@Suite struct RemoteMoveTests {
  @Test func `a sync that is going on is not led elsewhere`() throws {
    let store = try SyncScratch("ana")
    let path = store.store.path
    let address = RemoteAddress.folder("\(path).remote")
    let file = open("\(path).sync", O_RDWR | O_CREAT, 0o600)
    #expect(flock(file, LOCK_EX) == 0)
    #expect(throws: RemoteSync.IsRunning.self) {
      try RemoteSync.setUp(store.store, address: address, member: "ana", patience: 0)
    }
    #expect(try store.store.remoteAddress() == "file:///nowhere")
    close(file)
    try RemoteSync.setUp(store.store, address: address, member: "ana", patience: 0)
    #expect(try store.store.remoteAddress() == address.description)
  }

  @Test func `how far the old remote store was read is not noted of the new one`() throws {
    let scratch = try SyncScratch("ana")
    let store = scratch.store
    let (old, new) = (RemoteAddress.folder("/nowhere"), RemoteAddress.folder("/new"))
    let replica = SyncReplica(store: store, address: old)
    let other = try #require(Lane(member: "ben", device: DeviceID(high: 1, low: 1)))
    try replica.apply([], positions: [other: .start])
    #expect(try replica.positions().count == 1)
    try store.setRemote(new, lane: store.syncStatus().lane)
    let steps: [() throws -> Void] = [
      { try replica.apply([], positions: [other: .start]) },
      { try replica.acknowledge(1) },
      { try replica.setNote("snapshot", 1) },
    ]
    for step in steps { #expect(throws: StoreError.busy(path: store.path)) { try step() } }
    let now = SyncReplica(store: store, address: new)
    #expect(try now.positions().isEmpty && now.note("snapshot") == nil)
    try now.apply([], positions: [other: .start])
    #expect(try now.positions().count == 1)
  }
}
