/** A line of a validator that holds a whole schema, and a place where something of one is read. */
const SCHEMA = /^const (schema\d+) = (\{.*\});$/;
const READ = /(\.call\()?\b(schema\d+)((?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\])*)/g;
const PART = /\.([A-Za-z_$][\w$]*)|\[("(?:[^"\\]|\\.)*")\]/g;

/**
 * Validators with constants for what they read of schemas (lists of values, and which fields there are) in the place of the schemas, which
 * ajv puts into them whole: a sixth of their size. Throws where something is read that no schema has.
 */
export function withoutSchemas(code: string): string {
  const schemas = new Map<string, unknown>();
  const lines = code.split("\n").filter((line) => {
    const [, name, text] = SCHEMA.exec(line) ?? [];
    if (name === undefined || text === undefined) return true;
    schemas.set(name, JSON.parse(text));
    return false;
  });
  const constants = new Map<string, string>();
  const read = lines.map((line) =>
    line.replaceAll(READ, (_, call: string | undefined, name: string, path: string) => {
      const value = [...path.matchAll(PART)].reduce<unknown>(
        (holder, [, word, quoted]) => fieldOf(holder, word ?? (JSON.parse(quoted ?? "") as string)),
        schemas.get(name),
      );
      if (value === undefined) throw new Error(`a validator reads ${name}${path}, which is not there`);
      const text = JSON.stringify(call === undefined ? value : names(value));
      const constant = constants.get(text) ?? `of${constants.size}`;
      constants.set(text, constant);
      return `${call ?? ""}${constant}`;
    }),
  );
  // Behind "use strict", which is the first statement.
  const at = read.findIndex((line) => /^(?:export )?(?:const|function)\b/.test(line));
  read.splice(at, 0, ...[...constants].map(([text, constant]) => `const ${constant} = ${text};`));
  return read.join("\n");
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;
}

/** An object of which only is asked whether it has a name. */
function names(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).map((name) => [name, 0]));
}

/** How ajv writes down an error; it is empty where only is asked whether there is one. */
const NOTED =
  /const (err\d+) = \{(?:instancePath(:[^\n]*?)?,keyword:"(\w+)",params:(\{[^\n]*\}),message:([^\n]*))?\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g;

/** The keywords whose errors are put into words by this tool. */
const OWN_WORDS = "type required enum minLength minimum maximum pattern additionalProperties anyOf".split(" ");

const NOTE = `function noted(all, instancePath, keyword, params, message) {
  const error = { instancePath, keyword, params, message };
  if (all === null) return [error];
  all.push(error);
  return all;
}`;

/** Validators that write each error down by one function, and without words of ajv's that nobody reads. */
export function withNotedErrors(code: string): string {
  const noted = code.replaceAll(
    NOTED,
    (_, _name, path?: string, keyword?: string, params?: string, message?: string) => {
      if (keyword === undefined) return "vErrors = noted(vErrors);\nerrors++;";
      const words = OWN_WORDS.includes(keyword) ? "" : `, ${message}`;
      return `vErrors = noted(vErrors, ${path?.slice(1) ?? "instancePath"}, "${keyword}", ${params}${words});\nerrors++;`;
    },
  );
  if (/vErrors\.push/.test(noted)) throw new Error("the validators write errors down in another way");
  return `${noted}\n${NOTE}`;
}
