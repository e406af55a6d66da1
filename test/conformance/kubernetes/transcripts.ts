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
  readonly requests: readonly string[];
}

/** What a case did, and every object that was there afterwards. */
export interface PlayedCase {
  readonly steps: readonly PlayedStep[];
  readonly after: readonly KubernetesObject[];
}

const NAMESPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  db: { env: "prod" },
  default: {},
  "kube-node-lease": {},
  "kube-public": {},
  "kube-system": {},
  web: { env: "prod" },
};

/** Plays a recorded case on an API server in memory. */
export async function playInMemory(one: KubernetesCase, use: (store: OpenedStore) => void): Promise<PlayedCase> {
  const isNative = one.area.endsWith("-v3");
  const api = new MemoryKubernetes(isNative ? { "projectcalico.org": ["v3"] } : { "crd.projectcalico.org": ["v1"] });
  for (const [name, labels] of Object.entries(NAMESPACES))
    loadObject(api, {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name,
        creationTimestamp: "2026-01-01T00:00:00Z",
        labels: { ...labels, "kubernetes.io/metadata.name": name },
      },
    });
  const values = new Map<string, string>();
  for (const object of one.input.objects) {
    const real = JSON.parse(unmasked(JSON.stringify(object), values)) as KubernetesObject;
    loadObject(api, real);
  }
  use(storeOn(api));
  const steps: PlayedStep[] = [];
  for (const step of one.transcript) {
    if (step.argv === undefined) continue;
    api.requests.length = 0;
    const stdin = stdinOf(step.stdin, (name) => revisionOf(api, name), values);
    const env = { ...step.env, DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/none", CALICO_VERSION: one.version };
    const ran = await runCli(step.argv, { stdin, env });
    steps.push({ step, ran, requests: [...api.requests] });
  }
  return { steps, after: api.dump() };
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

function revisionOf(api: MemoryKubernetes, name: string): string | undefined {
  const found = api.dump().find(({ metadata }) => objectOrEmpty(metadata).name === name);
  return found && String(objectOrEmpty(found.metadata).resourceVersion);
}

/** The input of a step; a masked resourceVersion is the one that the resource had when the mask was first used. */
function stdinOf(stdin: unknown, revision: (name: string) => string | undefined, values: Map<string, string>): string {
  if (stdin === undefined) return "";
  if (typeof stdin === "string") return stdin;
  const documents = Array.isArray(stdin) ? stdin : [stdin];
  return documents
    .map((document: Resource) =>
      unmasked(JSON.stringify(document), values).replace(/<rv\d+>/g, (mask) => {
        const value = values.get(mask) ?? revision(document.metadata.name) ?? "1";
        values.set(mask, value);
        return value;
      }),
    )
    .join("\n---\n");
}

/** What of a played case differs from the recording: exit codes, output, objects. */
export function differencesIn(one: KubernetesCase, { steps, after }: PlayedCase): readonly string[] {
  const differences: string[] = [];
  const ours = steps.map(({ ran }) => ran.stdout);
  const theirs = steps.map(({ step }) => step.stdout ?? "");
  const [our, their] = [maskAll(ours, after), maskAll(theirs, one.after)];
  for (const [at, { step, ran }] of steps.entries()) {
    const line = `${at}: ${step.argv?.join(" ")}`;
    const failed = (step.exit ?? 0) !== 0;
    if ((ran.code !== 0) !== failed) differences.push(`${line}: exit ${ran.code}, not ${step.exit}: ${ran.stderr}`);
    if (failed && ran.stderr === "") differences.push(`${line}: does not say why`);
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
    .map((object) => ({ id: idOf(object), text: JSON.stringify(sorted(withoutStatus(object))) }))
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

/** What calicoctl does not write: recorded Nodes have no status. */
function withoutStatus({ status: _, ...object }: KubernetesObject): KubernetesObject {
  return object;
}
