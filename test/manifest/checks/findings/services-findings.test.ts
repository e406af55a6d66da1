import { type FindingsCase, testFindings } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const CASES: readonly FindingsCase[] = [
  [
    "GlobalNetworkPolicy",
    { ingress: [{ action: "Allow", source: { services: { name: "s" } } }] },
    { ingress: [{ action: "Allow", source: { services: { name: "s", namespace: "n" } } }] },
    'field.required spec.ingress[0].source.services at "services": `namespace` is missing: a global policy is in no namespace whose service it could be (add `namespace` to `services`)',
    "v3.32",
  ],
  [
    "NetworkPolicy",
    { egress: [{ action: "Allow", source: { services: { name: "s" } } }] },
    { egress: [{ action: "Allow", destination: { services: { name: "s" } } }] },
    'service.side spec.egress[0].source.services at "services": `services` cannot be the source of an egress rule (move it to `destination`)',
    "v3.32",
    { name: "a", namespace: "n" },
  ],
  [
    "NetworkPolicy",
    { ingress: [{ action: "Allow", source: { services: { name: "My" } } }] },
    { ingress: [{ action: "Allow", source: { services: { name: "my" } } }] },
    'name.invalid spec.ingress[0].source.services.name at "My": invalid name `My` of a service: only lower case letters, digits, `-` and `.`',
    "v3.32",
    { name: "a", namespace: "n" },
  ],
];

testFindings("services of rules", CASES);
