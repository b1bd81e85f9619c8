" Read by Vim when it starts, behind the user's settings: ALE checks plain text with nothing unless it
" is told to, and what a user has chosen for a file type is all it runs there.
if exists('g:loaded_hearsay_ale') | finish | endif
let g:loaded_hearsay_ale = 1
let g:ale_linters = get(g:, 'ale_linters', {})

function! s:Add(type) abort
  let l:chosen = get(g:ale_linters, a:type, [])
  if type(l:chosen) == v:t_list && index(l:chosen, 'hearsay') < 0
    let g:ale_linters[a:type] = l:chosen + ['hearsay']
  endif
endfunction

call s:Add('text')
if has_key(g:ale_linters, 'markdown') || get(g:, 'ale_linters_explicit', 0)
  call s:Add('markdown')
endif
