// Runs the extension's logic with a small stand-in for the editor's interface and the real server.
// usage: node vscode_extension.js FOLDER     FOLDER: scratch space
'use strict';

const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const home = path.join(__dirname, '../../editor-integration/vscode');
const { makeExtension, documentSelector } = require(path.join(home, 'lib/make-extension'));
const { names } = require(path.join(home, 'lib/settings'));
const manifest = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
const folder = process.argv[2];

/** A client of the protocol over the server's pipes, with the methods of LanguageClient in use. */
class PipeClient {
  constructor(server, options) {
    this.server = server;
    this.options = options;
    this.pending = new Map();
    this.handlers = new Map();
    this.count = 0;
    this.buffer = Buffer.alloc(0);
  }

  async start() {
    this.process = spawn(this.server.command, this.server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', (bytes) => this.read(bytes));
    await new Promise((resolve, reject) => {
      this.process.on('spawn', resolve);
      this.process.on('error', reject);
    });
    await this.sendRequest('initialize', {
      processId: process.pid, rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        window: { showDocument: { support: true } },
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      },
    });
    this.notify('initialized', {});
  }

  needsStop() {
    return this.process !== undefined;
  }

  async stop() {
    await this.sendRequest('shutdown', null);
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    this.notify('exit', null);
    assert.strictEqual(await ended, 0);
    this.process = undefined;
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  notify(method, params) {
    this.send({ method, params });
  }

  sendRequest(method, params) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  read(bytes) {
    this.buffer = Buffer.concat([this.buffer, bytes]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.buffer.subarray(0, end).toString())[1]);
      if (this.buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString());
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.take(message);
    }
  }

  take(message) {
    if (message.method === undefined) {
      const { resolve, reject } = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.method === 'workspace/configuration') {
      this.send({ id: message.id, result: this.options.middleware.workspace.configuration(message.params) });
    } else if (message.id !== undefined) {
      this.handlers.get(message.method)?.(message.params);
      this.send({ id: message.id, result: { success: true } });
    } else {
      this.handlers.get(message.method)?.(message.params);
    }
  }
}

class Emitter {
  constructor() {
    this.listeners = [];
    this.event = (listener) => {
      this.listeners.push(listener);
      return { dispose() {} };
    };
  }

  fire(value) {
    for (const listener of this.listeners) listener(value);
  }
}

/** The part of the editor's interface the extension uses. */
function makeEditor() {
  const commands = new Map();
  const diagnostics = new Emitter();
  const editor = {
    said: [], asked: [], answers: [], context: {}, settings: {}, trees: new Map(), diagnostics,
    api: {
      EventEmitter: Emitter,
      TreeItem: class { constructor(label, state) { this.label = label; this.collapsibleState = state; } },
      TreeItemCollapsibleState: { None: 0, Collapsed: 1 },
      ThemeIcon: class { constructor(id) { this.id = id; } },
      Range: class { constructor(...numbers) { this.numbers = numbers; } },
      Uri: { parse: (text) => ({ toString: () => text }) },
      languages: { onDidChangeDiagnostics: diagnostics.event },
      commands: {
        registerCommand(name, run) {
          assert(!commands.has(name), `registered twice: ${name}`);
          commands.set(name, run);
          return { dispose() {} };
        },
        async executeCommand(name, ...given) {
          if (name === 'setContext') editor.context[given[0]] = given[1];
          else return commands.get(name)(...given);
        },
      },
      workspace: {
        onDidChangeConfiguration: new Emitter().event,
        getConfiguration: () => ({
          get: (name) => (name === 'command' ? [process.env.HEARSAY_BIN, 'lsp'] : undefined),
          inspect: (name) => ({ defaultValue: 'unused', globalValue: editor.settings[name] }),
        }),
      },
      window: {
        activeTextEditor: undefined,
        onDidChangeActiveTextEditor: new Emitter().event,
        registerTreeDataProvider(id, tree) {
          editor.trees.set(id, tree);
          return { dispose() {} };
        },
        showInputBox: async (options) => {
          editor.asked.push(options);
          return editor.answers.shift();
        },
        showErrorMessage: async (words) => { editor.said.push(words); },
        showInformationMessage: async (words) => { editor.said.push(words); },
        showWarningMessage: async (words) => { editor.said.push(words); },
      },
    },
    commands,
    run: (name) => commands.get(`hearsayEditor.${name}`)(),
  };
  return editor;
}

/** What may stand in `contributes`: code.visualstudio.com/api/references/contribution-points. */
const contributionPoints = {
  commands: { required: ['command', 'title'], allowed: ['command', 'title', 'shortTitle', 'category', 'icon', 'enablement'] },
  keybindings: { required: ['command', 'key'], allowed: ['command', 'key', 'mac', 'linux', 'win', 'when', 'args'] },
  menus: { required: ['command'], allowed: ['command', 'when', 'group', 'alt'] },
  views: { required: ['id', 'name'], allowed: ['id', 'name', 'when', 'icon', 'contextualTitle', 'type', 'visibility', 'initialSize'] },
  viewsWelcome: { required: ['view', 'contents'], allowed: ['view', 'contents', 'when', 'group', 'enablement'] },
};
const menuPlaces = ['commandPalette', 'editor/context', 'view/title'];
const viewPlaces = ['explorer', 'scm', 'debug', 'test'];
const settingKeys = [
  'type', 'default', 'description', 'markdownDescription', 'enum', 'enumDescriptions', 'items', 'pattern',
  'minimum', 'maximum', 'uniqueItems', 'additionalProperties', 'scope', 'order',
];
const scopes = ['application', 'machine', 'machine-overridable', 'window', 'resource', 'language-overridable'];

function checkManifest(registered) {
  for (const key of ['name', 'version', 'publisher', 'engines', 'main']) assert(manifest[key], key);
  assert.match(manifest.name, /^[a-z0-9-]+$/);
  assert.match(manifest.engines.vscode, /^\^\d+\.\d+\.\d+$/);
  assert(fs.existsSync(path.join(home, manifest.main)));
  const { configuration, ...rest } = manifest.contributes;
  for (const [point, value] of Object.entries(rest)) {
    const rule = contributionPoints[point];
    assert(rule, `no such contribution point: ${point}`);
    const places = Array.isArray(value) ? [] : Object.keys(value);
    for (const place of places) assert((point === 'menus' ? menuPlaces : viewPlaces).includes(place), place);
    for (const entry of Array.isArray(value) ? value : Object.values(value).flat()) {
      for (const key of rule.required) assert(entry[key], `${point}: ${key} is missing`);
      for (const key of Object.keys(entry)) assert(rule.allowed.includes(key), `${point}: ${key}`);
    }
  }
  for (const [name, setting] of Object.entries(configuration.properties)) {
    assert(name.startsWith('hearsay.'), name);
    assert(setting.description || setting.markdownDescription, `${name} has no description`);
    for (const key of Object.keys(setting)) assert(settingKeys.includes(key), `${name}: ${key}`);
    assert(scopes.includes(setting.scope), `${name}: ${setting.scope}`);
  }
  const declared = rest.commands.map((entry) => entry.command).sort();
  assert.deepStrictEqual(declared, [...registered].sort());
  for (const entry of [...Object.values(rest.menus).flat(), ...rest.keybindings]) {
    assert(declared.includes(entry.command), entry.command);
  }
  // Settings of the server are those of the project's file.
  const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '../../Schemas/settings.schema.json'), 'utf8'));
  const known = Object.keys(schema.properties).filter((name) => name !== 'positionEncoding').sort();
  assert.deepStrictEqual([...names].sort(), known);
  for (const name of names) assert(configuration.properties[`hearsay.${name}`], name);
  for (const { language } of documentSelector.filter((filter) => filter.language)) {
    assert(manifest.activationEvents.includes(`onLanguage:${language}`), language);
  }
}

async function main() {
  const editor = makeEditor();
  let client;
  const shown = [];
  const extension = makeExtension(editor.api, (server, options) => {
    client = new PipeClient(server, options);
    client.handlers.set('window/showDocument', (params) => shown.push(params.uri));
    client.handlers.set('textDocument/publishDiagnostics', (params) => {
      client.diagnostics = params.diagnostics;
      editor.diagnostics.fire({ uris: [{ toString: () => params.uri }] });
    });
    return client;
  });
  editor.settings.kinds = ['quotation', 'date'];
  editor.settings.author = '';
  await extension.activate({ subscriptions: [] });
  checkManifest(editor.commands.keys());
  assert.strictEqual(editor.context.hearsayIsRunning, true);
  assert.deepStrictEqual(
    client.options.middleware.workspace.configuration({ items: [{ section: 'hearsay' }, { section: 'other' }] }),
    [{ kinds: ['quotation', 'date'] }, null]);

  await editor.run('accept');
  assert.deepStrictEqual(editor.said.splice(0), ['Open an article first.']);

  const text = '🌊🌉 “We will not reopen it in a hurry,” said Ana Ruiz, the mayor.\n\nThe last pillar stands.\n';
  const file = path.join(folder, 'article.txt');
  fs.writeFileSync(file, text);
  const uri = pathToFileURL(file).toString();
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
  const point = (line, character) => ({ line, character });
  function select(start, end) {
    const isEmpty = start.line === end.line && start.character === end.character;
    editor.api.window.activeTextEditor = {
      document: { uri: { toString: () => uri } }, selection: { start, end, active: end, isEmpty },
    };
  }
  /** Waits until a text fits; it is looked at again and again. */
  const expect = async (text, wanted) => {
    for (const end = Date.now() + 60000; !wanted.test(text()) && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.match(text(), wanted);
  };
  const messages = () => (client.diagnostics ?? []).map((found) => found.message).join('\n');

  select(point(0, 12), point(0, 12));
  const tree = editor.trees.get('hearsaySpeakers');
  const speakers = await tree.getChildren();
  assert.deepStrictEqual(speakers.map((speaker) => speaker.name), ['Ana Ruiz']);
  assert.match(tree.getTreeItem(speakers[0]).description, /1 quotation$/);
  const [quotation] = await tree.getChildren(speakers[0]);
  // Two emoji are four units, and a space.
  assert.deepStrictEqual(tree.getTreeItem(quotation).command.arguments[1].selection.numbers, [0, 5, 0, 40]);

  await editor.run('accept');
  await expect(messages, /Ana Ruiz said \(direct\) \[accepted\]/);
  editor.answers = ['heard it myself'];
  await editor.run('note');
  await expect(messages, /heard it myself/);
  editor.answers = ['Mireille Aubert'];
  await editor.run('setSpeaker');
  await expect(messages, /Mireille Aubert said/);
  assert.deepStrictEqual((await tree.getChildren()).map((speaker) => speaker.name), ['Mireille Aubert']);
  await editor.run('undo');
  await expect(messages, /Ana Ruiz said/);
  await editor.run('redo');
  await expect(messages, /Mireille Aubert said/);

  select(point(2, 4), point(2, 15));
  editor.answers = ['which one?'];
  await editor.run('note');
  await expect(messages, /which one\?/);
  editor.answers = ['Dmitri Okafor'];
  select(point(2, 0), point(2, 22));
  await editor.run('addQuotation');
  await expect(messages, /Dmitri Okafor said/);
  editor.answers = ['2024-03-05'];
  await editor.run('setDate');
  const { validateInput } = editor.asked.at(-1);
  assert.deepStrictEqual([validateInput('2024-03-05'), validateInput('')], [undefined, undefined]);
  assert.match(validateInput('today'), /YYYY-MM-DD/);
  await editor.run('openSheet');
  await expect(() => shown.at(-1) ?? '', /article\.txt\.annotations\.txt$/);

  // Leaving a box is no answer, a refusal is shown as the server words it.
  const count = client.count;
  editor.answers = [undefined];
  await editor.run('setSpeaker');
  assert.strictEqual(client.count, count);
  select(point(1, 0), point(1, 0));
  await editor.run('reject');
  assert.strictEqual(editor.said.length, 1);

  const old = client;
  await editor.run('restart');
  assert(client !== old && !old.needsStop());
  await extension.deactivate();
  assert(!client.needsStop());
  console.log('vscode: commands, notes, speakers, settings, restart and the manifest are as documented');
}

main().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
