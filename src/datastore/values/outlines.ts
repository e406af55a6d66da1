import { METADATA_ANNOTATION } from "../../model/kinds/defaults.ts";
import { shownName } from "../../model/kinds/stored-name.ts";
import type { StoredNames } from "../../model/kinds/version.ts";
import { API_VERSION, type Located, type Metadata, type RuleSelector } from "../../model/resource.ts";
import { keyCheck } from "../keys.ts";
import type { KeyValue } from "../kv/kv.ts";
import { LONGEST, nodePattern, TEXT, TIME } from "./usual-patterns.ts";
import { endOfPlainRules } from "./usual-rules.ts";

/** What a stored value says before its resource is made. */
export type Outline = Required<Pick<Located, "outline" | "ruleSelectors">>;

/** The outline of a stored value; nothing where the value has another form than nearly all of its kind, or cannot be read. */
export type OutlineReader = (entry: KeyValue) => Outline | undefined;

/** A reader for many values of a kind; nothing for a kind whose values have no outlines. */
export function outlineReader(kind: string, names: StoredNames): OutlineReader | undefined {
  const read = readerOf(kind, names);
  if (read === undefined) return undefined;
  return (entry) => {
    // An object of Kubernetes, and what a store could not read, are more than text under a key.
    if (entry.shownAs !== undefined || entry.unreadable !== undefined) return undefined;
    return entry.value.length > LONGEST ? undefined : read(entry);
  };
}

function readerOf(kind: string, names: StoredNames): OutlineReader | undefined {
  if (kind === "HostEndpoint") return endpointReader(kind);
  return kind === "GlobalNetworkPolicy" || kind === "NetworkPolicy" ? policyReader(kind, names) : undefined;
}

/** Text without escapes, without its quotes. */
const WORD = String.raw`[^"\\\x00-\x1f]+`;
const WORDS = `"${WORD}"(?:,"${WORD}")*`;
const LABELS = String.raw`\{(?:"${WORD}":"[^"\\\x00-\x1f]*"(?:,(?=")|(?=\})))*\}`;
/** What follows where a field of an object may be the last one. */
const NEXT = String.raw`(?:,(?=")|(?=\}))`;

/**
 * What the beginning of a value captures: by numbers, as names for captures make an object for each value, and so does taking the
 * list of them apart.
 */
const START = { name: 1, namespace: 2, labels: 3 } as const;

/** The beginning of a value until its spec. */
function startPattern(kind: string, annotations: string): string {
  const start = `{"kind":"${kind}","apiVersion":"${API_VERSION}","metadata":{`.replaceAll(/[{}.]/g, String.raw`\$&`);
  const names = String.raw`"name":"([\w.-]+)"(?:,"namespace":"([\w.-]+)")?(?:,"uid":"[\w-]+")?`;
  return String.raw`${start}${names}(?:,"creationTimestamp":${TIME})?(?:,"labels":(${LABELS}))?${annotations}\},"spec":\{`;
}

/** What the pattern of a host endpoint captures behind its start. */
const ENDPOINT = { node: 4, interfaceName: 5, expectedIPs: 6, profiles: 7 } as const;

function endpointReader(kind: string): OutlineReader {
  const addresses = String.raw`"[\da-fA-F.:]+"(?:,"[\da-fA-F.:]+")*`;
  const spec = String.raw`"node":"(${WORD})"(?:,"interfaceName":"(${WORD})")?(?:,"expectedIPs":\[(${addresses})\])?(?:,"profiles":\[(${WORDS})\])?`;
  const pattern = new RegExp(String.raw`^${startPattern(kind, "")}${spec}\}\}$`);
  const isItsKey = keyCheck(kind);
  const labelsOf = labelsReader();
  return (entry) => {
    const found = pattern.exec(entry.value);
    if (found === null) return undefined;
    const name = found[START.name] ?? "";
    const labels = labelsOf(found[START.labels]);
    if (labels === undefined || !isItsKey(entry.key, name, found[START.namespace])) return undefined;
    const spec = {
      node: found[ENDPOINT.node],
      interfaceName: found[ENDPOINT.interfaceName],
      expectedIPs: wordsOf(found[ENDPOINT.expectedIPs]),
      profiles: wordsOf(found[ENDPOINT.profiles]),
    };
    return {
      outline: { apiVersion: API_VERSION, kind, metadata: { name, labels }, spec },
      ruleSelectors: NO_SELECTORS,
    };
  };
}

/** What the patterns of a policy capture before its rules, and after them. */
const BEFORE_RULES = { annotation: 4, tier: 5, order: 6 } as const;
const AFTER_RULES = { selector: 1, types: 2, doNotTrack: 3, preDNAT: 4, applyOnForward: 5 } as const;

function policyReader(kind: string, names: StoredNames): OutlineReader {
  // v3.32 keeps a policy's name in an annotation, too; a policy without was stored by an older Calico, which has other names.
  const annotation = METADATA_ANNOTATION.replaceAll(".", String.raw`\.`);
  const annotations = names === "plain" ? String.raw`(,"annotations":\{"${annotation}":${TEXT}\})?` : "()";
  const order = nodePattern({ kind: "number" });
  const head = `(?:"tier":"(${WORD})"${NEXT})?(?:"order":(${order})${NEXT})?`;
  const before = new RegExp(`${startPattern(kind, annotations)}${head}`, "y");
  const types = `"(?:Ingress|Egress)"(?:,"(?:Ingress|Egress)")?`;
  const flags = ["doNotTrack", "preDNAT", "applyOnForward"].map((name) => `(?:,"${name}":(true|false))?`).join("");
  const after = new RegExp(String.raw`(?:"selector":(${TEXT})${NEXT})?"types":\[(${types})\]${flags}\}\}$`, "y");
  const isItsKey = keyCheck(kind);
  const labelsOf = labelsReader();
  return (entry) => {
    const { value } = entry;
    before.lastIndex = 0;
    const start = before.exec(value);
    if (start === null) return undefined;
    const storedName = start[START.name] ?? "";
    const namespace = start[START.namespace];
    const name = names === "plain" ? storedName : shownName(kind, storedName);
    const isOld =
      names === "plain" && start[BEFORE_RULES.annotation] === undefined && shownName(kind, storedName) !== storedName;
    if (isOld || labelsOf(start[START.labels]) === undefined || !isItsKey(entry.key, storedName, namespace))
      return undefined;
    const rulesAt = before.lastIndex;
    const end = endOfRules(value, rulesAt);
    if (end < 0) return undefined;
    const selectorAt = value.indexOf(SELECTOR, rulesAt);
    const ruleSelectors = selectorAt < 0 || selectorAt > end ? NO_SELECTORS : selectorsIn(value.slice(rulesAt, end));
    after.lastIndex = end;
    const rest = after.exec(value);
    if (rest === null) return undefined;
    const orderText = start[BEFORE_RULES.order];
    const selector = rest[AFTER_RULES.selector];
    const metadata: Metadata = namespace === undefined ? { name } : { name, namespace };
    const spec = {
      tier: start[BEFORE_RULES.tier],
      order: orderText === undefined ? undefined : Number(orderText),
      selector: selector === undefined ? undefined : textOf(selector),
      types: wordsOf(rest[AFTER_RULES.types]),
      doNotTrack: flagOf(rest[AFTER_RULES.doNotTrack]),
      preDNAT: flagOf(rest[AFTER_RULES.preDNAT]),
      applyOnForward: flagOf(rest[AFTER_RULES.applyOnForward]),
    };
    return { outline: { apiVersion: API_VERSION, kind, metadata, spec }, ruleSelectors };
  };
}

const NO_SELECTORS: readonly RuleSelector[] = [];
/** How a key with a selector ends. */
const SELECTOR = 'elector":';
const RULE_SELECTOR = new RegExp(`"(selector|notSelector|namespaceSelector)":(${TEXT})`, "g");

/** The selectors of rules that are known to be plain. Within a text such a key would have escapes. */
function selectorsIn(rules: string): readonly RuleSelector[] {
  return Array.from(rules.matchAll(RULE_SELECTOR), ([, field, text]) => {
    return { field: field as RuleSelector["field"], text: textOf(text ?? "") };
  });
}

/** Where the plain rules of a spec that begin there end, and what follows begins; -1 where they are others. */
function endOfRules(text: string, start: number): number {
  const then = afterRules(text, start, '"ingress":');
  return then < 0 ? then : afterRules(text, then, '"egress":');
}

function afterRules(text: string, at: number, opening: string): number {
  if (!text.startsWith(opening, at)) return at;
  const end = endOfPlainRules(text, at + opening.length);
  return end >= 0 && text.startsWith(',"', end) ? end + 1 : -1;
}

/** Reads labels, each text once; nothing where a name is there twice, or its place among the others would not be kept. */
function labelsReader(): (text: string | undefined) => Metadata["labels"] {
  const known = new Map<string, Metadata["labels"]>();
  return (text) => {
    if (text === undefined) return NO_LABELS;
    const before = known.get(text);
    if (before !== undefined) return before;
    const labels = JSON.parse(text) as NonNullable<Metadata["labels"]>;
    if (JSON.stringify(labels) !== text) return undefined;
    known.set(text, labels);
    return labels;
  };
}

const NO_LABELS = {};

/** The words of a list in JSON, without its brackets. */
function wordsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const inner = text.slice(1, -1);
  return inner.includes('"') ? inner.split('","') : [inner];
}

function textOf(json: string): string {
  return json.includes("\\") ? String(JSON.parse(json)) : json.slice(1, -1);
}

function flagOf(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === "true";
}
