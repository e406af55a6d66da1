import type { Diagnostic } from "../../model/diagnostic.ts";
import { isObject } from "../../model/json.ts";
import type { CalicoVersionRules, FailsafePort } from "../../model/kinds/version.ts";
import { parseAddress } from "../../model/net/address.ts";
import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import { displayId, type FieldPath, type Located, resourceId } from "../../model/resource.ts";
import { type CompileMemo, Told, valuesOf } from "../compile-memo.ts";
import type { CompiledFailsafe, FelixSettings, Net, OutgoingNat, WireguardSettings, World } from "./compiled.ts";
import { ignoredFields } from "./ignored-fields.ts";
import { readNet } from "./nets.ts";
import { atField, fieldOf, type Problems, readBoolean, readList, readNumber, readString } from "./spec-fields.ts";

const SPEC = ["spec"] as const;
const ENDPOINT_ACTIONS: readonly FelixSettings["endpointToHost"][] = ["Drop", "Return", "Accept"];

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
    wireguard: {
      4: { enabled: false, port: 51820, interface: "wireguard.cali" },
      6: { enabled: false, port: 51821, interface: "wg-v6.cali" },
    },
    externalNodes: [],
    nftables: false,
    acceptReturns: false,
    allowsSpoofing: false,
    dropsServiceLoops: calico.serviceLoopPrevention,
    floatingIps: calico.floatingIps === "always",
    outgoingNat: { sparesHosts: false, interfaces: "" },
  };
}

/**
 * The settings with one FelixConfiguration on top (`default` first, then `node.<name>`). A field that cannot be read is
 * reported and leaves the setting below in force, as Felix falls back to its default.
 */
export function overlaySettings(
  below: FelixSettings,
  { resource }: Located,
  calico: CalicoVersionRules,
  problems: Problems,
): FelixSettings {
  const { spec } = resource;
  const prefix = readString(spec, "interfacePrefix", SPEC, problems);
  const vxlanPort = readNumber(spec, "vxlanPort", { min: 1, max: 65535 }, SPEC, problems);
  const flag = (key: string, otherwise: boolean) => {
    const before = problems.length;
    const value = readBoolean(spec, key, SPEC, problems);
    return fieldOf(spec, key) === undefined || problems.length > before ? otherwise : value;
  };
  const tunnel = (key: "ipipEnabled" | "vxlanEnabled") =>
    fieldOf(spec, key) === undefined ? {} : { [key]: flag(key, below[key] ?? false) };
  return {
    ...below,
    ...tunnel("ipipEnabled"),
    ...tunnel("vxlanEnabled"),
    ...(calico.wireguard ? { wireguard: readWireguard(below, spec, flag, problems) } : {}),
    outgoingNat: readOutgoingNat(below.outgoingNat, spec, problems),
    externalNodes: readExternalNodes(spec, problems) ?? below.externalNodes,
    acceptReturns: readSwitch(spec, "iptablesFilterAllowAction", ["Accept", "Return"], problems, below.acceptReturns),
    ...(calico.nftables && {
      nftables: readSwitch(spec, "nftablesMode", ["Disabled", "Auto", "Enabled"], problems, below.nftables),
    }),
    ...(calico.serviceLoopPrevention && {
      allowsSpoofing: readSwitch(spec, "workloadSourceSpoofing", ["Disabled", "Any"], problems, below.allowsSpoofing),
      dropsServiceLoops: !readSwitch(
        spec,
        "serviceLoopPrevention",
        ["Drop", "Reject", "Disabled"],
        problems,
        !below.dropsServiceLoops,
      ),
      floatingIps: readSwitch(spec, "floatingIPs", ["Disabled", "Enabled"], problems, below.floatingIps),
    }),
    interfacePrefixes: prefix === "" ? below.interfacePrefixes : prefix.split(",").filter((entry) => entry !== ""),
    endpointToHost:
      readChoice(spec, "defaultEndpointToHostAction", ENDPOINT_ACTIONS, "an action here", problems) ??
      below.endpointToHost,
    failsafeInbound: readFailsafes(spec, "failsafeInboundHostPorts", problems) ?? below.failsafeInbound,
    failsafeOutbound: readFailsafes(spec, "failsafeOutboundHostPorts", problems) ?? below.failsafeOutbound,
    checkInvalid: !flag("disableConntrackInvalidCheck", !below.checkInvalid),
    vxlanPort: vxlanPort ?? below.vxlanPort,
    allowVxlan: flag("allowVXLANPacketsFromWorkloads", below.allowVxlan),
    allowIpip: flag("allowIPIPPacketsFromWorkloads", below.allowIpip),
  };
}

/** What the settings depend on besides FelixConfigurations. */
interface SettingsOptions {
  readonly calico: CalicoVersionRules;
  /** The dataplane where none is chosen. */
  readonly dataplane?: "iptables" | "nftables";
  readonly memo: CompileMemo;
}

/**
 * The settings of each node that has some of its own, and under "" those of all others, from FelixConfigurations; findings
 * are added to `diagnostics`.
 */
export function settingsByNode(
  configurations: readonly Located[],
  { calico, dataplane, memo }: SettingsOptions,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, FelixSettings> {
  const overlay = (below: FelixSettings, located: Located | undefined): FelixSettings => {
    if (located === undefined) return below;
    const result = memo.resource(
      located,
      () => [below],
      () => {
        const problems: Problems = [];
        const value = overlaySettings(below, located, calico, problems);
        const found = problems.map((problem) => fallback(located, problem));
        return new Told(value, [...found, ...ignoredFields(located, calico)]);
      },
    );
    const { values, diagnostics: told } = valuesOf([result]);
    diagnostics.push(...told);
    return values[0] ?? below;
  };
  const named = new Map(configurations.map((located) => [located.resource.metadata.name, located]));
  const below = memo.made("settings", [calico, dataplane], () => ({
    ...defaultSettings(calico),
    nftables: calico.nftables && dataplane === "nftables",
  }));
  const common = overlay(below, named.get("default"));
  const settings = new Map([["", common]]);
  for (const [name, located] of named) {
    if (name.startsWith("node.")) settings.set(name.slice("node.".length), overlay(common, located));
  }
  return memo.made("settings by node", [...settings].flat(), () => settings);
}

/** Felix's settings on a node. */
export function settingsOf(settings: World["settings"], node: string): FelixSettings {
  const found = settings.get(node) ?? settings.get("");
  if (found === undefined) throw new Error("a World always holds settings for nodes without their own");
  return found;
}

/** A setting of which the last of the values means true; others mean false. */
function readSwitch(
  spec: unknown,
  key: string,
  values: readonly string[],
  problems: Problems,
  otherwise: boolean,
): boolean {
  const chosen = readChoice(spec, key, values, `a value of \`${key}\``, problems);
  return chosen === undefined ? otherwise : chosen === values.at(-1);
}

/** The value that a setting has, written in any case; `undefined` when absent or after reporting that it is not `what`. */
function readChoice<Value extends string>(
  spec: unknown,
  key: string,
  values: readonly Value[],
  what: string,
  problems: Problems,
): Value | undefined {
  const written = readString(spec, key, SPEC, problems);
  if (written === "") return undefined;
  const chosen = values.find((value) => value.toLowerCase() === written.toLowerCase());
  if (chosen === undefined)
    problems.push({ path: [...SPEC, key], message: `\`${written}\` is not ${what} (${values.join(", ")})` });
  return chosen;
}

function readWireguard(
  { wireguard: below }: FelixSettings,
  spec: unknown,
  flag: (key: string, otherwise: boolean) => boolean,
  problems: Problems,
): FelixSettings["wireguard"] {
  const of = (suffix: "" | "V6", { enabled, port, interface: name }: WireguardSettings): WireguardSettings => ({
    interface: readString(spec, `wireguardInterfaceName${suffix}`, SPEC, problems) || name,
    enabled: flag(`wireguardEnabled${suffix}`, enabled),
    port: readNumber(spec, `wireguardListeningPort${suffix}`, { min: 1, max: 65535 }, SPEC, problems) ?? port,
  });
  return { 4: of("", below[4]), 6: of("V6", below[6]) };
}

function readOutgoingNat(below: OutgoingNat, spec: unknown, problems: Problems): OutgoingNat {
  const exclusions = ["IPPoolsOnly", "IPPoolsAndHostIPs"];
  const address = parseAddress(readString(spec, "natOutgoingAddress", SPEC, problems)) ?? below.address;
  return {
    sparesHosts: readSwitch(spec, "natOutgoingExclusions", exclusions, problems, below.sparesHosts),
    ...(address?.family === 4 && { address }),
    interfaces: readString(spec, "iptablesNATOutgoingInterfaceFilter", SPEC, problems) || below.interfaces,
  };
}

function readExternalNodes(spec: unknown, problems: Problems): readonly Net[] | undefined {
  if (fieldOf(spec, "externalNodesList") === undefined) return undefined;
  return readList(spec, "externalNodesList", SPEC, problems, (entry, index) => {
    const net = typeof entry === "string" ? readNet(entry) : undefined;
    const path = [...SPEC, "externalNodesList", index];
    if (net === undefined) problems.push({ path, message: `\`${String(entry)}\` is not an address or network` });
    return net;
  });
}

function failsafe({ protocol, port }: FailsafePort): CompiledFailsafe {
  return { protocol, number: PROTOCOL_NUMBERS[protocol], port };
}

/** A failsafe list; `undefined` when it is absent, so that an empty list turns the failsafes off. */
function readFailsafes(spec: unknown, key: string, problems: Problems): readonly CompiledFailsafe[] | undefined {
  if (fieldOf(spec, key) === undefined) return undefined;
  const before = problems.length;
  const list = readList(spec, key, SPEC, problems, (entry, index) =>
    readFailsafe(entry, [...SPEC, key, index], problems),
  );
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

function fallback(located: Located, problem: Problems[number]): Diagnostic {
  return {
    ...atField(located, problem.path),
    severity: "warning",
    code: "world.setting",
    message: `${displayId(resourceId(located.resource))}: ${problem.message}; the setting is not used`,
  };
}
