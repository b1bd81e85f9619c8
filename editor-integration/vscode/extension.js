// What VS Code loads: joins the editor's interface, the protocol's client and the logic in lib.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { makeExtension } = require('./lib/make-extension');

const extension = makeExtension(vscode, (server, options) =>
  new LanguageClient('hearsay', 'Hearsay', server, options));

exports.activate = extension.activate;
exports.deactivate = extension.deactivate;
