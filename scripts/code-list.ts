import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./schema-files.ts";

/** `src/generated/codes.ts`: the diagnostic codes that schemas/README.md explains, in its order. */
export function codeList(): string {
  const page = readFileSync(join(ROOT, "schemas", "README.md"), "utf8");
  const codes = [...page.matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, code]) => JSON.stringify(code));
  return `/** Every diagnostic code. */\nexport const CODES: readonly string[] = [\n${codes.map((code) => `  ${code},`).join("\n")}\n];\n`;
}
