(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection "django-cheatsheet-ls")
    :activation-fn (lsp-activate-on "python" "html")
    :add-on? t
    :server-id 'cheatsheet_ls)))
