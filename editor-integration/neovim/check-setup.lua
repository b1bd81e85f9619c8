-- Run by Scripts/checks/neovim-setup.sh: what was installed for the user is found by itself.
local function shown()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.message:find('Ana Ruiz said', 1, true) then return true end
  end
  return false
end

if not vim.wait(60000, shown, 20) then
  io.stderr:write('neovim: nothing is shown: ' .. vim.inspect(vim.diagnostic.get(0)) .. '\n')
  vim.cmd('cquit 1')
end
print('neovim: what hearsay setup has installed is at work')
vim.cmd('qall!')
