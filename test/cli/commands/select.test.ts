import { beforeEach, describe, expect, test } from "vitest";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const RESOURCES = `
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: a, labels: {role: web, zone: z1}}, spec: {node: n1, interfaceName: eth0}}
- {apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: b, labels: {role: db}}, spec: {node: n1, interfaceName: eth1}}
- {apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: a}, spec: {order: 10, selector: all()}}
- {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: ns1}, spec: {order: 10, selector: all()}}
`;
let folder = "";
let run: ReturnType<typeof session>;

beforeEach(async () => {
  folder = tmpFolder({ "t.tpl": "{{range .}}{{len .Items}}{{end}}" });
  run = session(folder);
  expect((await run("apply -f -", RESOURCES)).code).toBe(0);
});

const HEPS = "NAME   NODE   \na      n1     \nb      n1     \n\n";
/** Of several kinds each name comes with its kind. */
const NAMED_HEPS = "NAME             NODE   \nhostendpoint/a   n1     \nhostendpoint/b   n1     \n\n";
const NAMED_HEP = (name: string) => `NAME             NODE   \nhostendpoint/${name}   n1     \n\n`;
const GNPS = "NAME                    \nglobalnetworkpolicy/a   \n\n";

describe("get", () => {
  test.each([
    ["get hep --selector role=='web'", 0, "NAME   NODE   \na      n1     \n\n", ""],
    ["get hep -l has(zone)", 0, "NAME   NODE   \na      n1     \n\n", ""],
    ["-l debug get hep -l has(zone)", 0, "NAME   NODE   \na      n1     \n\n", ""],
    ["get hep,gnp", 0, NAMED_HEPS + GNPS, ""],
    ["get hep,heps", 0, HEPS, ""],
    ["get gnp,hep a", 0, GNPS + NAMED_HEP("a"), ""],
    ["get hep/b gnp/a", 0, NAMED_HEP("b") + GNPS, ""],
    ["get hep/b,gnp/a", 0, NAMED_HEP("b") + GNPS, ""],
    ["get hep/b,gnp", 2, "", "`gnp` is not KIND/NAME"],
    ["get hep/a heps/b", 0, "NAME   NODE   \na      n1     \n\nNAME   NODE   \nb      n1     \n\n", ""],
    ["get hep,gnp -o custom-columns=NAME", 0, "NAME   \na      \nb      \n\nNAME   \na      \n\n", ""],
    ["get hep/b np/p -n ns1 -o name", 0, "hostendpoint/b\nnetworkpolicy/p\n", ""],
    ["get all", 0, NAMED_HEPS + GNPS, ""],
    ["get all -a -o name", 0, "hostendpoint/a\nhostendpoint/b\nglobalnetworkpolicy/a\nnetworkpolicy/p\n", ""],
    ["get all -l 'has(nothing)'", 0, "", "no resources\n"],
    ["get hep/nope", 1, "", "HostEndpoint nope does not exist"],
    ["get hep -o go-template={{range.}}{{range.Items}}{{.Name}}{{end}}{{end}}", 0, "ab", ""],
    ["get hep,gnp -o 'go-template={{range .}}{{.Kind}} {{end}}'", 0, "HostEndpointList GlobalNetworkPolicyList ", ""],
    ["get hep -o 'go-template={{.X}}'", 1, "", "template:1:3: a list has no field `.X`"],
    ["get hep -o 'go-template={{x}}'", 2, "", "template:1:3: there is no function `x`"],
    ["get hep -o go-template-file=/nope.tpl", 2, "", "cannot read template `/nope.tpl`: no such file"],
    ["get hep/a b", 2, "", "`b` is not KIND/NAME"],
    ["get hep/a -n ns1", 2, "", "HostEndpoint has no namespace"],
    ["get hep,gnp -n ns1", 2, "", "HostEndpoint, GlobalNetworkPolicy have no namespace"],
    ["get all a", 2, "", "`all` takes no names"],
    ["get hep,foo", 2, "", "unknown kind `foo`"],
    ["get hep a -l has(x)", 2, "", "--selector chooses among a whole kind"],
    ["get hep -l (", 2, "", "write it as policies do"],
    ["get hep/a -a", 2, "", "--all-namespaces goes with a whole kind"],
  ] as const)("%s", async (line, code, stdout, stderr) => {
    const ran = await run(line);
    expect(ran.stderr).toContain(stderr);
    if (stderr === "") expect(ran.stderr).toBe("");
    expect(ran).toMatchObject({ code, stdout });
  });

  test("a template of a file", async () => {
    expect(await run(`get hep -o go-template-file=${folder}/t.tpl`)).toMatchObject({ code: 0, stdout: "2" });
  });

  test("what several kinds print as YAML can be applied again", async () => {
    const { stdout } = await run("get all -a -o yaml");
    expect(await run("apply -f -", stdout)).toMatchObject({ code: 0, stdout: "Successfully applied 4 resource(s)\n" });
  });
});

/** Command line, what the person answers, exit code, stdout, what stderr holds, and the host endpoints left. */
describe("delete", () => {
  test.each([
    ["delete hep --all", true, 0, "Successfully deleted 2 'HostEndpoint' resource(s)\n", "", ""],
    ["delete hep --all", false, 1, "", "nothing was deleted", "a b"],
    ["delete hep --all", undefined, 2, "", "--all needs --yes", "a b"],
    ["delete hep --all --yes", undefined, 0, "Successfully deleted 2 'HostEndpoint' resource(s)\n", "", ""],
    ["delete hep,gnp --all -y", undefined, 0, "Successfully deleted 3 resource(s)\n", "", ""],
    ["delete hep -l role=='db'", undefined, 0, "Successfully deleted 1 'HostEndpoint' resource(s)\n", "", "a"],
    ["delete hep -l has(nothing)", undefined, 0, "", "nothing is selected", "a b"],
    ["delete np --all -n ns1 -y", undefined, 0, "Successfully deleted 1 'NetworkPolicy' resource(s)\n", "", "a b"],
    ["delete np --all -y", undefined, 0, "", "nothing is selected", "a b"],
    ["delete hep/a gnp/a", undefined, 0, "Successfully deleted 2 resource(s)\n", "", "b"],
    [
      "delete hep/a hep/nope",
      undefined,
      1,
      "Successfully deleted 1 'HostEndpoint' resource(s)\n",
      "HostEndpoint nope",
      "b",
    ],
    ["delete hep a --all", undefined, 2, "", "--all and --selector go with a kind", "a b"],
    ["delete -f x --all", undefined, 2, "", "--all and --selector go with a kind", "a b"],
    ["delete hep -l (", undefined, 2, "", "invalid selector `", "a b"],
  ] as const)("%s (answer %s)", async (line, answer, code, stdout, stderr, left) => {
    const questions: string[] = [];
    const confirm = (question: string): boolean => {
      questions.push(question);
      return answer ?? false;
    };
    const ran = await session(folder, answer === undefined ? {} : { confirm })(line);
    expect(ran.stderr).toContain(stderr);
    expect(ran).toMatchObject({ code, stdout });
    expect(questions).toEqual(answer === undefined ? [] : ["delete 2 resources (HostEndpoint a, HostEndpoint b)?"]);
    const names = (await run("get hep -o name")).stdout.replaceAll("hostendpoint/", "");
    expect(names.trim().split("\n").join(" ")).toBe(left);
  });
});
