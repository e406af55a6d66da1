import type { Flow } from "../../model/flow.ts";
import type { Place } from "../../policy/end-to-end/endpoint-places.ts";
import type { NodeChoice } from "../../policy/end-to-end/path-types.ts";
import { type ConnectionResult, connectionResult } from "../../policy/flow/every-choice.ts";
import type { FlowChoice } from "./answer.ts";
import { unmetExpectation } from "./expectation.ts";
import { decidedByText } from "./step-text.ts";

/** What becomes of a connection, the least allowed first. */
const RESULTS: readonly ConnectionResult[] = ["unknown", "deny", "allow, without replies", "allow"];

/** The choice that allows least, of several the first; throws where there is none. */
export function leastAllowed<Choice extends FlowChoice>(choices: readonly Choice[]): Choice {
  const rank = ({ outcome }: Choice) => RESULTS.indexOf(connectionResult(outcome));
  return choices.reduce((least, choice) => (rank(choice) < rank(least) ? choice : least));
}

/** The verdict of all choices; `differs` where they do not have the same. */
export function commonVerdict(choices: readonly FlowChoice[]): "allow" | "deny" | "unknown" | "differs" {
  const verdicts = choices.map(({ outcome }) =>
    outcome.decidedBy.kind === "not-evaluated" ? "unknown" : outcome.verdict,
  );
  const [first = "unknown"] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : "differs";
}

/**
 * Why an expectation is not met by every choice; `undefined` where it is, or where there is none. It is not met by choices that
 * are not all there are.
 */
export function unmetChoices(
  expect: Flow["expect"],
  choices: readonly FlowChoice[],
  isComplete: boolean,
): string | undefined {
  const unmet = choices.flatMap(({ name, outcome }) => {
    const why = unmetExpectation(expect, outcome);
    return why === undefined ? [] : [`${name}: ${why}`];
  });
  const [first] = unmet;
  if (first === undefined)
    return isComplete || expect === undefined ? undefined : `only ${choices.length} choices were evaluated, not all`;
  return unmet.length === 1 ? first : `${first}; ${unmet.length} of ${choices.length} do not meet it`;
}

/** A node's choice as text: `to pod shop/web-1 (192.168.1.10:8080)`. */
export function choiceText({ place, name, to }: NodeChoice): string {
  const known = name ?? (place.kind === "outside" ? undefined : placeName(place));
  return known === undefined ? `to ${to}` : `to ${known} (${to})`;
}

/** An end of a path as text. */
export function placeName({ kind, name, node }: Place): string {
  if (kind === "outside") return "outside the cluster";
  return kind === "workload" ? `workload ${name}` : name === node ? name : `${name} (${node})`;
}

/** How many choices are allowed, and which is not: `allow for 1 of 2 backends: denied to pod shop/web-1, by policy guard`. */
export function choiceCounts<Choice extends FlowChoice>(
  choices: readonly Choice[],
  isOfBackends: boolean,
  reason: (choice: Choice) => string,
): string {
  const what = isOfBackends ? "backends" : "choices";
  const results = choices.map(({ outcome }) => connectionResult(outcome));
  const other = results.findIndex((result) => result !== "allow");
  const [first = "allow"] = results;
  if (results.every((result) => result === first)) return `${first} for all ${choices.length} ${what}`;
  const choice = choices[other];
  if (choice === undefined) throw new Error("one of several results is not allow");
  const result = results[other] === "deny" ? "denied" : results[other] === "unknown" ? "unknown" : "no replies";
  const allowed = results.filter((one) => one === "allow").length;
  return `allow for ${allowed} of ${choices.length} ${what}: ${result} ${choice.name}, ${reason(choice)}`;
}

/** The choices in groups of those with the same result for the same reason. */
export function alikeChoices<Choice extends FlowChoice>(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const key = `${connectionResult(choice.outcome)} ${decidedByText(choice.outcome.decidedBy)}`;
    const group = groups.get(key);
    if (group) group.push(choice);
    else groups.set(key, [choice]);
  }
  return [...groups.values()];
}
