// Finds what a person, or a screen reader, would find: visible elements by role and accessible name. Covers
// the part of the "Accessible Name and Description Computation" that our pages use. A name given with "…" at
// its end asks for the beginning alone.

const [role, name] = arguments;

const IMPLICIT = {
  button: "button, summary, input[type=button], input[type=submit]",
  checkbox: "input[type=checkbox]",
  dialog: "dialog",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  listitem: "li",
  main: "main",
  navigation: "nav",
  radio: "input[type=radio]",
  region: "section[aria-label], section[aria-labelledby]",
  row: "tr",
  table: "table",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=email], input[type=url]",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
};

// These are named by everything in them, so part of it is enough.
const NAMED_BY_PART = [
  "alert",
  "alertdialog",
  "article",
  "cell",
  "dialog",
  "gridcell",
  "listitem",
  "option",
  "row",
  "status",
  "treeitem",
];

const tidy = (text) => text.replace(/\s+/g, " ").trim();

function isSeen(element) {
  if (element.closest("[inert], [aria-hidden=true]")) return false;
  // A native box under a drawn one is transparent or tiny, and still is what a person operates.
  const shown = element.getClientRects().length > 0 ? element : element.closest("label");
  return shown !== null && shown.getClientRects().length > 0 && getComputedStyle(shown).visibility !== "hidden";
}

function contentOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  if (getComputedStyle(node).display === "none") return "";
  const own = node.getAttribute("aria-label") ?? (node.tagName === "IMG" ? node.alt : null);
  if (own) return own;
  const inner = [...node.childNodes].map(contentOf).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
}

function nameOf(element) {
  const labelledBy = element.getAttribute("aria-labelledby");
  if (labelledBy) {
    const parts = labelledBy.split(/\s+/).map((id) => document.getElementById(id));
    const text = tidy(
      parts.map((part) => (part ? (part.getAttribute("aria-label") ?? contentOf(part)) : "")).join(" "),
    );
    if (text) return text;
  }
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  if (element.labels?.length) return tidy([...element.labels].map(contentOf).join(" "));
  return tidy(contentOf(element)) || tidy(element.title ?? "");
}

const implicit = IMPLICIT[role];
const selector = [
  `[role="${role}"]`,
  ...(implicit ? implicit.split(", ").map((part) => `${part}:not([role])`) : []),
].join(", ");
const wanted = tidy(name);
const begins = wanted.endsWith("…");
const start = wanted.slice(0, -1);
const matches = NAMED_BY_PART.includes(role)
  ? (text) => text.includes(wanted)
  : (text) => text === wanted || (begins && text.startsWith(start));
return [...document.querySelectorAll(selector)].filter((element) => isSeen(element) && matches(nameOf(element)));
