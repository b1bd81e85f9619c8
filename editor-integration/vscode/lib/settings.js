'use strict';

/** The settings that are the server's. */
const names = [
  'author', 'date', 'dayMonthOrder', 'kinds', 'minimumConfidence', 'maxDiagnostics', 'severity',
  'exclude', 'maxIndexedFiles',
];

/**
 * What somebody has set for a document, and nothing else: defaults of the editor must not lie over
 * the project's file.
 */
function settingsFor(vscode, scopeUri) {
  const scope = scopeUri ? vscode.Uri.parse(scopeUri) : undefined;
  const configuration = vscode.workspace.getConfiguration('hearsay', scope);
  const result = {};
  for (const name of names) {
    const found = configuration.inspect(name) || {};
    const value = found.workspaceFolderValue ?? found.workspaceValue ?? found.globalValue;
    if (value !== undefined && value !== null && value !== '') result[name] = value;
  }
  return result;
}

module.exports = { settingsFor, names };
