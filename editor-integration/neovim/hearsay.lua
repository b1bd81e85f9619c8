-- Neovim 0.7 to 0.10: `dofile('…/hearsay.lua').setup()`. From 0.11 on use lsp/hearsay.lua.
local M = {}

local defaults = {
  cmd = { 'hearsay', 'lsp' },
  filetypes = { 'text', 'markdown' },
  root_markers = { '.hearsay.toml', '.hearsay', '.git' },
}

-- One client for each root; a client that ended is started anew at the next file.
local clients = {}

-- The nearest folder above a file that holds a marker, else the file's own folder.
local function root_of(path, markers)
  local start = vim.fn.fnamemodify(path, ':p:h')
  local folder = start
  while true do
    for _, marker in ipairs(markers) do
      local candidate = folder .. '/' .. marker
      if vim.fn.filereadable(candidate) == 1 or vim.fn.isdirectory(candidate) == 1 then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return start
    end
    folder = parent
  end
end

-- Attaches a buffer to the client of its root and starts that where it is not running.
function M.attach(buffer, options)
  local path = vim.api.nvim_buf_get_name(buffer)
  local root = root_of(path, options.root_markers)
  if not clients[root] then
    clients[root] = vim.lsp.start_client({
      name = 'hearsay',
      cmd = options.cmd,
      cmd_env = options.cmd_env,
      root_dir = root,
      on_exit = function()
        clients[root] = nil
      end,
    })
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

-- Writes the annotation sheet of the current article and opens it.
function M.open_sheet()
  local params = {
    command = 'hearsay.openSheet', arguments = { vim.uri_from_bufnr(0) },
  }
  vim.lsp.buf_request(0, 'workspace/executeCommand', params, function(_, result)
    if result and result.path then
      vim.cmd('edit ' .. vim.fn.fnameescape(result.path))
    end
  end)
end

-- Attaches every buffer of the file types from now on, and those that are open.
function M.setup(options)
  options = vim.tbl_extend('force', defaults, options or {})
  vim.api.nvim_create_autocmd('FileType', {
    pattern = options.filetypes,
    callback = function(event)
      M.attach(event.buf or vim.api.nvim_get_current_buf(), options)
    end,
  })
  vim.api.nvim_create_user_command('HearsaySheet', M.open_sheet, {})
  -- A project's settings: mistakes are shown, keys and values completed.
  vim.api.nvim_create_autocmd('BufReadPost', {
    pattern = '.hearsay.toml',
    callback = function(event)
      M.attach(event.buf or vim.api.nvim_get_current_buf(), options)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local kind = vim.api.nvim_buf_get_option(buffer, 'filetype')
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, kind) then
      M.attach(buffer, options)
    end
  end
end

return M
