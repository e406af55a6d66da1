import { nearest } from "../../model/nearest.ts";
import { formatAddress, parseAddress } from "../../model/net/address.ts";

/** The kinds whose pods share a template, and which Kubernetes calls workloads. */
export type WorkloadKind = "Deployment" | "StatefulSet" | "DaemonSet" | "ReplicaSet" | "Job";

/** A port by its number, or by the name that a Service or a container gives it. */
export type PortReference = number | string;

/** One end of a packet in Kubernetes' words; `namespace` is filled in. */
export type EndReference = { readonly port?: PortReference } & (
  | { readonly kind: "pod" | "service"; readonly namespace: string; readonly name: string }
  /** Pods by a label selector, as kubectl writes it. */
  | { readonly kind: "selector"; readonly namespace: string; readonly selector: string }
  | { readonly kind: "workload"; readonly workload: WorkloadKind; readonly namespace: string; readonly name: string }
  /** All pods of a namespace. */
  | { readonly kind: "namespace"; readonly name: string }
  | { readonly kind: "node"; readonly name: string }
  | { readonly kind: "external"; readonly address: string }
);

/** Why a text that begins like an end in Kubernetes' words is none. */
export interface EndProblem {
  readonly message: string;
  readonly help: string;
}

/** What only a label selector has. */
const SELECTOR = /[=!() ]/;

/** What stands before the slash: kubectl's names of the kind, and how an end of it is written. */
interface Form {
  readonly words: readonly string[];
  readonly shape: string;
  readonly isNamespaced: boolean;
  readonly takesSelector?: true;
  readonly end: (name: string, namespace: string) => EndReference;
}

const workload = (kind: WorkloadKind, ...words: readonly string[]): Form => ({
  words,
  shape: `${words[0]}/[NAMESPACE/]NAME`,
  isNamespaced: true,
  end: (name, namespace) => ({ kind: "workload", workload: kind, namespace, name }),
});

/** Every form but `external:ADDRESS`. */
const FORMS: readonly Form[] = [
  {
    words: ["pod", "pods", "po"],
    shape: "pod/[NAMESPACE/]NAME or pod/NAMESPACE/LABEL=VALUE",
    isNamespaced: true,
    takesSelector: true,
    end: (name, namespace) =>
      SELECTOR.test(name) ? { kind: "selector", namespace, selector: name } : { kind: "pod", namespace, name },
  },
  {
    words: ["svc", "service", "services"],
    shape: "svc/[NAMESPACE/]NAME[:PORT]",
    isNamespaced: true,
    end: (name, namespace) => ({ kind: "service", namespace, name }),
  },
  {
    words: ["node", "nodes", "no"],
    shape: "node/NAME[:PORT]",
    isNamespaced: false,
    end: (name) => ({ kind: "node", name }),
  },
  {
    words: ["namespace", "namespaces", "ns"],
    shape: "ns/NAME",
    isNamespaced: false,
    end: (name) => ({ kind: "namespace", name }),
  },
  workload("Deployment", "deployment", "deployments", "deploy"),
  workload("StatefulSet", "statefulset", "statefulsets", "sts"),
  workload("DaemonSet", "daemonset", "daemonsets", "ds"),
  workload("ReplicaSet", "replicaset", "replicasets", "rs"),
  workload("Job", "job", "jobs"),
];

const BY_WORD = new Map(FORMS.flatMap((form) => form.words.map((word) => [word, form] as const)));
const EXTERNAL = "external:";

/** The words that may stand before the slash, the one that is shown first for each kind. */
export const END_WORDS: readonly string[] = FORMS.flatMap(({ words }) => words);

/**
 * Reads an end in Kubernetes' words; an object without a namespace is in the given one. Returns `undefined` for a text of
 * another form: a name or an address.
 */
export function parseEndReference(text: string, namespace: string): EndReference | EndProblem | undefined {
  if (text.startsWith(EXTERNAL)) return externalEnd(text.slice(EXTERNAL.length));
  const slash = text.indexOf("/");
  const form = slash < 0 ? undefined : BY_WORD.get(kindWord(text.slice(0, slash)));
  if (form === undefined) return undefined;
  const written = { message: `\`${text}\` names no ${form.words[0]}`, help: `write ${form.shape}` };
  const rest = text.slice(slash + 1);
  const isSelector = SELECTOR.test(rest);
  const { name, port } = isSelector ? { name: rest } : cutPort(rest);
  const read = port === undefined ? undefined : parsePort(port);
  if (port !== undefined && read === undefined) {
    return {
      message: `invalid port \`${port}\` in \`${text}\``,
      help: "write a number from 1 to 65535, or the port's name",
    };
  }
  const [before, after] = form.isNamespaced ? cutNamespace(name) : [undefined, name];
  if (before === "" || after === "" || (after.includes("/") && !isSelector)) return written;
  if (isSelector && !form.takesSelector) return written;
  return { ...form.end(after, before ?? namespace), ...(read !== undefined && { port: read }) };
}

/** A name of Kubernetes that can be a namespace, and what follows its slash. */
const NAMESPACE = /^([a-z0-9-]*)\/(.*)$/s;
/** The name of a port, as Services and containers have them. */
const PORT_NAME = /^[a-z0-9-]{1,63}$/;

/** The text with the kind that its misspelt word before the slash may mean; `undefined` where it is like none. */
export function nearestEndWord(text: string): string | undefined {
  const slash = text.indexOf("/");
  if (slash < 3) return undefined;
  const near = nearest(text.slice(0, slash), END_WORDS);
  return near === undefined ? undefined : near + text.slice(slash);
}

/** A word before the slash as the table has it. kubectl takes the group, too: `deployments.apps`. */
function kindWord(text: string): string {
  return text.toLowerCase().replace(/\.(?:v1\.)?(?:apps|batch)$/, "");
}

function cutPort(text: string): { readonly name: string; readonly port?: string } {
  const at = text.indexOf(":");
  return at < 0 ? { name: text } : { name: text.slice(0, at), port: text.slice(at + 1) };
}

/** Reads a port's number or name; `undefined` for any other text. */
export function parsePort(text: string): PortReference | undefined {
  if (!/^\d+$/.test(text)) return PORT_NAME.test(text) ? text : undefined;
  const port = Number(text);
  return text.length <= 5 && port >= 1 && port <= 65535 ? port : undefined;
}

/** A name with the namespace before its slash, where there is one; a label's name may have a slash as well. */
function cutNamespace(text: string): readonly [namespace: string | undefined, name: string] {
  const match = NAMESPACE.exec(text);
  return match === null ? [undefined, text] : [match[1], match[2] ?? ""];
}

function externalEnd(text: string): EndReference | EndProblem {
  const match = /^(?:\[([^\]]*)\]|([^:]*)):(.*)$/s.exec(text);
  const whole = parseAddress(text.replace(/^\[(.*)\]$/s, "$1"));
  const address = whole ?? parseAddress(match?.[1] ?? match?.[2] ?? "");
  if (address === undefined) {
    const help = `write ${EXTERNAL}ADDRESS or ${EXTERNAL}ADDRESS:PORT, an IPv6 address as [ADDRESS]:PORT; names are not resolved`;
    return { message: `\`${text}\` is not an address`, help };
  }
  const end = { kind: "external", address: formatAddress(address) } as const;
  if (whole !== undefined) return end;
  const port = parsePort(match?.[3] ?? "");
  if (typeof port === "number") return { ...end, port };
  return {
    message: `invalid port \`${match?.[3] ?? ""}\` of \`${end.address}\``,
    help: "write a number from 1 to 65535",
  };
}

/** An end as it is written with its namespace and without its port: `svc/shop/web`. */
export function referenceText(end: EndReference): string {
  switch (end.kind) {
    case "pod":
      return `pod/${end.namespace}/${end.name}`;
    case "service":
      return `svc/${end.namespace}/${end.name}`;
    case "selector":
      return `pod/${end.namespace}/${end.selector}`;
    case "workload":
      return `${end.workload.toLowerCase()}/${end.namespace}/${end.name}`;
    case "namespace":
      return `ns/${end.name}`;
    case "node":
      return `node/${end.name}`;
    case "external":
      return `external:${end.address}`;
  }
}
