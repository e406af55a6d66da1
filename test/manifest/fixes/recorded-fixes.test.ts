import { expect, test } from "vitest";
import { EXPLANATIONS } from "../../../src/generated/explanations.ts";
import { applyEdits } from "../../../src/manifest/fixes/apply-edits.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { recordedLines } from "../../conformance/corpus.ts";
import { read } from "../read.ts";

interface Case {
  readonly id: string;
  readonly manifest: unknown;
  readonly calico: string;
}

/** What identifies a finding whatever its place. */
const findingKey = ({ code, path, message }: Diagnostic): string => `${code} ${path} ${message}`;

const REPEATED = /@@REPEAT:(.):(\d+)@@/g;

/** Each recorded manifest as JSON on one line and as YAML in blocks, and the wrong examples of the codes. */
const TEXTS = [
  ...recordedLines<Case>("validate.jsonl").flatMap(({ id, manifest, calico }) => {
    const version = calico.startsWith("v3.32") ? "v3.32" : "v3.7";
    const long = (text: string) =>
      text.replace(REPEATED, (_, char: string, count: string) => char.repeat(Number(count)));
    return [
      { id: `${id} in JSON`, text: long(JSON.stringify(manifest)), version } as const,
      { id: `${id} in blocks`, text: long(blocks(manifest)), version } as const,
    ];
  }),
  ...Object.entries(EXPLANATIONS).flatMap(([code, { wrong }]) =>
    wrong === undefined ? [] : [{ id: `the example of ${code}`, text: wrong, version: "v3.32" } as const],
  ),
];

/** A value as block YAML, texts in single quotes. */
function blocks(value: unknown, indent = ""): string {
  if (Array.isArray(value) && value.length > 0)
    return value.map((item) => `${indent}- ${blocks(item, `${indent}  `).trimStart()}`).join("\n");
  if (typeof value === "object" && value !== null && Object.keys(value).length > 0)
    return Object.entries(value)
      .map(([key, inner]) => {
        const isBlock = typeof inner === "object" && inner !== null && Object.keys(inner).length > 0;
        return `${indent}${/^[\w.-]+$/.test(key) ? key : JSON.stringify(key)}:${isBlock ? "\n" : " "}${blocks(inner, isBlock ? `${indent}  ` : "")}`;
      })
      .join("\n");
  if (typeof value === "string" && !/[\n\t\\\u0080-\uffff]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** What a misspelt field holds is read once its name is right: a mistake there is mended next. */
function isUnreadBefore({ path = "", fix }: Diagnostic, { code, path: misspelt = "" }: Diagnostic): boolean {
  const parent = misspelt.replace(/[^.]*$/, "");
  return (
    code === "field.unknown" && fix !== undefined && path.startsWith(parent) && path.slice(parent.length).includes("[")
  );
}

test("each fix makes its finding go away and brings no new one", () => {
  const codes = new Set<string>();
  let count = 0;
  const wrong = TEXTS.flatMap(({ id, text, version }) => {
    const before = read(text, "validate", version).diagnostics;
    const known = before.map(findingKey);
    return before.flatMap((finding) => {
      if (finding.fix === undefined) return [];
      count++;
      codes.add(finding.code);
      const after = applyEdits(text, [finding.fix]);
      const left = read(after, "validate", version).diagnostics;
      const now = left.map(findingKey);
      const own = (keys: readonly string[]): number => keys.filter((key) => key === findingKey(finding)).length;
      const brought = left
        .filter((one) => !isUnreadBefore(one, finding))
        .map(findingKey)
        .filter((key) => !known.includes(key));
      const stays = own(now) >= own(known) ? ["it stays"] : [];
      return [...stays, ...brought].map((fault) => `${id}: ${findingKey(finding)}: ${fault}`);
    });
  });
  process.stdout.write(`${count} fixes of ${codes.size} codes: ${[...codes].sort().join(", ")}\n`);
  expect(wrong).toEqual([]);
  expect(codes.size).toBeGreaterThanOrEqual(23);
  expect(count).toBeGreaterThan(440);
});
