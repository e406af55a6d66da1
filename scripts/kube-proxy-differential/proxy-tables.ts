import { cidrContains, formatAddress, parseAddress, parseNet } from "../../src/model/net/address.ts";
import type { ProxyAnswer, ProxyPacket } from "./proxy-answer.ts";

type Chains = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The tables of one IP version as kube-proxy wrote them: the words of each rule, by chain. */
export type Tables = ReadonlyMap<string, Chains>;

/** The comments of rules; those of some jumps stand without quotes. */
const COMMENT = /-m comment --comment (?:"[^"]*"|.*?)(?= (?:!|-[a-zA-Z]\b|--[a-z])|$)/;

/** Reads tables in the form of `iptables-save`. */
export function readTables(text: string): Tables {
  const tables = new Map<string, Map<string, string[][]>>();
  let chains = new Map<string, string[][]>();
  for (const line of text.split("\n")) {
    if (line.startsWith("*")) {
      chains = new Map();
      tables.set(line.slice(1), chains);
    } else if (line.startsWith(":")) chains.set(line.slice(1).split(" ", 1)[0] ?? "", []);
    else if (line.startsWith("-A ")) {
      const [, chain = "", ...words] = line.replace(COMMENT, "").split(/ +/).filter(Boolean);
      chains.get(chain)?.push(words);
    }
  }
  return tables;
}

/** What the tables do to a packet, in the order of the kernel: nat, then filter. */
export function answerOfTables(tables: Tables, packet: ProxyPacket, isLocal: (text: string) => boolean): ProxyAnswer {
  const run = new TableRun(isLocal);
  const nat = run.nat(tables.get("nat") ?? new Map(), packet.isOwn ? "OUTPUT" : "PREROUTING", packet, false);
  const targets = nat.filter(({ to }) => to !== undefined);
  const filter = tables.get("filter") ?? new Map();
  const ends = targets.length > 0 ? targets : [{ to: undefined, isMarked: false }];
  const refusals = new Set(
    ends.map(({ to, isMarked }) => {
      const [, address = "", port] = /^\[?(.*?)\]?:(\d+)$/.exec(to ?? "") ?? [];
      const sent = to === undefined ? packet : { ...packet, dst: address, port: Number(port) };
      const hook = packet.isOwn ? "OUTPUT" : isLocal(sent.dst) ? "INPUT" : "FORWARD";
      return run.filter(filter, hook, sent, isMarked) ?? "";
    }),
  );
  const to = targets.map(({ to, isMarked }) => {
    const [, address = "", port] = /^\[?(.*?)\]?:(\d+)$/.exec(to ?? "") ?? [];
    const parsed = parseAddress(address);
    return `${parsed && formatAddress(parsed)} ${port}${isMarked ? " masqueraded" : ""}`;
  });
  return { to: [...new Set(to)].sort(), refused: [...refusals].sort().join(",") };
}

interface Match {
  readonly matches: boolean;
  /** Whether the rule is for some packets that match, by chance. */
  readonly isChosen: boolean;
  readonly target?: string;
  readonly to?: string;
}

/** Words that have a value, which says nothing of whether a packet matches. */
const OTHER_WORDS = new Set(
  "-m --mode --probability --name --seconds --nfacct-name --mask --or-mark --xor-mark".split(" "),
);
const FLAGS = new Set(["--reap", "--rsource", "--set", "--random-fully"]);

/** Takes packets through chains. */
class TableRun {
  readonly #isLocal: (text: string) => boolean;

  constructor(isLocal: (text: string) => boolean) {
    this.#isLocal = isLocal;
  }

  /** Every target that the chain may choose for a packet; one without `to` where it may come out untranslated. */
  nat(chains: Chains, chain: string, packet: ProxyPacket, wasMarked: boolean): { to?: string; isMarked: boolean }[] {
    const found: { to?: string; isMarked: boolean }[] = [];
    let isMarked = wasMarked;
    for (const words of chains.get(chain) ?? []) {
      const { matches, target, to, isChosen } = this.#match(words, packet, isMarked);
      if (!matches || target === undefined || target === "MARK") continue;
      if (target === "KUBE-MARK-MASQ") isMarked = true;
      else if (target === "DNAT" && to !== undefined) return [...found, { to, isMarked }];
      else {
        const inner = this.nat(chains, target, packet, isMarked);
        found.push(...inner.filter((one) => one.to !== undefined));
        const [out] = inner.filter((one) => one.to === undefined);
        if (!isChosen && out === undefined) return found;
        isMarked = isChosen ? isMarked : out?.isMarked === true;
      }
    }
    return [...found, { isMarked }];
  }

  /** What a chain of the filter table does to a packet that opens a connection; `undefined` where it lets it go on. */
  filter(chains: Chains, chain: string, packet: ProxyPacket, isMarked: boolean): "drop" | "reject" | undefined | "" {
    for (const words of chains.get(chain) ?? []) {
      const { matches, target } = this.#match(words, packet, isMarked);
      if (!matches || target === undefined) continue;
      if (target === "ACCEPT") return "";
      const end = target === "DROP" ? "drop" : target === "REJECT" ? "reject" : undefined;
      const inner = end ?? this.filter(chains, target, packet, isMarked);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }

  #match(words: readonly string[], packet: ProxyPacket, isMarked: boolean): Match {
    let matches = true;
    let isNegated = false;
    let found: { target?: string; to?: string } = {};
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? "";
      if (word === "!") isNegated = true;
      if (word === "!" || FLAGS.has(word)) continue;
      // Whether a source was seen before is not known: its first packet is meant.
      if (word === "--rcheck") return { matches: false, isChosen: false };
      const value = words[++at] ?? "";
      if (OTHER_WORDS.has(word)) continue;
      if (word === "-j") found = { ...found, target: value };
      else if (word === "--to-destination") found = { ...found, to: value };
      else {
        if (this.#fits(word, value, packet, isMarked) === isNegated) matches = false;
        isNegated = false;
      }
    }
    return { matches, isChosen: words.includes("statistic"), ...found };
  }

  #fits(word: string, value: string, { protocol, src, dst, port }: ProxyPacket, isMarked: boolean): boolean {
    switch (word) {
      case "-p":
        return value.toUpperCase() === protocol;
      case "-s":
        return isIn(value, src);
      case "-d":
        return isIn(value, dst);
      case "--dport":
        return Number(value) === port;
      case "--src-type":
        return this.#isLocal(src);
      case "--dst-type":
        return this.#isLocal(dst);
      case "--mark":
        return isMarked;
      case "--ctstate":
        return value.split(",").includes("NEW");
      default:
        throw new TypeError(`unknown word ${word} of iptables`);
    }
  }
}

function isIn(net: string, text: string): boolean {
  const [cidr, address] = [parseNet(net), parseAddress(text)];
  return cidr !== undefined && address !== undefined && cidrContains(cidr, address);
}
