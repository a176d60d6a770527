let g:ale_completion_enabled = 1
" For Python ALE runs the linters of this list alone: name beside ours the ones you use.
let g:ale_linters = extend({'python': ['ruff', 'pyright', 'cheatsheet_ls']}, get(g:, 'ale_linters', {}))

function! DjangoCheatsheetRoot(buffer) abort
  let l:found = findfile('manage.py', expand('#' . a:buffer . ':p:h') . ';')
  return empty(l:found) ? getcwd() : fnamemodify(l:found, ':p:h')
endfunction

let s:linter = {
\ 'name': 'cheatsheet_ls',
\ 'lsp': 'stdio',
\ 'executable': 'django-cheatsheet-ls',
\ 'command': '%e',
\ 'project_root': function('DjangoCheatsheetRoot'),
\}
for s:filetype in ['python', 'htmldjango', 'html']
  call ale#linter#Define(s:filetype, s:linter)
endfor
