import { printable } from "../model/printable.ts";
import { type Attributes, xmlText } from "./xml.ts";

/** What an element holds: texts, which are escaped, and markup. */
export type Child = string | Markup;

/** A piece of XML or HTML, whose texts are escaped: no text is ever taken for markup. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** An element. Without children it still has an end tag, as HTML needs it. */
  static element(name: string, attributes: Attributes, children: readonly Child[]): Markup {
    const content = children.map((child) => (typeof child === "string" ? xmlText(child) : child.#text));
    return new Markup(`<${name}${attributesText(attributes)}>${content.join("")}</${name}>`);
  }

  /** An element that never has children: a shape of SVG, a void element of HTML. */
  static empty(name: string, attributes: Attributes): Markup {
    return new Markup(`<${name}${attributesText(attributes)}/>`);
  }

  /** The text of it. */
  toString(): string {
    return this.#text;
  }
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(printable(String(value)))}"`)
    .join("");
}

/** An element with its children. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  return Markup.element(name, attributes, children);
}

/** An element that never has children. */
export function emptyEl(name: string, attributes: Attributes): Markup {
  return Markup.empty(name, attributes);
}
