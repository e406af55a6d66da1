/**
 * Compares what the tool makes of Services with the rules of kube-proxy itself (iptables mode) on clusters made by chance, and
 * records some of its answers for test/conformance/packets/kube-proxy.test.ts. Needs Go; the product and its tests do not.
 * `main.go` is built in a module that requires k8s.io/kubernetes, as test/support/kube-apiserver/build.sh does it.
 *
 *     npx tsx scripts/kube-proxy-differential.ts BINARY COUNT SEED [RECORDING PACKETS]
 *
 * RECORDING is a file to write (JSON lines, gzip), PACKETS how many of each cluster it gets. Prints every difference; exit code 1
 * where there is one.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { calicoVersionRules } from "../src/model/kinds/version.ts";
import { clusters, NODE, POD_NETS } from "./kube-proxy-differential/clusters.ts";
import { packetsOf } from "./kube-proxy-differential/packets.ts";
import { answerOfTool, isOwnAddress, nodeOf } from "./kube-proxy-differential/proxy-answer.ts";
import { answerOfTables, readTables } from "./kube-proxy-differential/proxy-tables.ts";

const [binary = "", count = "200", seed = "1", recording, packets = "60"] = process.argv.slice(2);
const calico = calicoVersionRules("v3.32");
if (calico === undefined) throw new Error("v3.32 is known");
const made = fc.sample(clusters, { numRuns: Number(count), seed: Number(seed) });
const questions = made.map(({ zone, objects }) =>
  JSON.stringify({
    ...{ Node: NODE, NodeIP4: "10.0.0.1", NodeIP6: "fd00::1", CIDR4: POD_NETS[0], CIDR6: POD_NETS[1] },
    Labels: zone === "" ? {} : { "topology.kubernetes.io/zone": zone },
    Objects: objects.filter(({ kind }) => kind !== "Node"),
  }),
);
const proxy = spawnSync(binary, { input: `${questions.join("\n")}\n`, maxBuffer: 1 << 30, encoding: "utf8" });
if (proxy.status !== 0) throw new Error(`kube-proxy failed: ${proxy.error?.message ?? proxy.stderr}`);
const lines: string[] = [];
const wrong: string[] = [];
let compared = 0;
for (const [at, line] of proxy.stdout.trim().split("\n").entries()) {
  const cluster = made[at];
  if (cluster === undefined) throw new Error("kube-proxy answered more than was asked");
  const { IPv4, IPv6 } = JSON.parse(line) as { readonly IPv4: string; readonly IPv6: string };
  const tables = { 4: readTables(IPv4), 6: readTables(IPv6) };
  const view = nodeOf(cluster.objects, calico);
  const answers = packetsOf(cluster).map((packet) => {
    const real = answerOfTables(tables[packet.src.includes(":") ? 6 : 4], packet, isOwnAddress);
    const ours = answerOfTool(view, packet);
    compared++;
    if (JSON.stringify(real) !== JSON.stringify(ours))
      wrong.push(`${at} ${JSON.stringify(packet)}\n  real ${JSON.stringify(real)}\n  ours ${JSON.stringify(ours)}`);
    return [packet, real] as const;
  });
  // Those that something happens to say the most; of the others a few show that nothing is made of them.
  const busy = answers.filter(([, { to, refused }]) => to.length > 0 || refused !== "");
  const kept = [...spread(busy, Number(packets)), ...spread(answers, 5)];
  lines.push(JSON.stringify({ objects: cluster.objects, packets: kept }));
}
if (recording !== undefined) writeFileSync(recording, gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
console.log(`${compared} packets of ${made.length} clusters, ${wrong.length} differ`);
for (const difference of wrong.slice(0, 50)) console.log(difference);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** So many of a list, evenly spread over it. */
function spread<T>(list: readonly T[], wanted: number): readonly T[] {
  const step = Math.max(1, Math.ceil(list.length / wanted));
  return list.filter((_, at) => at % step === 0);
}
