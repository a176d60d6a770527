augroup django_cheatsheet
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'cheatsheet_ls',
  \ 'cmd': {info -> ['django-cheatsheet-ls']},
  \ 'allowlist': ['python', 'htmldjango', 'html'],
  \ 'root_uri': {info -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
  \   lsp#utils#get_buffer_path(), ['manage.py', 'pyproject.toml', '.git/']))},
  \})
augroup END
