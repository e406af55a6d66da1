// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import type { Validator } from "./validators.js";

/** Whether a value is a flow file. */
export const Flows: Validator;
/** Whether a value is one flow of it. */
export const Flow: Validator;
