import { describe, expect, test } from "vitest";
import { ServerChoice, type StatusAnswer } from "../../../src/datastore/etcd/choose-server.ts";
import { explainFault } from "../../../src/datastore/etcd/explain-fault.ts";
import type { Server } from "../../../src/datastore/etcd/servers.ts";

const server = (endpoint: string) => ({ endpoint }) as Server;
const status = (cluster: string, hasLeader = true): StatusAnswer => ({
  kind: "answered",
  status: { cluster, hasLeader },
});
const fault = (endpoint: string) =>
  explainFault("14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED", {
    endpoint,
    from: "ETCD_ENDPOINTS",
    timeoutMs: 1000,
    write: false,
    keys: [],
  });

/** What is chosen of servers that answer so, in the order of their names, `later` in a later choice; an error's message. */
async function chosen(answers: Readonly<Record<string, StatusAnswer | "refused" | "silent">>, later = answers) {
  let now = answers;
  const choice = new ServerChoice(Object.keys(answers).map(server), "ETCD_ENDPOINTS", async ({ endpoint }) => {
    const answer = now[endpoint];
    if (answer === "refused" || answer === undefined) return { kind: "failed", fault: fault(endpoint) };
    return answer === "silent" ? new Promise(() => {}) : answer;
  });
  const choose = async (): Promise<string> => {
    try {
      return (await choice.choose(Number.MAX_SAFE_INTEGER)).endpoint;
    } catch (error) {
      return error instanceof Error ? error.message : "?";
    }
  };
  const first = await choose();
  if (later === answers) return first;
  now = later;
  choice.forget();
  return `${first}, then ${await choose()}`;
}

describe("the server for calls", () => {
  test.each([
    ["one, without asking it", { a: "silent" }, "a"],
    ["the one that answers", { a: "refused", b: "silent", c: status("7") }, "c"],
    ["one that refuses to say its cluster", { a: { kind: "answered" }, b: "refused" }, "a"],
    ["rather one with a leader", { a: status("7", false), b: status("7") }, "b"],
    ["where none has a leader, the first", { a: status("7", false), b: status("7", false) }, "a"],
    [
      "none: each is named",
      { a: "refused", b: "refused" },
      "cannot reach etcd at a: connection refused; cannot reach etcd at b: connection refused",
    ],
    [
      "two clusters",
      { a: status("17"), b: status("255") },
      "the endpoints are of different etcd clusters: a of cluster 11, b of cluster ff",
    ],
  ] as const)("%s", async (_, answers, expected) => {
    expect(await chosen(answers)).toBe(expected);
  });

  test("it is never replaced by one of another cluster", async () => {
    const expected = "a, then the endpoints are of different etcd clusters: a of cluster 7, b of cluster 9";
    expect(await chosen({ a: status("7"), b: "silent" }, { a: "refused", b: status("9") })).toBe(expected);
    expect(await chosen({ a: status("7"), b: "silent" }, { a: "refused", b: status("7") })).toBe("a, then b");
  });
});
