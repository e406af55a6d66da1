import { createSecureContext } from "node:tls";
import type { IRangeRequest, ITxnRequest } from "etcd3";
import {
  type ClientOptions,
  type EtcdClient,
  HAS_NO_USERS,
  type RangeAnswer,
  type StatusAnswer,
  type TxnAnswer,
  type Until,
  type WatchStream,
} from "../client.ts";
import { checked, checkedTxn, UNREADABLE } from "../transactions.ts";
import { Connection } from "./connection.ts";
import * as messages from "./messages.ts";
import { decode, encode, type Message } from "./protobuf.ts";
import { unaryCall } from "./unary-call.ts";

/**
 * Makes single calls of gRPC over Node's HTTP/2: to load etcd3, which does the same, takes longer than all else of a short
 * command. A watch is left to etcd3, and all calls after it. Calls and faults are etcd3's: test/datastore/etcd holds the two equal.
 */
export class Http2Client implements EtcdClient {
  readonly #connection: Connection;
  readonly #auth: ClientOptions["auth"];
  /** The user's token; `undefined` where the server has no users. */
  #token: Promise<string | undefined> | undefined;
  readonly #etcd3: () => Promise<EtcdClient>;
  /** etcd3's client, from the first watch on. It makes all calls then: only by other calls it learns that its token is too old. */
  #watching: Promise<EtcdClient> | undefined;

  /** Throws for certificates or a key that cannot be used. */
  constructor({ endpoint, credentials, auth }: ClientOptions, etcd3: () => Promise<EtcdClient>) {
    const { rootCertificate: ca, certChain: cert, privateKey: key } = credentials ?? {};
    this.#connection = new Connection(endpoint, credentials && createSecureContext({ ca, cert, key }));
    this.#auth = auth;
    this.#etcd3 = etcd3;
  }

  async range(request: IRangeRequest, until: Until): Promise<RangeAnswer> {
    if (this.#watching !== undefined) return (await this.#watching).range(request, until);
    const { RANGE_REQUEST, RANGE_RESPONSE } = messages;
    return checked((await this.#call("KV/Range", [RANGE_REQUEST, request], RANGE_RESPONSE, until)) as RangeAnswer);
  }

  async txn(request: ITxnRequest, until: Until): Promise<TxnAnswer> {
    if (this.#watching !== undefined) return (await this.#watching).txn(request, until);
    const { TXN_REQUEST, TXN_RESPONSE } = messages;
    return checkedTxn(request, (await this.#call("KV/Txn", [TXN_REQUEST, request], TXN_RESPONSE, until)) as TxnAnswer);
  }

  async status(until: Until): Promise<StatusAnswer> {
    if (this.#watching !== undefined) return (await this.#watching).status(until);
    const { STATUS_REQUEST, STATUS_RESPONSE } = messages;
    const answer = await this.#call("Maintenance/Status", [STATUS_REQUEST, {}], STATUS_RESPONSE, until);
    return checked(answer as StatusAnswer);
  }

  async watch(): Promise<WatchStream> {
    this.#watching ??= this.#etcd3();
    return (await this.#watching).watch();
  }

  close(): void {
    this.#connection.close();
    void this.#watching?.then(
      (client) => client.close(),
      () => undefined,
    );
  }

  /** A call as the user; with a new token where the server does not know the old one any more. */
  async #call(method: string, request: Request, response: Message, until: Until): Promise<unknown> {
    const token = this.#tokenUntil(until);
    try {
      return await this.#unary(method, request, response, until, await token);
    } catch (error) {
      if (this.#auth === undefined || !TOKEN_IS_OLD.test(String(error))) throw error;
      if (this.#token === token) this.#token = undefined;
      return this.#unary(method, request, response, until, await this.#tokenUntil(until));
    }
  }

  #tokenUntil(until: Until): Promise<string | undefined> {
    this.#token ??= this.#authenticate(until).catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    return this.#token;
  }

  async #authenticate(until: Until): Promise<string | undefined> {
    if (this.#auth === undefined) return undefined;
    const { AUTHENTICATE_REQUEST, AUTHENTICATE_RESPONSE } = messages;
    const { username: name, password } = this.#auth;
    try {
      const request: Request = [AUTHENTICATE_REQUEST, { name, password }];
      const { token } = (await this.#unary("Auth/Authenticate", request, AUTHENTICATE_RESPONSE, until)) as Token;
      if (!/^[!-~]+$/.test(token)) throw new Error(`${UNREADABLE}the token is none`);
      return token;
    } catch (error) {
      if (HAS_NO_USERS.test(String(error))) return undefined;
      throw error;
    }
  }

  async #unary(method: string, [message, values]: Request, response: Message, { deadline }: Until, token?: string) {
    const call = { method: `etcdserverpb.${method}`, token, message: encode(message, values) };
    const answer = await unaryCall(this.#connection, call, deadline);
    try {
      return decode(response, answer);
    } catch (error) {
      throw new Error(UNREADABLE + (error instanceof Error ? error.message : String(error)));
    }
  }
}

/** A message, and its values. */
type Request = readonly [message: Message, values: object];

interface Token {
  readonly token: string;
}

/** etcd gives a token up some minutes after its last use, when it starts anew, and when its users change. It did not make the call. */
const TOKEN_IS_OLD = /etcdserver: (?:invalid auth token|revision of auth store is old)/;
