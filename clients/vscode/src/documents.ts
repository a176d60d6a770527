/** Which documents the server is asked about. No id is claimed for `*.html`: Emmet and the HTML tools keep it. */

const LANGUAGES = [
  ...["python", "html", "django-html", "django-txt", "jinja-html"],
  ...["shellscript", "makefile", "dockerfile", "dockercompose", "yaml", "bat", "powershell"],
  ...["pip-requirements", "dotenv"],
];
const PATTERNS = [
  "**/templates/**",
  "**/{*requirements*,*constraints*}.{txt,in}",
  "**/requirements/*.{txt,in}",
  "**/{pyproject.toml,Pipfile,setup.cfg,tox.ini,Procfile,justfile,Justfile,crontab}",
  "**/{.env,.env.*,*.env,*.service,*.timer}",
  "**/*nginx*.conf",
];

export const DOCUMENTS = [
  ...LANGUAGES.map((language) => ({ scheme: "file", language })),
  ...PATTERNS.map((pattern) => ({ scheme: "file", pattern })),
  { scheme: "untitled", language: "python" },
];
