import { isObject } from "../../model/json.ts";
import type { CalicoVersionRules, FailsafePort } from "../../model/kinds/version.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { FieldPath, Located } from "../../model/resource.ts";
import type { CompiledFailsafe, FelixSettings } from "./compiled.ts";
import { readNet } from "./nets.ts";
import { fieldOf, type Problems, readBoolean, readList, readNumber, readString } from "./spec-fields.ts";

const SPEC = ["spec"] as const;

/** Felix's settings where no FelixConfiguration sets others. */
export function defaultSettings(calico: CalicoVersionRules): FelixSettings {
  return {
    interfacePrefixes: ["cali"],
    endpointToHost: "Drop",
    failsafeInbound: calico.failsafeInbound.map(failsafe),
    failsafeOutbound: calico.failsafeOutbound.map(failsafe),
    checkInvalid: true,
    vxlanPort: 4789,
    allowVxlan: false,
    allowIpip: false,
  };
}

/**
 * The settings with one FelixConfiguration on top (`default` first, then `node.<name>`). A field that cannot be read is
 * reported and leaves the setting below in force, as Felix falls back to its default.
 */
export function overlaySettings(below: FelixSettings, { resource }: Located, problems: Problems): FelixSettings {
  const { spec } = resource;
  const prefix = readString(spec, "interfacePrefix", SPEC, problems);
  const vxlanPort = readNumber(spec, "vxlanPort", { min: 1, max: 65535 }, SPEC, problems);
  const flag = (key: string, otherwise: boolean) => {
    const before = problems.length;
    const value = readBoolean(spec, key, SPEC, problems);
    return fieldOf(spec, key) === undefined || problems.length > before ? otherwise : value;
  };
  return {
    interfacePrefixes: prefix === "" ? below.interfacePrefixes : prefix.split(",").filter((entry) => entry !== ""),
    endpointToHost: readEndpointToHost(spec, problems) ?? below.endpointToHost,
    failsafeInbound: readFailsafes(spec, "failsafeInboundHostPorts", problems) ?? below.failsafeInbound,
    failsafeOutbound: readFailsafes(spec, "failsafeOutboundHostPorts", problems) ?? below.failsafeOutbound,
    checkInvalid: !flag("disableConntrackInvalidCheck", !below.checkInvalid),
    vxlanPort: vxlanPort ?? below.vxlanPort,
    allowVxlan: flag("allowVXLANPacketsFromWorkloads", below.allowVxlan),
    allowIpip: flag("allowIPIPPacketsFromWorkloads", below.allowIpip),
  };
}

function failsafe({ protocol, port }: FailsafePort): CompiledFailsafe {
  return { protocol, number: PROTOCOL_NUMBERS[protocol], port };
}

function readEndpointToHost(spec: unknown, problems: Problems): FelixSettings["endpointToHost"] | undefined {
  const written = readString(spec, "defaultEndpointToHostAction", SPEC, problems);
  const text = written.toLowerCase();
  if (text === "") return undefined;
  if (text === "drop") return "Drop";
  if (text === "return") return "Return";
  if (text === "accept") return "Accept";
  problems.push({
    path: ["spec", "defaultEndpointToHostAction"],
    message: `\`${written}\` is not an action here (Drop, Return, Accept)`,
  });
  return undefined;
}

/** A failsafe list; `undefined` when it is absent, so that an empty list turns the failsafes off. */
function readFailsafes(spec: unknown, key: string, problems: Problems): readonly CompiledFailsafe[] | undefined {
  if (fieldOf(spec, key) === undefined) return undefined;
  const before = problems.length;
  const list = readList(spec, key, SPEC, problems, (entry, path) => readFailsafe(entry, path, problems));
  return problems.length > before ? undefined : list;
}

function readFailsafe(entry: unknown, path: FieldPath, problems: Problems): CompiledFailsafe | undefined {
  const name = isObject(entry) ? readString(entry, "protocol", path, problems).toUpperCase() : "";
  const port = readNumber(entry, "port", { min: 0, max: 65535 }, path, problems);
  const protocol = name === "" ? "TCP" : name;
  if ((protocol !== "TCP" && protocol !== "UDP" && protocol !== "SCTP") || port === undefined) {
    problems.push({ path, message: "a failsafe port needs `protocol` (TCP, UDP or SCTP) and `port`" });
    return undefined;
  }
  const text = readString(entry, "net", path, problems);
  const net = text === "" ? undefined : readNet(text);
  if (text !== "" && net === undefined)
    problems.push({ path: [...path, "net"], message: `\`${text}\` is not a network` });
  return { ...failsafe({ protocol, port }), ...(net ? { net } : {}) };
}
