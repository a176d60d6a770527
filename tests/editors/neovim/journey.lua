-- nvim -l journey.lua INIT REPORT: types into a second Neovim, whose configuration is INIT, and
-- writes what was seen there to REPORT as JSON. The working directory is the project.

local init, report = arg[1], arg[2]
local child = vim.fn.jobstart(
  { vim.v.progpath, "--clean", "--embed", "--headless", "-n", "--cmd", "set columns=100 lines=40", "-u", init },
  { rpc = true }
)
local seen = {}

local function ask(code, ...)
  return vim.rpcrequest(child, "nvim_exec_lua", code, { ... })
end

local function input(keys)
  vim.rpcrequest(child, "nvim_input", keys)
end

--- Nothing is asked of an editor that waits for a key: it would never answer.
local function wait_for(what, code)
  local function happened()
    local busy = vim.rpcrequest(child, "nvim_get_mode").blocking
    return not busy and ask("return (" .. code .. ") and true or false")
  end
  if not vim.wait(20000, happened, 30) then
    local trace = ask("return { vim.api.nvim_get_mode(), vim.fn.execute('messages'), vim.api.nvim_buf_get_lines(0, 0, -1, false) }")
    error("never seen: " .. what .. "\n" .. vim.inspect(trace))
  end
end

--- Asks again as a person would: the sheet is still being read in the first second of a session.
local function press_until(what, keys, code)
  local function shown()
    return ask("return (" .. code .. ") and true or false")
  end
  for _ = 1, 20 do
    input(keys)
    if vim.wait(1000, shown, 30) then
      return
    end
  end
  wait_for(what, code)
end

local function lines()
  return ask("return vim.api.nvim_buf_get_lines(0, 0, -1, false)")
end

local function open(file)
  ask("vim.cmd.edit({ args = { ... }, bang = true })", file)
  wait_for("the server", "(vim.lsp.get_clients({ bufnr = 0 })[1] or {}).initialized")
end

--- The cursor on the last letter of the first `text`.
local function go_to(text)
  ask("vim.fn.cursor(1, 1); assert(vim.fn.search('\\\\V' .. ..., 'ceW') > 0)", text)
end

local FLOAT = [[(function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    end
  end
end)()]]

local function hover(file, text)
  open(file)
  go_to(text)
  press_until("a float on " .. text, "K", FLOAT)
  local shown = ask("return " .. FLOAT)
  ask("vim.cmd.fclose({ bang = true })")
  wait_for("the float gone", "not " .. FLOAT)
  return shown
end

local function complete()
  open("catalogue/models.py")
  go_to("title = models.CharField(max_length=200)")
  input("odj-for")
  wait_for("the prefix", "vim.api.nvim_get_current_line():find('dj%-for')")
  press_until("the menu", "<C-x><C-o>", "vim.fn.pumvisible() == 1")
  local menu = ask("return vim.fn.complete_info({ 'items' }).items")
  input("<C-n><C-y>")
  wait_for("tab stops", "vim.snippet.active()")
  input("publisher")
  wait_for("the first stop filled", "vim.api.nvim_get_current_line():find('publisher')")
  input("<Tab>")
  wait_for("the second stop", "vim.api.nvim_get_mode().mode == 's'")
  input("Company")
  wait_for("the second stop filled", "vim.api.nvim_get_current_line():find('Company')")
  input("<Esc>")
  return { menu = menu, lines = lines() }
end

local function act()
  open("catalogue/views.py")
  go_to("= get_object_or_404")
  local before = lines()
  input("gra")
  wait_for("a menu of code actions", "vim.api.nvim_get_mode().mode == 'c'")
  input("1<CR>")
  wait_for("the example", "vim.api.nvim_buf_line_count(0) > " .. #before)
  return { before = before, lines = lines() }
end

local ok, problem = pcall(function()
  seen.field = hover("catalogue/models.py", "slug = models.SlugField")
  seen.tag = hover("catalogue/templates/catalogue/book_list.html", "{% for")
  seen.completion = complete()
  seen.action = act()
  seen.encoding = ask("return vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding")
  seen.messages = ask("return vim.fn.execute('messages')")
end)
seen.problem = not ok and tostring(problem) or nil
vim.fn.writefile({ vim.json.encode(seen) }, report)
pcall(ask, "for _, client in ipairs(vim.lsp.get_clients()) do client:stop() end")
pcall(vim.rpcnotify, child, "nvim_command", "qall!")
vim.fn.jobwait({ child }, 5000)
vim.fn.jobstop(child)
