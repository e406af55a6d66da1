import type { KubernetesObject } from "../../../src/kubernetes/kubernetes-object.ts";
import { objectOrEmpty } from "../../../src/model/json.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { type Ran, runCli } from "../../support/cli.ts";
import { MemoryKubernetes, sorted } from "../../support/kubernetes/memory-kubernetes.ts";
import { loadObject, type OpenedStore, storeOn } from "../../support/kubernetes/on-api.ts";

/** One command line of real calicoctl on a Kubernetes datastore, or a direct write. */
interface Step {
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: unknown;
  readonly exit?: number;
  readonly stdout?: string;
  readonly error?: { readonly class: string; readonly field: string | null };
  readonly requests?: readonly string[];
  readonly api?: { readonly method: string; readonly path: string; readonly body: unknown };
}

/** A recorded case; README.md says what is kept. */
export interface KubernetesCase {
  readonly id: string;
  readonly area: string;
  readonly version: string;
  readonly input: { readonly objects: readonly KubernetesObject[] };
  readonly transcript: readonly Step[];
  readonly after: readonly KubernetesObject[];
}

/** What a step did. */
export interface PlayedStep {
  readonly step: Step;
  readonly ran: Ran;
  /** The writes that were asked for, where the stage knows them. */
  readonly writes?: readonly string[];
}

/** What a case did, and every object that was there afterwards. */
export interface PlayedCase {
  readonly steps: readonly PlayedStep[];
  readonly after: readonly KubernetesObject[];
}

/** Where cases are played: an API server, and what its commands find in the environment. */
export interface CaseStage {
  readonly env: Readonly<Record<string, string>>;
  /** Puts an object in, as others have written it. */
  readonly load: (object: KubernetesObject) => Promise<void>;
  /** Every object of Calico's, and the Nodes. */
  readonly dump: () => Promise<readonly KubernetesObject[]>;
  /** What was asked of the server until now, if that is known. */
  readonly requests?: string[];
}

/** The labels of the namespaces that each case has. */
export const NAMESPACE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  db: { env: "prod" },
  default: {},
  "kube-node-lease": {},
  "kube-public": {},
  "kube-system": {},
  web: { env: "prod" },
};

/** Plays a recorded case on an API server in memory. */
export function playInMemory(one: KubernetesCase, use: (store: OpenedStore) => void): Promise<PlayedCase> {
  const isNative = one.area.endsWith("-v3");
  const api = new MemoryKubernetes(isNative ? { "projectcalico.org": ["v3"] } : { "crd.projectcalico.org": ["v1"] });
  for (const [name, labels] of Object.entries(NAMESPACE_LABELS)) {
    const own = { ...labels, "kubernetes.io/metadata.name": name };
    const metadata = { name, creationTimestamp: "2026-01-01T00:00:00Z", labels: own };
    loadObject(api, { apiVersion: "v1", kind: "Namespace", metadata });
  }
  use(storeOn(api));
  return playCase(one, {
    env: { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/none" },
    load: async (object) => loadObject(api, object),
    dump: async () => api.dump(),
    requests: api.requests,
  });
}

/** Plays a recorded case on a store that has nothing but the namespaces. */
export async function playCase(one: KubernetesCase, stage: CaseStage): Promise<PlayedCase> {
  const values = new Map<string, string>();
  for (const object of one.input.objects)
    await stage.load(JSON.parse(unmasked(JSON.stringify(object), values)) as KubernetesObject);
  const steps: PlayedStep[] = [];
  for (const step of one.transcript) {
    if (step.argv === undefined) continue;
    const isVersioned = JSON.stringify(step.stdin ?? "").includes("<rv");
    const stdin = stdinOf(step.stdin, isVersioned ? await stage.dump() : [], values);
    const ran = await runCli(step.argv, { stdin, env: { ...step.env, ...stage.env, CALICO_VERSION: one.version } });
    const writes = stage.requests?.splice(0).filter((request) => /^(create|update|delete) /.test(request));
    steps.push({ step, ran, ...(writes && { writes }) });
  }
  return { steps, after: await stage.dump() };
}

/** The text with a value for each mask; the same mask has the same value throughout a case. */
function unmasked(text: string, values: Map<string, string>): string {
  return text
    .replace(/<uid\d+>/g, (mask) => {
      const value = values.get(mask) ?? crypto.randomUUID();
      values.set(mask, value);
      return value;
    })
    .replace(/<timestamp>/g, "2026-01-02T03:04:05Z");
}

/** The input of a step; a masked resourceVersion is the one that the resource had when the mask was first used. */
function stdinOf(stdin: unknown, objects: readonly KubernetesObject[], values: Map<string, string>): string {
  if (stdin === undefined) return "";
  if (typeof stdin === "string") return stdin;
  const documents = Array.isArray(stdin) ? stdin : [stdin];
  return documents
    .map((document: Resource) =>
      unmasked(JSON.stringify(document), values).replace(/<rv\d+>/g, (mask) => {
        const value = values.get(mask) ?? revisionOf(objects, document.metadata.name);
        values.set(mask, value);
        return value;
      }),
    )
    .join("\n---\n");
}

function revisionOf(objects: readonly KubernetesObject[], wanted: string): string {
  const found = objects.map(({ metadata }) => objectOrEmpty(metadata)).find(({ name }) => name === wanted);
  return String(found?.resourceVersion ?? "1");
}

/** The codes of our errors that a recorded class of errors may have; a class that is not here has any. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  "already-exists": /^store\.exists$/,
  conflict: /^store\.conflict$/,
  "not-found": /^$|^(store\.(not-found|refused|not-initialised)|kind\.read-only|config\.unsupported)$/,
  "not-supported": /^$|^(store\.refused|kind\.read-only)$/,
  validation: /^(?!store\.(?!refused))/,
};

/** What every store of v3.32 has: written before the first write, which is a later one where an earlier was refused by its manifest. */
const INITIAL = /^create \S*\/(clusterinformations|tiers) (default|kube-admin|kube-baseline)$/;

function codesIn(stderr: string): string {
  return [...stderr.matchAll(/\[([a-z-]+\.[a-z-]+)\]/g)].map(([, code]) => code).join(" ");
}

/** The writes that calicoctl asked for, as `create crd.projectcalico.org/tiers sec`; a patch counts as an update. */
function writesOf({ requests = [] }: Step): readonly string[] {
  return requests.map((request) => request.replace(/ \d+$/, "").replace(/^patch /, "update "));
}

/** What of a played case differs from the recording: exit codes, output, objects. */
export function differencesIn(one: KubernetesCase, { steps, after }: PlayedCase): readonly string[] {
  const differences: string[] = [];
  const ours = steps.map(({ ran }) => ran.stdout);
  const theirs = steps.map(({ step }) => step.stdout ?? "");
  const [our, their] = [maskAll(ours, after), maskAll(theirs, one.after)];
  for (const [at, { step, ran, writes }] of steps.entries()) {
    const line = `${at}: ${step.argv?.join(" ")}`;
    const failed = (step.exit ?? 0) !== 0;
    if ((ran.code !== 0) !== failed) differences.push(`${line}: exit ${ran.code}, not ${step.exit}: ${ran.stderr}`);
    if (failed && ran.stderr === "") differences.push(`${line}: does not say why`);
    const isOfClass = CLASSES[step.error?.class ?? ""];
    if (failed && ran.code !== 0 && isOfClass?.test(codesIn(ran.stderr)) === false)
      differences.push(`${line}: not of the class ${step.error?.class}: ${ran.stderr}`);
    const others = (writes ?? []).filter((write) => !writesOf(step).includes(write) && !INITIAL.test(write));
    if (others.length > 0) differences.push(`${line}: writes that calicoctl does not make: ${others.join(", ")}`);
    if (!failed && step.stdout !== undefined && our.texts[at] !== their.texts[at])
      differences.push(`${line}:\n${our.texts[at]}\nrecorded:\n${their.texts[at]}`);
  }
  if (our.after !== their.after) differences.push(`after:\n${our.after}\nrecorded:\n${their.after}`);
  return differences;
}

/** Output and objects with what differs between runs numbered in the order in which it is seen. */
function maskAll(outputs: readonly string[], after: readonly KubernetesObject[]) {
  const objects = after
    .filter(({ apiVersion, kind }) => kind === "Node" || /projectcalico/.test(String(apiVersion)))
    .map((object) => ({ id: idOf(object), text: JSON.stringify(sorted(recorded(object))) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ text }) => text);
  const uids = new Map<string, number>();
  const number = (value: string): string => {
    uids.set(value, uids.get(value) ?? uids.size + 1);
    return `<uid${uids.get(value)}>`;
  };
  const mask = (text: string): string =>
    text
      // Who wrote which field is the server's own account of it.
      .replace(/^( *)managedFields:\n(?:\1[ -] .*\n)*/gm, "")
      .replace(/,\n( *)"managedFields": \[\n(?:\1 .*\n)*\1\]/g, "")
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|<uid\d+>/g, number)
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "<timestamp>")
      .replace(/\b[0-9a-f]{32}\b/g, "<guid>")
      .replace(/("?resourceVersion"?: ?"?)(<rv\d+>|\d+)/g, "$1<rv>")
      .replace(/("?resourceVersion"?: ?"?)(<rv>)?\/\d+/g, "$1$2/<rv>")
      .replace(/^(Client Version: +|Git commit: +).*$/gm, "$1<own>");
  return { texts: outputs.map(mask), after: objects.map(mask).join("\n") };
}

function idOf({ kind, metadata }: KubernetesObject): string {
  const { namespace = "", name } = objectOrEmpty(metadata);
  return `${String(kind)} ${String(namespace)}/${String(name)}`;
}

/** What was recorded of an object: not the server's account of who wrote which field, nor a Node's status. */
function recorded({ status: _, metadata, ...object }: KubernetesObject): KubernetesObject {
  const { managedFields: _fields, ...kept } = objectOrEmpty(metadata);
  return { ...object, metadata: kept };
}
