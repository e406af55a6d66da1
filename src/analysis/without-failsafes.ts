import type { FelixSettings, World } from "../policy/world/compiled.ts";

const known = new WeakMap<FelixSettings, FelixSettings>();
const worlds = new WeakMap<World["settings"], World["settings"]>();

/** The World as it would be with empty lists of failsafe ports on every node. */
export function withoutFailsafes(world: World): World {
  const settings =
    worlds.get(world.settings) ?? new Map([...world.settings].map(([node, one]) => [node, emptied(one)]));
  worlds.set(world.settings, settings);
  return { ...world, settings };
}

function emptied(settings: FelixSettings): FelixSettings {
  const made = known.get(settings) ?? { ...settings, failsafeInbound: [], failsafeOutbound: [] };
  known.set(settings, made);
  return made;
}
