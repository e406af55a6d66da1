import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the source says
const LOADING = "loadSync)(`${__dirname}/../proto/rpc.proto`,";

/** The server of gRPC, which a client loads and never uses. */
const SERVER = /grpc-js\/build\/src\/server(?:-call|-credentials|-interceptors)?\.js$/;

/**
 * Puts etcd's protocol definitions into the bundle as they are once they are parsed: etcd3 reads and parses them at every
 * start, which is a quarter of a short command's time. Leaves out what only servers use. Fails the build where etcd3 no longer loads
 * its definitions as it did.
 */
export function etcdDefinitions(): Plugin {
  return {
    name: "etcd definitions",
    setup: (hooks) => {
      hooks.onLoad({ filter: /etcd3\/lib\/connection-pool\.js$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        if (!source.includes(LOADING)) throw new Error("etcd3 does not load its definitions as it did");
        const definitions = JSON.stringify(parsed(join(dirname(path), "..", "proto", "rpc.proto"), path));
        return { contents: source.replace(LOADING, () => `fromJSON)(${definitions},`) };
      });
      hooks.onLoad({ filter: SERVER }, () => ({ contents: "" }));
    },
  };
}

/** The definitions by the parser that proto-loader itself uses, with the one option of etcd3's that counts in parsing. */
function parsed(path: string, from: string): object {
  const loader = createRequire(from).resolve("@grpc/proto-loader");
  const { Root } = createRequire(loader)("protobufjs") as ProtobufJs;
  return new Root().loadSync(path, { keepCase: true }).resolveAll().toJSON();
}

interface ProtobufJs {
  readonly Root: new () => {
    loadSync(path: string, options: { readonly keepCase: boolean }): { resolveAll(): { toJSON(): object } };
  };
}
