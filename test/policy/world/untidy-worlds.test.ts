import fc from "fast-check";
import { expect, test } from "vitest";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { formatCidr, parseCidr } from "../../../src/model/net/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { simulate } from "../../../src/policy/simulate.ts";
import { world } from "../../../src/policy/world/world.ts";
import { type MadeWorld, madeWorlds } from "../../support/worlds.ts";
import { unlocated } from "../support.ts";

/** Other ways to write a network, which Calico stores as they are written. */
function netForms(net: string): string[] {
  const cidr = parseCidr(net);
  if (cidr === undefined) return [net];
  const tidy = formatCidr(cidr);
  const [host = "", length = ""] = tidy.split("/");
  const forms = [tidy, `${host}/0${length}`, `${host}/${"0".repeat(30)}${length}`];
  return cidr.address.family === 4
    ? [...forms, `::ffff:${host}/${Number(length) + 96}`, `0:0:0:0:0:FFFF:${host}/0${Number(length) + 96}`]
    : [...forms, tidy.toUpperCase(), tidy.replace(/^([0-9a-f]+)::/, "$1:0::")];
}

function portForms(port: string | number): (string | number)[] {
  if (!/^[\d:]+$/.test(String(port))) return [port];
  const text = String(port).includes(":") ? String(port) : `${port}:${port}`;
  return [port, String(port), text, text.replace(":", ":00")];
}

/** A copy whose nets and ports are written otherwise, in the way that `choose` takes. */
function rewritten(value: unknown, choose: <T>(forms: readonly T[]) => T, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, choose, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewritten(item, choose, name)]));
  if (["nets", "notNets", "net"].includes(key) && typeof value === "string") return choose(netForms(value));
  const isPort = key === "ports" || key === "notPorts";
  return isPort && (typeof value === "string" || typeof value === "number") ? choose(portForms(value)) : value;
}

function answers({ version, facts, flows }: MadeWorld, resources: readonly Resource[]) {
  const calico = calicoVersionRules(version) ?? DEFAULT_CALICO;
  const compiled = world(resources.map(unlocated), { calico });
  const outcomes = flows.map((flow) => {
    const { verdict, return: reply, decidedBy } = simulate(compiled.world, facts, flow, { trace: false });
    return { verdict, reply, decidedBy };
  });
  return { outcomes, missing: compiled.diagnostics.map(({ code, path }) => `${code} ${path}`) };
}

test("how nets and ports are written changes no outcome", () => {
  let flows = 0;
  let changed = 0;
  fc.assert(
    fc.property(madeWorlds(30), fc.infiniteStream(fc.nat()), (made, numbers) => {
      const choose = <T>(forms: readonly T[]): T =>
        forms[(numbers.next().value ?? 0) % forms.length] ?? expect.unreachable();
      const resources = rewritten(made.resources, choose) as Resource[];
      flows += made.flows.length;
      if (JSON.stringify(resources) !== JSON.stringify(made.resources)) changed++;
      expect(answers(made, resources)).toEqual(answers(made, made.resources));
    }),
    { numRuns: 200, seed: 5 },
  );
  process.stdout.write(`untidy worlds: ${flows} flows, ${changed} worlds written in another way\n`);
  expect(flows).toBeGreaterThan(2000);
  expect(changed).toBeGreaterThan(100);
});
