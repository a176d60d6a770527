// The buttons on each code block of an entry's page.

const vscode = acquireVsCodeApi();
const examples = new Set(JSON.parse(document.querySelector("main").dataset.examples));

function button(label, title, act) {
  const made = document.createElement("button");
  Object.assign(made, { textContent: label, title });
  made.addEventListener("click", () => act(made));
  return made;
}

for (const block of document.querySelectorAll("pre")) {
  const code = block.textContent;
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.append(
    button("Copy", "Copy this example", (made) => {
      vscode.postMessage({ do: "copy", code });
      made.textContent = "Copied";
      setTimeout(() => (made.textContent = "Copy"), 1500);
    }),
  );
  if (examples.has(code.trim())) {
    bar.append(button("Insert", "Insert this example at the cursor", () => vscode.postMessage({ do: "insert", code })));
  }
  const frame = document.createElement("div");
  frame.className = "code";
  block.replaceWith(frame);
  frame.append(bar, block);
}
