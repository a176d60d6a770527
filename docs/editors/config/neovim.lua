vim.lsp.enable("cheatsheet_ls")

-- Completion while typing, where no plugin does it. Tab jumps from one tab stop to the next.
vim.api.nvim_create_autocmd("LspAttach", {
  callback = function(event)
    local client = assert(vim.lsp.get_client_by_id(event.data.client_id))
    if client.name == "cheatsheet_ls" then
      local provider = client.server_capabilities.completionProvider
      -- Neovim asks after a server's trigger characters; with letters among them, at each key.
      local letters = vim.split("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", "")
      provider.triggerCharacters = vim.list_extend(letters, provider.triggerCharacters or {})
      vim.lsp.completion.enable(true, client.id, event.buf, { autotrigger = true })
    end
  end,
})
vim.opt.completeopt = { "menuone", "noselect", "popup" }
