import type { JsonObject } from "../../model/json.ts";
import { present, type Texts } from "../kubernetes-object.ts";
import { quantityValue } from "./quantity.ts";

/** The least and the most that a limit may be; what is given beyond is raised or lowered to it. */
const BANDWIDTH = [1_000, 1e15] as const;
const BURST = [1_000, (2 ** 32 - 1) * 8] as const;
const PEAKRATE = [1_010, 1.01e15] as const;
const MINBURST = [1_000, 1e8] as const;
const PACKETS = [1, 10_000] as const;
const CONNECTIONS = [1, 2 ** 32 - 1] as const;

const DEFAULT_BURST = 2 ** 32;
const DEFAULT_PACKET_BURST = 5;

/** The names of DSCP values. */
const DSCP_NAMES =
  "DF EF AF11 AF12 AF13 AF21 AF22 AF23 AF31 AF32 AF33 AF41 AF42 AF43 CS0 CS1 CS2 CS3 CS4 CS5 CS6".split(" ");

/**
 * The limits of a pod's traffic that its annotations ask for, as the endpoint has them; empty where there are none. What cannot
 * be read is not a limit, and one that needs another (a burst its rate) is left out without it.
 */
export function qosControls(annotations: Texts): JsonObject {
  const isRequested = Object.keys(annotations).some((key) => key.startsWith(QOS) || key.startsWith("kubernetes.io/"));
  if (!isRequested) return {};
  return present({
    ...controls(annotations, "ingress"),
    ...controls(annotations, "egress"),
    dscp: dscpOf(annotations[`${QOS}dscp`]),
  });
}

const QOS = "qos.projectcalico.org/";

function controls(annotations: Texts, direction: "ingress" | "egress"): JsonObject {
  const of = (name: string, [least, most]: readonly [number, number], older?: string): number => {
    const text = annotations[`${QOS}${direction}${name}`] ?? (older === undefined ? undefined : annotations[older]);
    const value = text === undefined ? undefined : quantityValue(text);
    return value === undefined ? 0 : Math.min(Math.max(value, least), most);
  };
  const bandwidth = of("Bandwidth", BANDWIDTH, `kubernetes.io/${direction}-bandwidth`);
  const requested = of("Peakrate", PEAKRATE);
  const peakrate = bandwidth !== 0 && bandwidth < requested ? requested : 0;
  const packetRate = of("PacketRate", PACKETS);
  const named = {
    Bandwidth: bandwidth,
    Burst: bandwidth === 0 ? 0 : of("Burst", BURST) || DEFAULT_BURST,
    Peakrate: peakrate,
    Minburst: peakrate === 0 ? 0 : of("Minburst", MINBURST),
    PacketRate: packetRate,
    PacketBurst: packetRate === 0 ? 0 : of("PacketBurst", PACKETS) || DEFAULT_PACKET_BURST,
    MaxConnections: of("MaxConnections", CONNECTIONS),
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === 0 ? [] : [[`${direction}${name}`, value]])),
  );
}

/** A name of a DSCP value as it is written in the list of names, or its number. */
function dscpOf(text: string | undefined): string | number | undefined {
  if (text === undefined) return undefined;
  if (/^\+?\d{1,9}$/.test(text)) return Number(text) <= 63 ? Number(text) : undefined;
  const name = text.trim().toUpperCase();
  return DSCP_NAMES.includes(name) ? (text === text.trim() ? name : text) : undefined;
}
