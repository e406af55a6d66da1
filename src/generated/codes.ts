// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import { type DocumentedCode, EXPLANATIONS } from "./explanations.ts";

/** Every diagnostic code. */
export const CODES = Object.keys(EXPLANATIONS) as readonly DocumentedCode[];
