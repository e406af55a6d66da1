import type { Box } from "../../sets/universe.ts";
import type { Algebra } from "./mapped-sets.ts";

/** Whether packets may be in a set; what is not certainly nothing may be anything. */
type Maybe = "nothing" | "maybe";

/**
 * The algebra of not knowing anything: every set that is asked for may have packets, and every difference may leave some. A walk
 * with it goes wherever any packets can, and so meets every box that a walk with the sets themselves asks for.
 */
export class Collecting implements Algebra<Maybe> {
  readonly none = "nothing" as const;
  readonly boxes = new Set<Box>();

  of(box: Box): Maybe {
    this.boxes.add(box);
    return "maybe";
  }

  union(a: Maybe, b: Maybe): Maybe {
    return a === "maybe" ? a : b;
  }

  intersect(a: Maybe, b: Maybe): Maybe {
    return a === "nothing" ? a : b;
  }

  minus(a: Maybe): Maybe {
    return a;
  }
}
