-- A read-only page beside the code: `q` closes it.

local M = {}

--- One window for all pages: a second one takes the place of the first.
local function window()
  for _, found in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
    if vim.w[found].django_cheatsheet then
      return found
    end
  end
end

function M.open(name, text, filetype)
  local buffer = vim.fn.bufadd(name)
  vim.bo[buffer].buftype = "nofile"
  vim.bo[buffer].swapfile = false
  vim.fn.bufload(buffer)
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), "\n"))
  vim.bo[buffer].modifiable = false
  local found = window()
  if found then
    vim.api.nvim_win_set_buf(found, buffer)
    vim.api.nvim_set_current_win(found)
  else
    found = vim.api.nvim_open_win(buffer, true, { split = "right" })
    vim.w[found].django_cheatsheet = true
  end
  vim.bo[buffer].filetype = filetype or "markdown"
  vim.wo[found][0].wrap = true
  vim.wo[found][0].linebreak = true
  vim.wo[found][0].conceallevel = 2
  vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, desc = "Close the page" })
  vim.api.nvim_win_set_cursor(found, { 1, 0 })
end

return M
