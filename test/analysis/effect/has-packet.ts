import { DIMENSIONS, type PacketValues, type Region } from "../../../src/analysis/sets/dimension.ts";

/** Whether a region has the packet with these values. */
export function hasPacket(region: Region, values: PacketValues): boolean {
  return DIMENSIONS.every(
    (dimension) =>
      region[dimension]?.some(([first, last]) => first <= values[dimension] && values[dimension] <= last) ?? true,
  );
}
