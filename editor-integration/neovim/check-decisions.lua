-- Run by Scripts/checks/neovim-decisions.sh and neovim-adjudication.sh: decides through Neovim's own menu of code actions, the
-- choice in it made by a script; the shell looks into the store afterwards.
local folder, binary = vim.env.HEARSAY_CHECK_FOLDER, vim.env.HEARSAY_BIN
local patience = 20000

local function fail(text)
  io.stderr:write('neovim: ' .. text .. '\n')
  vim.cmd('cquit 1')
end

local function messages()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, item.message)
  end
  return found
end

-- Waits until some diagnostic says words, or until none does.
local function expect(words, is_there, what)
  local function holds()
    for _, message in ipairs(messages()) do
      if message:find(words, 1, true) then
        return is_there
      end
    end
    return not is_there
  end
  if not vim.wait(patience, holds, 20) then
    fail(what .. ': ' .. vim.inspect(messages()))
  end
end

-- Opens the menu at a line and byte column, or on a range of bytes, and takes the entry of a title.
local function choose(title, line, first, last)
  local taken, offered = false, {}
  vim.ui.select = function(items, options, take)
    for _, item in ipairs(items) do
      local text = (options.format_item or tostring)(item)
      table.insert(offered, text)
      if not taken and text:find(title, 1, true) then
        taken = true
        take(item)
      end
    end
    taken = taken or 'nothing'
  end
  vim.api.nvim_win_set_cursor(0, { line, first })
  if last and vim.lsp.buf.range_code_action then
    vim.lsp.buf.range_code_action({}, { line, first }, { line, last })
  elseif last then
    vim.lsp.buf.code_action({ range = { start = { line, first }, ['end'] = { line, last } } })
  else
    vim.lsp.buf.code_action()
  end
  vim.wait(patience, function() return taken end, 20)
  if taken ~= true then
    fail('no action “' .. title .. '” among ' .. vim.inspect(offered))
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
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/article.txt'))
end

local function check()
  start()
  expect('Ana Ruiz said (direct)', true, 'as opened')
  choose('Accept quotation', 1, 10)
  expect('Ana Ruiz said (direct) [accepted]', true, 'after accept')
  choose('Reject quotation', 3, 10)
  expect('Dmitri Okafor said', false, 'after reject')
  choose('Credit Dmitri Okafor', 5, 10)
  expect('Dmitri Okafor said (direct) [edited]', true, 'after another speaker')
  choose('Add quotation, nobody credited', 7, 0, 9)
  expect('nobody is credited (indirect) [authored]', true, 'after adding')
  choose('Ignore date here', 9, 20)
  expect('2024-03-12', false, 'after ignoring')
  choose('Accept quotation', 11, 10)
  expect('Mireille Aubert said (direct) [accepted]', true, 'after a decision to undo')
  local uri = vim.uri_from_bufnr(0)
  local params = { command = 'hearsay.undo', arguments = { uri } }
  vim.lsp.buf_request_sync(0, 'workspace/executeCommand', params, patience)
  expect('Mireille Aubert said (direct) [accepted]', false, 'after undo')
  expect('Mireille Aubert said (direct)', true, 'after undo')
end

-- Where annotators differ: two of three disagreements are settled, then words become another kind.
local function adjudicate()
  start()
  local speaker = 'kai: direct, Dmitri Okafor; mia: direct, The councillor'
  local date = 'kai: 2024-03-12; mia: nothing'
  expect(speaker, true, 'as opened')
  choose('Take mia’s: direct, The councillor', 3, 10)
  expect(speaker, false, 'after taking one')
  expect('The councillor said (direct) [edited]', true, 'after taking one')
  choose('Keep mine', 9, 20)
  expect(date, false, 'after keeping what is there')
  expect('2024-03-12', true, 'after keeping what is there')
  choose('This is an outlet', 9, 20)
  expect('2024-03-12', false, 'after a change of kind')
  expect('12 March 2024 (mention) [authored]', true, 'after a change of kind')
  expect('kai: direct, Mireille Aubert; mia: nothing', true, 'what nobody has settled')
end

local steps = { adjudicate = adjudicate }
local fine, message = xpcall(steps[vim.env.HEARSAY_CHECK_STEPS] or check, debug.traceback)
if not fine then
  fail(message)
end
print('neovim: what was decided is shown')
vim.cmd('qall!')
