import type { World } from "../policy/world/compiled.ts";

/** The World as if no node had failsafe ports. */
export function withoutFailsafes(world: World): World {
  const settings = [...world.settings].map(
    ([node, own]) => [node, { ...own, failsafeInbound: [], failsafeOutbound: [] }] as const,
  );
  return Object.freeze({ ...world, settings: new Map(settings) });
}
