import { startEtcd } from "../../test/support/etcd.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";
import { writersOfOne } from "./writers-of-one.ts";

/**
 * Eight processes change one resource with every command that changes; a round is a command of each. At most 1 in 1,000 may lose
 * every race.
 */
export const etcdWriters: TorturePart = { name: "etcd-writers", run: writersOfOneEtcd };

async function writersOfOneEtcd(options: TortureOptions): Promise<TortureReport> {
  const server = await startEtcd();
  try {
    const { all, acknowledged, refused, lost } = await writersOfOne({ ETCD_ENDPOINTS: server.endpoint }, options);
    const contended = refused.filter((what) => what.includes("[store.conflict]"));
    const other = refused.filter((what) => !contended.includes(what));
    const broken = [...other.map((what) => `refused: ${what}`), ...lost.map((what) => `lost: ${what}`)];
    if (contended.length > all / 1000) broken.push(`${contended.length} of ${all} refused: ${contended[0]}`);
    return {
      figures: `${acknowledged} of ${all} acknowledged, ${contended.length} refused for contention, ${lost.length} lost`,
      broken,
    };
  } finally {
    await server.stop();
  }
}
