-- Run by Scripts/checks/neovim.sh: looks at what the editor makes of an article in which two
-- emoji precede a quotation. Columns of Neovim's diagnostics count bytes.
local folder, binary = vim.env.HEARSAY_CHECK_FOLDER, vim.env.HEARSAY_BIN
local before, quotation = '🌊🌉 ', '“We will not reopen it in a hurry,”'
local patience = 20000

local function fail(text)
  io.stderr:write('neovim: ' .. text .. '\n')
  vim.cmd('cquit 1')
end

local function expect(found, wanted, what)
  if found ~= wanted then
    fail(string.format('%s: %s, expected %s', what, vim.inspect(found), vim.inspect(wanted)))
  end
end

-- The diagnostic of the quotation: in 0.7 its code is found where the client keeps it.
local function diagnostic()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    local lsp = found.user_data and found.user_data.lsp or {}
    if found.source == 'hearsay' and (found.code or lsp.code) == 'quotation' then
      return found
    end
  end
end

-- Waits until the quotation's diagnostic begins at a line and byte column, and checks its end.
local function expect_at(line, column, what)
  vim.wait(patience, function()
    local found = diagnostic()
    return found and found.lnum == line and found.col == column
  end, 20)
  local found = diagnostic()
  if not found then
    fail(what .. ': no diagnostic: ' .. vim.inspect(vim.diagnostic.get(0)))
  end
  expect(found.lnum, line, what .. ', line')
  expect(found.col, column, what .. ', first column')
  expect(found.end_lnum, line, what .. ', last line')
  expect(found.end_col, column + #quotation, what .. ', last column')
  local text = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]
  expect(text:sub(found.col + 1, found.end_col), quotation, what .. ', text')
end

local function hover(line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1]
    or vim.lsp.get_clients()[1]
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local replies = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, patience)
  for _, reply in pairs(replies or {}) do
    local contents = reply.result and reply.result.contents
    return type(contents) == 'table' and contents.value or contents or ''
  end
  return ''
end

local function start()
  local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
  if vim.fn.has('nvim-0.11') == 1 then
    vim.opt.runtimepath:append(here)
    vim.lsp.config('hearsay', { cmd = { binary, 'lsp' } })
    vim.lsp.enable('hearsay')
  else
    -- The newer form cannot run here; it must at least be a table of the right shape.
    local form = dofile(here .. '/lsp/hearsay.lua')
    expect(form.cmd[2], 'lsp', 'command of the newer form')
    dofile(here .. '/hearsay.lua').setup({ cmd = { binary, 'lsp' } })
  end
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/article.txt'))
  expect(vim.bo.filetype, 'text', 'file type')
end

local function first_result(method, params)
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, patience) or {}) do
    return reply.result or {}
  end
  return {}
end

-- A date that could be either way round, decided by the server's own action, and its hint.
local function check_dates()
  vim.api.nvim_buf_set_lines(0, 0, -1, true, { 'It was due on 03/04/2021.', '', 'He left on 5 May.' })
  local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1]
    or vim.lsp.get_clients()[1]
  vim.api.nvim_win_set_cursor(0, { 1, 16 })
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  local chosen
  for _, action in ipairs(first_result('textDocument/codeAction', params)) do
    if action.title:find('2021-03-04', 1, true) then
      chosen = type(action.command) == 'table' and action.command or action
    end
  end
  if not chosen then
    fail('no action reads 03/04/2021 as 4 March')
  end
  first_result('workspace/executeCommand', { command = chosen.command, arguments = chosen.arguments })
  if not hover(0, 16):find('2021-03-04', 1, true) then
    fail('the action did not decide the date: ' .. vim.inspect(hover(0, 16)))
  end
  local uri = vim.uri_from_bufnr(0)
  first_result('workspace/executeCommand', { command = 'hearsay.setDate', arguments = { uri, '2024-06-12' } })
  local hints = first_result('textDocument/inlayHint', {
    textDocument = { uri = uri },
    range = { start = { line = 0, character = 0 }, ['end'] = { line = 3, character = 0 } },
  })
  local shown = hints[1] or {}
  expect(shown.label, '= 2024-05-05', 'the hint behind 5 May')
  expect(shown.position.line, 2, 'line of the hint')
end

local function check()
  start()
  expect_at(0, #before, 'as opened')
  local card = hover(0, #before + 12)
  if not card:find('Ana Ruiz', 1, true) then
    fail('the hover does not name the speaker: ' .. vim.inspect(card))
  end
  vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, { '🌊 é ' })
  expect_at(0, #before + #'🌊 é ', 'after typing before it')
  vim.api.nvim_buf_set_lines(0, 0, 0, true, { 'A line above. 🌉', '' })
  expect_at(2, #before + #'🌊 é ', 'after two lines above it')
  vim.api.nvim_buf_set_text(0, 2, 0, 2, #'🌊 é ', { '' })
  expect_at(2, #before, 'after deleting before it')
  if not hover(2, #before + 12):find('Ana Ruiz', 1, true) then
    fail('the hover does not name the speaker any more')
  end
  check_dates()
end

local fine, message = xpcall(check, debug.traceback)
if not fine then
  fail(message)
end
print('neovim: diagnostics, hover, actions and hints are where the text is')
vim.cmd('qall!')
