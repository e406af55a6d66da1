import type { Message } from "./protobuf.ts";

// The messages of etcd's `rpc.proto` that single calls need, with its names and numbers.

const RESPONSE_HEADER: Message = {
  fields: [
    [1, "cluster_id", "uint64"],
    [3, "revision", "int64"],
  ],
};

const KEY_VALUE: Message = {
  fields: [
    [1, "key", "bytes"],
    [2, "create_revision", "int64"],
    [3, "mod_revision", "int64"],
    [5, "value", "bytes"],
  ],
};

export const RANGE_REQUEST: Message = {
  fields: [
    [1, "key", "bytes"],
    [2, "range_end", "bytes"],
    [3, "limit", "int64"],
    [4, "revision", "int64"],
    [8, "keys_only", "bool"],
  ],
};

export const RANGE_RESPONSE: Message = {
  fields: [
    [1, "header", RESPONSE_HEADER],
    [2, "kvs", KEY_VALUE, "list"],
  ],
};

const PUT_REQUEST: Message = {
  fields: [
    [1, "key", "bytes"],
    [2, "value", "bytes"],
  ],
};

const DELETE_RANGE_REQUEST: Message = {
  fields: [
    [1, "key", "bytes"],
    [3, "prev_kv", "bool"],
  ],
};

const REQUEST_OP: Message = {
  fields: [
    [1, "request_range", RANGE_REQUEST],
    [2, "request_put", PUT_REQUEST],
    [3, "request_delete_range", DELETE_RANGE_REQUEST],
  ],
};

const RESPONSE_OP: Message = {
  fields: [
    [1, "response_range", RANGE_RESPONSE],
    [2, "response_put", { fields: [] }],
    [3, "response_delete_range", { fields: [[3, "prev_kvs", KEY_VALUE, "list"]] }],
  ],
};

const COMPARE: Message = {
  fields: [
    [1, "result", "int64"],
    [2, "target", "int64"],
    [3, "key", "bytes"],
    [6, "mod_revision", "int64"],
  ],
};

export const TXN_REQUEST: Message = {
  fields: [
    [1, "compare", COMPARE, "list"],
    [2, "success", REQUEST_OP, "list"],
    [3, "failure", REQUEST_OP, "list"],
  ],
};

export const TXN_RESPONSE: Message = {
  fields: [
    [1, "header", RESPONSE_HEADER],
    [2, "succeeded", "bool"],
    [3, "responses", RESPONSE_OP, "list"],
  ],
};

export const STATUS_REQUEST: Message = { fields: [] };

export const STATUS_RESPONSE: Message = {
  fields: [
    [1, "header", RESPONSE_HEADER],
    [4, "leader", "uint64"],
  ],
};

export const AUTHENTICATE_REQUEST: Message = {
  fields: [
    [1, "name", "string"],
    [2, "password", "string"],
  ],
};

export const AUTHENTICATE_RESPONSE: Message = { fields: [[2, "token", "string"]] };
