import { convertObject } from "../../../src/kubernetes/convert.ts";
import { clusterNat } from "../../../src/kubernetes/services/node-nat.ts";
import { serviceMembers } from "../../../src/kubernetes/services/service-members.ts";
import type { Flow, NodeFacts } from "../../../src/model/flow.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { API_VERSION, type Located, type Resource } from "../../../src/model/resource.ts";
import { simulateEveryChoice } from "../../../src/policy/flow/every-choice.ts";
import type { Outcome } from "../../../src/policy/outcome.ts";
import type { HookName, HookPacket } from "../../../src/policy/translations/translation-steps.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { world } from "../../../src/policy/world/world.ts";

type Fields = Readonly<Record<string, unknown>>;
type End = { readonly interface: string } | { readonly process: true } | { readonly workload: string };
type RecordedHook = readonly [hook: string, source?: string, destination?: string, interfaceName?: string];

/** What a real node did with one packet. */
export interface RecordedOutcome {
  readonly verdict: string;
  readonly dropStage?: string;
  readonly to?: End;
  readonly hooks: readonly RecordedHook[];
  readonly return?: { readonly verdict: string; readonly hooks: readonly RecordedHook[] };
}

/** Packets through a real Felix and kube-proxy of one node, with the objects of its cluster. */
export interface FlowCase {
  readonly id: string;
  readonly area: string;
  readonly proxy: { readonly node: string; readonly mode: "iptables" | "nftables"; readonly clusterCIDR: string };
  readonly interfaces: Readonly<Record<string, string[]>>;
  readonly routes: readonly (readonly [dst: string, name: string])[];
  readonly input: { readonly objects: readonly Fields[] };
  readonly flows: readonly (Flow & { readonly name: string; readonly outcomes: readonly RecordedOutcome[] })[];
}

const CALICO = calicoVersionRules("v3.32");
const SOURCE_PORT = 40000;

function locate({ input }: FlowCase): Located[] {
  return input.objects.flatMap((object) => {
    if (CALICO === undefined) throw new Error("v3.32 is known");
    const converted = object.apiVersion === API_VERSION ? undefined : convertObject(object, CALICO);
    const resource = converted?.kind === "resource" ? converted.resource : undefined;
    const own = object.apiVersion === API_VERSION ? (object as Resource) : undefined;
    return [resource ?? own].flatMap((made) =>
      made === undefined ? [] : [{ resource: made, locate: () => undefined }],
    );
  });
}

/** The World and the node of a case, from the objects of the cluster, and the node's interfaces and routes. */
export function clusterOf(
  recorded: FlowCase,
  hasProxy = true,
): { readonly compiled: World; readonly facts: NodeFacts } {
  const { node, mode, clusterCIDR } = recorded.proxy;
  if (CALICO === undefined) throw new Error("v3.32 is known");
  const services = serviceMembers(recorded.input.objects, true);
  const compiled = world(locate(recorded), { calico: CALICO, ...(services && { services }) }).world;
  const routes = recorded.routes.map(([dst, name]) => ({
    dst: dst === "default" ? "0.0.0.0/0" : dst,
    interfaces: [name],
  }));
  const nat = clusterNat(recorded.input.objects, { podNets: [clusterCIDR], slicesListed: true, mode });
  const facts = { node, interfaces: recorded.interfaces, routes };
  return { compiled, facts: hasProxy ? { ...facts, ...nat.ofNode(node) } : facts };
}

/** What the evaluator says of each choice of a packet, each in the form of the recordings, as text. */
export function computed(
  { compiled, facts }: ReturnType<typeof clusterOf>,
  { from, protocol, srcIP, dstIP, dstPort }: Flow,
): readonly string[] {
  const flow = { from, protocol, srcIP, dstIP, srcPort: SOURCE_PORT, ...(dstPort !== undefined && { dstPort }) };
  const names = namesOf(compiled, facts.node);
  return simulateEveryChoice(compiled, facts, flow).choices.map(({ flow: { to }, outcome }) => {
    if (outcome.decidedBy.kind === "not-evaluated") return JSON.stringify(outcome.diagnostics);
    return JSON.stringify(recordedForm(outcome, to, names));
  });
}

/** A recorded outcome as text, without what chance decides. */
export function recordedText({ verdict, dropStage, to, hooks, return: back }: RecordedOutcome): string {
  const reply = back && { verdict: back.verdict, hooks: back.hooks };
  // What a process sends to a process also comes in again through `lo`, which the evaluator does not list.
  const isOut = hooks[0]?.[0] === "output";
  const own = isOut ? hooks.filter(([hook]) => hook !== "pre-raw") : hooks;
  const out = own.filter(([, ...fields], at) => fields.length === 0 || fields.join() !== own[at - 1]?.slice(1).join());
  return JSON.stringify({ verdict, dropStage, to: verdict === "allow" ? to : undefined, hooks: out, reply });
}

/** Workloads as recordings name them, by interface and by endpoint. */
function namesOf({ workloadEndpoints }: World, node: string): ReadonlyMap<string, string> {
  return new Map(
    (workloadEndpoints.get(node) ?? []).flatMap(({ interfaceName, namespace, name, aliases }) => {
      const pod = `${namespace}/${aliases[0]}`;
      return [
        [interfaceName, pod],
        [name, pod],
      ] as const;
    }),
  );
}

function recordedForm(outcome: Outcome, to: Flow["to"], names: ReadonlyMap<string, string>): Fields {
  const { verdict, hooks = [], returnHooks = [] } = outcome;
  const last = hooks.at(-1)?.hook;
  const dropStage = verdict === "deny" ? dropStageOf(outcome, last) : undefined;
  const reached = untracked(outcome) ?? to;
  const end =
    reached && "workload" in reached ? { workload: names.get(reached.workload) ?? reached.workload } : reached;
  return {
    verdict,
    dropStage,
    to: verdict === "allow" ? end : undefined,
    hooks: shortened(hooks, names, lastHook(verdict, dropStage, last)),
    reply: outcome.return && {
      verdict: outcome.return,
      hooks: shortened(returnHooks, names, lastHook(outcome.return, undefined, returnHooks.at(-1)?.hook)),
    },
  };
}

/** A packet that a DNAT was for, and that is not tracked, stays on the node. */
function untracked({ steps }: Outcome): Flow["to"] {
  return steps.some((step) => step.kind === "dnat" && !step.applied) ? { process: true } : undefined;
}

function dropStageOf({ dropStage }: Outcome, last: HookName | undefined): string | undefined {
  if (dropStage === "filter")
    return last === "dnat" || last === "source-nat" ? "input" : last === "output-dnat" ? "output" : last;
  if (dropStage === "nat" && last === "output") return "output-nat";
  return dropStage === "mangle" && last === "output-dnat" ? "postrouting" : dropStage;
}

/** The recordings' name of the last hook that a packet was seen at. */
function lastHook(verdict: string, dropStage: string | undefined, last: HookName | undefined): string | undefined {
  if (verdict === "deny" && dropStage !== "input") {
    if (dropStage === "mangle") return "pre-after-raw";
    if (dropStage === "nat") return "pre-after-mangle";
    if (dropStage === "output-nat") return "output-after-raw";
    if (dropStage === "postrouting") return "output-end";
    return last === undefined ? undefined : RECORDED_HOOKS[last];
  }
  if (verdict === "deny") return last === "source-nat" ? "post-end" : "input";
  return last === "input" ? "input-end" : "post-end";
}

const RECORDED_HOOKS: Readonly<Record<HookName, string>> = {
  prerouting: "pre-raw",
  dnat: "pre-after-dnat",
  input: "input-end",
  forward: "forward",
  output: "output",
  "output-dnat": "output-after-dnat",
  postrouting: "post",
  "source-nat": "post-end",
};

/** Hooks where something changed, and the last one. */
function shortened(
  hooks: readonly HookPacket[],
  names: ReadonlyMap<string, string>,
  last: string | undefined,
): readonly RecordedHook[] {
  const short: RecordedHook[] = [];
  let before = "";
  for (const { hook, source, destination, interface: name } of hooks) {
    const pod = names.get(name);
    const fields = [sideText(source), sideText(destination), pod === undefined ? name : `workload ${pod}`] as const;
    if (fields.join() !== before) short.push([RECORDED_HOOKS[hook], ...fields]);
    before = fields.join();
  }
  return last === undefined || short.at(-1)?.[0] === last ? short : [...short, [last]];
}

function sideText({ address, port }: HookPacket["source"]): string {
  return `${address}:${port === "any" ? "<port>" : port === SOURCE_PORT ? "<sport>" : port}`;
}
