import { chooseEndpoints, endpointsOf } from "../../../../analysis/exposure/choose-endpoints.ts";
import { displayId, resourceId } from "../../../../model/resource.ts";
import type { CompiledEndpoint, CompiledPolicy } from "../../../../policy/world/compiled.ts";
import { selecting } from "../../../../policy/world/endpoint-policies/applicable-policies.ts";
import { chosen } from "../../../../scenario/exposure/exposure-question.ts";
import type { Scenario } from "../../../../scenario/scenario.ts";
import { inCalicosLanguage } from "../../../../selector/either-language.ts";
import { changedIn } from "../../editing/changes.ts";

/** What an endpoint is looked for in, without edits or with them. */
export type ReachSide = Pick<Scenario, "world" | "saved">;

/** An endpoint on the sides that have it: one of them at least. */
type ReachedEndpoint = { readonly others: number } & (
  | { readonly before?: CompiledEndpoint; readonly after: CompiledEndpoint }
  | { readonly before: CompiledEndpoint; readonly after?: undefined }
);

/**
 * The endpoint of a word; else the one that the packet goes to, else one that is edited, else one that an edited policy selects, else the
 * first. Throws `RequestError` where the word stands for none, or there is none at all.
 */
export function reachedEndpoint(
  scenario: Scenario,
  previous: ReachSide | undefined,
  { word, to }: { readonly word: string; readonly to: string },
): ReachedEndpoint {
  const sides = previous === undefined ? [scenario] : [scenario, previous];
  const named = (text: string): readonly CompiledEndpoint[] | undefined => {
    const texts = [inCalicosLanguage(text.trim())];
    for (const { world } of sides) {
      const choice = chooseEndpoints(world, texts, undefined);
      if (choice.ok) return choice.value;
    }
    return undefined;
  };
  const all =
    word.trim() === ""
      ? (named(withoutPort(to)) ??
        edited(scenario, sides) ??
        chosen(chooseEndpoints(scenario.world, undefined, undefined), ""))
      : (named(word) ?? chosen(chooseEndpoints(scenario.world, [inCalicosLanguage(word.trim())], undefined), ""));
  const [first] = all as readonly [CompiledEndpoint];
  const same = ({ world }: ReachSide) => [...endpointsOf(world)].find((one) => nameOf(one) === nameOf(first));
  const [before, after] = [previous && same(previous), same(scenario)];
  const others = word.trim() === "" ? 0 : all.length - 1;
  return after === undefined ? { before: before ?? first, others } : { ...(before && { before }), after, others };
}

function edited(scenario: Scenario, sides: readonly ReachSide[]): readonly CompiledEndpoint[] | undefined {
  const names = new Set(changedIn(scenario).map(({ name }) => name));
  if (names.size === 0) return undefined;
  const isEdited = (one: CompiledEndpoint | CompiledPolicy): boolean => names.has(nameOf(one));
  const own = sides.flatMap(({ world }) => [...endpointsOf(world)].filter(isEdited));
  if (own.length > 0) return own;
  const selected = sides.flatMap(({ world }) => {
    const policies = new Set(world.policies.filter(isEdited));
    return policies.size === 0
      ? []
      : [...endpointsOf(world)].filter((one) => selecting(world, one).some((policy) => policies.has(policy)));
  });
  return selected.length > 0 ? selected : undefined;
}

function nameOf({ located }: Pick<CompiledEndpoint, "located">): string {
  return displayId(resourceId(located.resource));
}

/** An end of a packet without its port: `10.0.0.1:443`, `[fd00::1]:443`, `node/node1:31852`. */
function withoutPort(end: string): string {
  return end.trim().replace(/^\[(.*)\].*$|^([^:]+):[\w-]+$/, "$1$2");
}
