-- Run by Scripts/checks/neovim-outlets.sh: what the editor makes of an invented page that was taken
-- over, and of a team's overlay with a mistake.
local folder, binary = vim.env.HEARSAY_CHECK_FOLDER, vim.env.HEARSAY_BIN
local patience = 20000

local function fail(text)
  io.stderr:write('neovim: ' .. text .. '\n')
  vim.cmd('cquit 1')
end

-- The server's answer about a place of the current buffer.
local function ask(method, line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1]
    or vim.lsp.get_clients()[1]
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, patience) or {}) do
    return reply.result
  end
end

local function expect_words(text, words, what)
  if type(text) ~= 'string' or not text:find(words, 1, true) then
    fail(what .. ': no “' .. words .. '” in ' .. vim.inspect(text))
  end
end

local function start()
  local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
  if vim.fn.has('nvim-0.11') == 1 then
    vim.opt.runtimepath:append(here)
    vim.lsp.config('hearsay', { cmd = { binary, 'lsp' } })
    vim.lsp.enable('hearsay')
  else
    dofile(here .. '/hearsay.lua').setup({ cmd = { binary, 'lsp' } })
  end
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/page.txt'))
  vim.wait(patience, function() return #vim.diagnostic.get(0) > 0 end, 20)
end

-- The overlay's mistake is shown in the overlay's own file.
local function expect_mistake()
  local overlay = vim.fn.bufadd(folder .. '/.hearsay/outlets.json')
  vim.wait(patience, function() return #vim.diagnostic.get(overlay) > 0 end, 20)
  local found = vim.diagnostic.get(overlay)[1] or {}
  expect_words(found.message, 'No outlet has the id “tas”', 'mistake of the overlay')
  if found.lnum ~= 1 then fail('the mistake stands in line ' .. vim.inspect(found.lnum)) end
end

local function check()
  start()
  local chain = ask('textDocument/hover', 0, 2)
  expect_words(chain.contents.value, 'Publisher: Libertarian Hub (stated', 'hover of the first line')
  local lenses = ask('textDocument/codeLens', 0, 0)
  expect_words(lenses[1].command.title, '← republished from RT', 'lens')
  local column = vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]:find('RT', 1, true) - 1
  local note = ask('textDocument/hover', 2, column)
  expect_words(note.contents.value, 'Editorial control: not recorded', 'note')
  local items = ask('textDocument/prepareTypeHierarchy', 2, column)
  expect_words(items[1].name, 'RT', 'hierarchy')
  expect_mistake()
  vim.api.nvim_win_set_cursor(0, { 3, column })
  vim.lsp.buf.definition()
  vim.wait(patience, function() return vim.fn.expand('%:t') == 'rt.md' end, 20)
  expect_words(vim.api.nvim_buf_get_lines(0, 0, 1, true)[1], '**RT**', 'registry entry')
  if not vim.bo.readonly and vim.fn.filewritable(vim.fn.expand('%:p')) == 1
    and vim.fn.getfperm(vim.fn.expand('%:p')) ~= 'r--r--r--' then
    fail('the registry entry can be written')
  end
end

local fine, message = xpcall(check, debug.traceback)
if not fine then
  fail(message)
end
print('neovim: chain, note, owners, registry entry and the overlay\'s mistake are shown')
vim.cmd('qall!')
