// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
export const BGPConfiguration = validate52;
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/BGPConfiguration.schema.json","title":"BGPConfiguration","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"BGPConfiguration"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"logSeverityScreen":{"type":"string","enum":["Trace","Debug","Info","Warning","Error","Fatal"]},"nodeToNodeMeshEnabled":{"type":"boolean"},"asNumber":{"$ref":"shared-as-number.schema.json"},"serviceLoadBalancerIPs":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"cidr":{"type":"string"}},"title":"LoadBalancerBlock"}},"serviceExternalIPs":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"cidr":{"type":"string"}},"title":"ExternalBlock"}},"serviceClusterIPs":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"cidr":{"type":"string"}},"title":"ClusterBlock"}},"serviceLoadBalancerAggregation":{"type":"string","enum":["Enabled","Disabled"]},"communities":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"value":{"type":"string"}},"title":"BGPCommunity"}},"prefixAdvertisements":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"cidr":{"type":"string"},"communities":{"type":"array","items":{"type":"string"}}},"title":"PrefixAdvertisement"}},"listenPort":{"type":"integer","minimum":0,"maximum":65535},"nodeMeshPassword":{"$ref":"shared-bgp-password.schema.json"},"nodeMeshMaxRestartTime":{"$ref":"shared-duration.schema.json"},"bindMode":{"type":"string","enum":["None","NodeIP"]},"ignoredInterfaces":{"type":"array","items":{"type":"string"}},"localWorkloadPeeringIPV4":{"type":"string"},"localWorkloadPeeringIPV6":{"type":"string"},"programClusterRoutes":{"type":"string","enum":["Enabled","Disabled"]},"ipv4NormalRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646},"ipv6NormalRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646}},"title":"BGPConfigurationSpec"}}};
const schema20 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-metadata.schema.json","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1},"generateName":{"type":"string"},"namespace":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"resourceVersion":{"type":"string"},"generation":{"type":"integer"},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object"}},"finalizers":{"type":"array","items":{"type":"string"}},"clusterName":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"title":"ObjectMetadata"};
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema20.properties, key0))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/name",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.generateName !== undefined){
if(typeof data.generateName !== "string"){
const err4 = {instancePath:instancePath+"/generateName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.namespace !== undefined){
if(typeof data.namespace !== "string"){
const err5 = {instancePath:instancePath+"/namespace",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.selfLink !== undefined){
if(typeof data.selfLink !== "string"){
const err6 = {instancePath:instancePath+"/selfLink",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.uid !== undefined){
if(typeof data.uid !== "string"){
const err7 = {instancePath:instancePath+"/uid",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.resourceVersion !== undefined){
if(typeof data.resourceVersion !== "string"){
const err8 = {instancePath:instancePath+"/resourceVersion",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.generation !== undefined){
let data6 = data.generation;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err9 = {instancePath:instancePath+"/generation",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.creationTimestamp !== undefined){
if(typeof data.creationTimestamp !== "string"){
const err10 = {instancePath:instancePath+"/creationTimestamp",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.deletionTimestamp !== undefined){
if(typeof data.deletionTimestamp !== "string"){
const err11 = {instancePath:instancePath+"/deletionTimestamp",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.deletionGracePeriodSeconds !== undefined){
let data9 = data.deletionGracePeriodSeconds;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err12 = {instancePath:instancePath+"/deletionGracePeriodSeconds",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.labels !== undefined){
let data10 = data.labels;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(typeof data10[key1] !== "string"){
const err13 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/labels",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.annotations !== undefined){
let data12 = data.annotations;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(typeof data12[key2] !== "string"){
const err15 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/annotations",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
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
const err17 = {instancePath:instancePath+"/ownerReferences/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/ownerReferences",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.finalizers !== undefined){
let data16 = data.finalizers;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(typeof data16[i1] !== "string"){
const err19 = {instancePath:instancePath+"/finalizers/" + i1,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/finalizers",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.clusterName !== undefined){
if(typeof data.clusterName !== "string"){
const err21 = {instancePath:instancePath+"/clusterName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
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
const err22 = {instancePath:instancePath+"/managedFields/" + i2,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/managedFields",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema21 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-as-number.schema.json","title":"ASNumber","anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"string","pattern":"^[0-9]{1,10}([.][0-9]{1,5})?$"}]};
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
const err0 = {instancePath,keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4294967295 || isNaN(data)){
const err1 = {instancePath,keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err3 = {instancePath,keyword:"pattern",params:{pattern: "^[0-9]{1,10}([.][0-9]{1,5})?$"},message:"must match pattern \""+"^[0-9]{1,10}([.][0-9]{1,5})?$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err5 = {instancePath,keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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

const schema22 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-bgp-password.schema.json","type":"object","additionalProperties":false,"properties":{"secretKeyRef":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"key":{"type":"string"},"optional":{"type":"boolean"}},"title":"SecretKey"}},"title":"BGPPassword"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.secretKeyRef !== undefined){
let data0 = data.secretKeyRef;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "name") || (key1 === "key")) || (key1 === "optional"))){
const err1 = {instancePath:instancePath+"/secretKeyRef",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.name !== undefined){
if(typeof data0.name !== "string"){
const err2 = {instancePath:instancePath+"/secretKeyRef/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.key !== undefined){
if(typeof data0.key !== "string"){
const err3 = {instancePath:instancePath+"/secretKeyRef/key",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.optional !== undefined){
if(typeof data0.optional !== "boolean"){
const err4 = {instancePath:instancePath+"/secretKeyRef/optional",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/secretKeyRef",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema23 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-duration.schema.json","title":"Duration","type":"string","pattern":"^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"};
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
const err0 = {instancePath,keyword:"pattern",params:{pattern: "^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"},message:"must match pattern \""+"^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"+"\""};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("BGPConfiguration" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "BGPConfiguration"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema19.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data4 = data3.logSeverityScreen;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data4 === "Trace") || (data4 === "Debug")) || (data4 === "Info")) || (data4 === "Warning")) || (data4 === "Error")) || (data4 === "Fatal"))){
const err8 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"enum",params:{allowedValues: schema19.properties.spec.properties.logSeverityScreen.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.nodeToNodeMeshEnabled !== undefined){
if(typeof data3.nodeToNodeMeshEnabled !== "boolean"){
const err9 = {instancePath:instancePath+"/spec/nodeToNodeMeshEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/serviceLoadBalancerIPs/" + i0,keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data8.cidr !== undefined){
if(typeof data8.cidr !== "string"){
const err11 = {instancePath:instancePath+"/spec/serviceLoadBalancerIPs/" + i0+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/spec/serviceLoadBalancerIPs/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/spec/serviceLoadBalancerIPs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
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
const err14 = {instancePath:instancePath+"/spec/serviceExternalIPs/" + i1,keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data11.cidr !== undefined){
if(typeof data11.cidr !== "string"){
const err15 = {instancePath:instancePath+"/spec/serviceExternalIPs/" + i1+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/spec/serviceExternalIPs/" + i1,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/spec/serviceExternalIPs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
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
const err18 = {instancePath:instancePath+"/spec/serviceClusterIPs/" + i2,keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data14.cidr !== undefined){
if(typeof data14.cidr !== "string"){
const err19 = {instancePath:instancePath+"/spec/serviceClusterIPs/" + i2+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/serviceClusterIPs/" + i2,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/serviceClusterIPs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.serviceLoadBalancerAggregation !== undefined){
let data16 = data3.serviceLoadBalancerAggregation;
if(typeof data16 !== "string"){
const err22 = {instancePath:instancePath+"/spec/serviceLoadBalancerAggregation",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((data16 === "Enabled") || (data16 === "Disabled"))){
const err23 = {instancePath:instancePath+"/spec/serviceLoadBalancerAggregation",keyword:"enum",params:{allowedValues: schema19.properties.spec.properties.serviceLoadBalancerAggregation.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
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
const err24 = {instancePath:instancePath+"/spec/communities/" + i3,keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data18.name !== undefined){
if(typeof data18.name !== "string"){
const err25 = {instancePath:instancePath+"/spec/communities/" + i3+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data18.value !== undefined){
if(typeof data18.value !== "string"){
const err26 = {instancePath:instancePath+"/spec/communities/" + i3+"/value",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/communities/" + i3,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec/communities",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
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
const err29 = {instancePath:instancePath+"/spec/prefixAdvertisements/" + i4,keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data22.cidr !== undefined){
if(typeof data22.cidr !== "string"){
const err30 = {instancePath:instancePath+"/spec/prefixAdvertisements/" + i4+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data22.communities !== undefined){
let data24 = data22.communities;
if(Array.isArray(data24)){
const len5 = data24.length;
for(let i5=0; i5<len5; i5++){
if(typeof data24[i5] !== "string"){
const err31 = {instancePath:instancePath+"/spec/prefixAdvertisements/" + i4+"/communities/" + i5,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/spec/prefixAdvertisements/" + i4+"/communities",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/prefixAdvertisements/" + i4,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/spec/prefixAdvertisements",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data3.listenPort !== undefined){
let data26 = data3.listenPort;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err35 = {instancePath:instancePath+"/spec/listenPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 65535 || isNaN(data26)){
const err36 = {instancePath:instancePath+"/spec/listenPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data26 < 0 || isNaN(data26)){
const err37 = {instancePath:instancePath+"/spec/listenPort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
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
const err38 = {instancePath:instancePath+"/spec/bindMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!((data29 === "None") || (data29 === "NodeIP"))){
const err39 = {instancePath:instancePath+"/spec/bindMode",keyword:"enum",params:{allowedValues: schema19.properties.spec.properties.bindMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data3.ignoredInterfaces !== undefined){
let data30 = data3.ignoredInterfaces;
if(Array.isArray(data30)){
const len6 = data30.length;
for(let i6=0; i6<len6; i6++){
if(typeof data30[i6] !== "string"){
const err40 = {instancePath:instancePath+"/spec/ignoredInterfaces/" + i6,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/spec/ignoredInterfaces",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data3.localWorkloadPeeringIPV4 !== undefined){
if(typeof data3.localWorkloadPeeringIPV4 !== "string"){
const err42 = {instancePath:instancePath+"/spec/localWorkloadPeeringIPV4",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data3.localWorkloadPeeringIPV6 !== undefined){
if(typeof data3.localWorkloadPeeringIPV6 !== "string"){
const err43 = {instancePath:instancePath+"/spec/localWorkloadPeeringIPV6",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data3.programClusterRoutes !== undefined){
let data34 = data3.programClusterRoutes;
if(typeof data34 !== "string"){
const err44 = {instancePath:instancePath+"/spec/programClusterRoutes",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!((data34 === "Enabled") || (data34 === "Disabled"))){
const err45 = {instancePath:instancePath+"/spec/programClusterRoutes",keyword:"enum",params:{allowedValues: schema19.properties.spec.properties.programClusterRoutes.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data3.ipv4NormalRoutePriority !== undefined){
let data35 = data3.ipv4NormalRoutePriority;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err46 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 2147483646 || isNaN(data35)){
const err47 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data35 < 1 || isNaN(data35)){
const err48 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data3.ipv6NormalRoutePriority !== undefined){
let data36 = data3.ipv6NormalRoutePriority;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err49 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 2147483646 || isNaN(data36)){
const err50 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data36 < 1 || isNaN(data36)){
const err51 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
else {
const err52 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const BGPFilter = validate61;
const schema24 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/BGPFilter.schema.json","title":"BGPFilter","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"BGPFilter"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"exportV4":{"type":"array","items":{"$ref":"shared-bgp-filter-rule-v4.schema.json"}},"importV4":{"type":"array","items":{"$ref":"shared-bgp-filter-rule-v4.schema.json"}},"exportV6":{"type":"array","items":{"$ref":"shared-bgp-filter-rule-v6.schema.json"}},"importV6":{"type":"array","items":{"$ref":"shared-bgp-filter-rule-v6.schema.json"}}},"title":"BGPFilterSpec"}}};
const schema25 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-bgp-filter-rule-v4.schema.json","type":"object","additionalProperties":false,"required":["action"],"properties":{"cidr":{"type":"string"},"prefixLength":{"type":"object","additionalProperties":false,"properties":{"min":{"type":"integer","minimum":0,"maximum":32},"max":{"type":"integer","minimum":0,"maximum":32}},"title":"PrefixLengthV4"},"source":{"type":"string","enum":["RemotePeers"]},"interface":{"type":"string"},"matchOperator":{"type":"string","enum":["Equal","NotEqual","In","NotIn"]},"peerType":{"type":"string","enum":["eBGP","iBGP"]},"communities":{"$ref":"shared-bgp-filter-communities.schema.json"},"asPathPrefix":{"type":"array","items":{"$ref":"shared-as-number.schema.json"}},"priority":{"type":"integer","minimum":1,"maximum":2147483646},"action":{"type":"string","enum":["Accept","Reject"]},"operations":{"type":"array","items":{"$ref":"shared-bgp-filter-operation.schema.json"}}},"title":"BGPFilterRuleV4"};
const schema26 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-bgp-filter-communities.schema.json","title":"BGPFilterCommunities","type":"object","additionalProperties":false,"required":["values"],"properties":{"values":{"type":"array","items":{"type":"string"}}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "values")){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.values !== undefined){
let data0 = data.values;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
const err2 = {instancePath:instancePath+"/values/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/values",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-bgp-filter-operation.schema.json","title":"BGPFilterOperation","type":"object","additionalProperties":false,"properties":{"addCommunity":{"title":"AddCommunity","type":"object","additionalProperties":false,"required":["value"],"properties":{"value":{"type":"string"}}},"prependASPath":{"title":"PrependASPath","type":"object","additionalProperties":false,"required":["prefix"],"properties":{"prefix":{"type":"array","items":{"$ref":"shared-as-number.schema.json"}}}},"setPriority":{"title":"SetPriority","type":"object","additionalProperties":false,"required":["value"],"properties":{"value":{"type":"integer","minimum":1,"maximum":2147483646}}}}};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.addCommunity !== undefined){
let data0 = data.addCommunity;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.value === undefined){
const err1 = {instancePath:instancePath+"/addCommunity",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data0){
if(!(key1 === "value")){
const err2 = {instancePath:instancePath+"/addCommunity",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.value !== undefined){
if(typeof data0.value !== "string"){
const err3 = {instancePath:instancePath+"/addCommunity/value",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/addCommunity",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.prependASPath !== undefined){
let data2 = data.prependASPath;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.prefix === undefined){
const err5 = {instancePath:instancePath+"/prependASPath",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key2 in data2){
if(!(key2 === "prefix")){
const err6 = {instancePath:instancePath+"/prependASPath",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
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
const err7 = {instancePath:instancePath+"/prependASPath/prefix",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/prependASPath",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.setPriority !== undefined){
let data5 = data.setPriority;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.value === undefined){
const err9 = {instancePath:instancePath+"/setPriority",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key3 in data5){
if(!(key3 === "value")){
const err10 = {instancePath:instancePath+"/setPriority",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5.value !== undefined){
let data6 = data5.value;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err11 = {instancePath:instancePath+"/setPriority/value",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 2147483646 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/setPriority/value",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/setPriority/value",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/setPriority",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema25.properties, key0))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.cidr !== undefined){
if(typeof data.cidr !== "string"){
const err2 = {instancePath:instancePath+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.prefixLength !== undefined){
let data1 = data.prefixLength;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "min") || (key1 === "max"))){
const err3 = {instancePath:instancePath+"/prefixLength",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.min !== undefined){
let data2 = data1.min;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/prefixLength/min",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 32 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/prefixLength/min",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/prefixLength/min",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data1.max !== undefined){
let data3 = data1.max;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/prefixLength/max",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 32 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/prefixLength/max",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/prefixLength/max",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/prefixLength",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.source !== undefined){
let data4 = data.source;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/source",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(data4 === "RemotePeers")){
const err12 = {instancePath:instancePath+"/source",keyword:"enum",params:{allowedValues: schema25.properties.source.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.interface !== undefined){
if(typeof data.interface !== "string"){
const err13 = {instancePath:instancePath+"/interface",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.matchOperator !== undefined){
let data6 = data.matchOperator;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/matchOperator",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data6 === "Equal") || (data6 === "NotEqual")) || (data6 === "In")) || (data6 === "NotIn"))){
const err15 = {instancePath:instancePath+"/matchOperator",keyword:"enum",params:{allowedValues: schema25.properties.matchOperator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.peerType !== undefined){
let data7 = data.peerType;
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/peerType",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data7 === "eBGP") || (data7 === "iBGP"))){
const err17 = {instancePath:instancePath+"/peerType",keyword:"enum",params:{allowedValues: schema25.properties.peerType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
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
const err18 = {instancePath:instancePath+"/asPathPrefix",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.priority !== undefined){
let data11 = data.priority;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err19 = {instancePath:instancePath+"/priority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483646 || isNaN(data11)){
const err20 = {instancePath:instancePath+"/priority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err21 = {instancePath:instancePath+"/priority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.action !== undefined){
let data12 = data.action;
if(typeof data12 !== "string"){
const err22 = {instancePath:instancePath+"/action",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((data12 === "Accept") || (data12 === "Reject"))){
const err23 = {instancePath:instancePath+"/action",keyword:"enum",params:{allowedValues: schema25.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
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
const err24 = {instancePath:instancePath+"/operations",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema28 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-bgp-filter-rule-v6.schema.json","type":"object","additionalProperties":false,"required":["action"],"properties":{"cidr":{"type":"string"},"prefixLength":{"type":"object","additionalProperties":false,"properties":{"min":{"type":"integer","minimum":0,"maximum":128},"max":{"type":"integer","minimum":0,"maximum":128}},"title":"PrefixLengthV6"},"source":{"type":"string","enum":["RemotePeers"]},"interface":{"type":"string"},"matchOperator":{"type":"string","enum":["Equal","NotEqual","In","NotIn"]},"peerType":{"type":"string","enum":["eBGP","iBGP"]},"communities":{"$ref":"shared-bgp-filter-communities.schema.json"},"asPathPrefix":{"type":"array","items":{"$ref":"shared-as-number.schema.json"}},"priority":{"type":"integer","minimum":1,"maximum":2147483646},"action":{"type":"string","enum":["Accept","Reject"]},"operations":{"type":"array","items":{"$ref":"shared-bgp-filter-operation.schema.json"}}},"title":"BGPFilterRuleV6"};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema28.properties, key0))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.cidr !== undefined){
if(typeof data.cidr !== "string"){
const err2 = {instancePath:instancePath+"/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.prefixLength !== undefined){
let data1 = data.prefixLength;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "min") || (key1 === "max"))){
const err3 = {instancePath:instancePath+"/prefixLength",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.min !== undefined){
let data2 = data1.min;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/prefixLength/min",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 128 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/prefixLength/min",keyword:"maximum",params:{comparison: "<=", limit: 128},message:"must be <= 128"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/prefixLength/min",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data1.max !== undefined){
let data3 = data1.max;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/prefixLength/max",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 128 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/prefixLength/max",keyword:"maximum",params:{comparison: "<=", limit: 128},message:"must be <= 128"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/prefixLength/max",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/prefixLength",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.source !== undefined){
let data4 = data.source;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/source",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(data4 === "RemotePeers")){
const err12 = {instancePath:instancePath+"/source",keyword:"enum",params:{allowedValues: schema28.properties.source.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.interface !== undefined){
if(typeof data.interface !== "string"){
const err13 = {instancePath:instancePath+"/interface",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.matchOperator !== undefined){
let data6 = data.matchOperator;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/matchOperator",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data6 === "Equal") || (data6 === "NotEqual")) || (data6 === "In")) || (data6 === "NotIn"))){
const err15 = {instancePath:instancePath+"/matchOperator",keyword:"enum",params:{allowedValues: schema28.properties.matchOperator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.peerType !== undefined){
let data7 = data.peerType;
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/peerType",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data7 === "eBGP") || (data7 === "iBGP"))){
const err17 = {instancePath:instancePath+"/peerType",keyword:"enum",params:{allowedValues: schema28.properties.peerType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
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
const err18 = {instancePath:instancePath+"/asPathPrefix",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.priority !== undefined){
let data11 = data.priority;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err19 = {instancePath:instancePath+"/priority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483646 || isNaN(data11)){
const err20 = {instancePath:instancePath+"/priority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err21 = {instancePath:instancePath+"/priority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.action !== undefined){
let data12 = data.action;
if(typeof data12 !== "string"){
const err22 = {instancePath:instancePath+"/action",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((data12 === "Accept") || (data12 === "Reject"))){
const err23 = {instancePath:instancePath+"/action",keyword:"enum",params:{allowedValues: schema28.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
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
const err24 = {instancePath:instancePath+"/operations",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("BGPFilter" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "BGPFilter"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
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
const err7 = {instancePath:instancePath+"/spec/exportV4",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
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
const err8 = {instancePath:instancePath+"/spec/importV4",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/exportV6",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/importV6",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const BGPPeer = validate78;
const schema29 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/BGPPeer.schema.json","title":"BGPPeer","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"BGPPeer"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"node":{"type":"string"},"peerIP":{"type":"string"},"asNumber":{"$ref":"shared-as-number.schema.json"},"nodeSelector":{"type":"string"},"peerSelector":{"type":"string"},"keepOriginalNextHop":{"type":"boolean"},"password":{"$ref":"shared-bgp-password.schema.json"},"sourceAddress":{"type":"string","enum":["UseNodeIP","None"]},"maxRestartTime":{"$ref":"shared-duration.schema.json"},"keepaliveTime":{"$ref":"shared-duration.schema.json"},"numAllowedLocalASNumbers":{"type":"integer"},"ttlSecurity":{"type":"integer","minimum":0,"maximum":255},"reachableBy":{"type":"string"},"filters":{"type":"array","items":{"type":"string"}},"localWorkloadSelector":{"type":"string"},"localASNumber":{"$ref":"shared-as-number.schema.json"},"nextHopMode":{"type":"string","enum":["Auto","Self","Keep"]},"reversePeering":{"type":"string","enum":["Auto","Manual"]}},"title":"BGPPeerSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("BGPPeer" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "BGPPeer"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema29.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.node !== undefined){
if(typeof data3.node !== "string"){
const err7 = {instancePath:instancePath+"/spec/node",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.peerIP !== undefined){
if(typeof data3.peerIP !== "string"){
const err8 = {instancePath:instancePath+"/spec/peerIP",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/nodeSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.peerSelector !== undefined){
if(typeof data3.peerSelector !== "string"){
const err10 = {instancePath:instancePath+"/spec/peerSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.keepOriginalNextHop !== undefined){
if(typeof data3.keepOriginalNextHop !== "boolean"){
const err11 = {instancePath:instancePath+"/spec/keepOriginalNextHop",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/spec/sourceAddress",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data11 === "UseNodeIP") || (data11 === "None"))){
const err13 = {instancePath:instancePath+"/spec/sourceAddress",keyword:"enum",params:{allowedValues: schema29.properties.spec.properties.sourceAddress.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
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
const err14 = {instancePath:instancePath+"/spec/numAllowedLocalASNumbers",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.ttlSecurity !== undefined){
let data15 = data3.ttlSecurity;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err15 = {instancePath:instancePath+"/spec/ttlSecurity",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 255 || isNaN(data15)){
const err16 = {instancePath:instancePath+"/spec/ttlSecurity",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err17 = {instancePath:instancePath+"/spec/ttlSecurity",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data3.reachableBy !== undefined){
if(typeof data3.reachableBy !== "string"){
const err18 = {instancePath:instancePath+"/spec/reachableBy",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.filters !== undefined){
let data17 = data3.filters;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
if(typeof data17[i0] !== "string"){
const err19 = {instancePath:instancePath+"/spec/filters/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/filters",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.localWorkloadSelector !== undefined){
if(typeof data3.localWorkloadSelector !== "string"){
const err21 = {instancePath:instancePath+"/spec/localWorkloadSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
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
const err22 = {instancePath:instancePath+"/spec/nextHopMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(((data21 === "Auto") || (data21 === "Self")) || (data21 === "Keep"))){
const err23 = {instancePath:instancePath+"/spec/nextHopMode",keyword:"enum",params:{allowedValues: schema29.properties.spec.properties.nextHopMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.reversePeering !== undefined){
let data22 = data3.reversePeering;
if(typeof data22 !== "string"){
const err24 = {instancePath:instancePath+"/spec/reversePeering",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data22 === "Auto") || (data22 === "Manual"))){
const err25 = {instancePath:instancePath+"/spec/reversePeering",keyword:"enum",params:{allowedValues: schema29.properties.spec.properties.reversePeering.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}
validate78.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ClusterInformation = validate85;
const schema30 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/ClusterInformation.schema.json","title":"ClusterInformation","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"ClusterInformation"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"clusterGUID":{"type":"string"},"clusterType":{"type":"string"},"calicoVersion":{"type":"string"},"datastoreReady":{"type":"boolean"},"variant":{"type":"string"}},"title":"ClusterInformationSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("ClusterInformation" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "ClusterInformation"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.clusterGUID !== undefined){
if(typeof data3.clusterGUID !== "string"){
const err7 = {instancePath:instancePath+"/spec/clusterGUID",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.clusterType !== undefined){
if(typeof data3.clusterType !== "string"){
const err8 = {instancePath:instancePath+"/spec/clusterType",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.calicoVersion !== undefined){
if(typeof data3.calicoVersion !== "string"){
const err9 = {instancePath:instancePath+"/spec/calicoVersion",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.datastoreReady !== undefined){
if(typeof data3.datastoreReady !== "boolean"){
const err10 = {instancePath:instancePath+"/spec/datastoreReady",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.variant !== undefined){
if(typeof data3.variant !== "string"){
const err11 = {instancePath:instancePath+"/spec/variant",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}
validate85.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const FelixConfiguration = validate87;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/FelixConfiguration.schema.json","title":"FelixConfiguration","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"FelixConfiguration"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"useInternalDataplaneDriver":{"type":"boolean"},"dataplaneDriver":{"type":"string"},"dataplaneWatchdogTimeout":{"$ref":"shared-duration.schema.json"},"ipv6Support":{"type":"boolean"},"routeRefreshInterval":{"$ref":"shared-duration.schema.json"},"interfaceRefreshInterval":{"$ref":"shared-duration.schema.json"},"iptablesRefreshInterval":{"$ref":"shared-duration.schema.json"},"iptablesPostWriteCheckInterval":{"$ref":"shared-duration.schema.json"},"iptablesLockFilePath":{"type":"string"},"iptablesLockTimeout":{"$ref":"shared-duration.schema.json"},"iptablesLockProbeInterval":{"$ref":"shared-duration.schema.json"},"featureDetectOverride":{"type":"string"},"featureGates":{"type":"string"},"ipsetsRefreshInterval":{"$ref":"shared-duration.schema.json"},"maxIpsetSize":{"type":"integer"},"iptablesBackend":{"type":"string","enum":["Legacy","NFT","Auto",""]},"XDPRefreshInterval":{"$ref":"shared-duration.schema.json"},"netlinkTimeout":{"$ref":"shared-duration.schema.json"},"metadataAddr":{"type":"string"},"metadataPort":{"type":"integer"},"openstackRegion":{"type":"string"},"interfacePrefix":{"type":"string"},"interfaceExclude":{"type":"string"},"chainInsertMode":{"type":"string"},"defaultEndpointToHostAction":{"type":"string","enum":["Drop","Accept","Return"]},"iptablesFilterAllowAction":{"type":"string","enum":["Accept","Return"]},"iptablesMangleAllowAction":{"type":"string","enum":["Accept","Return"]},"iptablesFilterDenyAction":{"type":"string","enum":["Drop","Reject"]},"logPrefix":{"type":"string"},"logActionRateLimit":{"type":"string"},"logActionRateLimitBurst":{"type":"integer","minimum":0,"maximum":9999},"logFilePath":{"type":"string"},"logSeverityFile":{"type":"string","enum":["Trace","Debug","Info","Warning","Error","Fatal"]},"logSeverityScreen":{"type":"string","enum":["Trace","Debug","Info","Warning","Error","Fatal"]},"logSeveritySys":{"type":"string","enum":["Trace","Debug","Info","Warning","Error","Fatal"]},"logDebugFilenameRegex":{"type":"string"},"ipipEnabled":{"type":"boolean"},"ipipMTU":{"type":"integer"},"vxlanEnabled":{"type":"boolean"},"vxlanMTU":{"type":"integer"},"vxlanMTUV6":{"type":"integer"},"vxlanPort":{"type":"integer"},"vxlanVNI":{"type":"integer"},"allowVXLANPacketsFromWorkloads":{"type":"boolean"},"allowIPIPPacketsFromWorkloads":{"type":"boolean"},"reportingInterval":{"$ref":"shared-duration.schema.json"},"reportingTTL":{"$ref":"shared-duration.schema.json"},"endpointReportingEnabled":{"type":"boolean"},"endpointReportingDelay":{"$ref":"shared-duration.schema.json"},"endpointStatusPathPrefix":{"type":"string"},"iptablesMarkMask":{"type":"integer","minimum":0,"maximum":4294967295},"disableConntrackInvalidCheck":{"type":"boolean"},"healthEnabled":{"type":"boolean"},"healthHost":{"type":"string"},"healthPort":{"type":"integer"},"healthTimeoutOverrides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string"},"timeout":{"$ref":"shared-duration.schema.json"}},"title":"HealthTimeoutOverride"}},"prometheusMetricsEnabled":{"type":"boolean"},"prometheusMetricsHost":{"type":"string"},"prometheusMetricsPort":{"type":"integer"},"prometheusMetricsCAFile":{"type":"string"},"prometheusMetricsCertFile":{"type":"string"},"prometheusMetricsKeyFile":{"type":"string"},"prometheusMetricsClientAuth":{"type":"string"},"prometheusGoMetricsEnabled":{"type":"boolean"},"prometheusProcessMetricsEnabled":{"type":"boolean"},"prometheusWireGuardMetricsEnabled":{"type":"boolean"},"failsafeInboundHostPorts":{"type":"array","items":{"$ref":"shared-proto-port.schema.json"}},"failsafeOutboundHostPorts":{"type":"array","items":{"$ref":"shared-proto-port.schema.json"}},"kubeNodePortRanges":{"type":"array","items":{"$ref":"shared-port.schema.json"}},"policySyncPathPrefix":{"type":"string"},"usageReportingEnabled":{"type":"boolean"},"usageReportingInitialDelay":{"$ref":"shared-duration.schema.json"},"usageReportingInterval":{"$ref":"shared-duration.schema.json"},"natPortRange":{"$ref":"shared-port.schema.json"},"natOutgoingAddress":{"type":"string"},"natOutgoingExclusions":{"type":"string","enum":["IPPoolsOnly","IPPoolsAndHostIPs"]},"deviceRouteSourceAddress":{"type":"string"},"deviceRouteSourceAddressIPv6":{"type":"string"},"deviceRouteProtocol":{"type":"integer"},"removeExternalRoutes":{"type":"boolean"},"programClusterRoutes":{"type":"string","enum":["Enabled","Disabled"]},"ipForwarding":{"type":"string","enum":["Enabled","Disabled"]},"externalNodesList":{"type":"array","items":{"type":"string"}},"debugMemoryProfilePath":{"type":"string"},"debugDisableLogDropping":{"type":"boolean"},"debugSimulateCalcGraphHangAfter":{"$ref":"shared-duration.schema.json"},"debugSimulateDataplaneHangAfter":{"$ref":"shared-duration.schema.json"},"debugSimulateDataplaneApplyDelay":{"$ref":"shared-duration.schema.json"},"debugHost":{"type":"string"},"debugPort":{"type":"integer","minimum":0,"maximum":65535},"iptablesNATOutgoingInterfaceFilter":{"type":"string"},"sidecarAccelerationEnabled":{"type":"boolean"},"xdpEnabled":{"type":"boolean"},"genericXDPEnabled":{"type":"boolean"},"nftablesMode":{"type":"string","enum":["Auto","Enabled","Disabled"]},"nftablesRefreshInterval":{"$ref":"shared-duration.schema.json"},"nftablesFilterAllowAction":{"type":"string","enum":["Accept","Return"]},"nftablesMangleAllowAction":{"type":"string","enum":["Accept","Return"]},"nftablesFilterDenyAction":{"type":"string","enum":["Drop","Reject"]},"nftablesMarkMask":{"type":"integer","minimum":0,"maximum":4294967295},"bpfEnabled":{"type":"boolean"},"bpfDisableUnprivileged":{"type":"boolean"},"bpfLogLevel":{"type":"string","enum":["Off","Info","Debug"]},"bpfConntrackLogLevel":{"type":"string","enum":["Off","Debug"]},"bpfConntrackMode":{"type":"string","enum":["Auto","Userspace","BPFProgram"]},"bpfConntrackTimeouts":{"type":"object","additionalProperties":false,"properties":{"creationGracePeriod":{"type":"string"},"tcpSynSent":{"type":"string"},"tcpEstablished":{"type":"string"},"tcpFinsSeen":{"type":"string"},"tcpResetSeen":{"type":"string"},"udpTimeout":{"type":"string"},"genericTimeout":{"type":"string"},"icmpTimeout":{"type":"string"}},"title":"ConntrackTimeouts"},"bpfLogFilters":{"type":"object","additionalProperties":{"type":"string"}},"bpfCTLBLogFilter":{"type":"string"},"bpfDataIfacePattern":{"type":"string"},"bpfL3IfacePattern":{"type":"string"},"bpfConnectTimeLoadBalancingEnabled":{"type":"boolean"},"bpfConnectTimeLoadBalancing":{"type":"string","enum":["TCP","Enabled","Disabled"]},"bpfHostNetworkedNATWithoutCTLB":{"type":"string","enum":["Enabled","Disabled"]},"bpfExternalServiceMode":{"type":"string","enum":["Tunnel","DSR"]},"bpfDSROptoutCIDRs":{"type":"array","items":{"type":"string"}},"bpfExtToServiceConnmark":{"type":"integer","minimum":0,"maximum":4294967295},"bpfKubeProxyIptablesCleanupEnabled":{"type":"boolean"},"bpfKubeProxyMinSyncPeriod":{"$ref":"shared-duration.schema.json"},"bpfKubeProxyHealthzPort":{"type":"integer","minimum":0,"maximum":65535},"bpfKubeProxyEndpointSlicesEnabled":{"type":"boolean"},"bpfPSNATPorts":{"$ref":"shared-port.schema.json"},"bpfMapSizeNATFrontend":{"type":"integer"},"bpfMapSizeNATBackend":{"type":"integer"},"bpfMapSizeNATAffinity":{"type":"integer"},"bpfMapSizeRoute":{"type":"integer"},"bpfMapSizeConntrack":{"type":"integer"},"bpfMapSizePerCpuConntrack":{"type":"integer"},"bpfMapSizeConntrackScaling":{"type":"string"},"bpfMapSizeConntrackCleanupQueue":{"type":"integer","minimum":1},"bpfMapSizeIPSets":{"type":"integer"},"bpfMapSizeIfState":{"type":"integer"},"bpfHostConntrackBypass":{"type":"boolean"},"bpfEnforceRPF":{"type":"string"},"bpfPolicyDebugEnabled":{"type":"boolean"},"bpfForceTrackPacketsFromIfaces":{"type":"array","items":{"type":"string"}},"bpfDisableGROForIfaces":{"type":"string"},"bpfExcludeCIDRsFromNAT":{"type":"array","items":{"type":"string"}},"bpfExportBufferSizeMB":{"type":"integer"},"flowLogsPolicyEvaluationMode":{"type":"string","enum":["None","Continuous"]},"bpfRedirectToPeer":{"type":"string","enum":["Enabled","Disabled","L2Only"]},"flowLogsFlushInterval":{"$ref":"shared-duration.schema.json"},"flowLogsCollectorDebugTrace":{"type":"boolean"},"flowLogsGoldmaneServer":{"type":"string"},"flowLogsLocalReporter":{"type":"string","enum":["Disabled","Enabled"]},"bpfAttachType":{"type":"string","enum":["TCX","TC"]},"bpfJITHardening":{"type":"string","enum":["Auto","Strict"]},"cgroupV2Path":{"type":"string"},"bpfProfiling":{"type":"string","enum":["Enabled","Disabled"]},"bpfMaglevMaxServices":{"type":"integer","minimum":1,"maximum":3000},"bpfMaglevMaxEndpointsPerService":{"type":"integer","minimum":1,"maximum":3000},"routeSource":{"type":"string"},"routeTableRanges":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["min","max"],"properties":{"min":{"type":"integer"},"max":{"type":"integer"}},"title":"RouteTableRange"}},"routeTableRange":{"type":"object","additionalProperties":false,"required":["min","max"],"properties":{"min":{"type":"integer"},"max":{"type":"integer"}},"title":"OldRouteTableRange"},"routeSyncDisabled":{"type":"boolean"},"wireguardEnabled":{"type":"boolean"},"wireguardEnabledV6":{"type":"boolean"},"wireguardThreadingEnabled":{"type":"boolean"},"wireguardListeningPort":{"type":"integer","minimum":1,"maximum":65535},"wireguardListeningPortV6":{"type":"integer","minimum":1,"maximum":65535},"wireguardRoutingRulePriority":{"type":"integer","minimum":1,"maximum":32765},"wireguardInterfaceName":{"type":"string"},"wireguardInterfaceNameV6":{"type":"string"},"wireguardMTU":{"type":"integer"},"wireguardMTUV6":{"type":"integer"},"wireguardHostEncryptionEnabled":{"type":"boolean"},"wireguardKeepAlive":{"$ref":"shared-duration.schema.json"},"awsSrcDstCheck":{"type":"string","enum":["DoNothing","Enable","Disable"]},"serviceLoopPrevention":{"type":"string","enum":["Drop","Reject","Disabled"]},"workloadSourceSpoofing":{"type":"string","enum":["Disabled","Any"]},"mtuIfacePattern":{"type":"string"},"floatingIPs":{"type":"string","enum":["Enabled","Disabled"]},"windowsManageFirewallRules":{"type":"string","enum":["Enabled","Disabled"]},"goGCThreshold":{"type":"integer","minimum":-1},"goMemoryLimitMB":{"type":"integer","minimum":-1},"goMaxProcs":{"type":"integer","minimum":-1},"requireMTUFile":{"type":"boolean"},"ipv4NormalRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646},"ipv4ElevatedRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646},"ipv6NormalRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646},"ipv6ElevatedRoutePriority":{"type":"integer","minimum":1,"maximum":2147483646},"liveMigrationRouteConvergenceTime":{"$ref":"shared-duration.schema.json"},"istioAmbientMode":{"type":"string","enum":["Enabled","Disabled"]},"istioDSCPMark":{"$ref":"shared-dscp.schema.json"}},"title":"FelixConfigurationSpec"}}};
const schema32 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-proto-port.schema.json","type":"object","additionalProperties":false,"properties":{"protocol":{"type":"string"},"port":{"type":"integer","minimum":0,"maximum":65535},"net":{"type":"string"}},"title":"ProtoPort"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.protocol !== undefined){
if(typeof data.protocol !== "string"){
const err1 = {instancePath:instancePath+"/protocol",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.port !== undefined){
let data1 = data.port;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/port",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65535 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/port",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/port",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.net !== undefined){
if(typeof data.net !== "string"){
const err5 = {instancePath:instancePath+"/net",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate103.errors = vErrors;
return errors === 0;
}
validate103.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema33 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-port.schema.json","title":"Port","anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-zA-Z0-9_.:-]{1,128}$"}]};
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
const err0 = {instancePath,keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 65535 || isNaN(data)){
const err1 = {instancePath,keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data === "string"){
if(!pattern5.test(data)){
const err3 = {instancePath,keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_.:-]{1,128}$"},message:"must match pattern \""+"^[a-zA-Z0-9_.:-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err5 = {instancePath,keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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

const schema34 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-dscp.schema.json","title":"DSCP","anyOf":[{"type":"integer"},{"type":"string"}]};

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
const err0 = {instancePath,keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(typeof data !== "string"){
const err1 = {instancePath,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err2 = {instancePath,keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("FelixConfiguration" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "FelixConfiguration"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema31.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.useInternalDataplaneDriver !== undefined){
if(typeof data3.useInternalDataplaneDriver !== "boolean"){
const err7 = {instancePath:instancePath+"/spec/useInternalDataplaneDriver",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.dataplaneDriver !== undefined){
if(typeof data3.dataplaneDriver !== "string"){
const err8 = {instancePath:instancePath+"/spec/dataplaneDriver",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/ipv6Support",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/iptablesLockFilePath",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err11 = {instancePath:instancePath+"/spec/featureDetectOverride",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.featureGates !== undefined){
if(typeof data3.featureGates !== "string"){
const err12 = {instancePath:instancePath+"/spec/featureGates",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
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
const err13 = {instancePath:instancePath+"/spec/maxIpsetSize",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.iptablesBackend !== undefined){
let data19 = data3.iptablesBackend;
if(typeof data19 !== "string"){
const err14 = {instancePath:instancePath+"/spec/iptablesBackend",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data19 === "Legacy") || (data19 === "NFT")) || (data19 === "Auto")) || (data19 === ""))){
const err15 = {instancePath:instancePath+"/spec/iptablesBackend",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.iptablesBackend.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err16 = {instancePath:instancePath+"/spec/metadataAddr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.metadataPort !== undefined){
let data23 = data3.metadataPort;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err17 = {instancePath:instancePath+"/spec/metadataPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.openstackRegion !== undefined){
if(typeof data3.openstackRegion !== "string"){
const err18 = {instancePath:instancePath+"/spec/openstackRegion",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.interfacePrefix !== undefined){
if(typeof data3.interfacePrefix !== "string"){
const err19 = {instancePath:instancePath+"/spec/interfacePrefix",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data3.interfaceExclude !== undefined){
if(typeof data3.interfaceExclude !== "string"){
const err20 = {instancePath:instancePath+"/spec/interfaceExclude",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.chainInsertMode !== undefined){
if(typeof data3.chainInsertMode !== "string"){
const err21 = {instancePath:instancePath+"/spec/chainInsertMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.defaultEndpointToHostAction !== undefined){
let data28 = data3.defaultEndpointToHostAction;
if(typeof data28 !== "string"){
const err22 = {instancePath:instancePath+"/spec/defaultEndpointToHostAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(((data28 === "Drop") || (data28 === "Accept")) || (data28 === "Return"))){
const err23 = {instancePath:instancePath+"/spec/defaultEndpointToHostAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.defaultEndpointToHostAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.iptablesFilterAllowAction !== undefined){
let data29 = data3.iptablesFilterAllowAction;
if(typeof data29 !== "string"){
const err24 = {instancePath:instancePath+"/spec/iptablesFilterAllowAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data29 === "Accept") || (data29 === "Return"))){
const err25 = {instancePath:instancePath+"/spec/iptablesFilterAllowAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.iptablesFilterAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data3.iptablesMangleAllowAction !== undefined){
let data30 = data3.iptablesMangleAllowAction;
if(typeof data30 !== "string"){
const err26 = {instancePath:instancePath+"/spec/iptablesMangleAllowAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((data30 === "Accept") || (data30 === "Return"))){
const err27 = {instancePath:instancePath+"/spec/iptablesMangleAllowAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.iptablesMangleAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.iptablesFilterDenyAction !== undefined){
let data31 = data3.iptablesFilterDenyAction;
if(typeof data31 !== "string"){
const err28 = {instancePath:instancePath+"/spec/iptablesFilterDenyAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!((data31 === "Drop") || (data31 === "Reject"))){
const err29 = {instancePath:instancePath+"/spec/iptablesFilterDenyAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.iptablesFilterDenyAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data3.logPrefix !== undefined){
if(typeof data3.logPrefix !== "string"){
const err30 = {instancePath:instancePath+"/spec/logPrefix",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data3.logActionRateLimit !== undefined){
if(typeof data3.logActionRateLimit !== "string"){
const err31 = {instancePath:instancePath+"/spec/logActionRateLimit",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data3.logActionRateLimitBurst !== undefined){
let data34 = data3.logActionRateLimitBurst;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err32 = {instancePath:instancePath+"/spec/logActionRateLimitBurst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 9999 || isNaN(data34)){
const err33 = {instancePath:instancePath+"/spec/logActionRateLimitBurst",keyword:"maximum",params:{comparison: "<=", limit: 9999},message:"must be <= 9999"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err34 = {instancePath:instancePath+"/spec/logActionRateLimitBurst",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data3.logFilePath !== undefined){
if(typeof data3.logFilePath !== "string"){
const err35 = {instancePath:instancePath+"/spec/logFilePath",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data3.logSeverityFile !== undefined){
let data36 = data3.logSeverityFile;
if(typeof data36 !== "string"){
const err36 = {instancePath:instancePath+"/spec/logSeverityFile",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!((((((data36 === "Trace") || (data36 === "Debug")) || (data36 === "Info")) || (data36 === "Warning")) || (data36 === "Error")) || (data36 === "Fatal"))){
const err37 = {instancePath:instancePath+"/spec/logSeverityFile",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.logSeverityFile.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data37 = data3.logSeverityScreen;
if(typeof data37 !== "string"){
const err38 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!((((((data37 === "Trace") || (data37 === "Debug")) || (data37 === "Info")) || (data37 === "Warning")) || (data37 === "Error")) || (data37 === "Fatal"))){
const err39 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.logSeverityScreen.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data3.logSeveritySys !== undefined){
let data38 = data3.logSeveritySys;
if(typeof data38 !== "string"){
const err40 = {instancePath:instancePath+"/spec/logSeveritySys",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!((((((data38 === "Trace") || (data38 === "Debug")) || (data38 === "Info")) || (data38 === "Warning")) || (data38 === "Error")) || (data38 === "Fatal"))){
const err41 = {instancePath:instancePath+"/spec/logSeveritySys",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.logSeveritySys.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data3.logDebugFilenameRegex !== undefined){
if(typeof data3.logDebugFilenameRegex !== "string"){
const err42 = {instancePath:instancePath+"/spec/logDebugFilenameRegex",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data3.ipipEnabled !== undefined){
if(typeof data3.ipipEnabled !== "boolean"){
const err43 = {instancePath:instancePath+"/spec/ipipEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data3.ipipMTU !== undefined){
let data41 = data3.ipipMTU;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err44 = {instancePath:instancePath+"/spec/ipipMTU",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data3.vxlanEnabled !== undefined){
if(typeof data3.vxlanEnabled !== "boolean"){
const err45 = {instancePath:instancePath+"/spec/vxlanEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data3.vxlanMTU !== undefined){
let data43 = data3.vxlanMTU;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err46 = {instancePath:instancePath+"/spec/vxlanMTU",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data3.vxlanMTUV6 !== undefined){
let data44 = data3.vxlanMTUV6;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err47 = {instancePath:instancePath+"/spec/vxlanMTUV6",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data3.vxlanPort !== undefined){
let data45 = data3.vxlanPort;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err48 = {instancePath:instancePath+"/spec/vxlanPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data3.vxlanVNI !== undefined){
let data46 = data3.vxlanVNI;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err49 = {instancePath:instancePath+"/spec/vxlanVNI",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data3.allowVXLANPacketsFromWorkloads !== undefined){
if(typeof data3.allowVXLANPacketsFromWorkloads !== "boolean"){
const err50 = {instancePath:instancePath+"/spec/allowVXLANPacketsFromWorkloads",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data3.allowIPIPPacketsFromWorkloads !== undefined){
if(typeof data3.allowIPIPPacketsFromWorkloads !== "boolean"){
const err51 = {instancePath:instancePath+"/spec/allowIPIPPacketsFromWorkloads",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
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
const err52 = {instancePath:instancePath+"/spec/endpointReportingEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
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
const err53 = {instancePath:instancePath+"/spec/endpointStatusPathPrefix",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data3.iptablesMarkMask !== undefined){
let data54 = data3.iptablesMarkMask;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err54 = {instancePath:instancePath+"/spec/iptablesMarkMask",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 4294967295 || isNaN(data54)){
const err55 = {instancePath:instancePath+"/spec/iptablesMarkMask",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data54 < 0 || isNaN(data54)){
const err56 = {instancePath:instancePath+"/spec/iptablesMarkMask",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data3.disableConntrackInvalidCheck !== undefined){
if(typeof data3.disableConntrackInvalidCheck !== "boolean"){
const err57 = {instancePath:instancePath+"/spec/disableConntrackInvalidCheck",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data3.healthEnabled !== undefined){
if(typeof data3.healthEnabled !== "boolean"){
const err58 = {instancePath:instancePath+"/spec/healthEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data3.healthHost !== undefined){
if(typeof data3.healthHost !== "string"){
const err59 = {instancePath:instancePath+"/spec/healthHost",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data3.healthPort !== undefined){
let data58 = data3.healthPort;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err60 = {instancePath:instancePath+"/spec/healthPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
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
const err61 = {instancePath:instancePath+"/spec/healthTimeoutOverrides/" + i0,keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key2 in data60){
if(!((key2 === "name") || (key2 === "timeout"))){
const err62 = {instancePath:instancePath+"/spec/healthTimeoutOverrides/" + i0,keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data60.name !== undefined){
if(typeof data60.name !== "string"){
const err63 = {instancePath:instancePath+"/spec/healthTimeoutOverrides/" + i0+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
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
const err64 = {instancePath:instancePath+"/spec/healthTimeoutOverrides/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/spec/healthTimeoutOverrides",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data3.prometheusMetricsEnabled !== undefined){
if(typeof data3.prometheusMetricsEnabled !== "boolean"){
const err66 = {instancePath:instancePath+"/spec/prometheusMetricsEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data3.prometheusMetricsHost !== undefined){
if(typeof data3.prometheusMetricsHost !== "string"){
const err67 = {instancePath:instancePath+"/spec/prometheusMetricsHost",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data3.prometheusMetricsPort !== undefined){
let data65 = data3.prometheusMetricsPort;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
const err68 = {instancePath:instancePath+"/spec/prometheusMetricsPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data3.prometheusMetricsCAFile !== undefined){
if(typeof data3.prometheusMetricsCAFile !== "string"){
const err69 = {instancePath:instancePath+"/spec/prometheusMetricsCAFile",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data3.prometheusMetricsCertFile !== undefined){
if(typeof data3.prometheusMetricsCertFile !== "string"){
const err70 = {instancePath:instancePath+"/spec/prometheusMetricsCertFile",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data3.prometheusMetricsKeyFile !== undefined){
if(typeof data3.prometheusMetricsKeyFile !== "string"){
const err71 = {instancePath:instancePath+"/spec/prometheusMetricsKeyFile",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data3.prometheusMetricsClientAuth !== undefined){
if(typeof data3.prometheusMetricsClientAuth !== "string"){
const err72 = {instancePath:instancePath+"/spec/prometheusMetricsClientAuth",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data3.prometheusGoMetricsEnabled !== undefined){
if(typeof data3.prometheusGoMetricsEnabled !== "boolean"){
const err73 = {instancePath:instancePath+"/spec/prometheusGoMetricsEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data3.prometheusProcessMetricsEnabled !== undefined){
if(typeof data3.prometheusProcessMetricsEnabled !== "boolean"){
const err74 = {instancePath:instancePath+"/spec/prometheusProcessMetricsEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data3.prometheusWireGuardMetricsEnabled !== undefined){
if(typeof data3.prometheusWireGuardMetricsEnabled !== "boolean"){
const err75 = {instancePath:instancePath+"/spec/prometheusWireGuardMetricsEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
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
const err76 = {instancePath:instancePath+"/spec/failsafeInboundHostPorts",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
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
const err77 = {instancePath:instancePath+"/spec/failsafeOutboundHostPorts",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
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
const err78 = {instancePath:instancePath+"/spec/kubeNodePortRanges",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data3.policySyncPathPrefix !== undefined){
if(typeof data3.policySyncPathPrefix !== "string"){
const err79 = {instancePath:instancePath+"/spec/policySyncPathPrefix",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data3.usageReportingEnabled !== undefined){
if(typeof data3.usageReportingEnabled !== "boolean"){
const err80 = {instancePath:instancePath+"/spec/usageReportingEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
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
const err81 = {instancePath:instancePath+"/spec/natOutgoingAddress",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data3.natOutgoingExclusions !== undefined){
let data85 = data3.natOutgoingExclusions;
if(typeof data85 !== "string"){
const err82 = {instancePath:instancePath+"/spec/natOutgoingExclusions",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!((data85 === "IPPoolsOnly") || (data85 === "IPPoolsAndHostIPs"))){
const err83 = {instancePath:instancePath+"/spec/natOutgoingExclusions",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.natOutgoingExclusions.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data3.deviceRouteSourceAddress !== undefined){
if(typeof data3.deviceRouteSourceAddress !== "string"){
const err84 = {instancePath:instancePath+"/spec/deviceRouteSourceAddress",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data3.deviceRouteSourceAddressIPv6 !== undefined){
if(typeof data3.deviceRouteSourceAddressIPv6 !== "string"){
const err85 = {instancePath:instancePath+"/spec/deviceRouteSourceAddressIPv6",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data3.deviceRouteProtocol !== undefined){
let data88 = data3.deviceRouteProtocol;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err86 = {instancePath:instancePath+"/spec/deviceRouteProtocol",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data3.removeExternalRoutes !== undefined){
if(typeof data3.removeExternalRoutes !== "boolean"){
const err87 = {instancePath:instancePath+"/spec/removeExternalRoutes",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data3.programClusterRoutes !== undefined){
let data90 = data3.programClusterRoutes;
if(typeof data90 !== "string"){
const err88 = {instancePath:instancePath+"/spec/programClusterRoutes",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!((data90 === "Enabled") || (data90 === "Disabled"))){
const err89 = {instancePath:instancePath+"/spec/programClusterRoutes",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.programClusterRoutes.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data3.ipForwarding !== undefined){
let data91 = data3.ipForwarding;
if(typeof data91 !== "string"){
const err90 = {instancePath:instancePath+"/spec/ipForwarding",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!((data91 === "Enabled") || (data91 === "Disabled"))){
const err91 = {instancePath:instancePath+"/spec/ipForwarding",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.ipForwarding.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data3.externalNodesList !== undefined){
let data92 = data3.externalNodesList;
if(Array.isArray(data92)){
const len4 = data92.length;
for(let i4=0; i4<len4; i4++){
if(typeof data92[i4] !== "string"){
const err92 = {instancePath:instancePath+"/spec/externalNodesList/" + i4,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/spec/externalNodesList",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data3.debugMemoryProfilePath !== undefined){
if(typeof data3.debugMemoryProfilePath !== "string"){
const err94 = {instancePath:instancePath+"/spec/debugMemoryProfilePath",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data3.debugDisableLogDropping !== undefined){
if(typeof data3.debugDisableLogDropping !== "boolean"){
const err95 = {instancePath:instancePath+"/spec/debugDisableLogDropping",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
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
const err96 = {instancePath:instancePath+"/spec/debugHost",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data3.debugPort !== undefined){
let data100 = data3.debugPort;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
const err97 = {instancePath:instancePath+"/spec/debugPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 65535 || isNaN(data100)){
const err98 = {instancePath:instancePath+"/spec/debugPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data100 < 0 || isNaN(data100)){
const err99 = {instancePath:instancePath+"/spec/debugPort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
if(data3.iptablesNATOutgoingInterfaceFilter !== undefined){
if(typeof data3.iptablesNATOutgoingInterfaceFilter !== "string"){
const err100 = {instancePath:instancePath+"/spec/iptablesNATOutgoingInterfaceFilter",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data3.sidecarAccelerationEnabled !== undefined){
if(typeof data3.sidecarAccelerationEnabled !== "boolean"){
const err101 = {instancePath:instancePath+"/spec/sidecarAccelerationEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data3.xdpEnabled !== undefined){
if(typeof data3.xdpEnabled !== "boolean"){
const err102 = {instancePath:instancePath+"/spec/xdpEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data3.genericXDPEnabled !== undefined){
if(typeof data3.genericXDPEnabled !== "boolean"){
const err103 = {instancePath:instancePath+"/spec/genericXDPEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data3.nftablesMode !== undefined){
let data105 = data3.nftablesMode;
if(typeof data105 !== "string"){
const err104 = {instancePath:instancePath+"/spec/nftablesMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!(((data105 === "Auto") || (data105 === "Enabled")) || (data105 === "Disabled"))){
const err105 = {instancePath:instancePath+"/spec/nftablesMode",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nftablesMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
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
const err106 = {instancePath:instancePath+"/spec/nftablesFilterAllowAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!((data107 === "Accept") || (data107 === "Return"))){
const err107 = {instancePath:instancePath+"/spec/nftablesFilterAllowAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nftablesFilterAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data3.nftablesMangleAllowAction !== undefined){
let data108 = data3.nftablesMangleAllowAction;
if(typeof data108 !== "string"){
const err108 = {instancePath:instancePath+"/spec/nftablesMangleAllowAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(!((data108 === "Accept") || (data108 === "Return"))){
const err109 = {instancePath:instancePath+"/spec/nftablesMangleAllowAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nftablesMangleAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data3.nftablesFilterDenyAction !== undefined){
let data109 = data3.nftablesFilterDenyAction;
if(typeof data109 !== "string"){
const err110 = {instancePath:instancePath+"/spec/nftablesFilterDenyAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!((data109 === "Drop") || (data109 === "Reject"))){
const err111 = {instancePath:instancePath+"/spec/nftablesFilterDenyAction",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nftablesFilterDenyAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data3.nftablesMarkMask !== undefined){
let data110 = data3.nftablesMarkMask;
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
const err112 = {instancePath:instancePath+"/spec/nftablesMarkMask",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 4294967295 || isNaN(data110)){
const err113 = {instancePath:instancePath+"/spec/nftablesMarkMask",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err114 = {instancePath:instancePath+"/spec/nftablesMarkMask",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
if(data3.bpfEnabled !== undefined){
if(typeof data3.bpfEnabled !== "boolean"){
const err115 = {instancePath:instancePath+"/spec/bpfEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data3.bpfDisableUnprivileged !== undefined){
if(typeof data3.bpfDisableUnprivileged !== "boolean"){
const err116 = {instancePath:instancePath+"/spec/bpfDisableUnprivileged",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data3.bpfLogLevel !== undefined){
let data113 = data3.bpfLogLevel;
if(typeof data113 !== "string"){
const err117 = {instancePath:instancePath+"/spec/bpfLogLevel",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!(((data113 === "Off") || (data113 === "Info")) || (data113 === "Debug"))){
const err118 = {instancePath:instancePath+"/spec/bpfLogLevel",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfLogLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data3.bpfConntrackLogLevel !== undefined){
let data114 = data3.bpfConntrackLogLevel;
if(typeof data114 !== "string"){
const err119 = {instancePath:instancePath+"/spec/bpfConntrackLogLevel",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!((data114 === "Off") || (data114 === "Debug"))){
const err120 = {instancePath:instancePath+"/spec/bpfConntrackLogLevel",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfConntrackLogLevel.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data3.bpfConntrackMode !== undefined){
let data115 = data3.bpfConntrackMode;
if(typeof data115 !== "string"){
const err121 = {instancePath:instancePath+"/spec/bpfConntrackMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(!(((data115 === "Auto") || (data115 === "Userspace")) || (data115 === "BPFProgram"))){
const err122 = {instancePath:instancePath+"/spec/bpfConntrackMode",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfConntrackMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data3.bpfConntrackTimeouts !== undefined){
let data116 = data3.bpfConntrackTimeouts;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
for(const key3 in data116){
if(!((((((((key3 === "creationGracePeriod") || (key3 === "tcpSynSent")) || (key3 === "tcpEstablished")) || (key3 === "tcpFinsSeen")) || (key3 === "tcpResetSeen")) || (key3 === "udpTimeout")) || (key3 === "genericTimeout")) || (key3 === "icmpTimeout"))){
const err123 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data116.creationGracePeriod !== undefined){
if(typeof data116.creationGracePeriod !== "string"){
const err124 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/creationGracePeriod",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data116.tcpSynSent !== undefined){
if(typeof data116.tcpSynSent !== "string"){
const err125 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/tcpSynSent",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data116.tcpEstablished !== undefined){
if(typeof data116.tcpEstablished !== "string"){
const err126 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/tcpEstablished",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data116.tcpFinsSeen !== undefined){
if(typeof data116.tcpFinsSeen !== "string"){
const err127 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/tcpFinsSeen",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data116.tcpResetSeen !== undefined){
if(typeof data116.tcpResetSeen !== "string"){
const err128 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/tcpResetSeen",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data116.udpTimeout !== undefined){
if(typeof data116.udpTimeout !== "string"){
const err129 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/udpTimeout",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data116.genericTimeout !== undefined){
if(typeof data116.genericTimeout !== "string"){
const err130 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/genericTimeout",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data116.icmpTimeout !== undefined){
if(typeof data116.icmpTimeout !== "string"){
const err131 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts/icmpTimeout",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/spec/bpfConntrackTimeouts",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data3.bpfLogFilters !== undefined){
let data125 = data3.bpfLogFilters;
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
for(const key4 in data125){
if(typeof data125[key4] !== "string"){
const err133 = {instancePath:instancePath+"/spec/bpfLogFilters/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
else {
const err134 = {instancePath:instancePath+"/spec/bpfLogFilters",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data3.bpfCTLBLogFilter !== undefined){
if(typeof data3.bpfCTLBLogFilter !== "string"){
const err135 = {instancePath:instancePath+"/spec/bpfCTLBLogFilter",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data3.bpfDataIfacePattern !== undefined){
if(typeof data3.bpfDataIfacePattern !== "string"){
const err136 = {instancePath:instancePath+"/spec/bpfDataIfacePattern",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data3.bpfL3IfacePattern !== undefined){
if(typeof data3.bpfL3IfacePattern !== "string"){
const err137 = {instancePath:instancePath+"/spec/bpfL3IfacePattern",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data3.bpfConnectTimeLoadBalancingEnabled !== undefined){
if(typeof data3.bpfConnectTimeLoadBalancingEnabled !== "boolean"){
const err138 = {instancePath:instancePath+"/spec/bpfConnectTimeLoadBalancingEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data3.bpfConnectTimeLoadBalancing !== undefined){
let data131 = data3.bpfConnectTimeLoadBalancing;
if(typeof data131 !== "string"){
const err139 = {instancePath:instancePath+"/spec/bpfConnectTimeLoadBalancing",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!(((data131 === "TCP") || (data131 === "Enabled")) || (data131 === "Disabled"))){
const err140 = {instancePath:instancePath+"/spec/bpfConnectTimeLoadBalancing",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfConnectTimeLoadBalancing.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data3.bpfHostNetworkedNATWithoutCTLB !== undefined){
let data132 = data3.bpfHostNetworkedNATWithoutCTLB;
if(typeof data132 !== "string"){
const err141 = {instancePath:instancePath+"/spec/bpfHostNetworkedNATWithoutCTLB",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(!((data132 === "Enabled") || (data132 === "Disabled"))){
const err142 = {instancePath:instancePath+"/spec/bpfHostNetworkedNATWithoutCTLB",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfHostNetworkedNATWithoutCTLB.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data3.bpfExternalServiceMode !== undefined){
let data133 = data3.bpfExternalServiceMode;
if(typeof data133 !== "string"){
const err143 = {instancePath:instancePath+"/spec/bpfExternalServiceMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(!((data133 === "Tunnel") || (data133 === "DSR"))){
const err144 = {instancePath:instancePath+"/spec/bpfExternalServiceMode",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfExternalServiceMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data3.bpfDSROptoutCIDRs !== undefined){
let data134 = data3.bpfDSROptoutCIDRs;
if(Array.isArray(data134)){
const len5 = data134.length;
for(let i5=0; i5<len5; i5++){
if(typeof data134[i5] !== "string"){
const err145 = {instancePath:instancePath+"/spec/bpfDSROptoutCIDRs/" + i5,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/spec/bpfDSROptoutCIDRs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data3.bpfExtToServiceConnmark !== undefined){
let data136 = data3.bpfExtToServiceConnmark;
if(!(((typeof data136 == "number") && (!(data136 % 1) && !isNaN(data136))) && (isFinite(data136)))){
const err147 = {instancePath:instancePath+"/spec/bpfExtToServiceConnmark",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((typeof data136 == "number") && (isFinite(data136))){
if(data136 > 4294967295 || isNaN(data136)){
const err148 = {instancePath:instancePath+"/spec/bpfExtToServiceConnmark",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data136 < 0 || isNaN(data136)){
const err149 = {instancePath:instancePath+"/spec/bpfExtToServiceConnmark",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
if(data3.bpfKubeProxyIptablesCleanupEnabled !== undefined){
if(typeof data3.bpfKubeProxyIptablesCleanupEnabled !== "boolean"){
const err150 = {instancePath:instancePath+"/spec/bpfKubeProxyIptablesCleanupEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
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
const err151 = {instancePath:instancePath+"/spec/bpfKubeProxyHealthzPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if((typeof data139 == "number") && (isFinite(data139))){
if(data139 > 65535 || isNaN(data139)){
const err152 = {instancePath:instancePath+"/spec/bpfKubeProxyHealthzPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data139 < 0 || isNaN(data139)){
const err153 = {instancePath:instancePath+"/spec/bpfKubeProxyHealthzPort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
if(data3.bpfKubeProxyEndpointSlicesEnabled !== undefined){
if(typeof data3.bpfKubeProxyEndpointSlicesEnabled !== "boolean"){
const err154 = {instancePath:instancePath+"/spec/bpfKubeProxyEndpointSlicesEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
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
const err155 = {instancePath:instancePath+"/spec/bpfMapSizeNATFrontend",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data3.bpfMapSizeNATBackend !== undefined){
let data143 = data3.bpfMapSizeNATBackend;
if(!(((typeof data143 == "number") && (!(data143 % 1) && !isNaN(data143))) && (isFinite(data143)))){
const err156 = {instancePath:instancePath+"/spec/bpfMapSizeNATBackend",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data3.bpfMapSizeNATAffinity !== undefined){
let data144 = data3.bpfMapSizeNATAffinity;
if(!(((typeof data144 == "number") && (!(data144 % 1) && !isNaN(data144))) && (isFinite(data144)))){
const err157 = {instancePath:instancePath+"/spec/bpfMapSizeNATAffinity",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data3.bpfMapSizeRoute !== undefined){
let data145 = data3.bpfMapSizeRoute;
if(!(((typeof data145 == "number") && (!(data145 % 1) && !isNaN(data145))) && (isFinite(data145)))){
const err158 = {instancePath:instancePath+"/spec/bpfMapSizeRoute",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data3.bpfMapSizeConntrack !== undefined){
let data146 = data3.bpfMapSizeConntrack;
if(!(((typeof data146 == "number") && (!(data146 % 1) && !isNaN(data146))) && (isFinite(data146)))){
const err159 = {instancePath:instancePath+"/spec/bpfMapSizeConntrack",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data3.bpfMapSizePerCpuConntrack !== undefined){
let data147 = data3.bpfMapSizePerCpuConntrack;
if(!(((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147))) && (isFinite(data147)))){
const err160 = {instancePath:instancePath+"/spec/bpfMapSizePerCpuConntrack",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data3.bpfMapSizeConntrackScaling !== undefined){
if(typeof data3.bpfMapSizeConntrackScaling !== "string"){
const err161 = {instancePath:instancePath+"/spec/bpfMapSizeConntrackScaling",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data3.bpfMapSizeConntrackCleanupQueue !== undefined){
let data149 = data3.bpfMapSizeConntrackCleanupQueue;
if(!(((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149))) && (isFinite(data149)))){
const err162 = {instancePath:instancePath+"/spec/bpfMapSizeConntrackCleanupQueue",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if((typeof data149 == "number") && (isFinite(data149))){
if(data149 < 1 || isNaN(data149)){
const err163 = {instancePath:instancePath+"/spec/bpfMapSizeConntrackCleanupQueue",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
if(data3.bpfMapSizeIPSets !== undefined){
let data150 = data3.bpfMapSizeIPSets;
if(!(((typeof data150 == "number") && (!(data150 % 1) && !isNaN(data150))) && (isFinite(data150)))){
const err164 = {instancePath:instancePath+"/spec/bpfMapSizeIPSets",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data3.bpfMapSizeIfState !== undefined){
let data151 = data3.bpfMapSizeIfState;
if(!(((typeof data151 == "number") && (!(data151 % 1) && !isNaN(data151))) && (isFinite(data151)))){
const err165 = {instancePath:instancePath+"/spec/bpfMapSizeIfState",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data3.bpfHostConntrackBypass !== undefined){
if(typeof data3.bpfHostConntrackBypass !== "boolean"){
const err166 = {instancePath:instancePath+"/spec/bpfHostConntrackBypass",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data3.bpfEnforceRPF !== undefined){
if(typeof data3.bpfEnforceRPF !== "string"){
const err167 = {instancePath:instancePath+"/spec/bpfEnforceRPF",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data3.bpfPolicyDebugEnabled !== undefined){
if(typeof data3.bpfPolicyDebugEnabled !== "boolean"){
const err168 = {instancePath:instancePath+"/spec/bpfPolicyDebugEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data3.bpfForceTrackPacketsFromIfaces !== undefined){
let data155 = data3.bpfForceTrackPacketsFromIfaces;
if(Array.isArray(data155)){
const len6 = data155.length;
for(let i6=0; i6<len6; i6++){
if(typeof data155[i6] !== "string"){
const err169 = {instancePath:instancePath+"/spec/bpfForceTrackPacketsFromIfaces/" + i6,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
}
else {
const err170 = {instancePath:instancePath+"/spec/bpfForceTrackPacketsFromIfaces",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data3.bpfDisableGROForIfaces !== undefined){
if(typeof data3.bpfDisableGROForIfaces !== "string"){
const err171 = {instancePath:instancePath+"/spec/bpfDisableGROForIfaces",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data3.bpfExcludeCIDRsFromNAT !== undefined){
let data158 = data3.bpfExcludeCIDRsFromNAT;
if(Array.isArray(data158)){
const len7 = data158.length;
for(let i7=0; i7<len7; i7++){
if(typeof data158[i7] !== "string"){
const err172 = {instancePath:instancePath+"/spec/bpfExcludeCIDRsFromNAT/" + i7,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/spec/bpfExcludeCIDRsFromNAT",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data3.bpfExportBufferSizeMB !== undefined){
let data160 = data3.bpfExportBufferSizeMB;
if(!(((typeof data160 == "number") && (!(data160 % 1) && !isNaN(data160))) && (isFinite(data160)))){
const err174 = {instancePath:instancePath+"/spec/bpfExportBufferSizeMB",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data3.flowLogsPolicyEvaluationMode !== undefined){
let data161 = data3.flowLogsPolicyEvaluationMode;
if(typeof data161 !== "string"){
const err175 = {instancePath:instancePath+"/spec/flowLogsPolicyEvaluationMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(!((data161 === "None") || (data161 === "Continuous"))){
const err176 = {instancePath:instancePath+"/spec/flowLogsPolicyEvaluationMode",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.flowLogsPolicyEvaluationMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data3.bpfRedirectToPeer !== undefined){
let data162 = data3.bpfRedirectToPeer;
if(typeof data162 !== "string"){
const err177 = {instancePath:instancePath+"/spec/bpfRedirectToPeer",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(!(((data162 === "Enabled") || (data162 === "Disabled")) || (data162 === "L2Only"))){
const err178 = {instancePath:instancePath+"/spec/bpfRedirectToPeer",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfRedirectToPeer.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
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
const err179 = {instancePath:instancePath+"/spec/flowLogsCollectorDebugTrace",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data3.flowLogsGoldmaneServer !== undefined){
if(typeof data3.flowLogsGoldmaneServer !== "string"){
const err180 = {instancePath:instancePath+"/spec/flowLogsGoldmaneServer",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data3.flowLogsLocalReporter !== undefined){
let data166 = data3.flowLogsLocalReporter;
if(typeof data166 !== "string"){
const err181 = {instancePath:instancePath+"/spec/flowLogsLocalReporter",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(!((data166 === "Disabled") || (data166 === "Enabled"))){
const err182 = {instancePath:instancePath+"/spec/flowLogsLocalReporter",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.flowLogsLocalReporter.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data3.bpfAttachType !== undefined){
let data167 = data3.bpfAttachType;
if(typeof data167 !== "string"){
const err183 = {instancePath:instancePath+"/spec/bpfAttachType",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!((data167 === "TCX") || (data167 === "TC"))){
const err184 = {instancePath:instancePath+"/spec/bpfAttachType",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfAttachType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data3.bpfJITHardening !== undefined){
let data168 = data3.bpfJITHardening;
if(typeof data168 !== "string"){
const err185 = {instancePath:instancePath+"/spec/bpfJITHardening",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(!((data168 === "Auto") || (data168 === "Strict"))){
const err186 = {instancePath:instancePath+"/spec/bpfJITHardening",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfJITHardening.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data3.cgroupV2Path !== undefined){
if(typeof data3.cgroupV2Path !== "string"){
const err187 = {instancePath:instancePath+"/spec/cgroupV2Path",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data3.bpfProfiling !== undefined){
let data170 = data3.bpfProfiling;
if(typeof data170 !== "string"){
const err188 = {instancePath:instancePath+"/spec/bpfProfiling",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(!((data170 === "Enabled") || (data170 === "Disabled"))){
const err189 = {instancePath:instancePath+"/spec/bpfProfiling",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.bpfProfiling.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data3.bpfMaglevMaxServices !== undefined){
let data171 = data3.bpfMaglevMaxServices;
if(!(((typeof data171 == "number") && (!(data171 % 1) && !isNaN(data171))) && (isFinite(data171)))){
const err190 = {instancePath:instancePath+"/spec/bpfMaglevMaxServices",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if((typeof data171 == "number") && (isFinite(data171))){
if(data171 > 3000 || isNaN(data171)){
const err191 = {instancePath:instancePath+"/spec/bpfMaglevMaxServices",keyword:"maximum",params:{comparison: "<=", limit: 3000},message:"must be <= 3000"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data171 < 1 || isNaN(data171)){
const err192 = {instancePath:instancePath+"/spec/bpfMaglevMaxServices",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
if(data3.bpfMaglevMaxEndpointsPerService !== undefined){
let data172 = data3.bpfMaglevMaxEndpointsPerService;
if(!(((typeof data172 == "number") && (!(data172 % 1) && !isNaN(data172))) && (isFinite(data172)))){
const err193 = {instancePath:instancePath+"/spec/bpfMaglevMaxEndpointsPerService",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if((typeof data172 == "number") && (isFinite(data172))){
if(data172 > 3000 || isNaN(data172)){
const err194 = {instancePath:instancePath+"/spec/bpfMaglevMaxEndpointsPerService",keyword:"maximum",params:{comparison: "<=", limit: 3000},message:"must be <= 3000"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data172 < 1 || isNaN(data172)){
const err195 = {instancePath:instancePath+"/spec/bpfMaglevMaxEndpointsPerService",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
if(data3.routeSource !== undefined){
if(typeof data3.routeSource !== "string"){
const err196 = {instancePath:instancePath+"/spec/routeSource",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
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
const err197 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8,keyword:"required",params:{missingProperty: "min"},message:"must have required property '"+"min"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data175.max === undefined){
const err198 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8,keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
for(const key5 in data175){
if(!((key5 === "min") || (key5 === "max"))){
const err199 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8,keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data175.min !== undefined){
let data176 = data175.min;
if(!(((typeof data176 == "number") && (!(data176 % 1) && !isNaN(data176))) && (isFinite(data176)))){
const err200 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8+"/min",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data175.max !== undefined){
let data177 = data175.max;
if(!(((typeof data177 == "number") && (!(data177 % 1) && !isNaN(data177))) && (isFinite(data177)))){
const err201 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8+"/max",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/spec/routeTableRanges/" + i8,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/spec/routeTableRanges",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data3.routeTableRange !== undefined){
let data178 = data3.routeTableRange;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
if(data178.min === undefined){
const err204 = {instancePath:instancePath+"/spec/routeTableRange",keyword:"required",params:{missingProperty: "min"},message:"must have required property '"+"min"+"'"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(data178.max === undefined){
const err205 = {instancePath:instancePath+"/spec/routeTableRange",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
for(const key6 in data178){
if(!((key6 === "min") || (key6 === "max"))){
const err206 = {instancePath:instancePath+"/spec/routeTableRange",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data178.min !== undefined){
let data179 = data178.min;
if(!(((typeof data179 == "number") && (!(data179 % 1) && !isNaN(data179))) && (isFinite(data179)))){
const err207 = {instancePath:instancePath+"/spec/routeTableRange/min",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data178.max !== undefined){
let data180 = data178.max;
if(!(((typeof data180 == "number") && (!(data180 % 1) && !isNaN(data180))) && (isFinite(data180)))){
const err208 = {instancePath:instancePath+"/spec/routeTableRange/max",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath:instancePath+"/spec/routeTableRange",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data3.routeSyncDisabled !== undefined){
if(typeof data3.routeSyncDisabled !== "boolean"){
const err210 = {instancePath:instancePath+"/spec/routeSyncDisabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data3.wireguardEnabled !== undefined){
if(typeof data3.wireguardEnabled !== "boolean"){
const err211 = {instancePath:instancePath+"/spec/wireguardEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data3.wireguardEnabledV6 !== undefined){
if(typeof data3.wireguardEnabledV6 !== "boolean"){
const err212 = {instancePath:instancePath+"/spec/wireguardEnabledV6",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data3.wireguardThreadingEnabled !== undefined){
if(typeof data3.wireguardThreadingEnabled !== "boolean"){
const err213 = {instancePath:instancePath+"/spec/wireguardThreadingEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data3.wireguardListeningPort !== undefined){
let data185 = data3.wireguardListeningPort;
if(!(((typeof data185 == "number") && (!(data185 % 1) && !isNaN(data185))) && (isFinite(data185)))){
const err214 = {instancePath:instancePath+"/spec/wireguardListeningPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if((typeof data185 == "number") && (isFinite(data185))){
if(data185 > 65535 || isNaN(data185)){
const err215 = {instancePath:instancePath+"/spec/wireguardListeningPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(data185 < 1 || isNaN(data185)){
const err216 = {instancePath:instancePath+"/spec/wireguardListeningPort",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
if(data3.wireguardListeningPortV6 !== undefined){
let data186 = data3.wireguardListeningPortV6;
if(!(((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186))) && (isFinite(data186)))){
const err217 = {instancePath:instancePath+"/spec/wireguardListeningPortV6",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if((typeof data186 == "number") && (isFinite(data186))){
if(data186 > 65535 || isNaN(data186)){
const err218 = {instancePath:instancePath+"/spec/wireguardListeningPortV6",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data186 < 1 || isNaN(data186)){
const err219 = {instancePath:instancePath+"/spec/wireguardListeningPortV6",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
}
if(data3.wireguardRoutingRulePriority !== undefined){
let data187 = data3.wireguardRoutingRulePriority;
if(!(((typeof data187 == "number") && (!(data187 % 1) && !isNaN(data187))) && (isFinite(data187)))){
const err220 = {instancePath:instancePath+"/spec/wireguardRoutingRulePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if((typeof data187 == "number") && (isFinite(data187))){
if(data187 > 32765 || isNaN(data187)){
const err221 = {instancePath:instancePath+"/spec/wireguardRoutingRulePriority",keyword:"maximum",params:{comparison: "<=", limit: 32765},message:"must be <= 32765"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(data187 < 1 || isNaN(data187)){
const err222 = {instancePath:instancePath+"/spec/wireguardRoutingRulePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
if(data3.wireguardInterfaceName !== undefined){
if(typeof data3.wireguardInterfaceName !== "string"){
const err223 = {instancePath:instancePath+"/spec/wireguardInterfaceName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data3.wireguardInterfaceNameV6 !== undefined){
if(typeof data3.wireguardInterfaceNameV6 !== "string"){
const err224 = {instancePath:instancePath+"/spec/wireguardInterfaceNameV6",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data3.wireguardMTU !== undefined){
let data190 = data3.wireguardMTU;
if(!(((typeof data190 == "number") && (!(data190 % 1) && !isNaN(data190))) && (isFinite(data190)))){
const err225 = {instancePath:instancePath+"/spec/wireguardMTU",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data3.wireguardMTUV6 !== undefined){
let data191 = data3.wireguardMTUV6;
if(!(((typeof data191 == "number") && (!(data191 % 1) && !isNaN(data191))) && (isFinite(data191)))){
const err226 = {instancePath:instancePath+"/spec/wireguardMTUV6",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data3.wireguardHostEncryptionEnabled !== undefined){
if(typeof data3.wireguardHostEncryptionEnabled !== "boolean"){
const err227 = {instancePath:instancePath+"/spec/wireguardHostEncryptionEnabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
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
const err228 = {instancePath:instancePath+"/spec/awsSrcDstCheck",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(!(((data194 === "DoNothing") || (data194 === "Enable")) || (data194 === "Disable"))){
const err229 = {instancePath:instancePath+"/spec/awsSrcDstCheck",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.awsSrcDstCheck.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data3.serviceLoopPrevention !== undefined){
let data195 = data3.serviceLoopPrevention;
if(typeof data195 !== "string"){
const err230 = {instancePath:instancePath+"/spec/serviceLoopPrevention",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(!(((data195 === "Drop") || (data195 === "Reject")) || (data195 === "Disabled"))){
const err231 = {instancePath:instancePath+"/spec/serviceLoopPrevention",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.serviceLoopPrevention.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data3.workloadSourceSpoofing !== undefined){
let data196 = data3.workloadSourceSpoofing;
if(typeof data196 !== "string"){
const err232 = {instancePath:instancePath+"/spec/workloadSourceSpoofing",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(!((data196 === "Disabled") || (data196 === "Any"))){
const err233 = {instancePath:instancePath+"/spec/workloadSourceSpoofing",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.workloadSourceSpoofing.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data3.mtuIfacePattern !== undefined){
if(typeof data3.mtuIfacePattern !== "string"){
const err234 = {instancePath:instancePath+"/spec/mtuIfacePattern",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data3.floatingIPs !== undefined){
let data198 = data3.floatingIPs;
if(typeof data198 !== "string"){
const err235 = {instancePath:instancePath+"/spec/floatingIPs",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(!((data198 === "Enabled") || (data198 === "Disabled"))){
const err236 = {instancePath:instancePath+"/spec/floatingIPs",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.floatingIPs.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data3.windowsManageFirewallRules !== undefined){
let data199 = data3.windowsManageFirewallRules;
if(typeof data199 !== "string"){
const err237 = {instancePath:instancePath+"/spec/windowsManageFirewallRules",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(!((data199 === "Enabled") || (data199 === "Disabled"))){
const err238 = {instancePath:instancePath+"/spec/windowsManageFirewallRules",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.windowsManageFirewallRules.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data3.goGCThreshold !== undefined){
let data200 = data3.goGCThreshold;
if(!(((typeof data200 == "number") && (!(data200 % 1) && !isNaN(data200))) && (isFinite(data200)))){
const err239 = {instancePath:instancePath+"/spec/goGCThreshold",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if((typeof data200 == "number") && (isFinite(data200))){
if(data200 < -1 || isNaN(data200)){
const err240 = {instancePath:instancePath+"/spec/goGCThreshold",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
}
if(data3.goMemoryLimitMB !== undefined){
let data201 = data3.goMemoryLimitMB;
if(!(((typeof data201 == "number") && (!(data201 % 1) && !isNaN(data201))) && (isFinite(data201)))){
const err241 = {instancePath:instancePath+"/spec/goMemoryLimitMB",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if((typeof data201 == "number") && (isFinite(data201))){
if(data201 < -1 || isNaN(data201)){
const err242 = {instancePath:instancePath+"/spec/goMemoryLimitMB",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
}
if(data3.goMaxProcs !== undefined){
let data202 = data3.goMaxProcs;
if(!(((typeof data202 == "number") && (!(data202 % 1) && !isNaN(data202))) && (isFinite(data202)))){
const err243 = {instancePath:instancePath+"/spec/goMaxProcs",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if((typeof data202 == "number") && (isFinite(data202))){
if(data202 < -1 || isNaN(data202)){
const err244 = {instancePath:instancePath+"/spec/goMaxProcs",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
if(data3.requireMTUFile !== undefined){
if(typeof data3.requireMTUFile !== "boolean"){
const err245 = {instancePath:instancePath+"/spec/requireMTUFile",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data3.ipv4NormalRoutePriority !== undefined){
let data204 = data3.ipv4NormalRoutePriority;
if(!(((typeof data204 == "number") && (!(data204 % 1) && !isNaN(data204))) && (isFinite(data204)))){
const err246 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if((typeof data204 == "number") && (isFinite(data204))){
if(data204 > 2147483646 || isNaN(data204)){
const err247 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(data204 < 1 || isNaN(data204)){
const err248 = {instancePath:instancePath+"/spec/ipv4NormalRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
if(data3.ipv4ElevatedRoutePriority !== undefined){
let data205 = data3.ipv4ElevatedRoutePriority;
if(!(((typeof data205 == "number") && (!(data205 % 1) && !isNaN(data205))) && (isFinite(data205)))){
const err249 = {instancePath:instancePath+"/spec/ipv4ElevatedRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if((typeof data205 == "number") && (isFinite(data205))){
if(data205 > 2147483646 || isNaN(data205)){
const err250 = {instancePath:instancePath+"/spec/ipv4ElevatedRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data205 < 1 || isNaN(data205)){
const err251 = {instancePath:instancePath+"/spec/ipv4ElevatedRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
if(data3.ipv6NormalRoutePriority !== undefined){
let data206 = data3.ipv6NormalRoutePriority;
if(!(((typeof data206 == "number") && (!(data206 % 1) && !isNaN(data206))) && (isFinite(data206)))){
const err252 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if((typeof data206 == "number") && (isFinite(data206))){
if(data206 > 2147483646 || isNaN(data206)){
const err253 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(data206 < 1 || isNaN(data206)){
const err254 = {instancePath:instancePath+"/spec/ipv6NormalRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
if(data3.ipv6ElevatedRoutePriority !== undefined){
let data207 = data3.ipv6ElevatedRoutePriority;
if(!(((typeof data207 == "number") && (!(data207 % 1) && !isNaN(data207))) && (isFinite(data207)))){
const err255 = {instancePath:instancePath+"/spec/ipv6ElevatedRoutePriority",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if((typeof data207 == "number") && (isFinite(data207))){
if(data207 > 2147483646 || isNaN(data207)){
const err256 = {instancePath:instancePath+"/spec/ipv6ElevatedRoutePriority",keyword:"maximum",params:{comparison: "<=", limit: 2147483646},message:"must be <= 2147483646"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data207 < 1 || isNaN(data207)){
const err257 = {instancePath:instancePath+"/spec/ipv6ElevatedRoutePriority",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
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
const err258 = {instancePath:instancePath+"/spec/istioAmbientMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(!((data209 === "Enabled") || (data209 === "Disabled"))){
const err259 = {instancePath:instancePath+"/spec/istioAmbientMode",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.istioAmbientMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
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
const err260 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}
validate87.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkPolicy = validate122;
const schema35 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/GlobalNetworkPolicy.schema.json","title":"GlobalNetworkPolicy","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"GlobalNetworkPolicy"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"tier":{"type":"string"},"order":{"type":"number"},"ingress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"egress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"selector":{"type":"string"},"types":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"doNotTrack":{"type":"boolean"},"preDNAT":{"type":"boolean"},"applyOnForward":{"type":"boolean"},"serviceAccountSelector":{"type":"string"},"namespaceSelector":{"type":"string"},"performanceHints":{"type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]}}},"title":"GlobalNetworkPolicySpec"}}};
const schema36 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-rule.schema.json","type":"object","additionalProperties":false,"required":["action"],"properties":{"action":{"type":"string","enum":["Allow","Deny","Log","Pass"]},"ipVersion":{"type":"integer","enum":[4,6]},"protocol":{"$ref":"shared-protocol.schema.json"},"icmp":{"$ref":"shared-icmp.schema.json"},"notProtocol":{"$ref":"shared-protocol.schema.json"},"notICMP":{"$ref":"shared-icmp.schema.json"},"source":{"$ref":"shared-entity-rule.schema.json"},"destination":{"$ref":"shared-entity-rule.schema.json"},"http":{"$ref":"shared-http-match.schema.json"},"metadata":{"type":"object","additionalProperties":false,"properties":{"annotations":{"type":"object","additionalProperties":{"type":"string"}}},"title":"RuleMetadata"}},"title":"Rule"};
const schema37 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-protocol.schema.json","title":"Protocol","anyOf":[{"type":"string","enum":["TCP","UDP","ICMP","ICMPv6","SCTP","UDPLite"]},{"type":"integer","minimum":1,"maximum":255}]};

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
const err0 = {instancePath,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((data === "TCP") || (data === "UDP")) || (data === "ICMP")) || (data === "ICMPv6")) || (data === "SCTP")) || (data === "UDPLite"))){
const err1 = {instancePath,keyword:"enum",params:{allowedValues: schema37.anyOf[0].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err2 = {instancePath,keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 255 || isNaN(data)){
const err3 = {instancePath,keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err4 = {instancePath,keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err5 = {instancePath,keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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

const schema38 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-icmp.schema.json","type":"object","additionalProperties":false,"properties":{"type":{"type":"integer","minimum":0,"maximum":254},"code":{"type":"integer","minimum":0,"maximum":255}},"title":"ICMPFields"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 254 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/type",keyword:"maximum",params:{comparison: "<=", limit: 254},message:"must be <= 254"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/type",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.code !== undefined){
let data1 = data.code;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/code",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 255 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/code",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/code",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}
validate127.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema39 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-entity-rule.schema.json","type":"object","additionalProperties":false,"properties":{"nets":{"type":"array","items":{"type":"string"}},"selector":{"type":"string"},"namespaceSelector":{"type":"string"},"services":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"title":"ServiceMatch"},"ports":{"type":"array","items":{"$ref":"shared-port.schema.json"}},"notNets":{"type":"array","items":{"type":"string"}},"notSelector":{"type":"string"},"notPorts":{"type":"array","items":{"$ref":"shared-port.schema.json"}},"serviceAccounts":{"type":"object","additionalProperties":false,"properties":{"names":{"type":"array","items":{"type":"string"}},"selector":{"type":"string"}},"title":"ServiceAccountMatch"}},"title":"EntityRule"};

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
if(!(func1.call(schema39.properties, key0))){
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.nets !== undefined){
let data0 = data.nets;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
const err1 = {instancePath:instancePath+"/nets/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/nets",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.selector !== undefined){
if(typeof data.selector !== "string"){
const err3 = {instancePath:instancePath+"/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.namespaceSelector !== undefined){
if(typeof data.namespaceSelector !== "string"){
const err4 = {instancePath:instancePath+"/namespaceSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.services !== undefined){
let data4 = data.services;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((key1 === "name") || (key1 === "namespace"))){
const err5 = {instancePath:instancePath+"/services",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data4.name !== undefined){
if(typeof data4.name !== "string"){
const err6 = {instancePath:instancePath+"/services/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4.namespace !== undefined){
if(typeof data4.namespace !== "string"){
const err7 = {instancePath:instancePath+"/services/namespace",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/services",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/ports",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.notNets !== undefined){
let data9 = data.notNets;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
if(typeof data9[i2] !== "string"){
const err10 = {instancePath:instancePath+"/notNets/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/notNets",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.notSelector !== undefined){
if(typeof data.notSelector !== "string"){
const err12 = {instancePath:instancePath+"/notSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
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
const err13 = {instancePath:instancePath+"/notPorts",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.serviceAccounts !== undefined){
let data14 = data.serviceAccounts;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((key2 === "names") || (key2 === "selector"))){
const err14 = {instancePath:instancePath+"/serviceAccounts",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data14.names !== undefined){
let data15 = data14.names;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
if(typeof data15[i4] !== "string"){
const err15 = {instancePath:instancePath+"/serviceAccounts/names/" + i4,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/serviceAccounts/names",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data14.selector !== undefined){
if(typeof data14.selector !== "string"){
const err17 = {instancePath:instancePath+"/serviceAccounts/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/serviceAccounts",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}
validate131.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-http-match.schema.json","type":"object","additionalProperties":false,"properties":{"methods":{"type":"array","items":{"type":"string"}},"paths":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"exact":{"type":"string"},"prefix":{"type":"string"}},"title":"HTTPPath"}}},"title":"HTTPMatch"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.methods !== undefined){
let data0 = data.methods;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
const err1 = {instancePath:instancePath+"/methods/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/methods",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
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
const err3 = {instancePath:instancePath+"/paths/" + i1,keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3.exact !== undefined){
if(typeof data3.exact !== "string"){
const err4 = {instancePath:instancePath+"/paths/" + i1+"/exact",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.prefix !== undefined){
if(typeof data3.prefix !== "string"){
const err5 = {instancePath:instancePath+"/paths/" + i1+"/prefix",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/paths/" + i1,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/paths",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema36.properties, key0))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.action !== undefined){
let data0 = data.action;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/action",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data0 === "Allow") || (data0 === "Deny")) || (data0 === "Log")) || (data0 === "Pass"))){
const err3 = {instancePath:instancePath+"/action",keyword:"enum",params:{allowedValues: schema36.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.ipVersion !== undefined){
let data1 = data.ipVersion;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/ipVersion",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === 4) || (data1 === 6))){
const err5 = {instancePath:instancePath+"/ipVersion",keyword:"enum",params:{allowedValues: schema36.properties.ipVersion.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/metadata",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data9.annotations !== undefined){
let data10 = data9.annotations;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(typeof data10[key2] !== "string"){
const err7 = {instancePath:instancePath+"/metadata/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/metadata/annotations",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/metadata",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("GlobalNetworkPolicy" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "GlobalNetworkPolicy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema35.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
const err7 = {instancePath:instancePath+"/spec/tier",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.order !== undefined){
let data5 = data3.order;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err8 = {instancePath:instancePath+"/spec/order",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
const err11 = {instancePath:instancePath+"/spec/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
const err13 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"enum",params:{allowedValues: schema35.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/spec/types",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.doNotTrack !== undefined){
if(typeof data3.doNotTrack !== "boolean"){
const err15 = {instancePath:instancePath+"/spec/doNotTrack",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.preDNAT !== undefined){
if(typeof data3.preDNAT !== "boolean"){
const err16 = {instancePath:instancePath+"/spec/preDNAT",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.applyOnForward !== undefined){
if(typeof data3.applyOnForward !== "boolean"){
const err17 = {instancePath:instancePath+"/spec/applyOnForward",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
const err18 = {instancePath:instancePath+"/spec/serviceAccountSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
const err19 = {instancePath:instancePath+"/spec/namespaceSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
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
const err20 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(data19 === "AssumeNeededOnEveryNode")){
const err21 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"enum",params:{allowedValues: schema35.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/spec/performanceHints",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkSet = validate140;
const schema41 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/GlobalNetworkSet.schema.json","title":"GlobalNetworkSet","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"GlobalNetworkSet"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"nets":{"type":"array","items":{"type":"string"}}},"title":"GlobalNetworkSetSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("GlobalNetworkSet" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "GlobalNetworkSet"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.nets !== undefined){
let data4 = data3.nets;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err7 = {instancePath:instancePath+"/spec/nets/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/nets",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}
validate140.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const HostEndpoint = validate142;
const schema42 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/HostEndpoint.schema.json","title":"HostEndpoint","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata","spec"],"properties":{"kind":{"const":"HostEndpoint"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"required":["node"],"properties":{"node":{"type":"string","minLength":1},"interfaceName":{"type":"string"},"expectedIPs":{"type":"array","items":{"type":"string"}},"profiles":{"type":"array","items":{"type":"string"}},"ports":{"type":"array","items":{"$ref":"shared-endpoint-port.schema.json"}}},"title":"HostEndpointSpec"}}};
const schema43 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-endpoint-port.schema.json","type":"object","additionalProperties":false,"required":["name","protocol","port"],"properties":{"name":{"type":"string"},"protocol":{"$ref":"shared-protocol.schema.json"},"port":{"type":"integer","minimum":1,"maximum":65535}},"title":"EndpointPort"};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.protocol === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.port === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "protocol")) || (key0 === "port"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err4 = {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
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
const err5 = {instancePath:instancePath+"/port",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/port",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/port",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("HostEndpoint" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "HostEndpoint"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err6 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
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
const err7 = {instancePath:instancePath+"/spec",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
if(!(((((key1 === "node") || (key1 === "interfaceName")) || (key1 === "expectedIPs")) || (key1 === "profiles")) || (key1 === "ports"))){
const err8 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.node !== undefined){
let data4 = data3.node;
if(typeof data4 === "string"){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/spec/node",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/spec/node",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.interfaceName !== undefined){
if(typeof data3.interfaceName !== "string"){
const err11 = {instancePath:instancePath+"/spec/interfaceName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.expectedIPs !== undefined){
let data6 = data3.expectedIPs;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(typeof data6[i0] !== "string"){
const err12 = {instancePath:instancePath+"/spec/expectedIPs/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/spec/expectedIPs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.profiles !== undefined){
let data8 = data3.profiles;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(typeof data8[i1] !== "string"){
const err14 = {instancePath:instancePath+"/spec/profiles/" + i1,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/spec/profiles",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err16 = {instancePath:instancePath+"/spec/ports",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}
validate142.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const IPPool = validate147;
const schema44 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/IPPool.schema.json","title":"IPPool","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"IPPool"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"required":["cidr"],"properties":{"cidr":{"type":"string","minLength":1},"vxlanMode":{"type":"string","enum":["Always","CrossSubnet","Never"]},"ipipMode":{"type":"string","enum":["Always","CrossSubnet","Never"]},"natOutgoing":{"type":"boolean"},"disabled":{"type":"boolean"},"disableBGPExport":{"type":"boolean"},"blockSize":{"type":"integer"},"nodeSelector":{"type":"string"},"ipip":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"mode":{"type":"string","enum":["always","cross-subnet"]}},"title":"OldIPIP","deprecated":true},"nat-outgoing":{"type":"boolean","deprecated":true},"allowedUses":{"type":"array","items":{"type":"string","enum":["Workload","Tunnel","LoadBalancer"]}},"namespaceSelector":{"type":"string"},"assignmentMode":{"type":"string","enum":["Automatic","Manual"]}},"title":"IPPoolSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("IPPool" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "IPPool"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"required",params:{missingProperty: "cidr"},message:"must have required property '"+"cidr"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data3){
if(!(func1.call(schema44.properties.spec.properties, key1))){
const err7 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.cidr !== undefined){
let data4 = data3.cidr;
if(typeof data4 === "string"){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/spec/cidr",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/spec/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.vxlanMode !== undefined){
let data5 = data3.vxlanMode;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/spec/vxlanMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((data5 === "Always") || (data5 === "CrossSubnet")) || (data5 === "Never"))){
const err11 = {instancePath:instancePath+"/spec/vxlanMode",keyword:"enum",params:{allowedValues: schema44.properties.spec.properties.vxlanMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.ipipMode !== undefined){
let data6 = data3.ipipMode;
if(typeof data6 !== "string"){
const err12 = {instancePath:instancePath+"/spec/ipipMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data6 === "Always") || (data6 === "CrossSubnet")) || (data6 === "Never"))){
const err13 = {instancePath:instancePath+"/spec/ipipMode",keyword:"enum",params:{allowedValues: schema44.properties.spec.properties.ipipMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.natOutgoing !== undefined){
if(typeof data3.natOutgoing !== "boolean"){
const err14 = {instancePath:instancePath+"/spec/natOutgoing",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.disabled !== undefined){
if(typeof data3.disabled !== "boolean"){
const err15 = {instancePath:instancePath+"/spec/disabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.disableBGPExport !== undefined){
if(typeof data3.disableBGPExport !== "boolean"){
const err16 = {instancePath:instancePath+"/spec/disableBGPExport",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.blockSize !== undefined){
let data10 = data3.blockSize;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err17 = {instancePath:instancePath+"/spec/blockSize",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.nodeSelector !== undefined){
if(typeof data3.nodeSelector !== "string"){
const err18 = {instancePath:instancePath+"/spec/nodeSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.ipip !== undefined){
let data12 = data3.ipip;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!((key2 === "enabled") || (key2 === "mode"))){
const err19 = {instancePath:instancePath+"/spec/ipip",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data12.enabled !== undefined){
if(typeof data12.enabled !== "boolean"){
const err20 = {instancePath:instancePath+"/spec/ipip/enabled",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.mode !== undefined){
let data14 = data12.mode;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/spec/ipip/mode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data14 === "always") || (data14 === "cross-subnet"))){
const err22 = {instancePath:instancePath+"/spec/ipip/mode",keyword:"enum",params:{allowedValues: schema44.properties.spec.properties.ipip.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/spec/ipip",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3["nat-outgoing"] !== undefined){
if(typeof data3["nat-outgoing"] !== "boolean"){
const err24 = {instancePath:instancePath+"/spec/nat-outgoing",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
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
const err25 = {instancePath:instancePath+"/spec/allowedUses/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!(((data17 === "Workload") || (data17 === "Tunnel")) || (data17 === "LoadBalancer"))){
const err26 = {instancePath:instancePath+"/spec/allowedUses/" + i0,keyword:"enum",params:{allowedValues: schema44.properties.spec.properties.allowedUses.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/allowedUses",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
const err28 = {instancePath:instancePath+"/spec/namespaceSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.assignmentMode !== undefined){
let data19 = data3.assignmentMode;
if(typeof data19 !== "string"){
const err29 = {instancePath:instancePath+"/spec/assignmentMode",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((data19 === "Automatic") || (data19 === "Manual"))){
const err30 = {instancePath:instancePath+"/spec/assignmentMode",keyword:"enum",params:{allowedValues: schema44.properties.spec.properties.assignmentMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate147.errors = vErrors;
return errors === 0;
}
validate147.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const IPReservation = validate149;
const schema45 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/IPReservation.schema.json","title":"IPReservation","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"IPReservation"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"reservedCIDRs":{"type":"array","items":{"type":"string"}}},"title":"IPReservationSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("IPReservation" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "IPReservation"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.reservedCIDRs !== undefined){
let data4 = data3.reservedCIDRs;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err7 = {instancePath:instancePath+"/spec/reservedCIDRs/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/reservedCIDRs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate149.errors = vErrors;
return errors === 0;
}
validate149.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const KubeControllersConfiguration = validate151;
const schema46 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/KubeControllersConfiguration.schema.json","title":"KubeControllersConfiguration","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"KubeControllersConfiguration"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"logSeverityScreen":{"type":"string","enum":["Debug","Info","Warning","Error","Fatal"]},"healthChecks":{"type":"string","enum":["Enabled","Disabled"]},"etcdV3CompactionPeriod":{"$ref":"shared-duration.schema.json"},"prometheusMetricsPort":{"type":"integer","minimum":0,"maximum":65535},"controllers":{"type":"object","additionalProperties":false,"properties":{"node":{"type":"object","additionalProperties":false,"properties":{"reconcilerPeriod":{"$ref":"shared-duration.schema.json"},"syncLabels":{"type":"string","enum":["Enabled","Disabled"]},"hostEndpoint":{"type":"object","additionalProperties":false,"properties":{"autoCreate":{"type":"string","enum":["Enabled","Disabled"]},"createDefaultHostEndpoint":{"type":"string","enum":["Enabled","Disabled"]},"templates":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"generateName":{"type":"string"},"interfaceCIDRs":{"type":"array","items":{"type":"string"}},"interfacePattern":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"nodeSelector":{"type":"string"}},"title":"HostEndpointTemplate"}}},"title":"AutoHostEndpoints"},"leakGracePeriod":{"$ref":"shared-duration.schema.json"}},"title":"NodeController"},"policy":{"type":"object","additionalProperties":false,"properties":{"reconcilerPeriod":{"$ref":"shared-duration.schema.json"}},"title":"PolicyController"},"workloadEndpoint":{"type":"object","additionalProperties":false,"properties":{"reconcilerPeriod":{"$ref":"shared-duration.schema.json"}},"title":"WorkloadEndpointController"},"serviceAccount":{"type":"object","additionalProperties":false,"properties":{"reconcilerPeriod":{"$ref":"shared-duration.schema.json"}},"title":"ServiceAccountController"},"namespace":{"type":"object","additionalProperties":false,"properties":{"reconcilerPeriod":{"$ref":"shared-duration.schema.json"}},"title":"NamespaceController"},"loadBalancer":{"type":"object","additionalProperties":false,"properties":{"assignIPs":{"type":"string","enum":["AllServices","RequestedServicesOnly"]}},"title":"LoadBalancerController"},"policyMigration":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"string","enum":["Enabled","Disabled"]}},"title":"PolicyMigration"}},"title":"Controllers"},"debugProfilePort":{"type":"integer","minimum":0,"maximum":65535}},"title":"KubeControllersConfigurationSpec"},"status":{"type":"object","additionalProperties":false,"properties":{"runningConfig":{"type":"object"},"environmentVars":{"type":"object","additionalProperties":{"type":"string"}}},"title":"KubeControllersStatus"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("KubeControllersConfiguration" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "KubeControllersConfiguration"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data4 = data3.logSeverityScreen;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((((data4 === "Debug") || (data4 === "Info")) || (data4 === "Warning")) || (data4 === "Error")) || (data4 === "Fatal"))){
const err8 = {instancePath:instancePath+"/spec/logSeverityScreen",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.logSeverityScreen.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.healthChecks !== undefined){
let data5 = data3.healthChecks;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/spec/healthChecks",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((data5 === "Enabled") || (data5 === "Disabled"))){
const err10 = {instancePath:instancePath+"/spec/healthChecks",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.healthChecks.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err11 = {instancePath:instancePath+"/spec/prometheusMetricsPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/spec/prometheusMetricsPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err13 = {instancePath:instancePath+"/spec/prometheusMetricsPort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data3.controllers !== undefined){
let data8 = data3.controllers;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(((((((key2 === "node") || (key2 === "policy")) || (key2 === "workloadEndpoint")) || (key2 === "serviceAccount")) || (key2 === "namespace")) || (key2 === "loadBalancer")) || (key2 === "policyMigration"))){
const err14 = {instancePath:instancePath+"/spec/controllers",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.node !== undefined){
let data9 = data8.node;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
if(!((((key3 === "reconcilerPeriod") || (key3 === "syncLabels")) || (key3 === "hostEndpoint")) || (key3 === "leakGracePeriod"))){
const err15 = {instancePath:instancePath+"/spec/controllers/node",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err16 = {instancePath:instancePath+"/spec/controllers/node/syncLabels",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data11 === "Enabled") || (data11 === "Disabled"))){
const err17 = {instancePath:instancePath+"/spec/controllers/node/syncLabels",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.controllers.properties.node.properties.syncLabels.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data9.hostEndpoint !== undefined){
let data12 = data9.hostEndpoint;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key4 in data12){
if(!(((key4 === "autoCreate") || (key4 === "createDefaultHostEndpoint")) || (key4 === "templates"))){
const err18 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data12.autoCreate !== undefined){
let data13 = data12.autoCreate;
if(typeof data13 !== "string"){
const err19 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/autoCreate",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!((data13 === "Enabled") || (data13 === "Disabled"))){
const err20 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/autoCreate",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.controllers.properties.node.properties.hostEndpoint.properties.autoCreate.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.createDefaultHostEndpoint !== undefined){
let data14 = data12.createDefaultHostEndpoint;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/createDefaultHostEndpoint",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data14 === "Enabled") || (data14 === "Disabled"))){
const err22 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/createDefaultHostEndpoint",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.controllers.properties.node.properties.hostEndpoint.properties.createDefaultHostEndpoint.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
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
const err23 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0,keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data16.generateName !== undefined){
if(typeof data16.generateName !== "string"){
const err24 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/generateName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data16.interfaceCIDRs !== undefined){
let data18 = data16.interfaceCIDRs;
if(Array.isArray(data18)){
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
if(typeof data18[i1] !== "string"){
const err25 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfaceCIDRs/" + i1,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfaceCIDRs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data16.interfacePattern !== undefined){
if(typeof data16.interfacePattern !== "string"){
const err27 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/interfacePattern",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data16.labels !== undefined){
let data21 = data16.labels;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key6 in data21){
if(typeof data21[key6] !== "string"){
const err28 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/labels/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/labels",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data16.nodeSelector !== undefined){
if(typeof data16.nodeSelector !== "string"){
const err30 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0+"/nodeSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint/templates",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/controllers/node/hostEndpoint",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
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
const err34 = {instancePath:instancePath+"/spec/controllers/node",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data8.policy !== undefined){
let data25 = data8.policy;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key7 in data25){
if(!(key7 === "reconcilerPeriod")){
const err35 = {instancePath:instancePath+"/spec/controllers/policy",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
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
const err36 = {instancePath:instancePath+"/spec/controllers/policy",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data8.workloadEndpoint !== undefined){
let data27 = data8.workloadEndpoint;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key8 in data27){
if(!(key8 === "reconcilerPeriod")){
const err37 = {instancePath:instancePath+"/spec/controllers/workloadEndpoint",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
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
const err38 = {instancePath:instancePath+"/spec/controllers/workloadEndpoint",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data8.serviceAccount !== undefined){
let data29 = data8.serviceAccount;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
if(!(key9 === "reconcilerPeriod")){
const err39 = {instancePath:instancePath+"/spec/controllers/serviceAccount",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
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
const err40 = {instancePath:instancePath+"/spec/controllers/serviceAccount",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data8.namespace !== undefined){
let data31 = data8.namespace;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key10 in data31){
if(!(key10 === "reconcilerPeriod")){
const err41 = {instancePath:instancePath+"/spec/controllers/namespace",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
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
const err42 = {instancePath:instancePath+"/spec/controllers/namespace",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data8.loadBalancer !== undefined){
let data33 = data8.loadBalancer;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key11 in data33){
if(!(key11 === "assignIPs")){
const err43 = {instancePath:instancePath+"/spec/controllers/loadBalancer",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data33.assignIPs !== undefined){
let data34 = data33.assignIPs;
if(typeof data34 !== "string"){
const err44 = {instancePath:instancePath+"/spec/controllers/loadBalancer/assignIPs",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!((data34 === "AllServices") || (data34 === "RequestedServicesOnly"))){
const err45 = {instancePath:instancePath+"/spec/controllers/loadBalancer/assignIPs",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.controllers.properties.loadBalancer.properties.assignIPs.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/spec/controllers/loadBalancer",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data8.policyMigration !== undefined){
let data35 = data8.policyMigration;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key12 in data35){
if(!(key12 === "enabled")){
const err47 = {instancePath:instancePath+"/spec/controllers/policyMigration",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data35.enabled !== undefined){
let data36 = data35.enabled;
if(typeof data36 !== "string"){
const err48 = {instancePath:instancePath+"/spec/controllers/policyMigration/enabled",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(!((data36 === "Enabled") || (data36 === "Disabled"))){
const err49 = {instancePath:instancePath+"/spec/controllers/policyMigration/enabled",keyword:"enum",params:{allowedValues: schema46.properties.spec.properties.controllers.properties.policyMigration.properties.enabled.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/spec/controllers/policyMigration",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/controllers",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data3.debugProfilePort !== undefined){
let data37 = data3.debugProfilePort;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err52 = {instancePath:instancePath+"/spec/debugProfilePort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 65535 || isNaN(data37)){
const err53 = {instancePath:instancePath+"/spec/debugProfilePort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err54 = {instancePath:instancePath+"/spec/debugProfilePort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.status !== undefined){
let data38 = data.status;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key13 in data38){
if(!((key13 === "runningConfig") || (key13 === "environmentVars"))){
const err56 = {instancePath:instancePath+"/status",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data38.runningConfig !== undefined){
let data39 = data38.runningConfig;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
const err57 = {instancePath:instancePath+"/status/runningConfig",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data38.environmentVars !== undefined){
let data40 = data38.environmentVars;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key14 in data40){
if(typeof data40[key14] !== "string"){
const err58 = {instancePath:instancePath+"/status/environmentVars/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/status/environmentVars",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/status",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
validate151.errors = vErrors;
return errors === 0;
}
validate151.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkPolicy = validate160;
const schema47 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/NetworkPolicy.schema.json","title":"NetworkPolicy","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"NetworkPolicy"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"tier":{"type":"string"},"order":{"type":"number"},"ingress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"egress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"selector":{"type":"string"},"types":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"serviceAccountSelector":{"type":"string"},"performanceHints":{"type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]}}},"title":"NetworkPolicySpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("NetworkPolicy" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "NetworkPolicy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
const err7 = {instancePath:instancePath+"/spec/tier",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.order !== undefined){
let data5 = data3.order;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err8 = {instancePath:instancePath+"/spec/order",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
const err11 = {instancePath:instancePath+"/spec/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
const err13 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"enum",params:{allowedValues: schema47.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/spec/types",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
const err15 = {instancePath:instancePath+"/spec/serviceAccountSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err16 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(data15 === "AssumeNeededOnEveryNode")){
const err17 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"enum",params:{allowedValues: schema47.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/performanceHints",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate160.errors = vErrors;
return errors === 0;
}
validate160.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkSet = validate164;
const schema48 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/NetworkSet.schema.json","title":"NetworkSet","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"NetworkSet"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"nets":{"type":"array","items":{"type":"string"}}},"title":"NetworkSetSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("NetworkSet" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "NetworkSet"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.nets !== undefined){
let data4 = data3.nets;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err7 = {instancePath:instancePath+"/spec/nets/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/nets",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}
validate164.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Node = validate166;
const schema49 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/Node.schema.json","title":"Node","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"Node"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"bgp":{"type":"object","additionalProperties":false,"properties":{"asNumber":{"$ref":"shared-as-number.schema.json"},"ipv4Address":{"type":"string"},"ipv6Address":{"type":"string"},"ipv4IPIPTunnelAddr":{"type":"string"},"routeReflectorClusterID":{"type":"string"}},"title":"NodeBGPSpec"},"ipv4VXLANTunnelAddr":{"type":"string"},"vxlanTunnelMACAddr":{"type":"string"},"ipv6VXLANTunnelAddr":{"type":"string"},"vxlanTunnelMACAddrV6":{"type":"string"},"orchRefs":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"nodeName":{"type":"string"},"orchestrator":{"type":"string"}},"title":"OrchRef"}},"wireguard":{"type":"object","additionalProperties":false,"properties":{"interfaceIPv4Address":{"type":"string"},"interfaceIPv6Address":{"type":"string"}},"title":"NodeWireguardSpec"},"addresses":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"address":{"type":"string"},"type":{"type":"string"}},"title":"NodeAddress"}},"interfaces":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"addresses":{"type":"array","items":{"type":"string"}}},"title":"NodeInterface"}}},"title":"NodeSpec"},"status":{"type":"object","additionalProperties":false,"properties":{"wireguardPublicKey":{"type":"string"},"wireguardPublicKeyV6":{"type":"string"},"podCIDRs":{"type":"array","items":{"type":"string"}}},"title":"NodeStatus"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("Node" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "Node"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema49.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.bgp !== undefined){
let data4 = data3.bgp;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((((key2 === "asNumber") || (key2 === "ipv4Address")) || (key2 === "ipv6Address")) || (key2 === "ipv4IPIPTunnelAddr")) || (key2 === "routeReflectorClusterID"))){
const err7 = {instancePath:instancePath+"/spec/bgp",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
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
const err8 = {instancePath:instancePath+"/spec/bgp/ipv4Address",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.ipv6Address !== undefined){
if(typeof data4.ipv6Address !== "string"){
const err9 = {instancePath:instancePath+"/spec/bgp/ipv6Address",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.ipv4IPIPTunnelAddr !== undefined){
if(typeof data4.ipv4IPIPTunnelAddr !== "string"){
const err10 = {instancePath:instancePath+"/spec/bgp/ipv4IPIPTunnelAddr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.routeReflectorClusterID !== undefined){
if(typeof data4.routeReflectorClusterID !== "string"){
const err11 = {instancePath:instancePath+"/spec/bgp/routeReflectorClusterID",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/spec/bgp",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.ipv4VXLANTunnelAddr !== undefined){
if(typeof data3.ipv4VXLANTunnelAddr !== "string"){
const err13 = {instancePath:instancePath+"/spec/ipv4VXLANTunnelAddr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.vxlanTunnelMACAddr !== undefined){
if(typeof data3.vxlanTunnelMACAddr !== "string"){
const err14 = {instancePath:instancePath+"/spec/vxlanTunnelMACAddr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.ipv6VXLANTunnelAddr !== undefined){
if(typeof data3.ipv6VXLANTunnelAddr !== "string"){
const err15 = {instancePath:instancePath+"/spec/ipv6VXLANTunnelAddr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.vxlanTunnelMACAddrV6 !== undefined){
if(typeof data3.vxlanTunnelMACAddrV6 !== "string"){
const err16 = {instancePath:instancePath+"/spec/vxlanTunnelMACAddrV6",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
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
const err17 = {instancePath:instancePath+"/spec/orchRefs/" + i0,keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data15.nodeName !== undefined){
if(typeof data15.nodeName !== "string"){
const err18 = {instancePath:instancePath+"/spec/orchRefs/" + i0+"/nodeName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data15.orchestrator !== undefined){
if(typeof data15.orchestrator !== "string"){
const err19 = {instancePath:instancePath+"/spec/orchRefs/" + i0+"/orchestrator",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/orchRefs/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/orchRefs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.wireguard !== undefined){
let data18 = data3.wireguard;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!((key4 === "interfaceIPv4Address") || (key4 === "interfaceIPv6Address"))){
const err22 = {instancePath:instancePath+"/spec/wireguard",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data18.interfaceIPv4Address !== undefined){
if(typeof data18.interfaceIPv4Address !== "string"){
const err23 = {instancePath:instancePath+"/spec/wireguard/interfaceIPv4Address",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data18.interfaceIPv6Address !== undefined){
if(typeof data18.interfaceIPv6Address !== "string"){
const err24 = {instancePath:instancePath+"/spec/wireguard/interfaceIPv6Address",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/wireguard",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
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
const err26 = {instancePath:instancePath+"/spec/addresses/" + i1,keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data22.address !== undefined){
if(typeof data22.address !== "string"){
const err27 = {instancePath:instancePath+"/spec/addresses/" + i1+"/address",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data22.type !== undefined){
if(typeof data22.type !== "string"){
const err28 = {instancePath:instancePath+"/spec/addresses/" + i1+"/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/spec/addresses/" + i1,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/spec/addresses",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
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
const err31 = {instancePath:instancePath+"/spec/interfaces/" + i2,keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data26.name !== undefined){
if(typeof data26.name !== "string"){
const err32 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data26.addresses !== undefined){
let data28 = data26.addresses;
if(Array.isArray(data28)){
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
if(typeof data28[i3] !== "string"){
const err33 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/addresses/" + i3,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/addresses",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/spec/interfaces/" + i2,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/spec/interfaces",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.status !== undefined){
let data30 = data.status;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key7 in data30){
if(!(((key7 === "wireguardPublicKey") || (key7 === "wireguardPublicKeyV6")) || (key7 === "podCIDRs"))){
const err38 = {instancePath:instancePath+"/status",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data30.wireguardPublicKey !== undefined){
if(typeof data30.wireguardPublicKey !== "string"){
const err39 = {instancePath:instancePath+"/status/wireguardPublicKey",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data30.wireguardPublicKeyV6 !== undefined){
if(typeof data30.wireguardPublicKeyV6 !== "string"){
const err40 = {instancePath:instancePath+"/status/wireguardPublicKeyV6",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data30.podCIDRs !== undefined){
let data33 = data30.podCIDRs;
if(Array.isArray(data33)){
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
if(typeof data33[i4] !== "string"){
const err41 = {instancePath:instancePath+"/status/podCIDRs/" + i4,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/status/podCIDRs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/status",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate166.errors = vErrors;
return errors === 0;
}
validate166.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Profile = validate169;
const schema50 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/Profile.schema.json","title":"Profile","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"Profile"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"ingress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"egress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"labelsToApply":{"type":"object","additionalProperties":{"type":"string"}}},"title":"ProfileSpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("Profile" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "Profile"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
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
const err7 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
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
const err8 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.labelsToApply !== undefined){
let data8 = data3.labelsToApply;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(typeof data8[key2] !== "string"){
const err9 = {instancePath:instancePath+"/spec/labelsToApply/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec/labelsToApply",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate169.errors = vErrors;
return errors === 0;
}
validate169.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedGlobalNetworkPolicy = validate173;
const schema51 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/StagedGlobalNetworkPolicy.schema.json","title":"StagedGlobalNetworkPolicy","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"StagedGlobalNetworkPolicy"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"stagedAction":{"type":"string","enum":["Set","Delete","Learn","Ignore"]},"tier":{"type":"string"},"order":{"type":"number"},"ingress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"egress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"selector":{"type":"string"},"types":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"doNotTrack":{"type":"boolean"},"preDNAT":{"type":"boolean"},"applyOnForward":{"type":"boolean"},"serviceAccountSelector":{"type":"string"},"namespaceSelector":{"type":"string"},"performanceHints":{"type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]}}},"title":"StagedGlobalNetworkPolicySpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("StagedGlobalNetworkPolicy" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "StagedGlobalNetworkPolicy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema51.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/spec/stagedAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
const err8 = {instancePath:instancePath+"/spec/stagedAction",keyword:"enum",params:{allowedValues: schema51.properties.spec.properties.stagedAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
const err9 = {instancePath:instancePath+"/spec/tier",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.order !== undefined){
let data6 = data3.order;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/spec/order",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err11 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
const err13 = {instancePath:instancePath+"/spec/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
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
const err14 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data13 === "Ingress") || (data13 === "Egress"))){
const err15 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"enum",params:{allowedValues: schema51.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/spec/types",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.doNotTrack !== undefined){
if(typeof data3.doNotTrack !== "boolean"){
const err17 = {instancePath:instancePath+"/spec/doNotTrack",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.preDNAT !== undefined){
if(typeof data3.preDNAT !== "boolean"){
const err18 = {instancePath:instancePath+"/spec/preDNAT",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.applyOnForward !== undefined){
if(typeof data3.applyOnForward !== "boolean"){
const err19 = {instancePath:instancePath+"/spec/applyOnForward",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
const err20 = {instancePath:instancePath+"/spec/serviceAccountSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.namespaceSelector !== undefined){
if(typeof data3.namespaceSelector !== "string"){
const err21 = {instancePath:instancePath+"/spec/namespaceSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
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
const err22 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(data20 === "AssumeNeededOnEveryNode")){
const err23 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"enum",params:{allowedValues: schema51.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/spec/performanceHints",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate173.errors = vErrors;
return errors === 0;
}
validate173.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedKubernetesNetworkPolicy = validate177;
const schema52 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/StagedKubernetesNetworkPolicy.schema.json","title":"StagedKubernetesNetworkPolicy","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"StagedKubernetesNetworkPolicy"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"stagedAction":{"type":"string","enum":["Set","Delete","Learn","Ignore"]},"podSelector":{"$ref":"shared-label-selector.schema.json"},"ingress":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"ports":{"type":"array","items":{"$ref":"shared-kubernetes-port.schema.json"}},"from":{"type":"array","items":{"$ref":"shared-kubernetes-peer.schema.json"}}},"title":"KubernetesIngressRule"}},"egress":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"ports":{"type":"array","items":{"$ref":"shared-kubernetes-port.schema.json"}},"to":{"type":"array","items":{"$ref":"shared-kubernetes-peer.schema.json"}}},"title":"KubernetesEgressRule"}},"policyTypes":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}}},"title":"StagedKubernetesNetworkPolicySpec"}}};
const schema53 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-label-selector.schema.json","type":"object","additionalProperties":false,"properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["key","operator"],"properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}},"title":"LabelCondition"}}},"title":"KubernetesSelector"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.matchLabels !== undefined){
let data0 = data.matchLabels;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(typeof data0[key1] !== "string"){
const err1 = {instancePath:instancePath+"/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/matchLabels",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
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
const err3 = {instancePath:instancePath+"/matchExpressions/" + i0,keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data3.operator === undefined){
const err4 = {instancePath:instancePath+"/matchExpressions/" + i0,keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key2 in data3){
if(!(((key2 === "key") || (key2 === "operator")) || (key2 === "values"))){
const err5 = {instancePath:instancePath+"/matchExpressions/" + i0,keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.key !== undefined){
if(typeof data3.key !== "string"){
const err6 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.operator !== undefined){
if(typeof data3.operator !== "string"){
const err7 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.values !== undefined){
let data6 = data3.values;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(typeof data6[i1] !== "string"){
const err8 = {instancePath:instancePath+"/matchExpressions/" + i0+"/values/" + i1,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/matchExpressions/" + i0+"/values",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/matchExpressions/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/matchExpressions",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate179.errors = vErrors;
return errors === 0;
}
validate179.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema54 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-kubernetes-port.schema.json","type":"object","additionalProperties":false,"properties":{"protocol":{"type":"string"},"port":{"$ref":"shared-port.schema.json"},"endPort":{"type":"integer"}},"title":"KubernetesPort"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.protocol !== undefined){
if(typeof data.protocol !== "string"){
const err1 = {instancePath:instancePath+"/protocol",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
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
const err2 = {instancePath:instancePath+"/endPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate181.errors = vErrors;
return errors === 0;
}
validate181.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema55 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-kubernetes-peer.schema.json","type":"object","additionalProperties":false,"properties":{"podSelector":{"$ref":"shared-label-selector.schema.json"},"namespaceSelector":{"$ref":"shared-label-selector.schema.json"},"ipBlock":{"type":"object","additionalProperties":false,"required":["cidr"],"properties":{"cidr":{"type":"string"},"except":{"type":"array","items":{"type":"string"}}},"title":"KubernetesIPBlock"}},"title":"KubernetesPeer"};

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
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
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
const err1 = {instancePath:instancePath+"/ipBlock",keyword:"required",params:{missingProperty: "cidr"},message:"must have required property '"+"cidr"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "cidr") || (key1 === "except"))){
const err2 = {instancePath:instancePath+"/ipBlock",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data2.cidr !== undefined){
if(typeof data2.cidr !== "string"){
const err3 = {instancePath:instancePath+"/ipBlock/cidr",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.except !== undefined){
let data4 = data2.except;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err4 = {instancePath:instancePath+"/ipBlock/except/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/ipBlock/except",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/ipBlock",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("StagedKubernetesNetworkPolicy" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "StagedKubernetesNetworkPolicy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/spec/stagedAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
const err8 = {instancePath:instancePath+"/spec/stagedAction",keyword:"enum",params:{allowedValues: schema52.properties.spec.properties.stagedAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
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
const err9 = {instancePath:instancePath+"/spec/ingress/" + i0,keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
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
const err10 = {instancePath:instancePath+"/spec/ingress/" + i0+"/ports",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err11 = {instancePath:instancePath+"/spec/ingress/" + i0+"/from",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/spec/ingress/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
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
const err14 = {instancePath:instancePath+"/spec/egress/" + i3,keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
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
const err15 = {instancePath:instancePath+"/spec/egress/" + i3+"/ports",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
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
const err16 = {instancePath:instancePath+"/spec/egress/" + i3+"/to",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/spec/egress/" + i3,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
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
const err19 = {instancePath:instancePath+"/spec/policyTypes/" + i6,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!((data19 === "Ingress") || (data19 === "Egress"))){
const err20 = {instancePath:instancePath+"/spec/policyTypes/" + i6,keyword:"enum",params:{allowedValues: schema52.properties.spec.properties.policyTypes.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/policyTypes",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate177.errors = vErrors;
return errors === 0;
}
validate177.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const StagedNetworkPolicy = validate190;
const schema56 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/StagedNetworkPolicy.schema.json","title":"StagedNetworkPolicy","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"StagedNetworkPolicy"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"stagedAction":{"type":"string","enum":["Set","Delete","Learn","Ignore"]},"tier":{"type":"string"},"order":{"type":"number"},"ingress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"egress":{"type":"array","items":{"$ref":"shared-rule.schema.json"}},"selector":{"type":"string"},"types":{"type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"serviceAccountSelector":{"type":"string"},"performanceHints":{"type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]}}},"title":"StagedNetworkPolicySpec"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("StagedNetworkPolicy" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "StagedNetworkPolicy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
if(!(func1.call(schema56.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.stagedAction !== undefined){
let data4 = data3.stagedAction;
if(typeof data4 !== "string"){
const err7 = {instancePath:instancePath+"/spec/stagedAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((data4 === "Set") || (data4 === "Delete")) || (data4 === "Learn")) || (data4 === "Ignore"))){
const err8 = {instancePath:instancePath+"/spec/stagedAction",keyword:"enum",params:{allowedValues: schema56.properties.spec.properties.stagedAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.tier !== undefined){
if(typeof data3.tier !== "string"){
const err9 = {instancePath:instancePath+"/spec/tier",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.order !== undefined){
let data6 = data3.order;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/spec/order",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
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
const err11 = {instancePath:instancePath+"/spec/ingress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/spec/egress",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.selector !== undefined){
if(typeof data3.selector !== "string"){
const err13 = {instancePath:instancePath+"/spec/selector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
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
const err14 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data13 === "Ingress") || (data13 === "Egress"))){
const err15 = {instancePath:instancePath+"/spec/types/" + i2,keyword:"enum",params:{allowedValues: schema56.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/spec/types",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.serviceAccountSelector !== undefined){
if(typeof data3.serviceAccountSelector !== "string"){
const err17 = {instancePath:instancePath+"/spec/serviceAccountSelector",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
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
const err18 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(data16 === "AssumeNeededOnEveryNode")){
const err19 = {instancePath:instancePath+"/spec/performanceHints/" + i3,keyword:"enum",params:{allowedValues: schema56.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/performanceHints",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate190.errors = vErrors;
return errors === 0;
}
validate190.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Tier = validate194;
const schema57 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/Tier.schema.json","title":"Tier","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"Tier"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"properties":{"order":{"type":"number"},"defaultAction":{"type":"string","enum":["Pass","Deny"]}},"title":"TierSpec"},"status":{"type":"object","additionalProperties":false,"properties":{"conditions":{"type":"array","items":{"type":"object"}}},"title":"TierStatus"}}};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("Tier" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "Tier"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.order !== undefined){
let data4 = data3.order;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err7 = {instancePath:instancePath+"/spec/order",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.defaultAction !== undefined){
let data5 = data3.defaultAction;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/spec/defaultAction",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data5 === "Pass") || (data5 === "Deny"))){
const err9 = {instancePath:instancePath+"/spec/defaultAction",keyword:"enum",params:{allowedValues: schema57.properties.spec.properties.defaultAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.status !== undefined){
let data6 = data.status;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!(key2 === "conditions")){
const err11 = {instancePath:instancePath+"/status",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err12 = {instancePath:instancePath+"/status/conditions/" + i0,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/status/conditions",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/status",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate194.errors = vErrors;
return errors === 0;
}
validate194.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const WorkloadEndpoint = validate196;
const schema58 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/WorkloadEndpoint.schema.json","title":"WorkloadEndpoint","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"const":"WorkloadEndpoint"},"apiVersion":{"const":"projectcalico.org/v3"},"metadata":{"$ref":"shared-metadata.schema.json"},"spec":{"type":"object","additionalProperties":false,"required":["interfaceName"],"properties":{"orchestrator":{"type":"string"},"workload":{"type":"string"},"node":{"type":"string"},"containerID":{"type":"string"},"pod":{"type":"string"},"endpoint":{"type":"string"},"serviceAccountName":{"type":"string"},"ipNetworks":{"type":"array","items":{"type":"string"}},"ipNATs":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"internalIP":{"type":"string"},"externalIP":{"type":"string"}},"title":"IPNAT"}},"ipv4Gateway":{"type":"string"},"ipv6Gateway":{"type":"string"},"profiles":{"type":"array","items":{"type":"string"}},"interfaceName":{"type":"string"},"mac":{"type":"string"},"ports":{"type":"array","items":{"$ref":"shared-workload-port.schema.json"}},"allowSpoofedSourcePrefixes":{"type":"array","items":{"type":"string"}},"qosControls":{"type":"object","additionalProperties":false,"properties":{"ingressBandwidth":{"type":"integer"},"ingressBurst":{"type":"integer"},"ingressPeakrate":{"type":"integer"},"ingressMinburst":{"type":"integer"},"egressBandwidth":{"type":"integer"},"egressBurst":{"type":"integer"},"egressPeakrate":{"type":"integer"},"egressMinburst":{"type":"integer"},"ingressPacketRate":{"type":"integer"},"ingressPacketBurst":{"type":"integer"},"egressPacketRate":{"type":"integer"},"egressPacketBurst":{"type":"integer"},"ingressMaxConnections":{"type":"integer"},"egressMaxConnections":{"type":"integer"},"dscp":{"$ref":"shared-dscp.schema.json"}},"title":"QoSControls"}},"title":"WorkloadEndpointSpec"}}};
const schema59 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://calicoctl-ts.github.io/schemas/shared-workload-port.schema.json","type":"object","additionalProperties":false,"required":["protocol","port"],"properties":{"name":{"type":"string"},"protocol":{"$ref":"shared-protocol.schema.json"},"port":{"type":"integer","minimum":1,"maximum":65535},"hostPort":{"type":"integer","minimum":0,"maximum":65535},"hostIP":{"type":"string"}},"title":"WorkloadPort"};

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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.port === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "protocol")) || (key0 === "port")) || (key0 === "hostPort")) || (key0 === "hostIP"))){
const err2 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err3 = {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
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
const err4 = {instancePath:instancePath+"/port",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/port",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/port",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.hostPort !== undefined){
let data3 = data.hostPort;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/hostPort",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65535 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/hostPort",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/hostPort",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.hostIP !== undefined){
if(typeof data.hostIP !== "string"){
const err10 = {instancePath:instancePath+"/hostIP",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
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
const err0 = {instancePath,keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "apiVersion")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("WorkloadEndpoint" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",keyword:"const",params:{allowedValue: "WorkloadEndpoint"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("projectcalico.org/v3" !== data.apiVersion){
const err5 = {instancePath:instancePath+"/apiVersion",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
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
const err6 = {instancePath:instancePath+"/spec",keyword:"required",params:{missingProperty: "interfaceName"},message:"must have required property '"+"interfaceName"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data3){
if(!(func1.call(schema58.properties.spec.properties, key1))){
const err7 = {instancePath:instancePath+"/spec",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.orchestrator !== undefined){
if(typeof data3.orchestrator !== "string"){
const err8 = {instancePath:instancePath+"/spec/orchestrator",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.workload !== undefined){
if(typeof data3.workload !== "string"){
const err9 = {instancePath:instancePath+"/spec/workload",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.node !== undefined){
if(typeof data3.node !== "string"){
const err10 = {instancePath:instancePath+"/spec/node",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.containerID !== undefined){
if(typeof data3.containerID !== "string"){
const err11 = {instancePath:instancePath+"/spec/containerID",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.pod !== undefined){
if(typeof data3.pod !== "string"){
const err12 = {instancePath:instancePath+"/spec/pod",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.endpoint !== undefined){
if(typeof data3.endpoint !== "string"){
const err13 = {instancePath:instancePath+"/spec/endpoint",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.serviceAccountName !== undefined){
if(typeof data3.serviceAccountName !== "string"){
const err14 = {instancePath:instancePath+"/spec/serviceAccountName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.ipNetworks !== undefined){
let data11 = data3.ipNetworks;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(typeof data11[i0] !== "string"){
const err15 = {instancePath:instancePath+"/spec/ipNetworks/" + i0,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/spec/ipNetworks",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
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
const err17 = {instancePath:instancePath+"/spec/ipNATs/" + i1,keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data14.internalIP !== undefined){
if(typeof data14.internalIP !== "string"){
const err18 = {instancePath:instancePath+"/spec/ipNATs/" + i1+"/internalIP",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data14.externalIP !== undefined){
if(typeof data14.externalIP !== "string"){
const err19 = {instancePath:instancePath+"/spec/ipNATs/" + i1+"/externalIP",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/ipNATs/" + i1,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/ipNATs",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.ipv4Gateway !== undefined){
if(typeof data3.ipv4Gateway !== "string"){
const err22 = {instancePath:instancePath+"/spec/ipv4Gateway",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data3.ipv6Gateway !== undefined){
if(typeof data3.ipv6Gateway !== "string"){
const err23 = {instancePath:instancePath+"/spec/ipv6Gateway",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.profiles !== undefined){
let data19 = data3.profiles;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
if(typeof data19[i2] !== "string"){
const err24 = {instancePath:instancePath+"/spec/profiles/" + i2,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/spec/profiles",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data3.interfaceName !== undefined){
if(typeof data3.interfaceName !== "string"){
const err26 = {instancePath:instancePath+"/spec/interfaceName",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data3.mac !== undefined){
if(typeof data3.mac !== "string"){
const err27 = {instancePath:instancePath+"/spec/mac",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
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
const err28 = {instancePath:instancePath+"/spec/ports",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.allowSpoofedSourcePrefixes !== undefined){
let data25 = data3.allowSpoofedSourcePrefixes;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i4=0; i4<len4; i4++){
if(typeof data25[i4] !== "string"){
const err29 = {instancePath:instancePath+"/spec/allowSpoofedSourcePrefixes/" + i4,keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/spec/allowSpoofedSourcePrefixes",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data3.qosControls !== undefined){
let data27 = data3.qosControls;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key3 in data27){
if(!(func1.call(schema58.properties.spec.properties.qosControls.properties, key3))){
const err31 = {instancePath:instancePath+"/spec/qosControls",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data27.ingressBandwidth !== undefined){
let data28 = data27.ingressBandwidth;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err32 = {instancePath:instancePath+"/spec/qosControls/ingressBandwidth",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data27.ingressBurst !== undefined){
let data29 = data27.ingressBurst;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err33 = {instancePath:instancePath+"/spec/qosControls/ingressBurst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data27.ingressPeakrate !== undefined){
let data30 = data27.ingressPeakrate;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err34 = {instancePath:instancePath+"/spec/qosControls/ingressPeakrate",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.ingressMinburst !== undefined){
let data31 = data27.ingressMinburst;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err35 = {instancePath:instancePath+"/spec/qosControls/ingressMinburst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data27.egressBandwidth !== undefined){
let data32 = data27.egressBandwidth;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err36 = {instancePath:instancePath+"/spec/qosControls/egressBandwidth",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data27.egressBurst !== undefined){
let data33 = data27.egressBurst;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err37 = {instancePath:instancePath+"/spec/qosControls/egressBurst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data27.egressPeakrate !== undefined){
let data34 = data27.egressPeakrate;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err38 = {instancePath:instancePath+"/spec/qosControls/egressPeakrate",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data27.egressMinburst !== undefined){
let data35 = data27.egressMinburst;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err39 = {instancePath:instancePath+"/spec/qosControls/egressMinburst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data27.ingressPacketRate !== undefined){
let data36 = data27.ingressPacketRate;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err40 = {instancePath:instancePath+"/spec/qosControls/ingressPacketRate",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data27.ingressPacketBurst !== undefined){
let data37 = data27.ingressPacketBurst;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err41 = {instancePath:instancePath+"/spec/qosControls/ingressPacketBurst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data27.egressPacketRate !== undefined){
let data38 = data27.egressPacketRate;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err42 = {instancePath:instancePath+"/spec/qosControls/egressPacketRate",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data27.egressPacketBurst !== undefined){
let data39 = data27.egressPacketBurst;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err43 = {instancePath:instancePath+"/spec/qosControls/egressPacketBurst",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data27.ingressMaxConnections !== undefined){
let data40 = data27.ingressMaxConnections;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err44 = {instancePath:instancePath+"/spec/qosControls/ingressMaxConnections",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data27.egressMaxConnections !== undefined){
let data41 = data27.egressMaxConnections;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err45 = {instancePath:instancePath+"/spec/qosControls/egressMaxConnections",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
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
const err46 = {instancePath:instancePath+"/spec/qosControls",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath,keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate196.errors = vErrors;
return errors === 0;
}
validate196.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

function joined(all, more) {
  const errors = all ?? [];
  for (const error of more) errors.push(error);
  return errors;
}
