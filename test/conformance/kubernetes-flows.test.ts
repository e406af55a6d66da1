import { expect, test } from "vitest";
import { convertObject } from "../../src/kubernetes/convert.ts";
import { serviceMembers } from "../../src/kubernetes/services/service-members.ts";
import { listOrEmpty, objectOrEmpty } from "../../src/model/json.ts";
import { calicoVersionRules } from "../../src/model/kinds/version.ts";
import { API_VERSION, type Located, type Resource } from "../../src/model/resource.ts";
import { simulate } from "../../src/policy/simulate.ts";
import { world } from "../../src/policy/world/world.ts";
import { recordedLines } from "./corpus.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Packets through a real Felix and kube-proxy of one node, with the objects of its cluster. */
interface FlowCase {
  readonly id: string;
  readonly area: string;
  readonly proxy: { readonly node: string };
  readonly interfaces: Readonly<Record<string, string[]>>;
  readonly routes: readonly (readonly [dst: string, name: string])[];
  readonly input: { readonly objects: readonly Fields[] };
  readonly flows: readonly {
    readonly name: string;
    readonly from: { readonly interface: string } | { readonly process: true } | { readonly workload: string };
    readonly protocol: string;
    readonly srcIP: string;
    readonly dstIP: string;
    readonly dstPort: number;
    readonly outcomes: readonly { readonly verdict: string }[];
  }[];
}

const CALICO = calicoVersionRules("v3.32") ?? expect.unreachable();
const CASES = recordedLines<FlowCase>("kubernetes.jsonl").filter(({ area }) => area === "flows");

function locate({ input }: FlowCase): Located[] {
  return input.objects.flatMap((object) => {
    const converted = object.apiVersion === API_VERSION ? undefined : convertObject(object, CALICO);
    const resource = converted?.kind === "resource" ? converted.resource : undefined;
    const own = object.apiVersion === API_VERSION ? (object as Resource) : undefined;
    return [resource ?? own].flatMap((made) =>
      made === undefined ? [] : [{ resource: made, locate: () => undefined }],
    );
  });
}

/** The addresses and ports that kube-proxy or a pod's host port translates, which is not read from objects yet. */
function translated({ input }: FlowCase) {
  const of = (kind: string) =>
    input.objects
      .filter((object) => object.kind === kind)
      .map(({ spec, status }) => [objectOrEmpty(spec), objectOrEmpty(status)] as const);
  const services = of("Service");
  const addresses = services.flatMap(([spec, status]) => [
    ...listOrEmpty(spec.clusterIPs),
    ...listOrEmpty(spec.externalIPs),
    ...listOrEmpty(objectOrEmpty(status.loadBalancer).ingress).map((entry) => objectOrEmpty(entry).ip),
  ]);
  const ports = [
    ...services.flatMap(([spec]) => listOrEmpty(spec.ports).map((port) => objectOrEmpty(port).nodePort)),
    ...of("Pod").flatMap(([spec]) =>
      listOrEmpty(spec.containers).flatMap((container) =>
        listOrEmpty(objectOrEmpty(container).ports).map((port) => objectOrEmpty(port).hostPort),
      ),
    ),
  ];
  return (dstIP: string, dstPort: number) => addresses.includes(dstIP) || ports.includes(dstPort);
}

test("packets that no Service translates have the verdict of a real node, from the cluster's objects alone", () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const recorded of CASES) {
    const services = serviceMembers(recorded.input.objects, true) ?? expect.unreachable();
    const compiled = world(locate(recorded), { calico: CALICO, services }).world;
    const routes = recorded.routes.map(([dst, name]) => ({
      dst: dst === "default" ? "0.0.0.0/0" : dst,
      interfaces: [name],
    }));
    const facts = { node: recorded.proxy.node, interfaces: recorded.interfaces, routes };
    const isTranslated = translated(recorded);
    for (const { name, outcomes, from, protocol, srcIP, dstIP, dstPort } of recorded.flows) {
      if (isTranslated(dstIP, dstPort) || outcomes.length !== 1) continue;
      asked++;
      const flow = { from, protocol, srcIP, dstIP, srcPort: 40000, dstPort };
      const { verdict, decidedBy } = simulate(compiled, facts, flow, { trace: false });
      if (decidedBy.kind === "not-evaluated" || verdict !== outcomes[0]?.verdict) wrong.push(`${recorded.id} ${name}`);
    }
  }
  process.stdout.write(`kubernetes.jsonl: ${asked - wrong.length} of ${asked} packets\n`);
  expect(asked).toBe(1163);
  expect(wrong).toEqual([]);
});
