import type { ChangeKind } from "../../analysis/effect/compare-ways.ts";
import type { Effect } from "../../analysis/effect/effect.ts";
import type { Code, Diagnostic } from "../../model/diagnostic.ts";
import { decidedByText } from "../outcomes/step-text.ts";
import { regionLines } from "../regions/region-text.ts";
import { CHANGE_WORDS, notProvedText } from "./effect-text.ts";
import { flowCommand } from "./flow-command.ts";
import { type AddressNames, endNames, wayText } from "./place-names.ts";

const CODES: Readonly<Record<ChangeKind, Code>> = {
  allowed: "effect.allowed",
  denied: "effect.denied",
  "replies allowed": "effect.replies-allowed",
  "replies dropped": "effect.replies-dropped",
  decider: "effect.decider",
};

/** An effect as findings at the rules that decide now, which annotate a pull request: what opens or closes is a warning. */
export function effectFindings({ groups, notProved }: Effect, names: AddressNames): readonly Diagnostic[] {
  const changes = groups.map((group): Diagnostic => {
    const { kind, families, by, count, regions } = group;
    const [region = {}] = regions;
    const [family = 4] = families;
    const [line = ""] = regionLines(family, region, endNames(group, region, names));
    const more = count > 1 ? ` (+${count - 1} more regions)` : "";
    const { node, shortest } = group.witness();
    const span = "span" in by ? by.span : undefined;
    return {
      severity: kind === "decider" ? "info" : "warning",
      code: CODES[kind],
      message: `${CHANGE_WORDS[kind]}: ${line}${more}, ${wayText(group)}, ${decidedByText(by)}`,
      ...(span && { span }),
      ...(shortest && { help: flowCommand(node, shortest.flow, shortest.interfaces) }),
    };
  });
  const open = notProved.length === 0 ? [] : notProvedText(notProved).trimEnd().split("\n");
  return [
    ...changes,
    ...open.map((message): Diagnostic => ({ severity: "error", code: "effect.not-proved", message })),
  ];
}
