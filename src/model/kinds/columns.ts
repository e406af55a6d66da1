import { goFloat } from "../go-numbers.ts";
import { objectOrEmpty } from "../json.ts";
import type { Resource } from "../resource.ts";
import type { CalicoVersion } from "./version.ts";

/** One column of `get`'s tables: its heading, which tables show it and its cell. */
export interface Column {
  readonly heading: string;
  /** Shown by the wide table only, or only where custom-columns names it; absent: by all. */
  readonly only?: "wide" | "custom";
  /** The Calico version that shows it; absent: all. */
  readonly since?: CalicoVersion;
  readonly cell: (resource: Resource, context: CellContext) => string;
}

/** What a cell may need besides its resource: the cluster's default AS number, shown for a Node without one. */
export interface CellContext {
  readonly defaultAsNumber?: string;
}

type Spec = Readonly<Record<string, unknown>>;

const spec = (resource: Resource): Spec => resource.spec ?? {};
const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(",") : "");

/** The resource's own name. */
export const nameColumn: Column = { heading: "NAME", cell: (resource) => resource.metadata.name };
/** A field of the spec as it is. */
export const specField = (heading: string, key: string): Column => ({
  heading,
  cell: (resource) => text(spec(resource)[key]),
});
/** The column in the wide table only. */
export const wideOnly = (column: Column): Column => ({ ...column, only: "wide" });
/** The column only where custom-columns names its heading. */
const customOnly = (column: Column): Column => ({ ...column, only: "custom" });
/** A list of the spec, with commas between. */
export const listField = (heading: string, key: string): Column => ({ heading, cell: (r) => list(spec(r)[key]) });
/** A float as the recorded tables show it, `<nil>` where it is unset. */
const orNil = (value: unknown): string => (typeof value === "number" ? goFloat(value) : "<nil>");

/** The order of a policy or tier. */
export const orderColumn: Column = { heading: "ORDER", cell: (resource) => orNil(spec(resource).order) };
const selector: Column = specField("SELECTOR", "selector");

/** Cells of sets are cut at 80 characters, in wide tables too (recorded: table-gns-truncate). */
const cut = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 77)}...` : cell);

/** A set's addresses. */
export const netsField = (heading: string, key: string): Column => ({ heading, cell: (r) => cut(list(spec(r)[key])) });

const labelsToApply = (resource: Resource): string =>
  Object.entries(objectOrEmpty(spec(resource).labelsToApply))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${text(value)}`)
    .join(",");

/** The labels that a profile adds to its endpoints. */
export const profileLabelsColumn: Column = { heading: "LABELS", cell: labelsToApply };

/** A Node's AS number; the cluster's, in parentheses, where `spec.bgp` has none; empty without `spec.bgp`. */
function nodeAsNumber(resource: Resource, { defaultAsNumber = "64512" }: CellContext): string {
  const { bgp } = spec(resource);
  return bgp === undefined ? "" : text(objectOrEmpty(bgp).asNumber ?? `(${defaultAsNumber})`);
}

/** A Node's AS number. */
export const asNumberColumn: Column = { heading: "ASN", cell: nodeAsNumber };

/** A field of a Node's `bgp`. */
export const bgpField = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => text(objectOrEmpty(spec(r).bgp)[key]),
});
/** A field of the spec; `-` where it is absent. */
export const fieldOrDash = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => text(spec(r)[key] ?? "-"),
});
/** A field of the spec; `false` where it is absent. */
export const fieldOrFalse = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => text(spec(r)[key] ?? false),
});
/** The column with v3.32 only. */
export const sinceV332 = (column: Column): Column => ({ ...column, since: "v3.32" });
const tier: Column = sinceV332(specField("TIER", "tier"));
/** The columns of every kind of Calico policy. */
export const policyColumns = [nameColumn, tier, wideOnly(orderColumn), wideOnly(selector)];
/** The length of a list of the spec. */
export const listLength = (heading: string, key: string): Column => ({
  heading,
  cell: (r) => {
    const value = spec(r)[key];
    return String(Array.isArray(value) ? value.length : 0);
  },
});

/** The namespace: the first column of tables of all namespaces; custom-columns may name it for others. */
export const namespaceColumn: Column = customOnly({
  heading: "NAMESPACE",
  cell: (resource) => resource.metadata.namespace ?? "",
});

/** A workload: the name of its pod, or its name in an orchestrator other than Kubernetes. */
export const workloadColumn: Column = { heading: "WORKLOAD", cell: (r) => text(spec(r).pod ?? spec(r).workload) };

/** A workload's orchestrator. */
export const orchestratorColumn: Column = customOnly(specField("ORCHESTRATOR", "orchestrator"));

/** The internal addresses of a workload's NATs. */
export const natsColumn: Column = {
  heading: "NATS",
  cell: (resource) => {
    const { ipNATs } = spec(resource);
    return Array.isArray(ipNATs) ? ipNATs.map((nat) => text(objectOrEmpty(nat).internalIP)).join(",") : "";
  },
};

/** The nodes that a BGPPeer is for: one node, those that a selector matches, or all. */
export const peerNodeColumn: Column = {
  heading: "NODE",
  cell: (r) => text(spec(r).node) || text(spec(r).nodeSelector) || "(global)",
};

/** A BGPPeer's AS number. */
export const peerAsNumberColumn: Column = { heading: "ASN", cell: (r) => text(spec(r).asNumber ?? 0) };

/** The pods of a Kubernetes policy as kubectl writes a selector: `app=web,tier in (a,b)`; empty for all. */
export const podSelectorColumn: Column = customOnly({
  heading: "PODSELECTOR",
  cell: (resource) => {
    const { matchLabels, matchExpressions } = objectOrEmpty(spec(resource).podSelector);
    const equal = Object.entries(objectOrEmpty(matchLabels)).map(([key, value]) => `${key}=${text(value)}`);
    return equal.concat(Array.isArray(matchExpressions) ? matchExpressions.map(requirement) : []).join(",");
  },
});

function requirement(expression: unknown): string {
  const { key, operator, values } = objectOrEmpty(expression);
  if (operator === "Exists") return text(key);
  if (operator === "DoesNotExist") return `!${text(key)}`;
  return `${text(key)} ${operator === "NotIn" ? "notin" : "in"} (${list(values)})`;
}
