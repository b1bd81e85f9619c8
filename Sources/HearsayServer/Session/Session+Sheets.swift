internal import HearsayAnalysis
internal import HearsayInterchange
internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// Annotation sheets: written and shown on command, carried out when they are saved.
extension Session {
  // MARK: - Opening

  /// Has an article's sheet written, or brought up to date where there is one.
  func openSheet(of snapshot: DocumentSnapshot) {
    guard let location = documents[snapshot.uri]?.location,
      let articlePath = DocumentURI.path(of: snapshot.uri)
    else {
      let (_, ticket) = commands.removeFirst()
      fail(ticket, .invalidParams, "A sheet needs an article in a file. [sheet-no-article]")
      return
    }
    isDeciding = true
    let path = SheetFiles.path(forArticle: articlePath, at: location)
    let known = documents.first { DocumentURI.path(of: $0.key) == path }
    let (open, own) = (known?.value.analysis.text, known.flatMap { sheets[$0.key]?.base })
    let desk = SheetDesk(environment.decisions, stamp: environment.stamp(snapshot.settings.author))
    let article = snapshot.sheetArticle(at: location)
    // An open sheet that cannot be changed here stays with what it was written from.
    let mayReplace = open == nil || client.appliesEdits
    environment.store {
      SheetFiles.alone(with: path) {
        let disk = SheetFiles.base(ofSheet: path).map { SheetReader($0).sheet }
        let base = own.map(\.value) ?? disk
        let mine = open ?? SheetFiles.text(at: path)
        var opening = SheetOpening(path: path)
        // Where it is not known what a sheet was written from, it is left alone and says so itself.
        if mayReplace, let fresh = desk.refreshed(article, mine: mine, base: base) {
          guard open == nil else {
            // What belongs to the new text lies beside it only once the editor has saved it.
            opening.fresh = SheetPair(
              text: Text(fresh.text), base: SheetReader(Text(fresh.base)).sheet)
            return .sheetOpened(.success(opening))
          }
          do throws(SheetFileError) {
            try SheetFiles.write(fresh.text, base: fresh.base, to: path)
          } catch {
            return .sheetOpened(.failure(error))
          }
        }
        return .sheetOpened(.success(opening))
      }
    }
  }

  /// Answers the command and shows the sheet.
  func take(_ result: Result<SheetOpening, SheetFileError>) {
    isDeciding = false
    guard !commands.isEmpty else { return }
    let (_, ticket) = commands.removeFirst()
    switch result {
    case .failure(let error):
      fail(ticket, .requestFailed, error.message)
      send(ShowMessageParams(type: .error, message: "Hearsay: \(error.message)").body())
    case .success(let opening):
      let uri = DocumentURI.uri(ofPath: opening.path)
      answer(
        ticket,
        OutgoingMessage.response(ticket.id) { writer in
          writer.object { writer in
            writer.key("uri")
            writer.string(uri)
            writer.key("path")
            writer.string(opening.path)
          }
        })
      show(opening, uri)
    }
    carryOutCommands()
    answerShutdown()
  }

  private func show(_ opening: SheetOpening, _ uri: String) {
    let known = documents.keys.first { DocumentURI.path(of: $0) == opening.path }
    if let known, let fresh = opening.fresh {
      sheets[known]?.waiting = fresh
      adoptBase(of: known)
      replaceAll(of: known, with: fresh.text)
      show(known)
    }
    if client.showsDocuments {
      send(ShowDocumentRequest.body(id: nextRequestID(), uri: known ?? uri))
    } else {
      let message = "The annotation sheet is \(opening.path). [sheet-written]"
      send(ShowMessageParams(type: .info, message: message).body())
    }
  }

  /// Has the client put another text in the place of all of an open document's.
  private func replaceAll(of uri: String, with text: Text) {
    guard let old = documents[uri]?.analysis.text, old != text else { return }
    let end = old.position(ofByte: old.byteCount, in: unit)
    let range = LSPRange(
      start: Position(line: 0, character: 0),
      end: Position(line: end.line, character: end.column))
    send(
      ApplyEditRequest.body(
        id: nextRequestID(), uri: uri, range: range,
        text: text.string(in: ByteSpan(0, text.byteCount))))
  }

  // MARK: - What is known of a sheet

  /// Has what is known of a sheet read that was just opened.
  func readSheet(_ uri: String) {
    guard let document = documents[uri], let path = DocumentURI.path(of: uri) else { return }
    var sheet = OpenSheet()
    // Taken before the text is looked at, as everywhere: what is saved meanwhile is looked at anew.
    sheet.stamp = SheetFiles.stamp(of: path)
    sheets[uri] = sheet
    let (text, base) = (document.analysis.text, sheet.base)
    let article = SheetReader(text).sheet.article
    let loader = sheetArticleLoader(article)
    environment.store {
      base.value = SheetFiles.base(ofSheet: path).map { SheetReader($0).sheet }
      let knowledge = SheetKnowledge(
        article: article, loaded: loader(), isAsSaved: SheetFiles.text(at: path) == text)
      return .sheetRead(uri: uri, knowledge)
    }
  }

  /// Takes over what was read.
  func take(_ knowledge: SheetKnowledge, of uri: String) {
    guard sheets[uri] != nil else { return }
    sheets[uri]?.isSaving = false
    sheets[uri]?.article = knowledge.article
    if let other = knowledge.other { sheets[uri]?.waiting = other }
    adoptBase(of: uri)
    sheets[uri]?.loaded = knowledge.loaded
    sheets[uri]?.isRead = true
    if !knowledge.isAsSaved { sheets[uri]?.isAsSaved = false }
    show(uri)
  }

  /// Has an editor's text compared with what belongs to it from now on, once it is one that was
  /// written elsewhere.
  func adoptBase(of uri: String) {
    guard let waiting = sheets[uri]?.waiting, waiting.text == documents[uri]?.analysis.text else {
      return
    }
    sheets[uri]?.base = SheetBase(waiting.base)
    sheets[uri]?.waiting = nil
  }

  /// Reads an article that is not open from the disk, when it is called elsewhere; nil for an open
  /// one and for one that cannot be read.
  private func sheetArticleLoader(_ uri: String) -> @Sendable () -> OpenDocument? {
    guard documents[uri] == nil, let path = DocumentURI.path(of: uri), purpose(of: uri) == .article
    else { return { nil } }
    let folder = DocumentURI.folder(of: uri)
    let settings = effectiveSettings(forFolder: folder)
    let edition = environment.outlets.edition(forFolder: folder)
    let location = environment.decisions.location(forFolder: folder ?? rootFolder)
    let (analyzer, decisions) = (environment.analyzer, environment.decisions)
    let revision = nextRevision()
    return {
      guard let file = try? DocumentLoader.load(path) else { return nil }
      var document = OpenDocument(
        uri: uri, version: nil, file.text, revision: revision, settings: settings, edition: edition,
        location: location,
        analyzer: analyzer(), isAwaitingStore: true)
      let identity = DocumentIdentity(file.text, path: location.path(of: path))
      let mark = OpenDocument.Mark(opening: revision)
      if let overlay = try? decisions.overlay(of: file.text, identity: identity, at: location) {
        document.take(overlay, mark)
      } else {
        document.abandon(mark)
      }
      return document
    }
  }

  /// What a snapshot of a sheet knows; nil for what is no sheet.
  func sheetContext(of uri: String) -> SheetContext? {
    guard let sheet = sheets[uri] else { return nil }
    let article = documents[sheet.article] ?? sheet.loaded
    return SheetContext(sheet, article: article.map { snapshot(from: $0) })
  }

  /// Shows again what is wrong in the sheets of an article, once its annotations have changed.
  ///
  /// Not on every edit of the article: a sheet is compared with the whole of it.
  func showSheets(of article: String) {
    for uri in sheets.keys.sorted() where sheets[uri]?.article == article {
      documents[uri]?.revision = nextRevision()
      markDirty(uri)
    }
  }

  // MARK: - Saving

  /// Has carried out what was changed in a sheet that was saved.
  func saveSheet(_ uri: String) {
    guard let document = documents[uri], sheets[uri] != nil, let path = DocumentURI.path(of: uri)
    else { return }
    let (text, stamp) = (document.analysis.text, SheetFiles.stamp(of: path))
    // Another text there is still to be looked at.
    if SheetFiles.text(at: path) == text { sheets[uri]?.stamp = stamp }
    carryOut(uri, text, isOwn: true)
  }

  /// Looks at the files of open sheets, for clients that do not tell when they save.
  func lookAtSheets() {
    for uri in sheets.keys.sorted() {
      guard let sheet = sheets[uri], sheet.isRead, !sheet.isSaving,
        let path = DocumentURI.path(of: uri), let stamp = SheetFiles.stamp(of: path),
        stamp != sheet.stamp
      else { continue }
      let text = SheetFiles.text(at: path)
      let isOwn = text == documents[uri]?.analysis.text
      // What another editor saved is left to that editor's server at first.
      guard isOwn || sheet.seen == stamp else {
        sheets[uri]?.seen = stamp
        continue
      }
      sheets[uri]?.stamp = stamp
      if let text { carryOut(uri, text, isOwn: isOwn) }
    }
  }

  /// Has a text of a sheet carried out: the editor's own, or another that lies on the disk.
  private func carryOut(_ uri: String, _ text: Text, isOwn: Bool) {
    guard let sheet = sheets[uri], let path = DocumentURI.path(of: uri) else { return }
    let reader = SheetReader(text)
    let articleURI = reader.sheet.article
    let open = documents[articleURI].map { (snapshot(from: $0), $0.location) }
    let loader = sheetArticleLoader(articleURI)
    let author = effectiveSettings(forFolder: DocumentURI.folder(of: articleURI)).author
    let desk = SheetDesk(environment.decisions, stamp: environment.stamp(author))
    let snapshotted: @Sendable (OpenDocument) -> SheetArticle = { [client, unit, environment] in
      DocumentSnapshot(
        uri: $0.uri, version: nil, revision: 0, analysis: $0.analysis, unit: unit,
        settings: $0.settings, overlay: $0.overlay, client: client, source: environment.findings,
        edition: $0.edition
      ).sheetArticle(at: $0.location)
    }
    let own = isOwn ? sheet.base : nil
    let decisions = environment.decisions
    sheets[uri]?.isSaving = true
    isFollowing = true
    environment.store {
      SheetFiles.alone(with: path) {
        // An earlier save, or the reading of decisions, may have been on its way when this was asked
        // for: both sides are looked at as they are now.
        let disk = SheetFiles.base(ofSheet: path).map { SheetReader($0).sheet }
        var base = own.map(\.value) ?? disk
        // The editor has taken over what somebody else wrote.
        if let disk, reader.sheet.isUntouched(since: disk) { base = disk }
        var knowledge = SheetKnowledge(article: articleURI)
        knowledge.loaded = open == nil ? loader() : nil
        let article = open.map { $0.0.sheetArticle(at: $0.1) } ?? knowledge.loaded.map(snapshotted)
        guard var article else { return .sheetRead(uri: uri, knowledge) }
        let identity = DocumentIdentity(article.text, path: article.path)
        if var overlay = try? decisions.overlay(
          of: article.text, identity: identity, at: article.location)
        {
          overlay.keepPlaces(of: article.overlay)
          article.overlay = overlay
        }
        var outcome = desk.save(text, base: base, of: article)
        if let next = outcome.base, next != disk {
          do throws(SheetFileError) {
            try SheetFiles.write(nil, base: SheetWriter.text(of: next), to: path)
          } catch {
            outcome.refusals.append(SheetProblem(.refused, ByteSpan(0, 0), error.message))
          }
        }
        own?.value = outcome.base
        if own == nil { knowledge.other = outcome.base.map { SheetPair(text: text, base: $0) } }
        if outcome.stored > 0, open == nil { knowledge.loaded = loader() }
        return .sheetSaved(uri: uri, knowledge, outcome, article.location)
      }
    }
  }

  /// Shows what became of a saved sheet, in it and in its article.
  func take(
    _ outcome: SheetDesk.Outcome, _ knowledge: SheetKnowledge, of uri: String,
    at location: StoreLocation
  ) {
    take(knowledge, of: uri)
    sheets[uri]?.refusals = outcome.refusals
    if outcome.stored > 0 { readDecisions(in: [location]) }
  }
}
