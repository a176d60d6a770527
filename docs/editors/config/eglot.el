(with-eval-after-load 'eglot
  (dolist (mode '(python-mode html-mode mhtml-mode web-mode))
    (add-to-list 'eglot-server-programs `(,mode . ("django-cheatsheet-ls")))))
(add-hook 'python-mode-hook #'eglot-ensure)
(add-hook 'mhtml-mode-hook #'eglot-ensure)
