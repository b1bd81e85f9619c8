-- Loaded by Scripts/checks/sync-neovim.sh into each of two editors, which it drives from outside.
local patience = 20000

local function client()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
end

local function holds(words)
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.message:find(words, 1, true) then
      return item
    end
  end
end

local function waited(is_done)
  if vim.wait(patience, is_done, 20) then
    return 'yes'
  end
  return vim.inspect(vim.tbl_map(function(item) return item.message end, vim.diagnostic.get(0)))
end

local function carry_out(command, arguments)
  local reply = vim.lsp.buf_request_sync(
    0, 'workspace/executeCommand', { command = command, arguments = arguments }, patience)
  for _, answer in pairs(reply or {}) do
    return answer.error and answer.error.message or 'yes'
  end
  return 'no answer'
end

function SyncStart(here, binary, file)
  if vim.fn.has('nvim-0.11') == 1 then
    vim.opt.runtimepath:append(here)
    vim.lsp.config('hearsay', { cmd = { binary, 'lsp' } })
    vim.lsp.enable('hearsay')
  else
    dofile(here .. '/hearsay.lua').setup({ cmd = { binary, 'lsp' } })
  end
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  return waited(function() return #vim.diagnostic.get(0) > 0 end)
end

-- A command on the stretch of the first line between two columns, or at a column.
function SyncCommand(command, first, last, value)
  local start = { line = 0, character = first }
  local place = last > first and { start = start, ['end'] = { line = 0, character = last } } or start
  return carry_out(command, { vim.uri_from_bufnr(0), place, value })
end

-- Says when the article was written.
function SyncDate(date)
  return carry_out('hearsay.setDate', { vim.uri_from_bufnr(0), date })
end

function SyncShows(words) return waited(function() return holds(words) ~= nil end) end

function SyncHides(words) return waited(function() return holds(words) == nil end) end

-- Takes the action whose title begins with words at the diagnostic that says others.
function SyncAct(words, title)
  local item = holds(words)
  if not item then return 'no diagnostic' end
  local position = { line = item.lnum, character = item.col }
  local reply = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    range = { start = position, ['end'] = position },
    context = { diagnostics = {} },
  }, patience)
  local titles = {}
  for _, answer in pairs(reply or {}) do
    for _, action in ipairs(answer.result or {}) do
      if vim.startswith(action.title, title) then
        local command = type(action.command) == 'table' and action.command or action
        return carry_out(command.command, command.arguments)
      end
      table.insert(titles, action.title)
    end
  end
  return vim.inspect(titles)
end
