import { expect, test } from "vitest";
import { recordedLines } from "../corpus.ts";
import { clusterOf, computed, type FlowCase, recordedText } from "./kubernetes-packets.ts";

const CASES = recordedLines<FlowCase>("kubernetes.jsonl").filter(({ area }) => area === "flows");

/** Recorded before kube-proxy had read the Service: all 28 packets are as without it, also those to the NodePort. */
const WITHOUT_PROXY = "kube-iptables/hostnet/aof-pod-port";

/** The packets whose recorded outcomes are not all among the computed ones, and how often what is computed was never seen. */
function compared(cases: readonly FlowCase[]) {
  const wrong: string[] = [];
  const counts = { asked: 0, unseen: 0 };
  for (const recorded of cases) {
    const cluster = clusterOf(recorded, recorded.id !== WITHOUT_PROXY);
    for (const flow of recorded.flows) {
      counts.asked++;
      const real = flow.outcomes.map(recordedText);
      const said = computed(cluster, flow);
      const missing = real.find((text) => !said.includes(text));
      if (missing !== undefined)
        wrong.push(`${recorded.id} ${flow.name}\n  real ${missing}\n  said ${said.join("\n       ")}`);
      else counts.unseen += said.filter((text) => !real.includes(text)).length;
    }
  }
  return { wrong, ...counts };
}

test("packets have the verdicts, addresses at every hook and ends of a real node, from the cluster's objects alone", () => {
  const { wrong, asked, unseen } = compared(CASES);
  process.stdout.write(`kubernetes.jsonl: ${asked - wrong.length} of ${asked} packets, ${unseen} choices never seen\n`);
  expect(wrong).toEqual([]);
  expect(asked).toBe(2589);
  // Each packet was sent 2 to 8 times; chance, and one choice for one source, leave out some backends.
  expect(unseen).toBeLessThan(40);
});
