// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

import type { Validator } from "./validators.js";

export const bgpPeer: Validator;
export const hostEndpoint: Validator;
export const ipPool: Validator;
export const node: Validator;
export const policy: Validator;
export const profile: Validator;
export const workloadEndpoint: Validator;
