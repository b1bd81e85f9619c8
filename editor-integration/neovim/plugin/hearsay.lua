-- Read by Neovim when it starts: switches the server on for text and Markdown.
if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.enable('hearsay')
elseif #vim.api.nvim_get_runtime_file('lua/hearsay.lua', false) > 0 then
  require('hearsay').setup()
end
