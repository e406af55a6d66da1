import { describe, expect, test } from "vitest";
import {
  addressName,
  labelKey,
  networkName,
  nodeName,
  profileName,
  v3Name,
  v3Selector,
} from "../../../src/manifest/v1/names.ts";

/** Tables of what a text becomes, by the function that makes it so. */
const TABLES: Readonly<Record<string, readonly [(text: string) => string, Readonly<Record<string, string>>]>> = {
  "names with dots": [
    (text) => v3Name(text),
    {
      "node1.eth0": "node1.eth0",
      "Node1.Eth0": "node1.eth0",
      "web server": "web-server",
      a_b__c: "a-b-c",
      "-a-.-b-": "a.b",
      "..a..": "a",
      "ä€": "",
    },
  ],
  "names of policies": [
    (text) => v3Name(text, false),
    { "my.Policy": "my-policy", allow: "allow", "k8s/ns/p": "k8s-ns-p", _: "" },
  ],
  nodes: [nodeName, { Node1: "node1", "ip-10-0-0-1.Example.COM": "ip-10-0-0-1.example.com" }],
  profiles: [profileName, { "k8s_ns.default": "kns.default", "k8s_ns.My_ns": "kns.my-ns", Web_1: "web-1", p: "p" }],
  addresses: [
    addressName,
    {
      "5.5.5.5": "5-5-5-5",
      "0.0.0.0": "0-0-0-0",
      "aa:bb::ff": "00aa-00bb-0000-0000-0000-0000-0000-00ff",
      "::": "0000-0000-0000-0000-0000-0000-0000-0000",
      nonsense: "nonsense",
      "1.2.3": "1-2-3",
    },
  ],
  networks: [
    networkName,
    {
      "10.0.0.0/8": "10-0-0-0-8",
      "192.168.0.1/16": "192-168-0-1-16",
      "fd00::/64": "fd00-0000-0000-0000-0000-0000-0000-0000-64",
      "10.0.0.0": "10-0-0-0",
    },
  ],
  "label keys": [
    labelKey,
    {
      role: "role",
      "calico/k8s_ns": "projectcalico.org/namespace",
      "k8s_ns/label/team": "pcns.team",
      "calico/other": "calico/other",
    },
  ],
  selectors: [
    v3Selector,
    {
      "": "",
      "role == 'web'": "role == 'web'",
      "calico/k8s_ns == 'calico/k8s_ns'": "projectcalico.org/namespace == 'calico/k8s_ns'",
      'has(k8s_ns/label/a) && b in {"k8s_ns/label/a"}': 'has(pcns.a) && b in {"k8s_ns/label/a"}',
      "!has(calico/k8s_ns)||x=='y'": "!has(projectcalico.org/namespace)||x=='y'",
      "a == 'it": "a == 'it",
    },
  ],
};

describe.each(Object.entries(TABLES))("%s", (_, [become, table]) => {
  test.each(Object.entries(table))("%s", (text, expected) => {
    expect(become(text)).toBe(expected);
    // What is converted once is not changed by another conversion.
    expect(become(expected)).toBe(expected);
  });
});
