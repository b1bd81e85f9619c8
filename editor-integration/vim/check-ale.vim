" Run by Scripts/checks/vim-ale.sh: what ALE shows of an article with two emoji before a quotation.
let s:folder = $HEARSAY_CHECK_FOLDER
let s:quotation = '“We will not reopen it in a hurry,”'

" Ends Vim with what went wrong.
function! s:Fail(text) abort
  call writefile(['vim with ALE: ' . a:text], s:folder . '/result')
  cquit!
endfunction

" Waits until an expression is true.
function! s:Expect(condition, what) abort
  let l:begin = reltime()
  while reltimefloat(reltime(l:begin)) < 60
    if eval(a:condition) | return | endif
    sleep 20m
  endwhile
  call s:Fail(a:what . ': ' . string(getloclist(0)) . string(ale#engine#GetLoclist(bufnr(''))))
endfunction

" Whether ALE has words at the columns of the quotation, counted in bytes from one.
function! CheckSays(words) abort
  let l:start = stridx(getline(1), s:quotation) + 1
  for l:found in ale#engine#GetLoclist(bufnr(''))
    if l:found.lnum == 1 && l:found.col == l:start
      \ && l:found.end_col == l:start + len(s:quotation) - 1
      \ && stridx(l:found.text, a:words) >= 0
      return 1
    endif
  endfor
  return 0
endfunction

" What the hover has shown, in ALE's preview window.
function! CheckHover() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

" Takes the action that accepts, from ALE's menu.
function! CheckChoose(data, items) abort
  for l:item in a:items
    if stridx(l:item[1].title, 'Accept quotation') >= 0
      call ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
      return
    endif
  endfor
  call s:Fail('no action accepts: ' . string(a:items))
endfunction

function! s:Check() abort
  execute 'edit' fnameescape(s:folder . '/article.txt')
  call s:Expect('CheckSays("Ana Ruiz said (direct)")', 'as opened')
  call cursor(1, stridx(getline(1), 'hurry') + 1)
  let g:ale_hover_to_preview = 1
  ALEHover
  call s:Expect('stridx(CheckHover(), "Ana Ruiz") >= 0', 'hover')
  pclose
  call setline(1, '🌊 é ' . getline(1))
  doautocmd TextChanged
  call s:Expect('CheckSays("Ana Ruiz said (direct)")', 'after typing before it')
  call cursor(1, stridx(getline(1), 'hurry') + 1)
  call ale#codefix#Execute(0, function('CheckChoose'))
  call s:Expect('CheckSays("Ana Ruiz said (direct) [accepted]")', 'after accepting')
  call cursor(3, stridx(getline(3), 'TASS') + 1)
  set nomodified
  ALEGoToDefinition
  call s:Expect('expand("%:t") ==# "tass.md"', 'definition of an outlet')
  call writefile(['vim with ALE: diagnostics, hover, an action and a definition are right'],
    \ s:folder . '/result')
  qall!
endfunction

try
  call s:Check()
catch
  call s:Fail(v:exception . ' at ' . v:throwpoint)
endtry
