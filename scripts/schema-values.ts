import { posix } from "node:path";
import { asSchema, isShared, kindOf, type Schema } from "./schema-files.ts";

/** `src/generated/schemas.ts`: the schemas as values, for what explains them. */
export function bundle(schemas: Map<string, Schema>, banner: string): string {
  const names = new Map([...schemas.keys()].map((file) => [file, String(asSchema(schemas.get(file)).title)]));
  const imports = [...names].map(
    ([file, name]) => `import ${name} from "../../schemas/${file}" with { type: "json" };`,
  );
  const entries = (shared: boolean): string =>
    [...names]
      .flatMap(([file, name]) =>
        isShared(file) === shared
          ? [`  ${JSON.stringify(shared ? posix.basename(file) : kindOf(file))}: ${name},`]
          : [],
      )
      .join("\n");
  return `${banner}${imports.join("\n")}

/** The schema of each kind. */
export const KINDS = {\n${entries(false)}\n};

/** The parts that schemas refer to, by file name. */
export const PARTS = {\n${entries(true)}\n};
`;
}
