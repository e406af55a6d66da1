import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

/** The project's folder. */
export const ROOT: string = join(import.meta.dirname, "..", "..");

/** The schema for editors, compiled alone: it needs no other file. After a call its `errors` say why the value is refused. */
export const editor = new Ajv2020({ allErrors: true, logger: false, strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, "schemas", "editor", "calico.schema.json"), "utf8")),
);
