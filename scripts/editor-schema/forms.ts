import {
  ANNOTATION_KEY,
  COMMUNITY,
  DNS_NAME,
  INTERFACE,
  IPV4,
  IPV4_IN_ANY_FORM,
  IPV4_INTERFACE,
  IPV6,
  IPV6_INTERFACE,
  LABEL_KEY,
  LABEL_VALUE,
  MAC,
  NETWORK,
  NETWORK_OR_ADDRESS,
  PEER,
  PORT_NAME,
  SELECTOR,
  WIREGUARD_KEY,
} from "./patterns.ts";

/** What text a field takes: the schemas name it in `x-form` (and in `x-scalar: selector`). */
export interface Form {
  /** The code that the validator reports for other text. */
  readonly code: string;
  readonly pattern: string;
  /** What the text is, for the message of an editor. */
  readonly message: string;
  /** Whether a number or a boolean, read as text, can have the form; if not, they are refused. */
  readonly takesNumbers?: true;
  /** Whether Calico passes over an item of a list that is empty. */
  readonly emptyItems?: true;
}

const NAME = "lower case letters, digits, `-` and `.`, letters or digits at both ends of each part";

/** The forms by the names that `x-form` has. */
export const FORMS: Readonly<Record<string, Form>> = {
  network: {
    code: "net.syntax",
    pattern: NETWORK,
    message: "a network such as `10.0.0.0/8`, without bits outside its prefix",
  },
  "network-or-address": {
    code: "net.syntax",
    pattern: NETWORK_OR_ADDRESS,
    message: "a network or an IP address",
    emptyItems: true,
  },
  address: { code: "address.syntax", pattern: `(?:${IPV4}|${IPV6})`, message: "an IP address, without a prefix" },
  "ipv4-address": { code: "address.syntax", pattern: IPV4_IN_ANY_FORM, message: "an IPv4 address" },
  "ipv6-address": { code: "address.syntax", pattern: IPV6, message: "an IPv6 address" },
  "ipv4-interface": {
    code: "address.syntax",
    pattern: IPV4_INTERFACE,
    message: "an IPv4 address, with or without its network: `10.0.0.1/24`",
  },
  "ipv6-interface": {
    code: "address.syntax",
    pattern: IPV6_INTERFACE,
    message: "an IPv6 address, with or without its network: `2001:db8::1/64`",
  },
  peer: { code: "address.syntax", pattern: PEER, message: "an IP address, from Calico v3.32 on also with a port" },
  mac: { code: "address.mac", pattern: MAC, message: "a MAC address" },
  interface: {
    code: "interface.invalid",
    pattern: INTERFACE,
    message: 'an interface: up to 15 letters, digits, `-`, `_` and `.`, or `"*"` for all',
    takesNumbers: true,
  },
  "dns-name": { code: "name.invalid", pattern: DNS_NAME, message: `a name: ${NAME}`, takesNumbers: true },
  "port-name": {
    code: "port.name",
    pattern: PORT_NAME,
    message: "a port's name: up to 15 lower case letters, digits and single `-`, at least one letter",
    takesNumbers: true,
  },
  "label-value": {
    code: "label.value",
    pattern: LABEL_VALUE,
    message: "a label's value: up to 63 letters, digits, `-`, `_` and `.`, letters or digits at both ends",
    takesNumbers: true,
  },
  community: { code: "bgp.communities", pattern: COMMUNITY, message: "a community: `aa:nn` or `aa:nn:mm`" },
  "wireguard-key": { code: "node.key", pattern: WIREGUARD_KEY, message: "a WireGuard key: 32 bytes in base64" },
  selector: {
    code: "selector.syntax",
    pattern: SELECTOR,
    message: "a selector, such as `role == 'web' && has(site)` or `all()`",
  },
};

/** Maps whose keys, and for labels values, have a form: one of `FORMS`. */
export const MAP_FORMS: Readonly<Record<string, { readonly keys: Form; readonly values?: string }>> = {
  labels: {
    keys: {
      code: "label.key",
      pattern: LABEL_KEY,
      message: "a label: up to 63 letters, digits, `-`, `_` and `.`, with or without a DNS name and `/` before it",
    },
    values: "label-value",
  },
  annotations: {
    keys: {
      code: "annotation.key",
      pattern: ANNOTATION_KEY,
      message: "an annotation's key: up to 63 letters, digits, `-`, `_` and `.`, with or without a DNS name and `/`",
    },
  },
};

/** The form as keywords of a schema; `orEmpty`: whether the empty text stands for an absent value. */
export function formKeywords(form: Form, orEmpty: boolean): { readonly [key: string]: string } {
  return {
    pattern: orEmpty ? `^(?:|${form.pattern})$` : `^${form.pattern}$`,
    patternErrorMessage: worded(form.code, form.message),
  };
}

/** What an editor shows: what must be there, and the code that \`calicoctl explain\` explains. */
export function worded(code: string, message: string): string {
  return `must be ${message} [${code}]`;
}
