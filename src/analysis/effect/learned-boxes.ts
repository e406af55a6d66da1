import type { KnownBoxes, Paths } from "../paths/path-types.ts";
import type { Way } from "../paths/way.ts";
import { UnknownSet } from "../sets/packet-space.ts";
import type { Box } from "../sets/universe.ts";

/**
 * The boxes that ways of a kind ask for besides those of rules, as the first of them did: failsafe ports, states of connections
 * and the like. Nearly all ways of a large installation ask for the same, which need not be found for each; a way that asks for
 * another box is compared again, and nothing is taken for known of its kind any more.
 */
export class LearnedBoxes {
  /** `undefined` of kinds whose ways ask for different boxes. */
  readonly #ofKind = new Map<string, readonly Box[] | undefined>();

  /** Compares a way, which comes to these lists of rules before and after. */
  use<T extends { readonly paths: Paths }>(
    { kind, family }: Way,
    rules: KnownBoxes["rules"],
    compare: (known: KnownBoxes) => T,
  ): T {
    const key = `${kind} ${family}`;
    const others = this.#ofKind.get(key);
    if (others !== undefined) {
      try {
        return compare({ rules, others });
      } catch (error) {
        if (!(error instanceof UnknownSet)) throw error;
        this.#ofKind.set(key, undefined);
      }
    }
    const compared = compare({ rules });
    if (!this.#ofKind.has(key)) this.#ofKind.set(key, compared.paths.others);
    return compared;
  }
}
