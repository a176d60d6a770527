" vim -Nu INIT -es -S journey.vim: what ALE shows in a hover and offers as completion, as JSON in
" $REPORT. The working directory is the project.

let s:seen = {}

function! s:until(what, code) abort
  for l:try in range(300)
    if eval(a:code) | return | endif
    sleep 100m
  endfor
  throw 'never seen: ' . a:what
endfunction

function! s:preview() abort
  for l:window in range(1, winnr('$'))
    if bufname(winbufnr(l:window)) =~# 'ALEPreviewWindow'
      return getbufline(winbufnr(l:window), 1, '$')
    endif
  endfor
  return []
endfunction

function! s:hover(file, text) abort
  execute 'edit!' a:file
  call cursor(1, 1)
  call search('\V' . a:text, 'ceW')
  for l:try in range(30)
    ALEHover
    for l:wait in range(20)
      if !empty(s:preview()) | break | endif
      sleep 50m
    endfor
    if !empty(s:preview()) | break | endif
  endfor
  let l:shown = s:preview()
  only!
  return l:shown
endfunction

function! s:complete(file, text) abort
  execute 'edit!' a:file
  call search('\Vtitle = models.CharField(max_length=200)', 'cW')
  call append('.', '    ' . a:text)
  call cursor(line('.') + 1, 5 + len(a:text))
  startinsert!
  let l:start = ale#completion#OmniFunc(1, '')
  for l:try in range(30)
    let l:items = ale#completion#OmniFunc(0, a:text)
    if !empty(l:items) | break | endif
    sleep 300m
  endfor
  edit!
  return map(copy(l:items), {_, item -> item.word})
endfunction

try
  let s:seen.field = s:hover('catalogue/models.py', 'slug = models.SlugField')
  let s:seen.tag = s:hover('catalogue/templates/catalogue/book_list.html', '{% for')
  let s:seen.words = s:complete('catalogue/models.py', 'models.Fore')
catch
  let s:seen.problem = v:exception . ' ' . v:throwpoint
endtry
call writefile([json_encode(s:seen)], $REPORT)
qall!
