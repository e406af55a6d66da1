import { DARK, LIGHT, type Scheme, TONES } from "../svg/picture-style.ts";

const FONT = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica, Arial, sans-serif";
const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace";

/** The style of every page: light and dark, in print, on narrow screens. No text in it needs an escape. */
export const PAGE_STYLE = [
  `:root { color-scheme: light dark; ${variables(LIGHT)} }`,
  `@media screen and (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }`,
  "* { box-sizing: border-box; }",
  `body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 ${FONT}; }`,
  "main { max-width: 1016px; margin: 0 auto; padding: 24px 28px 64px; }",
  "h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }",
  "h2 { font-size: 18px; margin: 36px 0 8px; }",
  "h3 { font-size: 15px; margin: 20px 0 4px; }",
  "p { margin: 4px 0 10px; }",
  "a { color: var(--calm-ink); }",
  `code, pre, .mono { font-family: ${MONO}; font-size: 0.93em; }`,
  "code, li, h1, h2, h3, p { overflow-wrap: anywhere; }",
  "td { overflow-wrap: break-word; max-width: 420px; }",
  ".muted { color: var(--muted); }",
  ".pill { display: inline-block; padding: 1px 9px; border-radius: 10px; font-size: 12.5px; font-weight: 600; white-space: nowrap; }",
  ".pill + .pill { margin-left: 6px; }",
  ...TONES.map((tone) => `.pill.${tone} { background: var(--${tone}-tint); color: var(--${tone}-ink); }`),
  ...TONES.map((tone) => `.ink.${tone} { color: var(--${tone}-ink); font-weight: 600; }`),
  ".wide { overflow-x: auto; }",
  "table { border-collapse: collapse; }",
  "th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--edge); }",
  "th { color: var(--muted); font-weight: 600; font-size: 13px; }",
  "figure { margin: 12px 0; }",
  "svg { max-width: 100%; height: auto; }",
  "details { margin: 8px 0 20px; }",
  "summary { cursor: pointer; color: var(--muted); }",
  "ol, ul { padding-left: 22px; margin: 4px 0 10px; }",
  "section + section { border-top: 1px solid var(--edge); margin-top: 32px; padding-top: 8px; }",
  ".narrow { display: none; }",
  "@media (max-width: 700px) { main { padding: 16px 14px 48px; } .narrow { display: block; } .broad { display: none; } }",
  "@media (max-width: 700px) { .stack, .stack tbody, .stack tr, .stack td { display: block; } .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .stack tr { border-bottom: 1px solid var(--edge); padding: 8px 0; } .stack td { border: 0; padding: 2px 0; } }",
  "@media print { main { padding: 0; max-width: none; } section { break-inside: auto; } tr, li { break-inside: avoid; } }",
].join("\n");

function variables({ ground, card, edge, text, muted, ...tones }: Scheme): string {
  const plain = Object.entries({ ground, card, edge, text, muted });
  const toned = TONES.flatMap((tone) =>
    Object.entries(tones[tone]).map(([what, colour]) => [`${tone}-${what}`, colour] as const),
  );
  return [...plain, ...toned].map(([name, colour]) => `--${name}: ${colour};`).join(" ");
}
