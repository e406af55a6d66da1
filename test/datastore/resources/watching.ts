import type { Datastore, ResourceEvent, WatchScope } from "../../../src/datastore/datastore.ts";
import { displayId, resourceId } from "../../../src/model/resource.ts";
import { waitUntil } from "../../support/wait.ts";

/** A watch under test, whose news are kept as short lines. */
export interface Watching {
  readonly lines: string[];
  /** Waits for the line; returns all lines since the last wait, that one included. Throws where the watch has ended without it. */
  readonly until: (line: RegExp) => Promise<readonly string[]>;
  /** Ends it; returns how it ended. */
  readonly stop: () => Promise<string>;
}

/** Watches the scopes, and waits for the lists; throws where it ends before these. */
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
  let isOver = false;
  const end = follow().finally(() => {
    isOver = true;
  });
  let read = 0;
  const until = async (line: RegExp): Promise<readonly string[]> => {
    const indexOfLine = () => lines.findIndex((one, i) => i >= read && line.test(one));
    const missing = () => `no line ${String(line)} among:\n${lines.slice(read).join("\n")}`;
    await waitUntil(() => {
      if (indexOfLine() < 0 && isOver) throw new Error(missing());
      return indexOfLine() >= 0;
    }, missing);
    const since = lines.slice(read, indexOfLine() + 1);
    read += since.length;
    return since;
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

function shortLines(news: ResourceEvent): string[] {
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
        ...news.misnamed.map(({ note }) => `misnamed: ${note}`),
        ...news.changes.map(({ before, after }) => {
          const what = before === undefined ? "new" : after === undefined ? "gone" : "changed";
          const resource = after ?? before;
          const label = after?.metadata.labels?.n;
          return `${what} ${resource && displayId(resourceId(resource))}${label === undefined ? "" : ` ${label}`}`;
        }),
      ];
  }
}
