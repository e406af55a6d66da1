import { expect, test } from "vitest";
import { read, resource } from "../read.ts";

/** A kind with a refused text in it, and the helps of its findings. */
type Row = readonly [kind: string, spec: object, helps: readonly string[], metadata?: object];

const NBSP = "a no-break space (U+00A0) is in it: type a space";
/** `NODE` as a shell would fill it in. */
const NODE = ["$", "{NODE}"].join("");
const fill = (text: string) => `\`${text}\` is a placeholder: fill it in`;

const ROWS: readonly Row[] = [
  [
    "HostEndpoint",
    { node: NODE, interfaceName: "eth0", expectedIPs: ["<worker-node-private-ip>"] },
    [fill("<worker-node-name>"), fill(NODE), fill("<worker-node-private-ip>")],
    { name: "<worker-node-name>-private" },
  ],
  ["GlobalNetworkSet", { nets: ["$POD_CIDR"] }, [fill("$POD_CIDR")]],
  ["BGPPeer", { peerIP: "<ip of the router>", asNumber: "<as>" }, [fill("<ip of the router>"), fill("<as>")]],
  ["GlobalNetworkPolicy", { selector: "<selector>" }, [fill("<selector>")]],
  ["GlobalNetworkSet", { nets: ["{{ .Values.net }}"] }, ["`{{ .Values.net }}` is of a template: render it first"]],
  ["GlobalNetworkPolicy", { "\u00a0selector": "all()" }, [NBSP]],
  ["GlobalNetworkPolicy", { selector: "a\u00a0== 'b'" }, [NBSP]],
  ["GlobalNetworkPolicy", {}, [NBSP], { name: "a\u00a0b" }],
  ["GlobalNetworkPolicy", {}, ["an invisible character (U+200B) is in it: remove it"], { name: "a\u200bb" }],
  [
    "GlobalNetworkPolicy",
    { selector: "a == \u2018b\u2019" },
    ["`\u2018` (U+2018) is not a quote here: type `'` or `\"`"],
  ],
  ["GlobalNetworkPolicy", { selector: "a = 'b'" }, ["did you mean `a == 'b'`?"]],
];

test.each(ROWS.map(([kind, spec, helps, metadata]) => ({ kind, spec, helps, metadata })))(
  "$kind $spec $metadata",
  ({ kind, spec, helps, metadata }) => {
    const { diagnostics } = read(resource(kind, spec, metadata), "validate", "v3.32");
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ help }) => help)).toEqual(helps);
  },
);
