import type { Schema } from "../../schema-files.ts";
import { all, any, fields, GIVEN, message, NOT_EMPTY, needs, refused, TEXT, when } from "./conditions.ts";

/** Rules of a policy that is pre-DNAT or untracked: only global ones can be (src/manifest/checks/policies.ts). */
const FLAGS: Schema[] = ["preDNAT", "doNotTrack"].flatMap((flag) => {
  const forward = message("policy.apply-on-forward", `a \`${flag}\` policy needs \`applyOnForward: true\``);
  return [
    when(fields({ [flag]: { const: true } }), needs("applyOnForward", forward)),
    when(fields({ [flag]: { const: true } }), {
      properties: { applyOnForward: { enum: [true], errorMessage: forward } },
    }),
  ];
});

const EITHER = message("policy.flags", "a policy is either `preDNAT` or `doNotTrack`: split it into two");
const NO_EGRESS = message(
  "policy.prednat-egress",
  "a `preDNAT` policy is for ingress only: use another policy for egress",
);

const PRE_DNAT = when(
  fields({ preDNAT: { const: true } }),
  all(refused("doNotTrack", EITHER, { const: true }), refused("egress", NO_EGRESS, NOT_EMPTY), {
    properties: { types: { items: when({ const: "Egress" }, { type: "null", errorMessage: NO_EGRESS }) } },
  }),
);

/** A list of rules whose items match. */
const rules = (direction: string, item: Schema): Schema => ({ properties: { [direction]: { items: item } } });
const side = (name: string, entity: Schema): Schema => ({ properties: { [name]: entity } });

const DUPLICATES: Schema = { properties: { types: { uniqueItems: true }, performanceHints: { uniqueItems: true } } };

const HTTP_EGRESS = message("http.egress", "`http` is for ingress rules only");
const serviceSide = (name: string, direction: string, far: string): string =>
  message("service.side", `\`services\` cannot be the ${name} of an ${direction} rule: move it to \`${far}\``);

/** Rules of every policy of Calico's own API. */
export const POLICY: Schema[] = [
  DUPLICATES,
  rules("egress", refused("http", HTTP_EGRESS)),
  rules("ingress", side("destination", refused("services", serviceSide("destination", "ingress", "source")))),
  rules("egress", side("source", refused("services", serviceSide("source", "egress", "destination")))),
];

/** Rules of a policy of no namespace. */
export const GLOBAL_POLICY: Schema[] = [...POLICY, ...FLAGS, PRE_DNAT];

const EXCLUSIVE = ["namespaceSelector", "selector", "notSelector", "nets", "notNets"];
const exclusive = (name: string): string =>
  message("service.exclusive", `\`services\` and \`${name}\` cannot both be set`);

/** A side of a rule that names a service takes all from it (src/manifest/checks/services.ts). */
export const ENTITY: Schema[] = [
  when(
    fields({ services: GIVEN }),
    all(
      refused("serviceAccounts", exclusive("serviceAccounts")),
      ...EXCLUSIVE.map((name) => refused(name, exclusive(name), any(NOT_EMPTY, TEXT))),
    ),
  ),
];

/** A staged deletion has no other fields (src/manifest/checks/tiers.ts). */
export const deletion = (allowed: readonly string[], names: readonly string[]): Schema => {
  const text = message("policy.staged-delete", "a staged deletion has no other fields");
  const given = any(NOT_EMPTY, TEXT, { type: "number" }, { const: true });
  const others = names.filter((name) => !allowed.includes(name));
  return when(fields({ stagedAction: { const: "Delete" } }), all(...others.map((name) => refused(name, text, given))));
};

/** What names a service. */
export const SERVICE: Schema[] = [needs("name", message("field.required", "`services` needs the `name` of a service"))];
