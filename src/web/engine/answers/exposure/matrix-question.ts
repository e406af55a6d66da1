import { exposureMatrix, type Matrix, type MatrixQuestion } from "../../../../analysis/exposure/matrix/matrix.ts";
import { type Exact, SharedBudget } from "../../../../analysis/sets/budget.ts";
import { shellWord } from "../../../../model/shell-word.ts";
import { matrixQuestion } from "../../../../scenario/exposure/matrix-question.ts";
import { factsOfNode } from "../../../../scenario/node-facts.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import { inCalicosLanguage } from "../../../../selector/either-language.ts";
import type { MatrixWords } from "./matrix-types.ts";

const last = new WeakMap<Scenario, { readonly key: string; readonly question: MatrixQuestion }>();

/** The rows and columns that the words stand for; throws `RequestError` where one stands for nothing. */
export function questionOfWords(scenario: Scenario, { from, to, port }: MatrixWords): MatrixQuestion {
  const key = JSON.stringify([from, to, port]);
  const known = last.get(scenario);
  if (known?.key === key) return known.question;
  const question = matrixQuestion(scenario, {
    from: from.map(inCalicosLanguage),
    to: to.map(inCalicosLanguage),
    port,
    node: undefined,
  });
  last.set(scenario, { key, question });
  return question;
}

/** A part of a matrix: what may pass between some of its ends, all of it proved or nothing. */
export function provedPart({ world, saved }: Scenario, part: MatrixQuestion): Exact<Matrix> {
  const ends = [...part.sources, ...part.destinations];
  const nodes = new Set(ends.flatMap((end) => (end.kind === "endpoint" ? [end.endpoint.node] : [])));
  const facts = [...nodes].map((node) => factsOfNode(saved, node));
  return exposureMatrix(world, facts, part, new SharedBudget());
}

/** The command that asks the same, but for what it is asked of. */
export function commandOfWords({ from, to, port }: MatrixWords): string {
  const flags = [
    ["--from", from],
    ["--to", to],
    ["--port", port],
  ] as const;
  const words = flags.flatMap(([flag, values]) => values.flatMap((value) => [flag, shellWord(value)]));
  return ["calicoctl", "exposure", "--matrix", ...words].join(" ");
}
