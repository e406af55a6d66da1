import { beforeEach, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const HEP =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a, labels: {role: web}}\nspec: {node: n1, interfaceName: eth0, expectedIPs: [10.0.0.1], profiles: [p]}\n";
const NP =
  "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: p, namespace: ns1}\nspec: {order: 10, selector: all()}\n";
let run: ReturnType<typeof session>;
beforeEach(async () => {
  run = session(tmpFolder());
  expect((await run("apply -f -", `${HEP}---\n${NP}`)).code).toBe(0);
});

const SPEC = { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"], profiles: ["p"] };
const DONE = "Successfully patched 1 'HostEndpoint' resource\n";

/** What is patched how, the spec of host endpoint `a` afterwards, and the error where it fails. */
test.each([
  [`patch hep a -p '{"spec":{"interfaceName":"eth7"}}'`, { ...SPEC, interfaceName: "eth7" }, ""],
  [`patch hep/a -p '{"spec":{"expectedIPs":["10.9.9.9"]}}'`, { ...SPEC, expectedIPs: ["10.9.9.9"] }, ""],
  [
    `patch hep a -t merge -p '{"spec":{"profiles":null}}'`,
    { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] },
    "",
  ],
  [`patch hep a --type=json -p '[{"op":"replace","path":"/spec/node","value":"n2"}]'`, { ...SPEC, node: "n2" }, ""],
  [
    `patch hep a -p '{"spec":{"ports":[{"name":"x","protocol":"TCP","port":80}]}}'`,
    { ...SPEC, ports: [{ name: "x", protocol: "TCP", port: 80 }] },
    "",
  ],
  [
    `patch hep a -p '{"spec":{"interfaceName":"much-too-long-for-linux"}}'`,
    SPEC,
    "HostEndpoint a: spec.interfaceName: ",
  ],
  [`patch hep a -p '{"spec":{"foo":1}}'`, SPEC, "unknown field `foo`"],
  [`patch hep a -p '{"spec":null}'`, SPEC, "HostEndpoint a: "],
  [`patch hep a -p '{"kind":"Node"}'`, SPEC, "kind, name, namespace and apiVersion cannot be patched"],
  [`patch hep a -p '{"metadata":{"name":"b"}}'`, SPEC, "cannot be patched"],
  [`patch hep a -p '{"metadata":null}'`, SPEC, "takes away what makes a resource"],
  [`patch hep a -p '{"metadata":{"resourceVersion":"1"}}'`, SPEC, "HostEndpoint a"],
  [`patch hep a -p '{"spec":'`, SPEC, "the patch is not JSON"],
  [`patch hep nope -p '{}'`, SPEC, "HostEndpoint nope does not exist [store.not-found]"],
] as const)("%s", async (line, spec, message) => {
  const ran = await run(line);
  expect(ran).toMatchObject(message === "" ? { code: 0, stdout: DONE, stderr: "" } : { code: 1, stdout: "" });
  expect(ran.stderr).toContain(message);
  const after = JSON.parse((await run("get hep a -o json")).stdout);
  expect(after.spec).toEqual(spec);
  expect(after.metadata.labels).toEqual({ role: "web" });
});

test("labels are merged, a namespaced kind, and the uid stays", async () => {
  const uid = async () => JSON.parse((await run("get hep a -o json")).stdout).metadata.uid;
  const before = await uid();
  expect((await run(`patch hep a -p '{"metadata":{"labels":{"a":"b"},"uid":"x"}}'`)).code).toBe(0);
  expect(JSON.parse((await run("get hep a -o json")).stdout).metadata.labels).toEqual({ role: "web", a: "b" });
  expect(await uid()).toBe(before);
  const ran = await run(`patch np p -n ns1 -p '{"spec":{"order":5}}'`);
  expect(ran).toMatchObject({ code: 0, stdout: "Successfully patched 1 'NetworkPolicy' resource\n" });
});

test.each([
  ["patch hep a", "no patch given"],
  ["patch -p {}", "which kind?"],
  ["patch hep -p {}", "which resource?"],
  ["patch hep a b -p {}", "unexpected argument `b`"],
  ["patch hep,gnp a -p {}", "`patch` changes one resource"],
  ["patch foo a -p {}", "unknown kind `foo`"],
])("%s is wrong usage", async (line, message) => {
  const ran = await run(line);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});

test("an unknown type is warned of and merged, as calicoctl does", async () => {
  const ran = await run(`patch hep a -t xml -p '{"spec":{"$deleteFromPrimitiveList/profiles":["p"]}}'`);
  expect(ran).toMatchObject({ code: 0, stdout: DONE });
  expect(ran.stderr).toContain("unknown patch type `xml`; merged as `strategic` [patch.type]");
  expect(ran.stderr).toContain("--type is strategic, merge or json");
  const { profiles, ...spec } = SPEC;
  expect(JSON.parse((await run("get hep a -o json")).stdout).spec).toEqual(spec);
});
