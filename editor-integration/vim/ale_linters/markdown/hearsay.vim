" Read by ALE when it looks for what checks Markdown.
call ale#Set('hearsay_executable', 'hearsay')

" The nearest folder above a file that holds a project's settings, else the file's own.
function! HearsayALERoot(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, '.hearsay.toml')
  return fnamemodify(empty(l:settings) ? bufname(a:buffer) : l:settings, ':p:h')
endfunction

call ale#linter#Define('markdown', {
\ 'name': 'hearsay',
\ 'lsp': 'stdio',
\ 'executable': {buffer -> ale#Var(buffer, 'hearsay_executable')},
\ 'command': '%e lsp',
\ 'language': 'markdown',
\ 'project_root': function('HearsayALERoot'),
\})
