import { KEYS, NUMBER_SIGNS, SCALARS, SOUP, TOKENS } from "./fragments.ts";

/** Numbers from 0 to 1 by a seed, the same on every machine (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes texts that are nearly YAML, by chance, of every kind in turn; `manifests` are texts to spoil. */
export function* yamlTexts(seed: number, manifests: readonly string[]): Generator<string> {
  const maker = new TextMaker(randomNumbers(seed), manifests);
  for (;;) for (const make of maker.kinds) yield make();
}

class TextMaker {
  readonly #random: () => number;
  readonly #manifests: readonly string[];
  /** The kinds of text; blocks, which most texts are, more than once. */
  readonly kinds: readonly (() => string)[];

  constructor(random: () => number, manifests: readonly string[]) {
    this.#random = random;
    this.#manifests = manifests;
    const block = () => this.#block(0, 3) + this.#one(["\n", "\n", "\n", "", "\n\n"]);
    this.kinds = [
      block,
      () => this.#spoilt(),
      () => this.#soup(SOUP, 24),
      block,
      () => this.#soup(TOKENS, 12),
      () => this.#blockText(),
      () => this.#quoted(),
      () => this.#numbers(),
      block,
      () => this.#merges(),
      () => this.#soup([...TOKENS, ...SCALARS], 8),
      () => this.#breaks(block()),
      () => this.#long(),
    ];
  }

  #below = (count: number): number => Math.floor(this.#random() * count);
  #one = <T>(list: readonly [T, ...T[]]): T => list[this.#below(list.length)] ?? list[0];
  #chance = (share: number): boolean => this.#random() < share;
  #some = (most: number, make: () => string, between = ""): string =>
    Array.from({ length: 1 + this.#below(most) }, make).join(between);

  /** Maps and lists of fragments, indented and commented in odd ways. */
  #block(indent: number, depth: number): string {
    const pad = " ".repeat(indent);
    const isList = this.#chance(0.3);
    return this.#some(
      3,
      () => {
        const step = this.#chance(0.1) ? 0 : this.#one([1, 2, 2, 2, 4]);
        const end = this.#chance(0.08) ? this.#one([" # c", "  ", "\t", " #", "#"]) : "";
        const scalar = ` ${this.#one(SCALARS).replaceAll("\n", `\n${pad}`)}${end}`;
        const value = depth > 0 && this.#chance(0.35) ? `\n${this.#block(indent + step, depth - 1)}` : scalar;
        const key = this.#one(KEYS) + (this.#chance(0.02) ? " :" : ":");
        const more = this.#chance(0.05) ? `\n${this.#one(["", "# c", `${pad}# c`, "   ", "\t", "...", "---"])}` : "";
        if (!isList) return `${pad}${this.#chance(0.02) ? "? " : ""}${key}${value}${more}`;
        return `${pad}-${this.#chance(0.5) && !value.startsWith("\n") ? ` ${key}` : ""}${value}${more}`;
      },
      "\n",
    );
  }

  /** A manifest with a few cuts and insertions. */
  #spoilt(): string {
    let text = this.#manifests[this.#below(this.#manifests.length)] ?? "";
    const pieces = text.split(/^---.*\n/m);
    text = pieces[this.#below(pieces.length)] ?? "";
    for (let cuts = 1 + this.#below(3); cuts > 0; cuts--) {
      const at = this.#below(text.length);
      const fragment = this.#one([...SCALARS, ...KEYS, ...TOKENS]);
      text = text.slice(0, at) + fragment + text.slice(at + (this.#chance(0.5) ? 0 : this.#below(12)));
    }
    return text;
  }

  #soup = (list: readonly [string, ...string[]], most: number): string => this.#some(most, () => this.#one(list));

  /** A block text (`|`, `>`) with odd indentations and ends. */
  #blockText(): string {
    const head = this.#one(["a: ", "- ", "a:\n  b: ", "- - ", "", "a:\n- ", "? ", "[a, ", "a: !!str ", "a: &x "]);
    const header = `${this.#one(["|", ">"])}${this.#one(["", "-", "+", "2", "1-", "+3", "0", "9", "--", "-1+"])}`;
    const lines = this.#some(
      5,
      () => {
        const indent = this.#one(["", " ", "  ", "   ", "    ", "  \t", "\t", " \t"]);
        return (
          indent + this.#one(["x", "y z", "", "", "# c", "- a", "k: v", "...", "---", "'q", "\ttab", "x \t", "\u2028x"])
        );
      },
      this.#one(["\n", "\n", "\n", "\r\n", "\r"]),
    );
    const tail = this.#one(["", "\n", "\n\n", "\n  ", "\nb: 1\n", "\n# c\n", "\n \n", "\n- b\n", "\n   \nb: 1"]);
    return `${head}${header}${this.#one(["", "", " # c", " ", "\t", " x", "#c"])}\n${lines}${tail}`;
  }

  /** Quoted text over several lines with escapes, as value, key or item. */
  #quoted(): string {
    const quote = this.#one(['"', "'"]);
    const signs = [
      ..."\\/\\\\\"''abefnrtvxuUNLP_0 \t\n\u2028\u0085é,:#{]-",
      "\\x41",
      "\\u00e9",
      "\\U0001f600",
      "\\ud800",
    ];
    const parts = [...signs, "\\n", "\\\n", "\n  ", "\n\n", "''", '\\"', "\\/", "\n---", " \n", "\\ ", "\r\n", "\r"];
    const text = this.#some(8, () => this.#one(parts as [string, ...string[]]));
    const [before, behind] = this.#one([
      ["a: ", "\n"],
      ["- ", ""],
      ["", ": b\n"],
      ["[", ", b]"],
      ["{a: ", "}"],
      ["{", ": b}"],
      ["a:\n  ", "\nb: c\n"],
      ["? ", "\n: b\n"],
      ["a: ", " # c\n"],
      ["a: ", "#c\n"],
    ]);
    return before + quote + text + quote + behind;
  }

  /** Words that are nearly numbers, as values and keys, with and without tags. */
  #numbers(): string {
    const number = (): string => this.#some(6, () => this.#one(NUMBER_SIGNS));
    const tag = (): string =>
      this.#chance(0.2) ? this.#one(["!!int ", "!!float ", "!!str ", "!!bool ", "!!null ", "! "]) : "";
    return this.#one([
      () => `a: ${tag()}${number()}\n`,
      () => `- ${number()}\n- ${number()}\n`,
      () => `${tag()}${number()}: x\n`,
      () => `[${number()}, ${tag()}${number()}]`,
      () => `{${number()}: ${number()}}`,
      () => `${number()}: a\n${number()}: b\n`,
      () => `a: ${tag()}"${number()}"\n`,
    ])();
  }

  /** Anchors, aliases and merges, in every order. */
  #merges(): string {
    const source = this.#one([
      "*a",
      "*b",
      "{x: 3}",
      "[*a, *b]",
      "[*b, {x: 4}]",
      "*l",
      "x",
      "",
      "[[*a]]",
      "*c",
      "[]",
      "{}",
    ]);
    const field = (): string =>
      this.#one([
        `<<: ${source}`,
        `<<: ${source}`,
        "x: 9",
        "y: 8",
        "1: n",
        '"1": t',
        '"<<": q',
        "!!merge <<: *a",
        "z: *a",
        "? <<\n  : *a",
      ]);
    const top = "a: &a {x: 1, z: 1}\nb: &b {x: 2, 1: b}\nl: &l [*a, *b]\n";
    if (this.#chance(0.3)) return `- &a {x: 1}\n- &b {x: 2}\n- &l [*a]\n- {${this.#some(4, field, ", ")}}\n`;
    return `${this.#chance(0.9) ? top : ""}c: ${this.#chance(0.2) ? "&c" : ""}\n  ${this.#some(4, field, "\n  ")}\n`;
  }

  /** Line breaks of every kind in place of some, and elsewhere. */
  #breaks(text: string): string {
    const breaks = ["\r", "\r\n", "\u0085", "\u2028", "\u2029", "\n\r"] as const;
    const changed = text.replace(/\n/g, () => (this.#chance(0.3) ? this.#one(breaks) : "\n"));
    const at = this.#below(changed.length);
    return this.#chance(0.5) ? changed : changed.slice(0, at) + this.#one([...breaks, "\ufeff"]) + changed.slice(at);
  }

  /** Long keys and lines, and deep nests; most are short all the same, to keep the recordings small. */
  #long(): string {
    const length = this.#chance(0.05) ? 1000 + this.#below(60) : 1 + this.#below(20);
    const word = this.#one(["k", "é", "k ", '"k"']).repeat(length);
    const depth = this.#chance(0.05) ? 90 + this.#below(30) : 1 + this.#below(8);
    return this.#one([
      () => `${word}: a\n`,
      () => `{${word}: a}`,
      () => `? ${word}\n: a\n`,
      () => `[${word}: a, b]\n`,
      () => `${"- ".repeat(depth)}a\n`,
      () => `${"[".repeat(depth)}${"]".repeat(depth)}\n`,
      () => `${"{a: ".repeat(depth)}${"}".repeat(depth)}\n`,
      () => `${"? ".repeat(depth)}a\n`,
      () => `a:\n  - b\n  -${" ".repeat(depth)}c: d\n${" ".repeat(depth + 3)}e: f\n`,
    ])();
  }
}
