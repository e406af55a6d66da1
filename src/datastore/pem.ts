import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { fileReason } from "../files/file-reason.ts";
import { bytesOfFile, MAX_SETTING_MEBIBYTES } from "../files/read-text.ts";
import { DatastoreError } from "./datastore-error.ts";
import type { PemSetting, TlsSettings } from "./pem-setting.ts";

/** The PEM texts of a TLS connection, as they were read; each is known to hold what it is for. */
export interface TlsFiles {
  readonly ca?: Buffer;
  readonly client?: { readonly cert: Buffer; readonly key: Buffer; readonly expires: Date };
}

const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Reads the certificates and the key that are configured. Throws `DatastoreError` for a file that cannot be read, for one
 * that is not what its setting says, naming the setting, and for a key of another certificate.
 */
export function readTlsFiles({ ca, cert, key }: TlsSettings): TlsFiles {
  const authority = ca === undefined ? {} : { ca: readPem(ca) };
  if (ca !== undefined && authority.ca !== undefined) certificatesOf(authority.ca, ca);
  if (cert === undefined || key === undefined) return authority;
  const client = { cert: readPem(cert), key: readPem(key) };
  const [own] = certificatesOf(client.cert, cert);
  const privateKey = privateKeyOf(client.key, key);
  if (own.checkPrivateKey(privateKey) === false)
    throw fault(`${named(key)} is not the key of the certificate in ${named(cert)}`, key);
  return { ...authority, client: { ...client, expires: new Date(own.validTo) } };
}

function readPem(setting: PemSetting): Buffer {
  if (setting.kind === "text") return Buffer.from(setting.text);
  try {
    return bytesOfFile(setting.path, { mebibytes: MAX_SETTING_MEBIBYTES });
  } catch (error) {
    throw fault(`cannot read ${named(setting)}: ${fileReason(error)}`, setting);
  }
}

/** The certificates of a PEM text. */
function certificatesOf(pem: Buffer, setting: PemSetting): readonly [X509Certificate, ...X509Certificate[]] {
  const text = pem.toString("latin1");
  const [first, ...others] = text.match(CERTIFICATE) ?? [];
  if (first === undefined) throw fault(`${named(setting)} holds no certificate: ${contentOf(text)}`, setting);
  const certificate = (block: string): X509Certificate => {
    try {
      return new X509Certificate(block);
    } catch {
      throw fault(`a certificate in ${named(setting)} is damaged`, setting);
    }
  };
  return [certificate(first), ...others.map(certificate)];
}

function privateKeyOf(pem: Buffer, setting: PemSetting): KeyObject {
  const text = pem.toString("latin1");
  if (/ENCRYPTED/.test(text))
    throw fault(`the key in ${named(setting)} is encrypted; one without a passphrase is needed`, setting);
  try {
    return createPrivateKey(pem);
  } catch {
    throw fault(`${named(setting)} holds no private key: ${contentOf(text)}`, setting);
  }
}

/** What a text is that does not hold what it should, without repeating any of it. */
function contentOf(text: string): string {
  if (text.trim() === "") return "it is empty";
  const [, label] = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text) ?? [];
  if (label === undefined) return "it is not PEM text";
  if (!text.includes(`-----END ${label}-----`)) return "it is cut off";
  return label.includes("CERTIFICATE")
    ? "it holds a certificate"
    : label.includes("KEY")
      ? "it holds a key"
      : "it holds something else";
}

/** The file or the setting. A word that is hardly a path may be the value of another setting, and is not repeated. */
function named(setting: PemSetting): string {
  const isPath = setting.kind === "file" && setting.path.length < 300 && /^[^\s:]*\/[^\s:]*$/.test(setting.path);
  return isPath ? `\`${setting.path}\`` : `${setting.kind === "file" ? "the file of " : ""}${setting.from}`;
}

function fault(message: string, { kind, from }: PemSetting): DatastoreError {
  return new DatastoreError("datastore.tls-file", message, `${kind === "file" ? "the file" : "it"} is from ${from}`);
}
