// The editor of the Ask page, as Streamlit mounts it: called once an update, with what Python says.
//
// What is written stays in the browser until it is asked, by the button or Ctrl+Enter; then Python is
// told, once. Until CodeMirror is loaded, and where it cannot be, a plain field does the same.

export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".sql-editor");
  place.state = { data, ask: (text) => setTriggerValue("asked", text) };
  if (!place.field) {
    build(place);
    load(place);
  } else if (place.filled !== data.filled) {
    place.field.write(data.text);
  }
  place.filled = data.filled;
  place.heading.textContent = data.label;
  place.button.textContent = data.run;
  place.help.textContent = data.help;
  look(place);
}

// A half-written query outlives a look at another page, but not what was put in its place meanwhile.
function kept({ filled, text }) {
  const written = window.queryBeingWritten;
  return written?.filled === filled ? written.text : text;
}

function build(place) {
  const [heading, frame, foot] = ["label", "frame", "foot"].map((name) => {
    const part = document.createElement("div");
    part.className = name;
    return place.appendChild(part);
  });
  heading.id = "sql-editor-label";
  const button = document.createElement("button");
  button.type = "button";
  button.onclick = () => place.state.ask(place.field.read());
  const note = document.createElement("span");
  note.setAttribute("role", "status");
  const help = document.createElement("span");
  help.className = "help";
  help.id = "sql-editor-help";
  foot.append(button, note, help);
  Object.assign(place, { heading, frame, button, note, help });
  place.field = plain(place, kept(place.state.data));
}

// Whether what is written is what was asked.
function look(place) {
  const { data } = place.state;
  const text = place.field.read();
  window.queryBeingWritten = { filled: data.filled, text };
  place.note.textContent = text === data.text ? "" : data.waiting;
}

function plain(place, text) {
  const area = document.createElement("textarea");
  area.rows = 8;
  area.spellcheck = false;
  area.setAttribute("aria-labelledby", "sql-editor-label");
  area.setAttribute("aria-describedby", "sql-editor-help");
  area.value = text;
  area.oninput = () => look(place);
  area.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      place.state.ask(area.value);
    }
  };
  place.frame.replaceChildren(area);
  return {
    read: () => area.value,
    write: (written) => { area.value = written; },
    focused: () => document.activeElement === area,
  };
}

async function load(place) {
  let cm;
  try {
    cm = await import(place.state.data.module);
  } catch {
    return; // the plain field stays
  }
  const focused = place.field.focused();
  place.field = rich(cm, place, place.field.read());
  if (focused) place.field.focus();
}

function rich(cm, place, text) {
  const words = known(place.state.data.words);
  const ask = (view) => { place.state.ask(view.state.doc.toString()); return true; };
  const view = new cm.EditorView({
    state: cm.EditorState.create({
      doc: text,
      extensions: [
        cm.keymap.of([{ key: "Mod-Enter", run: ask }, { key: "Ctrl-Enter", run: ask }]),
        cm.history(),
        cm.highlightSpecialChars(),
        cm.drawSelection(),
        cm.bracketMatching(),
        cm.closeBrackets(),
        cm.EditorView.lineWrapping,
        cm.EditorView.updateListener.of((update) => { if (update.docChanged) look(place); }),
        cm.EditorView.contentAttributes.of({
          "aria-labelledby": "sql-editor-label", "aria-describedby": "sql-editor-help",
        }),
        cm.sql({ dialect: cm.SQLDialect.define({
          keywords: place.state.data.words.keywords.join(" "),
          types: TYPES,
          operatorChars: "*+-%<>!=&|^/",
          identifierQuotes: '"',
        }) }),
        colours(cm),
        names(cm, words),
        completion(cm, words),
        cm.keymap.of([...cm.closeBracketsKeymap, ...cm.defaultKeymap, ...cm.historyKeymap]),
      ],
    }),
  });
  place.frame.replaceChildren(view.dom);
  return {
    read: () => view.state.doc.toString(),
    write: (written) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written } }),
    focused: () => view.hasFocus,
    focus: () => view.focus(),
  };
}

const TYPES = "bigint blob boolean decimal double float hugeint integer json list map smallint struct " +
  "time timestamp tinyint uuid varchar";

// What Python sends, by name: {tables: [[name, about, [[column, type, about], …]], …], functions: […]}.
function known({ tables, functions, keywords }) {
  return {
    tables: new Map(tables.map(([name, about, own]) => [name, { about, columns: own }])),
    columns: new Set(tables.flatMap(([, , own]) => own.map(([name]) => name))),
    functions: new Map(functions),
    keywords,
  };
}

function colours(cm) {
  const { tags } = cm;
  return cm.syntaxHighlighting(cm.HighlightStyle.define([
    { tag: tags.keyword, class: "sql-keyword" },
    { tag: tags.typeName, class: "sql-type" },
    { tag: [tags.string, tags.special(tags.string)], class: "sql-text" },
    { tag: [tags.number, tags.bool, tags.null], class: "sql-number" },
    { tag: [tags.lineComment, tags.blockComment], class: "sql-comment" },
  ]));
}

const WITHIN_TEXT = /String|Comment/;

// Marks the names that the warehouse knows, so that one it does not know stands out.
function names(cm, words) {
  const mark = (kind) => cm.Decoration.mark({ class: `sql-${kind}` });
  const marks = { table: mark("table"), column: mark("column"), function: mark("function") };
  const matcher = new cm.MatchDecorator({
    regexp: /[A-Za-z_]\w*(\s*\()?/g,
    decorate: (add, from, _to, [all, call], view) => {
      const name = (call ? all.slice(0, -call.length) : all).toLowerCase();
      const kind = call && words.functions.has(name) ? "function"
        : words.tables.has(name) ? "table" : words.columns.has(name) ? "column" : null;
      if (kind && !WITHIN_TEXT.test(cm.syntaxTree(view.state).resolveInner(from, 1).name)) {
        add(from, from + name.length, marks[kind]);
      }
    },
  });
  return cm.ViewPlugin.define((view) => ({
    decorations: matcher.createDeco(view),
    update(update) {
      const parsed = cm.syntaxTree(update.state) !== cm.syntaxTree(update.startState);
      this.decorations = parsed ? matcher.createDeco(update.view)
        : matcher.updateDeco(update, this.decorations);
    },
  }), { decorations: (plugin) => plugin.decorations });
}

const FROM = /\b(?:from|join)\s+(?:main\.)?(\w+)(?:\s+(?:as\s+)?(\w+))?/gi;

function completion(cm, words) {
  const table = (name, { about }) => ({ label: name, type: "table", info: about, boost: 2 });
  const column = ([name, type, about]) => (
    { label: name, type: "column", detail: type, info: about, boost: 3 }
  );
  const always = [
    ...[...words.tables].map(([name, entry]) => table(name, entry)),
    ...words.keywords.map((label) => ({ label, type: "keyword", boost: 1 })),
    ...[...words.functions].map(([name, takes]) => (
      { label: name, apply: `${name}(`, type: "function", detail: `(${takes})` }
    )),
  ];

  // Each name that a table goes by in this query.
  function asked(query) {
    const found = new Map();
    for (const [, name, alias] of query.matchAll(FROM)) {
      const entry = words.tables.get(name.toLowerCase());
      if (entry) found.set(name.toLowerCase(), entry).set((alias ?? name).toLowerCase(), entry);
    }
    return found;
  }

  function source(context) {
    const before = context.matchBefore(/(?:\w+\.)?\w*/);
    const node = cm.syntaxTree(context.state).resolveInner(context.pos, -1);
    if ((before.from === before.to && !context.explicit) || WITHIN_TEXT.test(node.name)) return null;
    const tables = asked(context.state.doc.toString());
    const [part, owner] = before.text.toLowerCase().split(".").reverse();
    const from = before.to - part.length;
    if (owner !== undefined) {
      const entry = tables.get(owner) ?? words.tables.get(owner);
      return entry ? { from, options: entry.columns.map(column), validFor: /^\w*$/ } : null;
    }
    const columns = [...tables.values()].flatMap((entry) => entry.columns);
    const own = new Map(columns.map((one) => [one[0], one]));
    return { from, options: [...[...own.values()].map(column), ...always], validFor: /^\w*$/ };
  }

  // Enter stays a new line until a proposal was chosen by an arrow; Tab takes the first.
  const first = (view) => cm.acceptCompletion(view) || (cm.completionStatus(view.state) === "active"
    && cm.moveCompletionSelection(true)(view) && cm.acceptCompletion(view));
  return [
    cm.autocompletion({
      override: [source], selectOnOpen: false, defaultKeymap: false, interactionDelay: 0,
    }),
    cm.keymap.of([
      { key: "Ctrl-Space", run: cm.startCompletion },
      { key: "Escape", run: cm.closeCompletion },
      { key: "ArrowDown", run: cm.moveCompletionSelection(true) },
      { key: "ArrowUp", run: cm.moveCompletionSelection(false) },
      { key: "PageDown", run: cm.moveCompletionSelection(true, "page") },
      { key: "PageUp", run: cm.moveCompletionSelection(false, "page") },
      { key: "Enter", run: cm.acceptCompletion },
      { key: "Tab", run: first },
    ]),
  ];
}
