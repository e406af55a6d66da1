/** What a token is: a sign, the beginning or end of a block, a property, or a text. */
export type TokenKind =
  | "end"
  | "document-start"
  | "document-end"
  | "block-list"
  | "block-map"
  | "block-end"
  | "["
  | "]"
  | "{"
  | "}"
  | ","
  | "-"
  | "?"
  | ":"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

/** A token with its place. `?` and the beginnings of blocks may stand for no character. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** What a text says, the name of an anchor or alias, a tag in full. */
  readonly text: string;
  /** Of a text: whether it has no quotes and is not a block. */
  readonly isPlain: boolean;
}
