import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { judge } from "../../../scripts/yaml-differential/judge.ts";

/**
 * What Go's reader (sigs.k8s.io/yaml 1.4.0) makes of 5,000 texts that are nearly YAML: each with its JSON in canonical form, or
 * alone where Go refuses it. `scripts/yaml-differential.ts` with seed 1 made them, and says how.
 */
const recorded = gunzipSync(readFileSync(join(import.meta.dirname, "go-answers.jsonl.gz"))).toString("utf8");
const answers = recorded
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as [text: string, answer?: string]);

/** What is refused though Go reads it, by code, and why. */
const REFUSED: Readonly<Record<string, number>> = {
  // A line ends where a reader of the screen does not see it.
  "yaml.line-break": 199,
  // YAML 1.2 refuses it (text behind a document, `"a"#c`, `[-]`): the text is read by no other tool.
  "yaml.syntax": 202,
  // One field in two ways (`1` and `"1"`, `yes` and `true`), of which Go takes either; `!!merge <<`.
  "yaml.key": 94,
  // YAML 1.1 and 1.2 read it differently.
  "yaml.ambiguous": 16,
  // `!!timestamp`, or a tag that runs into its value.
  "yaml.tag": 9,
  "yaml.too-deep": 5,
  // U+FEFF inside the text.
  "yaml.control-character": 5,
  // `&x,` and `*x:` with the sign taken into the name by YAML 1.2.
  "yaml.anchor": 4,
  "yaml.alias": 1,
};

test("every text is read as Go reads it, or refused; none is read that Go refuses", () => {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (const [text, answer] of answers) {
    const verdict = judge(text, answer);
    const kind = verdict.kind === "refused" ? verdict.code : verdict.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (verdict.kind === "fault") faults.push(`${JSON.stringify(text)}: ${verdict.what}`);
  }
  expect(faults).toEqual([]);
  const { same, "both refuse": refused, ...others } = Object.fromEntries(counts);
  expect(others).toEqual(REFUSED);
  expect([answers.length, same, refused]).toEqual([5000, 1845, 2620]);
});
