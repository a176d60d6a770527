-- Read by Neovim 0.11 when `vim.lsp.enable("cheatsheet_ls")` names it.

---@type vim.lsp.Config
return {
  cmd = { "django-cheatsheet-ls" },
  -- The server looks at path and content: HTML of no Django project stays untouched.
  filetypes = {
    "python",
    "htmldjango",
    "html",
    "requirements",
    "toml",
    "make",
    "sh",
    "dockerfile",
    "yaml",
  },
  root_markers = { "manage.py", "pyproject.toml", "setup.py", ".git" },
}
