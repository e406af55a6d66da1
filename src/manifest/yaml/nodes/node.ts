/** What a text is made of, whichever parser cut it up: the shape that both parsers are compared in, and that values are made of. */
export type YamlNode = ScalarNode | ListNode | MapNode | AliasNode;

interface Placed {
  /** Where it begins in the text, and where it ends. */
  readonly from: number;
  readonly to: number;
}

interface Propertied extends Placed {
  /** The name of its anchor (`&x`). */
  readonly anchor?: string | undefined;
  /** Its tag in full: `tag:yaml.org,2002:int` for `!!int`, `!x` for `!x`. */
  readonly tag?: string | undefined;
}

/** A text; a field without a value is a plain one that is empty. */
export interface ScalarNode extends Propertied {
  readonly kind: "scalar";
  /** Without quotes, escapes resolved, lines folded. */
  readonly text: string;
  /** Whether it has no quotes and is not a block (`|`), so that it may mean a number. */
  readonly isPlain: boolean;
}

/** A list. */
export interface ListNode extends Propertied {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

/** A map, with its entries as they are written: keys may repeat, and may be anything. */
export interface MapNode extends Propertied {
  readonly kind: "map";
  readonly entries: readonly { readonly key: YamlNode; readonly value: YamlNode }[];
}

/** `*x`: the value of the anchor that was last given this name. */
export interface AliasNode extends Placed {
  readonly kind: "alias";
  readonly name: string;
}

/** What stands before the tags of YAML itself. */
export const YAML_TAGS = "tag:yaml.org,2002:";
