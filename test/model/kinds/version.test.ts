import { expect, test } from "vitest";
import { CALICO_VERSIONS, calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";

test("versions as users write them", () => {
  for (const text of ["v3.7", "3.7", "v3.9", "v3.9.5", "v3.8.2"])
    expect(calicoVersionRules(text)?.version).toBe("v3.7");
  for (const text of ["v3.32", "3.32", "v3.32.1"]) expect(calicoVersionRules(text)?.version).toBe("v3.32");
  for (const text of ["", "v3", "v2.6", "v3.70", "v3.32.x", "latest", "v3.10"])
    expect(calicoVersionRules(text)).toBeUndefined();
});

test("the default is the guide's", () => {
  expect(DEFAULT_CALICO.version).toBe("v3.7");
  expect(CALICO_VERSIONS[0]).toBe("v3.7");
});

test("failsafes as the guide lists them, and two more TCP ports since", () => {
  const text = (version: string) =>
    calicoVersionRules(version)?.failsafeInbound.map(({ protocol, port }) => `${protocol} ${port}`);
  expect(text("v3.7")).toEqual(["TCP 22", "UDP 68", "TCP 179", "TCP 2379", "TCP 2380", "TCP 6666", "TCP 6667"]);
  expect(text("v3.32")).toEqual([
    "TCP 22",
    "UDP 68",
    "TCP 179",
    "TCP 2379",
    "TCP 2380",
    "TCP 5473",
    "TCP 6443",
    "TCP 6666",
    "TCP 6667",
  ]);
  expect(DEFAULT_CALICO.failsafeOutbound.map(({ protocol, port }) => `${protocol} ${port}`).slice(0, 2)).toEqual([
    "UDP 53",
    "UDP 67",
  ]);
});
