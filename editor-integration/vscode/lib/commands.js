'use strict';

/**
 * What the user calls, by the names of package.json. The server's own commands are registered by the
 * client; these here find the place and ask for words.
 *
 * @param vscode The module `vscode`, or what stands for it in a test.
 * @param client Gives the client of the protocol, or undefined while none is running.
 * @param others Commands about the extension itself: `refreshSpeakers` and `restart`.
 */
function makeCommands(vscode, client, others) {
  /** Has the server carry a command out; a refusal is shown as the server words it. */
  async function carryOut(command, ...given) {
    const running = client();
    if (!running) {
      await vscode.window.showWarningMessage('Hearsay is not running. “Hearsay: Restart the Server” starts it.');
      return undefined;
    }
    try {
      return await running.sendRequest('workspace/executeCommand', { command, arguments: given });
    } catch (problem) {
      await vscode.window.showErrorMessage(problem.message);
      return undefined;
    }
  }

  /** The active editor's document, cursor and selection, as the protocol writes them. */
  function here() {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const point = (position) => ({ line: position.line, character: position.character });
    const { start, end, active, isEmpty } = editor.selection;
    const stretch = isEmpty ? undefined : { start: point(start), end: point(end) };
    return { uri: editor.document.uri.toString(), cursor: point(active), stretch };
  }

  /** A command that needs a place, as a function of none. */
  function at(run) {
    return async () => {
      const place = here();
      if (!place) {
        await vscode.window.showInformationMessage('Open an article first.');
        return;
      }
      await run(place);
    };
  }

  async function ask(prompt, placeHolder, validateInput) {
    return vscode.window.showInputBox({ prompt, placeHolder, validateInput });
  }

  async function note({ uri, cursor, stretch }) {
    const words = await ask(
      stretch ? 'A note on the selected words' : 'A note on the annotation here; empty takes it away',
      'What do you want to remember?');
    if (words === undefined || (stretch && words.trim() === '')) return;
    if (stretch) await carryOut('hearsay.addNote', uri, stretch, words);
    else await carryOut('hearsay.setNote', uri, cursor, words);
  }

  async function setSpeaker({ uri, cursor }) {
    const name = await ask('Who said it? Empty: nobody is credited', 'Ana Ruiz');
    if (name !== undefined) await carryOut('hearsay.setSpeaker', uri, cursor, name);
  }

  async function addQuotation({ uri, stretch }) {
    if (!stretch) {
      await vscode.window.showInformationMessage('Select the quoted words first.');
      return;
    }
    const name = await ask('Who said it? Empty: nobody is credited', 'Ana Ruiz');
    if (name !== undefined) await carryOut('hearsay.addQuotation', uri, stretch, name);
  }

  async function setDate({ uri }) {
    const isDate = (text) =>
      text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : 'A date as YYYY-MM-DD, or nothing';
    const date = await ask("The article's date; empty takes it back", 'YYYY-MM-DD', isDate);
    if (date !== undefined) await carryOut('hearsay.setDate', uri, date);
  }

  return {
    'hearsayEditor.accept': at(({ uri, cursor }) => carryOut('hearsay.accept', uri, cursor)),
    'hearsayEditor.reject': at(({ uri, cursor }) => carryOut('hearsay.reject', uri, cursor)),
    'hearsayEditor.note': at(note),
    'hearsayEditor.setSpeaker': at(setSpeaker),
    'hearsayEditor.addQuotation': at(addQuotation),
    'hearsayEditor.setDate': at(setDate),
    'hearsayEditor.openSheet': at(({ uri }) => carryOut('hearsay.openSheet', uri)),
    'hearsayEditor.undo': at(({ uri }) => carryOut('hearsay.undo', uri)),
    'hearsayEditor.redo': at(({ uri }) => carryOut('hearsay.redo', uri)),
    'hearsayEditor.refreshSpeakers': others.refreshSpeakers,
    'hearsayEditor.restart': others.restart,
  };
}

module.exports = { makeCommands };
