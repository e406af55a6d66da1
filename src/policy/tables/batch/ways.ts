import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { CompiledFailsafe, FelixSettings } from "../../world/compiled.ts";
import { KINDS, type TableEnd } from "../ends.ts";
import { evaluateChain } from "../evaluate-stage.ts";
import { listOf } from "../owned-rules.ts";
import { NO_REASON, newState, type PacketState, restart } from "../packet-state.ts";
import { splitReason } from "../reasons.ts";
import { DENY, type RuleList } from "../rule-list.ts";
import type { Stage } from "../stage.ts";
import { ESTABLISHED, NEW } from "../table-packet.ts";
import { chainsAfterRouting, walk } from "../walk.ts";
import { matchesRows } from "./match-rows.ts";
import type { EndKind } from "./plain-ends.ts";

/** What new IPv4 packets between ends of two kinds meet, where policies decide alone. */
export interface Way {
  readonly steps: readonly Step[];
  readonly settings: FelixSettings;
  /** Whether replies of allowed packets are allowed: no policy is asked about them. */
  readonly returns: number;
  /** The ports, by bit, of packets that a failsafe may be for; absent where no stage has failsafes. */
  readonly failsafePorts: Uint32Array | undefined;
  /** Whether tunnel packets are dropped. */
  readonly dropsTunnels: boolean;
}

/** A stage whose policies are evaluated; or an end without, that denies, or is why a packet goes on. */
export interface Step {
  readonly isTo: boolean;
  readonly rules: StepRules | undefined;
  readonly isDenied: boolean;
  /** Of the reason where there are no rules. */
  readonly code: number;
}

/** What a stage evaluates, for IPv4. */
export interface StepRules {
  readonly slot: number;
  readonly tiers: readonly { readonly list: RuleList; readonly passesByDefault: boolean }[];
  /** In order; `undefined` for one that does not exist. */
  readonly profiles: readonly (RuleList | undefined)[];
  readonly hasProfiles: boolean;
  /** The code of the reason where no policy applies and there are no profiles. */
  readonly unmatched: number;
}

const PROCESS = KINDS.indexOf("process");

/**
 * Compiles the way between two kinds of ends. `undefined` where a packet meets more than policies: between processes, from a
 * workload to its host, with untracked policies, or where a rule names a service or a port by name.
 */
export function compileWay(from: EndKind, to: EndKind, probe: PacketState): Way | undefined {
  const ends = [from.end, to.end] as const;
  const { settings } = from;
  if (settings !== to.settings || ends.every(({ kindNumber }) => kindNumber === PROCESS)) return undefined;
  const steps: Step[] = [];
  let [hasFailsafes, dropsTunnels] = [false, false];
  for (const row of chainsAfterRouting(...ends)) {
    if (row.special === "workload-to-host") return undefined;
    const end = row.isTo ? to.end : from.end;
    const stage = row.special === undefined ? end.stages[row.slot] : undefined;
    if (stage !== undefined) {
      const rules = rulesOf(stage, probe);
      if (stage.rules.mark !== 0 || !listsOf(rules).every(matchesRows)) return undefined;
      hasFailsafes ||= stage.rules.hasFailsafes;
      dropsTunnels ||= stage.rules.dropsTunnels;
      steps.push({ isTo: row.isTo, rules, isDenied: false, code: 0 });
      continue;
    }
    // Without a stage it is the same for every packet.
    restart(probe, NEW, false);
    probe.settings = settings;
    const isDenied = evaluateChain(probe, row, end) === DENY;
    const reason = isDenied ? probe.reason : probe.defaultBy;
    if (reason !== NO_REASON)
      steps.push({ isTo: row.isTo, rules: undefined, isDenied, code: splitReason(reason).code });
  }
  return {
    steps,
    settings,
    returns: returnsOn(from.end, to.end, settings, probe),
    failsafePorts: hasFailsafes ? failsafePorts(settings) : undefined,
    dropsTunnels,
  };
}

function rulesOf({ slot, tiers, profiles, rules }: Stage, { compiled }: PacketState): StepRules {
  return {
    slot,
    tiers: tiers.map(({ tier, rules }) => ({
      list: listOf(rules, 4, compiled),
      passesByDefault: tier.passesByDefault,
    })),
    profiles: profiles.map((profile) => profile && listOf(profile, 4, compiled)),
    hasProfiles: rules.hasProfiles,
    unmatched: rules.unmatched,
  };
}

function listsOf({ tiers, profiles }: StepRules): readonly RuleList[] {
  return [...tiers.map(({ list }) => list), ...profiles.filter((list) => list !== undefined)];
}

/** What becomes of replies: they are established, which all stages decide without a look at the packet. */
function returnsOn(from: TableEnd, to: TableEnd, settings: FelixSettings, probe: PacketState): number {
  restart(probe, ESTABLISHED, true);
  probe.settings = settings;
  probe.isAnswer = true;
  probe.protocol = PROTOCOL_NUMBERS.TCP;
  return walk(probe, to, from, from, () => false);
}

/** A state for `compileWay`, whose packet does not matter. */
export function newProbe(of: PacketState): PacketState {
  return newState(of.compiled, of.settings);
}

function failsafePorts({ failsafeInbound, failsafeOutbound }: FelixSettings): Uint32Array {
  const ports = new Uint32Array(2 ** 11);
  for (const { port } of [failsafeInbound, failsafeOutbound].flat() as readonly CompiledFailsafe[]) {
    ports[port >>> 5] = (ports[port >>> 5] as number) | (1 << (port & 31));
  }
  return ports;
}
