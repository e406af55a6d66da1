import { CODES } from "../../../generated/codes.ts";
import type { Code, Diagnostic } from "../../../model/diagnostic.ts";
import { didYouMean, nearest } from "../../../model/nearest.ts";
import type { Io } from "../../shell/io/io.ts";
import { HOME_PAGE, VERSION } from "../../shell/release.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";
import { wrapped } from "./indented-text.ts";

/** Whether the word is the code of a finding or hint. */
export function isExplained(word: string): word is Code {
  return CODES.some((code) => code === word);
}

/** The code that a word with a dot was probably to be; `undefined` for other words. */
export function nearestCode(word: string): string | undefined {
  return word.includes(".") ? nearest(word, CODES) : undefined;
}

/** Wrong usage: an unknown code. */
export function unknownCode(word: string): UsageError {
  const near = nearest(word, CODES);
  const family = CODES.filter((code) => code.startsWith(`${word.split(".")[0]}.`));
  const listed = family.length === 0 ? "docs/codes.md lists the codes" : `codes: ${family.join(", ")}`;
  return new UsageError(`unknown code \`${word}\``, didYouMean(near) ?? listed);
}

/** Prints what a code means, what to do, and an example; throws `UsageError` for an unknown code. */
export async function printExplanation(word: string, { stdout }: Io): Promise<number> {
  const code = word.replace(/^\[(.*)\]$/, "$1");
  const { EXPLANATIONS } = await import("../../../generated/explanations.ts");
  const explanation = isExplained(code) ? EXPLANATIONS[code] : undefined;
  if (explanation === undefined) throw unknownCode(code);
  const { what, remedy, wrong, right } = explanation;
  const lines = [
    `CODE:     ${code}`,
    "",
    "MEANING:",
    ...wrapped(what, "  ", stdout.columns),
    "",
    "WHAT TO DO:",
    ...wrapped(remedy, "  ", stdout.columns),
  ];
  if (wrong !== undefined) lines.push("", "WRONG:", ...example(wrong));
  if (right !== undefined) lines.push("", "RIGHT:", ...example(right));
  lines.push("", "MORE:", `  ${pageOf(code)}`);
  stdout.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

/** The address of the page about a code, on the site that `npm run docs` builds. */
function pageOf(code: string): string {
  return `${HOME_PAGE}/reference/codes/${code}.html`;
}

/** The findings as SARIF, its rules with what their codes mean. */
export async function findingsAsSarif(diagnostics: readonly Diagnostic[]): Promise<string> {
  const { sarif } = await import("../../../report/findings/sarif.ts");
  const { EXPLANATIONS } = await import("../../../generated/explanations.ts");
  const tool = { version: VERSION, homePage: HOME_PAGE, texts: EXPLANATIONS, pageOf };
  return sarif(diagnostics, tool, process.cwd());
}

/** The findings as GitLab reads them from a report of code quality. */
export async function findingsForGitlab(diagnostics: readonly Diagnostic[]): Promise<string> {
  const { gitlab } = await import("../../../report/findings/gitlab.ts");
  return gitlab(diagnostics, process.cwd());
}

function example(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`);
}
