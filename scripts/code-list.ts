/** Makes what is generated from schemas/codes/: the list of diagnostic codes, their explanations, and docs/codes.md. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CodeExplanation } from "../src/generated/explanations.ts";
import type { Severity } from "../src/model/diagnostic.ts";
import { ROOT, SCHEMAS } from "./schema-files.ts";

/** A heading of the list of codes, and its codes. */
export interface CodeSection {
  readonly title: string;
  readonly entries: readonly (readonly [code: string, explanation: CodeExplanation])[];
}

/** What schemas/codes/ has of a code: examples are whole texts, or the `spec` of a resource of `kind`. */
interface Entry {
  readonly what: string;
  readonly remedy: string;
  /** How bad its findings are, where they are not always errors. */
  readonly severity?: Severity | readonly Severity[];
  readonly kind?: string;
  readonly name?: string;
  readonly wrong?: string;
  readonly right?: string;
}

/** The files of schemas/codes/ in the order of the page, and their headings. */
const FILES: readonly (readonly [file: string, title: string])[] = [
  ["text.yaml", "Files and their text"],
  ["resources.yaml", "Kinds, names and fields"],
  ["fields.yaml", "Values of fields"],
  ["datastore.yaml", "Datastores, changes and configuration"],
  ["evaluation.yaml", "Evaluation, flows and facts"],
  ["lint.yaml", "Findings of lint and hints of simulate"],
];

const files = FILES.map(([file, title]) => ({
  title,
  entries: Object.entries(parse(readFileSync(join(SCHEMAS, "codes", file), "utf8")) as Record<string, Entry>),
}));
const missing = readdirSync(join(SCHEMAS, "codes")).filter((name) => FILES.every(([file]) => file !== name));
if (missing.length > 0) throw new Error(`not in the list of files of codes: ${missing.join(", ")} (in ${ROOT})`);

/** Every code with what it means, under the headings of the page. */
export const CODE_SECTIONS: readonly CodeSection[] = files.map(({ title, entries }) => ({
  title,
  entries: entries.map(([code, entry]) => [code, explained(entry)]),
}));

/** How bad findings of the codes are that are not always errors, by code. */
export const CODE_SEVERITIES: ReadonlyMap<string, readonly Severity[]> = new Map(
  files.flatMap(({ entries }) =>
    entries.flatMap(([code, { severity }]) => (severity === undefined ? [] : [[code, [severity].flat()]])),
  ),
);

/** `src/generated/codes.ts`: the diagnostic codes, in the order of docs/codes.md. */
export function codeList(): string {
  const codes = files.flatMap(({ entries }) => entries.map(([code]) => `  ${JSON.stringify(code)},`));
  return `import type { DocumentedCode } from "./explanations.ts";

/** Every diagnostic code. */
export const CODES: readonly DocumentedCode[] = [
${codes.join("\n")}
];
`;
}

/** `src/generated/explanations.ts`: what each code means, and an example where a manifest shows it. */
export function explanations(): string {
  const all = files.flatMap(({ entries }) => entries.map(([code, entry]) => [code, explained(entry)]));
  const codes = all.map(([code]) => `  | ${JSON.stringify(code)}`);
  return `/** A diagnostic code. */
export type DocumentedCode =\n${codes.join("\n")};

/** What a diagnostic code means: \`wrong\` is a manifest with such a finding, \`right\` the same, mended. */
export interface CodeExplanation {
  readonly what: string;
  readonly remedy: string;
  readonly wrong?: string;
  readonly right?: string;
}

/** By code; the order is that of docs/codes.md. */
export const EXPLANATIONS: Readonly<Record<DocumentedCode, CodeExplanation>> = ${JSON.stringify(Object.fromEntries(all), undefined, 2)};
`;
}

/** `docs/codes.md`: a section a code. */
export function codesPage(): string {
  const sections = files.map(
    ({ title, entries }) => `## ${title}\n\n${entries.map(([code, entry]) => section(code, entry)).join("\n")}`,
  );
  return `<!-- Made from schemas/codes/ by scripts/generate.ts; change that and run \`npm run generate\`. -->

# Codes of findings

Every finding carries a code in brackets: \`[port.range]\`. Codes are stable; the words of a message may change. \`calicoctl explain CODE\`
prints what this page says of one.

${sections.join("\n")}`;
}

function section(code: string, entry: Entry): string {
  const { what, remedy, wrong, right } = explained(entry);
  const example =
    wrong === undefined ? "" : `\n\`\`\`yaml\n# wrong\n${wrong}\`\`\`\n\n\`\`\`yaml\n# right\n${right ?? ""}\`\`\`\n`;
  return `### <a id="${code}"></a>\`${code}\`\n\n${escaped(what)}\n\nWhat to do: ${escaped(remedy)}.\n${example}`;
}

/** Text for Markdown: what stands outside of backticks must not be read as HTML. */
const escaped = (text: string): string => text.replaceAll("<", "&lt;");

/** The entry with its examples as whole manifests. */
function explained({ what, remedy, kind, name = "example", wrong, right }: Entry): Omit<Entry, "kind" | "name"> {
  const whole = (text: string) =>
    kind === undefined
      ? text
      : `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: ${name}}\nspec:\n${text.replace(/^(?=.)/gm, "  ")}`;
  return {
    what,
    remedy,
    ...(wrong !== undefined && { wrong: whole(wrong) }),
    ...(right !== undefined && { right: whole(right) }),
  };
}
