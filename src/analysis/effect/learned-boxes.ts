import type { KnownBoxes, Paths } from "../paths/path-types.ts";
import type { Way } from "../paths/way.ts";
import { UnknownSet } from "../sets/packet-space.ts";
import type { Box } from "../sets/universe.ts";

/** More boxes than these are not taken for known of each way of a kind: a space is then slower than a walk that finds them. */
const MOST = 200;

/** Ways of a kind that ask for other boxes than all before them, after which nothing is taken for known of the kind any more. */
const MOST_SURPRISES = 4;

interface Learned {
  readonly boxes: Set<Box>;
  surprises: number;
}

/**
 * The boxes that ways of a kind ask for besides those of rules: failsafe ports, states of connections and the like. Nearly all
 * ways of a large installation ask for the same, but for those of them that meet no packet of the way; they need not be found for
 * each. A way that asks for a box that none before it did is compared again, and adds its own.
 */
export class LearnedBoxes {
  readonly #ofKind = new Map<string, Learned>();

  /** Compares a way, which comes to these lists of rules before and after. */
  use<T extends { readonly paths: Paths }>(
    { kind, family }: Way,
    rules: KnownBoxes["rules"],
    compare: (known: KnownBoxes) => T,
  ): T {
    const key = `${kind} ${family}`;
    const learned = this.#ofKind.get(key);
    if (learned !== undefined && learned.surprises < MOST_SURPRISES && learned.boxes.size <= MOST) {
      try {
        return compare({ rules, others: [...learned.boxes] });
      } catch (error) {
        if (!(error instanceof UnknownSet)) throw error;
        learned.surprises++;
      }
    }
    const compared = compare({ rules });
    const { boxes, surprises } = learned ?? { boxes: new Set(), surprises: 0 };
    for (const box of compared.paths.others) boxes.add(box);
    this.#ofKind.set(key, learned ?? { boxes, surprises });
    return compared;
  }
}
