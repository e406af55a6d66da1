import { type Column, namespaceColumn } from "./columns.ts";
import type { KindInfo } from "./kind.ts";
import { KINDS } from "./table.ts";
import { type CalicoVersionRules, hasSince } from "./version.ts";

const BY_KIND = new Map(KINDS.map((info) => [info.kind, info]));
const BY_ALIAS = new Map(KINDS.flatMap((info) => info.aliases.map((alias) => [alias, info] as const)));

/** Every kind this tool knows, in the order in which listings show them; of one Calico version where its rules are given. */
export function allKinds(calico?: CalicoVersionRules): readonly KindInfo[] {
  return calico === undefined ? KINDS : KINDS.filter((info) => hasKind(info, calico));
}

/** Every kind that users write, in the order in which a store is filled. */
export function kindsInWriteOrder(): readonly KindInfo[] {
  const written = KINDS.filter(({ writeOrder }) => writeOrder !== undefined);
  return written.sort((a, b) => (a.writeOrder ?? 0) - (b.writeOrder ?? 0));
}

/** The kinds that the evaluator reads. */
export function evaluatedKinds(calico: CalicoVersionRules): readonly KindInfo[] {
  return allKinds(calico).filter(({ evaluated }) => evaluated);
}

/** Whether that Calico version has the kind. */
export function hasKind({ since }: Pick<KindInfo, "since">, calico: CalicoVersionRules): boolean {
  return since === undefined || hasSince(since, calico);
}

/** All columns that a kind's tables may show in that Calico version (absent: in any). */
export function columnsIn({ columns, namespaced }: KindInfo, calico?: CalicoVersionRules): readonly Column[] {
  return (namespaced ? [...columns, namespaceColumn] : columns).filter(
    ({ since }) => since === undefined || calico === undefined || hasSince(since, calico),
  );
}

/** The kind of that exact name (`HostEndpoint`), as manifests write it; `undefined` for any other word. */
export function kindNamed(kind: string): KindInfo | undefined {
  return BY_KIND.get(kind);
}

/** Words of kubectl, and what the other ones lead to expect, that calicoctl does not have. */
const MORE_WORDS: Readonly<Record<string, string>> = { netpol: "networkpolicy", netset: "networkset" };
/** The API group behind a kind, as kubectl writes it: `hostendpoints.crd.projectcalico.org`, `.v3.projectcalico.org`. */
const GROUP = /(?:\.v\d\w*)?(?:\.crd)?\.projectcalico\.org$/;

/**
 * The kind that a command-line word names (`hep`, `HostEndpoints`, `hostendpoints.projectcalico.org`; any case); `undefined` for any
 * other word.
 */
export function kindForAlias(word: string): KindInfo | undefined {
  const name = word.toLowerCase().replace(GROUP, "");
  return BY_ALIAS.get(Object.hasOwn(MORE_WORDS, name) ? (MORE_WORDS[name] ?? "") : name);
}
