import type { Code } from "../../../model/diagnostic.ts";
import { MAX_NESTING } from "../limits.ts";
import { quoteHelp } from "../quote-help.ts";
import type { TextProblem } from "../text-problem.ts";
import { AliasBudget } from "./alias-budget.ts";
import { Entries } from "./entries.ts";
import { keyOf } from "./key.ts";
import type { AliasNode, MapNode, ScalarNode, YamlNode } from "./node.ts";
import { scalarValue } from "./scalar-value.ts";

/**
 * A document as plain values, as Go's library makes them (objects have only own properties, `__proto__` among them if it is
 * written). Aliases share their anchor's value. Findings go to `report`; values with errors are left out. `text` is what was
 * parsed.
 */
export function composeValue(root: YamlNode, text: string, report: (problem: TextProblem) => void): unknown {
  return new Composer(text, report).convert(root, 0);
}

interface Anchor {
  value: unknown;
  size: number;
  isOpen: boolean;
  readonly kind: YamlNode["kind"];
}

class Composer {
  readonly #text: string;
  readonly #report: (problem: TextProblem) => void;
  readonly #anchors = new Map<string, Anchor>();
  readonly #budget = new AliasBudget();

  constructor(text: string, report: (problem: TextProblem) => void) {
    this.#text = text;
    this.#report = report;
  }

  convert(node: YamlNode, depth: number): unknown {
    this.#budget.count();
    if (node.kind === "alias") return this.#alias(node);
    if (node.anchor === undefined) return this.#unaliased(node, depth);
    const before = this.#budget.size;
    const anchor: Anchor = { value: undefined, size: 0, isOpen: true, kind: node.kind };
    this.#anchors.set(node.anchor, anchor);
    anchor.value = this.#unaliased(node, depth);
    anchor.size = this.#budget.size - before + 1;
    anchor.isOpen = false;
    return anchor.value;
  }

  #alias(node: AliasNode): unknown {
    const anchor = this.#anchors.get(node.name);
    const shown = `*${node.name}`;
    if (anchor === undefined)
      return this.#error(node, "yaml.alias", `no anchor \`&${node.name}\` before this alias`, quoteHelp(shown));
    if (anchor.isOpen) return this.#error(node, "yaml.alias", `\`${shown}\` is inside its own anchor`);
    const spent = this.#budget.repeat(anchor.size);
    if (spent === "just now") this.#error(node, "yaml.alias", "aliases repeat too much");
    return spent === false ? anchor.value : undefined;
  }

  #unaliased(node: Exclude<YamlNode, AliasNode>, depth: number): unknown {
    if (depth > MAX_NESTING) return this.#error(node, "yaml.too-deep", `nested deeper than ${MAX_NESTING} levels`);
    if (node.kind === "scalar") return this.#scalar(node);
    if (node.kind === "list") return node.items.map((item) => this.convert(item, depth + 1));
    return this.#map(node, depth);
  }

  #scalar(node: ScalarNode): unknown {
    const result = scalarValue(node);
    if (!result.ok) return this.#error(node, result.code, result.message, result.help);
    const { value } = result;
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    return this.#error(node, "yaml.number", `invalid number \`${this.#text.slice(node.from, node.to)}\``);
  }

  #map(node: MapNode, depth: number): unknown {
    const entries = new Entries((key, code, message, severity, help) =>
      this.#report({ severity, code, message, from: key.from, to: key.to, help }),
    );
    for (const { key, value } of node.entries) {
      const named = keyOf(key);
      if (named.kind === "invalid") this.#error(key, "yaml.key", "a key must be text", "quote it");
      else if (named.kind === "merge") this.#merge(key, value, entries, depth);
      else entries.set(named, key, this.convert(value, depth + 1));
    }
    return entries.toObject();
  }

  /** `<<: *x` or `<<: [*x, *y]`: of several maps the first wins, so that the last is laid down first. */
  #merge(key: YamlNode, value: YamlNode, entries: Entries, depth: number): void {
    const maps = value.kind === "list" ? [...value.items].reverse() : [value];
    for (const map of maps) {
      const fields = this.convert(map, depth + 1);
      const kind = map.kind === "alias" ? this.#anchors.get(map.name)?.kind : map.kind;
      if (kind === "map") entries.merge(key, Object.entries(fields ?? {}));
      else if (map.kind !== "alias" || kind !== undefined)
        this.#error(map, "yaml.merge", "`<<` needs a map, or a list of maps", "write `<<: *NAME`, or quote the key");
    }
  }

  #error(node: YamlNode, code: Code, message: string, help?: string): undefined {
    const { from, to } = node;
    this.#report({ severity: "error", code, message, from, to, ...(help !== undefined && { help }) });
    return undefined;
  }
}
