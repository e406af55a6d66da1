import { isDeepStrictEqual } from "node:util";
import { calicoVersionRules, DEFAULT_CALICO } from "../../src/model/kinds/version.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { compileNode } from "../../src/policy/tables/evaluate.ts";
import { world } from "../../src/policy/world/world.ts";
import { unlocated } from "../conformance/flows.ts";
import type { MadeWorld } from "./worlds.ts";

/** A flow on which the compiled form and the explaining evaluator differ. */
export interface Difference {
  readonly flow: number;
  readonly compiled: unknown;
  readonly explained: unknown;
}

/**
 * The first flow of a world that the compiled form answers otherwise than `simulate`; `undefined` when they agree.
 * `seen` counts the kinds of decision that came up, with the reason where there is one.
 */
export function difference(
  { version, resources, services, facts, flows }: MadeWorld,
  seen: Map<string, number> = new Map(),
): Difference | undefined {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  const compiled = world(resources.map(unlocated), { calico, ...(services && { services }) }).world;
  const node = compileNode(compiled, facts);
  for (const [index, flow] of flows.entries()) {
    const { diagnostics: _diagnostics, isExplained, ...answer } = node.simulate(flow);
    const { verdict, return: reply, decidedBy } = simulate(compiled, facts, flow, { trace: false });
    const explained = { verdict, ...(reply === undefined ? {} : { return: reply }), decidedBy };
    const kind = "reason" in decidedBy ? `${decidedBy.kind} ${decidedBy.reason}` : decidedBy.kind;
    for (const what of [kind, `explained ${isExplained}`]) seen.set(what, (seen.get(what) ?? 0) + 1);
    if (!isDeepStrictEqual(answer, explained)) return { flow: index, compiled: answer, explained };
  }
  return undefined;
}
