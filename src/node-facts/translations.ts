import type { Diagnostic } from "../model/diagnostic.ts";
import type { DnatMatch, DnatRule, DnatTarget } from "../model/flow.ts";
import { describePackets, type PacketSet } from "../model/net/packet-set.ts";
import { problem } from "./problem.ts";
import type { Doubt } from "./walk-state.ts";

/** Rules of one match that the kernel chooses among by chance; open until one of them comes without chance. */
interface Choice {
  readonly key: string;
  readonly line: number;
  readonly packets: PacketSet;
  readonly matches: readonly DnatMatch[];
  readonly targets: DnatTarget[];
}

/** One translation that the walk met: the packets that get to the rule at `line`, and to where it sends them. */
export interface Met {
  readonly line: number;
  readonly packets: PacketSet;
  readonly matches: readonly DnatMatch[];
  readonly targets: readonly DnatTarget[];
  /** Whether the rule translates only some of the packets, by chance. */
  readonly random: boolean;
  readonly doubt: Doubt | undefined;
}

/** Collects the translations of one table, in the order in which the first match decides, with a finding for each doubt. */
export class Translations {
  readonly dnat: DnatRule[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #reported = new Set<number>();
  readonly #family: 4 | 6;
  readonly #source: string;
  readonly #what: string;
  #choice: Choice | undefined;

  constructor(family: 4 | 6, source: string, what: "DNAT" | "source NAT") {
    this.#family = family;
    this.#source = source;
    this.#what = what;
  }

  /** Adds a translation; `spend` returns false where the walk has to end, and then the targets are not complete. */
  add({ line, packets, matches, targets, random, doubt }: Met, spend: (amount: number) => boolean): void {
    const key = this.#choice !== undefined || random ? JSON.stringify(matches) : "";
    if (this.#choice !== undefined && (this.#choice.key !== key || doubt !== undefined)) this.endChoice();
    if (doubt !== undefined) {
      this.addRules(matches, targets, doubt);
      return;
    }
    this.#choice ??= { key, line, packets, matches, targets: [] };
    const choice = this.#choice;
    for (const target of targets) {
      const isKnown = choice.targets.some(({ toIP, toPort }) => toIP === target.toIP && toPort === target.toPort);
      if (!spend(choice.targets.length)) return;
      if (!isKnown) choice.targets.push(target);
    }
    if (random) return;
    this.#choice = undefined;
    this.addRules(choice.matches, choice.targets);
  }

  /** Ends a choice that may also choose nothing. */
  endChoice(): void {
    if (this.#choice === undefined) return;
    const { packets, matches, targets, line } = this.#choice;
    this.#choice = undefined;
    this.addRules(matches, targets, { packets, line, why: "by chance it may be left as it is" });
  }

  /** Adds a rule a match, uncertain where there is a doubt. */
  addRules(matches: readonly DnatMatch[], targets: readonly DnatTarget[], doubt?: Doubt): void {
    const [first = { toIP: "UNKNOWN" }] = targets;
    const fixed = {
      ...first,
      ...(first.toIP === "UNKNOWN" || first.toIP === "INTERFACE" ? { ipVersion: this.#family } : {}),
      ...(targets.length > 1 ? { alternatives: targets } : {}),
      ...(doubt === undefined ? {} : { uncertain: `${doubt.why} (${this.#source}:${doubt.line})` }),
    };
    const anywhere = { protocol: "all", dst: this.#family === 4 ? "0.0.0.0/0" : "::/0" };
    for (const match of matches) this.dnat.push({ ...anywhere, ...match, ...fixed });
    if (doubt !== undefined) this.#report(doubt);
  }

  #report({ line, packets, why }: Doubt): void {
    if (this.#reported.has(line)) return;
    this.#reported.add(line);
    const message = `it is unknown whether ${this.#what} changes ${describePackets(packets)}: ${why}`;
    this.diagnostics.push(problem(this.#source, line, "warning", "facts.nat-unknown", message));
  }
}
