// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** One thing a schema does not allow: where in the value, which keyword of the schema, and its details. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether the value is what the schema says; if not, `errors` says why until the next call. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

export const BGPConfiguration: Validator;
export const BGPFilter: Validator;
export const BGPPeer: Validator;
export const ClusterInformation: Validator;
export const FelixConfiguration: Validator;
export const GlobalNetworkPolicy: Validator;
export const GlobalNetworkSet: Validator;
export const HostEndpoint: Validator;
export const IPPool: Validator;
export const IPReservation: Validator;
export const KubeControllersConfiguration: Validator;
export const NetworkPolicy: Validator;
export const NetworkSet: Validator;
export const Node: Validator;
export const Profile: Validator;
export const StagedGlobalNetworkPolicy: Validator;
export const StagedKubernetesNetworkPolicy: Validator;
export const StagedNetworkPolicy: Validator;
export const Tier: Validator;
export const WorkloadEndpoint: Validator;
