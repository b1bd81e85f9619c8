(load (expand-file-name "hearsay/hearsay-eglot.el" user-emacs-directory))
(add-hook 'text-mode-hook #'eglot-ensure)
