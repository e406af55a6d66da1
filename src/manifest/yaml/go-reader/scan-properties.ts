import { YAML_TAGS } from "../nodes/node.ts";
import { isBlankOrEnd, isWordCharacter } from "./characters.ts";
import type { Cursor } from "./cursor.ts";

/** Reads the name of an anchor or alias; the cursor is at its sign. */
export function scanName(cursor: Cursor): string {
  const start = cursor.mark;
  cursor.advance();
  while (isWordCharacter(cursor.code())) cursor.advance();
  const name = cursor.text.slice(start.at + 1, cursor.at);
  if (name === "" || !(isBlankOrEnd(cursor.code()) || "?:,]}%@`".includes(cursor.text.charAt(cursor.at))))
    throw cursor.refusal("the name of an anchor has letters, digits, `-` and `_`", start, QUOTE);
  return name;
}

const QUOTE = { help: "put text that begins with `&` or `*` in quotes" };

/** What a tag may be made of; characters written as `%41` are refused, as they are not in use. */
const URI = /[\w\-;/?:@&=+$,.!~*'()[\]]*/y;
const HANDLE = /!(?:[\w-]*!)?/y;

/** Reads a tag, in full: `tag:yaml.org,2002:int` for `!!int`. */
export function scanTag(cursor: Cursor): string {
  const start = cursor.mark;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = cursor.at;
    const found = pattern.exec(cursor.text)?.[0] ?? "";
    cursor.advance(found.length);
    return found;
  };
  let tag: string;
  if (cursor.code(1) === 0x3c) {
    cursor.advance(2);
    tag = take(URI);
    if (tag === "" || cursor.text.charAt(cursor.at) !== ">") throw cursor.refusal("a tag `!<...>` must end", start);
    cursor.advance();
  } else {
    const handle = take(HANDLE);
    const suffix = take(URI);
    if (handle.length > 1 && suffix === "") throw cursor.refusal("a tag must have a name", start);
    if (handle.length > 2) throw cursor.refusal(`there is no tag \`${handle}\``, start);
    tag = handle === "!!" ? YAML_TAGS + suffix : handle + suffix;
  }
  if (!isBlankOrEnd(cursor.code())) throw cursor.refusal("a tag must end in a space", start);
  return tag;
}
