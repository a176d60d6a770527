(with-eval-after-load 'eglot
  (dolist (mode '(python-mode python-ts-mode html-mode mhtml-mode web-mode))
    (add-to-list 'eglot-server-programs `(,mode . ("django-cheatsheet-ls")))))
(dolist (hook '(python-mode-hook python-ts-mode-hook html-mode-hook web-mode-hook))
  (add-hook hook #'eglot-ensure))
