import { expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const manifest = (first: string, port: number): string => `${first}apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: h, labels: {role: web}}
spec: {node: n, interfaceName: eth0, expectedIPs: [10.0.0.1]}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: changed}
spec:
  order: 1
  selector: role == 'web'
  ingress:
  - {action: Allow, protocol: TCP, destination: {ports: [${port}]}}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: same}
spec:
  order: 2
  selector: role == 'web'
  ingress:
  - {action: Deny, protocol: TCP, destination: {ports: [80, 81]}}
`;

interface Data {
  readonly ways: number;
  readonly changes: readonly {
    readonly decidedBy: { readonly place: string };
    readonly decidedBefore: readonly { readonly place: string }[];
    readonly witness: Readonly<Record<"before" | "after", { readonly decidedBy: { readonly place: string } }>>;
  }[];
}

test("what decided before is at its place in the old file, also where the new one has the same resource elsewhere", async () => {
  const folder = tmpFolder({ "old.yaml": manifest("# a line more\n", 80), "new.yaml": manifest("", 81) });
  const { code, stdout } = await session(folder)(`diff --effect ${folder}/old.yaml ${folder}/new.yaml -o json`);
  expect(code).toBe(1);
  const { changes } = JSON.parse(stdout.replaceAll(`${folder}/`, "")) as Data;
  const places = changes.map(({ decidedBy, decidedBefore, witness }) => [
    [decidedBefore.map(({ place }) => place), decidedBy.place],
    [[witness.before.decidedBy.place], witness.after.decidedBy.place],
  ]);
  const [allowed, denied] = [
    [["old.yaml:23"], "new.yaml:13"],
    [["old.yaml:14"], "new.yaml:22"],
  ];
  expect(places).toEqual([
    [allowed, allowed],
    [denied, denied],
  ]);
});

test("two files are compared where they differ: a node that has the same in both is not looked at", async () => {
  const other = manifest("", 80).replaceAll("role: web", "role: db").replace("{name: h,", "{name: o,");
  const otherNode = `---\n${other.split("---")[0]?.replace("node: n,", "node: o,")}`;
  const folder = tmpFolder({
    "old.yaml": `# a line more\n${manifest("", 80)}${otherNode}`,
    "new.yaml": `${manifest("", 81)}${otherNode}`,
  });
  const { stdout } = await session(folder)(`diff --effect ${folder}/old.yaml ${folder}/new.yaml -o json`);
  const { ways } = JSON.parse(stdout) as Data;
  const alone = tmpFolder({ "old.yaml": manifest("", 80), "new.yaml": manifest("", 81) });
  const { stdout: of } = await session(alone)(`diff --effect ${alone}/old.yaml ${alone}/new.yaml -o json`);
  expect(ways).toBe((JSON.parse(of) as Data).ways);
  expect(ways).toBeGreaterThan(0);
});
