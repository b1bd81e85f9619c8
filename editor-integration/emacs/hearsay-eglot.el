;;; hearsay-eglot.el --- Who said what, when, through which outlet  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3") (eglot "1.9"))
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Tells eglot how to start `hearsay lsp' for text and Markdown.  Then `M-x eglot' in an article,
;; or (add-hook 'text-mode-hook #'eglot-ensure) for all of them.

;;; Code:

(require 'eglot)

(defgroup hearsay-eglot nil
  "Annotations of news text: quotations, speakers, dates, outlets."
  :group 'eglot)

(defcustom hearsay-eglot-command '("hearsay" "lsp")
  "Program and arguments that start the language server."
  :type '(repeat string))

(defun hearsay-eglot-contact (&rest _)
  "How eglot reaches the server."
  hearsay-eglot-command)

(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode gfm-mode) . hearsay-eglot-contact))

(provide 'hearsay-eglot)
;;; hearsay-eglot.el ends here
