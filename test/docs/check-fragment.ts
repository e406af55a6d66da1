import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { parseAllDocuments } from "yaml";
import { readLifelines } from "../../src/cli/guard/lifeline-file.ts";
import { objectOrEmpty } from "../../src/model/json.ts";
import { API_VERSION } from "../../src/model/resource.ts";
import { session } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";
import { type Block, namedFile } from "./blocks.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/**
 * Checks a block of a page that has no commands. YAML must be right: a manifest, a flow file and lifelines as the tool reads them. JSON
 * must be JSON. A block that says it is a file of `examples` must be that file. Programs must be files that a command of the page names.
 */
export async function checkFragment(block: Block, commands: readonly string[]): Promise<void> {
  const file = namedFile(block);
  const text = file?.text ?? `${block.lines.join("\n")}\n`;
  if (file?.name.startsWith("examples/")) expect(text).toBe(readFileSync(join(ROOT, file.name), "utf8"));
  if (block.language === "json") JSON.parse(text);
  else if (block.language === "yaml") await checkYaml(text);
  else if (file === undefined)
    throw new Error("not checked: name it as a file, or list it in `unchecked` with the reason");
  else expect(commands.filter((line) => line.includes(file.name))).not.toEqual([]);
}

const isFlowFile = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, "schemas", "simulate", "flows.schema.json"), "utf8")),
);

async function checkYaml(text: string): Promise<void> {
  const documents = parseAllDocuments(text);
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  const values = documents.map((document) => objectOrEmpty(document.toJS()));
  for (const value of values)
    if ("flows" in value || "forbid" in value || "permit" in value)
      expect(isFlowFile(value), JSON.stringify(isFlowFile.errors)).toBe(true);
    else if ("lifelines" in value) expect(readLifelines({ name: "lifelines.yaml", text }).diagnostics).toEqual([]);
  if (!values.some(({ apiVersion }) => apiVersion === API_VERSION)) return;
  const folder = tmpFolder({ "manifest.yaml": text });
  const ran = await session(folder)(`validate -f ${join(folder, "manifest.yaml")} --calico-version v3.32`);
  expect(ran).toMatchObject({ code: 0 });
}
