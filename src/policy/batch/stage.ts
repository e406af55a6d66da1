import { applicable, hasStage } from "../applicable.ts";
import type { CompiledEndpoint } from "../compiled.ts";
import type { Direction, PolicyStage } from "../outcome.ts";
import { where } from "../run.ts";
import type { OwnedRules, Shared } from "./owned-rules.ts";
import type { Place } from "./reasons.ts";

/** One stage of one endpoint in one direction: the policies and profiles to ask. */
export interface Stage {
  /** Its number among the places that reasons name. */
  readonly place: number;
  readonly direction: Direction;
  /** Whether any policy of the stage selects the endpoint in any direction. */
  readonly hasChains: boolean;
  readonly policies: OwnedRules;
  /** In order; `undefined` for one that does not exist. */
  readonly profiles: readonly (OwnedRules | undefined)[];
}

/** Gives each place its number. */
export type AddPlace = (place: Place) => number;

/** Prepares a stage of an endpoint that governs the interface `name`. */
export function makeStage(
  { world, ofPolicies, ofProfile }: Shared,
  addPlace: AddPlace,
  stage: PolicyStage,
  direction: Direction,
  endpoint: CompiledEndpoint,
  name: string,
): Stage {
  const policies = ofPolicies(applicable(world, endpoint, stage, direction), direction);
  const hasProfiles = stage === "normal" || stage === "workload";
  const profiles = hasProfiles ? endpoint.profiles.map((profile) => ofProfile(profile, direction)) : [];
  const at = where(stage, direction, endpoint, name);
  const place = addPlace({ kind: "stage", at, policies, profiles, profileNames: endpoint.profiles });
  return { place, direction, hasChains: hasStage(world, endpoint, stage), policies, profiles };
}
