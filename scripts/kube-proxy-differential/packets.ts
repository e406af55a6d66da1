import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../src/model/json.ts";
import { formatAddress, parseAddress } from "../../src/model/net/address.ts";
import type { Cluster } from "./clusters.ts";
import { isOwnAddress, type ProxyPacket } from "./proxy-answer.ts";

const SOURCES = [
  ...["192.168.1.10", "192.168.1.11", "192.168.2.10", "203.0.113.9", "10.0.0.77", "198.51.100.1", "127.0.0.1"],
  ...["10.0.0.1", "172.16.0.1", "fd00:1::10", "2001:db8::9", "fd00::1", "::1"],
];
const OTHERS = ["10.0.0.1", "172.16.0.1", "127.0.0.1", "fd00::1", "::1", "192.168.1.10", "8.8.8.8"];

/** Every packet worth asking about: all addresses and ports of a cluster's Services, from all kinds of sources. */
export function packetsOf({ objects }: Cluster): readonly ProxyPacket[] {
  const services = objects.filter(({ kind }) => kind === "Service");
  const addresses = services.flatMap(({ spec, status }) => {
    const { clusterIPs, externalIPs } = objectOrEmpty(spec);
    const ingress = listOrEmpty(objectOrEmpty(objectOrEmpty(status).loadBalancer).ingress);
    return [...listOrEmpty(clusterIPs), ...listOrEmpty(externalIPs), ...ingress.map((one) => objectOrEmpty(one).ip)];
  });
  const ports = services.flatMap(({ spec }) =>
    listOrEmpty(objectOrEmpty(spec).ports).flatMap((port) => {
      const { port: number, nodePort } = objectOrEmpty(port);
      return [number, nodePort].filter((one): one is number => typeof one === "number");
    }),
  );
  const destinations = [...new Set([...addresses.map(textOrEmpty), ...OTHERS])];
  return destinations.flatMap((dst) =>
    SOURCES.filter((src) => isPossible(src, dst)).flatMap((src) =>
      [...new Set(ports)].flatMap((port) =>
        ["TCP", "UDP", "SCTP"].map((protocol) => ({ isOwn: isOwnAddress(src), protocol, src, dst, port })),
      ),
    ),
  );
}

/** Both of one IP version, and what goes to a loopback address comes from one. */
function isPossible(src: string, dst: string): boolean {
  const [source, destination] = [parseAddress(src), parseAddress(dst)];
  if (source === undefined || destination === undefined || source.family !== destination.family) return false;
  const isLoopback = (text: string) => text === "::1" || text.startsWith("127.");
  return !isLoopback(formatAddress(destination)) || isLoopback(formatAddress(source));
}
