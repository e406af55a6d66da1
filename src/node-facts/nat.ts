import type { Diagnostic } from "../model/diagnostic.ts";
import type { DnatMatch, DnatRule } from "../model/flow.ts";
import { readChains, readSourceChains } from "./chains.ts";
import { type NatTable, readNatTables } from "./iptables.ts";
import { walkChains } from "./nat-walk.ts";
import { capped, problem } from "./problem.ts";

/** The destination NATs of a node, in the order in which the first match decides: those that packets entering it meet. */
export interface Nat {
  readonly dnat: readonly DnatRule[];
  /** Those that packets of local processes meet. */
  readonly outputDnat: readonly DnatRule[];
  /** Packets that are marked to get the node's address as their source where they leave it. */
  readonly masquerade: readonly DnatMatch[];
  /** The source NATs of packets that leave the node unmarked, Calico's own left out; their interface is that by which they leave. */
  readonly sourceNat: readonly DnatRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the DNATs that packets entering the node meet (PREROUTING and what it jumps to), and those that packets of local
 * processes meet (OUTPUT), and the source NATs of those that leave (POSTROUTING), from the saved output of
 * `iptables-save -t nat`, of `ip6tables-save`, or of both in one file. Nothing is guessed: a rule that depends on what
 * is not in the file is `uncertain`, and a finding `facts.nat-unknown` at its line names the packets.
 */
export function readNat(text: string, source: string): Nat {
  const { tables, diagnostics } = readNatTables(text, source);
  const dnat: DnatRule[] = [];
  const outputDnat: DnatRule[] = [];
  const sourceNat: DnatRule[] = [];
  const masquerade = new Map<string, DnatMatch>();
  for (const table of tables) {
    const chains = readChains(table);
    const entering = walkChains(chains, "PREROUTING", table.family, source);
    const leaving = walkChains(chains, "OUTPUT", table.family, source);
    const posted = walkChains(readSourceChains(table), "POSTROUTING", table.family, source);
    for (const rule of posted.dnat) sourceNat.push(rule);
    for (const rule of entering.dnat) dnat.push(rule);
    for (const rule of leaving.dnat) outputDnat.push(rule);
    for (const match of [...entering.masquerade, ...leaving.masquerade]) {
      const whole = { ipVersion: table.family, ...match };
      masquerade.set(JSON.stringify(whole), whole);
    }
    const reported = new Set(entering.diagnostics.map(({ message }) => message));
    const others = leaving.diagnostics.filter(({ message }) => !reported.has(message));
    for (const diagnostic of [...entering.diagnostics, ...others, ...posted.diagnostics]) diagnostics.push(diagnostic);
    const line = ipvsLine(table);
    if (line !== undefined) {
      const message = "kube-proxy runs in IPVS mode: the kernel translates services by what is not in this file";
      const help = "write the translations of the services in question with --dnat";
      diagnostics.push(problem(source, line, "warning", "facts.nat-ipvs", message, { help }));
    }
  }
  return {
    dnat,
    outputDnat,
    masquerade: [...masquerade.values()],
    sourceNat,
    diagnostics: capped(source, diagnostics),
  };
}

/** The line where kube-proxy matches its set of service addresses, which exists in IPVS mode only. */
function ipvsLine({ chains }: NatTable): number | undefined {
  for (const rules of chains.values())
    for (const { line, words = [] } of rules) if (words.includes("KUBE-CLUSTER-IP")) return line;
  return undefined;
}
