import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { check, nat } from "./ask-nat.ts";

const KUBE = readFileSync(join(import.meta.dirname, "samples", "kube-proxy.txt"), "utf8");
const WEB = "192.168.1.10 8080 | 192.168.2.10 8080";

describe("packets that the node itself sends", () => {
  check([
    ["a cluster address, from the node itself", KUBE, "process TCP 10.0.0.1 10.96.12.34 80", WEB],
    ["a NodePort, from the node itself", KUBE, "process TCP 10.0.0.1 10.0.0.1 31852", WEB],
    ["its other packets", KUBE, "process TCP 10.0.0.1 10.0.0.2 80", "none"],
    [
      "rules of an interface do not match what the node sends",
      nat("-A OUTPUT -i eth0 -p tcp -j DNAT --to-destination 10.0.0.2"),
      "process TCP 10.0.0.1 10.0.0.9 80",
      "none",
    ],
    [
      "those of all others do",
      nat("-A OUTPUT ! -i docker0 -p tcp -j DNAT --to-destination 10.0.0.2"),
      "process TCP 10.0.0.1 10.0.0.9 80",
      "10.0.0.2",
    ],
    [
      "a redirection of what the node sends goes to its loopback",
      nat("-A OUTPUT -p tcp --dport 80 -j REDIRECT --to-ports 8080"),
      "process TCP 10.0.0.1 10.0.0.9 80",
      "127.0.0.1 8080",
    ],
    [
      "rules for packets that come in are not for those sent",
      nat("-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2"),
      "process TCP 10.0.0.1 10.0.0.9 80",
      "none",
    ],
  ]);
});
