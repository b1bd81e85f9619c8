(when (locate-library "lsp-mode")
  (with-eval-after-load 'lsp-mode
    (load (expand-file-name "hearsay/hearsay-lsp-mode.el" user-emacs-directory) nil t))
  (add-hook 'text-mode-hook #'lsp-deferred))
