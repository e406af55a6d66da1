import { expect, test } from "vitest";
import { random } from "../../../scripts/bench-world.ts";
import type { DnatRule } from "../../../src/model/flow.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { compileDnat, dnatHost } from "../../../src/model/net/dnat.ts";

test("among many rules the first that matches decides, as one by one", () => {
  const below = random(7);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const host = dnatHost({ eth0: ["10.0.0.1"] });
  const dst = ["10.0.0.1", "10.0.0.2", "10.0.0.0/30", "LOCAL", "10.0.0.2/32", "0.0.0.0/0", "fd00::1"];
  for (let round = 0; round < 300; round++) {
    const rules = Array.from({ length: 40 }, (_, at): DnatRule => {
      const port = pick([undefined, 80, 81]);
      const portTo = port === undefined ? undefined : pick([undefined, port, port + 1]);
      const ports = { ...(port !== undefined && { port }), ...(portTo !== undefined && { portTo }) };
      return { protocol: pick(["TCP", "UDP"]), dst: pick(dst), ...ports, toIP: "192.168.0.1", toPort: at };
    });
    const packet = {
      protocol: pick([6, 17]),
      src: parseAddress("1.2.3.4") ?? expect.unreachable(),
      dst: parseAddress(pick(["10.0.0.1", "10.0.0.2", "10.0.0.9"])) ?? expect.unreachable(),
      dstPort: pick([80, 81, 82]),
      interface: "eth0",
    };
    const first = rules.map((rule) => compileDnat([rule])(packet, host)).find(({ kind }) => kind === "translated");
    expect(compileDnat(rules)(packet, host)).toEqual(first ?? { kind: "none" });
  }
});
