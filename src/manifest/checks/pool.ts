import type { Code } from "../../model/diagnostic.ts";
import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { didYouMean } from "../../model/nearest.ts";
import { cidrsOverlap, formatCidr, LINK_LOCAL, networkOf, parseAddress, parseCidr } from "../../model/net/address.ts";
import type { Resource } from "../../model/resource.ts";
import { type Fix, rename, write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";
import type { Values } from "./lenient.ts";

const BLOCKS = { 4: { smallest: 20, largest: 32, usual: 26 }, 6: { smallest: 116, largest: 128, usual: 122 } } as const;

const on = (mode: unknown): boolean => mode === "Always" || mode === "CrossSubnet";

/**
 * What an IP pool must be (Calico's API reference, IPPool; libcalico-go's validator of IPPoolSpec and what its client
 * checks on writing; recorded: the `ipp-*` cases).
 */
export function checkPool(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  const fail = (field: string, code: Code, message: string, help?: string, fix?: Fix): void =>
    report({ code, message, fix, path: ["spec", field], ...(help !== undefined && { help }) });
  if (on(spec.ipipMode) && on(spec.vxlanMode))
    fail("vxlanMode", "pool.mode", "a pool uses IP-in-IP or VXLAN, not both");
  if (spec.ipip !== undefined) fail("ipip", "pool.old-field", "`ipip` is an old field", "use `ipipMode`");
  if (spec["nat-outgoing"] === true)
    fail(
      "nat-outgoing",
      "pool.old-field",
      "`nat-outgoing` is an old field",
      "use `natOutgoing`",
      rename("natOutgoing", "scalar"),
    );

  checkUses(spec, report);

  const given = textOrEmpty(spec.cidr);
  if (given === "") return;
  const cidr = parseCidr(given);
  if (cidr === undefined) {
    const address = parseAddress(given);
    const help = address && `a pool is a network: \`${formatCidr(networkOf(address))}\` is this one address`;
    fail("cidr", "net.syntax", `invalid network \`${given}\``, help);
    return;
  }
  const { family } = cidr.address;
  if (!cidr.masked)
    fail(
      "cidr",
      "net.masked",
      `\`${given}\` has bits set outside its prefix`,
      didYouMean(formatCidr(cidr)),
      write(formatCidr(cidr)),
    );
  if (LINK_LOCAL.some((local) => cidrsOverlap(local, cidr)))
    fail("cidr", "pool.link-local", `\`${given}\` overlaps the link-local addresses`);
  if (family === 6 && on(spec.ipipMode)) fail("ipipMode", "pool.mode", "IP-in-IP is for IPv4 pools only");
  if (family === 6 && on(spec.vxlanMode) && !calico.ipv6Vxlan)
    fail("vxlanMode", "pool.mode", "VXLAN is for IPv4 pools only");

  const { smallest, largest, usual } = BLOCKS[family];
  const block = typeof spec.blockSize === "number" ? spec.blockSize : usual;
  if (block < smallest || block > largest) {
    fail(
      "blockSize",
      "pool.block-size",
      `the block size of an IPv${family} pool is ${smallest} to ${largest}, not ${block}`,
    );
  } else if (spec.disabled !== true && cidr.prefix > block) {
    fail(
      "cidr",
      "pool.too-small",
      `\`${given}\` is smaller than one block (/${block})`,
      "take a larger network, or set `blockSize`",
    );
  }
}

/**
 * A pool for load balancers is for nothing else, has no tunnels, is announced, and is for all nodes; a pool for tunnels
 * alone cannot be for some namespaces (v3.32).
 */
function checkUses(spec: Values, report: Report): void {
  const uses = listOrEmpty(spec.allowedUses);
  const fail = (field: string, message: string, help: string): void =>
    report({ code: "pool.use", message, help, path: ["spec", field], part: "key" });
  if (uses.length > 0 && uses.every((use) => use === "Tunnel") && textOrEmpty(spec.namespaceSelector) !== "") {
    fail("namespaceSelector", "a pool for tunnels alone has no `namespaceSelector`", "remove `namespaceSelector`");
  }
  if (!uses.includes("LoadBalancer")) return;
  if (uses.some((use) => use === "Workload" || use === "Tunnel")) {
    fail("allowedUses", "a pool for load balancers is for nothing else", "make another pool for the other uses");
  }
  for (const field of ["ipipMode", "vxlanMode"].filter((name) => on(spec[name]))) {
    fail(field, "a pool for load balancers has no tunnels", `write \`${field}: Never\``);
  }
  if (spec.disableBGPExport === true) {
    fail("disableBGPExport", "a pool for load balancers is announced by BGP", "remove `disableBGPExport`");
  }
  const selector = textOrEmpty(spec.nodeSelector);
  if (selector !== "" && selector !== "all()") {
    fail("nodeSelector", "a pool for load balancers is for all nodes", "write `nodeSelector: all()`, or remove it");
  }
}
