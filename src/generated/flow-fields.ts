// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** The name of every field that a flow file may have somewhere. */
export const FLOW_FIELDS: readonly string[] = ["name","about","calico","area","felixEnv","node","interfaces","dnat","outputDnat","masquerade","sourceNat","routes","flows","forbid","permit","toIP","toPort","ipVersion","protocol","dst","port","portTo","srcIP","interface","except","alternatives","uncertain","type","source","metric","table","process","workload","verdict","policy","rule","via","direction","from","to","ports","sourcePorts","way","replies","failsafes","note","srcPort","dstPort","in","out","icmpType","icmpCode","tcpFlags","conntrack","expect","dstIP","return","dropStage","returnDropStage","felixBug"];
