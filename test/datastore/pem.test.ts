import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { describe, expect, test } from "vitest";
import { DatastoreError } from "../../src/datastore/datastore-error.ts";
import { readTlsFiles } from "../../src/datastore/pem.ts";
import type { PemSetting, TlsSettings } from "../../src/datastore/pem-setting.ts";
import { tmpFolder } from "../support/tmp.ts";

const [certificate = ""] = rootCertificates;
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const encrypted = pair.privateKey
  .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "s3cret" })
  .toString();
const middle = certificate.indexOf("\n", 200);
const FILES = {
  "ca.pem": `the authority\n${certificate}\n`,
  "two.pem": `${certificate}\n${rootCertificates[1]}`,
  "client.key": key,
  "encrypted.key": encrypted,
  "empty.pem": " \n",
  "words.pem": "this is no PEM, but s3cret\n",
  "half.pem": certificate.slice(0, middle),
  "damaged.pem": `${certificate.slice(0, middle)}s3cret${certificate.slice(middle)}`,
  "public.pem": pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
};
const folder = tmpFolder(FILES);
const file = (name: string, from: string): PemSetting => ({ kind: "file", path: join(folder, name), from });

/** Reads an authority, or a client's certificate and key; returns what was wrong, with names without their folder. */
function wrong(tls: TlsSettings): string {
  try {
    readTlsFiles(tls);
    return "";
  } catch (error) {
    if (!(error instanceof DatastoreError) || error.code !== "datastore.tls-file") throw error;
    expect(`${error.message} ${error.help}`).not.toContain("s3cret");
    return `${error.message.replaceAll(`${folder}/`, "")}; ${error.help}`;
  }
}

describe("a file that is not what its setting says", () => {
  test.each([
    ["ca.pem", ""],
    ["two.pem", ""],
    ["none.pem", "cannot read `none.pem`: no such file or directory"],
    [".", "cannot read `.`: is a directory"],
    ["empty.pem", "`empty.pem` holds no certificate: it is empty"],
    ["words.pem", "`words.pem` holds no certificate: it is not PEM text"],
    ["half.pem", "`half.pem` holds no certificate: it is cut off"],
    ["client.key", "`client.key` holds no certificate: it holds a key"],
    ["damaged.pem", "a certificate in `damaged.pem` is damaged"],
  ])("%s as the authority", (name, message) => {
    const expected = message === "" ? "" : `${message}; the file is from ETCD_CA_CERT_FILE`;
    const found = wrong({ ca: file(name, "ETCD_CA_CERT_FILE") });
    expect(found.replace(`\`${folder}`, "`.")).toBe(expected);
  });

  test.each([
    [
      "words.pem",
      "client.key",
      "`words.pem` holds no certificate: it is not PEM text; the file is from ETCD_CERT_FILE",
    ],
    ["ca.pem", "words.pem", "`words.pem` holds no private key: it is not PEM text; the file is from ETCD_KEY_FILE"],
    ["ca.pem", "ca.pem", "`ca.pem` holds no private key: it holds a certificate; the file is from ETCD_KEY_FILE"],
    ["ca.pem", "public.pem", "`public.pem` holds no private key: it holds a key; the file is from ETCD_KEY_FILE"],
    [
      "ca.pem",
      "encrypted.key",
      "the key in `encrypted.key` is encrypted; one without a passphrase is needed; the file is from ETCD_KEY_FILE",
    ],
    [
      "ca.pem",
      "client.key",
      "`client.key` is not the key of the certificate in `ca.pem`; the file is from ETCD_KEY_FILE",
    ],
  ])("%s with %s", (cert, key, message) => {
    expect(wrong({ cert: file(cert, "ETCD_CERT_FILE"), key: file(key, "ETCD_KEY_FILE") })).toBe(message);
  });

  test("text in a config file is named by its setting, and not repeated", () => {
    const from = "`spec.etcdCACert` in `c.cfg`";
    expect(wrong({ ca: { kind: "text", text: "s3cret", from } })).toBe(
      `${from} holds no certificate: it is not PEM text; it is from ${from}`,
    );
  });
});
