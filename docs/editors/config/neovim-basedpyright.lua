vim.lsp.config("basedpyright", {
  cmd = { "basedpyright-langserver", "--stdio" },
  filetypes = { "python" },
  root_markers = { "manage.py", "pyproject.toml", ".git" },
})
vim.lsp.enable({ "basedpyright", "cheatsheet_ls" })
