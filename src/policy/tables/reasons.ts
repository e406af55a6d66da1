import { formatAddress } from "../../model/net/address.ts";
import type { DecidedBy, DefaultReason, Where } from "../outcome.ts";
import {
  byConntrack,
  byDefault,
  byDiscovery,
  byEncapsulation,
  byEndOfTier,
  byEndpointToHost,
  byFailsafe,
  byMissingProfile,
  byRule,
  bySpoofedSource,
  byUnknownInterface,
  byUnpoliced,
  ruleRef,
} from "../path/reasons.ts";
import type { CompiledEndpoint, World } from "../world/compiled.ts";
import type { OwnedRules, TierRules } from "./owned-rules.ts";

/** How many reasons an end has: 16 codes for each of its stages' slots, and for one more that is the end itself. */
export const REASONS = 160;
/** The slot of reasons that are about an end itself. */
export const END_SLOT = 9;

/** A reason as one number: the end, the slot of the stage (`STAGES`), the code. */
export function reasonOf(end: number, slot: number, code: number): number {
  return end * REASONS + slot * 16 + code;
}

/** A reason that is about no endpoint. */
export function endReasonOf(end: number, code: number): number {
  return reasonOf(end, END_SLOT, code);
}

/** The parts of a reason. */
export function splitReason(reason: number): { readonly end: number; readonly slot: number; readonly code: number } {
  return { end: Math.floor(reason / REASONS), slot: Math.floor((reason % REASONS) / 16), code: reason % 16 };
}

/** Why a packet was decided at a stage, by number. */
export const CODE = {
  rule: 0,
  profileRule: 1,
  failsafe: 2,
  noRuleMatched: 3,
  noProfileAllowed: 4,
  noPolicyNoProfile: 5,
  noForwardPolicy: 6,
  passed: 7,
  noDefaultDrop: 8,
  missingProfile: 9,
  established: 10,
  invalid: 11,
  ipip: 12,
  vxlan: 13,
} as const;

/** Why a packet was decided at an end where no endpoint's policies are evaluated, by number. */
export const END_CODE = {
  noHostEndpoint: 0,
  forwarded: 1,
  fromProcess: 2,
  unknownIn: 3,
  unknownOut: 4,
  endpointToHost: 5,
  discovery: 6,
  spoofedSource: 7,
} as const;

const DEFAULTS: Readonly<Record<number, DefaultReason>> = {
  [CODE.noProfileAllowed]: "no-profile-allowed",
  [CODE.noPolicyNoProfile]: "no-policy-no-profile",
  [CODE.noForwardPolicy]: "no-forward-policy",
  [CODE.passed]: "passed",
  [CODE.noDefaultDrop]: "no-default-drop",
};

/** Where reasons come from: a stage with its policies and profiles, or an end of the flow itself. */
export type ReasonPlace =
  | {
      readonly kind: "stage";
      readonly at: Where;
      readonly tiers: readonly TierRules[];
      readonly profiles: readonly (OwnedRules | undefined)[];
      readonly profileNames: readonly string[];
    }
  | {
      readonly kind: "end";
      readonly name: string;
      readonly action: "Drop" | "Return" | "Accept";
      /** The workload's endpoint; Felix refuses it where its interface is unknown all the same. */
      readonly refused: CompiledEndpoint | undefined;
    };

/** Tiers and profiles in the detail of a reason: the index of its rules times this, and the rule. */
const OWNER = 2 ** 21;

/** The detail of a rule: the index of the tier or profile whose it is, and its slot in the tables of a family. */
export function ruleDetail(owner: number, slot: number, family: 4 | 6): number {
  return owner * OWNER + 2 * slot + (family === 6 ? 1 : 0);
}

/** The detail of a failsafe port. */
export function failsafeDetail(protocol: number, port: number): number {
  return protocol * 65536 + port;
}

/** Whether a decision says where its rule stands in its file: to find that takes as long as to read the document. */
export type Spans = "with spans" | "without spans";

/** The reason in words, as the walk of one packet has it. */
export function resolveReason(world: World, place: ReasonPlace, code: number, detail: number, spans: Spans): DecidedBy {
  if (place.kind === "end") return endReason(place, code, detail);
  const { at } = place;
  const reason = DEFAULTS[code];
  if (reason !== undefined) return byDefault(at, reason);
  switch (code) {
    case CODE.noRuleMatched:
      return byEndOfTier(at, place.tiers[detail]?.tier);
    case CODE.rule:
      return ruleReason(world, at, place.tiers[Math.floor(detail / OWNER)]?.rules, detail % OWNER, spans);
    case CODE.profileRule:
      return ruleReason(world, at, place.profiles[Math.floor(detail / OWNER)], detail % OWNER, spans);
    case CODE.failsafe:
      return byFailsafe(at, Math.floor(detail / 65536), detail % 65536);
    case CODE.missingProfile:
      return byMissingProfile(at, place.profileNames[detail] ?? "");
    case CODE.established:
      return byConntrack(at, "established");
    case CODE.invalid:
      return byConntrack(at, "invalid");
    default:
      return byEncapsulation(at, code === CODE.vxlan ? "VXLAN" : "IPIP");
  }
}

function endReason(
  { name, action, refused }: Extract<ReasonPlace, { kind: "end" }>,
  code: number,
  detail: number,
): DecidedBy {
  switch (code) {
    case END_CODE.noHostEndpoint:
      return byUnpoliced(name, "no-host-endpoint");
    case END_CODE.forwarded:
      return byUnpoliced(name, "forwarded");
    case END_CODE.fromProcess:
      return byUnpoliced(name, "process-to-workload");
    case END_CODE.unknownIn:
      return byUnknownInterface(name, "in", refused);
    case END_CODE.unknownOut:
      return byUnknownInterface(name, "out", refused);
    case END_CODE.endpointToHost:
      return byEndpointToHost(action);
    case END_CODE.spoofedSource:
      return bySpoofedSource(name, formatAddress({ family: 4, value: BigInt(detail) }));
    default:
      return byDiscovery(detail);
  }
}

function ruleReason(world: World, at: Where, owned: OwnedRules | undefined, detail: number, spans: Spans): DecidedBy {
  const list = detail % 2 === 1 ? owned?.list6 : owned?.list4;
  const slot = Math.floor(detail / 2);
  const owner = owned?.owners[list?.owners[slot] ?? -1];
  const index = list?.indexes[slot];
  if (owner === undefined || index === undefined) throw new Error("a reason names a rule that is in its tables");
  const action = list?.rules[slot]?.action === "Allow" ? "Allow" : "Deny";
  const ref = spans === "with spans" ? ruleRef(world, owner, at, index) : { ...owner.name, rule: index + 1 };
  return byRule(at, ref, action);
}
