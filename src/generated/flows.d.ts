// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import type { Validator } from "./validators.js";

/** Whether a value is a flow file. */
export const Flows: Validator;
/** Whether a value is one flow of it, a packet as it enters a node. */
export const Flow: Validator;
/** Whether a value is one flow of it, from end to end. */
export const EndToEndFlow: Validator;
/** Whether a value is one entry of its `forbid` or `permit`. */
export const Assertion: Validator;
