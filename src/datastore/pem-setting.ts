/** A certificate or key: a file's path, or the PEM text itself; `from` is the setting that gave it. */
export type PemSetting =
  | { readonly kind: "file"; readonly path: string; readonly from: string }
  | { readonly kind: "text"; readonly text: string; readonly from: string };

/** The authority that a server must be signed by, and the client's own certificate and key. */
export interface TlsSettings {
  readonly ca?: PemSetting;
  readonly cert?: PemSetting;
  readonly key?: PemSetting;
}
