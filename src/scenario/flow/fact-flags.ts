import type { DnatRule } from "../../model/flow.ts";
import { parseNet } from "../../model/net/address.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { Facts } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import { parseProtocol, parseSocket } from "./packet-args.ts";

/** The options that state facts of a node themselves. */
export interface FactFlags {
  /** `eth0=10.0.0.1,fd00::1` each. */
  readonly interface: readonly string[];
  /** `tcp:10.0.0.1:31852=192.168.1.10:8080` each. */
  readonly dnat: readonly string[];
  /** The same of packets that the node itself sends. */
  readonly outputDnat: readonly string[];
}

/** The facts that `--interface`, `--dnat` and `--output-dnat` state: none of a kind whose option is absent. Throws `RequestError`. */
export function factsFromFlags({ interface: interfaces, dnat, outputDnat }: FactFlags): Facts {
  return {
    ...(interfaces.length > 0 && { interfaces: Object.fromEntries(interfaces.map(parseInterface)) }),
    ...(dnat.length > 0 && { dnat: dnat.map(parseDnat) }),
    ...(outputDnat.length > 0 && { outputDnat: outputDnat.map(parseDnat) }),
  };
}

function parseInterface(text: string): readonly [string, readonly string[]] {
  const [name = "", ...rest] = text.split("=");
  const addresses = rest
    .join("=")
    .split(",")
    .filter((address) => address !== "");
  const isWrong = addresses.some((address) => parseNet(address) === undefined);
  if (name !== "" && rest.length > 0 && !isWrong) return [name, addresses];
  throw new RequestError(
    `invalid interface \`${text}\``,
    "write --interface eth0=10.0.0.1,fd00::1, or with their networks' lengths: eth0=10.0.0.1/24",
  );
}

function parseDnat(text: string): DnatRule {
  const match = /^([a-z0-9]+):(.+)=(.+)$/i.exec(text);
  if (match === null) {
    throw new RequestError(`invalid DNAT \`${text}\``, "write --dnat tcp:10.0.0.1:31852=192.168.1.10:8080");
  }
  const dst = parseSocket(match[2] ?? "", "DNAT destination");
  const to = parseSocket(match[3] ?? "", "DNAT target");
  return {
    protocol: protocolName(parseProtocol(match[1] ?? "")),
    dst: dst.ip,
    ...(dst.port !== undefined && { port: dst.port }),
    toIP: to.ip,
    ...(to.port !== undefined && { toPort: to.port }),
  };
}
