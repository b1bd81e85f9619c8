#include "CHearsayData.h"

// What `hearsay setup` installs, as it lies in the folder editor-integration.

static const uint8_t editor_file_0[] = {
#embed "../../editor-integration/setup.txt"
};

static const uint8_t editor_file_1[] = {
#embed "../../editor-integration/neovim/lsp/hearsay.lua"
};

static const uint8_t editor_file_2[] = {
#embed "../../editor-integration/neovim/hearsay.lua"
};

static const uint8_t editor_file_3[] = {
#embed "../../editor-integration/neovim/plugin/hearsay.lua"
};

static const uint8_t editor_file_4[] = {
#embed "../../editor-integration/emacs/hearsay-eglot.el"
};

static const uint8_t editor_file_5[] = {
#embed "../../editor-integration/emacs/init-eglot.el"
};

static const uint8_t editor_file_6[] = {
#embed "../../editor-integration/emacs/hearsay-lsp-mode.el"
};

static const uint8_t editor_file_7[] = {
#embed "../../editor-integration/emacs/init-lsp-mode.el"
};

static const uint8_t editor_file_8[] = {
#embed "../../editor-integration/helix/languages.toml"
};

static const uint8_t editor_file_9[] = {
#embed "../../editor-integration/kate/settings.json"
};

static const uint8_t editor_file_10[] = {
#embed "../../editor-integration/vim/plugin/hearsay_ale.vim"
};

static const uint8_t editor_file_11[] = {
#embed "../../editor-integration/vim/ale_linters/text/hearsay.vim"
};

static const uint8_t editor_file_12[] = {
#embed "../../editor-integration/vim/ale_linters/markdown/hearsay.vim"
};

static const uint8_t editor_file_13[] = {
#embed "../../editor-integration/vim/plugin/hearsay_vim_lsp.vim"
};

static const uint8_t editor_file_14[] = {
#embed "../../editor-integration/vim/plugin/hearsay_yegappan.vim"
};

static const uint8_t editor_file_15[] = {
#embed "../../editor-integration/vim/coc/coc-settings.json"
};

static const uint8_t editor_file_16[] = {
#embed "../../editor-integration/vscode/package.json"
};

static const uint8_t editor_file_17[] = {
#embed "../../editor-integration/vscode/extension.js"
};

static const uint8_t editor_file_18[] = {
#embed "../../editor-integration/vscode/lib/make-extension.js"
};

static const uint8_t editor_file_19[] = {
#embed "../../editor-integration/vscode/lib/commands.js"
};

static const uint8_t editor_file_20[] = {
#embed "../../editor-integration/vscode/lib/settings.js"
};

static const uint8_t editor_file_21[] = {
#embed "../../editor-integration/vscode/lib/speaker-tree.js"
};

static const uint8_t editor_file_22[] = {
#embed "../../editor-integration/vscode/README.md"
};

static const uint8_t editor_file_23[] = {
#embed "../../editor-integration/vscode/.vscodeignore"
};

static const uint8_t editor_file_24[] = {
#embed "../../editor-integration/zed/extension.toml"
};

static const uint8_t editor_file_25[] = {
#embed "../../editor-integration/zed/Cargo.toml"
};

static const uint8_t editor_file_26[] = {
#embed "../../editor-integration/zed/src/lib.rs"
};

static const uint8_t editor_file_27[] = {
#embed "../../editor-integration/sublime/LSP.sublime-settings"
};

static const uint8_t editor_file_28[] = {
#embed "../../editor-integration/jetbrains/hearsay/template.json"
};

static const uint8_t editor_file_29[] = {
#embed "../../editor-integration/jetbrains/hearsay/initializationOptions.json"
};

static const uint8_t editor_file_30[] = {
#embed "../../editor-integration/jetbrains/hearsay/settings.json"
};

static const uint8_t editor_file_31[] = {
#embed "../../editor-integration/jetbrains/hearsay/clientSettings.json"
};

static const uint8_t editor_file_32[] = {
#embed "../../editor-integration/jetbrains/hearsay/README.md"
};

static const uint8_t editor_file_33[] = {
#embed "../../editor-integration/jupyterlab/hearsay.json"
};

#define EDITOR_FILE(path, number) \
  {path, {editor_file_##number, sizeof editor_file_##number}}

static const hearsay_editor_file editor_files[] = {
    EDITOR_FILE("setup.txt", 0),
    EDITOR_FILE("neovim/lsp/hearsay.lua", 1),
    EDITOR_FILE("neovim/hearsay.lua", 2),
    EDITOR_FILE("neovim/plugin/hearsay.lua", 3),
    EDITOR_FILE("emacs/hearsay-eglot.el", 4),
    EDITOR_FILE("emacs/init-eglot.el", 5),
    EDITOR_FILE("emacs/hearsay-lsp-mode.el", 6),
    EDITOR_FILE("emacs/init-lsp-mode.el", 7),
    EDITOR_FILE("helix/languages.toml", 8),
    EDITOR_FILE("kate/settings.json", 9),
    EDITOR_FILE("vim/plugin/hearsay_ale.vim", 10),
    EDITOR_FILE("vim/ale_linters/text/hearsay.vim", 11),
    EDITOR_FILE("vim/ale_linters/markdown/hearsay.vim", 12),
    EDITOR_FILE("vim/plugin/hearsay_vim_lsp.vim", 13),
    EDITOR_FILE("vim/plugin/hearsay_yegappan.vim", 14),
    EDITOR_FILE("vim/coc/coc-settings.json", 15),
    EDITOR_FILE("vscode/package.json", 16),
    EDITOR_FILE("vscode/extension.js", 17),
    EDITOR_FILE("vscode/lib/make-extension.js", 18),
    EDITOR_FILE("vscode/lib/commands.js", 19),
    EDITOR_FILE("vscode/lib/settings.js", 20),
    EDITOR_FILE("vscode/lib/speaker-tree.js", 21),
    EDITOR_FILE("vscode/README.md", 22),
    EDITOR_FILE("vscode/.vscodeignore", 23),
    EDITOR_FILE("zed/extension.toml", 24),
    EDITOR_FILE("zed/Cargo.toml", 25),
    EDITOR_FILE("zed/src/lib.rs", 26),
    EDITOR_FILE("sublime/LSP.sublime-settings", 27),
    EDITOR_FILE("jetbrains/hearsay/template.json", 28),
    EDITOR_FILE("jetbrains/hearsay/initializationOptions.json", 29),
    EDITOR_FILE("jetbrains/hearsay/settings.json", 30),
    EDITOR_FILE("jetbrains/hearsay/clientSettings.json", 31),
    EDITOR_FILE("jetbrains/hearsay/README.md", 32),
    EDITOR_FILE("jupyterlab/hearsay.json", 33),
};

size_t hearsay_editor_file_count(void) {
  return sizeof editor_files / sizeof editor_files[0];
}

hearsay_editor_file hearsay_editor_file_at(size_t index) { return editor_files[index]; }
