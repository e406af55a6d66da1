import type { JsonObject } from "../../../model/json.ts";
import type { TlsSettings } from "../../pem-setting.ts";
import type { StoredGroup } from "../api-resources.ts";

/** A program that gives the credentials (`exec` of a kubeconfig). */
export interface CredentialPlugin {
  readonly command: string;
  readonly args: readonly string[];
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly apiVersion: string;
  /** How to install it, in the words of the kubeconfig. */
  readonly installHint?: string;
  /** What it receives of the cluster, where the kubeconfig says so. */
  readonly cluster?: JsonObject;
}

/** What shows the API server who asks; `from` is the setting or the user of the kubeconfig that gave it. */
export type Credentials =
  /** `unread` is a setting that seems to give credentials, and is not read by calicoctl. */
  | { readonly kind: "none"; readonly unread?: string }
  | { readonly kind: "token"; readonly token: string; readonly from: string }
  /** A file that is read again now and then, because its token is renewed. */
  | { readonly kind: "token-file"; readonly path: string; readonly from: string }
  | { readonly kind: "password"; readonly username: string; readonly password: string; readonly from: string }
  | { readonly kind: "plugin"; readonly plugin: CredentialPlugin; readonly from: string };

/** As whom the user acts (`as` of a kubeconfig). */
export interface Impersonation {
  readonly user: string;
  readonly uid?: string;
  readonly groups: readonly string[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

/** A proxy of HTTP that connections to the server go through; nothing secret is in its address. */
export interface ProxySettings {
  readonly address: string;
  /** The header that shows the proxy who asks. */
  readonly authorization?: string;
  readonly from: string;
}

/** The API server of a Kubernetes cluster. */
export interface KubernetesConfig {
  readonly type: "kubernetes";
  /** Where it is: `https://10.0.0.1:6443`, perhaps with a path; nothing secret is in it. */
  readonly server: string;
  /** What named the server, for messages: `K8S_API_ENDPOINT`, or the kubeconfig and its context. */
  readonly from: string;
  readonly tls: TlsSettings & {
    /** The name that its certificate must have, where it is not that of the address. */
    readonly serverName?: string;
    readonly insecureSkipVerify: boolean;
  };
  readonly proxy?: ProxySettings;
  readonly credentials: Credentials;
  readonly impersonation?: Impersonation;
  /** The API of Calico's resources that the user chose; `undefined`: the one that the cluster serves. */
  readonly apiGroup?: StoredGroup;
  /** Whether a node's tunnel address is that of its pod network (`USE_POD_CIDR`). */
  readonly usesPodCidr: boolean;
}
