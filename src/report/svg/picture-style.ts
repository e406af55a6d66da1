/** Fonts of the reader's system; no other is loaded. */
const TEXT_FONT = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica, Arial, sans-serif";
const MONO_FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace";

/** The colours of a scheme: of texts on their grounds WCAG AA holds (4.5:1), which a test computes. */
export interface Scheme {
  readonly ground: string;
  readonly card: string;
  readonly edge: string;
  readonly text: string;
  readonly muted: string;
  readonly good: ToneColours;
  readonly bad: ToneColours;
  readonly odd: ToneColours;
  readonly calm: ToneColours;
  readonly faint: ToneColours;
}

/** The colours of a tone: its text and strokes, the ground of its words, and text on a ground of `ink`. */
export interface ToneColours {
  readonly ink: string;
  readonly tint: string;
  readonly on: string;
}

/** Light, also for print. */
export const LIGHT: Scheme = {
  ground: "#ffffff",
  card: "#f6f8fa",
  edge: "#c8d1da",
  text: "#1f2328",
  muted: "#57606a",
  good: { ink: "#116329", tint: "#d7f5dd", on: "#ffffff" },
  bad: { ink: "#a40e26", tint: "#ffe3e0", on: "#ffffff" },
  odd: { ink: "#7a4b00", tint: "#fff1c2", on: "#ffffff" },
  calm: { ink: "#0b4fa8", tint: "#dcecff", on: "#ffffff" },
  faint: { ink: "#57606a", tint: "#e9edf1", on: "#ffffff" },
};

/** Dark. */
export const DARK: Scheme = {
  ground: "#0d1117",
  card: "#161b22",
  edge: "#3d444d",
  text: "#e6edf3",
  muted: "#9aa4af",
  good: { ink: "#7ee787", tint: "#12301c", on: "#08130b" },
  bad: { ink: "#ffa198", tint: "#43171a", on: "#1c0708" },
  odd: { ink: "#e8bd55", tint: "#3a2c0a", on: "#171104" },
  calm: { ink: "#8cc2ff", tint: "#12294a", on: "#04101f" },
  faint: { ink: "#9aa4af", tint: "#262c34", on: "#0d1117" },
};

/** The tones of a scheme. */
export const TONES = ["good", "bad", "odd", "calm", "faint"] as const;

/** The style of pictures. It needs no variables, which not every program that shows SVG knows. */
export const PICTURE_STYLE = [
  `.picture text { font-family: ${TEXT_FONT}; white-space: pre; }`,
  `.picture .mono { font-family: ${MONO_FONT}; }`,
  ".picture .bold { font-weight: 600; }",
  ".picture .wire { fill: none; stroke-width: 2; }",
  ".picture .dashed { stroke-dasharray: 3 4; }",
  ".picture .mark { stroke-width: 1.75; }",
  ".picture .sign { fill: none; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }",
  ...schemeRules(LIGHT),
  `@media screen and (prefers-color-scheme: dark) { ${schemeRules(DARK).join(" ")} }`,
].join("\n");

function schemeRules({ ground, card, edge, text, muted, ...tones }: Scheme): readonly string[] {
  return [
    `.picture .ground { fill: ${ground}; }`,
    `.picture .card { fill: ${card}; stroke: ${edge}; }`,
    `.picture .tab { fill: ${ground}; stroke: ${edge}; }`,
    `.picture .rule { stroke: ${edge}; }`,
    `.picture text { fill: ${text}; }`,
    `.picture .muted { fill: ${muted}; }`,
    `.picture .wire { stroke: ${muted}; }`,
    `.picture .arrow { fill: ${muted}; }`,
    ...TONES.flatMap((tone) => {
      const { ink, tint, on } = tones[tone];
      return [
        `.picture .mark.${tone} { fill: ${ground}; stroke: ${ink}; }`,
        `.picture .sign.${tone} { stroke: ${ink}; }`,
        `.picture .wire.${tone} { stroke: ${ink}; }`,
        `.picture .pill.${tone}, .picture .row.${tone} { fill: ${tint}; }`,
        `.picture .bar.${tone}, .picture .verdict.${tone} { fill: ${ink}; }`,
        `.picture .word.${tone} { fill: ${ink}; }`,
        `.picture .on.${tone} { fill: ${on}; }`,
      ];
    }),
  ];
}
