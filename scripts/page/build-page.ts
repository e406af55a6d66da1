import { createHash } from "node:crypto";
import { type BuildOptions, build } from "esbuild";

/** The page as the build makes it, and what is in it. */
export interface BuiltPage {
  readonly html: string;
  readonly inputs: readonly string[];
}

/** What the command line puts into the page; `web-page.ts` of the command knows the same words. */
const PLACES = { data: "{}", engine: "/* engine */" } as const;

/**
 * The page without the engine and data, which the command line adds: the view's script and style are in it, and a policy that
 * lets nothing else run. What a manifest says cannot run, as it is no script with the hash of ours.
 */
export async function buildPage(root: string): Promise<BuiltPage> {
  const shared: BuildOptions & { readonly write: false; readonly metafile: true } = {
    absWorkingDir: root,
    bundle: true,
    platform: "browser",
    target: "es2022",
    charset: "ascii",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    write: false,
    metafile: true,
  };
  const [view, style] = await Promise.all([
    build({
      ...shared,
      entryPoints: ["src/web/view/main.tsx"],
      format: "iife",
      jsx: "automatic",
      jsxImportSource: "preact",
    }),
    build({ ...shared, entryPoints: ["src/web/view/page.css"] }),
  ]);
  const [script, css] = [view, style].map(({ outputFiles: [file] }) => file?.text.trim() ?? "");
  return {
    html: pageOf(script ?? "", css ?? ""),
    inputs: [view, style].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
}

function pageOf(script: string, css: string): string {
  for (const [name, text] of [
    ["script", script],
    ["style", css],
  ] as const) {
    if (text === "") throw new Error(`the page has no ${name}`);
    if (text.toLowerCase().includes(`</${name}`)) throw new Error(`the page's ${name} ends its own element`);
  }
  // `connect-src 'none'` is what a saved page may; the command line lets a served page ask its own server.
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(css)}'`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="calicoctl explore">
<title>calicoctl explore</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<div id="page"><noscript>This page evaluates policy in the browser, and needs its scripts for that.</noscript></div>
<script type="application/json" id="data">${PLACES.data}</script>
<script type="text/plain" id="engine">${PLACES.engine}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
