" Read by Vim when it starts: tells vim-lsp how to start the server.
if exists('g:loaded_hearsay_vim_lsp') | finish | endif
let g:loaded_hearsay_vim_lsp = 1
let g:hearsay_command = get(g:, 'hearsay_command', ['hearsay', 'lsp'])

augroup hearsay_vim_lsp
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'hearsay',
  \ 'cmd': {info -> g:hearsay_command},
  \ 'allowlist': ['text', 'markdown'],
  \ 'root_uri': {info -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
  \   lsp#utils#get_buffer_path(), ['.hearsay.toml', '.hearsay/', '.git/']))},
  \})
augroup END
