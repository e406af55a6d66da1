// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.

/** A diagnostic code. */
export type DocumentedCode =
  | "yaml.syntax"
  | "yaml.too-deep"
  | "yaml.control-character"
  | "yaml.directive"
  | "yaml.alias"
  | "yaml.key"
  | "yaml.merge"
  | "yaml.number"
  | "yaml.tab"
  | "yaml.escape"
  | "yaml.ambiguous"
  | "yaml.tag"
  | "yaml.anchor"
  | "yaml.line-break"
  | "yaml.duplicate-key"
  | "yaml.scalar"
  | "yaml.separator"
  | "yaml.template"
  | "json.further-value"
  | "document.duplicate"
  | "document.type"
  | "document.second"
  | "document.too-dense"
  | "document.findings"
  | "document.kubectl"
  | "document.helm-notes"
  | "document.cut"
  | "input.empty"
  | "fix.changed"
  | "fix.unwritable"
  | "source.unreadable"
  | "source.too-large"
  | "source.empty-directory"
  | "source.skipped"
  | "kind.unknown"
  | "kind.version"
  | "kind.read-only"
  | "api-version.unknown"
  | "api-version.stored"
  | "diff.empty-side"
  | "diff.left-out"
  | "field.unknown"
  | "field.case"
  | "field.empty"
  | "field.required"
  | "field.type"
  | "field.value"
  | "field.enum"
  | "field.range"
  | "field.duration"
  | "field.timestamp"
  | "name.invalid"
  | "name.workload"
  | "metadata.name"
  | "namespace.mismatch"
  | "namespace.not-namespaced"
  | "label.key"
  | "label.value"
  | "label.reserved"
  | "label.exists"
  | "label.missing"
  | "annotation.key"
  | "annotation.size"
  | "annotation.exists"
  | "annotation.missing"
  | "list.duplicate"
  | "selector.syntax"
  | "address.syntax"
  | "address.mac"
  | "net.syntax"
  | "net.masked"
  | "net.single"
  | "net.family"
  | "net.catch-all"
  | "port.syntax"
  | "port.range"
  | "port.name"
  | "port.protocol"
  | "protocol.unknown"
  | "icmp.protocol"
  | "icmp.code"
  | "ip-version.protocol"
  | "http.protocol"
  | "http.action"
  | "http.egress"
  | "http.method"
  | "http.path"
  | "service.exclusive"
  | "service.side"
  | "policy.flags"
  | "policy.apply-on-forward"
  | "policy.prednat-egress"
  | "policy.staged-delete"
  | "host-endpoint.interface"
  | "interface.invalid"
  | "node.bgp"
  | "node.key"
  | "as-number.invalid"
  | "bgp.peer"
  | "bgp.filter"
  | "bgp.operations"
  | "bgp.communities"
  | "bgp.default-only"
  | "bgp.mesh"
  | "nat.address"
  | "nat.family"
  | "nat.network"
  | "pool.mode"
  | "pool.use"
  | "pool.block-size"
  | "pool.too-small"
  | "pool.link-local"
  | "pool.old-field"
  | "tier.built-in"
  | "convert.renamed"
  | "convert.tag"
  | "convert.label"
  | "convert.workload"
  | "convert.namespace"
  | "convert.nets"
  | "convert.scope"
  | "convert.name-taken"
  | "convert.derived"
  | "convert.left-out"
  | "snapshot.folder"
  | "snapshot.right"
  | "snapshot.datastore"
  | "test.folder"
  | "explore.left-out"
  | "explore.save"
  | "explore.port"
  | "export.left-out"
  | "create.resource-version"
  | "patch.shape"
  | "patch.identity"
  | "patch.refused"
  | "patch.type"
  | "store.unread"
  | "store.note"
  | "store.exists"
  | "store.not-found"
  | "store.conflict"
  | "store.refused"
  | "store.version-mismatch"
  | "store.not-initialised"
  | "way-back.journal"
  | "way-back.keeper"
  | "way-back.open"
  | "way-back.decided"
  | "way-back.settings"
  | "way-back.refused"
  | "way-back.busy"
  | "value.unreadable"
  | "value.too-deep"
  | "value.misnamed"
  | "value.unreachable"
  | "datastore.unreachable"
  | "datastore.unavailable"
  | "datastore.timeout"
  | "datastore.tls"
  | "datastore.tls-file"
  | "datastore.auth"
  | "datastore.clusters"
  | "datastore.file"
  | "datastore.not-ours"
  | "datastore.full"
  | "datastore.too-large"
  | "datastore.compacted"
  | "datastore.locked"
  | "datastore.damaged"
  | "datastore.failed"
  | "config.unreadable"
  | "config.missing"
  | "config.syntax"
  | "config.file"
  | "config.type"
  | "config.etcd-client"
  | "config.unsupported"
  | "config.ambiguous"
  | "config.path"
  | "config.no-path"
  | "config.no-endpoints"
  | "config.endpoint"
  | "config.tls"
  | "config.auth"
  | "config.kubeconfig"
  | "config.context"
  | "config.no-server"
  | "config.switch"
  | "world.missing"
  | "world.ignored"
  | "world.setting"
  | "world.entry"
  | "kubernetes.version"
  | "version.chosen"
  | "kubernetes.unreadable"
  | "kubernetes.annotation"
  | "kubernetes.converted"
  | "kubernetes.passed-over"
  | "kubernetes.endpoints"
  | "kubernetes.no-slices"
  | "kubernetes.host-endpoints"
  | "felix.unrunnable"
  | "felix.match-block"
  | "effect.allowed"
  | "effect.denied"
  | "effect.replies-allowed"
  | "effect.replies-dropped"
  | "effect.decider"
  | "effect.not-proved"
  | "flow.none"
  | "flow.no-expectation"
  | "flow.resource"
  | "flow.json"
  | "flow.csv"
  | "flow.lines"
  | "flow.node"
  | "flow.from"
  | "flow.end"
  | "flow.workload"
  | "flow.route"
  | "flow.dnat"
  | "flow.choices"
  | "flow.conntrack"
  | "flow.services"
  | "flow.assertion"
  | "flow.address"
  | "flow.family"
  | "flow.protocol"
  | "flow.port"
  | "flow.icmp"
  | "flow.flags"
  | "facts.command"
  | "facts.save"
  | "facts.json"
  | "facts.folder"
  | "facts.unused"
  | "facts.more"
  | "facts.address-unknown"
  | "facts.route-unknown"
  | "facts.route-table"
  | "facts.nat-syntax"
  | "facts.nat-missing"
  | "facts.nat-twice"
  | "facts.nat-unknown"
  | "facts.nat-legacy"
  | "facts.nat-ipvs"
  | "lint.selects-nothing"
  | "lint.empty-selector"
  | "lint.no-expected-ips"
  | "lint.unknown-port-name"
  | "lint.unused-set"
  | "lint.missing-profile"
  | "lint.idle-endpoint"
  | "lint.log-only"
  | "lint.no-final-deny"
  | "lint.one-sided-untracked"
  | "lint.never-evaluated"
  | "lint.not-forwarded"
  | "lint.port-after-dnat"
  | "lint.port-before-dnat"
  | "lint.shadowed"
  | "lint.failsafe"
  | "lint.matches-nothing"
  | "lint.not-passed-on"
  | "lint.partly-dead"
  | "lint.not-proved"
  | "lint.unknown-code"
  | "hint.no-expected-ips"
  | "hint.log-only"
  | "hint.failsafe-wins"
  | "hint.one-sided-untracked"
  | "hint.port-after-dnat"
  | "hint.port-before-dnat"
  | "hint.egress-still-applies"
  | "hint.no-selector"
  | "hint.missing-profile"
  | "hint.shadowed-endpoint"
  | "hint.established"
  | "hint.own-workload"
  | "hint.node-environment"
  | "hint.dataplane";

/** What a diagnostic code means: `wrong` is a manifest with such a finding, `right` the same, mended. */
export interface CodeExplanation {
  readonly what: string;
  readonly remedy: string;
  readonly wrong?: string;
  readonly right?: string;
}

/** By code; the order is that of docs/codes.md. */
export const EXPLANATIONS: Readonly<Record<DocumentedCode, CodeExplanation>> = {
  "yaml.syntax": {
    "what": "The text is not valid YAML (or JSON).",
    "remedy": "correct it at the place that the finding names; an editor with YAML support shows it as you type",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec: {nets: [\"10.0.0.0/8]}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec: {nets: [\"10.0.0.0/8\"]}\n"
  },
  "yaml.too-deep": {
    "what": "Lists and objects are nested deeper than any resource is.",
    "remedy": "look for brackets that are not closed, or lines that are indented too far"
  },
  "yaml.control-character": {
    "what": "The text holds a control character that cannot be in YAML: the file may be of another kind, or damaged.",
    "remedy": "remove the character, or name the file that was meant"
  },
  "yaml.directive": {
    "what": "A line `%...` before `---` is a directive of YAML that Calico's reader does not accept here.",
    "remedy": "remove the line"
  },
  "yaml.alias": {
    "what": "An alias (`*x`) names no anchor (`&x`) before it, names one that it stands in, or makes the text too large.",
    "remedy": "write the anchor before it, or repeat the value; quote text that begins with `*`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: *all\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: all()\n"
  },
  "yaml.key": {
    "what": "A key of an object is not plain text, or it is given in two ways of which either may count.",
    "remedy": "write the key once, as plain text"
  },
  "yaml.merge": {
    "what": "A merge key (`<<`) has a value that is not an object.",
    "remedy": "write `<<: *NAME`, with `&NAME` at an object before it, or quote the key"
  },
  "yaml.number": {
    "what": "A number is written in a form that cannot be read.",
    "remedy": "write it in digits, or quote it where it is meant as text"
  },
  "yaml.tab": {
    "what": "A tab stands where Calico's YAML reader does not accept one, though others do.",
    "remedy": "write spaces, or put the text in quotes"
  },
  "yaml.escape": {
    "what": "Text in double quotes has an escape (`\\/` and the like) that Calico's YAML reader does not know.",
    "remedy": "write the character itself, or use single quotes",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: \"net == '10\\/8'\"\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: \"net == '10/8'\"\n"
  },
  "yaml.ambiguous": {
    "what": "Calico's YAML reader reads the text differently than editors and other tools do: what a reviewer sees would not count.",
    "remedy": "write the value in quotes, on one line"
  },
  "yaml.tag": {
    "what": "Text without quotes begins with `!`, which YAML reads as a tag; or a tag does not fit its value.",
    "remedy": "put the value in quotes",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: !has(role)\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: \"!has(role)\"\n"
  },
  "yaml.anchor": {
    "what": "Text without quotes begins with `&`, which YAML reads as an anchor.",
    "remedy": "put the value in quotes"
  },
  "yaml.line-break": {
    "what": "A character ends the line for Calico's YAML reader but not on the screen (U+0085, U+2028, U+2029, a carriage return).",
    "remedy": "remove it, or write it as an escape in double quotes"
  },
  "yaml.duplicate-key": {
    "what": "A field is given twice; of two, the last one counts, or the text is refused.",
    "remedy": "remove one of them",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  order: 10\n  order: 20\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  order: 20\n"
  },
  "yaml.scalar": {
    "what": "A word without quotes is read as something else than text: `yes` as true, `012` as 10.",
    "remedy": "put it in quotes",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: example\n  labels: {zone: 012}\nspec: {node: node1, interfaceName: eth0}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: example\n  labels: {zone: \"012\"}\nspec: {node: node1, interfaceName: eth0}\n"
  },
  "yaml.separator": {
    "what": "Text behind `---` on its line, or below `...`, is not read.",
    "remedy": "begin it on a line of its own, after `---`"
  },
  "yaml.template": {
    "what": "The text is a template (`{{ ... }}`), not YAML.",
    "remedy": "render it first: `helm template CHART | calicoctl validate -f -`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: {{ .Values.selector }}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n"
  },
  "json.further-value": {
    "what": "A JSON text has a second value. Calico reads the first one and ignores the rest.",
    "remedy": "put a line `---` between the values, or make a list of them",
    "wrong": "{\"apiVersion\": \"projectcalico.org/v3\", \"kind\": \"GlobalNetworkSet\", \"metadata\": {\"name\": \"a\"}, \"spec\": {\"nets\": [\"10.0.0.0/8\"]}}\n{\"apiVersion\": \"projectcalico.org/v3\", \"kind\": \"GlobalNetworkSet\", \"metadata\": {\"name\": \"b\"}, \"spec\": {\"nets\": [\"192.168.0.0/16\"]}}\n",
    "right": "{\"apiVersion\": \"projectcalico.org/v3\", \"kind\": \"GlobalNetworkSet\", \"metadata\": {\"name\": \"a\"}, \"spec\": {\"nets\": [\"10.0.0.0/8\"]}}\n---\n{\"apiVersion\": \"projectcalico.org/v3\", \"kind\": \"GlobalNetworkSet\", \"metadata\": {\"name\": \"b\"}, \"spec\": {\"nets\": [\"192.168.0.0/16\"]}}\n"
  },
  "document.duplicate": {
    "what": "A resource is given twice in the input: the last one wins.",
    "remedy": "remove one of them, or change its name",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: office}\nspec: {nets: [10.0.0.0/8]}\n---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: office}\nspec: {nets: [192.168.0.0/16]}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: office}\nspec: {nets: [10.0.0.0/8, 192.168.0.0/16]}\n"
  },
  "document.type": {
    "what": "A document, or an item of a list, is not a resource: it is text, a number or a list.",
    "remedy": "write an object with `apiVersion`, `kind`, `metadata` and `spec`"
  },
  "document.second": {
    "what": "A file that must be one document holds several.",
    "remedy": "put what follows `---` into a file of its own"
  },
  "document.too-dense": {
    "what": "A document has so many anchors, tags or comments that reading it would take too long.",
    "remedy": "split it, or write it as JSON"
  },
  "document.findings": {
    "what": "There are more findings than are printed, or so much is wrong that the rest is not read.",
    "remedy": "correct the first ones and run it again"
  },
  "document.kubectl": {
    "what": "The text has messages or tables of kubectl between its objects.",
    "remedy": "save standard output alone (`kubectl get ... -o yaml > FILE`, without `2>&1`)"
  },
  "document.helm-notes": {
    "what": "The text has the notes that `helm install` prints below its objects.",
    "remedy": "save the output of `helm template`, which prints the objects alone"
  },
  "document.cut": {
    "what": "The text ends in the middle of an object or of its JSON: it may be cut off.",
    "remedy": "save it again"
  },
  "input.empty": {
    "what": "The files or the standard input hold no resource.",
    "remedy": "name another file; `--skip-empty` makes that no error"
  },
  "fix.changed": {
    "what": "`validate --fix` did not write a file, because its text is no longer the one that was read.",
    "remedy": "run the command again"
  },
  "fix.unwritable": {
    "what": "`validate --fix` cannot write a file, or the folder that it is in.",
    "remedy": "correct the permissions of the file and its folder"
  },
  "source.unreadable": {
    "what": "A file cannot be read, or holds no text.",
    "remedy": "correct the path or its permissions; a file of PowerShell's `>` is UTF-16: use `| Out-File -Encoding utf8`"
  },
  "source.too-large": {
    "what": "A file is larger than is read.",
    "remedy": "split it; of a cluster, `calicoctl snapshot` saves only what is read"
  },
  "source.empty-directory": {
    "what": "A folder of `-f` has no file with resources.",
    "remedy": "name another one, or add `--recursive` for the folders in it"
  },
  "source.skipped": {
    "what": "Something in a folder is not a regular file (a FIFO, a socket, a device) and is not read.",
    "remedy": "nothing, or remove it"
  },
  "kind.unknown": {
    "what": "No kind of Calico has this name.",
    "remedy": "correct the name; `calicoctl explain` lists the kinds",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpiont\nmetadata: {name: example}\nspec: {node: node1, interfaceName: eth0}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec: {node: node1, interfaceName: eth0}\n"
  },
  "kind.version": {
    "what": "The kind exists, but not in the Calico version that is used.",
    "remedy": "choose the version of the cluster with `--calico-version`"
  },
  "kind.read-only": {
    "what": "Calico writes this resource itself; it can only be read.",
    "remedy": "leave it out of what is applied"
  },
  "api-version.unknown": {
    "what": "The `apiVersion` is of another API than Calico's `projectcalico.org/v3`.",
    "remedy": "write `apiVersion: projectcalico.org/v3`; `calicoctl convert` converts the early API and objects of Kubernetes",
    "wrong": "apiVersion: projectcalico.org/v2\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec: {nets: [10.0.0.0/8]}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec: {nets: [10.0.0.0/8]}\n"
  },
  "api-version.stored": {
    "what": "Some objects are in the form in which Kubernetes stores Calico's resources (`crd.projectcalico.org/v1`).",
    "remedy": "nothing where they are only read; `calicoctl convert -f FILE` prints them as `projectcalico.org/v3`"
  },
  "diff.empty-side": {
    "what": "A folder that `diff --effect` compares has no resources, and counts as nothing.",
    "remedy": "nothing, where the other side is the first policy or the last one is removed; else correct the folder's name"
  },
  "diff.left-out": {
    "what": "Some objects take no part in the comparison, because `apply` does not write them.",
    "remedy": "nothing; leave them out of the files to be rid of the note"
  },
  "field.unknown": {
    "what": "The kind has no field of this name, or not in this Calico version.",
    "remedy": "correct the name or its place; `calicoctl explain KIND` lists the fields",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selectr: role == 'web'\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n"
  },
  "field.case": {
    "what": "A field is written in other letters than the API has (`applyonforward`): Calico reads it, others may not. An error where two spellings of one field are given that Calico would mix.",
    "remedy": "write it as the finding says, once",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  Selector: role == 'web'\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n"
  },
  "field.empty": {
    "what": "A list has no value, which is the same as leaving it out: the defaults apply.",
    "remedy": "write `[]` for an empty list, or remove the field",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec:\n  failsafeInboundHostPorts:\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec:\n  failsafeInboundHostPorts: []\n"
  },
  "field.required": {
    "what": "A field that the resource must have is missing or empty.",
    "remedy": "add it",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  interfaceName: eth0\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  interfaceName: eth0\n"
  },
  "field.type": {
    "what": "A field holds another type of value than it must: text for a list, a number for text.",
    "remedy": "write the value as the finding says",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec:\n  nets: 10.0.0.0/8\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec:\n  nets: [10.0.0.0/8]\n"
  },
  "field.value": {
    "what": "The value is of the right type, but Calico does not accept it in this field.",
    "remedy": "choose a value that the finding names; `calicoctl explain KIND.FIELD` describes it"
  },
  "field.enum": {
    "what": "The value is not one of the words that the field can have.",
    "remedy": "choose one of them; letters in upper and lower case are different",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Accept}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow}]\n"
  },
  "field.range": {
    "what": "A number is below or above what the field can have.",
    "remedy": "choose a number in the range"
  },
  "field.duration": {
    "what": "The text is not a duration.",
    "remedy": "write numbers with units: `5s`, `1m30s`, `500ms`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec:\n  reportingInterval: 30 seconds\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec:\n  reportingInterval: 30s\n"
  },
  "field.timestamp": {
    "what": "The text is not a timestamp.",
    "remedy": "write it like `2019-01-01T00:00:00Z`, or leave it out"
  },
  "name.invalid": {
    "what": "The name is not one that the kind can have.",
    "remedy": "use lower case letters, digits and `-` (and `.` where the kind allows it)",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: Allow_SSH}\nspec: {selector: role == 'web'}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: allow-ssh}\nspec: {selector: role == 'web'}\n"
  },
  "name.workload": {
    "what": "The name of a WorkloadEndpoint is made from its fields, and this is another one.",
    "remedy": "write the name that the finding names, or remove `name`"
  },
  "metadata.name": {
    "what": "An object of the Kubernetes API has no name, or one that Kubernetes does not accept.",
    "remedy": "give it a name under `metadata`"
  },
  "namespace.mismatch": {
    "what": "The resource names another namespace than `--namespace`.",
    "remedy": "leave out `--namespace`, or change `metadata.namespace`"
  },
  "namespace.not-namespaced": {
    "what": "Resources of this kind are in no namespace, and one is given.",
    "remedy": "remove `metadata.namespace`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example, namespace: shop}\nspec: {nets: [10.0.0.0/8]}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec: {nets: [10.0.0.0/8]}\n"
  },
  "label.key": {
    "what": "The key of a label is not one that a label can have.",
    "remedy": "use letters, digits, `-`, `_` and `.`, with an optional prefix `example.com/`"
  },
  "label.value": {
    "what": "The value of a label is not one that a label can have.",
    "remedy": "use at most 63 letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: example\n  labels: {role: \"web server\"}\nspec: {node: node1, interfaceName: eth0}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: example\n  labels: {role: web-server}\nspec: {node: node1, interfaceName: eth0}\n"
  },
  "label.reserved": {
    "what": "The label is Calico's own: Calico sets it, and another value would be lost or misleading.",
    "remedy": "leave it out, or choose another key"
  },
  "label.exists": {
    "what": "`label` was to set a label that the resource has, with another value.",
    "remedy": "add `--overwrite` to change it"
  },
  "label.missing": {
    "what": "`label` was to remove a label that the resource does not have.",
    "remedy": "nothing: it is not there; correct the key where another one was meant"
  },
  "annotation.key": {
    "what": "The key of an annotation is not one that an annotation can have.",
    "remedy": "use letters, digits, `-`, `_` and `.`, with an optional prefix `example.com/`"
  },
  "annotation.size": {
    "what": "The annotations of the resource are larger than 256 KiB together.",
    "remedy": "shorten or remove some"
  },
  "annotation.exists": {
    "what": "`annotate` was to set an annotation that the resource has, with another value.",
    "remedy": "add `--overwrite` to change it"
  },
  "annotation.missing": {
    "what": "`annotate` was to remove an annotation that the resource does not have.",
    "remedy": "nothing: it is not there; correct the key where another one was meant"
  },
  "list.duplicate": {
    "what": "An item of a list occurs twice.",
    "remedy": "remove one of them",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  types: [Ingress, Ingress]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  types: [Ingress]\n"
  },
  "selector.syntax": {
    "what": "The text is not a selector in Calico's language.",
    "remedy": "write it like `role == 'web' && !has(old)`: `==`, values in quotes, `&&`, `||`, `in {'a', 'b'}`, `has(x)`, `all()`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role = 'web'\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n"
  },
  "address.syntax": {
    "what": "The text is not an IP address.",
    "remedy": "write an address like `10.0.0.1` or `2001:db8::1`; a network does not fit here",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  expectedIPs: [10.0.0.256]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  expectedIPs: [10.0.0.25]\n"
  },
  "address.mac": {
    "what": "The text is not a MAC address.",
    "remedy": "write it like `ee:ee:ee:ee:ee:ee`"
  },
  "net.syntax": {
    "what": "The text is not a network (CIDR), or not one that fits here.",
    "remedy": "write a network like `10.0.0.0/8` or `2001:db8::/32`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec:\n  nets: [10.0.0.0/33]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: example}\nspec:\n  nets: [10.0.0.0/32]\n"
  },
  "net.masked": {
    "what": "The address of a network has bits outside of its prefix: `10.0.0.1/24` is of `10.0.0.0/24`.",
    "remedy": "write the network's first address, or `/32` for the address alone",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.1/16\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/16\n"
  },
  "net.single": {
    "what": "A network of several addresses stands where one address must.",
    "remedy": "use `/32` for IPv4 and `/128` for IPv6"
  },
  "net.family": {
    "what": "Networks or addresses of IPv4 and IPv6 are mixed in one rule, which then matches nothing.",
    "remedy": "split it into a rule of each IP version",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress:\n    - {action: Allow, source: {nets: [10.0.0.0/8]}, destination: {nets: [\"2001:db8::/32\"]}}\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress:\n    - {action: Allow, source: {nets: [10.0.0.0/8]}}\n    - {action: Allow, destination: {nets: [\"2001:db8::/32\"]}}\n"
  },
  "net.catch-all": {
    "what": "A network that is left out (`notNets`) excludes every address: the rule matches nothing.",
    "remedy": "leave out smaller networks"
  },
  "port.syntax": {
    "what": "The text is not a port, a range of ports or the name of a port.",
    "remedy": "write a number, a range like `8000:8010`, or a name",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP, destination: {ports: [80-90]}}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP, destination: {ports: [\"80:90\"]}}]\n"
  },
  "port.range": {
    "what": "A port is out of range, or a range of ports ends before it begins.",
    "remedy": "use ports from 1 to 65535, the lower one first",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP, destination: {ports: [\"90:80\"]}}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP, destination: {ports: [\"80:90\"]}}]\n"
  },
  "port.name": {
    "what": "The name of an endpoint's port is not one that a port can have.",
    "remedy": "use up to 15 lower case letters, digits and single `-`, with at least one letter"
  },
  "port.protocol": {
    "what": "A rule with ports has no protocol, or one without ports.",
    "remedy": "add `protocol: TCP` (or `UDP`, `SCTP`) to the rule",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, destination: {ports: [80]}}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]\n"
  },
  "protocol.unknown": {
    "what": "The text is not a protocol.",
    "remedy": "use `TCP`, `UDP`, `ICMP`, `ICMPv6`, `SCTP`, `UDPLite` or a number from 1 to 255",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TPC}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: TCP}]\n"
  },
  "icmp.protocol": {
    "what": "A rule with an ICMP type has another protocol than ICMP or ICMPv6.",
    "remedy": "set `protocol: ICMP` or `protocol: ICMPv6` in the rule",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, icmp: {type: 8}}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: ICMP, icmp: {type: 8}}]\n"
  },
  "icmp.code": {
    "what": "An ICMP code stands without a type.",
    "remedy": "add `type`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: ICMP, icmp: {code: 1}}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: ICMP, icmp: {type: 3, code: 1}}]\n"
  },
  "ip-version.protocol": {
    "what": "The protocol is of one IP version (ICMP of 4, ICMPv6 of 6), and `ipVersion` is the other.",
    "remedy": "correct `ipVersion`, or leave it out",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: ICMPv6, ipVersion: 4}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  ingress: [{action: Allow, protocol: ICMPv6, ipVersion: 6}]\n"
  },
  "http.protocol": {
    "what": "A rule with `http` has another protocol than TCP.",
    "remedy": "set `protocol: TCP`, or leave it out"
  },
  "http.action": {
    "what": "A rule with `http` does something else than allow.",
    "remedy": "use it in rules with `action: Allow` only"
  },
  "http.egress": {
    "what": "A rule for egress has `http`.",
    "remedy": "use it in ingress rules only"
  },
  "http.method": {
    "what": "A method of `http` is given twice, or is not valid.",
    "remedy": "name each method once"
  },
  "http.path": {
    "what": "A path of `http` is not valid.",
    "remedy": "begin it with `/`, and keep it short"
  },
  "service.exclusive": {
    "what": "`services` stands beside fields that it cannot be combined with.",
    "remedy": "remove one of them"
  },
  "service.side": {
    "what": "`services` stands on the side of a rule that cannot have it.",
    "remedy": "use it in `destination` of egress rules and in `source` of ingress rules"
  },
  "policy.flags": {
    "what": "A policy is both `preDNAT` and `doNotTrack`; Calico has these in different places of a packet's path.",
    "remedy": "split it into two policies"
  },
  "policy.apply-on-forward": {
    "what": "A `preDNAT` or `doNotTrack` policy lacks `applyOnForward: true`, which these need.",
    "remedy": "set `applyOnForward: true`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n  preDNAT: true\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  selector: role == 'web'\n  preDNAT: true\n  applyOnForward: true\n"
  },
  "policy.prednat-egress": {
    "what": "A `preDNAT` policy has egress rules; such policy is for ingress only.",
    "remedy": "put the egress rules into another policy, without `preDNAT`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  preDNAT: true\n  applyOnForward: true\n  egress: [{action: Allow}]\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: example}\nspec:\n  preDNAT: true\n  applyOnForward: true\n  ingress: [{action: Allow}]\n"
  },
  "policy.staged-delete": {
    "what": "A staged policy that stands for a deletion has other fields.",
    "remedy": "leave them out, or set another `stagedAction`"
  },
  "host-endpoint.interface": {
    "what": "A host endpoint names neither an interface nor an address: it would be of nothing.",
    "remedy": "set `interfaceName` (or `\"*\"` for all interfaces), or `expectedIPs`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  interfaceName: eth0\n"
  },
  "interface.invalid": {
    "what": "The text is not the name of an interface.",
    "remedy": "use up to 15 letters, digits, `-`, `_` and `.`, as `ip link` shows it",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  interfaceName: eth0/1\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: example}\nspec:\n  node: node1\n  interfaceName: eth0\n"
  },
  "node.bgp": {
    "what": "`bgp` of a Node is empty or lacks what it needs.",
    "remedy": "leave it out, or give `asNumber` or an address"
  },
  "node.key": {
    "what": "The text is not a WireGuard key.",
    "remedy": "write the key as `wg pubkey` prints it: 44 characters of base64"
  },
  "as-number.invalid": {
    "what": "The text or number is not an AS number.",
    "remedy": "use a number up to 4294967295, or two halves in quotes: `\"65000.1\"`"
  },
  "bgp.peer": {
    "what": "Fields of a BGPPeer do not go together.",
    "remedy": "remove one of those that the finding names",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata: {name: example}\nspec:\n  node: node1\n  nodeSelector: all()\n  peerIP: 10.0.0.1\n  asNumber: 64512\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata: {name: example}\nspec:\n  node: node1\n  peerIP: 10.0.0.1\n  asNumber: 64512\n"
  },
  "bgp.filter": {
    "what": "Fields of a BGPFilter's rule do not go together.",
    "remedy": "give `cidr` and `matchOperator` together, or neither"
  },
  "bgp.operations": {
    "what": "A rule of a BGPFilter has `operations` that it cannot have.",
    "remedy": "use them in rules that accept routes, and no more than the finding says"
  },
  "bgp.communities": {
    "what": "A BGP community is not valid, is not defined, or is not used.",
    "remedy": "write `65000:100`, or the name of one in `spec.communities`"
  },
  "bgp.default-only": {
    "what": "The field counts only in the BGPConfiguration `default`.",
    "remedy": "move it there"
  },
  "bgp.mesh": {
    "what": "The field is of the mesh between nodes, which `nodeToNodeMeshEnabled: false` turns off.",
    "remedy": "remove it, or turn the mesh on"
  },
  "nat.address": {
    "what": "A NAT of a workload endpoint lacks one of its two addresses.",
    "remedy": "give `internalIP` and `externalIP`"
  },
  "nat.family": {
    "what": "The two addresses of a NAT are of different IP versions.",
    "remedy": "use two of IPv4, or two of IPv6"
  },
  "nat.network": {
    "what": "The internal address of a NAT is none of the endpoint's `ipNetworks`.",
    "remedy": "correct it, or add it to `ipNetworks`"
  },
  "pool.mode": {
    "what": "The encapsulation of an IP pool does not fit: IP-in-IP and VXLAN together, or IP-in-IP for IPv6.",
    "remedy": "use one of them, VXLAN or none for IPv6",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/16\n  ipipMode: Always\n  vxlanMode: Always\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/16\n  ipipMode: Always\n"
  },
  "pool.use": {
    "what": "The `allowedUses` of an IP pool do not go with its selectors.",
    "remedy": "remove what the finding names"
  },
  "pool.block-size": {
    "what": "The block size of an IP pool is out of range.",
    "remedy": "use 20 to 32 for IPv4, 116 to 128 for IPv6",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/16\n  blockSize: 16\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/16\n  blockSize: 26\n"
  },
  "pool.too-small": {
    "what": "An IP pool is smaller than one of its blocks.",
    "remedy": "take a larger network, or set a larger `blockSize`",
    "wrong": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/28\n",
    "right": "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: example}\nspec:\n  cidr: 10.1.0.0/28\n  blockSize: 29\n"
  },
  "pool.link-local": {
    "what": "An IP pool overlaps the link-local addresses, which cannot be routed.",
    "remedy": "take another network"
  },
  "pool.old-field": {
    "what": "An IP pool has a field of the early API (`ipip`, `nat-outgoing`).",
    "remedy": "use `ipipMode` and `natOutgoing`"
  },
  "tier.built-in": {
    "what": "A tier that Calico makes itself has a fixed order or default action, and another one is given.",
    "remedy": "write the value that the finding names, or remove the field"
  },
  "convert.renamed": {
    "what": "A resource gets another name, because the early API accepted names that the v3 API does not.",
    "remedy": "change what refers to it by its name"
  },
  "convert.tag": {
    "what": "Tags of the early API become labels, and a rule or profile with them does not mean quite the same.",
    "remedy": "read the finding, and correct the converted selector where the early meaning is wanted"
  },
  "convert.label": {
    "what": "A label of a profile that stands for a Kubernetes namespace has another prefix in the v3 API.",
    "remedy": "write the label that the finding names"
  },
  "convert.workload": {
    "what": "The fields of a workload endpoint do not fit what the v3 API makes its name of.",
    "remedy": "correct the fields that the finding names"
  },
  "convert.namespace": {
    "what": "The v3 API keeps workload endpoints in namespaces, and the converted one has none.",
    "remedy": "add `namespace` to its `metadata`, or it is stored in `default`"
  },
  "convert.nets": {
    "what": "A rule has one network and a list of networks.",
    "remedy": "move the one into the list"
  },
  "convert.scope": {
    "what": "The scope of a BGP peer and its node do not fit.",
    "remedy": "give a peer of scope `node` its `node`, and a global one none"
  },
  "convert.name-taken": {
    "what": "Two converted resources have the same kind and name; `apply` would keep the last of them only.",
    "remedy": "change a name, or add the namespaces"
  },
  "convert.derived": {
    "what": "The printed resource stands for an object of Kubernetes: it is for reading, not for `apply`.",
    "remedy": "change the object of Kubernetes with `kubectl`, not this"
  },
  "convert.left-out": {
    "what": "Kubernetes has no objects for some of the resources.",
    "remedy": "nothing: Namespaces, ServiceAccounts, Pods, Nodes and Kubernetes' own policies stand for them there"
  },
  "snapshot.folder": {
    "what": "The folder for a snapshot cannot be written, or holds something else.",
    "remedy": "name a folder that does not exist, or one of an earlier snapshot"
  },
  "snapshot.right": {
    "what": "The user may not list a kind of objects; the snapshot would lack them.",
    "remedy": "add the rule that is printed to a ClusterRole of the user, or use `--allow-missing`"
  },
  "snapshot.datastore": {
    "what": "`snapshot` saves the objects of a Kubernetes cluster, and the datastore is not one.",
    "remedy": "set `DATASTORE_TYPE=kubernetes`; `calicoctl export` prints the resources of other datastores"
  },
  "test.folder": {
    "what": "The folder for generated flows cannot be written, or holds something else.",
    "remedy": "name a folder that does not exist, or one that `test --generate` has made"
  },
  "explore.left-out": {
    "what": "A page holds manifests with what is evaluated alone, so that Secrets, ConfigMaps and other such objects stay out of it.",
    "remedy": "nothing: no answer depends on them"
  },
  "explore.save": {
    "what": "The page cannot be saved, or there is a file of another origin.",
    "remedy": "name a file that does not exist, or one that `explore --save` has made"
  },
  "explore.port": {
    "what": "The page cannot be served on the port.",
    "remedy": "leave out `--port`, which takes a port that is free"
  },
  "export.left-out": {
    "what": "A resource is not exported, because Calico itself or Kubernetes writes it.",
    "remedy": "nothing"
  },
  "create.resource-version": {
    "what": "A resource that is to be created has a `resourceVersion`, which only stored ones have.",
    "remedy": "remove it, or use `apply` or `replace`"
  },
  "patch.shape": {
    "what": "The patch is not an object, or leaves something that is not a resource.",
    "remedy": "write it as an object with the fields that change: `-p '{\"spec\": {\"order\": 10}}'`"
  },
  "patch.identity": {
    "what": "The patch changes the kind, name, namespace or apiVersion of the resource.",
    "remedy": "leave these out; to rename it, create the new one and delete the old one"
  },
  "patch.refused": {
    "what": "What the patch makes of the resource is not valid.",
    "remedy": "correct the patch as the findings say"
  },
  "patch.type": {
    "what": "`--type` is not a type of patch; real calicoctl merges as `strategic` then, and so does this tool.",
    "remedy": "use `strategic`, `merge` or `json`"
  },
  "store.unread": {
    "what": "The user may not list a kind of the cluster's objects; what depends on it is unknown.",
    "remedy": "give the user the right that the finding names"
  },
  "store.note": {
    "what": "The datastore stored the write, but not all of it as requested.",
    "remedy": "read the finding; do not repeat the write"
  },
  "store.exists": {
    "what": "A resource that was to be created exists already.",
    "remedy": "use `apply` to change it, or `--skip-exists`"
  },
  "store.not-found": {
    "what": "A resource does not exist in the datastore.",
    "remedy": "correct the name or the namespace; `--skip-not-exists` ignores it for `delete`"
  },
  "store.conflict": {
    "what": "Another writer changed the resource since it was read: nothing of this write was stored.",
    "remedy": "read it again with `get`, repeat the change and write that"
  },
  "store.refused": {
    "what": "The datastore refuses the write, for the reason in the finding.",
    "remedy": "remove that reason: its help names what to change"
  },
  "store.version-mismatch": {
    "what": "The cluster runs another Calico release than this tool behaves as.",
    "remedy": "choose the release with `--calico-version`; `--allow-version-mismatch` continues anyway"
  },
  "store.not-initialised": {
    "what": "The datastore has no ClusterInformation yet: no Calico has run on it.",
    "remedy": "nothing: it is written when the first Node is created"
  },
  "way-back.journal": {
    "what": "The record of a change that must be confirmed cannot be written or read.",
    "remedy": "make the folder that the finding names writable, and free space on its disk"
  },
  "way-back.keeper": {
    "what": "The process that takes a change back at its deadline does not start: nothing is written.",
    "remedy": "allow the user to start processes, or write without `--confirm-within`, which cannot be taken back"
  },
  "way-back.open": {
    "what": "An earlier change is neither confirmed nor taken back.",
    "remedy": "`calicoctl confirm ID` keeps it, `calicoctl rollback ID` takes it back"
  },
  "way-back.decided": {
    "what": "The change has already been confirmed or taken back.",
    "remedy": "nothing; `calicoctl rollback --list` shows the changes"
  },
  "way-back.settings": {
    "what": "Settings with which the change was made are not set now; secrets are not kept.",
    "remedy": "set the variables that the finding names, and repeat the command"
  },
  "way-back.refused": {
    "what": "Some resources could not be restored.",
    "remedy": "remove the reason that the finding names, and run `calicoctl rollback` again"
  },
  "way-back.busy": {
    "what": "The change is still being written.",
    "remedy": "wait until its command asks for the confirmation"
  },
  "value.unreadable": {
    "what": "A stored value cannot be read as a resource; answers that depend on it say so.",
    "remedy": "`calicoctl replace` or `delete` of the resource repairs it; find out which program wrote it"
  },
  "value.too-deep": {
    "what": "A stored resource is nested too deep to be read.",
    "remedy": "replace it"
  },
  "value.misnamed": {
    "what": "A stored value names another resource than its key.",
    "remedy": "write the resource again with `apply`; find out which program wrote the value"
  },
  "value.unreachable": {
    "what": "A stored resource has a name that this Calico version does not reach.",
    "remedy": "choose the version that stored it with `--calico-version`"
  },
  "datastore.unreachable": {
    "what": "No connection to the datastore can be made.",
    "remedy": "check the address, the network and that the server runs; `--timeout` changes how long to wait"
  },
  "datastore.unavailable": {
    "what": "The datastore answers, but cannot serve the request now: a cluster without a leader, too many requests.",
    "remedy": "try again; if it lasts, look at the server's own log"
  },
  "datastore.timeout": {
    "what": "The datastore did not answer in time.",
    "remedy": "try again, or give more time with `--timeout`"
  },
  "datastore.tls": {
    "what": "The TLS connection to the datastore failed: its certificate, or that of the client, was not accepted.",
    "remedy": "check the CA, certificate and key of the configuration, and the host name of the endpoint"
  },
  "datastore.tls-file": {
    "what": "A certificate or key of the configuration cannot be used.",
    "remedy": "check the file that the finding names: PEM, readable, key and certificate of one pair"
  },
  "datastore.auth": {
    "what": "The datastore does not accept the user, or the user may not do this.",
    "remedy": "check the user and password (etcd) or the kubeconfig's user and its rights (Kubernetes)"
  },
  "datastore.clusters": {
    "what": "The endpoints are of different etcd clusters.",
    "remedy": "name servers of one cluster"
  },
  "datastore.file": {
    "what": "The file of the embedded store cannot be opened or made.",
    "remedy": "check the path and its permissions; its folder must exist"
  },
  "datastore.not-ours": {
    "what": "The file is not a calicoctl embedded store, and is left untouched.",
    "remedy": "name another file with `EMBEDDED_PATH`"
  },
  "datastore.full": {
    "what": "The datastore or its disk is full.",
    "remedy": "make room: compact and defragment etcd, or free the disk"
  },
  "datastore.too-large": {
    "what": "The resource is larger than the datastore takes.",
    "remedy": "split it into several resources"
  },
  "datastore.compacted": {
    "what": "A watch needs changes that etcd no longer has.",
    "remedy": "start it again"
  },
  "datastore.locked": {
    "what": "Another process is writing the embedded store.",
    "remedy": "try again when it has ended"
  },
  "datastore.damaged": {
    "what": "The file of the embedded store is damaged.",
    "remedy": "restore a copy of the file, or move it away to begin an empty store"
  },
  "datastore.failed": {
    "what": "The datastore reported a fault that has no code of its own here.",
    "remedy": "read the reason; look at the server's own log"
  },
  "config.unreadable": {
    "what": "The configuration file cannot be read.",
    "remedy": "check the path of `--config` and its permissions"
  },
  "config.missing": {
    "what": "The configuration file that is named does not exist.",
    "remedy": "correct the path of `--config`"
  },
  "config.syntax": {
    "what": "The configuration file is not valid YAML.",
    "remedy": "correct it at the place that the finding names"
  },
  "config.file": {
    "what": "The configuration file is not a CalicoAPIConfig, or one of its settings is not valid.",
    "remedy": "write `apiVersion: projectcalico.org/v3`, `kind: CalicoAPIConfig` and a `spec` with `datastoreType`"
  },
  "config.type": {
    "what": "The datastore type is missing or unknown.",
    "remedy": "use `etcdv3`, `kubernetes` or `embedded`"
  },
  "config.etcd-client": {
    "what": "CALICOCTL_ETCD_CLIENT names no client of etcd that there is.",
    "remedy": "set it to `etcd3`, or not at all"
  },
  "config.unsupported": {
    "what": "Calico's calicoctl has the setting, and this tool does not.",
    "remedy": "use what the finding names instead"
  },
  "config.ambiguous": {
    "what": "Two settings contradict each other.",
    "remedy": "remove one of them"
  },
  "config.path": {
    "what": "The path of the embedded store is not that of a file.",
    "remedy": "name a file with `EMBEDDED_PATH`"
  },
  "config.no-path": {
    "what": "The embedded store has no default path: HOME is not set.",
    "remedy": "set `EMBEDDED_PATH`"
  },
  "config.no-endpoints": {
    "what": "No etcd endpoint is named.",
    "remedy": "set `ETCD_ENDPOINTS=http://127.0.0.1:2379`, or `etcdEndpoints` in the configuration file"
  },
  "config.endpoint": {
    "what": "An endpoint is not the address of a server.",
    "remedy": "write `https://HOST:PORT`, several with commas"
  },
  "config.tls": {
    "what": "TLS settings contradict each other: a certificate without its key, or a CA although the server's certificate is not checked.",
    "remedy": "set or remove the ones that the finding names"
  },
  "config.auth": {
    "what": "The credentials are not valid: a token or a name with characters that it cannot have, or a credential plugin without a command.",
    "remedy": "correct what the finding names"
  },
  "config.kubeconfig": {
    "what": "The kubeconfig does not exist, cannot be read or is not valid.",
    "remedy": "correct `KUBECONFIG` or the file"
  },
  "config.context": {
    "what": "The kubeconfig does not have the context, or the context names an unknown cluster or user.",
    "remedy": "`kubectl config get-contexts` lists the contexts; choose one with `--context`"
  },
  "config.no-server": {
    "what": "No API server is named.",
    "remedy": "set `KUBECONFIG`, or `K8S_API_ENDPOINT`"
  },
  "config.switch": {
    "what": "A setting is neither `true` nor `false`.",
    "remedy": "write `true` or `false`"
  },
  "world.missing": {
    "what": "Felix refuses the resource and goes on as if it were not there; so does the evaluation.",
    "remedy": "correct it as the finding says"
  },
  "world.ignored": {
    "what": "Felix ignores a part of the resource; so does the evaluation.",
    "remedy": "correct it as the finding says, or remove the part"
  },
  "world.setting": {
    "what": "Felix cannot use the value of a setting and goes on with the default; so does the evaluation.",
    "remedy": "correct the value"
  },
  "world.entry": {
    "what": "Felix cannot use one entry of a list and goes on with the others; so does the evaluation.",
    "remedy": "correct or remove the entry"
  },
  "kubernetes.version": {
    "what": "The Calico version of the cluster was found in its objects, or could not be.",
    "remedy": "`--calico-version` chooses another one"
  },
  "version.chosen": {
    "what": "The files have a kind or field that only a later Calico knows, and so they are read for that one.",
    "remedy": "`--calico-version`, or CALICO_VERSION, says which Calico the files are for; `apply` and other writes use that of the datastore"
  },
  "kubernetes.unreadable": {
    "what": "Calico leaves an object of Kubernetes out, because it cannot make a resource of it.",
    "remedy": "correct the object as the finding says"
  },
  "kubernetes.annotation": {
    "what": "Calico ignores an annotation of an object.",
    "remedy": "remove it, or write what took its place"
  },
  "kubernetes.converted": {
    "what": "How many objects are Kubernetes' own and were checked as what Calico makes of them.",
    "remedy": "nothing; `kubectl` writes such objects"
  },
  "kubernetes.passed-over": {
    "what": "How many objects are of kinds that Calico does not read.",
    "remedy": "nothing; where a kind is a mistake, correct it"
  },
  "kubernetes.endpoints": {
    "what": "Services have no EndpointSlices, so that their Endpoints are taken, or none.",
    "remedy": "give the EndpointSlices of all namespaces, too: `kubectl get endpointslices -A -o yaml`"
  },
  "kubernetes.no-slices": {
    "what": "The backends of Services are unknown, as there are no EndpointSlices.",
    "remedy": "give `kubectl get endpointslices -A -o yaml`, too"
  },
  "kubernetes.host-endpoints": {
    "what": "The host endpoints that kube-controllers makes are missing: the pattern of their interfaces is not understood.",
    "remedy": "give them with `-f`"
  },
  "felix.unrunnable": {
    "what": "Felix cannot program what the resource asks for: nodes keep the rules that they had.",
    "remedy": "change it as the finding says"
  },
  "felix.match-block": {
    "what": "A rule has three or more lists of several values; a node does not check all of them.",
    "remedy": "split the rule, so that two of source ports, destination ports, source nets and destination nets have several values"
  },
  "effect.allowed": {
    "what": "Packets of new connections that were dropped are let through after the change.",
    "remedy": "see that this is meant"
  },
  "effect.denied": {
    "what": "Packets of new connections that were let through are dropped after the change.",
    "remedy": "see that this is meant"
  },
  "effect.replies-allowed": {
    "what": "Answers to packets that pass as before are let through after the change, and were dropped.",
    "remedy": "see that this is meant"
  },
  "effect.replies-dropped": {
    "what": "Answers to packets that pass as before are dropped after the change.",
    "remedy": "add the rule of the other direction, or see that this is meant"
  },
  "effect.decider": {
    "what": "The same is decided about the packets, but by another rule.",
    "remedy": "nothing, where the rule is the one that was meant"
  },
  "effect.not-proved": {
    "what": "Some packets could not be compared within the limit of the search.",
    "remedy": "ask about fewer nodes with `--node`, or split the change"
  },
  "flow.none": {
    "what": "A flow file has no flows: nothing would be tested.",
    "remedy": "add flows, or name another file"
  },
  "flow.no-expectation": {
    "what": "No flow of the file has an expectation: nothing would be tested.",
    "remedy": "write `expect: allow` or `expect: deny` beside a flow"
  },
  "flow.resource": {
    "what": "The file holds resources, not flows.",
    "remedy": "name resources with `-f`"
  },
  "flow.json": {
    "what": "A line is not one flow as a JSON object.",
    "remedy": "write a flow a line: `{\"protocol\": \"TCP\", \"srcIP\": \"10.0.0.9\", \"dstIP\": \"10.0.0.1\", \"dstPort\": 80}`"
  },
  "flow.csv": {
    "what": "The heading or a line of a CSV file is not as it must be.",
    "remedy": "name the fields of a flow in the heading, and give every line as many values"
  },
  "flow.lines": {
    "what": "Some lines could not be evaluated, or the file cannot be read.",
    "remedy": "correct the lines that the findings before name"
  },
  "flow.node": {
    "what": "The node that a flow enters is missing, unknown or ambiguous.",
    "remedy": "set `node` to one that the finding names"
  },
  "flow.from": {
    "what": "Where a flow enters the node is missing, or does not fit its addresses.",
    "remedy": "set `from` to `{interface: NAME}`, `{workload: NAME}` or `{process: true}`"
  },
  "flow.end": {
    "what": "`from` or `to` of a flow is not an end.",
    "remedy": "write `{interface: NAME}`, `{workload: NAME}` or `{process: true}`"
  },
  "flow.workload": {
    "what": "No workload of the node has this name, or several have.",
    "remedy": "write the name that the finding names"
  },
  "flow.route": {
    "what": "A route of the facts lacks what it needs, or no route leads to the destination.",
    "remedy": "give `dst` (a network) and `interfaces` (names), or set `to`"
  },
  "flow.dnat": {
    "what": "A translation of the facts lacks what it needs.",
    "remedy": "give `protocol`, `dst` and `toIP`"
  },
  "flow.choices": {
    "what": "An end stands for several pods, nodes or backends.",
    "remedy": "choose one of those that the finding names"
  },
  "flow.conntrack": {
    "what": "`conntrack` is not the state of a connection.",
    "remedy": "write `new`, `established` or `invalid`"
  },
  "flow.services": {
    "what": "A rule names Services, which Felix reads only from a Kubernetes datastore.",
    "remedy": "evaluate it with the objects of the cluster"
  },
  "flow.assertion": {
    "what": "An entry of `forbid` or `permit` is not valid, or is not proved by this command.",
    "remedy": "correct it as the finding says; `calicoctl test` proves assertions"
  },
  "flow.address": {
    "what": "The source or destination of a flow is not an IP address.",
    "remedy": "write an address: names are not resolved"
  },
  "flow.family": {
    "what": "The source and the destination of a flow are of different IP versions.",
    "remedy": "write two addresses of IPv4, or two of IPv6"
  },
  "flow.protocol": {
    "what": "The protocol of a flow is unknown.",
    "remedy": "use `TCP`, `UDP`, `ICMP`, `ICMPv6`, `SCTP`, `UDPLite` or a number from 1 to 255"
  },
  "flow.port": {
    "what": "A port of a flow is missing, out of range, or the protocol has none.",
    "remedy": "use 0 to 65535 with TCP, UDP, SCTP and UDPLite, and no port with others"
  },
  "flow.icmp": {
    "what": "The ICMP type or code of a flow is out of range, or the protocol has none.",
    "remedy": "use 0 to 255 with ICMP and ICMPv6"
  },
  "flow.flags": {
    "what": "The TCP flags of a flow are unknown, or the protocol has none.",
    "remedy": "write them as `SYN+ACK`; flags are SYN, ACK, FIN, RST, PSH, URG, ECE and CWR"
  },
  "facts.command": {
    "what": "A command that `node facts` runs on the node fails or is not installed.",
    "remedy": "run `calicoctl node facts` as root, where `ip` and `iptables-save` are installed"
  },
  "facts.save": {
    "what": "`node facts` cannot save the facts of the node in the folder.",
    "remedy": "name a folder that does not exist yet, or one that `node facts` made, in a place where you may write"
  },
  "facts.json": {
    "what": "A file of facts is not the JSON that `ip -j` prints.",
    "remedy": "save the output of the command that the finding names"
  },
  "facts.folder": {
    "what": "A folder of facts cannot be read, or none of its files has the name of a kind of facts.",
    "remedy": "run `calicoctl node facts --save FOLDER` on the node, or save `addr.json`, `route.json` and `nat.txt` in a folder that has the node's name"
  },
  "facts.unused": {
    "what": "Facts of a node are not used: no packet of the question enters it.",
    "remedy": "nothing; where the node is misspelt, correct its name"
  },
  "facts.more": {
    "what": "There are more findings about facts than are shown.",
    "remedy": "correct the first ones and run it again"
  },
  "facts.address-unknown": {
    "what": "An entry of saved addresses cannot be read and is left out.",
    "remedy": "save the output of `ip -j addr` again"
  },
  "facts.route-unknown": {
    "what": "An entry of saved routes cannot be read and is left out.",
    "remedy": "save the output of `ip -j route` again"
  },
  "facts.route-table": {
    "what": "Routes in tables that policy routing chooses are left out: which packets use them is not evaluated.",
    "remedy": "nothing, where the packets of the question do not use them; else set `to`"
  },
  "facts.nat-syntax": {
    "what": "A line is not output of `iptables-save`; it is left out.",
    "remedy": "save the output of `iptables-save -t nat`"
  },
  "facts.nat-missing": {
    "what": "The file has no nat table.",
    "remedy": "save the output of `iptables-save -t nat`"
  },
  "facts.nat-twice": {
    "what": "The file has a second nat table of the same IP version; it is left out.",
    "remedy": "save the output of one `iptables-save -t nat` in each file"
  },
  "facts.nat-unknown": {
    "what": "It is unknown whether a rule of the nat table translates some packets: it has a match or target that is not evaluated.",
    "remedy": "give the translation of the packets of the question with `--dnat`"
  },
  "facts.nat-legacy": {
    "what": "The node also has rules of `iptables-legacy`; they are not in the file.",
    "remedy": "also save the output of `iptables-legacy-save -t nat`"
  },
  "facts.nat-ipvs": {
    "what": "The node's kube-proxy uses IPVS; its translations are not in the nat table.",
    "remedy": "give the translations of the packets of the question with `--dnat`"
  },
  "lint.selects-nothing": {
    "what": "A policy selects no endpoint; an untracked or pre-DNAT one no host endpoint. It does nothing.",
    "remedy": "correct the selector or the labels"
  },
  "lint.empty-selector": {
    "what": "A rule's selector names no endpoint and no network set with an address: the rule matches nothing.",
    "remedy": "correct the selector, or add `expectedIPs` or `nets`"
  },
  "lint.no-expected-ips": {
    "what": "A rule's selector selects a host endpoint without `expectedIPs`: no rule can match its addresses.",
    "remedy": "add `expectedIPs`"
  },
  "lint.unknown-port-name": {
    "what": "No endpoint that the side can match has a port of that name and protocol: it matches (excludes) nothing.",
    "remedy": "name a port of an endpoint's `ports`, or write the number"
  },
  "lint.unused-set": {
    "what": "No rule selects the network set (a note).",
    "remedy": "correct its labels or a selector, or delete it"
  },
  "lint.missing-profile": {
    "what": "An endpoint names a profile that does not exist, which denies everything.",
    "remedy": "create it, or take it out"
  },
  "lint.idle-endpoint": {
    "what": "A host endpoint governs nothing: another one governs its interface, or it names a workload interface.",
    "remedy": "keep one host endpoint an interface"
  },
  "lint.log-only": {
    "what": "A policy only logs at endpoints where no other policy of its tier decides: the default deny applies there.",
    "remedy": "add an Allow or a Pass rule"
  },
  "lint.no-final-deny": {
    "what": "Pre-DNAT policies allow some packets, and some that no rule names are forwarded all the same.",
    "remedy": "add a last pre-DNAT policy that denies"
  },
  "lint.one-sided-untracked": {
    "what": "An untracked rule allows packets to or from processes of a node whose answers are dropped.",
    "remedy": "add the rule of the other direction"
  },
  "lint.never-evaluated": {
    "what": "A policy is evaluated at none of the endpoints that it selects.",
    "remedy": "select other endpoints"
  },
  "lint.not-forwarded": {
    "what": "A rule of a normal policy without `applyOnForward`, at host endpoints, is about packets to or from workloads, which are forwarded: the policy does not see them.",
    "remedy": "set `applyOnForward`"
  },
  "lint.port-after-dnat": {
    "what": "A pre-DNAT or untracked rule matches the port that a translation of the node leads to; its policy sees the port before (a note).",
    "remedy": "match the port before"
  },
  "lint.port-before-dnat": {
    "what": "A normal rule at host endpoints matches the port before DNAT; its policy sees the one after (a note).",
    "remedy": "make it pre-DNAT, or match the port after"
  },
  "lint.shadowed": {
    "what": "Earlier rules (and failsafe ports) take all packets of the rule.",
    "remedy": "delete it, or move it before them"
  },
  "lint.failsafe": {
    "what": "Failsafe ports let all packets of the rule past before policy is evaluated.",
    "remedy": "nothing, or change the failsafe ports"
  },
  "lint.matches-nothing": {
    "what": "The rule matches no packet: its fields exclude one another.",
    "remedy": "correct it"
  },
  "lint.not-passed-on": {
    "what": "Policies select all endpoints of the profile and pass nothing on to it; or an earlier tier denies its packets (a note).",
    "remedy": "add a Pass rule, or delete it"
  },
  "lint.partly-dead": {
    "what": "Nothing comes to the rule at some of its endpoints.",
    "remedy": "often nothing: policies are shared"
  },
  "lint.not-proved": {
    "what": "The search was ended by its limit, which very many overlapping ranges reach.",
    "remedy": "use fewer or larger ranges"
  },
  "lint.unknown-code": {
    "what": "A comment `lint-accept` names a code that does not exist: it accepts nothing.",
    "remedy": "correct the code; `calicoctl explain CODE` describes one"
  },
  "hint.no-expected-ips": {
    "what": "A rule's selector selects a host endpoint without `expectedIPs`: no rule can match its addresses.",
    "remedy": "add `expectedIPs` to it"
  },
  "hint.log-only": {
    "what": "A policy only logs, yet it selects the endpoint, which makes the default deny apply.",
    "remedy": "add an Allow rule, or a Pass rule where profiles are to decide"
  },
  "hint.failsafe-wins": {
    "what": "A rule matches the packet, but its port is a failsafe port, which is let through before policy is evaluated.",
    "remedy": "take the port out of the failsafe ports, after your own access is allowed in a policy"
  },
  "hint.one-sided-untracked": {
    "what": "A policy lets the packet through untracked, and nothing lets its answer back.",
    "remedy": "add the rule of the other direction, with source and destination swapped"
  },
  "hint.port-after-dnat": {
    "what": "A pre-DNAT policy matches the port after DNAT; it sees the one before.",
    "remedy": "match the port before, or make it a normal policy"
  },
  "hint.port-before-dnat": {
    "what": "A normal policy matches the port before DNAT; it sees the one after.",
    "remedy": "set `preDNAT` and `applyOnForward`, or match the port after"
  },
  "hint.egress-still-applies": {
    "what": "Pre-DNAT policy allows the packet, but the egress policy of the interface that it leaves by applies all the same.",
    "remedy": "allow it in an `applyOnForward` policy with egress rules"
  },
  "hint.no-selector": {
    "what": "A policy has no selector: it applies to every endpoint, workloads included.",
    "remedy": "give it a selector, such as `has(host-endpoint)`"
  },
  "hint.missing-profile": {
    "what": "The endpoint names a profile that does not exist: it denies everything.",
    "remedy": "create the profile, or take it out of the endpoint's `profiles`"
  },
  "hint.shadowed-endpoint": {
    "what": "An interface has several host endpoints: the first by name governs alone.",
    "remedy": "keep one host endpoint an interface, with the labels and profiles of all"
  },
  "hint.established": {
    "what": "Policy is not evaluated for packets of an established connection: they pass until the connection's entry is gone.",
    "remedy": "remove the entry with the `conntrack` command that is printed"
  },
  "hint.own-workload": {
    "what": "Host endpoint policy does not apply to packets of the node's own workloads.",
    "remedy": "deny it in the workload's egress policy, or set `defaultEndpointToHostAction: Drop`"
  },
  "hint.node-environment": {
    "what": "The verdict depends on the environment of calico/node, which no resource has.",
    "remedy": "look at the variables of the calico-node DaemonSet; a FelixConfiguration makes it certain"
  },
  "hint.dataplane": {
    "what": "The verdict is another with the nftables dataplane.",
    "remedy": "evaluate it with `--dataplane nftables`, or set `nftablesMode` in the FelixConfiguration"
  }
};
