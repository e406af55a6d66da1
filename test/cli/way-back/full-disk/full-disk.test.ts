import { describe, expect, test } from "vitest";
import { type ConfiguredStore, STORES, storeForSuite } from "../../../datastore/stores.ts";
import { Host, networkSets } from "../change.ts";
import { hasNoSmallDisk, needsSmallDisk, runOnSmallDisk } from "./small-disk.ts";

/** More than are in work at once (256): of these, some are recorded and made before others are begun. */
const MANY = 1000;
const manifest = (label: string): string => networkSets(MANY, label);

/**
 * The size of the disk of the journals in KiB, and what is said: a journal begins with 72, and a write takes about 0.75. The
 * last one has room for all writes that may be recorded in one step, and not for all of the input.
 */
const DISKS: readonly (readonly [name: string, kibibytes: number, says: RegExp])[] = [
  ["no room for a journal", 40, /cannot keep a way back in .*: the disk is full; nothing was written/],
  ["room for no write", 76, /the way back cannot be kept: the disk is full; nothing more is written/],
  ["room for some writes", 500, /the disk is full; nothing more is written[\s\S]*taken back: \d+ of \d+ resources\n$/],
];

describe.skipIf(hasNoSmallDisk).each(STORES.filter(({ available }) => available))(
  `the disk of the journals is full, on $name${needsSmallDisk}`,
  ({ start }) => {
    let host: Host;
    storeForSuite(start, (store: ConfiguredStore) => {
      host = new Host(store.config);
    });

    test.each(DISKS)("%s: every byte is as it was", async (_, kibibytes, says) => {
      expect(await host.run(["apply", "-f", "-"], manifest("old"))).toMatchObject({ code: 0 });
      const before = await host.values();
      const argv = ["apply", "-f", "-", "--confirm-within", "1h"];
      const { code, stderr } = await runOnSmallDisk(kibibytes, host.folder, argv, {
        stdin: manifest("new"),
        env: host.env,
      });
      expect(stderr).toMatch(says);
      expect(code, stderr).toBe(1);
      expect(await host.values()).toEqual(before);
    });
  },
);
