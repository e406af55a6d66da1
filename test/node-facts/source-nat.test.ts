import { expect, test } from "vitest";
import { readNat } from "../../src/node-facts/nat.ts";

/** The source NATs of a table of these lines, and its findings by code and line. */
function sourceNat(...lines: readonly string[]) {
  const { sourceNat: rules, diagnostics } = readNat(["*nat", ...lines, "COMMIT", ""].join("\n"), "nat.txt");
  return [rules, diagnostics.map(({ code, span }) => `${code}:${span?.start.line}`)];
}

const rule = (fields: object = {}) => ({
  protocol: "all",
  dst: "0.0.0.0/0",
  toIP: "INTERFACE",
  ipVersion: 4,
  ...fields,
});
const to = (toIP: string, fields: object = {}) => ({ protocol: "all", dst: "0.0.0.0/0", ...fields, toIP });
const DOCKER = "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE";

test.each<[what: string, lines: readonly string[], rules: readonly object[], findings?: readonly string[]]>([
  ["none", ["-A POSTROUTING -j ACCEPT"], []],
  ["all that leaves by an interface", ["-A POSTROUTING -o eth0 -j MASQUERADE"], [rule({ interface: "eth0" })]],
  ["Docker's", [DOCKER], [rule({ srcIP: "172.17.0.0/16", except: [{ interface: "docker0" }] })]],
  [
    "flannel's: not within its network",
    [
      "-A POSTROUTING -s 10.244.0.0/16 -d 10.244.0.0/16 -j RETURN",
      "-A POSTROUTING -s 10.244.0.0/16 ! -d 224.0.0.0/4 -j MASQUERADE --random-fully",
    ],
    [
      rule({
        srcIP: "10.244.0.0/16",
        except: [{ dst: "224.0.0.0/4" }, { dst: "10.244.0.0/16", srcIP: "10.244.0.0/16" }],
      }),
    ],
  ],
  [
    "an address",
    ["-A POSTROUTING -p tcp --dport 25 -j SNAT --to-source 192.0.2.1"],
    [to("192.0.2.1", { protocol: "TCP", port: 25 })],
  ],
  [
    "with ports, which are not read",
    ["-A POSTROUTING -j SNAT --to-source 192.0.2.1:1024-65535 --random"],
    [to("192.0.2.1")],
  ],
  [
    "one of several addresses",
    ["-A POSTROUTING -j SNAT --to-source 192.0.2.1-192.0.2.2 --persistent"],
    [to("192.0.2.1", { alternatives: [{ toIP: "192.0.2.1" }, { toIP: "192.0.2.2" }] })],
  ],
  ["masquerading to ports", ["-A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024-2048"], [rule({ protocol: "TCP" })]],
  ["in a chain", ["-A POSTROUTING -o eth+ -j OURS", "-A OURS -j MASQUERADE"], [rule({ interface: "eth+" })]],
  [
    "kube-proxy's mark is told elsewhere",
    [
      "-A POSTROUTING -j KUBE-POSTROUTING",
      "-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN",
      "-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0",
      "-A KUBE-POSTROUTING -j MASQUERADE --random-fully",
      DOCKER,
    ],
    [rule({ srcIP: "172.17.0.0/16", except: [{ interface: "docker0" }] })],
  ],
  ["its old form", ["-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE"], []],
  [
    "Calico's own chains follow from the datastore",
    [
      '-A POSTROUTING -m comment --comment "cali:O3lYWMrLQYEMJtB5" -j cali-POSTROUTING',
      "-A cali-POSTROUTING -j cali-nat-outgoing",
      "-A cali-nat-outgoing -m set --match-set cali40masq-ipam-pools src -j MASQUERADE --random-fully",
    ],
    [],
  ],
  [
    "a condition that nothing here decides",
    ["-A POSTROUTING -m set --match-set own src -j MASQUERADE"],
    [rule({ uncertain: expect.stringContaining("--match-set own src") })],
    ["facts.nat-unknown:2"],
  ],
  [
    "another program's mark",
    ["-A POSTROUTING -m mark --mark 0x1/0xff -j MASQUERADE"],
    [rule({ uncertain: expect.stringContaining("--mark 0x1/0xff") })],
    ["facts.nat-unknown:2"],
  ],
  [
    "a target that is not known",
    ["-A POSTROUTING -s 10.0.0.0/8 -j NETMAP --to 192.0.2.0/24"],
    [to("UNKNOWN", { srcIP: "10.0.0.0/8", ipVersion: 4, uncertain: expect.stringContaining("NETMAP") })],
    ["facts.nat-unknown:2"],
  ],
])("%s", (_, lines, rules, findings = []) => {
  expect(sourceNat(...lines)).toEqual([rules, findings]);
});
