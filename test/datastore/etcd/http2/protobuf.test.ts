import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as messages from "../../../../src/datastore/etcd/http2/messages.ts";
import { decode, encode, type Message } from "../../../../src/datastore/etcd/http2/protobuf.ts";
import { sized } from "../../../support/full.ts";

interface Type {
  fromObject(values: object): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): object;
}
interface ProtobufJs {
  readonly Root: new () => { loadSync(path: string, options: object): { lookupType(name: string): Type } };
}

/** etcd's protocol, as etcd3 reads it. */
const root = (() => {
  const required = createRequire(import.meta.url);
  const etcd3 = required.resolve("etcd3");
  const loader = createRequire(createRequire(etcd3).resolve("@grpc/proto-loader"));
  const { Root } = loader("protobufjs") as ProtobufJs;
  return new Root().loadSync(join(dirname(etcd3), "..", "proto", "rpc.proto"), { keepCase: true });
})();
const AS_ETCD3 = { longs: String, enums: String, defaults: true, oneofs: true, bytes: Buffer };

const RUNS = sized(20_000, 300);

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  bytes,
  string: fc.string({ unit: "grapheme" }),
  int64: fc.oneof(fc.nat(), int64).map(String),
  uint64: fc.bigInt(0n, 2n ** 64n - 1n).map(String),
  bool: fc.boolean(),
};

/** Any values of a message, of which any may be missing; `further` are fields that the table does not have. */
function valuesOf(
  { fields }: Message,
  further: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<object> {
  const known = fields.map(([, name, kind, isList]): [string, fc.Arbitrary<unknown>] => {
    // Enumerations are written as numbers.
    if (name === "result" || name === "target") return [name, fc.nat(2)];
    const one = typeof kind === "object" ? valuesOf(kind) : (scalars[kind] as fc.Arbitrary<unknown>);
    return [name, isList ? fc.array(one, { maxLength: 4 }) : one];
  });
  return fc.record({ ...further, ...Object.fromEntries(known) }, { requiredKeys: [] });
}

const REQUESTS: readonly (readonly [name: string, message: Message])[] = [
  ["RangeRequest", messages.RANGE_REQUEST],
  ["TxnRequest", messages.TXN_REQUEST],
  ["StatusRequest", messages.STATUS_REQUEST],
  ["AuthenticateRequest", messages.AUTHENTICATE_REQUEST],
];
const ANSWERS: readonly (readonly [name: string, message: Message, further: Record<string, fc.Arbitrary<unknown>>])[] =
  [
    ["RangeResponse", messages.RANGE_RESPONSE, { more: fc.boolean(), count: scalars.int64 as fc.Arbitrary<unknown> }],
    ["TxnResponse", messages.TXN_RESPONSE, {}],
    [
      "StatusResponse",
      messages.STATUS_RESPONSE,
      { version: fc.string(), dbSize: scalars.int64 as fc.Arbitrary<unknown> },
    ],
    ["AuthenticateResponse", messages.AUTHENTICATE_RESPONSE, { header: fc.constant({ revision: "7" }) }],
  ];
const typeOf = (name: string): Type => root.lookupType(`etcdserverpb.${name}`);

/** What the table names of the values that etcd3 reads. */
function named({ fields }: Message, values: unknown): unknown {
  if (values === null || values === undefined) return null;
  const given = values as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.map(([, name, kind, isList]) => {
      const one = (value: unknown) => (typeof kind === "object" ? named(kind, value) : value);
      return [name, isList ? (given[name] as readonly unknown[]).map(one) : one(given[name])];
    }),
  );
}

/** What is read of an answer, or why it cannot be read. */
function read(message: Message, encoded: Buffer): unknown {
  try {
    return decode(message, encoded);
  } catch (error) {
    return error;
  }
}

test.each(REQUESTS)("%s is written as etcd3 writes it", (name, message) => {
  const type = typeOf(name);
  fc.assert(
    fc.property(valuesOf(message), (values) => {
      const expected = Buffer.from(type.encode(type.fromObject(values)).finish());
      expect(encode(message, values).toString("hex")).toBe(expected.toString("hex"));
    }),
    { numRuns: RUNS, seed: 1 },
  );
});

describe.each(ANSWERS)("%s", (name, message, further) => {
  const type = typeOf(name);
  const encoded = valuesOf(message, further).map((values) =>
    Buffer.from(type.encode(type.fromObject(values)).finish()),
  );

  test("is read as etcd3 reads it, with fields that are not known passed over", () => {
    fc.assert(
      fc.property(encoded, (answer) => {
        expect(decode(message, answer)).toEqual(named(message, type.toObject(type.decode(answer), AS_ETCD3)));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  test("cut off, with other bytes in it or of nothing but such, is read or refused in words", () => {
    const damaged = fc
      .tuple(encoded, fc.nat(), fc.nat(), bytes)
      .map(([answer, at, end, other]) =>
        Buffer.concat([
          answer.subarray(0, at % (answer.length + 1)),
          other,
          answer.subarray(end % (answer.length + 1)),
        ]),
      );
    fc.assert(
      fc.property(fc.oneof(damaged, bytes), (answer) => {
        const result = read(message, answer);
        if (result instanceof Error)
          expect(result.message).toMatch(/cut off|too (?:long|large)|wire type|number 0|UTF-8/);
        else expect(Object.keys(result as object)).toEqual(message.fields.map(([, field]) => field));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});

test.each([
  ["a length of 4 GB", [10, 255, 255, 255, 255, 15], /cut off/],
  ["a length of more", [10, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], /too large/],
  ["a number that never ends", [16, ...Array<number>(20).fill(255)], /too long/],
  ["a number without its end", [16, 255], /number is cut off/],
  ["the field 0", [2, 0], /number 0/],
  ["a group", [27], /wire type 3/],
  ["a text that is not UTF-8", [18, 2, 0xc3, 0x28], /UTF-8/],
])("%s is refused", (_, wrong, message) => {
  expect(() => decode(messages.AUTHENTICATE_RESPONSE, Buffer.from(wrong))).toThrow(message);
});

test("fields of 4 and 8 bytes, and fields of another type than they should have, are passed over", () => {
  const answer = Buffer.from([13, 1, 2, 3, 4, 9, 1, 2, 3, 4, 5, 6, 7, 8, 16, 7, 18, 1, 0x78]);
  expect(decode(messages.AUTHENTICATE_RESPONSE, answer)).toEqual({ token: "x" });
});
