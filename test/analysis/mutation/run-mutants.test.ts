import fc from "fast-check";
import { expect, test } from "vitest";
import { editedResources } from "../../../src/analysis/edits/resource-edit.ts";
import { mutantsOf } from "../../../src/analysis/mutation/mutants.ts";
import type { Flow } from "../../../src/model/flow.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import {
  allow,
  answer,
  deny,
  FACTS,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  OUT_OF_PROCESS,
  OUT_OF_WORKLOAD,
  profile,
  THROUGH,
  tcpTo,
  unlocated,
  worldOf,
} from "../../policy/support.ts";
import { policedNodes } from "../../support/worlds/policed-nodes.ts";
import { evaluated, mutated } from "./mutated.ts";

const WEB = gnp("web", {
  selector: "all()",
  order: 1,
  types: ["Ingress"],
  ingress: [allow(tcpTo(80)), deny(tcpTo(80, 81))],
});

/** Resources, the flows of the suite, and the mutants that it does not notice. */
test.each<[string, readonly Resource[], readonly Flow[], readonly string[], number]>([
  [
    "a suite without flows notices nothing",
    [hep("h"), gnp("web", { selector: "all()", types: ["Ingress"], ingress: [allow(tcpTo(80))] })],
    [],
    [
      "policy web, ingress rule 1: Deny instead of Allow",
      "policy web, ingress rule 1: left out",
      "policy web: left out",
    ],
    0,
  ],
  [
    "a flow that a rule allows notices that it is flipped or gone",
    [hep("h"), WEB, gnp("rest", { selector: "all()", order: 2, types: ["Ingress"], ingress: [allow()] })],
    [IN_TO_PROCESS],
    [
      "policy web, ingress rule 2: Allow instead of Deny",
      "policy web, ingress rule 2: left out",
      "policy web: left out",
      "policy rest, ingress rule 1: Deny instead of Allow",
      "policy rest, ingress rule 1: left out",
      "policy rest: left out",
      "policies web and rest: with their orders swapped",
    ],
    0,
  ],
  [
    "a rule behind one for everything changes no verdict",
    [hep("h"), gnp("web", { selector: "all()", types: ["Ingress"], ingress: [allow(), deny(tcpTo(80))] })],
    [IN_TO_PROCESS],
    [],
    2,
  ],
  [
    "flags",
    [
      hep("h"),
      gnp("raw", {
        selector: "all()",
        doNotTrack: true,
        applyOnForward: true,
        types: ["Ingress", "Egress"],
        ingress: [allow()],
        egress: [allow()],
      }),
    ],
    [IN_TO_PROCESS, OUT_OF_PROCESS],
    ["policy raw: without doNotTrack"],
    0,
  ],
  [
    "profiles",
    [hep("h", { profiles: ["p"] }), profile("p", { ingress: [allow(tcpTo(22, 80))], egress: [allow()] })],
    [IN_TO_PROCESS],
    ["profile p, egress rule 1: Deny instead of Allow", "profile p, egress rule 1: left out"],
    0,
  ],
])("%s", (_, resources, flows, survivors, equivalent) => {
  const result = mutated(resources, flows);
  expect(result.survivors.map(({ mutant }) => mutant.text)).toEqual([...survivors]);
  expect(result).toMatchObject({ notProved: [], notTried: [] });
  expect(result.equivalent).toHaveLength(equivalent);
  expect(result.killed).toHaveLength(
    mutantsOf(worldOf(resources), resources.map(unlocated)).length - survivors.length - equivalent,
  );
});

test("what a suite notices is what evaluating every flow on every mutant finds, and no flow tells what is equivalent", () => {
  const flows: readonly Flow[] = [IN_TO_PROCESS, OUT_OF_PROCESS, THROUGH, IN_TO_WORKLOAD, OUT_OF_WORKLOAD].flatMap(
    (flow) => [80, 22, 443].flatMap((dstPort) => ["TCP", "UDP"].map((protocol) => ({ ...flow, dstPort, protocol }))),
  );
  let [found, equal] = [0, 0];
  fc.assert(
    fc.property(policedNodes, fc.subarray([...flows], { maxLength: 6 }), ({ resources }, suite) => {
      const result = mutated(resources, suite);
      const original = worldOf(resources);
      const left = new Map(result.survivors.map(({ mutant, packet }) => [mutant.text, packet]));
      expect(result.notProved).toEqual([]);
      let killed = 0;
      for (const mutant of mutantsOf(original, resources.map(unlocated))) {
        const after = worldOf(
          mutant.edits.reduce(editedResources, resources.map(unlocated)).map((one) => one.resource),
        );
        const differs = (flow: Flow) => evaluated(original, flow).verdict !== evaluated(after, flow).verdict;
        const packet = left.get(mutant.text);
        if (suite.some(differs)) killed++;
        else if (packet === undefined) {
          equal++;
          for (const flow of flows)
            expect(answer(evaluated(after, flow)), mutant.text).toBe(answer(evaluated(original, flow)));
        } else {
          found++;
          const told = [original, after].map((of) => answer(simulate(of, FACTS, packet.flow)));
          expect(told, mutant.text).toEqual([answer(packet.before), answer(packet.after)]);
          expect(told[0]).not.toBe(told[1]);
        }
      }
      expect(result.killed).toHaveLength(killed);
    }),
    { numRuns: 5, seed: 13 },
  );
  expect(found).toBeGreaterThan(5);
  expect(equal).toBeGreaterThan(5);
});
