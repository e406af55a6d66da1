import { describe, expect, test } from "vitest";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

const API = "apiVersion: projectcalico.org/v3";
const HEP = `${API}\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: n, interfaceName: eth0}\n`;
const TIER = `${API}\nkind: Tier\nmetadata: {name: t1}\nspec: {order: 5}\n`;
const POLICY = `${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {selector: all()}\n`;
/** Taken by v3.7, refused by v3.32. */
const CATCH_ALL = `${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: q}\nspec: {ingress: [{action: Deny, source: {notNets: [0.0.0.0/0]}}]}\n`;

/** A session on a store that the lines before made: `[line, stdin]`. */
async function storeWith(lines: readonly (readonly [string, string?])[]) {
  const run = session(tmpFolder());
  for (const [line, stdin] of lines) expect(await run(line, stdin)).toMatchObject({ code: 0 });
  return run;
}

describe("the Calico version, where none is chosen", () => {
  test("is v3.7 for a new store", async () => {
    const run = await storeWith([["apply -f -", POLICY]]);
    expect((await run("get gnp")).stdout).toBe("NAME   \np      \n\n");
    expect(await run("apply -f -", TIER)).toMatchObject({ code: 1, stdout: "" });
    expect(await run("get tiers")).toMatchObject({ code: 1, stdout: "" });
  });

  test("is the store's", async () => {
    const run = await storeWith([["apply -f - --calico-version v3.32", HEP]]);
    expect(await run("apply -f -", POLICY)).toMatchObject({ code: 0 });
    expect((await run("get gnp")).stdout).toBe("NAME   TIER      \np      default   \n\n");
    expect((await run("get gnp -o custom-columns=NAME,TIER")).code).toBe(0);
    expect((await run("get gnp p -o json")).stdout).toContain('"projectcalico.org/tier": "default"');
    expect(await run("delete gnp p")).toMatchObject({ code: 0 });
  });

  test("takes manifests that only the store's version takes", async () => {
    const run = await storeWith([["apply -f - --calico-version v3.32", HEP]]);
    expect(await run("apply -f -", TIER)).toEqual({
      code: 0,
      stdout: "Successfully applied 1 'Tier' resource(s)\n",
      stderr: "",
    });
    expect((await run("get tiers")).stdout).toContain("t1              5       \n");
    expect(await run("delete -f -", TIER)).toMatchObject({ code: 0 });
  });

  test("refuses manifests that the store's version does not take, before anything is written", async () => {
    const run = await storeWith([["apply -f - --calico-version v3.32", HEP]]);
    const ran = await run("apply -f -", `${POLICY}---\n${CATCH_ALL}`);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/^<stdin>:9:\d+: error: .*0\.0\.0\.0\/0/);
    expect(ran.stderr).toContain("the datastore is of Calico v3.32; nothing was written");
    expect((await run("get gnp -o name")).stdout).toBe("");
  });
});

describe("a chosen version", () => {
  test("never writes the other layout", async () => {
    const newer = await storeWith([["apply -f - --calico-version v3.32", HEP]]);
    const ran = await newer("apply -f - --calico-version v3.7", POLICY);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/laid out by a later Calico than v3\.7.*tiers/);
    expect(ran.stderr).toContain("--calico-version v3.32");
    expect(await newer("delete hep a --calico-version v3.7")).toMatchObject({ code: 1, stdout: "" });
    expect(await newer("get hep --calico-version v3.7")).toMatchObject({ code: 0 });

    const older = await storeWith([["apply -f -", POLICY]]);
    expect((await older("apply -f - --calico-version v3.32", HEP)).stderr).toContain("laid out by an earlier Calico");
    expect((await older("get hep -o name")).stdout).toBe("");
  });
  test("--allow-version-mismatch and --context are taken before or after the command", async () => {
    const run = await storeWith([["apply -f - --calico-version v3.32", HEP]]);
    for (const line of ["get hep --allow-version-mismatch --context=x", "--allow-version-mismatch get hep"])
      expect(await run(line)).toMatchObject({ code: 0 });
  });
});

/** A policy with a field of v3.32, in a file that names no version. */
const TIERED = `${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: t1.p}\nspec: {tier: t1, selector: all(), types: [Ingress], ingress: [{action: Allow}]}\n`;
const HOST = HEP.replace("node: n", "node: n1");
const DUMP = TIERED.replace("projectcalico.org/v3", "crd.projectcalico.org/v1")
  .replaceAll("t1.p", "p")
  .replace("tier: t1", "tier: default");
const SERVICES = `${API}\nkind: NetworkPolicy\nmetadata: {name: q, namespace: ns}\nspec: {selector: all(), egress: [{action: Log}, {action: Allow, destination: {services: {name: s}}}]}\n`;
const CHOSEN = "is not in Calico v3.7: the files are read for v3.32 [version.chosen]";
const SIMULATE = "simulate --offline -f - --node n1 --in eth0 tcp 198.51.100.7 10.0.0.1:80";

describe("files that only a later version knows, without a datastore", () => {
  test.each<[string, string, string]>([
    ["validate -f -", TIERED, "`spec.tier` of GlobalNetworkPolicy t1.p"],
    ["validate -f -", TIER, "the kind `Tier`"],
    [
      "validate -f -",
      HEP + SERVICES.replace(/^/, "---\n"),
      "`spec.egress[1].destination.services` of NetworkPolicy ns/q",
    ],
    ["lint --offline -f -", TIER, "the kind `Tier`"],
    [SIMULATE, `${HOST}---\n${TIER}---\n${TIERED}`, "the kind `Tier`"],
    [SIMULATE, `${HOST}---\n${DUMP}`, "`spec.tier` of GlobalNetworkPolicy p"],
    ["exposure --offline -f -", `${HEP}---\n${TIER}`, "the kind `Tier`"],
    ["describe --offline -f - hep", `${HEP}---\n${TIER}`, "the kind `Tier`"],
    ["guard --offline -f -", TIER, "the kind `Tier`"],
  ])("%s is read for that one, and says why: %#", async (line, stdin, part) => {
    const run = session(tmpFolder());
    const ran = await run(line, stdin);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(`info: ${part} ${CHOSEN}`);
    const chosen = await run(`${line} --calico-version v3.32`, stdin);
    expect(chosen).toMatchObject({ code: 0, stdout: line.startsWith("lint") ? "no findings\n" : ran.stdout });
    expect(chosen.stderr).not.toContain("version.chosen");
    const other = await run(`${line} --calico-version v3.7`, stdin);
    expect(other.stderr).not.toContain("version.chosen");
    if (!stdin.includes("crd.")) expect(other.stderr).toContain("--calico-version v3.32");
  });

  test.each(["apply", "create", "replace", "delete"])(
    "%s --dry-run is for the version of the store",
    async (command) => {
      const ran = await session(tmpFolder())(`${command} -f - --dry-run`, TIERED);
      expect(ran).toMatchObject({ code: 1, stdout: "" });
      expect(ran.stderr).toContain("Calico v3.7 does not have it; v3.32 does: --calico-version v3.32");
    },
  );
});
