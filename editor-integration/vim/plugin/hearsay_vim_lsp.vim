" Read by Vim when it starts: tells vim-lsp how to start the server.
if exists('g:loaded_hearsay_vim_lsp') | finish | endif
let g:loaded_hearsay_vim_lsp = 1
let g:hearsay_command = get(g:, 'hearsay_command', ['hearsay', 'lsp'])

" The address of the nearest folder above a file that is a project, else of the file's own.
function! s:Root(info) abort
  let l:folder = lsp#utils#find_nearest_parent_file_directory(
    \ lsp#utils#get_buffer_path(), ['.hearsay.toml', '.hearsay/', '.git/'])
  return lsp#utils#path_to_uri(empty(l:folder) ? expand('%:p:h') : l:folder)
endfunction

augroup hearsay_vim_lsp
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'hearsay',
  \ 'cmd': {info -> g:hearsay_command},
  \ 'allowlist': ['text', 'markdown'],
  \ 'root_uri': function('s:Root'),
  \})
augroup END
