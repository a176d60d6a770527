" Answers ../driver.py by Vim's own channel protocol.
let g:driver = ch_open('127.0.0.1:' . $DRIVER_PORT)
set noswapfile nobackup shortmess+=I
