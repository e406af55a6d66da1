import { describe, expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import { parseAddress } from "../../../src/model/net/address.ts";
import { failsafe } from "../../../src/policy/match/failsafe.ts";
import { defaultSettings, overlaySettings } from "../../../src/policy/world/felix-config.ts";
import type { Problems } from "../../../src/policy/world/spec-fields.ts";
import { felix, unlocated } from "../support.ts";

const DEFAULTS = defaultSettings(DEFAULT_CALICO);

/** The settings of a FelixConfiguration over the defaults, and the fields that could not be read. */
function settings(spec: Readonly<Record<string, unknown>>) {
  const problems: Problems = [];
  return {
    ...overlaySettings(DEFAULTS, unlocated(felix(spec)), DEFAULT_CALICO, problems),
    problems: problems.map(({ path }) => path.join(".")),
  };
}

function check(
  direction: "ingress" | "egress",
  protocol: number,
  [sourcePort, destinationPort]: [number, number],
  replies = false,
  using = DEFAULTS,
) {
  const address = (text: string) => {
    const parsed = parseAddress(text);
    if (!parsed) throw new Error(text);
    return parsed;
  };
  const packet = {
    family: 4,
    protocol,
    source: address("10.0.0.2"),
    destination: address("10.0.0.1"),
    sourcePort,
    destinationPort,
  } as const;
  const { hit, reply } = failsafe(using, direction, packet, { replies });
  return reply ? "reply" : hit;
}

describe("failsafe", () => {
  test("by destination port and protocol", () => {
    expect(check("ingress", 6, [40000, 22])).toBe(true);
    expect(check("ingress", 17, [40000, 22])).toBe(false);
    expect(check("ingress", 17, [40000, 68])).toBe(true);
    expect(check("egress", 17, [40000, 53])).toBe(true);
    expect(check("egress", 6, [40000, 22])).toBe(false);
  });
  test("replies by source port of the other direction, only on request", () => {
    expect(check("ingress", 17, [53, 40000], true)).toBe("reply");
    expect(check("ingress", 17, [53, 40000])).toBe(false);
    expect(check("egress", 6, [22, 40000], true)).toBe("reply");
    expect(check("ingress", 6, [22, 40000], true)).toBe(false);
  });
  test("limited to a network", () => {
    const inside = settings({ failsafeInboundHostPorts: [{ protocol: "tcp", port: 22, net: "10.0.0.0/8" }] });
    const outside = settings({ failsafeInboundHostPorts: [{ protocol: "tcp", port: 22, net: "192.0.2.0/24" }] });
    expect(check("ingress", 6, [40000, 22], false, inside)).toBe(true);
    expect(check("ingress", 6, [40000, 22], false, outside)).toBe(false);
  });
});

describe("overlaySettings", () => {
  test("leaves unset fields alone", () => expect(settings({})).toEqual({ ...DEFAULTS, problems: [] }));
  test("reads what is set", () => {
    expect(
      settings({
        interfacePrefix: "cali,tap",
        defaultEndpointToHostAction: "RETURN",
        disableConntrackInvalidCheck: true,
        vxlanPort: 8472,
      }),
    ).toMatchObject({
      interfacePrefixes: ["cali", "tap"],
      endpointToHost: "Return",
      checkInvalid: false,
      vxlanPort: 8472,
      problems: [],
    });
  });
  test("an empty failsafe list has no ports", () =>
    expect(settings({ failsafeOutboundHostPorts: [] }).failsafeOutbound).toEqual([]));
  test("what cannot be read keeps what was", () => {
    const read = settings({ failsafeInboundHostPorts: "none", vxlanPort: "x", interfacePrefix: 1 });
    expect(read).toMatchObject({
      failsafeInbound: DEFAULTS.failsafeInbound,
      vxlanPort: 4789,
      interfacePrefixes: ["cali"],
    });
    expect(read.problems).toEqual(["spec.interfacePrefix", "spec.vxlanPort", "spec.failsafeInboundHostPorts"]);
  });
});
