import { describe, expect, test, vi } from "vitest";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

/** How often a datastore was opened, and how often manifests were parsed and checked. */
const counts = vi.hoisted(() => ({ opened: 0, parsed: 0, checked: 0 }));
vi.mock("../../src/datastore/open.ts", async (original) => {
  const real = await original<typeof import("../../src/datastore/open.ts")>();
  const openDatastore: typeof real.openDatastore = (...given) => {
    counts.opened += 1;
    return real.openDatastore(...given);
  };
  return { ...real, openDatastore };
});
vi.mock("../../src/manifest/parse-manifests.ts", async (original) => {
  const real = await original<typeof import("../../src/manifest/parse-manifests.ts")>();
  const parseManifests: typeof real.parseManifests = (...given) => {
    counts.parsed += 1;
    return real.parseManifests(...given);
  };
  return { ...real, parseManifests };
});
vi.mock("../../src/manifest/check-manifests.ts", async (original) => {
  const real = await original<typeof import("../../src/manifest/check-manifests.ts")>();
  const checkManifests: typeof real.checkManifests = (...given) => {
    counts.checked += 1;
    return real.checkManifests(...given);
  };
  return { ...real, checkManifests };
});

const API = "apiVersion: projectcalico.org/v3";
const HEP = `${API}\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: node1, interfaceName: eth0}\n`;
/** Only v3.32 has tiers; only v3.7 takes the negated network. */
const TIER = `${API}\nkind: Tier\nmetadata: {name: t1}\nspec: {order: 5}\n`;
const CATCH_ALL = `${API}\nkind: GlobalNetworkPolicy\nmetadata: {name: q}\nspec: {ingress: [{action: Deny, source: {notNets: [0.0.0.0/0]}}]}\n`;
const NO_YAML = "a: b: c\n";
const PACKET = "simulate -f - --node node1 --in eth0 --to-process tcp 10.0.0.1:1000 10.0.0.2:80";
/** Nothing listens on port 1. */
const NO_SERVER = { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: "http://127.0.0.1:1" };

type Store = "new" | "v3.7" | "v3.32" | "none";

/** Runs one line on a new embedded store, one that holds a host endpoint of that Calico version, or an etcd that is not there. */
async function ran(store: Store, line: string, stdin: string) {
  const folder = tmpFolder();
  if (store === "v3.7" || store === "v3.32") await session(folder)(`apply -f - --calico-version ${store}`, HEP);
  const run = session(folder, store === "none" ? { env: NO_SERVER } : {});
  Object.assign(counts, { opened: 0, parsed: 0, checked: 0 });
  const { code, stderr } = await run(line, stdin);
  const codes = [...stderr.matchAll(/\[([a-z-]+\.[a-z-]+)\]/g)].map(([, one]) => one);
  const { opened, parsed, checked } = counts;
  return { code, codes: codes.join(" "), opened, parsed, checked, stderr };
}

/** What a line reports, how often it opens the datastore, and how often it checks the manifests; it always parses them once. */
const CASES: readonly (readonly [
  line: string,
  stdin: string,
  store: Store,
  code: number,
  codes: string,
  opened: number,
])[] = [
  ["apply -f -", HEP, "new", 0, "", 1],
  ["apply -f -", TIER, "new", 1, "kind.version", 1],
  ["apply -f -", TIER, "v3.32", 0, "", 1],
  ["apply -f -", CATCH_ALL, "v3.32", 1, "net.catch-all", 1],
  ["apply -f -", CATCH_ALL, "v3.7", 0, "", 1],
  ["apply -f - --calico-version v3.7", TIER, "v3.32", 1, "kind.version", 0],
  ["apply -f - --calico-version v3.7", TIER, "none", 1, "kind.version", 0],
  ["apply -f -", NO_YAML, "v3.32", 1, "yaml.syntax", 0],
  ["apply -f -", NO_YAML, "none", 1, "yaml.syntax", 0],
  ["apply -f -", `${NO_YAML}---\n${TIER}`, "none", 1, "yaml.syntax kind.version", 0],
  ["apply -f - --timeout 1h", TIER, "none", 1, "datastore.unreachable kind.version", 1],
  ["apply -f - --timeout 1h", HEP, "none", 1, "datastore.unreachable", 1],
  ["apply -f - --dry-run", HEP, "none", 0, "", 0],
  ["apply -f - --dry-run", TIER, "none", 1, "kind.version", 0],
  ["replace -f -", TIER, "v3.32", 1, "store.not-found", 1],
  ["delete -f -", TIER, "v3.32", 1, "store.not-found", 1],
  ["get -f -", TIER, "v3.32", 1, "store.not-found", 1],
  ["diff -f -", TIER, "v3.32", 1, "", 1],
  ["diff -f -", TIER, "v3.7", 2, "kind.version", 1],
  ["diff -f - --timeout 1h", HEP, "none", 2, "datastore.unreachable", 1],
  ["validate -f -", TIER, "v3.32", 0, "version.chosen", 0],
  ["validate -f - --calico-version v3.7", TIER, "v3.32", 1, "kind.version", 0],
  [PACKET, TIER, "v3.32", 0, "", 1],
  [PACKET, CATCH_ALL, "v3.32", 1, "net.catch-all", 1],
  [`${PACKET} --offline`, `${HEP}---\n${TIER}`, "v3.32", 0, "version.chosen", 0],
  [`${PACKET} --offline --calico-version v3.7`, TIER, "v3.32", 1, "kind.version", 0],
  [`${PACKET} --offline --calico-version v3.32`, `${HEP}---\n${TIER}`, "none", 0, "", 0],
];

describe("manifests are parsed once, the datastore is opened once at most, and they are checked once for its version", () => {
  test.each(CASES)("%s (%#)", async (line, stdin, store, code, codes, opened) => {
    expect(await ran(store, line, stdin)).toMatchObject({ code, codes, opened, parsed: 1, checked: 1 });
  });

  test("says which version they were checked for where it is not the line's", async () => {
    expect((await ran("v3.32", "apply -f -", CATCH_ALL)).stderr).toContain(
      "the datastore is of Calico v3.32; nothing was",
    );
    const { stderr } = await ran("none", "apply -f - --timeout 1h", TIER);
    expect(stderr).toContain("checked for Calico v3.7, the default; nothing was written");
  });
});
