import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const INFORMATION = (release: string, apiVersion = "crd.projectcalico.org/v1") =>
  `apiVersion: ${apiVersion}\nkind: ClusterInformation\nmetadata: {name: default, uid: 0d2d5f8e-1111-2222-3333-444455556666}\nspec: {calicoVersion: ${release}}\n`;
const TIER = "apiVersion: crd.projectcalico.org/v1\nkind: Tier\nmetadata: {name: default}\nspec: {order: 1000000}\n";
const V332 = "they are read as Calico v3.32 reads them";
const UNNAMED = "the files are of a Kubernetes cluster, or for one, and do not name its Calico";
const STORED_POLICY = (name: string) =>
  `apiVersion: crd.projectcalico.org/v1\nkind: GlobalNetworkPolicy\nmetadata: {name: ${name}}\nspec: {}\n`;
/** A policy that only v3.32 reads. */
const CLUSTER_POLICY = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: a}
spec: {tier: Admin, priority: 1, subject: {namespaces: {}}}
`;

const run = (line: string, ...texts: readonly string[]) =>
  session(tmpFolder())(`${line} -f -`, [...texts, CLUSTER_POLICY].join("---\n"));

describe("the Calico version of files that were saved of a cluster", () => {
  test.each<readonly [string, readonly string[], string, boolean]>([
    [
      "the release that it names",
      [INFORMATION("v3.32.1")],
      `info: the files are of a cluster of Calico v3.32.1: ${V332}`,
      true,
    ],
    ["in Calico's own API", [INFORMATION("v3.32.1", "projectcalico.org/v3")], `of Calico v3.32.1: ${V332}`, true],
    [
      "its tiers, where it serves Calico's own API",
      [TIER.replace("crd.projectcalico.org/v1", "projectcalico.org/v3").replace("default}", "default, uid: 0d2d5f8e}")],
      `info: the files are of a cluster with tiers: ${V332}`,
      true,
    ],
    ["its tiers", [TIER], `info: the files are of a cluster with tiers: ${V332}`, true],
    [
      "a release that is not known, with tiers",
      [INFORMATION("v3.30.0"), TIER],
      `warning: the files are of a cluster of Calico v3.30.0: ${V332}, the nearest that is known`,
      true,
    ],
    [
      "one without",
      [INFORMATION("v3.20.0")],
      "warning: the files are of a cluster of Calico v3.20.0: they are read as Calico v3.7 reads them, the nearest that is known",
      false,
    ],
    ["the default's own release", [INFORMATION("v3.9.5")], "", false],
    ["a policy as only v3.9 stores it", [STORED_POLICY("default.p")], "", false],
    ["a policy as v3.32 stores it", [STORED_POLICY("p")], `${UNNAMED}: ${V332}`, true],
    ["nothing that shows it but Kubernetes", [], `info: ${UNNAMED}: ${V332}`, true],
  ])("%s", async (_, texts, words, isNew) => {
    const { stdout, stderr } = await run("convert", ...texts);
    expect(stdout.includes("tier: kube-admin")).toBe(isNew);
    if (words === "") expect(stderr).not.toContain("kubernetes.version");
    else expect(stderr).toContain(words);
  });

  test.each([
    ["", "name: p"],
    ["--calico-version v3.7", "name: default.p"],
  ])("what is converted for a cluster, %s: %s", async (flag, name) => {
    const policy = "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {}\n";
    const line = `convert --output-version crd.projectcalico.org/v1 ${flag} -f -`;
    const { stdout } = await session(tmpFolder())(line.replace("  ", " "), policy);
    expect(stdout).toContain(`  ${name}\n`);
  });

  test("the chosen one counts", async () => {
    const { stderr } = await run("convert --calico-version v3.7", INFORMATION("v3.32.1"));
    expect(stderr).not.toContain("kubernetes.version");
  });

  test.each(["validate", "simulate --offline --node a --in eth0 tcp 10.0.0.1 10.0.0.2:80"])(
    "%s asks for it, too",
    async (line) => {
      const { stderr } = await run(line, INFORMATION("v3.32.1"));
      expect(stderr).toContain(V332);
    },
  );
});
