import { expect, test } from "vitest";
import { COVERAGE_STYLE } from "../../../src/report/flow-tests/html/coverage-section.ts";
import { PAGE_STYLE } from "../../../src/report/html/page-style.ts";
import { DARK, LIGHT, PICTURE_STYLE, type Scheme, TONES } from "../../../src/report/svg/picture-style.ts";
import { xmlText } from "../../../src/report/xml.ts";

/** The relative luminance of `#rrggbb`, by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Every text with every ground that it stands on. */
function pairs(scheme: Scheme): readonly (readonly [what: string, text: string, ground: string])[] {
  const { ground, card, text, muted } = scheme;
  return [
    ["text", text, ground],
    ["text on a card", text, card],
    ["muted", muted, ground],
    ["muted on a card", muted, card],
    ...TONES.flatMap((tone) => {
      const { ink, tint, on } = scheme[tone];
      return [
        [`${tone} on its ground`, ink, tint],
        [`${tone} on a card`, ink, card],
        [`${tone} on the page`, ink, ground],
        [`text on ${tone}`, text, tint],
        [`muted on ${tone}`, muted, tint],
        [`verdict on ${tone}`, on, ink],
      ] as const;
    }),
  ];
}

test.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("texts of the %s scheme stand out as WCAG AA requires", (_, scheme) => {
  const faint = pairs(scheme).filter(([, text, ground]) => contrast(text, ground) < 4.5);
  expect(faint.map(([what, text, ground]) => `${what}: ${contrast(text, ground).toFixed(2)}`)).toEqual([]);
});

test.each([
  ["pictures", PICTURE_STYLE],
  ["pages", PAGE_STYLE],
  ["coverage", COVERAGE_STYLE],
])("the style of %s needs no escape, which HTML would read as it is", (_, style) => {
  expect(xmlText(style)).toBe(style);
});
