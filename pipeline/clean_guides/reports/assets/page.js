"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const issues = data.issues, guides = new Map(data.guides.map(g => [g.file, g]));
const $ = id => document.getElementById(id);
const el = (tag, props = {}, ...kids) => {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key === "class") node.className = value; else if (key in node) node[key] = value; else node.setAttribute(key, value);
  }
  node.append(...kids);
  return node;
};
const KEY = "clean-guides:" + data.run;
const decisions = new Map(Object.entries(data.decisions));
try { for (const [k, v] of Object.entries(JSON.parse(localStorage.getItem(KEY) || "{}"))) decisions.set(k, v); } catch { /* storage is a convenience */ }
const FIELDS = ["rule", "family", "severity", "action", "country", "operator", "verdict", "file"];
for (const i of issues) i.hay = [i.file, i.text, i.rule, i.name, i.message, i.evidence.join(" ")].join("\n").toLowerCase();
const clip = (text, most) => (text.length > most ? text.slice(0, most) + "…" : text);
const hash = (view, params = {}) => {
  const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v !== "" && v !== undefined)).toString();
  return "#" + view + (query ? "?" + query : "");
};
const place = i => el("a", { href: hash("guide", { file: i.file, issue: i.n }), title: i.file + ":" + i.line }, i.file + ":" + i.line);
const PAGE = 100;
let filter = {}, at = -1;
const selected = new Set();

const dark = matchMedia("(prefers-color-scheme: dark)");
const shade = () => document.documentElement.classList.toggle("dark", dark.matches);
dark.addEventListener("change", shade);
shade();
const LAYOUT = { topStart: null, topEnd: null, bottomStart: "info", bottomEnd: "paging" };
const LANGUAGE = { info: "_START_ to _END_ of _TOTAL_", infoEmpty: "none", infoFiltered: "(of _MAX_)", zeroRecords: "nothing here" };
const column = (key, build) => ({
  data: key, type: "string", orderable: key !== "n" && key !== "fingerprint", className: "", defaultContent: "",
  render: (value, type) => (type === "display" ? "" : value ?? ""),
  createdCell: (td, _value, issue) => td.replaceChildren(...build(issue, td)),
});
const rows = new DataTable("#table", {
  data: issues, deferRender: true, autoWidth: false, pageLength: PAGE, order: [], layout: LAYOUT, language: LANGUAGE,
  columns: [
    column("n", issue => [box(issue)]),
    column("severity", (issue, td) => { td.className = "short " + issue.severity; return [issue.severity]; }),
    column("rule", (issue, td) => { td.className = "short"; return [issue.rule + " ", el("div", { class: "evidence" }, issue.name)]; }),
    column("file", (issue, td) => { td.className = "where"; return [place(issue)]; }),
    column("text", (issue, td) => { td.className = "text"; return [clip(issue.text, 120)]; }),
    column("message", issue => [issue.message, el("div", { class: "evidence" }, issue.evidence.join("; ")), issue.suggestion ? el("div", {}, "→ " + issue.suggestion) : ""]),
    column("action", (issue, td) => { td.className = "short " + issue.action; return [issue.action]; }),
    column("fingerprint", issue => [answer(issue)]),
  ],
  createdRow: (tr, issue) => { tr.id = "row-" + issue.n; tr.setAttribute("aria-selected", selected.has(issue.n)); },
});
rows.search.fixed("form", (_text, issue) => {
  const words = (filter.text || "").toLowerCase();
  return (!words || issue.hay.includes(words)) && FIELDS.every(f => !filter[f] || String(issue[f] ?? "") === filter[f]);
});
rows.on("draw", () => {
  const { recordsDisplay, recordsTotal } = rows.page.info();
  $("shown").textContent = recordsDisplay + " of " + recordsTotal;
  mark();
});
const inOrder = () => rows.rows({ order: "applied", search: "applied" }).indexes().toArray();

function apply() {
  at = -1;
  rows.draw();
}
function box(issue) {
  const input = el("input", { type: "checkbox", checked: selected.has(issue.n), "aria-label": "Select " + issue.rule + " at " + issue.file + ":" + issue.line });
  input.addEventListener("change", () => toggle(issue, input.checked));
  return input;
}
function answer(issue) {
  const select = el("select", { class: "answer", "aria-label": "Decision on " + issue.rule + " at " + issue.file + ":" + issue.line });
  for (const name of ["", "accept", "dismiss", "fix"]) select.append(el("option", { value: name }, name || "–"));
  select.value = (decisions.get(issue.fingerprint) || {}).answer || "";
  select.addEventListener("change", () => decide([issue], select.value));
  return select;
}
function mark() {
  const here = at >= 0 ? inOrder()[at] : -1;
  for (const tr of $("table").tBodies[0].rows) tr.classList.toggle("here", here >= 0 && tr.id === "row-" + issues[here].n);
}
function toggle(issue, on) {
  if (on) selected.add(issue.n); else selected.delete(issue.n);
  const tr = $("row-" + issue.n);
  if (tr) { tr.setAttribute("aria-selected", on); tr.querySelector("input").checked = on; }
}
function decide(which, name) {
  let reason = "";
  if (name === "dismiss") reason = prompt("Why is this no fault? (may stay empty)") || "";
  for (const issue of which) {
    if (name) decisions.set(issue.fingerprint, { answer: name, rule: issue.rule, file: issue.file, reason }); else decisions.delete(issue.fingerprint);
    const tr = $("row-" + issue.n);
    if (tr) tr.querySelector("select").value = name;
  }
  store();
}
function store() {
  try { localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(decisions))); } catch { /* storage is a convenience */ }
  $("decided").textContent = decisions.size ? decisions.size + " decided" : "";
  $("save").hidden = !decisions.size;
}
function decisionText() {
  const cell = text => String(text || "").replace(/\s+/g, " ").trim();
  const rows = [...decisions].map(([key, d]) => [key, d.answer, d.rule, d.file, d.reason].map(cell));
  rows.sort((a, b) => (a[3] + "\0" + a[2] + "\0" + a[0] < b[3] + "\0" + b[2] + "\0" + b[0] ? -1 : 1));
  return data.header + rows.map(r => r.join("\t").trimEnd() + "\n").join("");
}
async function save() {
  const token = new URLSearchParams(location.search).get("token");
  if (token && location.protocol.startsWith("http")) {
    const answer = await fetch("decisions", { method: "POST", headers: { "X-Token": token, "Content-Type": "text/plain" }, body: decisionText() });
    $("decided").textContent = answer.ok ? "saved" : "not saved: " + (await answer.text());
    return;
  }
  const link = el("a", { href: URL.createObjectURL(new Blob([decisionText()], { type: "text/plain" })), download: "clean-guides-decisions.txt" });
  document.body.append(link); link.click(); link.remove();
}
function table(heads, lines) {
  const made = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map(h => el("th", { scope: "col" }, h)))), el("tbody", {}, ...lines));
  const holder = el("div", {}, made);
  new DataTable(made, { autoWidth: false, order: [], paging: lines.length > PAGE, info: lines.length > PAGE, pageLength: PAGE, layout: { ...LAYOUT, topStart: "search" }, language: LANGUAGE });
  return holder;
}
const cells = (...values) => el("tr", {}, ...values.map(v => el("td", {}, v ?? "")));

function drawGuide(file, issueNumber) {
  $("h-guide").textContent = file;
  const guide = guides.get(file), box = $("guide");
  const mine = issues.filter(i => i.file === file);
  const notes = el("ol", { class: "notes" }, ...mine.map(i => el("li", {}, el("a", { href: hash("guide", { file, issue: i.n }) }, i.rule + " line " + i.line), " " + i.message + " ", el("span", { class: i.action }, i.action))));
  if (!guide) { box.replaceChildren(el("p", {}, "The text of this guide is not in the page, to keep it small."), notes); return; }
  const points = Array.from(guide.text);
  const paint = (withRemoved, withKept) => {
    const pre = el("pre", { class: "text" });
    const cuts = new Set([0, points.length]);
    for (const [a, b] of guide.removed) { cuts.add(a); cuts.add(b); }
    const flags = mine.filter(i => i.action === "flagged");
    for (const i of flags) { cuts.add(i.start); cuts.add(i.end); }
    const sorted = [...cuts].sort((a, b) => a - b);
    let r = 0;
    for (let k = 0; k + 1 < sorted.length; k++) {
      const a = sorted[k], b = sorted[k + 1];
      while (r < guide.removed.length && guide.removed[r][1] <= a) r++;
      const gone = r < guide.removed.length && guide.removed[r][0] <= a;
      const text = points.slice(a, b).join("");
      const here = mine.filter(i => (i.action === "flagged" || gone) && i.start < b && a < i.end);
      const aim = here.some(i => String(i.n) === issueNumber);
      const title = here.map(i => i.rule + ": " + i.message).join("\n");
      if (gone) { if (withRemoved) pre.append(el("del", { title, class: aim ? "aim" : "" }, text)); }
      else if (withKept && here.length) pre.append(el("mark", { title, class: aim ? "aim" : "" }, text));
      else pre.append(text);
    }
    return pre;
  };
  const both = $("side").checked;
  box.replaceChildren(both ? el("div", { class: "two" }, el("div", {}, el("h3", {}, "Before"), paint(true, true)), el("div", {}, el("h3", {}, "After"), paint(false, false))) : paint(true, true), el("h3", {}, mine.length + " issues"), notes);
  const aim = box.querySelector(".aim");
  if (aim) aim.scrollIntoView({ block: "center" });
}
const once = {
  guides: () => {
    const counts = new Map();
    for (const i of issues) { const c = counts.get(i.file) || [0, 0]; c[i.action === "removed" ? 0 : 1]++; counts.set(i.file, c); }
    $("guides").replaceChildren(table(["Guide", "Removed", "Left"], [...counts].map(([file, c]) => cells(el("a", { href: hash("guide", { file }) }, file), c[0], c[1]))));
  },
  numbers: () => $("numbers").replaceChildren(table(["Number", "Where", "Operator said", "Operator by plan", "Country", "Verdict", "Why"],
    issues.filter(i => i.family === "phone").map(i => cells(i.text, place(i), i.operator, i.plan, i.country, i.verdict, i.evidence.join("; "))))),
  operators: () => {
    const rows = new Map(), files = new Set();
    for (const i of issues.filter(i => i.family === "operator")) {
      const name = i.suggestion || i.text;
      files.add(i.file);
      if (!rows.has(name)) rows.set(name, new Map());
      const row = rows.get(name);
      row.set(i.file, [...(row.get(i.file) || []), i]);
    }
    const columns = [...files].sort();
    $("operators").replaceChildren(table(["Operator", ...columns], [...rows].sort().map(([name, row]) => cells(name, ...columns.map(f => {
      const span = el("span");
      const names = new Map();
      for (const i of row.get(f) || []) { const name = i.text + " (" + (i.verdict || i.name) + ")"; names.set(name, [...(names.get(name) || []), i]); }
      for (const [name, same] of names) {
        const times = same.length > 1 ? " × " + same.length : "";
        span.append(el("a", { href: hash("guide", { file: f, issue: same[0].n }), class: "flagged" }, name + times), " ");
      }
      return span;
    })))));
  },
  campaigns: () => $("campaigns").replaceChildren(data.campaigns.length ? table(["Targets", "Guides", "Places", "Where"], data.campaigns.map(c => {
    const list = el("span");
    for (const f of c.files.slice(0, 30)) list.append(el("a", { href: hash("guide", { file: f }) }, f), " ");
    return cells(c.targets.join(", "), c.guides, Object.entries(c.places).map(([name, count]) => name + " " + count).join(", "), list);
  })) : el("p", {}, "No contact comes in more than one guide.")),
};
function route() {
  const [view, query] = location.hash.slice(1).split("?");
  const params = Object.fromEntries(new URLSearchParams(query || ""));
  const name = ["overview", "issues", "guides", "guide", "numbers", "operators", "campaigns"].includes(view) ? view : "overview";
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== "view-" + name;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === "#" + (name === "guide" ? "guides" : name)) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  if (name === "issues") {
    filter = params;
    const form = $("filters");
    for (const field of form.elements) if (field.name) field.value = params[field.name] || "";
    apply();
  }
  if (name === "guide") drawGuide(params.file, params.issue);
  if (once[name]) { once[name](); delete once[name]; }
  if (name !== "guide") requestAnimationFrame(() => scrollTo(0, 0));
}
let timer = 0;
function filtered() {
  const form = new FormData($("filters"));
  history.replaceState(null, "", hash("issues", Object.fromEntries(form)));
  filter = Object.fromEntries(form);
  apply();
}
$("filters").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filtered, 120); });
$("filters").addEventListener("submit", event => event.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(filtered));
$("all").addEventListener("change", () => { for (const index of inOrder()) toggle(issues[index], $("all").checked); });
$("side").addEventListener("change", route);
$("save").addEventListener("click", save);
document.addEventListener("keydown", event => {
  if ($("view-issues").hidden || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA|BUTTON|A)$/.test(event.target.tagName) && event.key !== "Escape") return;
  const order = inOrder(), here = issues[order[at]];
  const picked = selected.size ? issues.filter(i => selected.has(i.n)) : here ? [here] : [];
  if (event.key === "j" || event.key === "k") {
    at = Math.max(0, Math.min(order.length - 1, at + (event.key === "j" ? 1 : -1)));
    if (Math.floor(at / PAGE) !== rows.page()) rows.page(Math.floor(at / PAGE)).draw("page");
    mark();
    const tr = order.length && $("row-" + issues[order[at]].n);
    if (tr) tr.scrollIntoView({ block: "nearest" });
  } else if (event.key === "x" && here) toggle(here, !selected.has(here.n));
  else if (event.key === "a") decide(picked, "accept");
  else if (event.key === "d" && picked.length) decide(picked, "dismiss");
  else if (event.key === "f") decide(picked, "fix");
  else if (event.key === "Enter" && here) location.hash = hash("guide", { file: here.file, issue: here.n });
});
addEventListener("hashchange", route);
store();
route();
})();
