import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const object = (apiVersion: string, kind: string, more: object = {}, metadata: object = {}) =>
  JSON.stringify({ apiVersion, kind, metadata: { name: "a", ...metadata }, ...more });
const UID = { uid: "0d2d5f8e-1111-2222-3333-444455556666" };

const DEPLOYMENT = object("apps/v1", "Deployment");
const SECRET = object("v1", "Secret");
const POLICY = object("networking.k8s.io/v1", "NetworkPolicy", { spec: { podSelector: {} } });
const SPEC = { spec: { node: "n", interfaceName: "eth0" } };
const ENDPOINT = object("projectcalico.org/v3", "HostEndpoint", SPEC);
const STORED = object("crd.projectcalico.org/v1", "HostEndpoint", SPEC, { name: "b", ...UID });
const BAD_STORED = object("crd.projectcalico.org/v1", "GlobalNetworkPolicy", { spec: { selector: "a = 'b'" } });
const BLOCK = object("crd.projectcalico.org/v1", "IPAMBlock");
const SERVICE = object("v1", "Service");
const NAMESPACE = object("v1", "Namespace", {}, UID);
const LIVE_DEPLOYMENT = object("apps/v1", "Deployment", {}, UID);

/** `validate` of these documents: the exit code, and the codes of all findings. */
async function validate(documents: readonly string[], options = "") {
  const run = session(tmpFolder());
  const { code, stdout } = await run(`validate -o json ${options} -f -`, documents.join("\n---\n"));
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
  };
  return { code, findings: diagnostics.map(({ severity, code }) => `${severity} ${code}`), diagnostics };
}

const STORED_NOTE = "info api-version.stored";
const CONVERTED = "info kubernetes.converted";
const PASSED_OVER = "warning kubernetes.passed-over";

describe("validate", () => {
  test.each<readonly [string, readonly string[], string, number, readonly string[]]>([
    ["Calico's resources beside others", [ENDPOINT, DEPLOYMENT, SECRET, POLICY], "", 0, [CONVERTED, PASSED_OVER]],
    ["the stored form", [STORED], "", 0, [STORED_NOTE]],
    ["what is wrong in the stored form", [BAD_STORED], "", 1, ["error selector.syntax", STORED_NOTE]],
    ["the stored form of kinds that are Calico's own business", [STORED, BLOCK], "", 0, [STORED_NOTE, PASSED_OVER]],
    ["what a cluster returned", [NAMESPACE, LIVE_DEPLOYMENT], "", 0, [CONVERTED, PASSED_OVER]],
    [
      "a list, as kubectl prints it",
      [`{"apiVersion": "v1", "kind": "List", "items": [${POLICY}]}`],
      "",
      0,
      [CONVERTED],
    ],
    ["a cluster's objects that Calico does not read", [LIVE_DEPLOYMENT], "", 1, ["error input.empty", PASSED_OVER]],
    ["Services, which simulate reads", [ENDPOINT, SERVICE], "", 0, [CONVERTED]],
    ["nothing of Calico's", [POLICY], "", 1, ["error api-version.unknown"]],
    ["nothing that Calico reads", [DEPLOYMENT], "", 1, ["error kind.unknown"]],
    ["--strict", [ENDPOINT, DEPLOYMENT, POLICY], "--strict", 1, ["error kind.unknown", CONVERTED]],
    ["--skip-kind", [ENDPOINT, DEPLOYMENT, SECRET], "--skip-kind Deployment,secret", 0, []],
    ["--skip-kind with a group", [ENDPOINT, DEPLOYMENT], "--skip-kind apps/Deployment", 0, []],
    ["--skip-kind with another group", [ENDPOINT, DEPLOYMENT], "--skip-kind batch/Deployment", 0, [PASSED_OVER]],
    ["--warnings-as-errors", [ENDPOINT, DEPLOYMENT], "--warnings-as-errors", 1, ["error kubernetes.passed-over"]],
    ["--warnings-as-errors, with notes only", [STORED], "--warnings-as-errors", 0, [STORED_NOTE]],
    ["--warnings-as-errors of skipped kinds", [ENDPOINT, SECRET], "--warnings-as-errors --skip-kind Secret", 0, []],
    ["--skip-kind of all there is", [DEPLOYMENT], "--skip-kind Deployment", 0, []],
  ])("%s", async (_, documents, options, code, findings) => {
    const result = await validate(documents, options);
    expect([result.code, [...result.findings].sort()]).toEqual([code, [...findings].sort()]);
  });

  test("passed-over kinds are counted in one line", async () => {
    const { diagnostics } = await validate([ENDPOINT, DEPLOYMENT, SECRET, SECRET]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "3 objects are passed over, as Calico does not read their kinds: 1 Deployment (apps/v1), 2 Secret (v1)",
    ]);
  });
});

describe("files for the datastore", () => {
  test.each(["create", "apply", "replace", "delete"])(
    "%s writes nothing where one object is not Calico's",
    async (command) => {
      const run = session(tmpFolder());
      const { code, stderr } = await run(`${command} -f -`, [ENDPOINT, DEPLOYMENT].join("\n---\n"));
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining("this Deployment is one of Kubernetes (`apps/v1`), not of Calico"),
      ]);
      expect((await run("get hep -o name")).stdout).toBe("");
    },
  );

  test.each(["create", "apply", "replace", "delete"])("%s of the stored form names convert", async (command) => {
    const { code, stderr } = await session(tmpFolder())(`${command} -f -`, STORED);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining("`calicoctl convert -f FILE` prints it as `projectcalico.org/v3`"),
    ]);
  });

  test("diff compares Calico's resources, and says what takes no part", async () => {
    const run = session(tmpFolder());
    await run("apply -f -", ENDPOINT);
    const { code, stdout, stderr } = await run("diff -f -", [ENDPOINT, STORED, NAMESPACE, DEPLOYMENT].join("\n---\n"));
    expect([code, stdout]).toEqual([1, expect.stringContaining("+  name: b")]);
    expect(stdout).not.toContain("Profile");
    expect(stderr).toMatch(/not compared, .*: 1 Profile \[diff\.left-out\]/);
    expect(stderr).toContain("1 Deployment (apps/v1) [kubernetes.passed-over]");
  });

  test.each(["v3.7", "v3.32"])("%s: diff finds nothing where a policy is as it is stored", async (version) => {
    const run = session(tmpFolder(), { env: { CALICO_VERSION: version } });
    const text = object("projectcalico.org/v3", "GlobalNetworkPolicy", {
      spec: { selector: "has(a)", types: ["Ingress"] },
    });
    await run("apply -f -", text);
    expect(await run("diff -f -", text)).toEqual({ code: 0, stdout: "", stderr: "1 unchanged\n" });
  });

  test("get reads the names of all that it reads", async () => {
    const run = session(tmpFolder());
    await run("apply -f -", ENDPOINT);
    const { stdout, stderr } = await run("get -o name -f -", [ENDPOINT, STORED, DEPLOYMENT].join("\n---\n"));
    expect(stdout).toContain("a\n");
    expect(stderr).toContain("HostEndpoint b does not exist");
    expect(stderr).toContain("kubernetes.passed-over");
  });
});
