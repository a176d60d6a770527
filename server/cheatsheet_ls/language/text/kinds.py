from cheatsheet_ls.model import Kind
def text_kind(language, path):
    return None
