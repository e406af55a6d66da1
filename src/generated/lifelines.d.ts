// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import type { Validator } from "./validators.js";

/** Whether a value is a lifelines file. */
export const Lifelines: Validator;
