import { expect, test } from "vitest";
import type { ClusterObject } from "../../../scripts/kube-proxy-differential/clusters.ts";
import {
  answerOfTool,
  nodeOf,
  type ProxyAnswer,
  type ProxyPacket,
} from "../../../scripts/kube-proxy-differential/proxy-answer.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { recordedLines } from "../corpus.ts";

/** Services and EndpointSlices made by chance, and what the rules of kube-proxy v1.34.2 do to packets there. */
interface RecordedCluster {
  readonly objects: readonly ClusterObject[];
  readonly packets: readonly (readonly [ProxyPacket, ProxyAnswer])[];
}

const CALICO = calicoVersionRules("v3.32") ?? expect.unreachable();

test("Services do to packets what the rules of kube-proxy itself do", () => {
  const wrong: unknown[] = [];
  let asked = 0;
  let busy = 0;
  for (const { objects, packets } of recordedLines<RecordedCluster>("kube-proxy.jsonl")) {
    const view = nodeOf(objects, CALICO);
    for (const [packet, real] of packets) {
      asked++;
      if (real.to.length > 0 || real.refused !== "") busy++;
      const ours = answerOfTool(view, packet);
      if (JSON.stringify(ours) !== JSON.stringify(real)) wrong.push({ packet, real, ours });
    }
  }
  process.stdout.write(`kube-proxy.jsonl: ${asked - wrong.length} of ${asked} packets\n`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(busy).toBeGreaterThan(5000);
});
