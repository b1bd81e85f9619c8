(when (locate-library "eglot")
  (with-eval-after-load 'eglot
    (load (expand-file-name "hearsay/hearsay-eglot.el" user-emacs-directory) nil t))
  (add-hook 'text-mode-hook #'eglot-ensure))
