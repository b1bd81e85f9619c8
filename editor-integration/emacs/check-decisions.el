;;; check-decisions.el --- Decides in Emacs  -*- lexical-binding: t; -*-

;;; Commentary:

;; Run by Scripts/checks/emacs-decisions.sh: decides through eglot's own menu of code actions, the
;; choice in it made by this file; the shell looks into the store afterwards.

;;; Code:

(require 'hearsay-eglot)
(require 'flymake)

(defconst decide-patience 20)

(defun decide-messages ()
  "What Flymake's diagnostics say."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun decide-expect (words is-there what)
  "Wait until some diagnostic says WORDS, or none if not IS-THERE; WHAT names the step."
  (let ((end (time-add nil decide-patience))
        (holds (lambda ()
                 (let ((found (seq-some (lambda (text) (string-search words text))
                                        (decide-messages))))
                   (if is-there found (not found))))))
    (while (and (not (funcall holds)) (time-less-p nil end))
      (accept-process-output nil 0.2)
      ;; Without a screen nothing else asks Flymake to take over what eglot has received.
      (flymake-start))
    (unless (funcall holds)
      (error "%s: %S" what (decide-messages)))))

(defun decide-choose (title words &optional is-selected)
  "Take the action of TITLE on WORDS, which are selected if IS-SELECTED."
  (goto-char (point-min))
  (search-forward words)
  (let* ((start (match-beginning 0))
         (end (match-end 0))
         (actions (append (jsonrpc-request
                           (eglot-current-server) :textDocument/codeAction
                           (list :textDocument (eglot--TextDocumentIdentifier)
                                 :range (list :start (eglot--pos-to-lsp-position (+ start 2))
                                              :end (eglot--pos-to-lsp-position (+ start 2)))
                                 :context (list :diagnostics [])))
                          nil)))
    (when is-selected
      (setq actions
            (append (jsonrpc-request
                     (eglot-current-server) :textDocument/codeAction
                     (list :textDocument (eglot--TextDocumentIdentifier)
                           :range (list :start (eglot--pos-to-lsp-position start)
                                        :end (eglot--pos-to-lsp-position end))
                           :context (list :diagnostics [])))
                    nil)))
    (let ((action (seq-find (lambda (action) (string-search title (plist-get action :title)))
                            actions)))
      (unless action
        (error "No action %s among %S" title
               (mapcar (lambda (action) (plist-get action :title)) actions)))
      (let ((command (plist-get action :command)))
        (eglot-execute-command (eglot-current-server) (intern (plist-get command :command))
                               (plist-get command :arguments))))))

(defun decide-article (file)
  "Open FILE and decide."
  (find-file file)
  (text-mode)
  (flymake-mode 1)
  (apply #'eglot (eglot--guess-contact))
  (flymake-start)
  (decide-expect "Ana Ruiz said (direct)" t "as opened")
  (decide-choose "Accept quotation" "We will not")
  (decide-expect "Ana Ruiz said (direct) [accepted]" t "after accept")
  (decide-choose "Reject quotation" "The town")
  (decide-expect "Dmitri Okafor said" nil "after reject")
  (decide-choose "Credit Dmitri Okafor" "It will be")
  (decide-expect "Dmitri Okafor said (direct) [edited]" t "after another speaker")
  (decide-choose "Add quotation, nobody credited" "No bridge" t)
  (decide-expect "nobody is credited (indirect) [authored]" t "after adding")
  (decide-choose "Ignore date here" "12 March")
  (decide-expect "2024-03-12" nil "after ignoring")
  (decide-choose "Accept quotation" "We look into")
  (decide-expect "Mireille Aubert said (direct) [accepted]" t "after a decision to undo")
  (eglot-execute-command (eglot-current-server) 'hearsay.undo
                         (vector (plist-get (eglot--TextDocumentIdentifier) :uri)))
  (decide-expect "Mireille Aubert said (direct) [accepted]" nil "after undo")
  (eglot-shutdown (eglot-current-server))
  (set-buffer-modified-p nil)
  (message "emacs: accept, reject, another speaker, add, ignore and undo are shown"))

(setq hearsay-eglot-command (list (getenv "HEARSAY_BIN") "lsp")
      eglot-sync-connect 30
      eglot-autoshutdown nil
      make-backup-files nil
      create-lockfiles nil
      debug-on-error (getenv "HEARSAY_CHECK_DEBUG"))
(set-language-environment "UTF-8")
(condition-case problem
    (decide-article (expand-file-name "article.txt" (getenv "HEARSAY_CHECK_FOLDER")))
  (error (message "emacs: %s" (error-message-string problem))
         (kill-emacs 1)))

;;; check-decisions.el ends here
