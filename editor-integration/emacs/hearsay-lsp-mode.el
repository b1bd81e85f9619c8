;;; hearsay-lsp-mode.el --- Who said what, when, through which outlet  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3") (lsp-mode "8.0"))
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Tells lsp-mode how to start `hearsay lsp' for text and Markdown.  Then `M-x lsp' in an article,
;; or (add-hook 'text-mode-hook #'lsp-deferred) for all of them.

;;; Code:

(require 'lsp-mode)

(defgroup hearsay-lsp-mode nil
  "Annotations of news text: quotations, speakers, dates, outlets."
  :group 'lsp-mode)

(defcustom hearsay-lsp-mode-command '("hearsay" "lsp")
  "Program and arguments that start the language server."
  :type '(repeat string))

(dolist (pair '((text-mode . "plaintext") (markdown-mode . "markdown") (gfm-mode . "markdown")))
  (add-to-list 'lsp-language-id-configuration pair))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () hearsay-lsp-mode-command))
  :activation-fn (lambda (_file mode) (memq mode '(text-mode markdown-mode gfm-mode)))
  ;; Beside a checker of grammar, not in its place.
  :add-on? t
  :server-id 'hearsay))

;;;###autoload
(defun hearsay-lsp-mode-open-sheet ()
  "Open the annotation sheet of this article; saving it carries the changes out."
  (interactive)
  (let* ((answer (lsp-request "workspace/executeCommand"
                              (list :command "hearsay.openSheet"
                                    :arguments (vector (lsp--buffer-uri)))))
         (path (if (hash-table-p answer) (gethash "path" answer) (plist-get answer :path))))
    (find-file path)
    (lsp-deferred)))

(provide 'hearsay-lsp-mode)
;;; hearsay-lsp-mode.el ends here
