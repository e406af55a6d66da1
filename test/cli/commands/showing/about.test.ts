import { beforeAll, describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const run = session(tmpFolder());

/** Lines of `api-resources`, and what is in its output. */
const KINDS = [
  ["api-resources", /^hostendpoints +hep +projectcalico.org\/v3 +false +HostEndpoint *$/m],
  ["api-resources -o wide", /^stagednetworkpolicies +stagedpolicy,.*,snp,.* true +StagedNetworkPolicy +v3.32 *$/m],
  ["api-resources -o name", /^networkpolicies$/m],
  ["api-resources -o json", /"shortNames": \[\s+"gnp",\s+"gnps"\s+\]/],
] as const;

test.each(KINDS)("%s", async (line, part) => {
  const ran = await run(line);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(part);
});

test("api-resources lists the kinds of the chosen version, with or without namespaces, by name", async () => {
  const names = async (line: string) => (await run(line)).stdout.trim().split("\n");
  const all = await names("api-resources -o name");
  expect(all).toEqual([...all].sort());
  const namespaced = await names("api-resources -o name --namespaced");
  expect(namespaced).toContain("workloadendpoints");
  const others = await names("api-resources -o name --namespaced=false");
  expect([...namespaced, ...others].sort()).toEqual(all);
  expect(await names("api-resources -o name --calico-version v3.7")).not.toContain("tiers");
});

describe("version as data", () => {
  const NODE = "{apiVersion: projectcalico.org/v3, kind: Node, metadata: {name: n1}, spec: {}}";
  beforeAll(async () => {
    expect((await run("apply -f -", NODE)).code).toBe(0);
  });

  test("json has the client, the behaviour and the cluster in one object, and stderr is empty", async () => {
    const ran = await run("version -o json");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ran.stdout)).toEqual({
      clientVersion: { gitVersion: expect.stringMatching(/^v\d/), gitCommit: expect.any(String) },
      calicoBehaviour: "v3.7",
      clusterVersion: { calicoVersion: expect.any(String), clusterType: expect.any(String) },
    });
  });

  test("yaml of the client alone opens no datastore", async () => {
    const ran = await run("version --client -o yaml --calico-version v3.32");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toMatch(/^calicoBehaviour: v3.32\nclientVersion:\n {2}gitCommit: .+\n {2}gitVersion: v.+\n$/);
  });

  test("without ClusterInformation the object lacks it, and the exit code is 1", async () => {
    const ran = await session(tmpFolder())("version -o json");
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).not.toHaveProperty("clusterVersion");
    expect(ran.stderr).toContain("holds no ClusterInformation");
  });
});
