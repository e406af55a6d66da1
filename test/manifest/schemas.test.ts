import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ORDER } from "../../src/generated/order.ts";
import { schemaKinds } from "../../src/manifest/schema.ts";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { CALICO_VERSIONS } from "../../src/model/kinds/version.ts";

/** A JSON schema, as far as these tests look into it. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly "x-since"?: string;
  readonly "x-stored"?: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, "../../schemas");
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".json") && /^(shared\/|v1\/|[^/]*$)/.test(name),
);
const schemas = new Map(files.map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Schema]));

/** Every schema inside a schema, with a name for messages. */
function parts(schema: Schema, name: string): [string, Schema][] {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => parts(part, `${name}.${key}`));
  return [[name, schema], ...properties, ...(schema.items ? parts(schema.items, `${name}[]`) : [])];
}

const everything = [...schemas].flatMap(([file, schema]) => parts(schema, file));
const properties = everything.filter(([name]) => !name.endsWith(".json") && !name.endsWith("[]"));

describe("schemas", () => {
  /** The names of the schemas that do not pass. */
  const check = (list: readonly [string, Schema][], fine: (schema: Schema, name: string) => boolean) =>
    expect(list.filter(([name, schema]) => !fine(schema, name)).map(([name]) => name)).toEqual([]);

  test("there is one for every kind", () => {
    expect([...schemaKinds()].sort()).toEqual(
      allKinds()
        .map(({ kind }) => kind)
        .sort(),
    );
    expect(properties.length).toBeGreaterThan(200);
  });
  test("every field is documented, in a sentence", () =>
    check(properties, ({ description }) => description !== undefined && /^[A-Z].*\.$/.test(description)));
  test("every file has a title and a description", () =>
    check(
      everything.filter(([name]) => name.endsWith(".json")),
      ({ title, description }) => title !== undefined && description !== undefined,
    ));
  test("objects with fields have no others", () =>
    check(
      everything,
      ({ properties, additionalProperties }) => properties === undefined || additionalProperties === false,
    ));
  test("references lead to files", () =>
    check(everything, ({ $ref }, name) => {
      const file = name.replace(/\.json.*/s, ".json");
      return $ref === undefined || schemas.has(join(dirname(file), $ref));
    }));
  test("versions are ones we know", () =>
    check(everything, (schema) => {
      const versions = [...Object.keys(schema["x-stored"] ?? {}), ...(schema["x-since"] ? [schema["x-since"]] : [])];
      return versions.every((version) => (CALICO_VERSIONS as readonly string[]).includes(version));
    }));
  test("no field has a name that every object has", () =>
    check(properties, (_schema, name) => !Object.hasOwn(Object.prototype, name.split(".").at(-1) ?? "")));
});

describe("field order", () => {
  /** The fields of an object of a kind, in stored order. */
  const check = (kind: string, path: readonly string[], expected: readonly string[]) => {
    let node = ORDER[kind];
    for (const part of path) {
      if (node?.kind === "object") node = node.fields[part]?.node;
      if (node?.kind === "list") node = node.items;
    }
    expect(node?.kind === "object" ? Object.keys(node.fields) : undefined).toEqual(expected);
  };

  test("of a resource", () => check("HostEndpoint", [], ["kind", "apiVersion", "metadata", "spec"]));
  test("of a host endpoint", () =>
    check("HostEndpoint", ["spec"], ["node", "interfaceName", "expectedIPs", "profiles", "ports"]));
  test("of a named port", () => check("HostEndpoint", ["spec", "ports"], ["name", "protocol", "port"]));
  test("of a rule", () =>
    check(
      "Profile",
      ["spec", "egress"],
      [
        "action",
        "ipVersion",
        "protocol",
        "icmp",
        "notProtocol",
        "notICMP",
        "source",
        "destination",
        "http",
        "metadata",
      ],
    ));
  test("of a rule's side", () =>
    check(
      "GlobalNetworkPolicy",
      ["spec", "ingress", "source"],
      [
        "nets",
        "selector",
        "namespaceSelector",
        "services",
        "ports",
        "notNets",
        "notSelector",
        "notPorts",
        "serviceAccounts",
      ],
    ));
  test("what is always stored", () => {
    const stored = (kind: string) => {
      const spec = ORDER[kind]?.kind === "object" ? ORDER[kind].fields.spec?.node : undefined;
      const fields = spec?.kind === "object" ? Object.entries(spec.fields) : [];
      return fields.flatMap(([name, field]) =>
        field.stored && "v3.7" in field.stored ? [[name, field.stored["v3.7"]]] : [],
      );
    };
    expect(stored("GlobalNetworkPolicy")).toEqual([["selector", ""]]);
    expect(stored("FelixConfiguration")).toEqual([["XDPRefreshInterval", null]]);
    expect(stored("BGPPeer")).toEqual([
      ["peerIP", ""],
      ["asNumber", 0],
    ]);
    expect(stored("HostEndpoint")).toEqual([]);
  });
});
