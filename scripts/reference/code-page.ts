/** Makes the pages of the codes of findings from schemas/codes/. */
import type { Declaration } from "../../src/cli/shell/command.ts";
import type { CodeExplanation } from "../../src/generated/explanations.ts";
import { wordList } from "../../src/model/word-list.ts";
import type { CodeSection } from "../code-list.ts";
import { commandsReporting, severitiesOf } from "./code-reports.ts";
import { code as asCode, block, list, page, prose, table } from "./markdown.ts";

/** The page of a code; `all` are the codes that there are. */
export function codePage(
  code: string,
  { what, remedy, wrong, right }: CodeExplanation,
  all: readonly string[],
  declarations: readonly Declaration[],
): string {
  const severities = severitiesOf(code);
  const { which, names } = commandsReporting(code, declarations);
  const commands = names.map((name) => `[${asCode(name)}](../commands/${name}.md)`).join(", ");
  const family = code.split(".")[0] ?? "";
  const related = all.filter((other) => other !== code && other.startsWith(`${family}.`));
  return page([
    `---\ntitle: ${code}\n---`,
    `# ${asCode(code)}`,
    prose(what),
    "## What to do",
    `${prose(capital(remedy))}.`,
    ...(wrong === undefined ? [] : ["## Wrong", block("yaml", wrong)]),
    ...(right === undefined ? [] : ["## Right", block("yaml", right)]),
    "## Where it is reported",
    list([
      `Severity: ${severities.length === 0 ? "none, it is a hint in an answer" : wordList(severities, "or")}`,
      which === "" ? `Commands: ${commands}` : `Commands ${which}: ${commands}`,
      `In a terminal: ${asCode(`calicoctl explain ${code}`)}`,
    ]),
    ...(related.length === 0
      ? []
      : ["## Related codes", list(related.map((other) => `[${asCode(other)}](${other}.md)`))]),
  ]);
}

/** The list of all codes, with the first sentence of what each means. */
export function codesIndex(sections: readonly CodeSection[]): string {
  const parts = sections.flatMap(({ title, entries }) => [
    `## ${title}`,
    table(
      ["code", "severity", "meaning"],
      entries.map(([code, { what }]) => [
        `[${asCode(code)}](${code}.md)`,
        severitiesOf(code).join(", ") || "hint",
        prose(firstSentence(what)),
      ]),
    ),
  ]);
  return page([
    "---\ntitle: Codes\n---",
    "# Codes of findings",
    "Every finding carries a code in brackets: `[port.range]`. Codes are stable; the words of a message may change. `calicoctl explain CODE` prints what its page says.",
    ...parts,
  ]);
}

/** A text up to its first full stop. */
export const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
