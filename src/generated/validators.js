// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
const of0 = {"name":0,"generateName":0,"namespace":0,"selfLink":0,"uid":0,"resourceVersion":0,"generation":0,"creationTimestamp":0,"deletionTimestamp":0,"deletionGracePeriodSeconds":0,"labels":0,"annotations":0,"ownerReferences":0,"finalizers":0,"clusterName":0,"managedFields":0};
const of1 = {"logSeverityScreen":0,"nodeToNodeMeshEnabled":0,"asNumber":0,"serviceLoadBalancerIPs":0,"serviceExternalIPs":0,"serviceClusterIPs":0,"serviceLoadBalancerAggregation":0,"communities":0,"prefixAdvertisements":0,"listenPort":0,"nodeMeshPassword":0,"nodeMeshMaxRestartTime":0,"bindMode":0,"ignoredInterfaces":0,"localWorkloadPeeringIPV4":0,"localWorkloadPeeringIPV6":0,"programClusterRoutes":0,"ipv4NormalRoutePriority":0,"ipv6NormalRoutePriority":0};
const of2 = ["Trace","Debug","Info","Warning","Error","Fatal"];
const of3 = ["Enabled","Disabled"];
const of4 = ["None","NodeIP"];
const of5 = {"cidr":0,"prefixLength":0,"source":0,"interface":0,"matchOperator":0,"peerType":0,"communities":0,"asPathPrefix":0,"priority":0,"action":0,"operations":0};
const of6 = ["RemotePeers"];
const of7 = ["Equal","NotEqual","In","NotIn"];
const of8 = ["eBGP","iBGP"];
const of9 = ["Accept","Reject"];
const of10 = {"node":0,"peerIP":0,"asNumber":0,"nodeSelector":0,"peerSelector":0,"keepOriginalNextHop":0,"password":0,"sourceAddress":0,"maxRestartTime":0,"keepaliveTime":0,"numAllowedLocalASNumbers":0,"ttlSecurity":0,"reachableBy":0,"filters":0,"localWorkloadSelector":0,"localASNumber":0,"nextHopMode":0,"reversePeering":0};
const of11 = ["UseNodeIP","None"];
const of12 = ["Auto","Self","Keep"];
const of13 = ["Auto","Manual"];
const of14 = {"useInternalDataplaneDriver":0,"dataplaneDriver":0,"dataplaneWatchdogTimeout":0,"ipv6Support":0,"routeRefreshInterval":0,"interfaceRefreshInterval":0,"iptablesRefreshInterval":0,"iptablesPostWriteCheckInterval":0,"iptablesLockFilePath":0,"iptablesLockTimeout":0,"iptablesLockProbeInterval":0,"featureDetectOverride":0,"featureGates":0,"ipsetsRefreshInterval":0,"maxIpsetSize":0,"iptablesBackend":0,"XDPRefreshInterval":0,"netlinkTimeout":0,"metadataAddr":0,"metadataPort":0,"openstackRegion":0,"interfacePrefix":0,"interfaceExclude":0,"chainInsertMode":0,"defaultEndpointToHostAction":0,"iptablesFilterAllowAction":0,"iptablesMangleAllowAction":0,"iptablesFilterDenyAction":0,"logPrefix":0,"logActionRateLimit":0,"logActionRateLimitBurst":0,"logFilePath":0,"logSeverityFile":0,"logSeverityScreen":0,"logSeveritySys":0,"logDebugFilenameRegex":0,"ipipEnabled":0,"ipipMTU":0,"vxlanEnabled":0,"vxlanMTU":0,"vxlanMTUV6":0,"vxlanPort":0,"vxlanVNI":0,"allowVXLANPacketsFromWorkloads":0,"allowIPIPPacketsFromWorkloads":0,"reportingInterval":0,"reportingTTL":0,"endpointReportingEnabled":0,"endpointReportingDelay":0,"endpointStatusPathPrefix":0,"iptablesMarkMask":0,"disableConntrackInvalidCheck":0,"healthEnabled":0,"healthHost":0,"healthPort":0,"healthTimeoutOverrides":0,"prometheusMetricsEnabled":0,"prometheusMetricsHost":0,"prometheusMetricsPort":0,"prometheusMetricsCAFile":0,"prometheusMetricsCertFile":0,"prometheusMetricsKeyFile":0,"prometheusMetricsClientAuth":0,"prometheusGoMetricsEnabled":0,"prometheusProcessMetricsEnabled":0,"prometheusWireGuardMetricsEnabled":0,"failsafeInboundHostPorts":0,"failsafeOutboundHostPorts":0,"kubeNodePortRanges":0,"policySyncPathPrefix":0,"usageReportingEnabled":0,"usageReportingInitialDelay":0,"usageReportingInterval":0,"natPortRange":0,"natOutgoingAddress":0,"natOutgoingExclusions":0,"deviceRouteSourceAddress":0,"deviceRouteSourceAddressIPv6":0,"deviceRouteProtocol":0,"removeExternalRoutes":0,"programClusterRoutes":0,"ipForwarding":0,"externalNodesList":0,"debugMemoryProfilePath":0,"debugDisableLogDropping":0,"debugSimulateCalcGraphHangAfter":0,"debugSimulateDataplaneHangAfter":0,"debugSimulateDataplaneApplyDelay":0,"debugHost":0,"debugPort":0,"iptablesNATOutgoingInterfaceFilter":0,"sidecarAccelerationEnabled":0,"xdpEnabled":0,"genericXDPEnabled":0,"nftablesMode":0,"nftablesRefreshInterval":0,"nftablesFilterAllowAction":0,"nftablesMangleAllowAction":0,"nftablesFilterDenyAction":0,"nftablesMarkMask":0,"bpfEnabled":0,"bpfDisableUnprivileged":0,"bpfLogLevel":0,"bpfConntrackLogLevel":0,"bpfConntrackMode":0,"bpfConntrackTimeouts":0,"bpfLogFilters":0,"bpfCTLBLogFilter":0,"bpfDataIfacePattern":0,"bpfL3IfacePattern":0,"bpfConnectTimeLoadBalancingEnabled":0,"bpfConnectTimeLoadBalancing":0,"bpfHostNetworkedNATWithoutCTLB":0,"bpfExternalServiceMode":0,"bpfDSROptoutCIDRs":0,"bpfExtToServiceConnmark":0,"bpfKubeProxyIptablesCleanupEnabled":0,"bpfKubeProxyMinSyncPeriod":0,"bpfKubeProxyHealthzPort":0,"bpfKubeProxyEndpointSlicesEnabled":0,"bpfPSNATPorts":0,"bpfMapSizeNATFrontend":0,"bpfMapSizeNATBackend":0,"bpfMapSizeNATAffinity":0,"bpfMapSizeRoute":0,"bpfMapSizeConntrack":0,"bpfMapSizePerCpuConntrack":0,"bpfMapSizeConntrackScaling":0,"bpfMapSizeConntrackCleanupQueue":0,"bpfMapSizeIPSets":0,"bpfMapSizeIfState":0,"bpfHostConntrackBypass":0,"bpfEnforceRPF":0,"bpfPolicyDebugEnabled":0,"bpfForceTrackPacketsFromIfaces":0,"bpfDisableGROForIfaces":0,"bpfExcludeCIDRsFromNAT":0,"bpfExportBufferSizeMB":0,"flowLogsPolicyEvaluationMode":0,"bpfRedirectToPeer":0,"flowLogsFlushInterval":0,"flowLogsCollectorDebugTrace":0,"flowLogsGoldmaneServer":0,"flowLogsLocalReporter":0,"bpfAttachType":0,"bpfJITHardening":0,"cgroupV2Path":0,"bpfProfiling":0,"bpfMaglevMaxServices":0,"bpfMaglevMaxEndpointsPerService":0,"routeSource":0,"routeTableRanges":0,"routeTableRange":0,"routeSyncDisabled":0,"wireguardEnabled":0,"wireguardEnabledV6":0,"wireguardThreadingEnabled":0,"wireguardListeningPort":0,"wireguardListeningPortV6":0,"wireguardRoutingRulePriority":0,"wireguardInterfaceName":0,"wireguardInterfaceNameV6":0,"wireguardMTU":0,"wireguardMTUV6":0,"wireguardHostEncryptionEnabled":0,"wireguardKeepAlive":0,"awsSrcDstCheck":0,"serviceLoopPrevention":0,"workloadSourceSpoofing":0,"mtuIfacePattern":0,"floatingIPs":0,"windowsManageFirewallRules":0,"goGCThreshold":0,"goMemoryLimitMB":0,"goMaxProcs":0,"requireMTUFile":0,"ipv4NormalRoutePriority":0,"ipv4ElevatedRoutePriority":0,"ipv6NormalRoutePriority":0,"ipv6ElevatedRoutePriority":0,"liveMigrationRouteConvergenceTime":0,"istioAmbientMode":0,"istioDSCPMark":0};
const of15 = ["Legacy","NFT","Auto",""];
const of16 = ["Drop","Accept","Return"];
const of17 = ["Accept","Return"];
const of18 = ["Drop","Reject"];
const of19 = ["IPPoolsOnly","IPPoolsAndHostIPs"];
const of20 = ["Auto","Enabled","Disabled"];
const of21 = ["Off","Info","Debug"];
const of22 = ["Off","Debug"];
const of23 = ["Auto","Userspace","BPFProgram"];
const of24 = ["TCP","Enabled","Disabled"];
const of25 = ["Tunnel","DSR"];
const of26 = ["None","Continuous"];
const of27 = ["Enabled","Disabled","L2Only"];
const of28 = ["Disabled","Enabled"];
const of29 = ["TCX","TC"];
const of30 = ["Auto","Strict"];
const of31 = ["DoNothing","Enable","Disable"];
const of32 = ["Drop","Reject","Disabled"];
const of33 = ["Disabled","Any"];
const of34 = [{"type":"string","enum":["TCP","UDP","ICMP","ICMPv6","SCTP","UDPLite"]},{"type":"integer","minimum":1,"maximum":255}];
const of35 = {"nets":0,"selector":0,"namespaceSelector":0,"services":0,"ports":0,"notNets":0,"notSelector":0,"notPorts":0,"serviceAccounts":0};
const of36 = {"action":0,"ipVersion":0,"protocol":0,"icmp":0,"notProtocol":0,"notICMP":0,"source":0,"destination":0,"http":0,"metadata":0};
const of37 = ["Allow","Deny","Log","Pass"];
const of38 = [4,6];
const of39 = {"tier":0,"order":0,"ingress":0,"egress":0,"selector":0,"types":0,"doNotTrack":0,"preDNAT":0,"applyOnForward":0,"serviceAccountSelector":0,"namespaceSelector":0,"performanceHints":0};
const of40 = ["Ingress","Egress"];
const of41 = ["AssumeNeededOnEveryNode"];
const of42 = {"cidr":0,"vxlanMode":0,"ipipMode":0,"natOutgoing":0,"disabled":0,"disableBGPExport":0,"blockSize":0,"nodeSelector":0,"ipip":0,"nat-outgoing":0,"allowedUses":0,"namespaceSelector":0,"assignmentMode":0};
const of43 = ["Always","CrossSubnet","Never"];
const of44 = ["always","cross-subnet"];
const of45 = ["Workload","Tunnel","LoadBalancer"];
const of46 = ["Automatic","Manual"];
const of47 = ["Debug","Info","Warning","Error","Fatal"];
const of48 = ["AllServices","RequestedServicesOnly"];
const of49 = {"bgp":0,"ipv4VXLANTunnelAddr":0,"vxlanTunnelMACAddr":0,"ipv6VXLANTunnelAddr":0,"vxlanTunnelMACAddrV6":0,"orchRefs":0,"wireguard":0,"addresses":0,"interfaces":0};
const of50 = {"stagedAction":0,"tier":0,"order":0,"ingress":0,"egress":0,"selector":0,"types":0,"doNotTrack":0,"preDNAT":0,"applyOnForward":0,"serviceAccountSelector":0,"namespaceSelector":0,"performanceHints":0};
const of51 = ["Set","Delete","Learn","Ignore"];
const of52 = {"stagedAction":0,"tier":0,"order":0,"ingress":0,"egress":0,"selector":0,"types":0,"serviceAccountSelector":0,"performanceHints":0};
const of53 = ["Pass","Deny"];
const of54 = {"orchestrator":0,"workload":0,"node":0,"containerID":0,"pod":0,"endpoint":0,"serviceAccountName":0,"ipNetworks":0,"ipNATs":0,"ipv4Gateway":0,"ipv6Gateway":0,"profiles":0,"interfaceName":0,"mac":0,"ports":0,"allowSpoofedSourcePrefixes":0,"qosControls":0};
const of55 = {"ingressBandwidth":0,"ingressBurst":0,"ingressPeakrate":0,"ingressMinburst":0,"egressBandwidth":0,"egressBurst":0,"egressPeakrate":0,"egressMinburst":0,"ingressPacketRate":0,"ingressPacketBurst":0,"egressPacketRate":0,"egressPacketBurst":0,"ingressMaxConnections":0,"egressMaxConnections":0,"dscp":0};
export const BGPConfiguration = validate52;
const func1 = Object.prototype.hasOwnProperty;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-metadata.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of0, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
vErrors = noted(vErrors, instancePath+"/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.generateName !== undefined){
if(typeof data.generateName !== "string"){
vErrors = noted(vErrors, instancePath+"/generateName", "type", {type: "string"});
errors++;
}
}
if(data.namespace !== undefined){
if(typeof data.namespace !== "string"){
vErrors = noted(vErrors, instancePath+"/namespace", "type", {type: "string"});
errors++;
}
}
if(data.selfLink !== undefined){
if(typeof data.selfLink !== "string"){
vErrors = noted(vErrors, instancePath+"/selfLink", "type", {type: "string"});
errors++;
}
}
if(data.uid !== undefined){
if(typeof data.uid !== "string"){
vErrors = noted(vErrors, instancePath+"/uid", "type", {type: "string"});
errors++;
}
}
if(data.resourceVersion !== undefined){
if(typeof data.resourceVersion !== "string"){
vErrors = noted(vErrors, instancePath+"/resourceVersion", "type", {type: "string"});
errors++;
}
}
if(data.generation !== undefined){
let data6 = data.generation;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = noted(vErrors, instancePath+"/generation", "type", {type: "integer"});
errors++;
}
}
if(data.creationTimestamp !== undefined){
if(typeof data.creationTimestamp !== "string"){
vErrors = noted(vErrors, instancePath+"/creationTimestamp", "type", {type: "string"});
errors++;
}
}
if(data.deletionTimestamp !== undefined){
if(typeof data.deletionTimestamp !== "string"){
vErrors = noted(vErrors, instancePath+"/deletionTimestamp", "type", {type: "string"});
errors++;
}
}
if(data.deletionGracePeriodSeconds !== undefined){
let data9 = data.deletionGracePeriodSeconds;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = noted(vErrors, instancePath+"/deletionGracePeriodSeconds", "type", {type: "integer"});
errors++;
}
}
if(data.labels !== undefined){
let data10 = data.labels;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(typeof data10[key1] !== "string"){
vErrors = noted(vErrors, instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/labels", "type", {type: "object"});
errors++;
}
}
if(data.annotations !== undefined){
let data12 = data.annotations;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(typeof data12[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/annotations", "type", {type: "object"});
errors++;
}
}
if(data.ownerReferences !== undefined){
let data14 = data.ownerReferences;
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(!(data15 && typeof data15 == "object" && !Array.isArray(data15))){
vErrors = noted(vErrors, instancePath+"/ownerReferences/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ownerReferences", "type", {type: "array"});
errors++;
}
}
if(data.finalizers !== undefined){
let data16 = data.finalizers;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(typeof data16[i1] !== "string"){
vErrors = noted(vErrors, instancePath+"/finalizers/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/finalizers", "type", {type: "array"});
errors++;
}
}
if(data.clusterName !== undefined){
if(typeof data.clusterName !== "string"){
vErrors = noted(vErrors, instancePath+"/clusterName", "type", {type: "string"});
errors++;
}
}
if(data.managedFields !== undefined){
let data19 = data.managedFields;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(!(data20 && typeof data20 == "object" && !Array.isArray(data20))){
vErrors = noted(vErrors, instancePath+"/managedFields/" + i2, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/managedFields", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern3 = new RegExp("^[0-9]{1,10}([.][0-9]{1,5})?$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-as-number.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
vErrors = noted(vErrors, instancePath, "type", {type: "integer"});
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4294967295 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "maximum", {comparison: "<=", limit: 4294967295});
errors++;
}
if(data < 0 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data === "string"){
if(!pattern3.test(data)){
vErrors = noted(vErrors, instancePath, "pattern", {pattern: "^[0-9]{1,10}([.][0-9]{1,5})?$"});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "string"});
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
vErrors = noted(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-bgp-password.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "secretKeyRef")){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.secretKeyRef !== undefined){
let data0 = data.secretKeyRef;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "name") || (key1 === "key")) || (key1 === "optional"))){
vErrors = noted(vErrors, instancePath+"/secretKeyRef", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data0.name !== undefined){
if(typeof data0.name !== "string"){
vErrors = noted(vErrors, instancePath+"/secretKeyRef/name", "type", {type: "string"});
errors++;
}
}
if(data0.key !== undefined){
if(typeof data0.key !== "string"){
vErrors = noted(vErrors, instancePath+"/secretKeyRef/key", "type", {type: "string"});
errors++;
}
}
if(data0.optional !== undefined){
if(typeof data0.optional !== "boolean"){
vErrors = noted(vErrors, instancePath+"/secretKeyRef/optional", "type", {type: "boolean"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/secretKeyRef", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern4 = new RegExp("^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$", "u");

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-duration.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate59.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern4.test(data)){
vErrors = noted(vErrors, instancePath, "pattern", {pattern: "^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}
validate59.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/BGPConfiguration.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("BGPConfiguration" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "BGPConfiguration"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of1, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data4 = data3.logSeverityScreen;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "type", {type: "string"});
errors++;
}
if(!((((((data4 === "Trace") || (data4 === "Debug")) || (data4 === "Info")) || (data4 === "Warning")) || (data4 === "Error")) || (data4 === "Fatal"))){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "enum", {allowedValues: of2});
errors++;
}
}
if(data3.nodeToNodeMeshEnabled !== undefined){
if(typeof data3.nodeToNodeMeshEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/nodeToNodeMeshEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.asNumber !== undefined){
if(!(validate55(data3.asNumber, {instancePath:instancePath+"/spec/asNumber",parentData:data3,parentDataProperty:"asNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data3.serviceLoadBalancerIPs !== undefined){
let data7 = data3.serviceLoadBalancerIPs;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(key2 === "cidr")){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerIPs/" + i0, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data8.cidr !== undefined){
if(typeof data8.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerIPs/" + i0+"/cidr", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerIPs/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerIPs", "type", {type: "array"});
errors++;
}
}
if(data3.serviceExternalIPs !== undefined){
let data10 = data3.serviceExternalIPs;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
if(!(key3 === "cidr")){
vErrors = noted(vErrors, instancePath+"/spec/serviceExternalIPs/" + i1, "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data11.cidr !== undefined){
if(typeof data11.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceExternalIPs/" + i1+"/cidr", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceExternalIPs/" + i1, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceExternalIPs", "type", {type: "array"});
errors++;
}
}
if(data3.serviceClusterIPs !== undefined){
let data13 = data3.serviceClusterIPs;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key4 in data14){
if(!(key4 === "cidr")){
vErrors = noted(vErrors, instancePath+"/spec/serviceClusterIPs/" + i2, "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data14.cidr !== undefined){
if(typeof data14.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceClusterIPs/" + i2+"/cidr", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceClusterIPs/" + i2, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/serviceClusterIPs", "type", {type: "array"});
errors++;
}
}
if(data3.serviceLoadBalancerAggregation !== undefined){
let data16 = data3.serviceLoadBalancerAggregation;
if(typeof data16 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerAggregation", "type", {type: "string"});
errors++;
}
if(!((data16 === "Enabled") || (data16 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoadBalancerAggregation", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.communities !== undefined){
let data17 = data3.communities;
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
if(!((key5 === "name") || (key5 === "value"))){
vErrors = noted(vErrors, instancePath+"/spec/communities/" + i3, "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data18.name !== undefined){
if(typeof data18.name !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/communities/" + i3+"/name", "type", {type: "string"});
errors++;
}
}
if(data18.value !== undefined){
if(typeof data18.value !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/communities/" + i3+"/value", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/communities/" + i3, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/communities", "type", {type: "array"});
errors++;
}
}
if(data3.prefixAdvertisements !== undefined){
let data21 = data3.prefixAdvertisements;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
let data22 = data21[i4];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key6 in data22){
if(!((key6 === "cidr") || (key6 === "communities"))){
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements/" + i4, "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data22.cidr !== undefined){
if(typeof data22.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements/" + i4+"/cidr", "type", {type: "string"});
errors++;
}
}
if(data22.communities !== undefined){
let data24 = data22.communities;
if(Array.isArray(data24)){
const len5 = data24.length;
for(let i5=0; i5<len5; i5++){
if(typeof data24[i5] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements/" + i4+"/communities/" + i5, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements/" + i4+"/communities", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements/" + i4, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/prefixAdvertisements", "type", {type: "array"});
errors++;
}
}
if(data3.listenPort !== undefined){
let data26 = data3.listenPort;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
vErrors = noted(vErrors, instancePath+"/spec/listenPort", "type", {type: "integer"});
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 65535 || isNaN(data26)){
vErrors = noted(vErrors, instancePath+"/spec/listenPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data26 < 0 || isNaN(data26)){
vErrors = noted(vErrors, instancePath+"/spec/listenPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.nodeMeshPassword !== undefined){
if(!(validate57(data3.nodeMeshPassword, {instancePath:instancePath+"/spec/nodeMeshPassword",parentData:data3,parentDataProperty:"nodeMeshPassword",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate57.errors);
errors = vErrors.length;
}
}
if(data3.nodeMeshMaxRestartTime !== undefined){
if(!(validate59(data3.nodeMeshMaxRestartTime, {instancePath:instancePath+"/spec/nodeMeshMaxRestartTime",parentData:data3,parentDataProperty:"nodeMeshMaxRestartTime",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.bindMode !== undefined){
let data29 = data3.bindMode;
if(typeof data29 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bindMode", "type", {type: "string"});
errors++;
}
if(!((data29 === "None") || (data29 === "NodeIP"))){
vErrors = noted(vErrors, instancePath+"/spec/bindMode", "enum", {allowedValues: of4});
errors++;
}
}
if(data3.ignoredInterfaces !== undefined){
let data30 = data3.ignoredInterfaces;
if(Array.isArray(data30)){
const len6 = data30.length;
for(let i6=0; i6<len6; i6++){
if(typeof data30[i6] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ignoredInterfaces/" + i6, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ignoredInterfaces", "type", {type: "array"});
errors++;
}
}
if(data3.localWorkloadPeeringIPV4 !== undefined){
if(typeof data3.localWorkloadPeeringIPV4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/localWorkloadPeeringIPV4", "type", {type: "string"});
errors++;
}
}
if(data3.localWorkloadPeeringIPV6 !== undefined){
if(typeof data3.localWorkloadPeeringIPV6 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/localWorkloadPeeringIPV6", "type", {type: "string"});
errors++;
}
}
if(data3.programClusterRoutes !== undefined){
let data34 = data3.programClusterRoutes;
if(typeof data34 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/programClusterRoutes", "type", {type: "string"});
errors++;
}
if(!((data34 === "Enabled") || (data34 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/programClusterRoutes", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.ipv4NormalRoutePriority !== undefined){
let data35 = data3.ipv4NormalRoutePriority;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 2147483646 || isNaN(data35)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data35 < 1 || isNaN(data35)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.ipv6NormalRoutePriority !== undefined){
let data36 = data3.ipv6NormalRoutePriority;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 2147483646 || isNaN(data36)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data36 < 1 || isNaN(data36)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const BGPFilter = validate61;

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-bgp-filter-communities.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.values === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "values"});
errors++;
}
for(const key0 in data){
if(!(key0 === "values")){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.values !== undefined){
let data0 = data.values;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/values/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/values", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-bgp-filter-operation.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "addCommunity") || (key0 === "prependASPath")) || (key0 === "setPriority"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.addCommunity !== undefined){
let data0 = data.addCommunity;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.value === undefined){
vErrors = noted(vErrors, instancePath+"/addCommunity", "required", {missingProperty: "value"});
errors++;
}
for(const key1 in data0){
if(!(key1 === "value")){
vErrors = noted(vErrors, instancePath+"/addCommunity", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data0.value !== undefined){
if(typeof data0.value !== "string"){
vErrors = noted(vErrors, instancePath+"/addCommunity/value", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/addCommunity", "type", {type: "object"});
errors++;
}
}
if(data.prependASPath !== undefined){
let data2 = data.prependASPath;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.prefix === undefined){
vErrors = noted(vErrors, instancePath+"/prependASPath", "required", {missingProperty: "prefix"});
errors++;
}
for(const key2 in data2){
if(!(key2 === "prefix")){
vErrors = noted(vErrors, instancePath+"/prependASPath", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data2.prefix !== undefined){
let data3 = data2.prefix;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate55(data3[i0], {instancePath:instancePath+"/prependASPath/prefix/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/prependASPath/prefix", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/prependASPath", "type", {type: "object"});
errors++;
}
}
if(data.setPriority !== undefined){
let data5 = data.setPriority;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.value === undefined){
vErrors = noted(vErrors, instancePath+"/setPriority", "required", {missingProperty: "value"});
errors++;
}
for(const key3 in data5){
if(!(key3 === "value")){
vErrors = noted(vErrors, instancePath+"/setPriority", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data5.value !== undefined){
let data6 = data5.value;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = noted(vErrors, instancePath+"/setPriority/value", "type", {type: "integer"});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 2147483646 || isNaN(data6)){
vErrors = noted(vErrors, instancePath+"/setPriority/value", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data6 < 1 || isNaN(data6)){
vErrors = noted(vErrors, instancePath+"/setPriority/value", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/setPriority", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-bgp-filter-rule-v4.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate63.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "action"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of5, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.cidr !== undefined){
if(typeof data.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/cidr", "type", {type: "string"});
errors++;
}
}
if(data.prefixLength !== undefined){
let data1 = data.prefixLength;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "min") || (key1 === "max"))){
vErrors = noted(vErrors, instancePath+"/prefixLength", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data1.min !== undefined){
let data2 = data1.min;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 32 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "maximum", {comparison: "<=", limit: 32});
errors++;
}
if(data2 < 0 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data1.max !== undefined){
let data3 = data1.max;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 32 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "maximum", {comparison: "<=", limit: 32});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/prefixLength", "type", {type: "object"});
errors++;
}
}
if(data.source !== undefined){
let data4 = data.source;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/source", "type", {type: "string"});
errors++;
}
if(!(data4 === "RemotePeers")){
vErrors = noted(vErrors, instancePath+"/source", "enum", {allowedValues: of6});
errors++;
}
}
if(data.interface !== undefined){
if(typeof data.interface !== "string"){
vErrors = noted(vErrors, instancePath+"/interface", "type", {type: "string"});
errors++;
}
}
if(data.matchOperator !== undefined){
let data6 = data.matchOperator;
if(typeof data6 !== "string"){
vErrors = noted(vErrors, instancePath+"/matchOperator", "type", {type: "string"});
errors++;
}
if(!((((data6 === "Equal") || (data6 === "NotEqual")) || (data6 === "In")) || (data6 === "NotIn"))){
vErrors = noted(vErrors, instancePath+"/matchOperator", "enum", {allowedValues: of7});
errors++;
}
}
if(data.peerType !== undefined){
let data7 = data.peerType;
if(typeof data7 !== "string"){
vErrors = noted(vErrors, instancePath+"/peerType", "type", {type: "string"});
errors++;
}
if(!((data7 === "eBGP") || (data7 === "iBGP"))){
vErrors = noted(vErrors, instancePath+"/peerType", "enum", {allowedValues: of8});
errors++;
}
}
if(data.communities !== undefined){
if(!(validate64(data.communities, {instancePath:instancePath+"/communities",parentData:data,parentDataProperty:"communities",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
if(data.asPathPrefix !== undefined){
let data9 = data.asPathPrefix;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(!(validate55(data9[i0], {instancePath:instancePath+"/asPathPrefix/" + i0,parentData:data9,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/asPathPrefix", "type", {type: "array"});
errors++;
}
}
if(data.priority !== undefined){
let data11 = data.priority;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = noted(vErrors, instancePath+"/priority", "type", {type: "integer"});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483646 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/priority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data11 < 1 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/priority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.action !== undefined){
let data12 = data.action;
if(typeof data12 !== "string"){
vErrors = noted(vErrors, instancePath+"/action", "type", {type: "string"});
errors++;
}
if(!((data12 === "Accept") || (data12 === "Reject"))){
vErrors = noted(vErrors, instancePath+"/action", "enum", {allowedValues: of9});
errors++;
}
}
if(data.operations !== undefined){
let data13 = data.operations;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(!(validate67(data13[i1], {instancePath:instancePath+"/operations/" + i1,parentData:data13,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate67.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/operations", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-bgp-filter-rule-v6.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate72.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "action"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of5, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.cidr !== undefined){
if(typeof data.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/cidr", "type", {type: "string"});
errors++;
}
}
if(data.prefixLength !== undefined){
let data1 = data.prefixLength;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "min") || (key1 === "max"))){
vErrors = noted(vErrors, instancePath+"/prefixLength", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data1.min !== undefined){
let data2 = data1.min;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 128 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "maximum", {comparison: "<=", limit: 128});
errors++;
}
if(data2 < 0 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/prefixLength/min", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data1.max !== undefined){
let data3 = data1.max;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 128 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "maximum", {comparison: "<=", limit: 128});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/prefixLength/max", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/prefixLength", "type", {type: "object"});
errors++;
}
}
if(data.source !== undefined){
let data4 = data.source;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/source", "type", {type: "string"});
errors++;
}
if(!(data4 === "RemotePeers")){
vErrors = noted(vErrors, instancePath+"/source", "enum", {allowedValues: of6});
errors++;
}
}
if(data.interface !== undefined){
if(typeof data.interface !== "string"){
vErrors = noted(vErrors, instancePath+"/interface", "type", {type: "string"});
errors++;
}
}
if(data.matchOperator !== undefined){
let data6 = data.matchOperator;
if(typeof data6 !== "string"){
vErrors = noted(vErrors, instancePath+"/matchOperator", "type", {type: "string"});
errors++;
}
if(!((((data6 === "Equal") || (data6 === "NotEqual")) || (data6 === "In")) || (data6 === "NotIn"))){
vErrors = noted(vErrors, instancePath+"/matchOperator", "enum", {allowedValues: of7});
errors++;
}
}
if(data.peerType !== undefined){
let data7 = data.peerType;
if(typeof data7 !== "string"){
vErrors = noted(vErrors, instancePath+"/peerType", "type", {type: "string"});
errors++;
}
if(!((data7 === "eBGP") || (data7 === "iBGP"))){
vErrors = noted(vErrors, instancePath+"/peerType", "enum", {allowedValues: of8});
errors++;
}
}
if(data.communities !== undefined){
if(!(validate64(data.communities, {instancePath:instancePath+"/communities",parentData:data,parentDataProperty:"communities",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
if(data.asPathPrefix !== undefined){
let data9 = data.asPathPrefix;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(!(validate55(data9[i0], {instancePath:instancePath+"/asPathPrefix/" + i0,parentData:data9,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/asPathPrefix", "type", {type: "array"});
errors++;
}
}
if(data.priority !== undefined){
let data11 = data.priority;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = noted(vErrors, instancePath+"/priority", "type", {type: "integer"});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483646 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/priority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data11 < 1 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/priority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.action !== undefined){
let data12 = data.action;
if(typeof data12 !== "string"){
vErrors = noted(vErrors, instancePath+"/action", "type", {type: "string"});
errors++;
}
if(!((data12 === "Accept") || (data12 === "Reject"))){
vErrors = noted(vErrors, instancePath+"/action", "enum", {allowedValues: of9});
errors++;
}
}
if(data.operations !== undefined){
let data13 = data.operations;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(!(validate67(data13[i1], {instancePath:instancePath+"/operations/" + i1,parentData:data13,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate67.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/operations", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}
validate72.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/BGPFilter.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("BGPFilter" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "BGPFilter"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "exportV4") || (key1 === "importV4")) || (key1 === "exportV6")) || (key1 === "importV6"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.exportV4 !== undefined){
let data4 = data3.exportV4;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate63(data4[i0], {instancePath:instancePath+"/spec/exportV4/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate63.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/exportV4", "type", {type: "array"});
errors++;
}
}
if(data3.importV4 !== undefined){
let data6 = data3.importV4;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate63(data6[i1], {instancePath:instancePath+"/spec/importV4/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate63.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/importV4", "type", {type: "array"});
errors++;
}
}
if(data3.exportV6 !== undefined){
let data8 = data3.exportV6;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(!(validate72(data8[i2], {instancePath:instancePath+"/spec/exportV6/" + i2,parentData:data8,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate72.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/exportV6", "type", {type: "array"});
errors++;
}
}
if(data3.importV6 !== undefined){
let data10 = data3.importV6;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
if(!(validate72(data10[i3], {instancePath:instancePath+"/spec/importV6/" + i3,parentData:data10,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate72.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/importV6", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const BGPPeer = validate78;

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/BGPPeer.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate78.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("BGPPeer" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "BGPPeer"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of10, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.node !== undefined){
if(typeof data3.node !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/node", "type", {type: "string"});
errors++;
}
}
if(data3.peerIP !== undefined){
if(typeof data3.peerIP !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/peerIP", "type", {type: "string"});
errors++;
}
}
if(data3.asNumber !== undefined){
if(!(validate55(data3.asNumber, {instancePath:instancePath+"/spec/asNumber",parentData:data3,parentDataProperty:"asNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data3.nodeSelector !== undefined){
if(typeof data3.nodeSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nodeSelector", "type", {type: "string"});
errors++;
}
}
if(data3.peerSelector !== undefined){
if(typeof data3.peerSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/peerSelector", "type", {type: "string"});
errors++;
}
}
if(data3.keepOriginalNextHop !== undefined){
if(typeof data3.keepOriginalNextHop !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/keepOriginalNextHop", "type", {type: "boolean"});
errors++;
}
}
if(data3.password !== undefined){
if(!(validate57(data3.password, {instancePath:instancePath+"/spec/password",parentData:data3,parentDataProperty:"password",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate57.errors);
errors = vErrors.length;
}
}
if(data3.sourceAddress !== undefined){
let data11 = data3.sourceAddress;
if(typeof data11 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/sourceAddress", "type", {type: "string"});
errors++;
}
if(!((data11 === "UseNodeIP") || (data11 === "None"))){
vErrors = noted(vErrors, instancePath+"/spec/sourceAddress", "enum", {allowedValues: of11});
errors++;
}
}
if(data3.maxRestartTime !== undefined){
if(!(validate59(data3.maxRestartTime, {instancePath:instancePath+"/spec/maxRestartTime",parentData:data3,parentDataProperty:"maxRestartTime",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.keepaliveTime !== undefined){
if(!(validate59(data3.keepaliveTime, {instancePath:instancePath+"/spec/keepaliveTime",parentData:data3,parentDataProperty:"keepaliveTime",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.numAllowedLocalASNumbers !== undefined){
let data14 = data3.numAllowedLocalASNumbers;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
vErrors = noted(vErrors, instancePath+"/spec/numAllowedLocalASNumbers", "type", {type: "integer"});
errors++;
}
}
if(data3.ttlSecurity !== undefined){
let data15 = data3.ttlSecurity;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = noted(vErrors, instancePath+"/spec/ttlSecurity", "type", {type: "integer"});
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 255 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/spec/ttlSecurity", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data15 < 0 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/spec/ttlSecurity", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.reachableBy !== undefined){
if(typeof data3.reachableBy !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/reachableBy", "type", {type: "string"});
errors++;
}
}
if(data3.filters !== undefined){
let data17 = data3.filters;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
if(typeof data17[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/filters/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/filters", "type", {type: "array"});
errors++;
}
}
if(data3.localWorkloadSelector !== undefined){
if(typeof data3.localWorkloadSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/localWorkloadSelector", "type", {type: "string"});
errors++;
}
}
if(data3.localASNumber !== undefined){
if(!(validate55(data3.localASNumber, {instancePath:instancePath+"/spec/localASNumber",parentData:data3,parentDataProperty:"localASNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data3.nextHopMode !== undefined){
let data21 = data3.nextHopMode;
if(typeof data21 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nextHopMode", "type", {type: "string"});
errors++;
}
if(!(((data21 === "Auto") || (data21 === "Self")) || (data21 === "Keep"))){
vErrors = noted(vErrors, instancePath+"/spec/nextHopMode", "enum", {allowedValues: of12});
errors++;
}
}
if(data3.reversePeering !== undefined){
let data22 = data3.reversePeering;
if(typeof data22 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/reversePeering", "type", {type: "string"});
errors++;
}
if(!((data22 === "Auto") || (data22 === "Manual"))){
vErrors = noted(vErrors, instancePath+"/spec/reversePeering", "enum", {allowedValues: of13});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}
validate78.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ClusterInformation = validate85;

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/ClusterInformation.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate85.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("ClusterInformation" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "ClusterInformation"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((((key1 === "clusterGUID") || (key1 === "clusterType")) || (key1 === "calicoVersion")) || (key1 === "datastoreReady")) || (key1 === "variant"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.clusterGUID !== undefined){
if(typeof data3.clusterGUID !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/clusterGUID", "type", {type: "string"});
errors++;
}
}
if(data3.clusterType !== undefined){
if(typeof data3.clusterType !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/clusterType", "type", {type: "string"});
errors++;
}
}
if(data3.calicoVersion !== undefined){
if(typeof data3.calicoVersion !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/calicoVersion", "type", {type: "string"});
errors++;
}
}
if(data3.datastoreReady !== undefined){
if(typeof data3.datastoreReady !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/datastoreReady", "type", {type: "boolean"});
errors++;
}
}
if(data3.variant !== undefined){
if(typeof data3.variant !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/variant", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}
validate85.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const FelixConfiguration = validate87;

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-proto-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate103.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "protocol") || (key0 === "port")) || (key0 === "net"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.protocol !== undefined){
if(typeof data.protocol !== "string"){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: "string"});
errors++;
}
}
if(data.port !== undefined){
let data1 = data.port;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = noted(vErrors, instancePath+"/port", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65535 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/port", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data1 < 0 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/port", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.net !== undefined){
if(typeof data.net !== "string"){
vErrors = noted(vErrors, instancePath+"/net", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate103.errors = vErrors;
return errors === 0;
}
validate103.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern5 = new RegExp("^[a-zA-Z0-9_.:-]{1,128}$", "u");

function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate106.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
vErrors = noted(vErrors, instancePath, "type", {type: "integer"});
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 65535 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data < 1 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data === "string"){
if(!pattern5.test(data)){
vErrors = noted(vErrors, instancePath, "pattern", {pattern: "^[a-zA-Z0-9_.:-]{1,128}$"});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "string"});
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
vErrors = noted(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate106.errors = vErrors;
return errors === 0;
}
validate106.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-dscp.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate120.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
vErrors = noted(vErrors, instancePath, "type", {type: "integer"});
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data !== "string"){
vErrors = noted(vErrors, instancePath, "type", {type: "string"});
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
vErrors = noted(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate120.errors = vErrors;
return errors === 0;
}
validate120.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/FelixConfiguration.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate87.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("FelixConfiguration" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "FelixConfiguration"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of14, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.useInternalDataplaneDriver !== undefined){
if(typeof data3.useInternalDataplaneDriver !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/useInternalDataplaneDriver", "type", {type: "boolean"});
errors++;
}
}
if(data3.dataplaneDriver !== undefined){
if(typeof data3.dataplaneDriver !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/dataplaneDriver", "type", {type: "string"});
errors++;
}
}
if(data3.dataplaneWatchdogTimeout !== undefined){
if(!(validate59(data3.dataplaneWatchdogTimeout, {instancePath:instancePath+"/spec/dataplaneWatchdogTimeout",parentData:data3,parentDataProperty:"dataplaneWatchdogTimeout",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.ipv6Support !== undefined){
if(typeof data3.ipv6Support !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/ipv6Support", "type", {type: "boolean"});
errors++;
}
}
if(data3.routeRefreshInterval !== undefined){
if(!(validate59(data3.routeRefreshInterval, {instancePath:instancePath+"/spec/routeRefreshInterval",parentData:data3,parentDataProperty:"routeRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.interfaceRefreshInterval !== undefined){
if(!(validate59(data3.interfaceRefreshInterval, {instancePath:instancePath+"/spec/interfaceRefreshInterval",parentData:data3,parentDataProperty:"interfaceRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.iptablesRefreshInterval !== undefined){
if(!(validate59(data3.iptablesRefreshInterval, {instancePath:instancePath+"/spec/iptablesRefreshInterval",parentData:data3,parentDataProperty:"iptablesRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.iptablesPostWriteCheckInterval !== undefined){
if(!(validate59(data3.iptablesPostWriteCheckInterval, {instancePath:instancePath+"/spec/iptablesPostWriteCheckInterval",parentData:data3,parentDataProperty:"iptablesPostWriteCheckInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.iptablesLockFilePath !== undefined){
if(typeof data3.iptablesLockFilePath !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesLockFilePath", "type", {type: "string"});
errors++;
}
}
if(data3.iptablesLockTimeout !== undefined){
if(!(validate59(data3.iptablesLockTimeout, {instancePath:instancePath+"/spec/iptablesLockTimeout",parentData:data3,parentDataProperty:"iptablesLockTimeout",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.iptablesLockProbeInterval !== undefined){
if(!(validate59(data3.iptablesLockProbeInterval, {instancePath:instancePath+"/spec/iptablesLockProbeInterval",parentData:data3,parentDataProperty:"iptablesLockProbeInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.featureDetectOverride !== undefined){
if(typeof data3.featureDetectOverride !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/featureDetectOverride", "type", {type: "string"});
errors++;
}
}
if(data3.featureGates !== undefined){
if(typeof data3.featureGates !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/featureGates", "type", {type: "string"});
errors++;
}
}
if(data3.ipsetsRefreshInterval !== undefined){
if(!(validate59(data3.ipsetsRefreshInterval, {instancePath:instancePath+"/spec/ipsetsRefreshInterval",parentData:data3,parentDataProperty:"ipsetsRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.maxIpsetSize !== undefined){
let data18 = data3.maxIpsetSize;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
vErrors = noted(vErrors, instancePath+"/spec/maxIpsetSize", "type", {type: "integer"});
errors++;
}
}
if(data3.iptablesBackend !== undefined){
let data19 = data3.iptablesBackend;
if(typeof data19 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesBackend", "type", {type: "string"});
errors++;
}
if(!((((data19 === "Legacy") || (data19 === "NFT")) || (data19 === "Auto")) || (data19 === ""))){
vErrors = noted(vErrors, instancePath+"/spec/iptablesBackend", "enum", {allowedValues: of15});
errors++;
}
}
if(data3.XDPRefreshInterval !== undefined){
if(!(validate59(data3.XDPRefreshInterval, {instancePath:instancePath+"/spec/XDPRefreshInterval",parentData:data3,parentDataProperty:"XDPRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.netlinkTimeout !== undefined){
if(!(validate59(data3.netlinkTimeout, {instancePath:instancePath+"/spec/netlinkTimeout",parentData:data3,parentDataProperty:"netlinkTimeout",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.metadataAddr !== undefined){
if(typeof data3.metadataAddr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/metadataAddr", "type", {type: "string"});
errors++;
}
}
if(data3.metadataPort !== undefined){
let data23 = data3.metadataPort;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
vErrors = noted(vErrors, instancePath+"/spec/metadataPort", "type", {type: "integer"});
errors++;
}
}
if(data3.openstackRegion !== undefined){
if(typeof data3.openstackRegion !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/openstackRegion", "type", {type: "string"});
errors++;
}
}
if(data3.interfacePrefix !== undefined){
if(typeof data3.interfacePrefix !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfacePrefix", "type", {type: "string"});
errors++;
}
}
if(data3.interfaceExclude !== undefined){
if(typeof data3.interfaceExclude !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaceExclude", "type", {type: "string"});
errors++;
}
}
if(data3.chainInsertMode !== undefined){
if(typeof data3.chainInsertMode !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/chainInsertMode", "type", {type: "string"});
errors++;
}
}
if(data3.defaultEndpointToHostAction !== undefined){
let data28 = data3.defaultEndpointToHostAction;
if(typeof data28 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/defaultEndpointToHostAction", "type", {type: "string"});
errors++;
}
if(!(((data28 === "Drop") || (data28 === "Accept")) || (data28 === "Return"))){
vErrors = noted(vErrors, instancePath+"/spec/defaultEndpointToHostAction", "enum", {allowedValues: of16});
errors++;
}
}
if(data3.iptablesFilterAllowAction !== undefined){
let data29 = data3.iptablesFilterAllowAction;
if(typeof data29 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesFilterAllowAction", "type", {type: "string"});
errors++;
}
if(!((data29 === "Accept") || (data29 === "Return"))){
vErrors = noted(vErrors, instancePath+"/spec/iptablesFilterAllowAction", "enum", {allowedValues: of17});
errors++;
}
}
if(data3.iptablesMangleAllowAction !== undefined){
let data30 = data3.iptablesMangleAllowAction;
if(typeof data30 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesMangleAllowAction", "type", {type: "string"});
errors++;
}
if(!((data30 === "Accept") || (data30 === "Return"))){
vErrors = noted(vErrors, instancePath+"/spec/iptablesMangleAllowAction", "enum", {allowedValues: of17});
errors++;
}
}
if(data3.iptablesFilterDenyAction !== undefined){
let data31 = data3.iptablesFilterDenyAction;
if(typeof data31 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesFilterDenyAction", "type", {type: "string"});
errors++;
}
if(!((data31 === "Drop") || (data31 === "Reject"))){
vErrors = noted(vErrors, instancePath+"/spec/iptablesFilterDenyAction", "enum", {allowedValues: of18});
errors++;
}
}
if(data3.logPrefix !== undefined){
if(typeof data3.logPrefix !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logPrefix", "type", {type: "string"});
errors++;
}
}
if(data3.logActionRateLimit !== undefined){
if(typeof data3.logActionRateLimit !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logActionRateLimit", "type", {type: "string"});
errors++;
}
}
if(data3.logActionRateLimitBurst !== undefined){
let data34 = data3.logActionRateLimitBurst;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
vErrors = noted(vErrors, instancePath+"/spec/logActionRateLimitBurst", "type", {type: "integer"});
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 9999 || isNaN(data34)){
vErrors = noted(vErrors, instancePath+"/spec/logActionRateLimitBurst", "maximum", {comparison: "<=", limit: 9999});
errors++;
}
if(data34 < 0 || isNaN(data34)){
vErrors = noted(vErrors, instancePath+"/spec/logActionRateLimitBurst", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.logFilePath !== undefined){
if(typeof data3.logFilePath !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logFilePath", "type", {type: "string"});
errors++;
}
}
if(data3.logSeverityFile !== undefined){
let data36 = data3.logSeverityFile;
if(typeof data36 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityFile", "type", {type: "string"});
errors++;
}
if(!((((((data36 === "Trace") || (data36 === "Debug")) || (data36 === "Info")) || (data36 === "Warning")) || (data36 === "Error")) || (data36 === "Fatal"))){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityFile", "enum", {allowedValues: of2});
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data37 = data3.logSeverityScreen;
if(typeof data37 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "type", {type: "string"});
errors++;
}
if(!((((((data37 === "Trace") || (data37 === "Debug")) || (data37 === "Info")) || (data37 === "Warning")) || (data37 === "Error")) || (data37 === "Fatal"))){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "enum", {allowedValues: of2});
errors++;
}
}
if(data3.logSeveritySys !== undefined){
let data38 = data3.logSeveritySys;
if(typeof data38 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logSeveritySys", "type", {type: "string"});
errors++;
}
if(!((((((data38 === "Trace") || (data38 === "Debug")) || (data38 === "Info")) || (data38 === "Warning")) || (data38 === "Error")) || (data38 === "Fatal"))){
vErrors = noted(vErrors, instancePath+"/spec/logSeveritySys", "enum", {allowedValues: of2});
errors++;
}
}
if(data3.logDebugFilenameRegex !== undefined){
if(typeof data3.logDebugFilenameRegex !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logDebugFilenameRegex", "type", {type: "string"});
errors++;
}
}
if(data3.ipipEnabled !== undefined){
if(typeof data3.ipipEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/ipipEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.ipipMTU !== undefined){
let data41 = data3.ipipMTU;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
vErrors = noted(vErrors, instancePath+"/spec/ipipMTU", "type", {type: "integer"});
errors++;
}
}
if(data3.vxlanEnabled !== undefined){
if(typeof data3.vxlanEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/vxlanEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.vxlanMTU !== undefined){
let data43 = data3.vxlanMTU;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
vErrors = noted(vErrors, instancePath+"/spec/vxlanMTU", "type", {type: "integer"});
errors++;
}
}
if(data3.vxlanMTUV6 !== undefined){
let data44 = data3.vxlanMTUV6;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
vErrors = noted(vErrors, instancePath+"/spec/vxlanMTUV6", "type", {type: "integer"});
errors++;
}
}
if(data3.vxlanPort !== undefined){
let data45 = data3.vxlanPort;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
vErrors = noted(vErrors, instancePath+"/spec/vxlanPort", "type", {type: "integer"});
errors++;
}
}
if(data3.vxlanVNI !== undefined){
let data46 = data3.vxlanVNI;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
vErrors = noted(vErrors, instancePath+"/spec/vxlanVNI", "type", {type: "integer"});
errors++;
}
}
if(data3.allowVXLANPacketsFromWorkloads !== undefined){
if(typeof data3.allowVXLANPacketsFromWorkloads !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/allowVXLANPacketsFromWorkloads", "type", {type: "boolean"});
errors++;
}
}
if(data3.allowIPIPPacketsFromWorkloads !== undefined){
if(typeof data3.allowIPIPPacketsFromWorkloads !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/allowIPIPPacketsFromWorkloads", "type", {type: "boolean"});
errors++;
}
}
if(data3.reportingInterval !== undefined){
if(!(validate59(data3.reportingInterval, {instancePath:instancePath+"/spec/reportingInterval",parentData:data3,parentDataProperty:"reportingInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.reportingTTL !== undefined){
if(!(validate59(data3.reportingTTL, {instancePath:instancePath+"/spec/reportingTTL",parentData:data3,parentDataProperty:"reportingTTL",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.endpointReportingEnabled !== undefined){
if(typeof data3.endpointReportingEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/endpointReportingEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.endpointReportingDelay !== undefined){
if(!(validate59(data3.endpointReportingDelay, {instancePath:instancePath+"/spec/endpointReportingDelay",parentData:data3,parentDataProperty:"endpointReportingDelay",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.endpointStatusPathPrefix !== undefined){
if(typeof data3.endpointStatusPathPrefix !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/endpointStatusPathPrefix", "type", {type: "string"});
errors++;
}
}
if(data3.iptablesMarkMask !== undefined){
let data54 = data3.iptablesMarkMask;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
vErrors = noted(vErrors, instancePath+"/spec/iptablesMarkMask", "type", {type: "integer"});
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 4294967295 || isNaN(data54)){
vErrors = noted(vErrors, instancePath+"/spec/iptablesMarkMask", "maximum", {comparison: "<=", limit: 4294967295});
errors++;
}
if(data54 < 0 || isNaN(data54)){
vErrors = noted(vErrors, instancePath+"/spec/iptablesMarkMask", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.disableConntrackInvalidCheck !== undefined){
if(typeof data3.disableConntrackInvalidCheck !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/disableConntrackInvalidCheck", "type", {type: "boolean"});
errors++;
}
}
if(data3.healthEnabled !== undefined){
if(typeof data3.healthEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/healthEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.healthHost !== undefined){
if(typeof data3.healthHost !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/healthHost", "type", {type: "string"});
errors++;
}
}
if(data3.healthPort !== undefined){
let data58 = data3.healthPort;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
vErrors = noted(vErrors, instancePath+"/spec/healthPort", "type", {type: "integer"});
errors++;
}
}
if(data3.healthTimeoutOverrides !== undefined){
let data59 = data3.healthTimeoutOverrides;
if(Array.isArray(data59)){
const len0 = data59.length;
for(let i0=0; i0<len0; i0++){
let data60 = data59[i0];
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.name === undefined){
vErrors = noted(vErrors, instancePath+"/spec/healthTimeoutOverrides/" + i0, "required", {missingProperty: "name"});
errors++;
}
for(const key2 in data60){
if(!((key2 === "name") || (key2 === "timeout"))){
vErrors = noted(vErrors, instancePath+"/spec/healthTimeoutOverrides/" + i0, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data60.name !== undefined){
if(typeof data60.name !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/healthTimeoutOverrides/" + i0+"/name", "type", {type: "string"});
errors++;
}
}
if(data60.timeout !== undefined){
if(!(validate59(data60.timeout, {instancePath:instancePath+"/spec/healthTimeoutOverrides/" + i0+"/timeout",parentData:data60,parentDataProperty:"timeout",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/healthTimeoutOverrides/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/healthTimeoutOverrides", "type", {type: "array"});
errors++;
}
}
if(data3.prometheusMetricsEnabled !== undefined){
if(typeof data3.prometheusMetricsEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.prometheusMetricsHost !== undefined){
if(typeof data3.prometheusMetricsHost !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsHost", "type", {type: "string"});
errors++;
}
}
if(data3.prometheusMetricsPort !== undefined){
let data65 = data3.prometheusMetricsPort;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsPort", "type", {type: "integer"});
errors++;
}
}
if(data3.prometheusMetricsCAFile !== undefined){
if(typeof data3.prometheusMetricsCAFile !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsCAFile", "type", {type: "string"});
errors++;
}
}
if(data3.prometheusMetricsCertFile !== undefined){
if(typeof data3.prometheusMetricsCertFile !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsCertFile", "type", {type: "string"});
errors++;
}
}
if(data3.prometheusMetricsKeyFile !== undefined){
if(typeof data3.prometheusMetricsKeyFile !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsKeyFile", "type", {type: "string"});
errors++;
}
}
if(data3.prometheusMetricsClientAuth !== undefined){
if(typeof data3.prometheusMetricsClientAuth !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsClientAuth", "type", {type: "string"});
errors++;
}
}
if(data3.prometheusGoMetricsEnabled !== undefined){
if(typeof data3.prometheusGoMetricsEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusGoMetricsEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.prometheusProcessMetricsEnabled !== undefined){
if(typeof data3.prometheusProcessMetricsEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusProcessMetricsEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.prometheusWireGuardMetricsEnabled !== undefined){
if(typeof data3.prometheusWireGuardMetricsEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/prometheusWireGuardMetricsEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.failsafeInboundHostPorts !== undefined){
let data73 = data3.failsafeInboundHostPorts;
if(Array.isArray(data73)){
const len1 = data73.length;
for(let i1=0; i1<len1; i1++){
if(!(validate103(data73[i1], {instancePath:instancePath+"/spec/failsafeInboundHostPorts/" + i1,parentData:data73,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate103.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/failsafeInboundHostPorts", "type", {type: "array"});
errors++;
}
}
if(data3.failsafeOutboundHostPorts !== undefined){
let data75 = data3.failsafeOutboundHostPorts;
if(Array.isArray(data75)){
const len2 = data75.length;
for(let i2=0; i2<len2; i2++){
if(!(validate103(data75[i2], {instancePath:instancePath+"/spec/failsafeOutboundHostPorts/" + i2,parentData:data75,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate103.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/failsafeOutboundHostPorts", "type", {type: "array"});
errors++;
}
}
if(data3.kubeNodePortRanges !== undefined){
let data77 = data3.kubeNodePortRanges;
if(Array.isArray(data77)){
const len3 = data77.length;
for(let i3=0; i3<len3; i3++){
if(!(validate106(data77[i3], {instancePath:instancePath+"/spec/kubeNodePortRanges/" + i3,parentData:data77,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/kubeNodePortRanges", "type", {type: "array"});
errors++;
}
}
if(data3.policySyncPathPrefix !== undefined){
if(typeof data3.policySyncPathPrefix !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/policySyncPathPrefix", "type", {type: "string"});
errors++;
}
}
if(data3.usageReportingEnabled !== undefined){
if(typeof data3.usageReportingEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/usageReportingEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.usageReportingInitialDelay !== undefined){
if(!(validate59(data3.usageReportingInitialDelay, {instancePath:instancePath+"/spec/usageReportingInitialDelay",parentData:data3,parentDataProperty:"usageReportingInitialDelay",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.usageReportingInterval !== undefined){
if(!(validate59(data3.usageReportingInterval, {instancePath:instancePath+"/spec/usageReportingInterval",parentData:data3,parentDataProperty:"usageReportingInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.natPortRange !== undefined){
if(!(validate106(data3.natPortRange, {instancePath:instancePath+"/spec/natPortRange",parentData:data3,parentDataProperty:"natPortRange",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
if(data3.natOutgoingAddress !== undefined){
if(typeof data3.natOutgoingAddress !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/natOutgoingAddress", "type", {type: "string"});
errors++;
}
}
if(data3.natOutgoingExclusions !== undefined){
let data85 = data3.natOutgoingExclusions;
if(typeof data85 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/natOutgoingExclusions", "type", {type: "string"});
errors++;
}
if(!((data85 === "IPPoolsOnly") || (data85 === "IPPoolsAndHostIPs"))){
vErrors = noted(vErrors, instancePath+"/spec/natOutgoingExclusions", "enum", {allowedValues: of19});
errors++;
}
}
if(data3.deviceRouteSourceAddress !== undefined){
if(typeof data3.deviceRouteSourceAddress !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/deviceRouteSourceAddress", "type", {type: "string"});
errors++;
}
}
if(data3.deviceRouteSourceAddressIPv6 !== undefined){
if(typeof data3.deviceRouteSourceAddressIPv6 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/deviceRouteSourceAddressIPv6", "type", {type: "string"});
errors++;
}
}
if(data3.deviceRouteProtocol !== undefined){
let data88 = data3.deviceRouteProtocol;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
vErrors = noted(vErrors, instancePath+"/spec/deviceRouteProtocol", "type", {type: "integer"});
errors++;
}
}
if(data3.removeExternalRoutes !== undefined){
if(typeof data3.removeExternalRoutes !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/removeExternalRoutes", "type", {type: "boolean"});
errors++;
}
}
if(data3.programClusterRoutes !== undefined){
let data90 = data3.programClusterRoutes;
if(typeof data90 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/programClusterRoutes", "type", {type: "string"});
errors++;
}
if(!((data90 === "Enabled") || (data90 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/programClusterRoutes", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.ipForwarding !== undefined){
let data91 = data3.ipForwarding;
if(typeof data91 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipForwarding", "type", {type: "string"});
errors++;
}
if(!((data91 === "Enabled") || (data91 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/ipForwarding", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.externalNodesList !== undefined){
let data92 = data3.externalNodesList;
if(Array.isArray(data92)){
const len4 = data92.length;
for(let i4=0; i4<len4; i4++){
if(typeof data92[i4] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/externalNodesList/" + i4, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/externalNodesList", "type", {type: "array"});
errors++;
}
}
if(data3.debugMemoryProfilePath !== undefined){
if(typeof data3.debugMemoryProfilePath !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/debugMemoryProfilePath", "type", {type: "string"});
errors++;
}
}
if(data3.debugDisableLogDropping !== undefined){
if(typeof data3.debugDisableLogDropping !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/debugDisableLogDropping", "type", {type: "boolean"});
errors++;
}
}
if(data3.debugSimulateCalcGraphHangAfter !== undefined){
if(!(validate59(data3.debugSimulateCalcGraphHangAfter, {instancePath:instancePath+"/spec/debugSimulateCalcGraphHangAfter",parentData:data3,parentDataProperty:"debugSimulateCalcGraphHangAfter",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.debugSimulateDataplaneHangAfter !== undefined){
if(!(validate59(data3.debugSimulateDataplaneHangAfter, {instancePath:instancePath+"/spec/debugSimulateDataplaneHangAfter",parentData:data3,parentDataProperty:"debugSimulateDataplaneHangAfter",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.debugSimulateDataplaneApplyDelay !== undefined){
if(!(validate59(data3.debugSimulateDataplaneApplyDelay, {instancePath:instancePath+"/spec/debugSimulateDataplaneApplyDelay",parentData:data3,parentDataProperty:"debugSimulateDataplaneApplyDelay",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.debugHost !== undefined){
if(typeof data3.debugHost !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/debugHost", "type", {type: "string"});
errors++;
}
}
if(data3.debugPort !== undefined){
let data100 = data3.debugPort;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
vErrors = noted(vErrors, instancePath+"/spec/debugPort", "type", {type: "integer"});
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 65535 || isNaN(data100)){
vErrors = noted(vErrors, instancePath+"/spec/debugPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data100 < 0 || isNaN(data100)){
vErrors = noted(vErrors, instancePath+"/spec/debugPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.iptablesNATOutgoingInterfaceFilter !== undefined){
if(typeof data3.iptablesNATOutgoingInterfaceFilter !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/iptablesNATOutgoingInterfaceFilter", "type", {type: "string"});
errors++;
}
}
if(data3.sidecarAccelerationEnabled !== undefined){
if(typeof data3.sidecarAccelerationEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/sidecarAccelerationEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.xdpEnabled !== undefined){
if(typeof data3.xdpEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/xdpEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.genericXDPEnabled !== undefined){
if(typeof data3.genericXDPEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/genericXDPEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.nftablesMode !== undefined){
let data105 = data3.nftablesMode;
if(typeof data105 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMode", "type", {type: "string"});
errors++;
}
if(!(((data105 === "Auto") || (data105 === "Enabled")) || (data105 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMode", "enum", {allowedValues: of20});
errors++;
}
}
if(data3.nftablesRefreshInterval !== undefined){
if(!(validate59(data3.nftablesRefreshInterval, {instancePath:instancePath+"/spec/nftablesRefreshInterval",parentData:data3,parentDataProperty:"nftablesRefreshInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.nftablesFilterAllowAction !== undefined){
let data107 = data3.nftablesFilterAllowAction;
if(typeof data107 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nftablesFilterAllowAction", "type", {type: "string"});
errors++;
}
if(!((data107 === "Accept") || (data107 === "Return"))){
vErrors = noted(vErrors, instancePath+"/spec/nftablesFilterAllowAction", "enum", {allowedValues: of17});
errors++;
}
}
if(data3.nftablesMangleAllowAction !== undefined){
let data108 = data3.nftablesMangleAllowAction;
if(typeof data108 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMangleAllowAction", "type", {type: "string"});
errors++;
}
if(!((data108 === "Accept") || (data108 === "Return"))){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMangleAllowAction", "enum", {allowedValues: of17});
errors++;
}
}
if(data3.nftablesFilterDenyAction !== undefined){
let data109 = data3.nftablesFilterDenyAction;
if(typeof data109 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nftablesFilterDenyAction", "type", {type: "string"});
errors++;
}
if(!((data109 === "Drop") || (data109 === "Reject"))){
vErrors = noted(vErrors, instancePath+"/spec/nftablesFilterDenyAction", "enum", {allowedValues: of18});
errors++;
}
}
if(data3.nftablesMarkMask !== undefined){
let data110 = data3.nftablesMarkMask;
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMarkMask", "type", {type: "integer"});
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 4294967295 || isNaN(data110)){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMarkMask", "maximum", {comparison: "<=", limit: 4294967295});
errors++;
}
if(data110 < 0 || isNaN(data110)){
vErrors = noted(vErrors, instancePath+"/spec/nftablesMarkMask", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.bpfEnabled !== undefined){
if(typeof data3.bpfEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfDisableUnprivileged !== undefined){
if(typeof data3.bpfDisableUnprivileged !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfDisableUnprivileged", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfLogLevel !== undefined){
let data113 = data3.bpfLogLevel;
if(typeof data113 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfLogLevel", "type", {type: "string"});
errors++;
}
if(!(((data113 === "Off") || (data113 === "Info")) || (data113 === "Debug"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfLogLevel", "enum", {allowedValues: of21});
errors++;
}
}
if(data3.bpfConntrackLogLevel !== undefined){
let data114 = data3.bpfConntrackLogLevel;
if(typeof data114 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackLogLevel", "type", {type: "string"});
errors++;
}
if(!((data114 === "Off") || (data114 === "Debug"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackLogLevel", "enum", {allowedValues: of22});
errors++;
}
}
if(data3.bpfConntrackMode !== undefined){
let data115 = data3.bpfConntrackMode;
if(typeof data115 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackMode", "type", {type: "string"});
errors++;
}
if(!(((data115 === "Auto") || (data115 === "Userspace")) || (data115 === "BPFProgram"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackMode", "enum", {allowedValues: of23});
errors++;
}
}
if(data3.bpfConntrackTimeouts !== undefined){
let data116 = data3.bpfConntrackTimeouts;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
for(const key3 in data116){
if(!((((((((key3 === "creationGracePeriod") || (key3 === "tcpSynSent")) || (key3 === "tcpEstablished")) || (key3 === "tcpFinsSeen")) || (key3 === "tcpResetSeen")) || (key3 === "udpTimeout")) || (key3 === "genericTimeout")) || (key3 === "icmpTimeout"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data116.creationGracePeriod !== undefined){
if(typeof data116.creationGracePeriod !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/creationGracePeriod", "type", {type: "string"});
errors++;
}
}
if(data116.tcpSynSent !== undefined){
if(typeof data116.tcpSynSent !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/tcpSynSent", "type", {type: "string"});
errors++;
}
}
if(data116.tcpEstablished !== undefined){
if(typeof data116.tcpEstablished !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/tcpEstablished", "type", {type: "string"});
errors++;
}
}
if(data116.tcpFinsSeen !== undefined){
if(typeof data116.tcpFinsSeen !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/tcpFinsSeen", "type", {type: "string"});
errors++;
}
}
if(data116.tcpResetSeen !== undefined){
if(typeof data116.tcpResetSeen !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/tcpResetSeen", "type", {type: "string"});
errors++;
}
}
if(data116.udpTimeout !== undefined){
if(typeof data116.udpTimeout !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/udpTimeout", "type", {type: "string"});
errors++;
}
}
if(data116.genericTimeout !== undefined){
if(typeof data116.genericTimeout !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/genericTimeout", "type", {type: "string"});
errors++;
}
}
if(data116.icmpTimeout !== undefined){
if(typeof data116.icmpTimeout !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts/icmpTimeout", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bpfConntrackTimeouts", "type", {type: "object"});
errors++;
}
}
if(data3.bpfLogFilters !== undefined){
let data125 = data3.bpfLogFilters;
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
for(const key4 in data125){
if(typeof data125[key4] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfLogFilters/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bpfLogFilters", "type", {type: "object"});
errors++;
}
}
if(data3.bpfCTLBLogFilter !== undefined){
if(typeof data3.bpfCTLBLogFilter !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfCTLBLogFilter", "type", {type: "string"});
errors++;
}
}
if(data3.bpfDataIfacePattern !== undefined){
if(typeof data3.bpfDataIfacePattern !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfDataIfacePattern", "type", {type: "string"});
errors++;
}
}
if(data3.bpfL3IfacePattern !== undefined){
if(typeof data3.bpfL3IfacePattern !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfL3IfacePattern", "type", {type: "string"});
errors++;
}
}
if(data3.bpfConnectTimeLoadBalancingEnabled !== undefined){
if(typeof data3.bpfConnectTimeLoadBalancingEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConnectTimeLoadBalancingEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfConnectTimeLoadBalancing !== undefined){
let data131 = data3.bpfConnectTimeLoadBalancing;
if(typeof data131 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfConnectTimeLoadBalancing", "type", {type: "string"});
errors++;
}
if(!(((data131 === "TCP") || (data131 === "Enabled")) || (data131 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfConnectTimeLoadBalancing", "enum", {allowedValues: of24});
errors++;
}
}
if(data3.bpfHostNetworkedNATWithoutCTLB !== undefined){
let data132 = data3.bpfHostNetworkedNATWithoutCTLB;
if(typeof data132 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfHostNetworkedNATWithoutCTLB", "type", {type: "string"});
errors++;
}
if(!((data132 === "Enabled") || (data132 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfHostNetworkedNATWithoutCTLB", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.bpfExternalServiceMode !== undefined){
let data133 = data3.bpfExternalServiceMode;
if(typeof data133 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfExternalServiceMode", "type", {type: "string"});
errors++;
}
if(!((data133 === "Tunnel") || (data133 === "DSR"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfExternalServiceMode", "enum", {allowedValues: of25});
errors++;
}
}
if(data3.bpfDSROptoutCIDRs !== undefined){
let data134 = data3.bpfDSROptoutCIDRs;
if(Array.isArray(data134)){
const len5 = data134.length;
for(let i5=0; i5<len5; i5++){
if(typeof data134[i5] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfDSROptoutCIDRs/" + i5, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bpfDSROptoutCIDRs", "type", {type: "array"});
errors++;
}
}
if(data3.bpfExtToServiceConnmark !== undefined){
let data136 = data3.bpfExtToServiceConnmark;
if(!(((typeof data136 == "number") && (!(data136 % 1) && !isNaN(data136))) && (isFinite(data136)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfExtToServiceConnmark", "type", {type: "integer"});
errors++;
}
if((typeof data136 == "number") && (isFinite(data136))){
if(data136 > 4294967295 || isNaN(data136)){
vErrors = noted(vErrors, instancePath+"/spec/bpfExtToServiceConnmark", "maximum", {comparison: "<=", limit: 4294967295});
errors++;
}
if(data136 < 0 || isNaN(data136)){
vErrors = noted(vErrors, instancePath+"/spec/bpfExtToServiceConnmark", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.bpfKubeProxyIptablesCleanupEnabled !== undefined){
if(typeof data3.bpfKubeProxyIptablesCleanupEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfKubeProxyIptablesCleanupEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfKubeProxyMinSyncPeriod !== undefined){
if(!(validate59(data3.bpfKubeProxyMinSyncPeriod, {instancePath:instancePath+"/spec/bpfKubeProxyMinSyncPeriod",parentData:data3,parentDataProperty:"bpfKubeProxyMinSyncPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.bpfKubeProxyHealthzPort !== undefined){
let data139 = data3.bpfKubeProxyHealthzPort;
if(!(((typeof data139 == "number") && (!(data139 % 1) && !isNaN(data139))) && (isFinite(data139)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfKubeProxyHealthzPort", "type", {type: "integer"});
errors++;
}
if((typeof data139 == "number") && (isFinite(data139))){
if(data139 > 65535 || isNaN(data139)){
vErrors = noted(vErrors, instancePath+"/spec/bpfKubeProxyHealthzPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data139 < 0 || isNaN(data139)){
vErrors = noted(vErrors, instancePath+"/spec/bpfKubeProxyHealthzPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.bpfKubeProxyEndpointSlicesEnabled !== undefined){
if(typeof data3.bpfKubeProxyEndpointSlicesEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfKubeProxyEndpointSlicesEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfPSNATPorts !== undefined){
if(!(validate106(data3.bpfPSNATPorts, {instancePath:instancePath+"/spec/bpfPSNATPorts",parentData:data3,parentDataProperty:"bpfPSNATPorts",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
if(data3.bpfMapSizeNATFrontend !== undefined){
let data142 = data3.bpfMapSizeNATFrontend;
if(!(((typeof data142 == "number") && (!(data142 % 1) && !isNaN(data142))) && (isFinite(data142)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeNATFrontend", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeNATBackend !== undefined){
let data143 = data3.bpfMapSizeNATBackend;
if(!(((typeof data143 == "number") && (!(data143 % 1) && !isNaN(data143))) && (isFinite(data143)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeNATBackend", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeNATAffinity !== undefined){
let data144 = data3.bpfMapSizeNATAffinity;
if(!(((typeof data144 == "number") && (!(data144 % 1) && !isNaN(data144))) && (isFinite(data144)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeNATAffinity", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeRoute !== undefined){
let data145 = data3.bpfMapSizeRoute;
if(!(((typeof data145 == "number") && (!(data145 % 1) && !isNaN(data145))) && (isFinite(data145)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeRoute", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeConntrack !== undefined){
let data146 = data3.bpfMapSizeConntrack;
if(!(((typeof data146 == "number") && (!(data146 % 1) && !isNaN(data146))) && (isFinite(data146)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeConntrack", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizePerCpuConntrack !== undefined){
let data147 = data3.bpfMapSizePerCpuConntrack;
if(!(((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147))) && (isFinite(data147)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizePerCpuConntrack", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeConntrackScaling !== undefined){
if(typeof data3.bpfMapSizeConntrackScaling !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeConntrackScaling", "type", {type: "string"});
errors++;
}
}
if(data3.bpfMapSizeConntrackCleanupQueue !== undefined){
let data149 = data3.bpfMapSizeConntrackCleanupQueue;
if(!(((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149))) && (isFinite(data149)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeConntrackCleanupQueue", "type", {type: "integer"});
errors++;
}
if((typeof data149 == "number") && (isFinite(data149))){
if(data149 < 1 || isNaN(data149)){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeConntrackCleanupQueue", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.bpfMapSizeIPSets !== undefined){
let data150 = data3.bpfMapSizeIPSets;
if(!(((typeof data150 == "number") && (!(data150 % 1) && !isNaN(data150))) && (isFinite(data150)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeIPSets", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfMapSizeIfState !== undefined){
let data151 = data3.bpfMapSizeIfState;
if(!(((typeof data151 == "number") && (!(data151 % 1) && !isNaN(data151))) && (isFinite(data151)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMapSizeIfState", "type", {type: "integer"});
errors++;
}
}
if(data3.bpfHostConntrackBypass !== undefined){
if(typeof data3.bpfHostConntrackBypass !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfHostConntrackBypass", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfEnforceRPF !== undefined){
if(typeof data3.bpfEnforceRPF !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfEnforceRPF", "type", {type: "string"});
errors++;
}
}
if(data3.bpfPolicyDebugEnabled !== undefined){
if(typeof data3.bpfPolicyDebugEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/bpfPolicyDebugEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.bpfForceTrackPacketsFromIfaces !== undefined){
let data155 = data3.bpfForceTrackPacketsFromIfaces;
if(Array.isArray(data155)){
const len6 = data155.length;
for(let i6=0; i6<len6; i6++){
if(typeof data155[i6] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfForceTrackPacketsFromIfaces/" + i6, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bpfForceTrackPacketsFromIfaces", "type", {type: "array"});
errors++;
}
}
if(data3.bpfDisableGROForIfaces !== undefined){
if(typeof data3.bpfDisableGROForIfaces !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfDisableGROForIfaces", "type", {type: "string"});
errors++;
}
}
if(data3.bpfExcludeCIDRsFromNAT !== undefined){
let data158 = data3.bpfExcludeCIDRsFromNAT;
if(Array.isArray(data158)){
const len7 = data158.length;
for(let i7=0; i7<len7; i7++){
if(typeof data158[i7] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfExcludeCIDRsFromNAT/" + i7, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bpfExcludeCIDRsFromNAT", "type", {type: "array"});
errors++;
}
}
if(data3.bpfExportBufferSizeMB !== undefined){
let data160 = data3.bpfExportBufferSizeMB;
if(!(((typeof data160 == "number") && (!(data160 % 1) && !isNaN(data160))) && (isFinite(data160)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfExportBufferSizeMB", "type", {type: "integer"});
errors++;
}
}
if(data3.flowLogsPolicyEvaluationMode !== undefined){
let data161 = data3.flowLogsPolicyEvaluationMode;
if(typeof data161 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsPolicyEvaluationMode", "type", {type: "string"});
errors++;
}
if(!((data161 === "None") || (data161 === "Continuous"))){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsPolicyEvaluationMode", "enum", {allowedValues: of26});
errors++;
}
}
if(data3.bpfRedirectToPeer !== undefined){
let data162 = data3.bpfRedirectToPeer;
if(typeof data162 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfRedirectToPeer", "type", {type: "string"});
errors++;
}
if(!(((data162 === "Enabled") || (data162 === "Disabled")) || (data162 === "L2Only"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfRedirectToPeer", "enum", {allowedValues: of27});
errors++;
}
}
if(data3.flowLogsFlushInterval !== undefined){
if(!(validate59(data3.flowLogsFlushInterval, {instancePath:instancePath+"/spec/flowLogsFlushInterval",parentData:data3,parentDataProperty:"flowLogsFlushInterval",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.flowLogsCollectorDebugTrace !== undefined){
if(typeof data3.flowLogsCollectorDebugTrace !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsCollectorDebugTrace", "type", {type: "boolean"});
errors++;
}
}
if(data3.flowLogsGoldmaneServer !== undefined){
if(typeof data3.flowLogsGoldmaneServer !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsGoldmaneServer", "type", {type: "string"});
errors++;
}
}
if(data3.flowLogsLocalReporter !== undefined){
let data166 = data3.flowLogsLocalReporter;
if(typeof data166 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsLocalReporter", "type", {type: "string"});
errors++;
}
if(!((data166 === "Disabled") || (data166 === "Enabled"))){
vErrors = noted(vErrors, instancePath+"/spec/flowLogsLocalReporter", "enum", {allowedValues: of28});
errors++;
}
}
if(data3.bpfAttachType !== undefined){
let data167 = data3.bpfAttachType;
if(typeof data167 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfAttachType", "type", {type: "string"});
errors++;
}
if(!((data167 === "TCX") || (data167 === "TC"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfAttachType", "enum", {allowedValues: of29});
errors++;
}
}
if(data3.bpfJITHardening !== undefined){
let data168 = data3.bpfJITHardening;
if(typeof data168 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfJITHardening", "type", {type: "string"});
errors++;
}
if(!((data168 === "Auto") || (data168 === "Strict"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfJITHardening", "enum", {allowedValues: of30});
errors++;
}
}
if(data3.cgroupV2Path !== undefined){
if(typeof data3.cgroupV2Path !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/cgroupV2Path", "type", {type: "string"});
errors++;
}
}
if(data3.bpfProfiling !== undefined){
let data170 = data3.bpfProfiling;
if(typeof data170 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bpfProfiling", "type", {type: "string"});
errors++;
}
if(!((data170 === "Enabled") || (data170 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/bpfProfiling", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.bpfMaglevMaxServices !== undefined){
let data171 = data3.bpfMaglevMaxServices;
if(!(((typeof data171 == "number") && (!(data171 % 1) && !isNaN(data171))) && (isFinite(data171)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxServices", "type", {type: "integer"});
errors++;
}
if((typeof data171 == "number") && (isFinite(data171))){
if(data171 > 3000 || isNaN(data171)){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxServices", "maximum", {comparison: "<=", limit: 3000});
errors++;
}
if(data171 < 1 || isNaN(data171)){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxServices", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.bpfMaglevMaxEndpointsPerService !== undefined){
let data172 = data3.bpfMaglevMaxEndpointsPerService;
if(!(((typeof data172 == "number") && (!(data172 % 1) && !isNaN(data172))) && (isFinite(data172)))){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxEndpointsPerService", "type", {type: "integer"});
errors++;
}
if((typeof data172 == "number") && (isFinite(data172))){
if(data172 > 3000 || isNaN(data172)){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxEndpointsPerService", "maximum", {comparison: "<=", limit: 3000});
errors++;
}
if(data172 < 1 || isNaN(data172)){
vErrors = noted(vErrors, instancePath+"/spec/bpfMaglevMaxEndpointsPerService", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.routeSource !== undefined){
if(typeof data3.routeSource !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/routeSource", "type", {type: "string"});
errors++;
}
}
if(data3.routeTableRanges !== undefined){
let data174 = data3.routeTableRanges;
if(Array.isArray(data174)){
const len8 = data174.length;
for(let i8=0; i8<len8; i8++){
let data175 = data174[i8];
if(data175 && typeof data175 == "object" && !Array.isArray(data175)){
if(data175.min === undefined){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8, "required", {missingProperty: "min"});
errors++;
}
if(data175.max === undefined){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8, "required", {missingProperty: "max"});
errors++;
}
for(const key5 in data175){
if(!((key5 === "min") || (key5 === "max"))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8, "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data175.min !== undefined){
let data176 = data175.min;
if(!(((typeof data176 == "number") && (!(data176 % 1) && !isNaN(data176))) && (isFinite(data176)))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8+"/min", "type", {type: "integer"});
errors++;
}
}
if(data175.max !== undefined){
let data177 = data175.max;
if(!(((typeof data177 == "number") && (!(data177 % 1) && !isNaN(data177))) && (isFinite(data177)))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8+"/max", "type", {type: "integer"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges/" + i8, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/routeTableRanges", "type", {type: "array"});
errors++;
}
}
if(data3.routeTableRange !== undefined){
let data178 = data3.routeTableRange;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
if(data178.min === undefined){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange", "required", {missingProperty: "min"});
errors++;
}
if(data178.max === undefined){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange", "required", {missingProperty: "max"});
errors++;
}
for(const key6 in data178){
if(!((key6 === "min") || (key6 === "max"))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange", "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data178.min !== undefined){
let data179 = data178.min;
if(!(((typeof data179 == "number") && (!(data179 % 1) && !isNaN(data179))) && (isFinite(data179)))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange/min", "type", {type: "integer"});
errors++;
}
}
if(data178.max !== undefined){
let data180 = data178.max;
if(!(((typeof data180 == "number") && (!(data180 % 1) && !isNaN(data180))) && (isFinite(data180)))){
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange/max", "type", {type: "integer"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/routeTableRange", "type", {type: "object"});
errors++;
}
}
if(data3.routeSyncDisabled !== undefined){
if(typeof data3.routeSyncDisabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/routeSyncDisabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.wireguardEnabled !== undefined){
if(typeof data3.wireguardEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.wireguardEnabledV6 !== undefined){
if(typeof data3.wireguardEnabledV6 !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardEnabledV6", "type", {type: "boolean"});
errors++;
}
}
if(data3.wireguardThreadingEnabled !== undefined){
if(typeof data3.wireguardThreadingEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardThreadingEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.wireguardListeningPort !== undefined){
let data185 = data3.wireguardListeningPort;
if(!(((typeof data185 == "number") && (!(data185 % 1) && !isNaN(data185))) && (isFinite(data185)))){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPort", "type", {type: "integer"});
errors++;
}
if((typeof data185 == "number") && (isFinite(data185))){
if(data185 > 65535 || isNaN(data185)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data185 < 1 || isNaN(data185)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPort", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.wireguardListeningPortV6 !== undefined){
let data186 = data3.wireguardListeningPortV6;
if(!(((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186))) && (isFinite(data186)))){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPortV6", "type", {type: "integer"});
errors++;
}
if((typeof data186 == "number") && (isFinite(data186))){
if(data186 > 65535 || isNaN(data186)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPortV6", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data186 < 1 || isNaN(data186)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardListeningPortV6", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.wireguardRoutingRulePriority !== undefined){
let data187 = data3.wireguardRoutingRulePriority;
if(!(((typeof data187 == "number") && (!(data187 % 1) && !isNaN(data187))) && (isFinite(data187)))){
vErrors = noted(vErrors, instancePath+"/spec/wireguardRoutingRulePriority", "type", {type: "integer"});
errors++;
}
if((typeof data187 == "number") && (isFinite(data187))){
if(data187 > 32765 || isNaN(data187)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardRoutingRulePriority", "maximum", {comparison: "<=", limit: 32765});
errors++;
}
if(data187 < 1 || isNaN(data187)){
vErrors = noted(vErrors, instancePath+"/spec/wireguardRoutingRulePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.wireguardInterfaceName !== undefined){
if(typeof data3.wireguardInterfaceName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardInterfaceName", "type", {type: "string"});
errors++;
}
}
if(data3.wireguardInterfaceNameV6 !== undefined){
if(typeof data3.wireguardInterfaceNameV6 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardInterfaceNameV6", "type", {type: "string"});
errors++;
}
}
if(data3.wireguardMTU !== undefined){
let data190 = data3.wireguardMTU;
if(!(((typeof data190 == "number") && (!(data190 % 1) && !isNaN(data190))) && (isFinite(data190)))){
vErrors = noted(vErrors, instancePath+"/spec/wireguardMTU", "type", {type: "integer"});
errors++;
}
}
if(data3.wireguardMTUV6 !== undefined){
let data191 = data3.wireguardMTUV6;
if(!(((typeof data191 == "number") && (!(data191 % 1) && !isNaN(data191))) && (isFinite(data191)))){
vErrors = noted(vErrors, instancePath+"/spec/wireguardMTUV6", "type", {type: "integer"});
errors++;
}
}
if(data3.wireguardHostEncryptionEnabled !== undefined){
if(typeof data3.wireguardHostEncryptionEnabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/wireguardHostEncryptionEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.wireguardKeepAlive !== undefined){
if(!(validate59(data3.wireguardKeepAlive, {instancePath:instancePath+"/spec/wireguardKeepAlive",parentData:data3,parentDataProperty:"wireguardKeepAlive",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.awsSrcDstCheck !== undefined){
let data194 = data3.awsSrcDstCheck;
if(typeof data194 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/awsSrcDstCheck", "type", {type: "string"});
errors++;
}
if(!(((data194 === "DoNothing") || (data194 === "Enable")) || (data194 === "Disable"))){
vErrors = noted(vErrors, instancePath+"/spec/awsSrcDstCheck", "enum", {allowedValues: of31});
errors++;
}
}
if(data3.serviceLoopPrevention !== undefined){
let data195 = data3.serviceLoopPrevention;
if(typeof data195 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoopPrevention", "type", {type: "string"});
errors++;
}
if(!(((data195 === "Drop") || (data195 === "Reject")) || (data195 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/serviceLoopPrevention", "enum", {allowedValues: of32});
errors++;
}
}
if(data3.workloadSourceSpoofing !== undefined){
let data196 = data3.workloadSourceSpoofing;
if(typeof data196 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/workloadSourceSpoofing", "type", {type: "string"});
errors++;
}
if(!((data196 === "Disabled") || (data196 === "Any"))){
vErrors = noted(vErrors, instancePath+"/spec/workloadSourceSpoofing", "enum", {allowedValues: of33});
errors++;
}
}
if(data3.mtuIfacePattern !== undefined){
if(typeof data3.mtuIfacePattern !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/mtuIfacePattern", "type", {type: "string"});
errors++;
}
}
if(data3.floatingIPs !== undefined){
let data198 = data3.floatingIPs;
if(typeof data198 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/floatingIPs", "type", {type: "string"});
errors++;
}
if(!((data198 === "Enabled") || (data198 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/floatingIPs", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.windowsManageFirewallRules !== undefined){
let data199 = data3.windowsManageFirewallRules;
if(typeof data199 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/windowsManageFirewallRules", "type", {type: "string"});
errors++;
}
if(!((data199 === "Enabled") || (data199 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/windowsManageFirewallRules", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.goGCThreshold !== undefined){
let data200 = data3.goGCThreshold;
if(!(((typeof data200 == "number") && (!(data200 % 1) && !isNaN(data200))) && (isFinite(data200)))){
vErrors = noted(vErrors, instancePath+"/spec/goGCThreshold", "type", {type: "integer"});
errors++;
}
if((typeof data200 == "number") && (isFinite(data200))){
if(data200 < -1 || isNaN(data200)){
vErrors = noted(vErrors, instancePath+"/spec/goGCThreshold", "minimum", {comparison: ">=", limit: -1});
errors++;
}
}
}
if(data3.goMemoryLimitMB !== undefined){
let data201 = data3.goMemoryLimitMB;
if(!(((typeof data201 == "number") && (!(data201 % 1) && !isNaN(data201))) && (isFinite(data201)))){
vErrors = noted(vErrors, instancePath+"/spec/goMemoryLimitMB", "type", {type: "integer"});
errors++;
}
if((typeof data201 == "number") && (isFinite(data201))){
if(data201 < -1 || isNaN(data201)){
vErrors = noted(vErrors, instancePath+"/spec/goMemoryLimitMB", "minimum", {comparison: ">=", limit: -1});
errors++;
}
}
}
if(data3.goMaxProcs !== undefined){
let data202 = data3.goMaxProcs;
if(!(((typeof data202 == "number") && (!(data202 % 1) && !isNaN(data202))) && (isFinite(data202)))){
vErrors = noted(vErrors, instancePath+"/spec/goMaxProcs", "type", {type: "integer"});
errors++;
}
if((typeof data202 == "number") && (isFinite(data202))){
if(data202 < -1 || isNaN(data202)){
vErrors = noted(vErrors, instancePath+"/spec/goMaxProcs", "minimum", {comparison: ">=", limit: -1});
errors++;
}
}
}
if(data3.requireMTUFile !== undefined){
if(typeof data3.requireMTUFile !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/requireMTUFile", "type", {type: "boolean"});
errors++;
}
}
if(data3.ipv4NormalRoutePriority !== undefined){
let data204 = data3.ipv4NormalRoutePriority;
if(!(((typeof data204 == "number") && (!(data204 % 1) && !isNaN(data204))) && (isFinite(data204)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data204 == "number") && (isFinite(data204))){
if(data204 > 2147483646 || isNaN(data204)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data204 < 1 || isNaN(data204)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4NormalRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.ipv4ElevatedRoutePriority !== undefined){
let data205 = data3.ipv4ElevatedRoutePriority;
if(!(((typeof data205 == "number") && (!(data205 % 1) && !isNaN(data205))) && (isFinite(data205)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv4ElevatedRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data205 == "number") && (isFinite(data205))){
if(data205 > 2147483646 || isNaN(data205)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4ElevatedRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data205 < 1 || isNaN(data205)){
vErrors = noted(vErrors, instancePath+"/spec/ipv4ElevatedRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.ipv6NormalRoutePriority !== undefined){
let data206 = data3.ipv6NormalRoutePriority;
if(!(((typeof data206 == "number") && (!(data206 % 1) && !isNaN(data206))) && (isFinite(data206)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data206 == "number") && (isFinite(data206))){
if(data206 > 2147483646 || isNaN(data206)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data206 < 1 || isNaN(data206)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6NormalRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.ipv6ElevatedRoutePriority !== undefined){
let data207 = data3.ipv6ElevatedRoutePriority;
if(!(((typeof data207 == "number") && (!(data207 % 1) && !isNaN(data207))) && (isFinite(data207)))){
vErrors = noted(vErrors, instancePath+"/spec/ipv6ElevatedRoutePriority", "type", {type: "integer"});
errors++;
}
if((typeof data207 == "number") && (isFinite(data207))){
if(data207 > 2147483646 || isNaN(data207)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6ElevatedRoutePriority", "maximum", {comparison: "<=", limit: 2147483646});
errors++;
}
if(data207 < 1 || isNaN(data207)){
vErrors = noted(vErrors, instancePath+"/spec/ipv6ElevatedRoutePriority", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data3.liveMigrationRouteConvergenceTime !== undefined){
if(!(validate59(data3.liveMigrationRouteConvergenceTime, {instancePath:instancePath+"/spec/liveMigrationRouteConvergenceTime",parentData:data3,parentDataProperty:"liveMigrationRouteConvergenceTime",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.istioAmbientMode !== undefined){
let data209 = data3.istioAmbientMode;
if(typeof data209 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/istioAmbientMode", "type", {type: "string"});
errors++;
}
if(!((data209 === "Enabled") || (data209 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/istioAmbientMode", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.istioDSCPMark !== undefined){
if(!(validate120(data3.istioDSCPMark, {instancePath:instancePath+"/spec/istioDSCPMark",parentData:data3,parentDataProperty:"istioDSCPMark",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate120.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}
validate87.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkPolicy = validate122;

function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-protocol.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate125.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
vErrors = noted(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((((data === "TCP") || (data === "UDP")) || (data === "ICMP")) || (data === "ICMPv6")) || (data === "SCTP")) || (data === "UDPLite"))){
vErrors = noted(vErrors, instancePath, "enum", {allowedValues: of34[0].enum});
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
vErrors = noted(vErrors, instancePath, "type", {type: "integer"});
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 255 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data < 1 || isNaN(data)){
vErrors = noted(vErrors, instancePath, "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
vErrors = noted(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate125.errors = vErrors;
return errors === 0;
}
validate125.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-icmp.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate127.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "type") || (key0 === "code"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = noted(vErrors, instancePath+"/type", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 254 || isNaN(data0)){
vErrors = noted(vErrors, instancePath+"/type", "maximum", {comparison: "<=", limit: 254});
errors++;
}
if(data0 < 0 || isNaN(data0)){
vErrors = noted(vErrors, instancePath+"/type", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.code !== undefined){
let data1 = data.code;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = noted(vErrors, instancePath+"/code", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 255 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/code", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data1 < 0 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/code", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}
validate127.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-entity-rule.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate131.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(of35, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.nets !== undefined){
let data0 = data.nets;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/nets/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/nets", "type", {type: "array"});
errors++;
}
}
if(data.selector !== undefined){
if(typeof data.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/selector", "type", {type: "string"});
errors++;
}
}
if(data.namespaceSelector !== undefined){
if(typeof data.namespaceSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/namespaceSelector", "type", {type: "string"});
errors++;
}
}
if(data.services !== undefined){
let data4 = data.services;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((key1 === "name") || (key1 === "namespace"))){
vErrors = noted(vErrors, instancePath+"/services", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data4.name !== undefined){
if(typeof data4.name !== "string"){
vErrors = noted(vErrors, instancePath+"/services/name", "type", {type: "string"});
errors++;
}
}
if(data4.namespace !== undefined){
if(typeof data4.namespace !== "string"){
vErrors = noted(vErrors, instancePath+"/services/namespace", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/services", "type", {type: "object"});
errors++;
}
}
if(data.ports !== undefined){
let data7 = data.ports;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate106(data7[i1], {instancePath:instancePath+"/ports/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ports", "type", {type: "array"});
errors++;
}
}
if(data.notNets !== undefined){
let data9 = data.notNets;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
if(typeof data9[i2] !== "string"){
vErrors = noted(vErrors, instancePath+"/notNets/" + i2, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/notNets", "type", {type: "array"});
errors++;
}
}
if(data.notSelector !== undefined){
if(typeof data.notSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/notSelector", "type", {type: "string"});
errors++;
}
}
if(data.notPorts !== undefined){
let data12 = data.notPorts;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validate106(data12[i3], {instancePath:instancePath+"/notPorts/" + i3,parentData:data12,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/notPorts", "type", {type: "array"});
errors++;
}
}
if(data.serviceAccounts !== undefined){
let data14 = data.serviceAccounts;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((key2 === "names") || (key2 === "selector"))){
vErrors = noted(vErrors, instancePath+"/serviceAccounts", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data14.names !== undefined){
let data15 = data14.names;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
if(typeof data15[i4] !== "string"){
vErrors = noted(vErrors, instancePath+"/serviceAccounts/names/" + i4, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/serviceAccounts/names", "type", {type: "array"});
errors++;
}
}
if(data14.selector !== undefined){
if(typeof data14.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/serviceAccounts/selector", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/serviceAccounts", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}
validate131.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-http-match.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate136.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "methods") || (key0 === "paths"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.methods !== undefined){
let data0 = data.methods;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/methods/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/methods", "type", {type: "array"});
errors++;
}
}
if(data.paths !== undefined){
let data2 = data.paths;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((key1 === "exact") || (key1 === "prefix"))){
vErrors = noted(vErrors, instancePath+"/paths/" + i1, "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.exact !== undefined){
if(typeof data3.exact !== "string"){
vErrors = noted(vErrors, instancePath+"/paths/" + i1+"/exact", "type", {type: "string"});
errors++;
}
}
if(data3.prefix !== undefined){
if(typeof data3.prefix !== "string"){
vErrors = noted(vErrors, instancePath+"/paths/" + i1+"/prefix", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/paths/" + i1, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/paths", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}
validate136.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-rule.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate124.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "action"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of36, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.action !== undefined){
let data0 = data.action;
if(typeof data0 !== "string"){
vErrors = noted(vErrors, instancePath+"/action", "type", {type: "string"});
errors++;
}
if(!((((data0 === "Allow") || (data0 === "Deny")) || (data0 === "Log")) || (data0 === "Pass"))){
vErrors = noted(vErrors, instancePath+"/action", "enum", {allowedValues: of37});
errors++;
}
}
if(data.ipVersion !== undefined){
let data1 = data.ipVersion;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "type", {type: "integer"});
errors++;
}
if(!((data1 === 4) || (data1 === 6))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "enum", {allowedValues: of38});
errors++;
}
}
if(data.protocol !== undefined){
if(!(validate125(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate125.errors);
errors = vErrors.length;
}
}
if(data.icmp !== undefined){
if(!(validate127(data.icmp, {instancePath:instancePath+"/icmp",parentData:data,parentDataProperty:"icmp",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate127.errors);
errors = vErrors.length;
}
}
if(data.notProtocol !== undefined){
if(!(validate125(data.notProtocol, {instancePath:instancePath+"/notProtocol",parentData:data,parentDataProperty:"notProtocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate125.errors);
errors = vErrors.length;
}
}
if(data.notICMP !== undefined){
if(!(validate127(data.notICMP, {instancePath:instancePath+"/notICMP",parentData:data,parentDataProperty:"notICMP",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate127.errors);
errors = vErrors.length;
}
}
if(data.source !== undefined){
if(!(validate131(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
if(!(validate131(data.destination, {instancePath:instancePath+"/destination",parentData:data,parentDataProperty:"destination",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
if(data.http !== undefined){
if(!(validate136(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate136.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
let data9 = data.metadata;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!(key1 === "annotations")){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data9.annotations !== undefined){
let data10 = data9.annotations;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(typeof data10[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/annotations", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}
validate124.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/GlobalNetworkPolicy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate122.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("GlobalNetworkPolicy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "GlobalNetworkPolicy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of39, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/tier", "type", {type: "string"});
errors++;
}
}
if(data3.order !== undefined){
let data5 = data3.order;
if(!((typeof data5 == "number") && (isFinite(data5)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data3.ingress !== undefined){
let data6 = data3.ingress;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data6[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data8 = data3.egress;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate124(data8[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/selector", "type", {type: "string"});
errors++;
}
}
if(data3.types !== undefined){
let data11 = data3.types;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "type", {type: "string"});
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "enum", {allowedValues: of40});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/types", "type", {type: "array"});
errors++;
}
}
if(data3.doNotTrack !== undefined){
if(typeof data3.doNotTrack !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/doNotTrack", "type", {type: "boolean"});
errors++;
}
}
if(data3.preDNAT !== undefined){
if(typeof data3.preDNAT !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/preDNAT", "type", {type: "boolean"});
errors++;
}
}
if(data3.applyOnForward !== undefined){
if(typeof data3.applyOnForward !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/applyOnForward", "type", {type: "boolean"});
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceAccountSelector", "type", {type: "string"});
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/namespaceSelector", "type", {type: "string"});
errors++;
}
}
if(data3.performanceHints !== undefined){
let data18 = data3.performanceHints;
if(Array.isArray(data18)){
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
if(typeof data19 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "type", {type: "string"});
errors++;
}
if(!(data19 === "AssumeNeededOnEveryNode")){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "enum", {allowedValues: of41});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/performanceHints", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkSet = validate140;

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/GlobalNetworkSet.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate140.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("GlobalNetworkSet" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "GlobalNetworkSet"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(key1 === "nets")){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.nets !== undefined){
let data4 = data3.nets;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nets/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/nets", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}
validate140.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const HostEndpoint = validate142;

function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-endpoint-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate144.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
if(data.protocol === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "protocol"});
errors++;
}
if(data.port === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "port"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "protocol")) || (key0 === "port"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = noted(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.protocol !== undefined){
if(!(validate125(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate125.errors);
errors = vErrors.length;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/port", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/port", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/port", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate144.errors = vErrors;
return errors === 0;
}
validate144.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/HostEndpoint.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate142.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
if(data.spec === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "spec"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("HostEndpoint" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "HostEndpoint"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.node === undefined){
vErrors = noted(vErrors, instancePath+"/spec", "required", {missingProperty: "node"});
errors++;
}
for(const key1 in data3){
if(!(((((key1 === "node") || (key1 === "interfaceName")) || (key1 === "expectedIPs")) || (key1 === "profiles")) || (key1 === "ports"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.node !== undefined){
let data4 = data3.node;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/spec/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/node", "type", {type: "string"});
errors++;
}
}
if(data3.interfaceName !== undefined){
if(typeof data3.interfaceName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaceName", "type", {type: "string"});
errors++;
}
}
if(data3.expectedIPs !== undefined){
let data6 = data3.expectedIPs;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(typeof data6[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/expectedIPs/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/expectedIPs", "type", {type: "array"});
errors++;
}
}
if(data3.profiles !== undefined){
let data8 = data3.profiles;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(typeof data8[i1] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/profiles/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/profiles", "type", {type: "array"});
errors++;
}
}
if(data3.ports !== undefined){
let data10 = data3.ports;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate144(data10[i2], {instancePath:instancePath+"/spec/ports/" + i2,parentData:data10,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate144.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ports", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}
validate142.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const IPPool = validate147;

function validate147(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/IPPool.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate147.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("IPPool" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "IPPool"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.cidr === undefined){
vErrors = noted(vErrors, instancePath+"/spec", "required", {missingProperty: "cidr"});
errors++;
}
for(const key1 in data3){
if(!(func1.call(of42, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.cidr !== undefined){
let data4 = data3.cidr;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/spec/cidr", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/cidr", "type", {type: "string"});
errors++;
}
}
if(data3.vxlanMode !== undefined){
let data5 = data3.vxlanMode;
if(typeof data5 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/vxlanMode", "type", {type: "string"});
errors++;
}
if(!(((data5 === "Always") || (data5 === "CrossSubnet")) || (data5 === "Never"))){
vErrors = noted(vErrors, instancePath+"/spec/vxlanMode", "enum", {allowedValues: of43});
errors++;
}
}
if(data3.ipipMode !== undefined){
let data6 = data3.ipipMode;
if(typeof data6 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipipMode", "type", {type: "string"});
errors++;
}
if(!(((data6 === "Always") || (data6 === "CrossSubnet")) || (data6 === "Never"))){
vErrors = noted(vErrors, instancePath+"/spec/ipipMode", "enum", {allowedValues: of43});
errors++;
}
}
if(data3.natOutgoing !== undefined){
if(typeof data3.natOutgoing !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/natOutgoing", "type", {type: "boolean"});
errors++;
}
}
if(data3.disabled !== undefined){
if(typeof data3.disabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/disabled", "type", {type: "boolean"});
errors++;
}
}
if(data3.disableBGPExport !== undefined){
if(typeof data3.disableBGPExport !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/disableBGPExport", "type", {type: "boolean"});
errors++;
}
}
if(data3.blockSize !== undefined){
let data10 = data3.blockSize;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = noted(vErrors, instancePath+"/spec/blockSize", "type", {type: "integer"});
errors++;
}
}
if(data3.nodeSelector !== undefined){
if(typeof data3.nodeSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nodeSelector", "type", {type: "string"});
errors++;
}
}
if(data3.ipip !== undefined){
let data12 = data3.ipip;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!((key2 === "enabled") || (key2 === "mode"))){
vErrors = noted(vErrors, instancePath+"/spec/ipip", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data12.enabled !== undefined){
if(typeof data12.enabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/ipip/enabled", "type", {type: "boolean"});
errors++;
}
}
if(data12.mode !== undefined){
let data14 = data12.mode;
if(typeof data14 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipip/mode", "type", {type: "string"});
errors++;
}
if(!((data14 === "always") || (data14 === "cross-subnet"))){
vErrors = noted(vErrors, instancePath+"/spec/ipip/mode", "enum", {allowedValues: of44});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ipip", "type", {type: "object"});
errors++;
}
}
if(data3["nat-outgoing"] !== undefined){
if(typeof data3["nat-outgoing"] !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/nat-outgoing", "type", {type: "boolean"});
errors++;
}
}
if(data3.allowedUses !== undefined){
let data16 = data3.allowedUses;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/allowedUses/" + i0, "type", {type: "string"});
errors++;
}
if(!(((data17 === "Workload") || (data17 === "Tunnel")) || (data17 === "LoadBalancer"))){
vErrors = noted(vErrors, instancePath+"/spec/allowedUses/" + i0, "enum", {allowedValues: of45});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/allowedUses", "type", {type: "array"});
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/namespaceSelector", "type", {type: "string"});
errors++;
}
}
if(data3.assignmentMode !== undefined){
let data19 = data3.assignmentMode;
if(typeof data19 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/assignmentMode", "type", {type: "string"});
errors++;
}
if(!((data19 === "Automatic") || (data19 === "Manual"))){
vErrors = noted(vErrors, instancePath+"/spec/assignmentMode", "enum", {allowedValues: of46});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate147.errors = vErrors;
return errors === 0;
}
validate147.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const IPReservation = validate149;

function validate149(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/IPReservation.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate149.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("IPReservation" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "IPReservation"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(key1 === "reservedCIDRs")){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.reservedCIDRs !== undefined){
let data4 = data3.reservedCIDRs;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/reservedCIDRs/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/reservedCIDRs", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate149.errors = vErrors;
return errors === 0;
}
validate149.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const KubeControllersConfiguration = validate151;

function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/KubeControllersConfiguration.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate151.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("KubeControllersConfiguration" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "KubeControllersConfiguration"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((key1 === "logSeverityScreen") || (key1 === "healthChecks")) || (key1 === "etcdV3CompactionPeriod")) || (key1 === "prometheusMetricsPort")) || (key1 === "controllers")) || (key1 === "debugProfilePort"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data4 = data3.logSeverityScreen;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "type", {type: "string"});
errors++;
}
if(!(((((data4 === "Debug") || (data4 === "Info")) || (data4 === "Warning")) || (data4 === "Error")) || (data4 === "Fatal"))){
vErrors = noted(vErrors, instancePath+"/spec/logSeverityScreen", "enum", {allowedValues: of47});
errors++;
}
}
if(data3.healthChecks !== undefined){
let data5 = data3.healthChecks;
if(typeof data5 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/healthChecks", "type", {type: "string"});
errors++;
}
if(!((data5 === "Enabled") || (data5 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/healthChecks", "enum", {allowedValues: of3});
errors++;
}
}
if(data3.etcdV3CompactionPeriod !== undefined){
if(!(validate59(data3.etcdV3CompactionPeriod, {instancePath:instancePath+"/spec/etcdV3CompactionPeriod",parentData:data3,parentDataProperty:"etcdV3CompactionPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data3.prometheusMetricsPort !== undefined){
let data7 = data3.prometheusMetricsPort;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsPort", "type", {type: "integer"});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data7 < 0 || isNaN(data7)){
vErrors = noted(vErrors, instancePath+"/spec/prometheusMetricsPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data3.controllers !== undefined){
let data8 = data3.controllers;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(((((((key2 === "node") || (key2 === "policy")) || (key2 === "workloadEndpoint")) || (key2 === "serviceAccount")) || (key2 === "namespace")) || (key2 === "loadBalancer")) || (key2 === "policyMigration"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data8.node !== undefined){
let data9 = data8.node;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
if(!((((key3 === "reconcilerPeriod") || (key3 === "syncLabels")) || (key3 === "hostEndpoint")) || (key3 === "leakGracePeriod"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data9.reconcilerPeriod !== undefined){
if(!(validate59(data9.reconcilerPeriod, {instancePath:instancePath+"/spec/controllers/node/reconcilerPeriod",parentData:data9,parentDataProperty:"reconcilerPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
if(data9.syncLabels !== undefined){
let data11 = data9.syncLabels;
if(typeof data11 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/syncLabels", "type", {type: "string"});
errors++;
}
if(!((data11 === "Enabled") || (data11 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/syncLabels", "enum", {allowedValues: of3});
errors++;
}
}
if(data9.hostEndpoint !== undefined){
let data12 = data9.hostEndpoint;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key4 in data12){
if(!(((key4 === "autoCreate") || (key4 === "createDefaultHostEndpoint")) || (key4 === "templates"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint", "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data12.autoCreate !== undefined){
let data13 = data12.autoCreate;
if(typeof data13 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/autoCreate", "type", {type: "string"});
errors++;
}
if(!((data13 === "Enabled") || (data13 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/autoCreate", "enum", {allowedValues: of3});
errors++;
}
}
if(data12.createDefaultHostEndpoint !== undefined){
let data14 = data12.createDefaultHostEndpoint;
if(typeof data14 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/createDefaultHostEndpoint", "type", {type: "string"});
errors++;
}
if(!((data14 === "Enabled") || (data14 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/createDefaultHostEndpoint", "enum", {allowedValues: of3});
errors++;
}
}
if(data12.templates !== undefined){
let data15 = data12.templates;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key5 in data16){
if(!(((((key5 === "generateName") || (key5 === "interfaceCIDRs")) || (key5 === "interfacePattern")) || (key5 === "labels")) || (key5 === "nodeSelector"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0, "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data16.generateName !== undefined){
if(typeof data16.generateName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/generateName", "type", {type: "string"});
errors++;
}
}
if(data16.interfaceCIDRs !== undefined){
let data18 = data16.interfaceCIDRs;
if(Array.isArray(data18)){
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
if(typeof data18[i1] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfaceCIDRs/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfaceCIDRs", "type", {type: "array"});
errors++;
}
}
if(data16.interfacePattern !== undefined){
if(typeof data16.interfacePattern !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfacePattern", "type", {type: "string"});
errors++;
}
}
if(data16.labels !== undefined){
let data21 = data16.labels;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key6 in data21){
if(typeof data21[key6] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/labels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/labels", "type", {type: "object"});
errors++;
}
}
if(data16.nodeSelector !== undefined){
if(typeof data16.nodeSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/nodeSelector", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint/templates", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node/hostEndpoint", "type", {type: "object"});
errors++;
}
}
if(data9.leakGracePeriod !== undefined){
if(!(validate59(data9.leakGracePeriod, {instancePath:instancePath+"/spec/controllers/node/leakGracePeriod",parentData:data9,parentDataProperty:"leakGracePeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/node", "type", {type: "object"});
errors++;
}
}
if(data8.policy !== undefined){
let data25 = data8.policy;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key7 in data25){
if(!(key7 === "reconcilerPeriod")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/policy", "additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data25.reconcilerPeriod !== undefined){
if(!(validate59(data25.reconcilerPeriod, {instancePath:instancePath+"/spec/controllers/policy/reconcilerPeriod",parentData:data25,parentDataProperty:"reconcilerPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/policy", "type", {type: "object"});
errors++;
}
}
if(data8.workloadEndpoint !== undefined){
let data27 = data8.workloadEndpoint;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key8 in data27){
if(!(key8 === "reconcilerPeriod")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/workloadEndpoint", "additionalProperties", {additionalProperty: key8});
errors++;
}
}
if(data27.reconcilerPeriod !== undefined){
if(!(validate59(data27.reconcilerPeriod, {instancePath:instancePath+"/spec/controllers/workloadEndpoint/reconcilerPeriod",parentData:data27,parentDataProperty:"reconcilerPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/workloadEndpoint", "type", {type: "object"});
errors++;
}
}
if(data8.serviceAccount !== undefined){
let data29 = data8.serviceAccount;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
if(!(key9 === "reconcilerPeriod")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/serviceAccount", "additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data29.reconcilerPeriod !== undefined){
if(!(validate59(data29.reconcilerPeriod, {instancePath:instancePath+"/spec/controllers/serviceAccount/reconcilerPeriod",parentData:data29,parentDataProperty:"reconcilerPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/serviceAccount", "type", {type: "object"});
errors++;
}
}
if(data8.namespace !== undefined){
let data31 = data8.namespace;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key10 in data31){
if(!(key10 === "reconcilerPeriod")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/namespace", "additionalProperties", {additionalProperty: key10});
errors++;
}
}
if(data31.reconcilerPeriod !== undefined){
if(!(validate59(data31.reconcilerPeriod, {instancePath:instancePath+"/spec/controllers/namespace/reconcilerPeriod",parentData:data31,parentDataProperty:"reconcilerPeriod",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate59.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/namespace", "type", {type: "object"});
errors++;
}
}
if(data8.loadBalancer !== undefined){
let data33 = data8.loadBalancer;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key11 in data33){
if(!(key11 === "assignIPs")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/loadBalancer", "additionalProperties", {additionalProperty: key11});
errors++;
}
}
if(data33.assignIPs !== undefined){
let data34 = data33.assignIPs;
if(typeof data34 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/loadBalancer/assignIPs", "type", {type: "string"});
errors++;
}
if(!((data34 === "AllServices") || (data34 === "RequestedServicesOnly"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/loadBalancer/assignIPs", "enum", {allowedValues: of48});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/loadBalancer", "type", {type: "object"});
errors++;
}
}
if(data8.policyMigration !== undefined){
let data35 = data8.policyMigration;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key12 in data35){
if(!(key12 === "enabled")){
vErrors = noted(vErrors, instancePath+"/spec/controllers/policyMigration", "additionalProperties", {additionalProperty: key12});
errors++;
}
}
if(data35.enabled !== undefined){
let data36 = data35.enabled;
if(typeof data36 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/controllers/policyMigration/enabled", "type", {type: "string"});
errors++;
}
if(!((data36 === "Enabled") || (data36 === "Disabled"))){
vErrors = noted(vErrors, instancePath+"/spec/controllers/policyMigration/enabled", "enum", {allowedValues: of3});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers/policyMigration", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/controllers", "type", {type: "object"});
errors++;
}
}
if(data3.debugProfilePort !== undefined){
let data37 = data3.debugProfilePort;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
vErrors = noted(vErrors, instancePath+"/spec/debugProfilePort", "type", {type: "integer"});
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 65535 || isNaN(data37)){
vErrors = noted(vErrors, instancePath+"/spec/debugProfilePort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data37 < 0 || isNaN(data37)){
vErrors = noted(vErrors, instancePath+"/spec/debugProfilePort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
if(data.status !== undefined){
let data38 = data.status;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key13 in data38){
if(!((key13 === "runningConfig") || (key13 === "environmentVars"))){
vErrors = noted(vErrors, instancePath+"/status", "additionalProperties", {additionalProperty: key13});
errors++;
}
}
if(data38.runningConfig !== undefined){
let data39 = data38.runningConfig;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
vErrors = noted(vErrors, instancePath+"/status/runningConfig", "type", {type: "object"});
errors++;
}
}
if(data38.environmentVars !== undefined){
let data40 = data38.environmentVars;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key14 in data40){
if(typeof data40[key14] !== "string"){
vErrors = noted(vErrors, instancePath+"/status/environmentVars/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status/environmentVars", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate151.errors = vErrors;
return errors === 0;
}
validate151.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkPolicy = validate160;

function validate160(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/NetworkPolicy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate160.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("NetworkPolicy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "NetworkPolicy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((((key1 === "tier") || (key1 === "order")) || (key1 === "ingress")) || (key1 === "egress")) || (key1 === "selector")) || (key1 === "types")) || (key1 === "serviceAccountSelector")) || (key1 === "performanceHints"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/tier", "type", {type: "string"});
errors++;
}
}
if(data3.order !== undefined){
let data5 = data3.order;
if(!((typeof data5 == "number") && (isFinite(data5)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data3.ingress !== undefined){
let data6 = data3.ingress;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data6[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data8 = data3.egress;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate124(data8[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/selector", "type", {type: "string"});
errors++;
}
}
if(data3.types !== undefined){
let data11 = data3.types;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "type", {type: "string"});
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "enum", {allowedValues: of40});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/types", "type", {type: "array"});
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceAccountSelector", "type", {type: "string"});
errors++;
}
}
if(data3.performanceHints !== undefined){
let data14 = data3.performanceHints;
if(Array.isArray(data14)){
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
if(typeof data15 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "type", {type: "string"});
errors++;
}
if(!(data15 === "AssumeNeededOnEveryNode")){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "enum", {allowedValues: of41});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/performanceHints", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate160.errors = vErrors;
return errors === 0;
}
validate160.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkSet = validate164;

function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/NetworkSet.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate164.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("NetworkSet" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "NetworkSet"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(key1 === "nets")){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.nets !== undefined){
let data4 = data3.nets;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/nets/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/nets", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}
validate164.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Node = validate166;

function validate166(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/Node.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate166.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("Node" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "Node"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of49, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.bgp !== undefined){
let data4 = data3.bgp;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((((key2 === "asNumber") || (key2 === "ipv4Address")) || (key2 === "ipv6Address")) || (key2 === "ipv4IPIPTunnelAddr")) || (key2 === "routeReflectorClusterID"))){
vErrors = noted(vErrors, instancePath+"/spec/bgp", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data4.asNumber !== undefined){
if(!(validate55(data4.asNumber, {instancePath:instancePath+"/spec/bgp/asNumber",parentData:data4,parentDataProperty:"asNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data4.ipv4Address !== undefined){
if(typeof data4.ipv4Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/ipv4Address", "type", {type: "string"});
errors++;
}
}
if(data4.ipv6Address !== undefined){
if(typeof data4.ipv6Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/ipv6Address", "type", {type: "string"});
errors++;
}
}
if(data4.ipv4IPIPTunnelAddr !== undefined){
if(typeof data4.ipv4IPIPTunnelAddr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/ipv4IPIPTunnelAddr", "type", {type: "string"});
errors++;
}
}
if(data4.routeReflectorClusterID !== undefined){
if(typeof data4.routeReflectorClusterID !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/routeReflectorClusterID", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bgp", "type", {type: "object"});
errors++;
}
}
if(data3.ipv4VXLANTunnelAddr !== undefined){
if(typeof data3.ipv4VXLANTunnelAddr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv4VXLANTunnelAddr", "type", {type: "string"});
errors++;
}
}
if(data3.vxlanTunnelMACAddr !== undefined){
if(typeof data3.vxlanTunnelMACAddr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/vxlanTunnelMACAddr", "type", {type: "string"});
errors++;
}
}
if(data3.ipv6VXLANTunnelAddr !== undefined){
if(typeof data3.ipv6VXLANTunnelAddr !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv6VXLANTunnelAddr", "type", {type: "string"});
errors++;
}
}
if(data3.vxlanTunnelMACAddrV6 !== undefined){
if(typeof data3.vxlanTunnelMACAddrV6 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/vxlanTunnelMACAddrV6", "type", {type: "string"});
errors++;
}
}
if(data3.orchRefs !== undefined){
let data14 = data3.orchRefs;
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 in data15){
if(!((key3 === "nodeName") || (key3 === "orchestrator"))){
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0, "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data15.nodeName !== undefined){
if(typeof data15.nodeName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0+"/nodeName", "type", {type: "string"});
errors++;
}
}
if(data15.orchestrator !== undefined){
if(typeof data15.orchestrator !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0+"/orchestrator", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/orchRefs", "type", {type: "array"});
errors++;
}
}
if(data3.wireguard !== undefined){
let data18 = data3.wireguard;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!((key4 === "interfaceIPv4Address") || (key4 === "interfaceIPv6Address"))){
vErrors = noted(vErrors, instancePath+"/spec/wireguard", "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data18.interfaceIPv4Address !== undefined){
if(typeof data18.interfaceIPv4Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/wireguard/interfaceIPv4Address", "type", {type: "string"});
errors++;
}
}
if(data18.interfaceIPv6Address !== undefined){
if(typeof data18.interfaceIPv6Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/wireguard/interfaceIPv6Address", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/wireguard", "type", {type: "object"});
errors++;
}
}
if(data3.addresses !== undefined){
let data21 = data3.addresses;
if(Array.isArray(data21)){
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key5 in data22){
if(!((key5 === "address") || (key5 === "type"))){
vErrors = noted(vErrors, instancePath+"/spec/addresses/" + i1, "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data22.address !== undefined){
if(typeof data22.address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/addresses/" + i1+"/address", "type", {type: "string"});
errors++;
}
}
if(data22.type !== undefined){
if(typeof data22.type !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/addresses/" + i1+"/type", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/addresses/" + i1, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/addresses", "type", {type: "array"});
errors++;
}
}
if(data3.interfaces !== undefined){
let data25 = data3.interfaces;
if(Array.isArray(data25)){
const len2 = data25.length;
for(let i2=0; i2<len2; i2++){
let data26 = data25[i2];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key6 in data26){
if(!((key6 === "name") || (key6 === "addresses"))){
vErrors = noted(vErrors, instancePath+"/spec/interfaces/" + i2, "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data26.name !== undefined){
if(typeof data26.name !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaces/" + i2+"/name", "type", {type: "string"});
errors++;
}
}
if(data26.addresses !== undefined){
let data28 = data26.addresses;
if(Array.isArray(data28)){
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
if(typeof data28[i3] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaces/" + i2+"/addresses/" + i3, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/interfaces/" + i2+"/addresses", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/interfaces/" + i2, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/interfaces", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
if(data.status !== undefined){
let data30 = data.status;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key7 in data30){
if(!(((key7 === "wireguardPublicKey") || (key7 === "wireguardPublicKeyV6")) || (key7 === "podCIDRs"))){
vErrors = noted(vErrors, instancePath+"/status", "additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data30.wireguardPublicKey !== undefined){
if(typeof data30.wireguardPublicKey !== "string"){
vErrors = noted(vErrors, instancePath+"/status/wireguardPublicKey", "type", {type: "string"});
errors++;
}
}
if(data30.wireguardPublicKeyV6 !== undefined){
if(typeof data30.wireguardPublicKeyV6 !== "string"){
vErrors = noted(vErrors, instancePath+"/status/wireguardPublicKeyV6", "type", {type: "string"});
errors++;
}
}
if(data30.podCIDRs !== undefined){
let data33 = data30.podCIDRs;
if(Array.isArray(data33)){
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
if(typeof data33[i4] !== "string"){
vErrors = noted(vErrors, instancePath+"/status/podCIDRs/" + i4, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status/podCIDRs", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate166.errors = vErrors;
return errors === 0;
}
validate166.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Profile = validate169;

function validate169(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/Profile.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate169.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("Profile" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "Profile"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "ingress") || (key1 === "egress")) || (key1 === "labelsToApply"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.ingress !== undefined){
let data4 = data3.ingress;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data4[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data6 = data3.egress;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate124(data6[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.labelsToApply !== undefined){
let data8 = data3.labelsToApply;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(typeof data8[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/labelsToApply/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/labelsToApply", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate169.errors = vErrors;
return errors === 0;
}
validate169.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedGlobalNetworkPolicy = validate173;

function validate173(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/StagedGlobalNetworkPolicy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate173.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("StagedGlobalNetworkPolicy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "StagedGlobalNetworkPolicy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of50, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "type", {type: "string"});
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "enum", {allowedValues: of51});
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/tier", "type", {type: "string"});
errors++;
}
}
if(data3.order !== undefined){
let data6 = data3.order;
if(!((typeof data6 == "number") && (isFinite(data6)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data3.ingress !== undefined){
let data7 = data3.ingress;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data7[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data9 = data3.egress;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate124(data9[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/selector", "type", {type: "string"});
errors++;
}
}
if(data3.types !== undefined){
let data12 = data3.types;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(typeof data13 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "type", {type: "string"});
errors++;
}
if(!((data13 === "Ingress") || (data13 === "Egress"))){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "enum", {allowedValues: of40});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/types", "type", {type: "array"});
errors++;
}
}
if(data3.doNotTrack !== undefined){
if(typeof data3.doNotTrack !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/doNotTrack", "type", {type: "boolean"});
errors++;
}
}
if(data3.preDNAT !== undefined){
if(typeof data3.preDNAT !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/preDNAT", "type", {type: "boolean"});
errors++;
}
}
if(data3.applyOnForward !== undefined){
if(typeof data3.applyOnForward !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/applyOnForward", "type", {type: "boolean"});
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceAccountSelector", "type", {type: "string"});
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/namespaceSelector", "type", {type: "string"});
errors++;
}
}
if(data3.performanceHints !== undefined){
let data19 = data3.performanceHints;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
if(typeof data20 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "type", {type: "string"});
errors++;
}
if(!(data20 === "AssumeNeededOnEveryNode")){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "enum", {allowedValues: of41});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/performanceHints", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate173.errors = vErrors;
return errors === 0;
}
validate173.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedKubernetesNetworkPolicy = validate177;

function validate179(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-label-selector.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate179.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "matchLabels") || (key0 === "matchExpressions"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.matchLabels !== undefined){
let data0 = data.matchLabels;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(typeof data0[key1] !== "string"){
vErrors = noted(vErrors, instancePath+"/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/matchLabels", "type", {type: "object"});
errors++;
}
}
if(data.matchExpressions !== undefined){
let data2 = data.matchExpressions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.key === undefined){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0, "required", {missingProperty: "key"});
errors++;
}
if(data3.operator === undefined){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0, "required", {missingProperty: "operator"});
errors++;
}
for(const key2 in data3){
if(!(((key2 === "key") || (key2 === "operator")) || (key2 === "values"))){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data3.key !== undefined){
if(typeof data3.key !== "string"){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0+"/key", "type", {type: "string"});
errors++;
}
}
if(data3.operator !== undefined){
if(typeof data3.operator !== "string"){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0+"/operator", "type", {type: "string"});
errors++;
}
}
if(data3.values !== undefined){
let data6 = data3.values;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(typeof data6[i1] !== "string"){
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0+"/values/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0+"/values", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/matchExpressions/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/matchExpressions", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate179.errors = vErrors;
return errors === 0;
}
validate179.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate181(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-kubernetes-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate181.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "protocol") || (key0 === "port")) || (key0 === "endPort"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.protocol !== undefined){
if(typeof data.protocol !== "string"){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: "string"});
errors++;
}
}
if(data.port !== undefined){
if(!(validate106(data.port, {instancePath:instancePath+"/port",parentData:data,parentDataProperty:"port",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
if(data.endPort !== undefined){
let data2 = data.endPort;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/endPort", "type", {type: "integer"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate181.errors = vErrors;
return errors === 0;
}
validate181.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate184(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-kubernetes-peer.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate184.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "podSelector") || (key0 === "namespaceSelector")) || (key0 === "ipBlock"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.podSelector !== undefined){
if(!(validate179(data.podSelector, {instancePath:instancePath+"/podSelector",parentData:data,parentDataProperty:"podSelector",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate179.errors);
errors = vErrors.length;
}
}
if(data.namespaceSelector !== undefined){
if(!(validate179(data.namespaceSelector, {instancePath:instancePath+"/namespaceSelector",parentData:data,parentDataProperty:"namespaceSelector",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate179.errors);
errors = vErrors.length;
}
}
if(data.ipBlock !== undefined){
let data2 = data.ipBlock;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.cidr === undefined){
vErrors = noted(vErrors, instancePath+"/ipBlock", "required", {missingProperty: "cidr"});
errors++;
}
for(const key1 in data2){
if(!((key1 === "cidr") || (key1 === "except"))){
vErrors = noted(vErrors, instancePath+"/ipBlock", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.cidr !== undefined){
if(typeof data2.cidr !== "string"){
vErrors = noted(vErrors, instancePath+"/ipBlock/cidr", "type", {type: "string"});
errors++;
}
}
if(data2.except !== undefined){
let data4 = data2.except;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/ipBlock/except/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ipBlock/except", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ipBlock", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate184.errors = vErrors;
return errors === 0;
}
validate184.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate177(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/StagedKubernetesNetworkPolicy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate177.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("StagedKubernetesNetworkPolicy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "StagedKubernetesNetworkPolicy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((((key1 === "stagedAction") || (key1 === "podSelector")) || (key1 === "ingress")) || (key1 === "egress")) || (key1 === "policyTypes"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "type", {type: "string"});
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "enum", {allowedValues: of51});
errors++;
}
}
if(data3.podSelector !== undefined){
if(!(validate179(data3.podSelector, {instancePath:instancePath+"/spec/podSelector",parentData:data3,parentDataProperty:"podSelector",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate179.errors);
errors = vErrors.length;
}
}
if(data3.ingress !== undefined){
let data6 = data3.ingress;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!((key2 === "ports") || (key2 === "from"))){
vErrors = noted(vErrors, instancePath+"/spec/ingress/" + i0, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data7.ports !== undefined){
let data8 = data7.ports;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate181(data8[i1], {instancePath:instancePath+"/spec/ingress/" + i0+"/ports/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate181.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress/" + i0+"/ports", "type", {type: "array"});
errors++;
}
}
if(data7.from !== undefined){
let data10 = data7.from;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate184(data10[i2], {instancePath:instancePath+"/spec/ingress/" + i0+"/from/" + i2,parentData:data10,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate184.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress/" + i0+"/from", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data12 = data3.egress;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!((key3 === "ports") || (key3 === "to"))){
vErrors = noted(vErrors, instancePath+"/spec/egress/" + i3, "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data13.ports !== undefined){
let data14 = data13.ports;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
if(!(validate181(data14[i4], {instancePath:instancePath+"/spec/egress/" + i3+"/ports/" + i4,parentData:data14,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate181.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress/" + i3+"/ports", "type", {type: "array"});
errors++;
}
}
if(data13.to !== undefined){
let data16 = data13.to;
if(Array.isArray(data16)){
const len5 = data16.length;
for(let i5=0; i5<len5; i5++){
if(!(validate184(data16[i5], {instancePath:instancePath+"/spec/egress/" + i3+"/to/" + i5,parentData:data16,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate184.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress/" + i3+"/to", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress/" + i3, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.policyTypes !== undefined){
let data18 = data3.policyTypes;
if(Array.isArray(data18)){
const len6 = data18.length;
for(let i6=0; i6<len6; i6++){
let data19 = data18[i6];
if(typeof data19 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/policyTypes/" + i6, "type", {type: "string"});
errors++;
}
if(!((data19 === "Ingress") || (data19 === "Egress"))){
vErrors = noted(vErrors, instancePath+"/spec/policyTypes/" + i6, "enum", {allowedValues: of40});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/policyTypes", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate177.errors = vErrors;
return errors === 0;
}
validate177.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedNetworkPolicy = validate190;

function validate190(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/StagedNetworkPolicy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate190.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("StagedNetworkPolicy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "StagedNetworkPolicy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(of52, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "type", {type: "string"});
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
vErrors = noted(vErrors, instancePath+"/spec/stagedAction", "enum", {allowedValues: of51});
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/tier", "type", {type: "string"});
errors++;
}
}
if(data3.order !== undefined){
let data6 = data3.order;
if(!((typeof data6 == "number") && (isFinite(data6)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data3.ingress !== undefined){
let data7 = data3.ingress;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate124(data7[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data3.egress !== undefined){
let data9 = data3.egress;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate124(data9[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/selector", "type", {type: "string"});
errors++;
}
}
if(data3.types !== undefined){
let data12 = data3.types;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(typeof data13 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "type", {type: "string"});
errors++;
}
if(!((data13 === "Ingress") || (data13 === "Egress"))){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "enum", {allowedValues: of40});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/types", "type", {type: "array"});
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceAccountSelector", "type", {type: "string"});
errors++;
}
}
if(data3.performanceHints !== undefined){
let data15 = data3.performanceHints;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(typeof data16 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "type", {type: "string"});
errors++;
}
if(!(data16 === "AssumeNeededOnEveryNode")){
vErrors = noted(vErrors, instancePath+"/spec/performanceHints/" + i3, "enum", {allowedValues: of41});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/performanceHints", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate190.errors = vErrors;
return errors === 0;
}
validate190.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Tier = validate194;

function validate194(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/Tier.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate194.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("Tier" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "Tier"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((key1 === "order") || (key1 === "defaultAction"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.order !== undefined){
let data4 = data3.order;
if(!((typeof data4 == "number") && (isFinite(data4)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data3.defaultAction !== undefined){
let data5 = data3.defaultAction;
if(typeof data5 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/defaultAction", "type", {type: "string"});
errors++;
}
if(!((data5 === "Pass") || (data5 === "Deny"))){
vErrors = noted(vErrors, instancePath+"/spec/defaultAction", "enum", {allowedValues: of53});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
if(data.status !== undefined){
let data6 = data.status;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!(key2 === "conditions")){
vErrors = noted(vErrors, instancePath+"/status", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data6.conditions !== undefined){
let data7 = data6.conditions;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
vErrors = noted(vErrors, instancePath+"/status/conditions/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status/conditions", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/status", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate194.errors = vErrors;
return errors === 0;
}
validate194.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const WorkloadEndpoint = validate196;

function validate198(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-workload-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate198.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.protocol === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "protocol"});
errors++;
}
if(data.port === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "port"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "protocol")) || (key0 === "port")) || (key0 === "hostPort")) || (key0 === "hostIP"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = noted(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.protocol !== undefined){
if(!(validate125(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate125.errors);
errors = vErrors.length;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/port", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/port", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/port", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.hostPort !== undefined){
let data3 = data.hostPort;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = noted(vErrors, instancePath+"/hostPort", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65535 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/hostPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/hostPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.hostIP !== undefined){
if(typeof data.hostIP !== "string"){
vErrors = noted(vErrors, instancePath+"/hostIP", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate198.errors = vErrors;
return errors === 0;
}
validate198.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate196(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/WorkloadEndpoint.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate196.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.kind !== undefined){
if("WorkloadEndpoint" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "WorkloadEndpoint"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "projectcalico.org/v3"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.interfaceName === undefined){
vErrors = noted(vErrors, instancePath+"/spec", "required", {missingProperty: "interfaceName"});
errors++;
}
for(const key1 in data3){
if(!(func1.call(of54, key1))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.orchestrator !== undefined){
if(typeof data3.orchestrator !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/orchestrator", "type", {type: "string"});
errors++;
}
}
if(data3.workload !== undefined){
if(typeof data3.workload !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/workload", "type", {type: "string"});
errors++;
}
}
if(data3.node !== undefined){
if(typeof data3.node !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/node", "type", {type: "string"});
errors++;
}
}
if(data3.containerID !== undefined){
if(typeof data3.containerID !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/containerID", "type", {type: "string"});
errors++;
}
}
if(data3.pod !== undefined){
if(typeof data3.pod !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/pod", "type", {type: "string"});
errors++;
}
}
if(data3.endpoint !== undefined){
if(typeof data3.endpoint !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/endpoint", "type", {type: "string"});
errors++;
}
}
if(data3.serviceAccountName !== undefined){
if(typeof data3.serviceAccountName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/serviceAccountName", "type", {type: "string"});
errors++;
}
}
if(data3.ipNetworks !== undefined){
let data11 = data3.ipNetworks;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(typeof data11[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipNetworks/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ipNetworks", "type", {type: "array"});
errors++;
}
}
if(data3.ipNATs !== undefined){
let data13 = data3.ipNATs;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((key2 === "internalIP") || (key2 === "externalIP"))){
vErrors = noted(vErrors, instancePath+"/spec/ipNATs/" + i1, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data14.internalIP !== undefined){
if(typeof data14.internalIP !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipNATs/" + i1+"/internalIP", "type", {type: "string"});
errors++;
}
}
if(data14.externalIP !== undefined){
if(typeof data14.externalIP !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipNATs/" + i1+"/externalIP", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ipNATs/" + i1, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ipNATs", "type", {type: "array"});
errors++;
}
}
if(data3.ipv4Gateway !== undefined){
if(typeof data3.ipv4Gateway !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv4Gateway", "type", {type: "string"});
errors++;
}
}
if(data3.ipv6Gateway !== undefined){
if(typeof data3.ipv6Gateway !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv6Gateway", "type", {type: "string"});
errors++;
}
}
if(data3.profiles !== undefined){
let data19 = data3.profiles;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
if(typeof data19[i2] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/profiles/" + i2, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/profiles", "type", {type: "array"});
errors++;
}
}
if(data3.interfaceName !== undefined){
if(typeof data3.interfaceName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaceName", "type", {type: "string"});
errors++;
}
}
if(data3.mac !== undefined){
if(typeof data3.mac !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/mac", "type", {type: "string"});
errors++;
}
}
if(data3.ports !== undefined){
let data23 = data3.ports;
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
if(!(validate198(data23[i3], {instancePath:instancePath+"/spec/ports/" + i3,parentData:data23,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate198.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ports", "type", {type: "array"});
errors++;
}
}
if(data3.allowSpoofedSourcePrefixes !== undefined){
let data25 = data3.allowSpoofedSourcePrefixes;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i4=0; i4<len4; i4++){
if(typeof data25[i4] !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/allowSpoofedSourcePrefixes/" + i4, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/allowSpoofedSourcePrefixes", "type", {type: "array"});
errors++;
}
}
if(data3.qosControls !== undefined){
let data27 = data3.qosControls;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key3 in data27){
if(!(func1.call(of55, key3))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data27.ingressBandwidth !== undefined){
let data28 = data27.ingressBandwidth;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressBandwidth", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressBurst !== undefined){
let data29 = data27.ingressBurst;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressBurst", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressPeakrate !== undefined){
let data30 = data27.ingressPeakrate;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressPeakrate", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressMinburst !== undefined){
let data31 = data27.ingressMinburst;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressMinburst", "type", {type: "integer"});
errors++;
}
}
if(data27.egressBandwidth !== undefined){
let data32 = data27.egressBandwidth;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressBandwidth", "type", {type: "integer"});
errors++;
}
}
if(data27.egressBurst !== undefined){
let data33 = data27.egressBurst;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressBurst", "type", {type: "integer"});
errors++;
}
}
if(data27.egressPeakrate !== undefined){
let data34 = data27.egressPeakrate;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressPeakrate", "type", {type: "integer"});
errors++;
}
}
if(data27.egressMinburst !== undefined){
let data35 = data27.egressMinburst;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressMinburst", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressPacketRate !== undefined){
let data36 = data27.ingressPacketRate;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressPacketRate", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressPacketBurst !== undefined){
let data37 = data27.ingressPacketBurst;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressPacketBurst", "type", {type: "integer"});
errors++;
}
}
if(data27.egressPacketRate !== undefined){
let data38 = data27.egressPacketRate;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressPacketRate", "type", {type: "integer"});
errors++;
}
}
if(data27.egressPacketBurst !== undefined){
let data39 = data27.egressPacketBurst;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressPacketBurst", "type", {type: "integer"});
errors++;
}
}
if(data27.ingressMaxConnections !== undefined){
let data40 = data27.ingressMaxConnections;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/ingressMaxConnections", "type", {type: "integer"});
errors++;
}
}
if(data27.egressMaxConnections !== undefined){
let data41 = data27.egressMaxConnections;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
vErrors = noted(vErrors, instancePath+"/spec/qosControls/egressMaxConnections", "type", {type: "integer"});
errors++;
}
}
if(data27.dscp !== undefined){
if(!(validate120(data27.dscp, {instancePath:instancePath+"/spec/qosControls/dscp",parentData:data27,parentDataProperty:"dscp",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate120.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/qosControls", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate196.errors = vErrors;
return errors === 0;
}
validate196.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

function noted(all, instancePath, keyword, params, message) {
  const error = { instancePath, keyword, params, message };
  if (all === null) return [error];
  all.push(error);
  return all;
}
function joined(all, more) {
  const errors = all ?? [];
  for (const error of more) errors.push(error);
  return errors;
}
