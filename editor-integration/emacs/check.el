;;; check.el --- Looks at what Emacs shows of an article  -*- lexical-binding: t; -*-

;;; Commentary:

;; Run by Scripts/checks/emacs.sh: two emoji precede a quotation; places count characters.

;;; Code:

(require 'hearsay-eglot)
(require 'flymake)

(defconst check-quotation "“We will not reopen it in a hurry,”")
(defconst check-before "🌊🌉 ")
(defconst check-patience 20)

(defun check-code (diagnostic)
  "The server's code of a Flymake DIAGNOSTIC, from the message it came in."
  (let ((data (flymake-diagnostic-data diagnostic)))
    (plist-get (cdr (assq 'eglot-lsp-diag data)) :code)))

(defun check-diagnostic ()
  "The Flymake diagnostic of the quotation, or nil."
  (seq-find (lambda (diagnostic) (equal (check-code diagnostic) "quotation"))
            (flymake-diagnostics)))

(defun check-place ()
  "Where the quotation's diagnostic begins and ends, or nil."
  (let ((found (check-diagnostic)))
    (and found (list (flymake-diagnostic-beg found) (flymake-diagnostic-end found)))))

(defun check-wait-for (place what)
  "Wait until the quotation's diagnostic is at PLACE; WHAT names the step."
  (let ((end (time-add nil check-patience)))
    (while (and (not (equal (check-place) place)) (time-less-p nil end))
      (accept-process-output nil 0.05)))
  (unless (equal (check-place) place)
    (error "%s: at %S, expected %S; there are %S" what (check-place) place
           (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
  (unless (equal (apply #'buffer-substring-no-properties place) check-quotation)
    (error "%s: other text at %S" what place)))

(defun check-expect-at (start what)
  "Expect the quotation at START after WHAT, once the server has seen the text."
  (eglot--signal-textDocument/didChange)
  ;; An overlay moves with its text by itself: only a fresh report says what the server thinks.
  (mapc #'delete-overlay (overlays-in (point-min) (point-max)))
  (check-wait-for (list start (+ start (length check-quotation))) what))

(defun check-hover (place)
  "The text of the hover at PLACE."
  (goto-char place)
  (let* ((reply (jsonrpc-request (eglot-current-server) :textDocument/hover
                                 (eglot--TextDocumentPositionParams)))
         (contents (plist-get reply :contents)))
    (if (stringp contents) contents (or (plist-get contents :value) ""))))

(defun check-hover-names-speaker (place)
  "Expect the hover at PLACE to name the speaker."
  (unless (string-match-p "Ana Ruiz" (check-hover place))
    (error "The hover does not name the speaker: %S" (check-hover place))))

(defun check-sheet-lists-quotation ()
  "Expect the annotation sheet of the current article to list the quotation."
  (save-current-buffer
    (hearsay-eglot-open-sheet)
    (goto-char (point-min))
    (unless (search-forward (concat "text: " check-quotation) nil t)
      (error "The sheet does not list the quotation: %S" (buffer-string)))))

(defun check-article (file)
  "Open FILE and check everything."
  (find-file file)
  (text-mode)
  (flymake-mode 1)
  (apply #'eglot (eglot--guess-contact))
  (flymake-start)
  (let ((start (1+ (length check-before))))
    (check-wait-for (list start (+ start (length check-quotation))) "as opened")
    (check-hover-names-speaker (+ start 5))
    (goto-char (point-min))
    (insert "🌊 é ")
    (check-expect-at (+ start 4) "after typing before it")
    (goto-char (point-min))
    (insert "A line above. 🌉\n\n")
    (check-expect-at (+ start 4 17) "after two lines above it")
    (delete-region (+ 1 17) (+ 1 17 4))
    (check-expect-at (+ start 17) "after deleting before it")
    (check-hover-names-speaker (+ start 17 5))
    (check-sheet-lists-quotation))
  (eglot-shutdown (eglot-current-server))
  (set-buffer-modified-p nil)
  (message "emacs: diagnostics and hover are where the text is, the sheet lists them"))

(setq hearsay-eglot-command (list (getenv "HEARSAY_BIN") "lsp")
      eglot-sync-connect 30
      eglot-autoshutdown nil
      make-backup-files nil
      create-lockfiles nil
      debug-on-error (getenv "HEARSAY_CHECK_DEBUG"))
(set-language-environment "UTF-8")
(condition-case problem
    (check-article (expand-file-name "article.txt" (getenv "HEARSAY_CHECK_FOLDER")))
  (error (message "emacs: %s" (error-message-string problem))
         (kill-emacs 1)))

;;; check.el ends here
