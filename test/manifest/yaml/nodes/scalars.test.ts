import { describe, expect, test } from "vitest";
import { resolvePlain, scalarText } from "../../../../src/manifest/yaml/nodes/scalars.ts";

describe("resolvePlain", () => {
  const check = (source: string, value: unknown) => expect(resolvePlain(source), source).toEqual(value);

  test.each<[string, unknown]>([
    ...["", "~", "null", "Null", "NULL"].map((source): [string, unknown] => [source, null]),
    ...["yes", "Yes", "YES", "on", "On", "ON", "y", "Y", "true", "True", "TRUE"].map((source): [string, unknown] => [
      source,
      true,
    ]),
    ...["no", "No", "NO", "off", "Off", "OFF", "n", "N", "false", "False", "FALSE"].map((source): [string, unknown] => [
      source,
      false,
    ]),
    ...[
      "yEs",
      "nULL",
      "tru",
      "none",
      "eth0",
      "22:22",
      "2020-01-01",
      "1.2.3",
      "0x",
      "0b2",
      "1e",
      "-",
      "+",
      "._5x",
      "._1",
      ".5_",
      ".5__1",
      ".5e_1",
      "+0xffffffffffffffff",
    ].map((source): [string, unknown] => [source, source]),
    ["012", 10],
    ["-012", -10],
    ["08", 8],
    ["0", 0],
    ["+5", 5],
    ["-5", -5],
    ["0x1f", 31],
    ["-0x1F", -31],
    ["0b101", 5],
    ["0o17", 15],
    ["1_000", 1000],
    ["1e3", 1000],
    [".5", 0.5],
    ["5.", 5],
    ["1E-3", 0.001],
    ["1e1_0", 1e10],
    [".1_5", 0.15],
    ["0b-11", -3],
    ["0b+11", 3],
    ["+9223372036854775807", 9223372036854775807n],
    ["+9223372036854775808", 2 ** 63],
    ["1.10", 1.1],
    [".inf", Number.POSITIVE_INFINITY],
    ["-.INF", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["9007199254740991", 9007199254740991],
    ["12345678901234567890", 12345678901234567890n],
    ["200000000000000000000000000000", 2e29],
    [`1${"0".repeat(500)}`, `1${"0".repeat(500)}`],
  ])("%j", (source, value) => check(source, value));
});

describe("scalarText", () => {
  const check = (value: number | bigint | boolean, text: string) => expect(scalarText(value)).toBe(text);

  test.each<[number | bigint | boolean, string]>([
    [true, "true"],
    [false, "false"],
    [10, "10"],
    [-3, "-3"],
    [12345678901234567890n, "12345678901234567890"],
    [1.1, "1.1"],
    [-0.25, "-0.25"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [1234567.5, "1.2345675e+06"],
    [123.456, "123.456"],
    [9.87654321, "9.876543"],
    [1e300, "1e+300"],
  ])("%s", (value, text) => check(value, text));
});
