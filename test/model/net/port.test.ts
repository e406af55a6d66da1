import { describe, expect, test } from "vitest";
import { formatPort, type PortError, parsePort } from "../../../src/model/net/port.ts";

describe("parsePort", () => {
  const good: [string | number, string][] = [
    [80, "80"],
    ["80", "80"],
    ["080", "80"],
    [1, "1"],
    [65535, "65535"],
    ["80:90", "80:90"],
    ["80:80", "80"],
    ["http", "http"],
    ["a-b.c_d", "a-b.c_d"],
  ];
  test.each(good)("%j is %s", (port, text) => {
    const read = parsePort(port);
    expect(typeof read === "object" && formatPort(read)).toBe(text);
  });
  const bad: [string | number, PortError][] = [
    [0, "out-of-range"],
    [65536, "out-of-range"],
    ["0:80", "out-of-range"],
    ["90:80", "range-reversed"],
    ["", "syntax"],
    ["80:", "syntax"],
    ["a b", "syntax"],
    [1.5, "syntax"],
    [-1, "syntax"],
    ["x".repeat(129), "syntax"],
  ];
  test.each(bad)("%j is an error: %s", (port, error) => expect(parsePort(port)).toBe(error));
});
