// Reports the manifests after which ssh from outside no longer reaches node1.
// node lock-out.mjs ADDRESS FILE... (npm install calicoctl-ts)
// @ts-check
import { readFileSync } from "node:fs";
import { simulate, validate, world } from "calicoctl-ts";

const [address = "", ...files] = process.argv.slice(2);
const manifests = files.map((name) => ({ name, text: readFileSync(name, "utf8") }));

const { valid, resources, diagnostics } = validate(manifests, { calicoVersion: "v3.32" });
for (const { severity, message, span } of diagnostics) {
  console.error(`${span?.source}:${span?.start.line}: ${severity}: ${message}`);
}
console.log(`${resources.length} resources, ${valid ? "valid" : "invalid"}`);

const result = world(manifests, { calicoVersion: "v3.32" });
if (!result.ok) process.exit(1);

const outcome = simulate(
  result.world,
  { node: "node1", interfaces: { eth0: [address] } },
  { from: { interface: "eth0" }, protocol: "TCP", srcIP: "198.51.100.7", srcPort: 40000, dstIP: address, dstPort: 22 },
);
console.log(`ssh: ${outcome.verdict}, decided by ${outcome.decidedBy.kind}`);
process.exitCode = outcome.verdict === "allow" ? 0 : 3;
