import type { Json, Schema } from "../../schema-files.ts";
import { all, any, fields, GIVEN, message, NOT_EMPTY, needs, oneOf, refused, TEXT, when } from "./conditions.ts";

const SIDES = ["source", "destination"];

/** One of the lists of both sides matches. */
const someList = (names: readonly string[], list: Schema): Schema =>
  any(...SIDES.flatMap((side) => names.map((name) => fields({ [side]: fields({ [name]: list }) }))));

/** Every item of such lists on both sides matches. */
const everyItem = (names: readonly string[], items: Schema): Schema => ({
  properties: Object.fromEntries(
    SIDES.map((side) => [side, { properties: Object.fromEntries(names.map((name) => [name, { items }])) }]),
  ),
});

const PORTS = ["ports", "notPorts"];
const WITH_PORTS: Json[] = ["TCP", "UDP", "SCTP", 6, 17, 132, "6", "17", "132"];
const NEEDS_PORTS = message("port.protocol", "a rule with ports needs protocol TCP, UDP or SCTP (SCTP since v3.32)");
/** Numbers and ranges need a protocol in every version, names since v3.32 do not. */
const NUMBER: Schema = { anyOf: [{ type: "integer" }, { type: "string", pattern: "^[0-9]" }] };
const numbered: Schema = { type: "array", contains: NUMBER };

const BY_NAME = message("icmp.protocol", "a rule with `icmp` needs protocol ICMP or ICMPv6, by name");

const NETS = ["nets", "notNets"];
/** Text of the other family; an IPv4 network in IPv6 form (`::ffff:...`) counts as neither. */
const OTHER = { 4: "^[^:]*$|:[fF]{4}:", 6: ":" } as const;
const familyMessage = (family: 4 | 6): string =>
  message("net.family", `a network of an IPv${family} rule is IPv${family}: split the rule, or change \`ipVersion\``);
const ofFamily = (family: 4 | 6): Schema =>
  everyItem(NETS, { pattern: OTHER[family], patternErrorMessage: familyMessage(family) });

const families: Schema[] = ([4, 6] as const).flatMap((family) => {
  const name = family === 4 ? "ICMP" : "ICMPv6";
  const text = message("ip-version.protocol", `protocol ${name} needs \`ipVersion: ${family}\``);
  return [
    when(fields({ ipVersion: { const: family } }), ofFamily(family)),
    when(
      any(fields({ protocol: { const: name } }), fields({ notProtocol: { const: name } })),
      oneOf("ipVersion", [family], text),
    ),
  ];
});

/** Rules of a rule (src/manifest/checks/rules.ts). */
export const RULE: Schema[] = [
  when(someList(PORTS, numbered), needs("protocol", NEEDS_PORTS)),
  when(
    all(
      someList(PORTS, NOT_EMPTY),
      fields({ protocol: { anyOf: [{ type: "integer" }, { type: "string", pattern: "^[A-Z1-9]" }] } }),
    ),
    oneOf("protocol", WITH_PORTS, NEEDS_PORTS),
  ),
  when(fields({ icmp: GIVEN }), needs("protocol", BY_NAME)),
  when(fields({ icmp: GIVEN }), { properties: { protocol: { enum: ["ICMP", "ICMPv6"], errorMessage: BY_NAME } } }),
  ...families,
  when(someList(NETS, { type: "array", contains: { type: "string", pattern: "^[0-9.]+/" } }), ofFamily(4)),
  when(
    fields({ http: GIVEN }),
    all(
      oneOf("action", ["Allow"], message("http.action", "`http` is for rules that allow only")),
      oneOf("protocol", ["TCP"], message("http.protocol", "a rule with `http` needs protocol TCP, by name, or none")),
    ),
  ),
];

/** An ICMP code needs a type. */
export const ICMP: Schema[] = [
  when(fields({ code: GIVEN }), needs("type", message("icmp.code", "an ICMP code needs a `type`"))),
];

/** The paths and methods of HTTP requests. */
export const HTTP: Schema[] = [{ properties: { methods: { uniqueItems: true } } }];

export const HTTP_PATH: Schema[] = [
  when(
    fields({ exact: TEXT }),
    refused("prefix", message("http.path", "a path has either `exact` or `prefix`, not both"), TEXT),
  ),
];
