'use strict';

const { makeCommands } = require('./commands');
const { SpeakerTree } = require('./speaker-tree');
const { settingsFor } = require('./settings');

/** The documents the server is asked about. */
const documentSelector = [
  { scheme: 'file', language: 'plaintext' },
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'plaintext' },
  { scheme: 'untitled', language: 'markdown' },
  { scheme: 'file', pattern: '**/.hearsay.toml' },
  { scheme: 'file', pattern: '**/.hearsay/outlets.json' },
];

/**
 * The extension over an editor's interface.
 *
 * @param vscode The module `vscode`, or what stands for it in a test.
 * @param makeClient Makes a client of the protocol from server and client options.
 */
function makeExtension(vscode, makeClient) {
  let client;
  let tree;

  function serverOptions() {
    const configured = vscode.workspace.getConfiguration('hearsay').get('command');
    const [command, ...args] = configured && configured.length > 0 ? configured : ['hearsay', 'lsp'];
    return { command, args };
  }

  const clientOptions = {
    documentSelector,
    outputChannelName: 'Hearsay',
    middleware: {
      workspace: {
        // Only what somebody has set: everything else is left to the project's file.
        configuration: (params) =>
          params.items.map((item) => (item.section === 'hearsay' ? settingsFor(vscode, item.scopeUri) : null)),
      },
    },
  };

  async function start() {
    client = makeClient(serverOptions(), clientOptions);
    try {
      await client.start();
      await vscode.commands.executeCommand('setContext', 'hearsayIsRunning', true);
      tree.refresh();
    } catch (problem) {
      await vscode.commands.executeCommand('setContext', 'hearsayIsRunning', false);
      const choice = await vscode.window.showErrorMessage(
        `Hearsay could not be started (${problem.message}). Is the program “${serverOptions().command}” installed?`,
        'Open Settings');
      if (choice) {
        await vscode.commands.executeCommand('workbench.action.openSettings', 'hearsay.command');
      }
    }
  }

  async function stop() {
    const old = client;
    client = undefined;
    if (old && old.needsStop()) await old.stop();
  }

  /** Called by the editor when the first article is opened. */
  async function activate(context) {
    tree = new SpeakerTree(vscode, () => client);
    const commands = makeCommands(vscode, () => client, {
      refreshSpeakers: () => tree.refresh(),
      restart: async () => {
        await stop();
        await start();
      },
    });
    for (const [name, run] of Object.entries(commands)) {
      context.subscriptions.push(vscode.commands.registerCommand(name, run));
    }
    context.subscriptions.push(
      vscode.window.registerTreeDataProvider('hearsaySpeakers', tree),
      vscode.window.onDidChangeActiveTextEditor(() => tree.refresh()),
      // What the server found or somebody decided shows in the diagnostics.
      vscode.languages.onDidChangeDiagnostics((event) => tree.refreshIfShown(event.uris)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hearsay.command')) {
          return vscode.commands.executeCommand('hearsayEditor.restart');
        }
      }),
    );
    await start();
  }

  return { activate, deactivate: stop };
}

module.exports = { makeExtension, documentSelector };
