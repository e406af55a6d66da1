export type { DeclaredLifeline, LifelineEndpoints, LifelineFile } from "../generated/lifeline-types.ts";
