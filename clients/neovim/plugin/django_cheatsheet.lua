-- `:DjangoCheatsheet search|show|insert|doctor`; what they do is loaded when one is called.

if vim.g.loaded_django_cheatsheet then
  return
end
vim.g.loaded_django_cheatsheet = true

local NAMES = { "doctor", "insert", "search", "show" }

vim.api.nvim_create_user_command("DjangoCheatsheet", function(command)
  local name = table.remove(command.fargs, 1)
  if not vim.list_contains(NAMES, name) then
    vim.notify("DjangoCheatsheet: one of " .. table.concat(NAMES, ", "), vim.log.levels.ERROR)
    return
  end
  require("django_cheatsheet")[name](table.concat(command.fargs, " "))
end, {
  nargs = "+",
  desc = "The Django cheat sheet: search, show, insert, doctor",
  complete = function(typed, line)
    if #vim.split(line, "%s+") > 2 then
      return {}
    end
    return vim.tbl_filter(function(name)
      return vim.startswith(name, typed)
    end, NAMES)
  end,
})
