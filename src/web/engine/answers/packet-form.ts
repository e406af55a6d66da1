import { shellWord } from "../../../model/shell-word.ts";
import { type QueryOptions, queryOf } from "../../../scenario/flow/query.ts";
import type { PageData } from "../page-data.ts";

/** A packet as a form has it: the options of `calicoctl simulate`, each as it is typed. Empty texts count as absent. */
export interface PacketForm {
  readonly protocol: string;
  /** With `to`: the ends of a packet through the cluster. */
  readonly from?: string;
  readonly to?: string;
  /** With `dst`: the addresses of a packet on one node, with `:PORT` where it matters. */
  readonly src?: string;
  readonly dst?: string;
  readonly port?: string;
  readonly node?: string;
  readonly in?: string;
  readonly fromProcess?: boolean;
  readonly fromWorkload?: string;
  readonly out?: string;
  readonly toProcess?: boolean;
  readonly toWorkload?: string;
  readonly icmp?: string;
  readonly tcpFlags?: string;
  readonly established?: boolean;
}

/** The options that are texts, with their flags, in the order in which a command has them. */
const TEXTS = {
  node: "--node",
  in: "--in",
  fromWorkload: "--from-workload",
  out: "--out",
  toWorkload: "--to-workload",
  from: "--from",
  to: "--to",
  src: "--src",
  dst: "--dst",
  protocol: "--protocol",
  port: "--port",
  icmp: "--icmp",
  tcpFlags: "--tcp-flags",
} as const satisfies Partial<Record<keyof PacketForm, string>>;

const FLAGS = {
  fromProcess: "--from-process",
  toProcess: "--to-process",
  established: "--established",
} as const satisfies Partial<Record<keyof PacketForm, string>>;

/** What the form asks, as the command line asks it; throws `RequestError` where it does not fit together. */
export function queryOfForm(form: PacketForm, { namespace }: Pick<PageData, "namespace">): ReturnType<typeof queryOf> {
  const text = (key: keyof typeof TEXTS): string | undefined => form[key]?.trim() || undefined;
  const options: QueryOptions = {
    node: text("node"),
    in: text("in"),
    fromProcess: form.fromProcess === true,
    fromWorkload: text("fromWorkload"),
    out: text("out"),
    toProcess: form.toProcess === true,
    toWorkload: text("toWorkload"),
    from: text("from"),
    to: text("to"),
    src: text("src"),
    dst: text("dst"),
    protocol: text("protocol"),
    port: text("port"),
    icmp: text("icmp"),
    tcpFlags: text("tcpFlags"),
    established: form.established === true,
    expect: undefined,
    namespace,
    flows: undefined,
    flowsFormat: undefined,
    interface: [],
    dnat: [],
    outputDnat: [],
  };
  return queryOf([], options);
}

/** The command that asks the same, but for what it is asked of. */
export function commandOfForm(form: PacketForm): string {
  const words = Object.entries(TEXTS).flatMap(([key, flag]) => {
    const value = form[key as keyof typeof TEXTS]?.trim();
    return value === undefined || value === "" ? [] : [flag, shellWord(value)];
  });
  const flags = Object.entries(FLAGS).flatMap(([key, flag]) => (form[key as keyof typeof FLAGS] ? [flag] : []));
  return ["calicoctl", "simulate", ...words, ...flags].join(" ");
}
