" Read by Vim when it starts: tells yegappan/lsp how to start the server.
if exists('g:loaded_hearsay_yegappan') | finish | endif
let g:loaded_hearsay_yegappan = 1
let g:hearsay_command = get(g:, 'hearsay_command', ['hearsay', 'lsp'])

augroup hearsay_yegappan
  autocmd!
  autocmd User LspSetup call LspAddServer([{
  \ 'name': 'hearsay',
  \ 'path': g:hearsay_command[0],
  \ 'args': g:hearsay_command[1:],
  \ 'filetype': ['text', 'markdown'],
  \ 'rootSearch': ['.hearsay.toml', '.hearsay/', '.git/'],
  \}])
augroup END
