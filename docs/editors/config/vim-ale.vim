let g:ale_completion_enabled = 1

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
