-- `:checkhealth django_cheatsheet`: whether the server can be started, and what it serves here.

local M = {}

local function command()
  local config = vim.lsp.config.cheatsheet_ls
  return config and config.cmd and config.cmd[1] or "django-cheatsheet-ls"
end

local function check_program(name)
  if vim.fn.executable(name) ~= 1 then
    vim.health.error(name .. " is not on the PATH", { "pipx install django-cheatsheet-ls", "uv tool install django-cheatsheet-ls" })
    return
  end
  local ended = vim.system({ name, "--version" }, { text = true }):wait(10000)
  if ended.code == 0 then
    vim.health.ok(vim.fn.exepath(name) .. ": " .. vim.trim(ended.stdout))
  else
    vim.health.error(name .. " does not start", vim.split(vim.trim(ended.stderr), "\n"))
  end
end

local function check_clients()
  local running = vim.lsp.get_clients({ name = "cheatsheet_ls" })
  for _, client in ipairs(running) do
    local buffers = vim.tbl_count(client.attached_buffers)
    vim.health.ok(("runs in %s for %d buffers"):format(client.root_dir or "no folder", buffers))
  end
  if #running == 0 then
    vim.health.info("no server runs: it starts with the first Python file or template")
  end
end

function M.check()
  vim.health.start("Django cheat sheet")
  if vim.fn.has("nvim-0.11") == 0 then
    return vim.health.error("Neovim 0.11 or newer is needed for vim.lsp.enable; README.md shows a way for older ones")
  end
  check_program(command())
  if vim.lsp.is_enabled and not vim.lsp.is_enabled("cheatsheet_ls") then
    vim.health.warn("not enabled", { 'vim.lsp.enable("cheatsheet_ls")' })
  end
  check_clients()
end

return M
