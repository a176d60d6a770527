-- Answers ../driver.py: each line is ["expr", LUA, NUMBER], each answer [NUMBER, VALUE].

local channel = assert(vim.uv.new_tcp())
local pending = ""

local function value(code)
  local ok, found = pcall(assert(loadstring("return " .. code)))
  return ok and found or (ok and vim.NIL or "ERROR")
end

local function answer(line)
  local asked = vim.json.decode(line)
  local function write(found)
    local ok, text = pcall(vim.json.encode, { asked[3], found })
    channel:write(ok and text or vim.json.encode({ asked[3], "ERROR" }))
  end
  -- A prompt runs nothing until it is answered: what waits for it would come too late.
  if vim.api.nvim_get_mode().blocking then
    return write("ERROR")
  end
  vim.schedule(function()
    write(value(asked[2]))
  end)
end

channel:connect("127.0.0.1", assert(tonumber(vim.env.DRIVER_PORT)), function()
  channel:read_start(function(_, data)
    pending = pending .. (data or "")
    for line in pending:gmatch("([^\n]*)\n") do
      answer(line)
    end
    pending = pending:match("[^\n]*$")
  end)
end)
