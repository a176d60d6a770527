;;; driver.el --- Answers ../driver.py: ["expr", LISP, NUMBER] gets [NUMBER, VALUE]  -*- lexical-binding: t -*-

;; Compiling packages would be a second program on the test's two cores, with windows of warnings.
(setq native-comp-deferred-compilation nil native-comp-async-report-warnings-errors nil)
(setq inhibit-startup-screen t make-backup-files nil auto-save-default nil create-lockfiles nil
      ring-bell-function #'ignore use-short-answers t enable-local-variables nil
      revert-without-query '(".") eglot-confirm-server-initiated-edits nil)
(require 'package)
(package-initialize)
(require 'json)

(defun driver-value (code)
  (condition-case nil
      (with-current-buffer (window-buffer) (eval (car (read-from-string code)) t))
    (error "ERROR")))

(defun driver-answer (process text)
  (let ((lines (split-string (concat (process-get process 'pending) text) "\n")))
    (process-put process 'pending (car (last lines)))
    (dolist (line (butlast lines))
      (let ((asked (json-read-from-string line)))
        (process-send-string
         process
         (concat (json-encode (vector (aref asked 2) (driver-value (aref asked 1)))) "\n"))))))

(defun driver-start ()
  (let ((port (string-to-number (getenv "DRIVER_PORT"))))
    (make-network-process :name "driver" :host "127.0.0.1" :service port :coding 'utf-8
                          :noquery t :filter #'driver-answer)))

;; Before that, a key is not yet a key: C-g would end Emacs.
(add-hook 'window-setup-hook #'driver-start)

;; What a person sees of a string: without the characters that a mode hides.
(defun driver-visible (buffer)
  (with-current-buffer buffer
    (let ((here (point-min)) (shown ""))
      (while (< here (point-max))
        (let ((next (next-single-char-property-change here 'invisible)))
          (unless (invisible-p here)
            (setq shown (concat shown (buffer-substring-no-properties here next))))
          (setq here next)))
      shown)))
;;; driver.el ends here
