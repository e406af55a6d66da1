import { type Child, el, emptyEl, type Markup } from "../markup.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** No scripts, no requests, no frames, no forms: a page is text and shapes. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page consists of. */
export interface Page {
  readonly title: string;
  /** What stands below the title. */
  readonly lead?: readonly Child[];
  readonly body: readonly Child[];
  /** The style of what only this page has; without characters that HTML escapes. */
  readonly style?: string;
}

/** A self-contained HTML document. */
export function htmlPage({ title, lead = [], body, style = "" }: Page): string {
  const head = el(
    "head",
    {},
    emptyEl("meta", { charset: "utf-8" }),
    emptyEl("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    emptyEl("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("title", {}, title),
    el("style", {}, `${PAGE_STYLE}\n${style}`),
  );
  const main = el("main", {}, el("h1", {}, title), ...lead, ...body);
  return `<!DOCTYPE html>\n${el("html", { lang: "en" }, head, el("body", {}, main))}\n`;
}

/** A word on a coloured ground. */
export function pillOf(word: string, tone: string): Markup {
  return el("span", { class: `pill ${tone}` }, word);
}

/** A table with headings. On a narrow screen the cells of a row stand below each other; roles say that it still is a table. */
export function tableOf(headings: readonly string[], rows: readonly (readonly Child[])[], label: string): Markup {
  const row = (cells: readonly Markup[]) => el("tr", { role: "row" }, ...cells);
  const heads = headings.map((heading) => el("th", { role: "columnheader", scope: "col" }, heading));
  const body = rows.map((cells) => row(cells.map((cell) => el("td", { role: "cell" }, cell))));
  return el(
    "table",
    { class: "stack", role: "table", "aria-label": label },
    el("thead", { role: "rowgroup" }, row(heads)),
    el("tbody", { role: "rowgroup" }, ...body),
  );
}

/** A list; `undefined` for an empty one. */
export function listOf(items: readonly Child[], kind: "ol" | "ul" = "ul"): readonly Markup[] {
  return items.length === 0 ? [] : [el(kind, {}, ...items.map((item) => el("li", {}, item)))];
}
