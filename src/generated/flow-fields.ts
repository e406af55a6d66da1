// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** The name of every field that a flow file may have somewhere. */
export const FLOW_FIELDS: readonly string[] = ["name","about","calico","area","felixEnv","node","interfaces","dnat","outputDnat","masquerade","sourceNat","routes","flows","toIP","toPort","ipVersion","protocol","dst","port","portTo","srcIP","interface","except","alternatives","uncertain","type","source","metric","table","process","workload","from","to","dstIP","srcPort","dstPort","icmpType","icmpCode","tcpFlags","conntrack","expect","verdict","policy","rule","via","return","dropStage","returnDropStage","note","felixBug"];
