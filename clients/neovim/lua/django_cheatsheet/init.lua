-- What `:DjangoCheatsheet` does: asks the server and shows its answer in a window.

local page = require("django_cheatsheet.page")

local M = {}

local function complain(text)
  vim.notify("Django cheat sheet: " .. text, vim.log.levels.WARN)
end

--- The server of this buffer, else any running one: the sheet is the same everywhere.
local function client()
  local wanted = { name = "cheatsheet_ls" }
  local here = vim.lsp.get_clients(vim.tbl_extend("error", { bufnr = 0 }, wanted))[1]
  return here or vim.lsp.get_clients(wanted)[1]
end

local function ask(method, params, use)
  local found = client()
  if not found then
    return complain("no server runs; see :checkhealth django_cheatsheet")
  end
  found:request(method, params, function(problem, answer)
    if problem then
      return complain(problem.message)
    end
    use(answer ~= vim.NIL and answer or nil)
  end, 0)
end

local function open(id)
  ask("cheatsheet/entry", { id = id, uri = vim.uri_from_bufnr(0) }, function(entry)
    if not entry then
      return complain("there is no entry " .. id)
    end
    page.open("cheatsheet://" .. entry.id, entry.markdown)
  end)
end

local function describe(entry)
  local summary = entry.summary:gsub("[`*]", ""):gsub("%s+", " ")
  return entry.title .. "  " .. vim.fn.strcharpart(summary, 0, 80)
end

--- Entries for `words`, asked for where there are none; the chosen one is shown.
function M.search(words)
  if words == "" then
    return vim.ui.input({ prompt = "Search the cheat sheet: " }, function(typed)
      if typed and typed ~= "" then
        M.search(typed)
      end
    end)
  end
  ask("cheatsheet/search", { query = words }, function(found)
    if not found or #found == 0 then
      return complain("nothing is found for " .. words)
    end
    vim.ui.select(found, { prompt = "Django cheat sheet", format_item = describe }, function(chosen)
      if chosen then
        open(chosen.id)
      end
    end)
  end)
end

--- The entry of a name, or of what stands under the cursor, in a window of its own.
function M.show(name)
  if name ~= "" then
    return open(name)
  end
  local found = client()
  if not found then
    return ask()
  end
  local params = vim.lsp.util.make_position_params(0, found.offset_encoding)
  ask("cheatsheet/resolve", params, function(answer)
    if not answer then
      return complain("nothing of Django is under the cursor")
    end
    open(answer.id)
  end)
end

--- The examples that may stand at the cursor; the chosen one is put there.
function M.insert()
  vim.lsp.buf.code_action({ context = { only = { "refactor.insertExample" }, diagnostics = {} } })
end

--- What the server sees of this project: the first thing to paste into a bug report.
function M.doctor()
  local found = client()
  local command = vim.lsp.config.cheatsheet_ls and vim.lsp.config.cheatsheet_ls.cmd or { "django-cheatsheet-ls" }
  local root = found and found.root_dir or vim.fn.getcwd()
  local ok, problem = pcall(vim.system, { command[1], "doctor", root }, { text = true }, function(ended)
    vim.schedule(function()
      page.open("cheatsheet://doctor", ended.stdout .. ended.stderr, "text")
    end)
  end)
  if not ok then
    complain(problem)
  end
end

return M
