'use strict';

/** The protocol's kind of a symbol that is a quotation. */
const quotationKind = 15;

/** Who is quoted in the active article, and what they say; a click leads there. */
class SpeakerTree {
  /** @param client Gives the client of the protocol, or undefined while none is running. */
  constructor(vscode, client) {
    this.vscode = vscode;
    this.client = client;
    this.changed = new vscode.EventEmitter();
    this.onDidChangeTreeData = this.changed.event;
  }

  refresh() {
    this.changed.fire(undefined);
  }

  /** Refreshes where one of the documents is the one that is shown. */
  refreshIfShown(uris) {
    const shown = this.shown();
    if (shown && uris.some((uri) => uri.toString() === shown)) this.refresh();
  }

  shown() {
    return this.vscode.window.activeTextEditor?.document.uri.toString();
  }

  async getChildren(entry) {
    const uri = this.shown();
    const client = this.client();
    if (entry) return entry.quotations;
    if (!uri || !client) return [];
    let symbols;
    try {
      symbols = await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    } catch {
      return [];
    }
    return (symbols || []).map((symbol) => ({
      name: symbol.name,
      detail: symbol.detail,
      quotations: (symbol.children || [])
        .filter((child) => child.kind === quotationKind)
        .map((child) => ({ name: child.name, detail: child.detail, range: child.selectionRange, uri })),
    })).filter((speaker) => speaker.quotations.length > 0);
  }

  getTreeItem(entry) {
    const { TreeItem, TreeItemCollapsibleState, ThemeIcon, Range, Uri } = this.vscode;
    if (entry.quotations) {
      const item = new TreeItem(entry.name, TreeItemCollapsibleState.Collapsed);
      const count = entry.quotations.length;
      item.description = [entry.detail, `${count} ${count === 1 ? 'quotation' : 'quotations'}`]
        .filter((part) => part && part !== String(count)).join(' · ');
      item.iconPath = new ThemeIcon('person');
      return item;
    }
    const item = new TreeItem(entry.name, TreeItemCollapsibleState.None);
    item.description = entry.detail;
    item.tooltip = entry.name;
    item.iconPath = new ThemeIcon('quote');
    const { start, end } = entry.range;
    item.command = {
      command: 'vscode.open',
      title: 'Show the Quotation',
      arguments: [
        Uri.parse(entry.uri),
        { selection: new Range(start.line, start.character, end.line, end.character) },
      ],
    };
    return item;
  }
}

module.exports = { SpeakerTree };
