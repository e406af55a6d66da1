export type {
  DeclaredLifeline,
  LifelineEndpoints,
  LifelineFile,
  LifelineThrough,
} from "../generated/lifeline-types.ts";
