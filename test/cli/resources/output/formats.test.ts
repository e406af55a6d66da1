import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { columnsOf, type Format, formatOf } from "../../../../src/cli/resources/output/formats.ts";
import { UsageError } from "../../../../src/cli/shell/usage.ts";
import { kindNamed } from "../../../../src/model/kinds/kinds.ts";
import { calicoVersionRules } from "../../../../src/model/kinds/version.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const FOLDER = tmpFolder();
const FILE = join(FOLDER, "names.tmpl");
const WRONG = join(FOLDER, "wrong.tmpl");
writeFileSync(FILE, "{{.metadata.name}}\n");
writeFileSync(WRONG, "{{.metadata");
const PATHS = join(FOLDER, "paths");
writeFileSync(PATHS, "{.kind}\n");
const BINARY = join(FOLDER, "binary.tmpl");
writeFileSync(BINARY, new Uint8Array([0x7b, 0xff]));

const FORMATS =
  "get prints ps, wide, yaml, json, name, custom-columns=COLUMN,..., custom-columns-file=FILE, go-template=TEMPLATE, go-template-file=FILE, jsonpath=TEMPLATE, jsonpath-file=FILE";

/** What `-o` says, and the format; or what is wrong, with its help. */
const OUTPUTS: readonly (readonly [output: string, format: Format | string])[] = [
  ["ps", { kind: "table", wide: false }],
  ["wide", { kind: "table", wide: true }],
  ["yaml", { kind: "yaml" }],
  ["yml", { kind: "yaml" }],
  ["json", { kind: "json" }],
  ["name", { kind: "name" }],
  ["custom-columns=NAME", { kind: "columns", columns: [{ heading: "NAME" }] }],
  ["custom-columns=NAME,ORDER", { kind: "columns", columns: [{ heading: "NAME" }, { heading: "ORDER" }] }],
  ["custom-columns=,NAME,,ORDER,", { kind: "columns", columns: [{ heading: "NAME" }, { heading: "ORDER" }] }],
  ["custom-columns=", "custom-columns needs at least one column"],
  ["custom-columns=,", "custom-columns needs at least one column"],
  ["go-template={{.kind}}", { kind: "template", source: "{{.kind}}" }],
  ["go-template=text", { kind: "template", source: "text" }],
  ["go-template=", "go-template needs a template"],
  [`go-template-file=${FILE}`, { kind: "template", source: "{{.metadata.name}}\n" }],
  ["go-template-file=", "go-template-file needs a file"],
  [`go-template-file=${FOLDER}/none`, `cannot read template \`${FOLDER}/none\`: no such file or directory`],
  [`go-template-file=${FOLDER}`, `cannot read template \`${FOLDER}\`: is a directory`],
  [`go-template-file=${BINARY}`, `cannot read template \`${BINARY}\`: it is not UTF-8 text`],
  ["jsonpath={.kind}", { kind: "jsonpath", source: "{.kind}" }],
  [`jsonpath-file=${PATHS}`, { kind: "jsonpath", source: "{.kind}\n" }],
  ["jsonpath=", "jsonpath needs a template"],
  ["jsonpath-file=", "jsonpath-file needs a file"],
  [
    "jsonpath=.metadata.name",
    "this jsonpath has no braces, so that it would only print itself (write it with braces: -o jsonpath='{.metadata.name}')",
  ],
  ["jsonpath={kind}", 'jsonpath: unknown word `kind`; a field is `.kind`, a text "kind" (at character 2)'],
  ["jsonpath={range .a}", "jsonpath: `{range ...}` has no `{end}` (at character 1)"],
  ["custom-columns=A:.a[", "invalid path `.a[` of custom-columns: `[` has no `]` (such as .metadata.name)"],
  [
    `custom-columns-file=${PATHS}`,
    "custom-columns-file has 1 headings and 0 paths (its first line has the headings, its second one a path for each, such as .metadata.name)",
  ],
  ["", `unknown output \`\` (${FORMATS})`],
  ["YAML", `unknown output \`YAML\` (${FORMATS})`],
  ["table", `unknown output \`table\` (${FORMATS})`],
  ["custom-columns", `unknown output \`custom-columns\` (${FORMATS})`],
  ["go-template", `unknown output \`go-template\` (${FORMATS})`],
];

async function read(output: string): Promise<Format | string> {
  try {
    return await formatOf(output);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}${error.help === undefined ? "" : ` (${error.help})`}`;
    throw error;
  }
}

describe("-o", () => {
  test.each(OUTPUTS)("%s", async (output, format) => expect(await read(output)).toEqual(format));
  test.each(["go-template={{.a", `go-template-file=${WRONG}`, "go-template={{end}}"])(
    "%s is not a template",
    async (output) => {
      expect(await read(output)).toMatch(/^template:/);
    },
  );
});

const TABLE: Format = { kind: "table", wide: false };
const WIDE: Format = { kind: "table", wide: true };
const columns = (...headings: string[]): Format => ({
  kind: "columns",
  columns: headings.map((heading) => ({ heading })),
});

/** A kind, a format, and the headings of its table in both versions; or what is wrong. */
const TABLES: readonly (readonly [kind: string, format: Format, before: string, after: string])[] = [
  ["HostEndpoint", TABLE, "NAME NODE", "NAME NODE"],
  ["HostEndpoint", WIDE, "NAME NODE INTERFACE IPS PROFILES", "NAME NODE INTERFACE IPS PROFILES"],
  ["HostEndpoint", columns("NODE", "NAME"), "NODE NAME", "NODE NAME"],
  ["HostEndpoint", columns("NAME", "NAME"), "NAME NAME", "NAME NAME"],
  ["GlobalNetworkPolicy", TABLE, "NAME", "NAME TIER"],
  ["GlobalNetworkPolicy", WIDE, "NAME ORDER SELECTOR", "NAME TIER ORDER SELECTOR"],
  ["GlobalNetworkPolicy", columns("ORDER"), "ORDER", "ORDER"],
  [
    "GlobalNetworkPolicy",
    columns("TIER"),
    "GlobalNetworkPolicy has no column `TIER` (its columns: NAME, ORDER, SELECTOR)",
    "TIER",
  ],
  ["NetworkPolicy", columns("NAMESPACE"), "NAMESPACE", "NAMESPACE"],
  ["WorkloadEndpoint", TABLE, "WORKLOAD NODE NETWORKS INTERFACE", "WORKLOAD NODE NETWORKS INTERFACE"],
  [
    "WorkloadEndpoint",
    WIDE,
    "NAME WORKLOAD NODE NETWORKS INTERFACE PROFILES NATS",
    "NAME WORKLOAD NODE NETWORKS INTERFACE PROFILES NATS",
  ],
  ["WorkloadEndpoint", columns("ORCHESTRATOR"), "ORCHESTRATOR", "ORCHESTRATOR"],
  ["IPPool", TABLE, "NAME CIDR SELECTOR", "NAME CIDR SELECTOR"],
  [
    "IPPool",
    WIDE,
    "NAME CIDR NAT IPIPMODE VXLANMODE DISABLED SELECTOR",
    "NAME CIDR NAT IPIPMODE VXLANMODE DISABLED DISABLEBGPEXPORT SELECTOR ASSIGNMENTMODE",
  ],
  [
    "Node",
    columns("name"),
    "Node has no column `name` (its columns: NAME, ASN, IPV4, IPV6)",
    "Node has no column `name` (its columns: NAME, ASN, IPV4, IPV6)",
  ],
  ["Node", { kind: "yaml" }, "", ""],
  ["Node", { kind: "template", source: "" }, "", ""],
];

describe("the columns of a table", () => {
  test.each(TABLES)("%s %j", (kind, format, before, after) => {
    const info = kindNamed(kind) ?? expect.unreachable(kind);
    const shown = (version: string): string => {
      try {
        return columnsOf(info, format, calicoVersionRules(version))
          .map(({ heading }) => heading)
          .join(" ");
      } catch (error) {
        if (error instanceof UsageError) return `${error.message} (${error.help})`;
        throw error;
      }
    };
    expect([shown("v3.7"), shown("v3.32")]).toEqual([before, after]);
  });
  test("of any version, where it is not known", () => {
    const info = kindNamed("GlobalNetworkPolicy") ?? expect.unreachable();
    expect(columnsOf(info, columns("TIER"), undefined)).toHaveLength(1);
  });
});
