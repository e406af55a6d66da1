import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { exists } from "../../files/folder.ts";
import { textOfFile } from "../../files/read-text.ts";
import type { PageData } from "../../web/engine/page-data.ts";
import { engineText } from "./engine-text.ts";

const HERE = import.meta.dirname;
/** The folder of the built tool: where its script is, or where the source is run that of the repository. */
const DIST = exists(join(HERE, "explore.html")) ? HERE : join(HERE, "..", "..", "..", "dist");

/** What the build leaves open in the page (`scripts/page/build-page.ts`). */
const PLACES = {
  served: '<html lang="en">',
  connect: "connect-src 'none'",
  data: '<script type="application/json" id="data">{}</script>',
  engine: '<script type="text/plain" id="engine">/* engine */</script>',
} as const;

/** What every saved page has in it. */
const GENERATOR = '<meta name="generator" content="calicoctl explore">';

/** What a served page knows of its server. */
export interface ServedPage {
  /** The version of its data. */
  readonly version: number;
  /** Whether the server writes what the page asks it to. */
  readonly mayWrite: boolean;
}

/** The built page with its engine, and without data. Throws the system's error. */
export function emptyPage(): string {
  const engine = engineText(DIST);
  const html = textOfFile(join(DIST, "explore.html"));
  return put(html, { engine: PLACES.engine.replace("/* engine */", () => packed(engine)) });
}

/** The page with data in it; a served one may also ask the server that it came from. */
export function webPage(empty: string, data: PageData, served?: ServedPage): string {
  const page = put(empty, { data: PLACES.data.replace("{}", () => dataText(data)) });
  if (served === undefined) return page;
  const { version, mayWrite } = served;
  const writes = mayWrite ? ' data-writes="yes"' : "";
  return put(page, { served: `<html lang="en" data-served="${version}"${writes}>`, connect: "connect-src 'self'" });
}

/** The policy of a page, as a header has it; it also forbids what only a header can. */
export function policyOf(page: string): string {
  const [, policy = "default-src 'none'"] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  return `${policy}; frame-ancestors 'none'`;
}

/** Whether a file is a page that was saved. */
export function isSavedPage(text: string): boolean {
  return text.slice(0, 4096).includes(GENERATOR);
}

/** Data as a script element may have it: nothing in it can end the element, or begin a comment. */
export function dataText(data: PageData): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The engine as a script element may have it: compressed, a third of its size, which the page's own script undoes. */
function packed(script: string): string {
  return gzipSync(script, { level: 9 }).toString("base64");
}

function put(html: string, texts: Readonly<Partial<Record<keyof typeof PLACES, string>>>): string {
  let page = html;
  for (const [place, text] of Object.entries(texts)) {
    const mark = PLACES[place as keyof typeof PLACES];
    const at = page.indexOf(mark);
    if (at === -1) throw new Error(`the built page has no place for ${place}`);
    page = page.slice(0, at) + text + page.slice(at + mark.length);
  }
  return page;
}
