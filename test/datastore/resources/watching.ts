import type { Datastore, ResourceNews, WatchScope } from "../../../src/datastore/datastore.ts";
import { displayId, resourceId } from "../../../src/model/resource.ts";

/** A watch under test, whose news are kept as short lines. */
export interface Watching {
  readonly lines: string[];
  /** Waits for the line, and gives all lines since the last wait, that one included. */
  readonly until: (line: RegExp) => Promise<readonly string[]>;
  /** Ends it; gives how it ended. */
  readonly stop: () => Promise<string>;
}

const WITHIN_MS = 15_000;

/** Watches the scopes, and waits for the lists. */
export async function watching(store: Datastore, ...scopes: readonly WatchScope[]): Promise<Watching> {
  const ended = new AbortController();
  const lines: string[] = [];
  const follow = async (): Promise<string> => {
    try {
      for await (const news of store.watch(scopes, ended.signal)) lines.push(...shortLines(news));
      return "ended";
    } catch (error) {
      lines.push(`error ${String(error)}`);
      return String(error);
    }
  };
  const end = follow();
  let read = 0;
  const until = async (line: RegExp): Promise<readonly string[]> => {
    const limit = Date.now() + WITHIN_MS;
    for (;;) {
      const at = lines.findIndex((one, i) => i >= read && line.test(one));
      if (at >= 0) {
        const found = lines.slice(read, at + 1);
        read = at + 1;
        return found;
      }
      if (Date.now() > limit) throw new Error(`no line ${String(line)} among:\n${lines.slice(read).join("\n")}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await until(/^listed/);
  return {
    lines,
    until,
    stop: () => {
      ended.abort();
      return end;
    },
  };
}

function shortLines(news: ResourceNews): string[] {
  switch (news.kind) {
    case "listed":
      return [
        `listed ${news.lists.map(({ items }) => items.map(({ metadata }) => metadata.name).join(" ")).join(" | ")}`,
      ];
    case "trouble":
      return [`trouble ${news.error.code}`];
    case "resumed":
      return ["resumed"];
    case "changes":
      return [
        ...(news.lost === undefined ? [] : [`lost: ${news.lost}`]),
        ...news.unreadable.map(({ reason }) => `unreadable: ${reason}`),
        ...news.changes.map(({ before, after }) => {
          const what = before === undefined ? "new" : after === undefined ? "gone" : "changed";
          const resource = after ?? before;
          const label = after?.metadata.labels?.n;
          return `${what} ${resource && displayId(resourceId(resource))}${label === undefined ? "" : ` ${label}`}`;
        }),
      ];
  }
}
