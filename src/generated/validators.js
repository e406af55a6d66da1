// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
export const BGPConfiguration = validate52;
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"BGPConfiguration","description":"BGP settings: `default` for all nodes, `node.NAME` for one.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"BGPConfiguration"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The settings.","type":"object","additionalProperties":false,"properties":{"logSeverityScreen":{"description":"The least severity that is logged.","type":"string","enum":["Debug","Info","Warning","Error","Fatal"]},"nodeToNodeMeshEnabled":{"description":"Whether every node peers with every other; only in `default`.","type":"boolean","x-keep-zero":true},"asNumber":{"description":"The cluster's AS number; only in `default`.","$ref":"shared/as-number.schema.json","x-keep-zero":true}},"title":"BGPConfigurationSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};
const schema20 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"What names a resource and describes it to people and tools.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"The name, unique within the kind (and namespace). Lower case letters, digits, `-` and, for most kinds, `.`; at most 253 characters.","type":"string","minLength":1},"generateName":{"description":"Ignored by Calico; accepted because Kubernetes tools write it.","type":"string"},"namespace":{"description":"The namespace, for the kinds that live in one; must be absent for the others.","type":"string"},"selfLink":{"description":"Set by Kubernetes tools; dropped.","type":"string"},"uid":{"description":"Set by the datastore when the resource is created; what a manifest says is dropped.","type":"string"},"resourceVersion":{"description":"The revision of the stored resource that a change is based on. Must be absent on create; on apply and replace, when present, it must be the current one.","type":"string"},"generation":{"description":"Set by Kubernetes tools; dropped.","type":"integer"},"creationTimestamp":{"description":"Set by the datastore when the resource is created; what a manifest says is dropped.","type":"string","x-scalar":"timestamp","x-keep-zero":true},"deletionTimestamp":{"description":"Set by Kubernetes tools; dropped.","type":"string","x-scalar":"timestamp"},"deletionGracePeriodSeconds":{"description":"Set by Kubernetes tools; dropped.","type":"integer","x-keep-zero":true},"labels":{"description":"Labels, which selectors match. Keys may have a DNS prefix (`example.com/role`); values have at most 63 letters, digits, `-`, `_` and `.`.","type":"object","additionalProperties":{"type":"string"}},"annotations":{"description":"Notes for people and tools; keys like those of labels, values free text, 256 KiB in all.","type":"object","additionalProperties":{"type":"string"}},"ownerReferences":{"description":"Set by Kubernetes tools; dropped.","type":"array","items":{"type":"object"}},"finalizers":{"description":"Set by Kubernetes tools; dropped.","type":"array","items":{"type":"string"}},"clusterName":{"description":"Set by Kubernetes tools; dropped.","type":"string"},"managedFields":{"description":"Set by Kubernetes tools; dropped.","type":"array","items":{"type":"object"}}},"title":"ObjectMetadata"};
const func1 = Object.prototype.hasOwnProperty;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err4 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err5 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err6 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err7 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err9 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err10 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err13 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err14 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err15 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err16 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err17 = {instancePath:instancePath+"/ownerReferences/" + i0,schemaPath:"#/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err18 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err19 = {instancePath:instancePath+"/finalizers/" + i1,schemaPath:"#/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err20 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err21 = {instancePath:instancePath+"/clusterName",schemaPath:"#/properties/clusterName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err22 = {instancePath:instancePath+"/managedFields/" + i2,schemaPath:"#/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err23 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
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

const schema21 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"ASNumber","description":"An autonomous system number: 0 to 4294967295, or written as two 16 bit halves (`\"65000.1\"`).","x-scalar":"as-number","anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"string","pattern":"^[0-9]{1,10}([.][0-9]{1,5})?$"}]};
const pattern3 = new RegExp("^[0-9]{1,10}([.][0-9]{1,5})?$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err3 = {instancePath,schemaPath:"#/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,10}([.][0-9]{1,5})?$"},message:"must match pattern \""+"^[0-9]{1,10}([.][0-9]{1,5})?$"+"\""};
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
const err4 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
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


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "BGPConfiguration"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "logSeverityScreen") || (key1 === "nodeToNodeMeshEnabled")) || (key1 === "asNumber"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/logSeverityScreen",schemaPath:"#/properties/spec/properties/logSeverityScreen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((((data4 === "Debug") || (data4 === "Info")) || (data4 === "Warning")) || (data4 === "Error")) || (data4 === "Fatal"))){
const err8 = {instancePath:instancePath+"/spec/logSeverityScreen",schemaPath:"#/properties/spec/properties/logSeverityScreen/enum",keyword:"enum",params:{allowedValues: schema19.properties.spec.properties.logSeverityScreen.enum},message:"must be equal to one of the allowed values"};
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
const err9 = {instancePath:instancePath+"/spec/nodeToNodeMeshEnabled",schemaPath:"#/properties/spec/properties/nodeToNodeMeshEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const BGPPeer = validate57;
const schema22 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"BGPPeer","description":"A BGP peer of nodes.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"BGPPeer"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"Who peers with whom.","type":"object","additionalProperties":false,"properties":{"node":{"description":"The node that peers; absent: every node.","type":"string"},"peerIP":{"description":"The peer's address.","type":"string","x-stored":{"v3.7":""}},"asNumber":{"description":"The peer's AS number.","$ref":"shared/as-number.schema.json","x-stored":{"v3.7":0}},"nodeSelector":{"description":"The nodes that peer.","type":"string","x-scalar":"selector"},"peerSelector":{"description":"The nodes that are the peers.","type":"string","x-scalar":"selector"}},"title":"BGPPeerSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "BGPPeer"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((((key1 === "node") || (key1 === "peerIP")) || (key1 === "asNumber")) || (key1 === "nodeSelector")) || (key1 === "peerSelector"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/node",schemaPath:"#/properties/spec/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/peerIP",schemaPath:"#/properties/spec/properties/peerIP/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data3.nodeSelector !== undefined){
if(typeof data3.nodeSelector !== "string"){
const err9 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/peerSelector",schemaPath:"#/properties/spec/properties/peerSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ClusterInformation = validate60;
const schema23 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"ClusterInformation","description":"Facts about the cluster, written by Calico itself; read-only for this tool.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"ClusterInformation"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The facts.","type":"object","additionalProperties":false,"properties":{"clusterGUID":{"description":"The cluster's id.","type":"string"},"clusterType":{"description":"What the cluster runs on.","type":"string"},"calicoVersion":{"description":"The Calico version installed.","type":"string"},"datastoreReady":{"description":"Whether Felix may start.","type":"boolean","x-keep-zero":true},"variant":{"description":"The Calico variant installed.","type":"string","x-since":"v3.32"}},"title":"ClusterInformationSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "ClusterInformation"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((((key1 === "clusterGUID") || (key1 === "clusterType")) || (key1 === "calicoVersion")) || (key1 === "datastoreReady")) || (key1 === "variant"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/clusterGUID",schemaPath:"#/properties/spec/properties/clusterGUID/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/clusterType",schemaPath:"#/properties/spec/properties/clusterType/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err9 = {instancePath:instancePath+"/spec/calicoVersion",schemaPath:"#/properties/spec/properties/calicoVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/datastoreReady",schemaPath:"#/properties/spec/properties/datastoreReady/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err11 = {instancePath:instancePath+"/spec/variant",schemaPath:"#/properties/spec/properties/variant/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const FelixConfiguration = validate62;
const schema24 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"FelixConfiguration","description":"Settings of Felix, the agent on every node: `default` for all, `node.NAME` for one node.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"FelixConfiguration"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The settings; what is absent has Felix's own default.","type":"object","additionalProperties":false,"properties":{"useInternalDataplaneDriver":{"description":"Use the dataplane driver that is part of Felix.","type":"boolean","x-keep-zero":true},"dataplaneDriver":{"description":"The program to use as an external dataplane driver.","type":"string"},"ipv6Support":{"description":"Whether Felix handles IPv6.","type":"boolean","x-keep-zero":true},"routeRefreshInterval":{"description":"How often to check the routes; 0 turns it off.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesRefreshInterval":{"description":"How often to check the iptables rules; 0 turns it off.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesPostWriteCheckInterval":{"description":"How long after a write to check that nobody overwrote it.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesLockFilePath":{"description":"Where the iptables lock file is.","type":"string"},"iptablesLockTimeout":{"description":"How long to wait for the iptables lock; 0 turns its use off.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesLockProbeInterval":{"description":"How often to try the iptables lock while waiting.","$ref":"shared/duration.schema.json","x-keep-zero":true},"ipsetsRefreshInterval":{"description":"How often to check the IP sets; 0 turns it off.","$ref":"shared/duration.schema.json","x-keep-zero":true},"maxIpsetSize":{"description":"The largest IP set Felix may make.","type":"integer","x-keep-zero":true},"iptablesBackend":{"description":"Which iptables to use.","type":"string","enum":["Legacy","NFT"],"x-keep-zero":true},"XDPRefreshInterval":{"description":"How often to check the XDP state; 0 turns it off.","$ref":"shared/duration.schema.json","x-keep-zero":true,"x-stored":{"v3.7":null}},"netlinkTimeout":{"description":"How long to wait for the kernel's answer.","$ref":"shared/duration.schema.json","x-keep-zero":true},"metadataAddr":{"description":"The server that answers virtual machines' metadata queries; `none` for no such rule.","type":"string"},"metadataPort":{"description":"The metadata server's port.","type":"integer","x-keep-zero":true},"openstackRegion":{"description":"The OpenStack region this Felix belongs to; a DNS label.","type":"string"},"interfacePrefix":{"description":"What workload interfaces' names begin with; a comma separated list.","type":"string"},"interfaceExclude":{"description":"Interfaces to ignore when looking for host endpoints; a comma separated list.","type":"string"},"chainInsertMode":{"description":"Whether Felix puts its rules at the top (`Insert`) or the bottom (`Append`) of the kernel's chains.","type":"string"},"defaultEndpointToHostAction":{"description":"What happens to packets from a workload to its own host, after policy.","type":"string","enum":["Drop","Accept","Return"]},"iptablesFilterAllowAction":{"description":"What an allowed packet does in the filter table: end there (`Accept`) or go on to the host's own rules (`Return`).","type":"string","enum":["Accept","Return"]},"iptablesMangleAllowAction":{"description":"What a packet allowed by pre-DNAT policy does in the mangle table.","type":"string","enum":["Accept","Return"]},"logPrefix":{"description":"What log lines of `Log` rules begin with.","type":"string"},"logFilePath":{"description":"Where Felix logs; `none` for no file.","type":"string"},"logSeverityFile":{"description":"The least severity that goes to the log file.","type":"string","enum":["Debug","Info","Warning","Error","Fatal"]},"logSeverityScreen":{"description":"The least severity that goes to standard output.","type":"string","enum":["Debug","Info","Warning","Error","Fatal"]},"logSeveritySys":{"description":"The least severity that goes to syslog.","type":"string","enum":["Debug","Info","Warning","Error","Fatal"]},"ipipEnabled":{"description":"Whether to set up the IP-in-IP tunnel.","type":"boolean","x-keep-zero":true},"ipipMTU":{"description":"The MTU of the IP-in-IP tunnel.","type":"integer","x-keep-zero":true},"vxlanEnabled":{"description":"Whether to set up the VXLAN tunnel.","type":"boolean","x-keep-zero":true},"vxlanMTU":{"description":"The MTU of the VXLAN tunnel.","type":"integer","x-keep-zero":true},"vxlanPort":{"description":"The UDP port of VXLAN.","type":"integer","x-keep-zero":true},"vxlanVNI":{"description":"The VXLAN network id.","type":"integer","x-keep-zero":true},"reportingInterval":{"description":"How often Felix reports its status; 0 turns it off.","$ref":"shared/duration.schema.json","x-keep-zero":true},"reportingTTL":{"description":"How long a status report is valid.","$ref":"shared/duration.schema.json","x-keep-zero":true},"endpointReportingEnabled":{"description":"Whether to report the status of endpoints.","type":"boolean","x-keep-zero":true},"endpointReportingDelay":{"description":"How long to collect endpoint status before reporting it.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesMarkMask":{"description":"Which bits of packet marks Felix may use.","type":"integer","minimum":0,"maximum":4294967295,"x-keep-zero":true},"disableConntrackInvalidCheck":{"description":"Do not drop packets that connection tracking calls invalid.","type":"boolean","x-keep-zero":true},"healthEnabled":{"description":"Whether to serve health reports.","type":"boolean","x-keep-zero":true},"healthHost":{"description":"The address health reports are served on.","type":"string","x-keep-zero":true},"healthPort":{"description":"The port health reports are served on.","type":"integer","x-keep-zero":true},"prometheusMetricsEnabled":{"description":"Whether to serve Prometheus metrics.","type":"boolean","x-keep-zero":true},"prometheusMetricsHost":{"description":"The address metrics are served on.","type":"string"},"prometheusMetricsPort":{"description":"The port metrics are served on.","type":"integer","x-keep-zero":true},"prometheusGoMetricsEnabled":{"description":"Whether to serve the Go runtime's metrics.","type":"boolean","x-keep-zero":true},"prometheusProcessMetricsEnabled":{"description":"Whether to serve the process's metrics.","type":"boolean","x-keep-zero":true},"failsafeInboundHostPorts":{"description":"Ports that are always open on host endpoints, whatever policies say; an empty list turns this off.","type":"array","items":{"description":"A port that stays open.","$ref":"shared/proto-port.schema.json"},"x-keep-zero":true},"failsafeOutboundHostPorts":{"description":"Ports that host endpoints may always connect to, whatever policies say; an empty list turns this off.","type":"array","items":{"description":"A port that stays open.","$ref":"shared/proto-port.schema.json"},"x-keep-zero":true},"kubeNodePortRanges":{"description":"The port ranges of Kubernetes node ports; at most 7, no names.","type":"array","items":{"description":"A range.","$ref":"shared/port.schema.json"},"x-keep-zero":true},"policySyncPathPrefix":{"description":"The directory for the sockets of application layer policy.","type":"string"},"usageReportingEnabled":{"description":"Whether to report Calico's version and the cluster's size to the project.","type":"boolean","x-keep-zero":true},"usageReportingInitialDelay":{"description":"How long to wait before the first usage report.","$ref":"shared/duration.schema.json","x-keep-zero":true},"usageReportingInterval":{"description":"How often to make a usage report.","$ref":"shared/duration.schema.json","x-keep-zero":true},"natPortRange":{"description":"The source ports used for outgoing NAT.","$ref":"shared/port.schema.json","x-keep-zero":true},"natOutgoingAddress":{"description":"The source address used for outgoing NAT; IPv4.","type":"string"},"deviceRouteSourceAddress":{"description":"The source address of device routes; IPv4.","type":"string"},"deviceRouteProtocol":{"description":"The protocol number of device routes.","type":"integer","x-keep-zero":true},"removeExternalRoutes":{"description":"Whether to remove device routes that Felix did not make.","type":"boolean","x-keep-zero":true},"externalNodesList":{"description":"Networks of nodes outside the cluster whose tunnel traffic is accepted; IPv4.","type":"array","items":{"type":"string"},"x-keep-zero":true},"debugMemoryProfilePath":{"description":"Where to write memory profiles.","type":"string"},"debugDisableLogDropping":{"description":"Never drop log lines.","type":"boolean","x-keep-zero":true},"debugSimulateCalcGraphHangAfter":{"description":"For tests: hang the calculation after this time.","$ref":"shared/duration.schema.json","x-keep-zero":true},"debugSimulateDataplaneHangAfter":{"description":"For tests: hang the dataplane after this time.","$ref":"shared/duration.schema.json","x-keep-zero":true},"iptablesNATOutgoingInterfaceFilter":{"description":"Only translate what leaves by this interface.","type":"string"},"sidecarAccelerationEnabled":{"description":"Speed up traffic between sidecars and workloads.","type":"boolean","x-keep-zero":true},"xdpEnabled":{"description":"Speed up untracked deny rules with XDP.","type":"boolean","x-keep-zero":true},"genericXDPEnabled":{"description":"Use XDP on drivers without support for it.","type":"boolean","x-keep-zero":true}},"title":"FelixConfigurationSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};
const schema25 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Duration","description":"A length of time with its unit, as Go writes it: `90s`, `1m30s`, `250ms`.","type":"string","x-scalar":"duration","pattern":"^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"};
const pattern4 = new RegExp("^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$", "u");

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern4.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"},message:"must match pattern \""+"^[-+]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"+"\""};
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
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema26 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"A port of a protocol.","type":"object","additionalProperties":false,"properties":{"protocol":{"description":"The protocol, `TCP` or `UDP`.","type":"string","x-keep-zero":true},"port":{"description":"The port number.","type":"integer","minimum":0,"maximum":65535,"x-keep-zero":true}},"title":"ProtoPort"};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate76.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "protocol") || (key0 === "port"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err1 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err2 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err3 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}
validate76.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Port","description":"A port of a rule: a number from 1 to 65535, an inclusive range (`\"8000:8010\"`), or the name of a port that endpoints define.","x-scalar":"port","anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-zA-Z0-9_.:-]{1,128}$"}]};
const pattern5 = new RegExp("^[a-zA-Z0-9_.:-]{1,128}$", "u");

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate79.evaluated;
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
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
const err3 = {instancePath,schemaPath:"#/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_.:-]{1,128}$"},message:"must match pattern \""+"^[a-zA-Z0-9_.:-]{1,128}$"+"\""};
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
const err4 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
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
validate79.errors = vErrors;
return errors === 0;
}
validate79.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "FelixConfiguration"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(schema24.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/useInternalDataplaneDriver",schemaPath:"#/properties/spec/properties/useInternalDataplaneDriver/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err8 = {instancePath:instancePath+"/spec/dataplaneDriver",schemaPath:"#/properties/spec/properties/dataplaneDriver/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.ipv6Support !== undefined){
if(typeof data3.ipv6Support !== "boolean"){
const err9 = {instancePath:instancePath+"/spec/ipv6Support",schemaPath:"#/properties/spec/properties/ipv6Support/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
if(!(validate64(data3.routeRefreshInterval, {instancePath:instancePath+"/spec/routeRefreshInterval",parentData:data3,parentDataProperty:"routeRefreshInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesRefreshInterval !== undefined){
if(!(validate64(data3.iptablesRefreshInterval, {instancePath:instancePath+"/spec/iptablesRefreshInterval",parentData:data3,parentDataProperty:"iptablesRefreshInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesPostWriteCheckInterval !== undefined){
if(!(validate64(data3.iptablesPostWriteCheckInterval, {instancePath:instancePath+"/spec/iptablesPostWriteCheckInterval",parentData:data3,parentDataProperty:"iptablesPostWriteCheckInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesLockFilePath !== undefined){
if(typeof data3.iptablesLockFilePath !== "string"){
const err10 = {instancePath:instancePath+"/spec/iptablesLockFilePath",schemaPath:"#/properties/spec/properties/iptablesLockFilePath/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(!(validate64(data3.iptablesLockTimeout, {instancePath:instancePath+"/spec/iptablesLockTimeout",parentData:data3,parentDataProperty:"iptablesLockTimeout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesLockProbeInterval !== undefined){
if(!(validate64(data3.iptablesLockProbeInterval, {instancePath:instancePath+"/spec/iptablesLockProbeInterval",parentData:data3,parentDataProperty:"iptablesLockProbeInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.ipsetsRefreshInterval !== undefined){
if(!(validate64(data3.ipsetsRefreshInterval, {instancePath:instancePath+"/spec/ipsetsRefreshInterval",parentData:data3,parentDataProperty:"ipsetsRefreshInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.maxIpsetSize !== undefined){
let data14 = data3.maxIpsetSize;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err11 = {instancePath:instancePath+"/spec/maxIpsetSize",schemaPath:"#/properties/spec/properties/maxIpsetSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.iptablesBackend !== undefined){
let data15 = data3.iptablesBackend;
if(typeof data15 !== "string"){
const err12 = {instancePath:instancePath+"/spec/iptablesBackend",schemaPath:"#/properties/spec/properties/iptablesBackend/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data15 === "Legacy") || (data15 === "NFT"))){
const err13 = {instancePath:instancePath+"/spec/iptablesBackend",schemaPath:"#/properties/spec/properties/iptablesBackend/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.iptablesBackend.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.XDPRefreshInterval !== undefined){
if(!(validate64(data3.XDPRefreshInterval, {instancePath:instancePath+"/spec/XDPRefreshInterval",parentData:data3,parentDataProperty:"XDPRefreshInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.netlinkTimeout !== undefined){
if(!(validate64(data3.netlinkTimeout, {instancePath:instancePath+"/spec/netlinkTimeout",parentData:data3,parentDataProperty:"netlinkTimeout",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.metadataAddr !== undefined){
if(typeof data3.metadataAddr !== "string"){
const err14 = {instancePath:instancePath+"/spec/metadataAddr",schemaPath:"#/properties/spec/properties/metadataAddr/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.metadataPort !== undefined){
let data19 = data3.metadataPort;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err15 = {instancePath:instancePath+"/spec/metadataPort",schemaPath:"#/properties/spec/properties/metadataPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.openstackRegion !== undefined){
if(typeof data3.openstackRegion !== "string"){
const err16 = {instancePath:instancePath+"/spec/openstackRegion",schemaPath:"#/properties/spec/properties/openstackRegion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.interfacePrefix !== undefined){
if(typeof data3.interfacePrefix !== "string"){
const err17 = {instancePath:instancePath+"/spec/interfacePrefix",schemaPath:"#/properties/spec/properties/interfacePrefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.interfaceExclude !== undefined){
if(typeof data3.interfaceExclude !== "string"){
const err18 = {instancePath:instancePath+"/spec/interfaceExclude",schemaPath:"#/properties/spec/properties/interfaceExclude/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.chainInsertMode !== undefined){
if(typeof data3.chainInsertMode !== "string"){
const err19 = {instancePath:instancePath+"/spec/chainInsertMode",schemaPath:"#/properties/spec/properties/chainInsertMode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data3.defaultEndpointToHostAction !== undefined){
let data24 = data3.defaultEndpointToHostAction;
if(typeof data24 !== "string"){
const err20 = {instancePath:instancePath+"/spec/defaultEndpointToHostAction",schemaPath:"#/properties/spec/properties/defaultEndpointToHostAction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((data24 === "Drop") || (data24 === "Accept")) || (data24 === "Return"))){
const err21 = {instancePath:instancePath+"/spec/defaultEndpointToHostAction",schemaPath:"#/properties/spec/properties/defaultEndpointToHostAction/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.defaultEndpointToHostAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.iptablesFilterAllowAction !== undefined){
let data25 = data3.iptablesFilterAllowAction;
if(typeof data25 !== "string"){
const err22 = {instancePath:instancePath+"/spec/iptablesFilterAllowAction",schemaPath:"#/properties/spec/properties/iptablesFilterAllowAction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((data25 === "Accept") || (data25 === "Return"))){
const err23 = {instancePath:instancePath+"/spec/iptablesFilterAllowAction",schemaPath:"#/properties/spec/properties/iptablesFilterAllowAction/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.iptablesFilterAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.iptablesMangleAllowAction !== undefined){
let data26 = data3.iptablesMangleAllowAction;
if(typeof data26 !== "string"){
const err24 = {instancePath:instancePath+"/spec/iptablesMangleAllowAction",schemaPath:"#/properties/spec/properties/iptablesMangleAllowAction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data26 === "Accept") || (data26 === "Return"))){
const err25 = {instancePath:instancePath+"/spec/iptablesMangleAllowAction",schemaPath:"#/properties/spec/properties/iptablesMangleAllowAction/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.iptablesMangleAllowAction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data3.logPrefix !== undefined){
if(typeof data3.logPrefix !== "string"){
const err26 = {instancePath:instancePath+"/spec/logPrefix",schemaPath:"#/properties/spec/properties/logPrefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data3.logFilePath !== undefined){
if(typeof data3.logFilePath !== "string"){
const err27 = {instancePath:instancePath+"/spec/logFilePath",schemaPath:"#/properties/spec/properties/logFilePath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.logSeverityFile !== undefined){
let data29 = data3.logSeverityFile;
if(typeof data29 !== "string"){
const err28 = {instancePath:instancePath+"/spec/logSeverityFile",schemaPath:"#/properties/spec/properties/logSeverityFile/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!(((((data29 === "Debug") || (data29 === "Info")) || (data29 === "Warning")) || (data29 === "Error")) || (data29 === "Fatal"))){
const err29 = {instancePath:instancePath+"/spec/logSeverityFile",schemaPath:"#/properties/spec/properties/logSeverityFile/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.logSeverityFile.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data3.logSeverityScreen !== undefined){
let data30 = data3.logSeverityScreen;
if(typeof data30 !== "string"){
const err30 = {instancePath:instancePath+"/spec/logSeverityScreen",schemaPath:"#/properties/spec/properties/logSeverityScreen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!(((((data30 === "Debug") || (data30 === "Info")) || (data30 === "Warning")) || (data30 === "Error")) || (data30 === "Fatal"))){
const err31 = {instancePath:instancePath+"/spec/logSeverityScreen",schemaPath:"#/properties/spec/properties/logSeverityScreen/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.logSeverityScreen.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data3.logSeveritySys !== undefined){
let data31 = data3.logSeveritySys;
if(typeof data31 !== "string"){
const err32 = {instancePath:instancePath+"/spec/logSeveritySys",schemaPath:"#/properties/spec/properties/logSeveritySys/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!(((((data31 === "Debug") || (data31 === "Info")) || (data31 === "Warning")) || (data31 === "Error")) || (data31 === "Fatal"))){
const err33 = {instancePath:instancePath+"/spec/logSeveritySys",schemaPath:"#/properties/spec/properties/logSeveritySys/enum",keyword:"enum",params:{allowedValues: schema24.properties.spec.properties.logSeveritySys.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data3.ipipEnabled !== undefined){
if(typeof data3.ipipEnabled !== "boolean"){
const err34 = {instancePath:instancePath+"/spec/ipipEnabled",schemaPath:"#/properties/spec/properties/ipipEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data3.ipipMTU !== undefined){
let data33 = data3.ipipMTU;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err35 = {instancePath:instancePath+"/spec/ipipMTU",schemaPath:"#/properties/spec/properties/ipipMTU/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data3.vxlanEnabled !== undefined){
if(typeof data3.vxlanEnabled !== "boolean"){
const err36 = {instancePath:instancePath+"/spec/vxlanEnabled",schemaPath:"#/properties/spec/properties/vxlanEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data3.vxlanMTU !== undefined){
let data35 = data3.vxlanMTU;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err37 = {instancePath:instancePath+"/spec/vxlanMTU",schemaPath:"#/properties/spec/properties/vxlanMTU/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data3.vxlanPort !== undefined){
let data36 = data3.vxlanPort;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err38 = {instancePath:instancePath+"/spec/vxlanPort",schemaPath:"#/properties/spec/properties/vxlanPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data3.vxlanVNI !== undefined){
let data37 = data3.vxlanVNI;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err39 = {instancePath:instancePath+"/spec/vxlanVNI",schemaPath:"#/properties/spec/properties/vxlanVNI/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data3.reportingInterval !== undefined){
if(!(validate64(data3.reportingInterval, {instancePath:instancePath+"/spec/reportingInterval",parentData:data3,parentDataProperty:"reportingInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.reportingTTL !== undefined){
if(!(validate64(data3.reportingTTL, {instancePath:instancePath+"/spec/reportingTTL",parentData:data3,parentDataProperty:"reportingTTL",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.endpointReportingEnabled !== undefined){
if(typeof data3.endpointReportingEnabled !== "boolean"){
const err40 = {instancePath:instancePath+"/spec/endpointReportingEnabled",schemaPath:"#/properties/spec/properties/endpointReportingEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data3.endpointReportingDelay !== undefined){
if(!(validate64(data3.endpointReportingDelay, {instancePath:instancePath+"/spec/endpointReportingDelay",parentData:data3,parentDataProperty:"endpointReportingDelay",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesMarkMask !== undefined){
let data42 = data3.iptablesMarkMask;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err41 = {instancePath:instancePath+"/spec/iptablesMarkMask",schemaPath:"#/properties/spec/properties/iptablesMarkMask/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 4294967295 || isNaN(data42)){
const err42 = {instancePath:instancePath+"/spec/iptablesMarkMask",schemaPath:"#/properties/spec/properties/iptablesMarkMask/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data42 < 0 || isNaN(data42)){
const err43 = {instancePath:instancePath+"/spec/iptablesMarkMask",schemaPath:"#/properties/spec/properties/iptablesMarkMask/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data3.disableConntrackInvalidCheck !== undefined){
if(typeof data3.disableConntrackInvalidCheck !== "boolean"){
const err44 = {instancePath:instancePath+"/spec/disableConntrackInvalidCheck",schemaPath:"#/properties/spec/properties/disableConntrackInvalidCheck/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data3.healthEnabled !== undefined){
if(typeof data3.healthEnabled !== "boolean"){
const err45 = {instancePath:instancePath+"/spec/healthEnabled",schemaPath:"#/properties/spec/properties/healthEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data3.healthHost !== undefined){
if(typeof data3.healthHost !== "string"){
const err46 = {instancePath:instancePath+"/spec/healthHost",schemaPath:"#/properties/spec/properties/healthHost/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data3.healthPort !== undefined){
let data46 = data3.healthPort;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err47 = {instancePath:instancePath+"/spec/healthPort",schemaPath:"#/properties/spec/properties/healthPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data3.prometheusMetricsEnabled !== undefined){
if(typeof data3.prometheusMetricsEnabled !== "boolean"){
const err48 = {instancePath:instancePath+"/spec/prometheusMetricsEnabled",schemaPath:"#/properties/spec/properties/prometheusMetricsEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data3.prometheusMetricsHost !== undefined){
if(typeof data3.prometheusMetricsHost !== "string"){
const err49 = {instancePath:instancePath+"/spec/prometheusMetricsHost",schemaPath:"#/properties/spec/properties/prometheusMetricsHost/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data3.prometheusMetricsPort !== undefined){
let data49 = data3.prometheusMetricsPort;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err50 = {instancePath:instancePath+"/spec/prometheusMetricsPort",schemaPath:"#/properties/spec/properties/prometheusMetricsPort/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data3.prometheusGoMetricsEnabled !== undefined){
if(typeof data3.prometheusGoMetricsEnabled !== "boolean"){
const err51 = {instancePath:instancePath+"/spec/prometheusGoMetricsEnabled",schemaPath:"#/properties/spec/properties/prometheusGoMetricsEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data3.prometheusProcessMetricsEnabled !== undefined){
if(typeof data3.prometheusProcessMetricsEnabled !== "boolean"){
const err52 = {instancePath:instancePath+"/spec/prometheusProcessMetricsEnabled",schemaPath:"#/properties/spec/properties/prometheusProcessMetricsEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data3.failsafeInboundHostPorts !== undefined){
let data52 = data3.failsafeInboundHostPorts;
if(Array.isArray(data52)){
const len0 = data52.length;
for(let i0=0; i0<len0; i0++){
if(!(validate76(data52[i0], {instancePath:instancePath+"/spec/failsafeInboundHostPorts/" + i0,parentData:data52,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/failsafeInboundHostPorts",schemaPath:"#/properties/spec/properties/failsafeInboundHostPorts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data3.failsafeOutboundHostPorts !== undefined){
let data54 = data3.failsafeOutboundHostPorts;
if(Array.isArray(data54)){
const len1 = data54.length;
for(let i1=0; i1<len1; i1++){
if(!(validate76(data54[i1], {instancePath:instancePath+"/spec/failsafeOutboundHostPorts/" + i1,parentData:data54,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
}
else {
const err54 = {instancePath:instancePath+"/spec/failsafeOutboundHostPorts",schemaPath:"#/properties/spec/properties/failsafeOutboundHostPorts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data3.kubeNodePortRanges !== undefined){
let data56 = data3.kubeNodePortRanges;
if(Array.isArray(data56)){
const len2 = data56.length;
for(let i2=0; i2<len2; i2++){
if(!(validate79(data56[i2], {instancePath:instancePath+"/spec/kubeNodePortRanges/" + i2,parentData:data56,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec/kubeNodePortRanges",schemaPath:"#/properties/spec/properties/kubeNodePortRanges/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data3.policySyncPathPrefix !== undefined){
if(typeof data3.policySyncPathPrefix !== "string"){
const err56 = {instancePath:instancePath+"/spec/policySyncPathPrefix",schemaPath:"#/properties/spec/properties/policySyncPathPrefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data3.usageReportingEnabled !== undefined){
if(typeof data3.usageReportingEnabled !== "boolean"){
const err57 = {instancePath:instancePath+"/spec/usageReportingEnabled",schemaPath:"#/properties/spec/properties/usageReportingEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data3.usageReportingInitialDelay !== undefined){
if(!(validate64(data3.usageReportingInitialDelay, {instancePath:instancePath+"/spec/usageReportingInitialDelay",parentData:data3,parentDataProperty:"usageReportingInitialDelay",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.usageReportingInterval !== undefined){
if(!(validate64(data3.usageReportingInterval, {instancePath:instancePath+"/spec/usageReportingInterval",parentData:data3,parentDataProperty:"usageReportingInterval",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.natPortRange !== undefined){
if(!(validate79(data3.natPortRange, {instancePath:instancePath+"/spec/natPortRange",parentData:data3,parentDataProperty:"natPortRange",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data3.natOutgoingAddress !== undefined){
if(typeof data3.natOutgoingAddress !== "string"){
const err58 = {instancePath:instancePath+"/spec/natOutgoingAddress",schemaPath:"#/properties/spec/properties/natOutgoingAddress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data3.deviceRouteSourceAddress !== undefined){
if(typeof data3.deviceRouteSourceAddress !== "string"){
const err59 = {instancePath:instancePath+"/spec/deviceRouteSourceAddress",schemaPath:"#/properties/spec/properties/deviceRouteSourceAddress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data3.deviceRouteProtocol !== undefined){
let data65 = data3.deviceRouteProtocol;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
const err60 = {instancePath:instancePath+"/spec/deviceRouteProtocol",schemaPath:"#/properties/spec/properties/deviceRouteProtocol/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data3.removeExternalRoutes !== undefined){
if(typeof data3.removeExternalRoutes !== "boolean"){
const err61 = {instancePath:instancePath+"/spec/removeExternalRoutes",schemaPath:"#/properties/spec/properties/removeExternalRoutes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data3.externalNodesList !== undefined){
let data67 = data3.externalNodesList;
if(Array.isArray(data67)){
const len3 = data67.length;
for(let i3=0; i3<len3; i3++){
if(typeof data67[i3] !== "string"){
const err62 = {instancePath:instancePath+"/spec/externalNodesList/" + i3,schemaPath:"#/properties/spec/properties/externalNodesList/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/externalNodesList",schemaPath:"#/properties/spec/properties/externalNodesList/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data3.debugMemoryProfilePath !== undefined){
if(typeof data3.debugMemoryProfilePath !== "string"){
const err64 = {instancePath:instancePath+"/spec/debugMemoryProfilePath",schemaPath:"#/properties/spec/properties/debugMemoryProfilePath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data3.debugDisableLogDropping !== undefined){
if(typeof data3.debugDisableLogDropping !== "boolean"){
const err65 = {instancePath:instancePath+"/spec/debugDisableLogDropping",schemaPath:"#/properties/spec/properties/debugDisableLogDropping/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data3.debugSimulateCalcGraphHangAfter !== undefined){
if(!(validate64(data3.debugSimulateCalcGraphHangAfter, {instancePath:instancePath+"/spec/debugSimulateCalcGraphHangAfter",parentData:data3,parentDataProperty:"debugSimulateCalcGraphHangAfter",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.debugSimulateDataplaneHangAfter !== undefined){
if(!(validate64(data3.debugSimulateDataplaneHangAfter, {instancePath:instancePath+"/spec/debugSimulateDataplaneHangAfter",parentData:data3,parentDataProperty:"debugSimulateDataplaneHangAfter",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data3.iptablesNATOutgoingInterfaceFilter !== undefined){
if(typeof data3.iptablesNATOutgoingInterfaceFilter !== "string"){
const err66 = {instancePath:instancePath+"/spec/iptablesNATOutgoingInterfaceFilter",schemaPath:"#/properties/spec/properties/iptablesNATOutgoingInterfaceFilter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data3.sidecarAccelerationEnabled !== undefined){
if(typeof data3.sidecarAccelerationEnabled !== "boolean"){
const err67 = {instancePath:instancePath+"/spec/sidecarAccelerationEnabled",schemaPath:"#/properties/spec/properties/sidecarAccelerationEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data3.xdpEnabled !== undefined){
if(typeof data3.xdpEnabled !== "boolean"){
const err68 = {instancePath:instancePath+"/spec/xdpEnabled",schemaPath:"#/properties/spec/properties/xdpEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data3.genericXDPEnabled !== undefined){
if(typeof data3.genericXDPEnabled !== "boolean"){
const err69 = {instancePath:instancePath+"/spec/genericXDPEnabled",schemaPath:"#/properties/spec/properties/genericXDPEnabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkPolicy = validate86;
const schema28 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"GlobalNetworkPolicy","description":"A policy for endpoints of any namespace, host endpoints among them.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"GlobalNetworkPolicy"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The endpoints and the rules.","type":"object","additionalProperties":false,"properties":{"tier":{"description":"The tier the policy belongs to.","type":"string","x-since":"v3.32","x-stored":{"v3.32":"default"}},"order":{"description":"Where the policy stands among the others: lower numbers first, absent last.","type":"number","x-keep-zero":true},"ingress":{"description":"Rules for packets that arrive at the endpoints.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"egress":{"description":"Rules for packets that leave the endpoints.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"selector":{"description":"Which endpoints the policy applies to; empty or absent: all of them.","type":"string","x-scalar":"selector","x-stored":{"v3.7":""}},"types":{"description":"The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.","type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"doNotTrack":{"description":"Apply the rules before connection tracking: fast, but stateless. Needs `applyOnForward`.","type":"boolean"},"preDNAT":{"description":"Apply the rules before destination addresses are translated (to a NodePort's pod, say). Ingress only. Needs `applyOnForward`.","type":"boolean"},"applyOnForward":{"description":"Apply the rules to forwarded traffic too, not just to what starts or ends at the host.","type":"boolean"},"serviceAccountSelector":{"description":"Only endpoints whose service account matches.","type":"string","x-scalar":"selector","x-since":"v3.32"},"namespaceSelector":{"description":"Only endpoints in namespaces that match.","type":"string","x-scalar":"selector","x-since":"v3.32"},"performanceHints":{"description":"Hints to Felix about the policy's use.","type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]},"x-since":"v3.32"}},"title":"GlobalNetworkPolicySpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};
const schema29 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"A rule: what to do with the packets that match all of its fields. Rules are tried in order; the first that matches decides.","type":"object","additionalProperties":false,"required":["action"],"properties":{"action":{"description":"What happens to a matching packet: `Allow` lets it through, `Deny` drops it, `Log` logs it and goes on to the next rule, `Pass` skips the remaining policies.","type":"string","enum":["Allow","Deny","Log","Pass"]},"ipVersion":{"description":"The packet is IPv4 (4) or IPv6 (6).","type":"integer","enum":[4,6],"x-keep-zero":true},"protocol":{"description":"The packet's protocol.","$ref":"protocol.schema.json","x-keep-zero":true},"icmp":{"description":"The packet's ICMP type and code; needs protocol `ICMP` or `ICMPv6`.","$ref":"icmp.schema.json","x-keep-zero":true},"notProtocol":{"description":"The packet's protocol is not this one.","$ref":"protocol.schema.json","x-keep-zero":true},"notICMP":{"description":"The packet is not of this ICMP type and code.","$ref":"icmp.schema.json","x-keep-zero":true},"source":{"description":"Where the packet comes from.","$ref":"entity-rule.schema.json","x-stored":{"v3.7":{},"v3.32":{}}},"destination":{"description":"Where the packet goes to.","$ref":"entity-rule.schema.json","x-stored":{"v3.7":{},"v3.32":{}}},"http":{"description":"The HTTP request the packet carries; only in ingress rules that allow.","$ref":"http-match.schema.json","x-keep-zero":true},"metadata":{"description":"Notes on the rule, kept but without effect on packets.","type":"object","additionalProperties":false,"properties":{"annotations":{"description":"Notes for people and tools.","type":"object","additionalProperties":{"type":"string"}}},"title":"RuleMetadata","x-since":"v3.32","x-keep-zero":true}},"title":"Rule"};
const schema30 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Protocol","description":"An IP protocol: one of the names Calico knows, in exactly this spelling, or a number from 1 to 255 (a string of digits is taken as the number).","x-scalar":"protocol","anyOf":[{"type":"string","enum":["TCP","UDP","ICMP","ICMPv6","SCTP","UDPLite"]},{"type":"integer","minimum":1,"maximum":255}]};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate89.evaluated;
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
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((data === "TCP") || (data === "UDP")) || (data === "ICMP")) || (data === "ICMPv6")) || (data === "SCTP")) || (data === "UDPLite"))){
const err1 = {instancePath,schemaPath:"#/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema30.anyOf[0].enum},message:"must be equal to one of the allowed values"};
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
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err3 = {instancePath,schemaPath:"#/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err4 = {instancePath,schemaPath:"#/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
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
validate89.errors = vErrors;
return errors === 0;
}
validate89.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"An ICMP type, or a type and a code.","type":"object","additionalProperties":false,"properties":{"type":{"description":"The ICMP type, 0 to 254; 8 is an IPv4 ping.","type":"integer","minimum":0,"maximum":254,"x-keep-zero":true},"code":{"description":"The ICMP code, 0 to 255; needs a type.","type":"integer","minimum":0,"maximum":255,"x-keep-zero":true}},"title":"ICMPFields"};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate91.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "type") || (key0 === "code"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/maximum",keyword:"maximum",params:{comparison: "<=", limit: 254},message:"must be <= 254"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err4 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err5 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}
validate91.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"One side of a packet, its source or its destination. Every field given must match; an empty object matches everything.","type":"object","additionalProperties":false,"properties":{"nets":{"description":"The address lies in one of these networks, each strictly masked (`10.0.0.0/8`), all of one IP family.","type":"array","items":{"type":"string"}},"selector":{"description":"The address belongs to an endpoint or network set that this selector matches.","type":"string","x-scalar":"selector"},"namespaceSelector":{"description":"The endpoint lies in a namespace that this selector matches.","type":"string","x-scalar":"selector"},"services":{"description":"The address and port belong to this Kubernetes service.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The service's name.","type":"string"},"namespace":{"description":"The service's namespace.","type":"string"}},"title":"ServiceMatch","x-since":"v3.32"},"ports":{"description":"The port is one of these; needs a protocol that has ports.","type":"array","items":{"description":"A port, a range or a name.","$ref":"port.schema.json"}},"notNets":{"description":"The address lies in none of these networks.","type":"array","items":{"type":"string"}},"notSelector":{"description":"The address belongs to no endpoint or network set that this selector matches.","type":"string","x-scalar":"selector"},"notPorts":{"description":"The port is none of these.","type":"array","items":{"description":"A port, a range or a name.","$ref":"port.schema.json"}},"serviceAccounts":{"description":"The endpoint runs as one of these Kubernetes service accounts.","type":"object","additionalProperties":false,"properties":{"names":{"description":"The service account is one of these.","type":"array","items":{"type":"string"}},"selector":{"description":"The service account's labels match this selector.","type":"string","x-scalar":"selector"}},"title":"ServiceAccountMatch","x-keep-zero":true}},"title":"EntityRule"};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate95.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema32.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err1 = {instancePath:instancePath+"/nets/" + i0,schemaPath:"#/properties/nets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err2 = {instancePath:instancePath+"/nets",schemaPath:"#/properties/nets/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err3 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err4 = {instancePath:instancePath+"/namespaceSelector",schemaPath:"#/properties/namespaceSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err5 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err6 = {instancePath:instancePath+"/services/name",schemaPath:"#/properties/services/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err7 = {instancePath:instancePath+"/services/namespace",schemaPath:"#/properties/services/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
if(!(validate79(data7[i1], {instancePath:instancePath+"/ports/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err10 = {instancePath:instancePath+"/notNets/" + i2,schemaPath:"#/properties/notNets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/notNets",schemaPath:"#/properties/notNets/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err12 = {instancePath:instancePath+"/notSelector",schemaPath:"#/properties/notSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(!(validate79(data12[i3], {instancePath:instancePath+"/notPorts/" + i3,parentData:data12,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/notPorts",schemaPath:"#/properties/notPorts/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err14 = {instancePath:instancePath+"/serviceAccounts",schemaPath:"#/properties/serviceAccounts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
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
const err15 = {instancePath:instancePath+"/serviceAccounts/names/" + i4,schemaPath:"#/properties/serviceAccounts/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err16 = {instancePath:instancePath+"/serviceAccounts/names",schemaPath:"#/properties/serviceAccounts/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err17 = {instancePath:instancePath+"/serviceAccounts/selector",schemaPath:"#/properties/serviceAccounts/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err18 = {instancePath:instancePath+"/serviceAccounts",schemaPath:"#/properties/serviceAccounts/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate95.errors = vErrors;
return errors === 0;
}
validate95.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema33 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"What an HTTP request must be; only enforced by Calico's application layer policy.","type":"object","additionalProperties":false,"properties":{"methods":{"description":"The request's method is one of these (`GET`, `POST`).","type":"array","items":{"type":"string"}},"paths":{"description":"The request's path matches one of these.","type":"array","items":{"description":"A path to match; exactly one of the fields.","type":"object","additionalProperties":false,"properties":{"exact":{"description":"The whole path, beginning with `/`.","type":"string"},"prefix":{"description":"What the path begins with, beginning with `/`.","type":"string"}},"title":"HTTPPath"}}},"title":"HTTPMatch"};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate100.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "methods") || (key0 === "paths"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err1 = {instancePath:instancePath+"/methods/" + i0,schemaPath:"#/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err2 = {instancePath:instancePath+"/methods",schemaPath:"#/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err3 = {instancePath:instancePath+"/paths/" + i1,schemaPath:"#/properties/paths/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/paths/" + i1+"/exact",schemaPath:"#/properties/paths/items/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err5 = {instancePath:instancePath+"/paths/" + i1+"/prefix",schemaPath:"#/properties/paths/items/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err6 = {instancePath:instancePath+"/paths/" + i1,schemaPath:"#/properties/paths/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err7 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}
validate100.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate88.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema29.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err2 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data0 === "Allow") || (data0 === "Deny")) || (data0 === "Log")) || (data0 === "Pass"))){
const err3 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema29.properties.action.enum},message:"must be equal to one of the allowed values"};
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
const err4 = {instancePath:instancePath+"/ipVersion",schemaPath:"#/properties/ipVersion/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === 4) || (data1 === 6))){
const err5 = {instancePath:instancePath+"/ipVersion",schemaPath:"#/properties/ipVersion/enum",keyword:"enum",params:{allowedValues: schema29.properties.ipVersion.enum},message:"must be equal to one of the allowed values"};
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
if(!(validate89(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.icmp !== undefined){
if(!(validate91(data.icmp, {instancePath:instancePath+"/icmp",parentData:data,parentDataProperty:"icmp",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.notProtocol !== undefined){
if(!(validate89(data.notProtocol, {instancePath:instancePath+"/notProtocol",parentData:data,parentDataProperty:"notProtocol",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.notICMP !== undefined){
if(!(validate91(data.notICMP, {instancePath:instancePath+"/notICMP",parentData:data,parentDataProperty:"notICMP",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.source !== undefined){
if(!(validate95(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
if(!(validate95(data.destination, {instancePath:instancePath+"/destination",parentData:data,parentDataProperty:"destination",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.http !== undefined){
if(!(validate100(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
let data9 = data.metadata;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!(key1 === "annotations")){
const err6 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/metadata/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}
validate88.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate86.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "GlobalNetworkPolicy"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(schema28.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/tier",schemaPath:"#/properties/spec/properties/tier/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/order",schemaPath:"#/properties/spec/properties/order/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
if(!(validate88(data6[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
if(!(validate88(data8[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err11 = {instancePath:instancePath+"/spec/selector",schemaPath:"#/properties/spec/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec/types/" + i2,schemaPath:"#/properties/spec/properties/types/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
const err13 = {instancePath:instancePath+"/spec/types/" + i2,schemaPath:"#/properties/spec/properties/types/items/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
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
const err14 = {instancePath:instancePath+"/spec/types",schemaPath:"#/properties/spec/properties/types/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err15 = {instancePath:instancePath+"/spec/doNotTrack",schemaPath:"#/properties/spec/properties/doNotTrack/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err16 = {instancePath:instancePath+"/spec/preDNAT",schemaPath:"#/properties/spec/properties/preDNAT/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err17 = {instancePath:instancePath+"/spec/applyOnForward",schemaPath:"#/properties/spec/properties/applyOnForward/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err18 = {instancePath:instancePath+"/spec/serviceAccountSelector",schemaPath:"#/properties/spec/properties/serviceAccountSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err19 = {instancePath:instancePath+"/spec/namespaceSelector",schemaPath:"#/properties/spec/properties/namespaceSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err20 = {instancePath:instancePath+"/spec/performanceHints/" + i3,schemaPath:"#/properties/spec/properties/performanceHints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(data19 === "AssumeNeededOnEveryNode")){
const err21 = {instancePath:instancePath+"/spec/performanceHints/" + i3,schemaPath:"#/properties/spec/properties/performanceHints/items/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
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
const err22 = {instancePath:instancePath+"/spec/performanceHints",schemaPath:"#/properties/spec/properties/performanceHints/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err23 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}
validate86.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const GlobalNetworkSet = validate104;
const schema34 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"GlobalNetworkSet","description":"A set of networks with labels, which rules' selectors match, in every namespace.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"GlobalNetworkSet"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The networks.","type":"object","additionalProperties":false,"properties":{"nets":{"description":"The networks and addresses of the set.","type":"array","items":{"type":"string"}}},"title":"GlobalNetworkSetSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate104.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "GlobalNetworkSet"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(key1 === "nets")){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/nets/" + i0,schemaPath:"#/properties/spec/properties/nets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/nets",schemaPath:"#/properties/spec/properties/nets/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate104.errors = vErrors;
return errors === 0;
}
validate104.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const HostEndpoint = validate106;
const schema35 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"HostEndpoint","description":"A host endpoint: an interface of a node (or all of them) that policies protect. Once it exists, traffic that no policy allows is dropped, except on the failsafe ports.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata","spec"],"properties":{"kind":{"description":"The kind of resource.","const":"HostEndpoint"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"Which interface this is and what belongs to it.","type":"object","additionalProperties":false,"required":["node"],"properties":{"node":{"description":"The node the interface is on: the name of its Node resource.","type":"string","minLength":1},"interfaceName":{"description":"The Linux interface, `eth0`; `*` stands for all of them. May be left out when `expectedIPs` are given.","type":"string"},"expectedIPs":{"description":"The addresses of the interface. They find the interface when `interfaceName` is absent, and other policies' selectors find the host by them.","type":"array","items":{"type":"string"}},"profiles":{"description":"Profiles applied after all policies, in this order; their labels are inherited.","type":"array","items":{"type":"string"}},"ports":{"description":"Named ports, which rules can refer to.","type":"array","items":{"description":"A named port.","$ref":"shared/endpoint-port.schema.json"}}},"title":"HostEndpointSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};
const schema36 = {"$schema":"https://json-schema.org/draft/2020-12/schema","description":"A port of an endpoint given a name, so that rules can use the name.","type":"object","additionalProperties":false,"required":["name","protocol","port"],"properties":{"name":{"description":"The name rules use: up to 15 lower case letters, digits and `-`, with at least one letter.","type":"string","x-keep-zero":true},"protocol":{"description":"The protocol: `TCP` or `UDP` (from v3.32 also `SCTP`).","$ref":"protocol.schema.json","x-keep-zero":true},"port":{"description":"The port number, 1 to 65535.","type":"integer","minimum":1,"maximum":65535,"x-keep-zero":true}},"title":"EndpointPort"};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate108.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.protocol === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.port === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(!(validate89(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err6 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}
validate108.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate106.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
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
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "HostEndpoint"},message:"must be equal to constant"};
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.node === undefined){
const err7 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
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
const err8 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err9 = {instancePath:instancePath+"/spec/node",schemaPath:"#/properties/spec/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err10 = {instancePath:instancePath+"/spec/node",schemaPath:"#/properties/spec/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/spec/interfaceName",schemaPath:"#/properties/spec/properties/interfaceName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec/expectedIPs/" + i0,schemaPath:"#/properties/spec/properties/expectedIPs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err13 = {instancePath:instancePath+"/spec/expectedIPs",schemaPath:"#/properties/spec/properties/expectedIPs/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err14 = {instancePath:instancePath+"/spec/profiles/" + i1,schemaPath:"#/properties/spec/properties/profiles/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err15 = {instancePath:instancePath+"/spec/profiles",schemaPath:"#/properties/spec/properties/profiles/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
if(!(validate108(data10[i2], {instancePath:instancePath+"/spec/ports/" + i2,parentData:data10,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err17 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate106.errors = vErrors;
return errors === 0;
}
validate106.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const IPPool = validate111;
const schema37 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"IPPool","description":"A range of addresses that Calico gives to workloads.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"IPPool"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The range and its use.","type":"object","additionalProperties":false,"required":["cidr"],"properties":{"cidr":{"description":"The range, strictly masked.","type":"string","minLength":1},"vxlanMode":{"description":"When to use VXLAN.","type":"string","enum":["Always","CrossSubnet","Never"]},"ipipMode":{"description":"When to use IP-in-IP; IPv4 only, not together with VXLAN.","type":"string","enum":["Always","CrossSubnet","Never"]},"natOutgoing":{"description":"Translate the source address of packets that leave the pool's workloads for elsewhere.","type":"boolean"},"disabled":{"description":"Give out no more addresses.","type":"boolean"},"blockSize":{"description":"The size of the blocks handed to nodes, as a prefix length: 20 to 32 for IPv4, 116 to 128 for IPv6.","type":"integer"},"nodeSelector":{"description":"The nodes that may use the pool.","type":"string","x-scalar":"selector"},"ipip":{"description":"An old field; use `ipipMode`.","type":"object","additionalProperties":false,"properties":{"enabled":{"description":"Old.","type":"boolean"},"mode":{"description":"Old.","type":"string","enum":["always","cross-subnet"]}},"title":"OldIPIP","deprecated":true,"x-keep-zero":true},"nat-outgoing":{"description":"An old field; use `natOutgoing`.","type":"boolean","deprecated":true},"disableBGPExport":{"description":"Do not announce the pool by BGP.","type":"boolean","x-since":"v3.32"},"allowedUses":{"description":"What addresses are used for.","type":"array","items":{"type":"string","enum":["Workload","Tunnel","LoadBalancer"]},"x-since":"v3.32"},"namespaceSelector":{"description":"The namespaces that may use the pool.","type":"string","x-scalar":"selector","x-since":"v3.32"},"assignmentMode":{"description":"Whether addresses are given out without being asked for.","type":"string","enum":["Automatic","Manual"],"x-since":"v3.32"}},"title":"IPPoolSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate111.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "IPPool"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.cidr === undefined){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "cidr"},message:"must have required property '"+"cidr"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data3){
if(!(func1.call(schema37.properties.spec.properties, key1))){
const err7 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err8 = {instancePath:instancePath+"/spec/cidr",schemaPath:"#/properties/spec/properties/cidr/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err9 = {instancePath:instancePath+"/spec/cidr",schemaPath:"#/properties/spec/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/vxlanMode",schemaPath:"#/properties/spec/properties/vxlanMode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((data5 === "Always") || (data5 === "CrossSubnet")) || (data5 === "Never"))){
const err11 = {instancePath:instancePath+"/spec/vxlanMode",schemaPath:"#/properties/spec/properties/vxlanMode/enum",keyword:"enum",params:{allowedValues: schema37.properties.spec.properties.vxlanMode.enum},message:"must be equal to one of the allowed values"};
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
const err12 = {instancePath:instancePath+"/spec/ipipMode",schemaPath:"#/properties/spec/properties/ipipMode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data6 === "Always") || (data6 === "CrossSubnet")) || (data6 === "Never"))){
const err13 = {instancePath:instancePath+"/spec/ipipMode",schemaPath:"#/properties/spec/properties/ipipMode/enum",keyword:"enum",params:{allowedValues: schema37.properties.spec.properties.ipipMode.enum},message:"must be equal to one of the allowed values"};
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
const err14 = {instancePath:instancePath+"/spec/natOutgoing",schemaPath:"#/properties/spec/properties/natOutgoing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err15 = {instancePath:instancePath+"/spec/disabled",schemaPath:"#/properties/spec/properties/disabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.blockSize !== undefined){
let data9 = data3.blockSize;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err16 = {instancePath:instancePath+"/spec/blockSize",schemaPath:"#/properties/spec/properties/blockSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.nodeSelector !== undefined){
if(typeof data3.nodeSelector !== "string"){
const err17 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.ipip !== undefined){
let data11 = data3.ipip;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
if(!((key2 === "enabled") || (key2 === "mode"))){
const err18 = {instancePath:instancePath+"/spec/ipip",schemaPath:"#/properties/spec/properties/ipip/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data11.enabled !== undefined){
if(typeof data11.enabled !== "boolean"){
const err19 = {instancePath:instancePath+"/spec/ipip/enabled",schemaPath:"#/properties/spec/properties/ipip/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data11.mode !== undefined){
let data13 = data11.mode;
if(typeof data13 !== "string"){
const err20 = {instancePath:instancePath+"/spec/ipip/mode",schemaPath:"#/properties/spec/properties/ipip/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!((data13 === "always") || (data13 === "cross-subnet"))){
const err21 = {instancePath:instancePath+"/spec/ipip/mode",schemaPath:"#/properties/spec/properties/ipip/properties/mode/enum",keyword:"enum",params:{allowedValues: schema37.properties.spec.properties.ipip.properties.mode.enum},message:"must be equal to one of the allowed values"};
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
const err22 = {instancePath:instancePath+"/spec/ipip",schemaPath:"#/properties/spec/properties/ipip/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data3["nat-outgoing"] !== undefined){
if(typeof data3["nat-outgoing"] !== "boolean"){
const err23 = {instancePath:instancePath+"/spec/nat-outgoing",schemaPath:"#/properties/spec/properties/nat-outgoing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.disableBGPExport !== undefined){
if(typeof data3.disableBGPExport !== "boolean"){
const err24 = {instancePath:instancePath+"/spec/disableBGPExport",schemaPath:"#/properties/spec/properties/disableBGPExport/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err25 = {instancePath:instancePath+"/spec/allowedUses/" + i0,schemaPath:"#/properties/spec/properties/allowedUses/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!(((data17 === "Workload") || (data17 === "Tunnel")) || (data17 === "LoadBalancer"))){
const err26 = {instancePath:instancePath+"/spec/allowedUses/" + i0,schemaPath:"#/properties/spec/properties/allowedUses/items/enum",keyword:"enum",params:{allowedValues: schema37.properties.spec.properties.allowedUses.items.enum},message:"must be equal to one of the allowed values"};
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
const err27 = {instancePath:instancePath+"/spec/allowedUses",schemaPath:"#/properties/spec/properties/allowedUses/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err28 = {instancePath:instancePath+"/spec/namespaceSelector",schemaPath:"#/properties/spec/properties/namespaceSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err29 = {instancePath:instancePath+"/spec/assignmentMode",schemaPath:"#/properties/spec/properties/assignmentMode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((data19 === "Automatic") || (data19 === "Manual"))){
const err30 = {instancePath:instancePath+"/spec/assignmentMode",schemaPath:"#/properties/spec/properties/assignmentMode/enum",keyword:"enum",params:{allowedValues: schema37.properties.spec.properties.assignmentMode.enum},message:"must be equal to one of the allowed values"};
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
const err31 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}
validate111.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkPolicy = validate113;
const schema38 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"NetworkPolicy","description":"A policy for the workload endpoints of its namespace.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"NetworkPolicy"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The endpoints and the rules.","type":"object","additionalProperties":false,"properties":{"tier":{"description":"The tier the policy belongs to.","type":"string","x-since":"v3.32","x-stored":{"v3.32":"default"}},"order":{"description":"Where the policy stands among the others: lower numbers first, absent last.","type":"number","x-keep-zero":true},"ingress":{"description":"Rules for packets that arrive at the endpoints.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"egress":{"description":"Rules for packets that leave the endpoints.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"selector":{"description":"Which endpoints the policy applies to; empty or absent: all of them.","type":"string","x-scalar":"selector","x-stored":{"v3.7":""}},"types":{"description":"The directions this policy applies to. Absent: `Ingress` unless there are only egress rules, plus `Egress` if there are egress rules.","type":"array","items":{"type":"string","enum":["Ingress","Egress"]}},"serviceAccountSelector":{"description":"Only endpoints whose service account matches.","type":"string","x-scalar":"selector","x-since":"v3.32"},"performanceHints":{"description":"Hints to Felix about the policy's use.","type":"array","items":{"type":"string","enum":["AssumeNeededOnEveryNode"]},"x-since":"v3.32"}},"title":"NetworkPolicySpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate113.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "NetworkPolicy"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((((key1 === "tier") || (key1 === "order")) || (key1 === "ingress")) || (key1 === "egress")) || (key1 === "selector")) || (key1 === "types")) || (key1 === "serviceAccountSelector")) || (key1 === "performanceHints"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/tier",schemaPath:"#/properties/spec/properties/tier/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/order",schemaPath:"#/properties/spec/properties/order/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
if(!(validate88(data6[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
if(!(validate88(data8[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err11 = {instancePath:instancePath+"/spec/selector",schemaPath:"#/properties/spec/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec/types/" + i2,schemaPath:"#/properties/spec/properties/types/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data12 === "Ingress") || (data12 === "Egress"))){
const err13 = {instancePath:instancePath+"/spec/types/" + i2,schemaPath:"#/properties/spec/properties/types/items/enum",keyword:"enum",params:{allowedValues: schema38.properties.spec.properties.types.items.enum},message:"must be equal to one of the allowed values"};
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
const err14 = {instancePath:instancePath+"/spec/types",schemaPath:"#/properties/spec/properties/types/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err15 = {instancePath:instancePath+"/spec/serviceAccountSelector",schemaPath:"#/properties/spec/properties/serviceAccountSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err16 = {instancePath:instancePath+"/spec/performanceHints/" + i3,schemaPath:"#/properties/spec/properties/performanceHints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(data15 === "AssumeNeededOnEveryNode")){
const err17 = {instancePath:instancePath+"/spec/performanceHints/" + i3,schemaPath:"#/properties/spec/properties/performanceHints/items/enum",keyword:"enum",params:{allowedValues: schema38.properties.spec.properties.performanceHints.items.enum},message:"must be equal to one of the allowed values"};
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
const err18 = {instancePath:instancePath+"/spec/performanceHints",schemaPath:"#/properties/spec/properties/performanceHints/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err19 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate113.errors = vErrors;
return errors === 0;
}
validate113.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const NetworkSet = validate117;
const schema39 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"NetworkSet","description":"A set of networks with labels, which rules' selectors match, in its namespace.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"NetworkSet"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The networks.","type":"object","additionalProperties":false,"properties":{"nets":{"description":"The networks and addresses of the set.","type":"array","items":{"type":"string"}}},"title":"NetworkSetSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate117.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "NetworkSet"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(key1 === "nets")){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/nets/" + i0,schemaPath:"#/properties/spec/properties/nets/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err8 = {instancePath:instancePath+"/spec/nets",schemaPath:"#/properties/spec/properties/nets/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}
validate117.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Node = validate119;
const schema40 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Node","description":"A node (host) that runs Calico.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"Node"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"What Calico knows about the node.","type":"object","additionalProperties":false,"properties":{"bgp":{"description":"How the node takes part in BGP; not empty.","type":"object","additionalProperties":false,"properties":{"asNumber":{"description":"The node's AS number; absent: the cluster's.","$ref":"shared/as-number.schema.json","x-keep-zero":true},"ipv4Address":{"description":"The node's IPv4 address with its network, `10.0.0.1/24`.","type":"string"},"ipv6Address":{"description":"The node's IPv6 address with its network.","type":"string"},"ipv4IPIPTunnelAddr":{"description":"The IPv4 address of the IP-in-IP tunnel.","type":"string"},"routeReflectorClusterID":{"description":"Makes the node a route reflector of this cluster; an IPv4 address.","type":"string"}},"title":"NodeBGPSpec","x-keep-zero":true},"ipv4VXLANTunnelAddr":{"description":"The IPv4 address of the VXLAN tunnel.","type":"string"},"vxlanTunnelMACAddr":{"description":"The MAC address of the VXLAN tunnel.","type":"string"},"ipv6VXLANTunnelAddr":{"description":"The IPv6 address of the VXLAN tunnel.","type":"string","x-since":"v3.32"},"vxlanTunnelMACAddrV6":{"description":"The MAC address of the IPv6 VXLAN tunnel.","type":"string","x-since":"v3.32"},"orchRefs":{"description":"What orchestrators call this node.","type":"array","items":{"description":"One orchestrator's name for the node.","type":"object","additionalProperties":false,"properties":{"nodeName":{"description":"The node's name there.","type":"string"},"orchestrator":{"description":"The orchestrator, `k8s`.","type":"string","x-stored":{"v3.7":"","v3.32":""}}},"title":"OrchRef"}},"wireguard":{"description":"WireGuard settings of the node.","type":"object","additionalProperties":false,"properties":{"interfaceIPv4Address":{"description":"The IPv4 address of the WireGuard interface.","type":"string"},"interfaceIPv6Address":{"description":"The IPv6 address of the WireGuard interface.","type":"string"}},"title":"NodeWireguardSpec","x-since":"v3.32","x-keep-zero":true},"addresses":{"description":"Addresses of the node.","type":"array","items":{"description":"An address and what it is.","type":"object","additionalProperties":false,"properties":{"address":{"description":"The address.","type":"string","x-stored":{"v3.7":"","v3.32":""}},"type":{"description":"What kind of address it is.","type":"string"}},"title":"NodeAddress"},"x-since":"v3.32"},"interfaces":{"description":"Interfaces of the node.","type":"array","items":{"description":"An interface and its addresses.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The interface's name.","type":"string"},"addresses":{"description":"Its addresses.","type":"array","items":{"type":"string"}}},"title":"NodeInterface"},"x-since":"v3.32"}},"title":"NodeSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}},"status":{"description":"What the node reports; not for manifests.","type":"object","additionalProperties":false,"properties":{"wireguardPublicKey":{"description":"The node's WireGuard public key.","type":"string"},"wireguardPublicKeyV6":{"description":"The node's WireGuard public key for IPv6.","type":"string"},"podCIDRs":{"description":"The pod networks of the node.","type":"array","items":{"type":"string"}}},"title":"NodeStatus","x-since":"v3.32","x-stored":{"v3.32":{}}}}};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate119.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Node"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(func1.call(schema40.properties.spec.properties, key1))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err7 = {instancePath:instancePath+"/spec/bgp",schemaPath:"#/properties/spec/properties/bgp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
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
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data4.ipv4Address !== undefined){
if(typeof data4.ipv4Address !== "string"){
const err8 = {instancePath:instancePath+"/spec/bgp/ipv4Address",schemaPath:"#/properties/spec/properties/bgp/properties/ipv4Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err9 = {instancePath:instancePath+"/spec/bgp/ipv6Address",schemaPath:"#/properties/spec/properties/bgp/properties/ipv6Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/bgp/ipv4IPIPTunnelAddr",schemaPath:"#/properties/spec/properties/bgp/properties/ipv4IPIPTunnelAddr/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/spec/bgp/routeReflectorClusterID",schemaPath:"#/properties/spec/properties/bgp/properties/routeReflectorClusterID/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec/bgp",schemaPath:"#/properties/spec/properties/bgp/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err13 = {instancePath:instancePath+"/spec/ipv4VXLANTunnelAddr",schemaPath:"#/properties/spec/properties/ipv4VXLANTunnelAddr/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err14 = {instancePath:instancePath+"/spec/vxlanTunnelMACAddr",schemaPath:"#/properties/spec/properties/vxlanTunnelMACAddr/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err15 = {instancePath:instancePath+"/spec/ipv6VXLANTunnelAddr",schemaPath:"#/properties/spec/properties/ipv6VXLANTunnelAddr/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err16 = {instancePath:instancePath+"/spec/vxlanTunnelMACAddrV6",schemaPath:"#/properties/spec/properties/vxlanTunnelMACAddrV6/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err17 = {instancePath:instancePath+"/spec/orchRefs/" + i0,schemaPath:"#/properties/spec/properties/orchRefs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
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
const err18 = {instancePath:instancePath+"/spec/orchRefs/" + i0+"/nodeName",schemaPath:"#/properties/spec/properties/orchRefs/items/properties/nodeName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err19 = {instancePath:instancePath+"/spec/orchRefs/" + i0+"/orchestrator",schemaPath:"#/properties/spec/properties/orchRefs/items/properties/orchestrator/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err20 = {instancePath:instancePath+"/spec/orchRefs/" + i0,schemaPath:"#/properties/spec/properties/orchRefs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err21 = {instancePath:instancePath+"/spec/orchRefs",schemaPath:"#/properties/spec/properties/orchRefs/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err22 = {instancePath:instancePath+"/spec/wireguard",schemaPath:"#/properties/spec/properties/wireguard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
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
const err23 = {instancePath:instancePath+"/spec/wireguard/interfaceIPv4Address",schemaPath:"#/properties/spec/properties/wireguard/properties/interfaceIPv4Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err24 = {instancePath:instancePath+"/spec/wireguard/interfaceIPv6Address",schemaPath:"#/properties/spec/properties/wireguard/properties/interfaceIPv6Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err25 = {instancePath:instancePath+"/spec/wireguard",schemaPath:"#/properties/spec/properties/wireguard/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err26 = {instancePath:instancePath+"/spec/addresses/" + i1,schemaPath:"#/properties/spec/properties/addresses/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
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
const err27 = {instancePath:instancePath+"/spec/addresses/" + i1+"/address",schemaPath:"#/properties/spec/properties/addresses/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err28 = {instancePath:instancePath+"/spec/addresses/" + i1+"/type",schemaPath:"#/properties/spec/properties/addresses/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err29 = {instancePath:instancePath+"/spec/addresses/" + i1,schemaPath:"#/properties/spec/properties/addresses/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err30 = {instancePath:instancePath+"/spec/addresses",schemaPath:"#/properties/spec/properties/addresses/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err31 = {instancePath:instancePath+"/spec/interfaces/" + i2,schemaPath:"#/properties/spec/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
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
const err32 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/name",schemaPath:"#/properties/spec/properties/interfaces/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err33 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/addresses/" + i3,schemaPath:"#/properties/spec/properties/interfaces/items/properties/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err34 = {instancePath:instancePath+"/spec/interfaces/" + i2+"/addresses",schemaPath:"#/properties/spec/properties/interfaces/items/properties/addresses/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err35 = {instancePath:instancePath+"/spec/interfaces/" + i2,schemaPath:"#/properties/spec/properties/interfaces/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err36 = {instancePath:instancePath+"/spec/interfaces",schemaPath:"#/properties/spec/properties/interfaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err37 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err38 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
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
const err39 = {instancePath:instancePath+"/status/wireguardPublicKey",schemaPath:"#/properties/status/properties/wireguardPublicKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err40 = {instancePath:instancePath+"/status/wireguardPublicKeyV6",schemaPath:"#/properties/status/properties/wireguardPublicKeyV6/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err41 = {instancePath:instancePath+"/status/podCIDRs/" + i4,schemaPath:"#/properties/status/properties/podCIDRs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err42 = {instancePath:instancePath+"/status/podCIDRs",schemaPath:"#/properties/status/properties/podCIDRs/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err43 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate119.errors = vErrors;
return errors === 0;
}
validate119.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Profile = validate122;
const schema41 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Profile","description":"Rules and labels that endpoints take on by naming the profile.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"Profile"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"The rules and labels.","type":"object","additionalProperties":false,"properties":{"ingress":{"description":"Rules for packets that arrive, tried when no policy decided.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"egress":{"description":"Rules for packets that leave, tried when no policy decided.","type":"array","items":{"description":"A rule.","$ref":"shared/rule.schema.json"}},"labelsToApply":{"description":"Labels that endpoints with this profile inherit, unless they have them themselves.","type":"object","additionalProperties":{"type":"string"}}},"title":"ProfileSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Profile"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "ingress") || (key1 === "egress")) || (key1 === "labelsToApply"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
if(!(validate88(data4[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
if(!(validate88(data6[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err9 = {instancePath:instancePath+"/spec/labelsToApply/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/labelsToApply/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/labelsToApply",schemaPath:"#/properties/spec/properties/labelsToApply/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const WorkloadEndpoint = validate126;
const schema42 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"WorkloadEndpoint","description":"The interface of a workload (a pod, a virtual machine) on a node. Normally written by the orchestrator's plugin.","type":"object","additionalProperties":false,"required":["apiVersion","kind","metadata"],"properties":{"kind":{"description":"The kind of resource.","const":"WorkloadEndpoint"},"apiVersion":{"description":"The version of Calico's API.","const":"projectcalico.org/v3"},"metadata":{"description":"The resource's name, labels and annotations.","$ref":"shared/metadata.schema.json","x-keep-zero":true},"spec":{"description":"Which workload's interface this is.","type":"object","additionalProperties":false,"required":["interfaceName"],"properties":{"orchestrator":{"description":"The orchestrator, `k8s`.","type":"string"},"workload":{"description":"The workload's name, for orchestrators other than Kubernetes.","type":"string"},"node":{"description":"The node it runs on.","type":"string"},"containerID":{"description":"The container's id.","type":"string"},"pod":{"description":"The pod's name.","type":"string"},"endpoint":{"description":"The interface's name inside the workload, `eth0`.","type":"string"},"serviceAccountName":{"description":"The service account the pod runs as.","type":"string","x-since":"v3.32"},"ipNetworks":{"description":"The addresses of the workload, as /32 or /128 networks.","type":"array","items":{"type":"string"}},"ipNATs":{"description":"External addresses translated to the workload's.","type":"array","items":{"description":"A translation.","type":"object","additionalProperties":false,"properties":{"internalIP":{"description":"The workload's address.","type":"string","x-keep-zero":true},"externalIP":{"description":"The external address.","type":"string","x-keep-zero":true}},"title":"IPNAT"}},"ipv4Gateway":{"description":"The IPv4 gateway the workload uses.","type":"string"},"ipv6Gateway":{"description":"The IPv6 gateway the workload uses.","type":"string"},"profiles":{"description":"Profiles applied after all policies, in this order.","type":"array","items":{"type":"string"}},"interfaceName":{"description":"The interface on the node, `cali1234`.","type":"string"},"mac":{"description":"The MAC address of the interface.","type":"string"},"ports":{"description":"Named ports, which rules can refer to.","type":"array","items":{"description":"A named port.","$ref":"shared/endpoint-port.schema.json"}},"allowSpoofedSourcePrefixes":{"description":"Networks the workload may send from although they are not its own.","type":"array","items":{"type":"string"},"x-since":"v3.32"}},"title":"WorkloadEndpointSpec","x-keep-zero":true,"x-stored":{"v3.7":{},"v3.32":{}}}}};

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate126.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
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
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "WorkloadEndpoint"},message:"must be equal to constant"};
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "projectcalico.org/v3"},message:"must be equal to constant"};
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
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.interfaceName === undefined){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "interfaceName"},message:"must have required property '"+"interfaceName"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data3){
if(!(func1.call(schema42.properties.spec.properties, key1))){
const err7 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
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
const err8 = {instancePath:instancePath+"/spec/orchestrator",schemaPath:"#/properties/spec/properties/orchestrator/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err9 = {instancePath:instancePath+"/spec/workload",schemaPath:"#/properties/spec/properties/workload/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/spec/node",schemaPath:"#/properties/spec/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath:instancePath+"/spec/containerID",schemaPath:"#/properties/spec/properties/containerID/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/spec/pod",schemaPath:"#/properties/spec/properties/pod/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err13 = {instancePath:instancePath+"/spec/endpoint",schemaPath:"#/properties/spec/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err14 = {instancePath:instancePath+"/spec/serviceAccountName",schemaPath:"#/properties/spec/properties/serviceAccountName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err15 = {instancePath:instancePath+"/spec/ipNetworks/" + i0,schemaPath:"#/properties/spec/properties/ipNetworks/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err16 = {instancePath:instancePath+"/spec/ipNetworks",schemaPath:"#/properties/spec/properties/ipNetworks/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err17 = {instancePath:instancePath+"/spec/ipNATs/" + i1,schemaPath:"#/properties/spec/properties/ipNATs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
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
const err18 = {instancePath:instancePath+"/spec/ipNATs/" + i1+"/internalIP",schemaPath:"#/properties/spec/properties/ipNATs/items/properties/internalIP/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err19 = {instancePath:instancePath+"/spec/ipNATs/" + i1+"/externalIP",schemaPath:"#/properties/spec/properties/ipNATs/items/properties/externalIP/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err20 = {instancePath:instancePath+"/spec/ipNATs/" + i1,schemaPath:"#/properties/spec/properties/ipNATs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err21 = {instancePath:instancePath+"/spec/ipNATs",schemaPath:"#/properties/spec/properties/ipNATs/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err22 = {instancePath:instancePath+"/spec/ipv4Gateway",schemaPath:"#/properties/spec/properties/ipv4Gateway/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err23 = {instancePath:instancePath+"/spec/ipv6Gateway",schemaPath:"#/properties/spec/properties/ipv6Gateway/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err24 = {instancePath:instancePath+"/spec/profiles/" + i2,schemaPath:"#/properties/spec/properties/profiles/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err25 = {instancePath:instancePath+"/spec/profiles",schemaPath:"#/properties/spec/properties/profiles/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err26 = {instancePath:instancePath+"/spec/interfaceName",schemaPath:"#/properties/spec/properties/interfaceName/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err27 = {instancePath:instancePath+"/spec/mac",schemaPath:"#/properties/spec/properties/mac/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(!(validate108(data23[i3], {instancePath:instancePath+"/spec/ports/" + i3,parentData:data23,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err29 = {instancePath:instancePath+"/spec/allowSpoofedSourcePrefixes/" + i4,schemaPath:"#/properties/spec/properties/allowSpoofedSourcePrefixes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err30 = {instancePath:instancePath+"/spec/allowSpoofedSourcePrefixes",schemaPath:"#/properties/spec/properties/allowSpoofedSourcePrefixes/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err31 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}
validate126.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

