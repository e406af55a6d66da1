import { parseSelector } from "./parse.ts";

const KEY = "[A-Za-z0-9](?:[A-Za-z0-9_./-]*[A-Za-z0-9])?";
const VALUE = "[A-Za-z0-9_.-]*";
/** The requirements of kubectl's language with their translations to Calico's; neither allows quotes inside values. */
const REQUIREMENTS: readonly (readonly [RegExp, (key: string, values: string) => string])[] = [
  [new RegExp(`^(${KEY})\\s*==?\\s*['"]?(${VALUE})['"]?$`), (key, value) => `${key} == '${value}'`],
  [new RegExp(`^(${KEY})\\s*!=\\s*['"]?(${VALUE})['"]?$`), (key, value) => `${key} != '${value}'`],
  [new RegExp(`^(${KEY})\\s+in\\s*\\(([^()]*)\\)$`), (key, values) => `${key} in {${quoted(values)}}`],
  [new RegExp(`^(${KEY})\\s+notin\\s*\\(([^()]*)\\)$`), (key, values) => `${key} not in {${quoted(values)}}`],
  [new RegExp(`^!\\s*(${KEY})$`), (key) => `!has(${key})`],
  [new RegExp(`^(${KEY})$`), (key) => `has(${key})`],
];

const quoted = (values: string): string =>
  values
    .split(",")
    .map((value) => `'${value.trim().replace(/^['"](.*)['"]$/, "$1")}'`)
    .join(", ");

/**
 * Translates a selector of kubectl's (`role=web,zone in (a,b),!old`) to Calico's language; `undefined` for other text.
 * Quotes around values, which kubectl refuses, are taken away.
 */
export function fromKubernetes(text: string): string | undefined {
  const parts = text.split(/,(?![^()]*\))/).map((part) => part.trim());
  const made = parts.map((part) => {
    for (const [pattern, make] of REQUIREMENTS) {
      const match = pattern.exec(part);
      if (match !== null) return make(match[1] ?? "", match[2] ?? "");
    }
    return undefined;
  });
  if (made.includes(undefined)) return undefined;
  const selector = made.join(" && ");
  return parseSelector(selector).ok ? selector : undefined;
}
