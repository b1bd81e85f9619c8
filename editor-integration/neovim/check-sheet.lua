-- Run by Scripts/checks/neovim-sheet.sh: an article's annotation sheet is opened, edited and saved,
-- a mistake in it is shown, and what was saved is shown in the article.
local folder, binary = vim.env.HEARSAY_CHECK_FOLDER, vim.env.HEARSAY_BIN
local patience = 20000

local function fail(text)
  io.stderr:write('neovim: ' .. text .. '\n')
  vim.cmd('cquit 1')
end

local function expect_words(text, words, what)
  if type(text) ~= 'string' or not text:find(words, 1, true) then
    fail(what .. ': no “' .. words .. '” in ' .. vim.inspect(text))
  end
end

local function client()
  return vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1] or vim.lsp.get_clients()[1]
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
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/article.txt'))
  vim.wait(patience, function() return #vim.diagnostic.get(0) > 0 end, 20)
end

-- The first line from a line on that begins with some words, counted from one.
local function line_of(words, from)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    if number >= (from or 1) and text:sub(1, #words) == words then return number end
  end
  fail('no line “' .. words .. '” in ' .. vim.inspect(vim.api.nvim_buf_get_lines(0, 0, -1, true)))
end

local function set_line(number, text)
  vim.api.nvim_buf_set_lines(0, number - 1, number, true, { text })
end

local function ask(method, line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local params = vim.lsp.util.make_position_params(0, client().offset_encoding)
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, patience) or {}) do
    return reply.result
  end
end

local function find_message(buffer, words)
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.message:find(words, 1, true) then return found end
  end
end

local function check()
  start()
  local article = vim.api.nvim_get_current_buf()
  local reply = vim.lsp.buf_request_sync(article, 'workspace/executeCommand', {
    command = 'hearsay.openSheet', arguments = { vim.uri_from_bufnr(article) },
  }, patience)
  local sheet
  for _, answer in pairs(reply or {}) do sheet = answer.result and answer.result.path end
  expect_words(sheet, '/.hearsay/sheets/article.txt.annotations.txt', 'path of the sheet')
  vim.cmd('edit ' .. vim.fn.fnameescape(sheet))
  local buffer = vim.api.nvim_get_current_buf()
  vim.wait(patience, function() return #vim.lsp.buf_get_clients(buffer) > 0 end, 20)

  -- Completion, hover and the way to the passage.
  local quotation = line_of('[quotation ')
  local status = line_of('status:', quotation)
  local labels = {}
  vim.wait(patience, function()
    labels = {}
    for _, item in ipairs(ask('textDocument/completion', status, 8) or {}) do
      table.insert(labels, item.label)
    end
    return #labels > 0
  end, 50)
  expect_words(table.concat(labels, ' '), 'suggested accepted rejected', 'completion')
  expect_words((ask('textDocument/hover', status, 1) or { contents = {} }).contents.value,
    'Ana Ruiz', 'hover')
  local place = ask('textDocument/definition', status, 1) or {}
  expect_words(place.uri, '/article.txt', 'definition')

  -- A mistake is shown at its place.
  set_line(status, 'status: perhaps')
  vim.wait(patience, function() return find_message(buffer, 'status is one of') ~= nil end, 20)
  local mistake = find_message(buffer, 'status is one of') or {}
  if mistake.lnum ~= status - 1 then fail('the mistake: ' .. vim.inspect(mistake)) end

  -- What is saved is decided, and shown in the article.
  set_line(status, 'status: accepted')
  set_line(line_of('note:', quotation), 'note: heard it myself')
  set_line(line_of('speaker:', quotation), 'speaker: Mireille Aubert')
  vim.api.nvim_buf_set_lines(0, -1, -1, true, {
    '', '[note]', 'text: the mayor', 'note: which one?',
  })
  vim.cmd('write')
  vim.wait(patience, function() return find_message(article, 'Mireille Aubert') ~= nil end, 20)
  if not find_message(article, 'Mireille Aubert') then
    fail('the article: ' .. vim.inspect(vim.diagnostic.get(article)))
  end
  vim.wait(patience, function() return find_message(article, 'which one?') ~= nil end, 20)
end

local fine, message = xpcall(check, debug.traceback)
if not fine then
  fail(message)
end
print('neovim: the sheet is opened, completed, checked, saved and carried out')
vim.cmd('qall!')
