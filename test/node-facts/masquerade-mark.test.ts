import { expect, test } from "vitest";
import { readNat } from "../../src/node-facts/nat.ts";

/** The packets that a table marks for masquerading. */
function marked(...lines: readonly string[]) {
  return readNat(["*nat", ...lines, "COMMIT", ""].join("\n"), "nat.txt").masquerade;
}

const NEW = [
  "-A POSTROUTING -j KUBE-POSTROUTING",
  "-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN",
  "-A KUBE-POSTROUTING -j MASQUERADE --random-fully",
];
const OLD = ["-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE"];
const MARK = "-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000";
const SERVICE = ["-A PREROUTING -d 10.96.0.1/32 -p tcp --dport 443 -j KUBE-MARK-MASQ"];
const TO_SERVICE = { ipVersion: 4, protocol: "TCP", dst: "10.96.0.1", port: 443 };

test.each<[what: string, lines: readonly string[], packets: readonly object[]]>([
  ["kube-proxy's mark, new form", [MARK, ...SERVICE, ...NEW], [TO_SERVICE]],
  ["its old form", [MARK, ...SERVICE, ...OLD], [TO_SERVICE]],
  ["--or-mark", [MARK.replace("--set-xmark 0x4000/0x4000", "--or-mark 0x4000"), ...SERVICE, ...OLD], [TO_SERVICE]],
  ["another mark", [MARK.replaceAll("0x4000", "0x8000"), ...SERVICE, ...NEW], []],
  ["a mark that nothing masquerades", [MARK, ...SERVICE], []],
  [
    "only those that are not of the pods",
    [MARK, "-A PREROUTING ! -s 192.168.0.0/16 -d 10.96.0.1/32 -p tcp --dport 443 -j KUBE-MARK-MASQ", ...NEW],
    [{ ...TO_SERVICE, except: [{ srcIP: "192.168.0.0/16" }] }],
  ],
  [
    "what is sent by the node itself, once",
    [MARK, ...SERVICE, SERVICE[0]?.replace("PREROUTING", "OUTPUT") ?? "", ...NEW],
    [TO_SERVICE],
  ],
])("%s", (_, lines, packets) => expect(marked(...lines)).toEqual(packets));
