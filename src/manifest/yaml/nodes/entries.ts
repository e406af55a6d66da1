import type { Code } from "../../../model/diagnostic.ts";
import type { Key } from "./key.ts";
import type { YamlNode } from "./node.ts";
import { resolvePlain } from "./scalars.ts";

type Report = (key: YamlNode, code: Code, message: string, severity: "error" | "warning", help: string) => void;

/** The fields of one map in Go's order: what is written later counts, be it a field or what `<<` brings. */
export class Entries {
  readonly #values = new Map<string, unknown>();
  /** How the key of each field was written where it is not text; `"merged"` for what `<<` brought. */
  readonly #origins = new Map<string, { readonly spelling: string | undefined; readonly isMerged: boolean }>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Adds a field. */
  set(name: Extract<Key, { kind: "name" }>, key: YamlNode, value: unknown): void {
    const before = this.#origins.get(name.name);
    if (before !== undefined) {
      if (before.spelling !== name.spelling || name.name === ".nan")
        this.#report(key, "yaml.key", `\`${name.name}\` is given in two ways, and either may count`, "error", REMOVE);
      else if (before.isMerged)
        this.#report(key, DUPLICATE, `\`${name.name}\` is in \`<<\` too; this one counts`, "warning", REMOVE);
      else this.#report(key, DUPLICATE, `\`${name.name}\` is given twice; the last one counts`, "warning", REMOVE);
    }
    this.#put(name.name, value, name.spelling, false);
  }

  /** Lays the fields of a merged map over those there are; `key` is the `<<`. */
  merge(key: YamlNode, fields: readonly (readonly [string, unknown])[]): void {
    for (const [name, value] of fields) {
      const spelling = resolvePlain(name) === name ? undefined : name;
      const before = this.#origins.get(name);
      if (before !== undefined && (before.spelling !== undefined || spelling !== undefined))
        this.#report(key, "yaml.key", `\`${name}\` is given twice, and either may count`, "error", REMOVE);
      else if (before !== undefined && !before.isMerged) {
        const message = `\`${name}\` is given before \`<<\`, which replaces it for Calico`;
        this.#report(key, DUPLICATE, message, "warning", "put `<<` first, or remove one of them");
      } else if (before !== undefined)
        this.#report(key, DUPLICATE, `\`<<\` brings \`${name}\` twice`, "warning", REMOVE);
      this.#put(name, value, spelling, true);
    }
  }

  toObject(): object {
    return Object.fromEntries(this.#values);
  }

  #put(name: string, value: unknown, spelling: string | undefined, isMerged: boolean): void {
    this.#values.set(name, value);
    this.#origins.set(name, { spelling, isMerged });
  }
}

const DUPLICATE = "yaml.duplicate-key";
const REMOVE = "remove one of them";
