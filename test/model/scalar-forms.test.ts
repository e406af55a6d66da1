import { describe, expect, test } from "vitest";
import {
  canonicalAsNumber,
  canonicalDuration,
  canonicalPort,
  canonicalProtocol,
  isTimestamp,
} from "../../src/model/scalar-forms.ts";

describe("canonical scalars", () => {
  const check = (read: (text: string) => unknown, table: Readonly<Record<string, unknown>>) => {
    for (const [text, value] of Object.entries(table)) expect(read(text), text).toBe(value);
  };

  test("ports", () =>
    check(canonicalPort, {
      "80": 80,
      "080": 80,
      "80:80": 80,
      "80:90": "80:90",
      "080:090": "80:90",
      "90:80": "90:80",
      "65536": undefined,
      "1:65536": undefined,
      http: undefined,
      "80:": undefined,
      "-1": undefined,
      "": undefined,
    }));

  test("protocols", () =>
    check(canonicalProtocol, {
      "6": 6,
      "06": 6,
      "0": 0,
      "255": 255,
      "256": undefined,
      TCP: undefined,
      "-1": undefined,
      "": undefined,
    }));

  test("AS numbers", () =>
    check(canonicalAsNumber, {
      "64512": 64512,
      "1.10": 65546,
      "65000.1": 4259840001,
      "0.1": 1,
      "4294967295": 4294967295,
      "4294967296": undefined,
      "1.65536": undefined,
      "65536.1": undefined,
      "1.1.1": undefined,
      " 1": undefined,
      "0x10": undefined,
      "": undefined,
    }));

  test("durations", () =>
    check(canonicalDuration, {
      "0": "0s",
      "0s": "0s",
      "-0": "0s",
      "10s": "10s",
      "90s": "1m30s",
      "3600s": "1h0m0s",
      "1h1ms": "1h0m0.001s",
      "1500ms": "1.5s",
      "1.5ms": "1.5ms",
      "250us": "250µs",
      "3ns": "3ns",
      "-2m": "-2m0s",
      "1m30s": "1m30s",
      ".5s": "500ms",
      "10": undefined,
      bad: undefined,
      "": undefined,
      "1": undefined,
      s: undefined,
      "1s ": undefined,
      "9999999999h": undefined,
      [`${"1".repeat(200)}s`]: undefined,
    }));

  test("points in time", () =>
    check(isTimestamp, {
      "2019-01-01T00:00:00Z": true,
      "2019-01-01T00:00:00.123+01:00": true,
      "2020-02-29T23:59:59Z": true,
      "2000-02-29T00:00:00Z": true,
      "1900-02-29T00:00:00Z": false,
      "2019-02-29T00:00:00Z": false,
      "2019-04-31T00:00:00Z": false,
      "2019-12-31T00:00:00Z": true,
      "2019-13-01T00:00:00Z": false,
      "2019-01-01T24:00:00Z": false,
      "2019-01-01": false,
      yesterday: false,
      "": false,
    }));
});
