import { expect, test } from "vitest";
import { readServices } from "../../../src/kubernetes/services/services.ts";
import { protocolNumber } from "../../../src/model/net/protocol.ts";
import { answerEndToEnd } from "../../../src/scenario/end-to-end/answer-end-to-end.ts";
import { queryBetween } from "../../../src/scenario/end-to-end/end-to-end-args.ts";
import { recordedLines } from "../corpus.ts";
import { clusterOf, type FlowCase } from "./kubernetes-packets.ts";

/** One recorded before kube-proxy had read the Service, and one without any EndpointSlice, whose Service is no end to ask for. */
const OTHERS = ["kube-iptables/hostnet/aof-pod-port", "kube-iptables/noslice/guide"];
const CASES = recordedLines<FlowCase>("kubernetes.jsonl").filter(
  ({ area, id }) => area === "flows" && id.startsWith("kube-iptables/") && !OTHERS.includes(id),
);
const NODE = { name: "node1", address: "10.0.0.1" };
const OPTIONS = { in: undefined, out: undefined, icmp: undefined, tcpFlags: undefined, established: false };

/**
 * The ends of a recorded packet in Kubernetes' words; `undefined` for one that comes from another node, has a source that is
 * not its sender's, or enters node1 though it is for a pod of node2.
 */
function ends({ input }: FlowCase, { from, name, srcIP, dstIP, dstPort }: FlowCase["flows"][number]) {
  if (/forged source|loopback|external client, remote pod/.test(name)) return undefined;
  const service = readServices(input.objects).find(({ clusterIPs }) => clusterIPs.includes(dstIP));
  const named = service === undefined ? dstIP : `svc/${service.namespace}/${service.name}:${dstPort}`;
  const to = dstIP === NODE.address ? `node/${NODE.name}:${dstPort}` : named;
  if ("workload" in from) return { from: `pod/${from.workload}`, to };
  if ("process" in from) return { from: `node/${NODE.name}`, to };
  return srcIP.startsWith("192.168.") || srcIP.startsWith("172.16.") ? undefined : { from: `external:${srcIP}`, to };
}

/** The verdicts of all backends on node1: the other node of the recording is a host without Calico. */
function verdicts(
  recorded: FlowCase,
  cluster: ReturnType<typeof clusterOf>,
  flow: FlowCase["flows"][number],
  named: Ends,
) {
  const { compiled, facts } = cluster;
  const { interfaces, routes, ...made } = facts;
  const given = { ...(interfaces && { interfaces }), ...(routes && { routes }) };
  const ofCluster = (node: string) => (node === NODE.name ? made : {});
  const saved = { unnamed: {}, byNode: new Map([[NODE.name, given]]), named: new Set<string>(), ofCluster };
  const scenario = {
    world: compiled,
    resources: [],
    compile: () => compiled,
    before: undefined,
    previous: undefined,
    isWhole: false,
    saved,
    objects: recorded.input.objects,
    services: readServices(recorded.input.objects),
    diagnostics: [],
    sources: [],
  };
  const query = queryBetween(
    { ...named, namespace: undefined },
    {
      ...{ protocol: protocolNumber(flow.protocol), sourcePort: undefined, port: flow.dstPort },
      ...{ options: OPTIONS, expect: undefined },
    },
  );
  const answer = answerEndToEnd(scenario, { ...query, node: NODE.name, facts: {} });
  const outcomes = (answer.choices ?? [answer]).map(({ outcome }) => outcome.hops[0]?.outcome);
  return outcomes.map((one) => (one?.decidedBy.kind === "not-evaluated" ? "unknown" : one?.verdict));
}

type Ends = NonNullable<ReturnType<typeof ends>>;

test("asked in Kubernetes' words, packets have the verdicts of a real node for all backends together", () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const recorded of CASES) {
    const cluster = clusterOf(recorded);
    for (const flow of recorded.flows) {
      const named = ends(recorded, flow);
      if (named === undefined) continue;
      asked++;
      const [real, said] = [flow.outcomes.map(({ verdict }) => verdict), verdicts(recorded, cluster, flow, named)].map(
        (all) => [...new Set(all)].sort().join(),
      );
      if (real !== said) wrong.push(`${recorded.id} --from ${named.from} --to ${named.to}: ${said}, really ${real}`);
    }
  }
  process.stdout.write(`kubernetes.jsonl, in Kubernetes' words: ${asked - wrong.length} of ${asked} packets\n`);
  expect(wrong).toEqual([]);
  expect(asked).toBe(1548);
});
