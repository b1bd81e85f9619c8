(load (expand-file-name "hearsay/hearsay-lsp-mode.el" user-emacs-directory))
(add-hook 'text-mode-hook #'lsp-deferred)
