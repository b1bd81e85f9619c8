-- Neovim 0.11 and later: put this folder on the runtime path, then `vim.lsp.enable('hearsay')`.
return {
  cmd = { 'hearsay', 'lsp' },
  filetypes = { 'text', 'markdown' },
  root_markers = { '.hearsay.toml', '.hearsay', '.git' },
}
