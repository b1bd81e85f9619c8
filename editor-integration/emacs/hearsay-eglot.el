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

;;;###autoload
(defun hearsay-eglot-open-sheet ()
  "Open the annotation sheet of this article; saving it carries the changes out."
  (interactive)
  (let ((answer (jsonrpc-request
                 (eglot-current-server) :workspace/executeCommand
                 (list :command "hearsay.openSheet"
                       :arguments (vector (plist-get (eglot--TextDocumentIdentifier) :uri))))))
    (find-file (plist-get answer :path))
    (eglot-ensure)))

(provide 'hearsay-eglot)
;;; hearsay-eglot.el ends here
