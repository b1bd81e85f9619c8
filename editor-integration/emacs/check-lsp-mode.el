;;; check-lsp-mode.el --- Looks at what lsp-mode shows of an article  -*- lexical-binding: t; -*-

;;; Commentary:

;; Run by Scripts/checks/emacs-lsp-mode.sh: two emoji precede a quotation; places count characters.

;;; Code:

(load "lsp-mode-autoloads" t t)
(require 'lsp-mode)
;; Loaded behind lsp-mode by the init file that hearsay setup has written.
(unless (featurep 'hearsay-lsp-mode) (error "The init file does not load hearsay-lsp-mode"))
(require 'flymake)
(require 'lsp-diagnostics)
(require 'xref)

(defconst check-quotation "“We will not reopen it in a hurry,”")
(defconst check-before "🌊🌉 ")
(defconst check-patience 60)

(defun check-wait (condition what)
  "Wait until CONDITION holds; WHAT names the step."
  (let ((end (time-add nil check-patience)))
    (while (and (not (funcall condition)) (time-less-p nil end))
      (accept-process-output nil 0.05))
    (unless (funcall condition)
      (error "%s: there are %S" what
             (mapcar (lambda (found)
                       (list (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
                             (flymake-diagnostic-text found)))
                     (flymake-diagnostics))))))

(defun check-says (words start end)
  "Whether some diagnostic from START to END says WORDS."
  (seq-some (lambda (found)
              (and (= (flymake-diagnostic-beg found) start)
                   (= (flymake-diagnostic-end found) end)
                   (string-search words (flymake-diagnostic-text found))))
            (flymake-diagnostics)))

(defun check-expect (words start what)
  "Wait until a diagnostic on the quotation at START says WORDS; WHAT names the step."
  (let ((end (+ start (length check-quotation))))
    (check-wait (lambda () (check-says words start end)) what)
    (unless (equal (buffer-substring-no-properties start end) check-quotation)
      (error "%s: other text at %d" what start))))

(defun check-hover (place)
  "The text of the hover at PLACE."
  (goto-char place)
  (let ((contents (lsp:hover-contents
                   (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
    (lsp:markup-content-value contents)))

(defun check-hover-names-speaker (place)
  "Expect the hover at PLACE to name the speaker."
  (unless (string-search "Ana Ruiz" (check-hover place))
    (error "The hover does not name the speaker: %S" (check-hover place))))

(defun check-accept (place)
  "Accept the quotation at PLACE through the menu of code actions."
  (goto-char place)
  (let ((action (seq-find (lambda (action)
                            (string-search "Accept quotation" (lsp:code-action-title action)))
                          (append (lsp-code-actions-at-point) nil))))
    (unless action (error "There is no action that accepts"))
    (lsp-execute-code-action action)))

(defun check-article (file)
  "Open FILE and check everything."
  (find-file file)
  (text-mode)
  (lsp)
  (check-wait (lambda () (bound-and-true-p lsp-mode)) "starting")
  (let ((start (1+ (length check-before)))
        (article (current-buffer)))
    (check-expect "Ana Ruiz said (direct)" start "as opened")
    (check-hover-names-speaker (+ start 5))
    (goto-char (point-min))
    (insert "🌊 é ")
    (check-expect "Ana Ruiz said (direct)" (+ start 4) "after typing before it")
    (check-hover-names-speaker (+ start 4 (length check-quotation) -1))
    (check-accept (+ start 4 10))
    (check-expect "Ana Ruiz said (direct) [accepted]" (+ start 4) "after accepting")
    (search-forward "TASS")
    (goto-char (match-beginning 0))
    (lsp-find-definition)
    (unless (and (not (eq (current-buffer) article))
                 (string-search "TASS" (buffer-string)))
      (error "The definition of an outlet leads to %S" (buffer-name)))
    (set-buffer article)
    (set-buffer-modified-p nil)
    (lsp-workspace-shutdown (car (lsp-workspaces)))
    (message "emacs with lsp-mode: diagnostics, hover, an action and a definition are right")))

(setq hearsay-lsp-mode-command (list (getenv "HEARSAY_BIN") "lsp")
      lsp-auto-guess-root t
      lsp-session-file (expand-file-name "session" (getenv "HEARSAY_CHECK_FOLDER"))
      lsp-diagnostics-provider :flymake
      lsp-restart 'ignore
      lsp-response-timeout check-patience
      lsp-keep-workspace-alive t
      lsp-enable-file-watchers nil
      lsp-enable-snippet nil
      make-backup-files nil
      create-lockfiles nil
      debug-on-error (getenv "HEARSAY_CHECK_DEBUG"))
(set-language-environment "UTF-8")
(condition-case problem
    (check-article (expand-file-name "article.txt" (getenv "HEARSAY_CHECK_FOLDER")))
  (error (message "emacs with lsp-mode: %s" (error-message-string problem))
         (kill-emacs 1)))

;;; check-lsp-mode.el ends here
