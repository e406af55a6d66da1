// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
const of0 = ["global","node"];
const of1 = ["always","cross-subnet"];
const of2 = {"tag":0,"net":0,"nets":0,"selector":0,"ports":0,"notTag":0,"notNet":0,"notNets":0,"notSelector":0,"notPorts":0};
const of3 = ["allow","deny","log","pass"];
const of4 = [4,6];
const of5 = ["ingress","egress"];
export const bgpPeer = validate52;
const pattern3 = new RegExp("^[0-9]{1,10}([.][0-9]{1,5})?$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-as-number.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
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
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/bgpPeer.schema.json" */;
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
if("bgpPeer" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "bgpPeer"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.scope === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "scope"});
errors++;
}
if(data2.peerIP === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "peerIP"});
errors++;
}
for(const key1 in data2){
if(!(((key1 === "scope") || (key1 === "node")) || (key1 === "peerIP"))){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.scope !== undefined){
let data3 = data2.scope;
if(typeof data3 !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/scope", "type", {type: "string"});
errors++;
}
if(!((data3 === "global") || (data3 === "node"))){
vErrors = noted(vErrors, instancePath+"/metadata/scope", "enum", {allowedValues: of0});
errors++;
}
}
if(data2.node !== undefined){
if(typeof data2.node !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/node", "type", {type: "string"});
errors++;
}
}
if(data2.peerIP !== undefined){
let data5 = data2.peerIP;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/peerIP", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/peerIP", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data6 = data.spec;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!(key2 === "asNumber")){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data6.asNumber !== undefined){
if(!(validate53(data6.asNumber, {instancePath:instancePath+"/spec/asNumber",parentData:data6,parentDataProperty:"asNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
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
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const hostEndpoint = validate55;

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/shared-protocol.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
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
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/shared-endpoint-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
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
if(!(validate57(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate57.errors);
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
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/hostEndpoint.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
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
if("hostEndpoint" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "hostEndpoint"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "name"});
errors++;
}
if(data2.node === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "node"});
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "node")) || (key1 === "labels"))){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/name", "type", {type: "string"});
errors++;
}
}
if(data2.node !== undefined){
let data4 = data2.node;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/node", "type", {type: "string"});
errors++;
}
}
if(data2.labels !== undefined){
let data5 = data2.labels;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(typeof data5[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/labels", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data7 = data.spec;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!((((key3 === "interfaceName") || (key3 === "expectedIPs")) || (key3 === "profiles")) || (key3 === "ports"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data7.interfaceName !== undefined){
if(typeof data7.interfaceName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaceName", "type", {type: "string"});
errors++;
}
}
if(data7.expectedIPs !== undefined){
let data9 = data7.expectedIPs;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(typeof data9[i0] !== "string"){
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
if(data7.profiles !== undefined){
let data11 = data7.profiles;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
if(typeof data11[i1] !== "string"){
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
if(data7.ports !== undefined){
let data13 = data7.ports;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
if(!(validate56(data13[i2], {instancePath:instancePath+"/spec/ports/" + i2,parentData:data13,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate56.errors);
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
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ipPool = validate60;

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/ipPool.schema.json" */;
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
if("ipPool" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "ipPool"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.cidr === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "cidr"});
errors++;
}
for(const key1 in data2){
if(!(key1 === "cidr")){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.cidr !== undefined){
let data3 = data2.cidr;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/cidr", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/cidr", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((key2 === "ipip") || (key2 === "nat-outgoing")) || (key2 === "disabled"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data4.ipip !== undefined){
let data5 = data4.ipip;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
if(!((key3 === "enabled") || (key3 === "mode"))){
vErrors = noted(vErrors, instancePath+"/spec/ipip", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data5.enabled !== undefined){
if(typeof data5.enabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/ipip/enabled", "type", {type: "boolean"});
errors++;
}
}
if(data5.mode !== undefined){
let data7 = data5.mode;
if(typeof data7 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipip/mode", "type", {type: "string"});
errors++;
}
if(!((data7 === "always") || (data7 === "cross-subnet"))){
vErrors = noted(vErrors, instancePath+"/spec/ipip/mode", "enum", {allowedValues: of1});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ipip", "type", {type: "object"});
errors++;
}
}
if(data4["nat-outgoing"] !== undefined){
if(typeof data4["nat-outgoing"] !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/nat-outgoing", "type", {type: "boolean"});
errors++;
}
}
if(data4.disabled !== undefined){
if(typeof data4.disabled !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/disabled", "type", {type: "boolean"});
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
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const node = validate61;

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/node.schema.json" */;
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
if("node" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "node"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "name"});
errors++;
}
for(const key1 in data2){
if(!(key1 === "name")){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/name", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!((key2 === "bgp") || (key2 === "orchRefs"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data4.bgp !== undefined){
let data5 = data4.bgp;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
if(!(((key3 === "asNumber") || (key3 === "ipv4Address")) || (key3 === "ipv6Address"))){
vErrors = noted(vErrors, instancePath+"/spec/bgp", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data5.asNumber !== undefined){
if(!(validate53(data5.asNumber, {instancePath:instancePath+"/spec/bgp/asNumber",parentData:data5,parentDataProperty:"asNumber",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data5.ipv4Address !== undefined){
if(typeof data5.ipv4Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/ipv4Address", "type", {type: "string"});
errors++;
}
}
if(data5.ipv6Address !== undefined){
if(typeof data5.ipv6Address !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/bgp/ipv6Address", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/bgp", "type", {type: "object"});
errors++;
}
}
if(data4.orchRefs !== undefined){
let data9 = data4.orchRefs;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key4 in data10){
if(!((key4 === "nodeName") || (key4 === "orchestrator"))){
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0, "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data10.nodeName !== undefined){
if(typeof data10.nodeName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/orchRefs/" + i0+"/nodeName", "type", {type: "string"});
errors++;
}
}
if(data10.orchestrator !== undefined){
if(typeof data10.orchestrator !== "string"){
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

export const policy = validate63;

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-icmp.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
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
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-zA-Z0-9_.:-]{1,128}$", "u");

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/shared-port.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
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
if(!pattern4.test(data)){
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
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/shared-entity-rule.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(of2, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.tag !== undefined){
if(typeof data.tag !== "string"){
vErrors = noted(vErrors, instancePath+"/tag", "type", {type: "string"});
errors++;
}
}
if(data.net !== undefined){
if(typeof data.net !== "string"){
vErrors = noted(vErrors, instancePath+"/net", "type", {type: "string"});
errors++;
}
}
if(data.nets !== undefined){
let data2 = data.nets;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
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
if(data.ports !== undefined){
let data5 = data.ports;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate71(data5[i1], {instancePath:instancePath+"/ports/" + i1,parentData:data5,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate71.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ports", "type", {type: "array"});
errors++;
}
}
if(data.notTag !== undefined){
if(typeof data.notTag !== "string"){
vErrors = noted(vErrors, instancePath+"/notTag", "type", {type: "string"});
errors++;
}
}
if(data.notNet !== undefined){
if(typeof data.notNet !== "string"){
vErrors = noted(vErrors, instancePath+"/notNet", "type", {type: "string"});
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
if(!(validate71(data12[i3], {instancePath:instancePath+"/notPorts/" + i3,parentData:data12,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate71.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/notPorts", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/shared-rule.schema.json" */;
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
if(data.action === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "action"});
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "action") || (key0 === "ipVersion")) || (key0 === "protocol")) || (key0 === "icmp")) || (key0 === "notProtocol")) || (key0 === "notICMP")) || (key0 === "source")) || (key0 === "destination"))){
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
if(!((((data0 === "allow") || (data0 === "deny")) || (data0 === "log")) || (data0 === "pass"))){
vErrors = noted(vErrors, instancePath+"/action", "enum", {allowedValues: of3});
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
vErrors = noted(vErrors, instancePath+"/ipVersion", "enum", {allowedValues: of4});
errors++;
}
}
if(data.protocol !== undefined){
if(!(validate57(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate57.errors);
errors = vErrors.length;
}
}
if(data.icmp !== undefined){
if(!(validate66(data.icmp, {instancePath:instancePath+"/icmp",parentData:data,parentDataProperty:"icmp",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
if(data.notProtocol !== undefined){
if(!(validate57(data.notProtocol, {instancePath:instancePath+"/notProtocol",parentData:data,parentDataProperty:"notProtocol",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate57.errors);
errors = vErrors.length;
}
}
if(data.notICMP !== undefined){
if(!(validate66(data.notICMP, {instancePath:instancePath+"/notICMP",parentData:data,parentDataProperty:"notICMP",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
if(data.source !== undefined){
if(!(validate70(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate70.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
if(!(validate70(data.destination, {instancePath:instancePath+"/destination",parentData:data,parentDataProperty:"destination",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate70.errors);
errors = vErrors.length;
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


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/policy.schema.json" */;
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
if("policy" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "policy"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "name"});
errors++;
}
for(const key1 in data2){
if(!((key1 === "name") || (key1 === "annotations"))){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/name", "type", {type: "string"});
errors++;
}
}
if(data2.annotations !== undefined){
let data4 = data2.annotations;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(typeof data4[key2] !== "string"){
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
if(data.spec !== undefined){
let data6 = data.spec;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
if(!(((((((key3 === "order") || (key3 === "ingress")) || (key3 === "egress")) || (key3 === "selector")) || (key3 === "types")) || (key3 === "doNotTrack")) || (key3 === "preDNAT"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data6.order !== undefined){
let data7 = data6.order;
if(!((typeof data7 == "number") && (isFinite(data7)))){
vErrors = noted(vErrors, instancePath+"/spec/order", "type", {type: "number"});
errors++;
}
}
if(data6.ingress !== undefined){
let data8 = data6.ingress;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate64(data8[i0], {instancePath:instancePath+"/spec/ingress/" + i0,parentData:data8,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data6.egress !== undefined){
let data10 = data6.egress;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(validate64(data10[i1], {instancePath:instancePath+"/spec/egress/" + i1,parentData:data10,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
errors++;
}
}
if(data6.selector !== undefined){
if(typeof data6.selector !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/selector", "type", {type: "string"});
errors++;
}
}
if(data6.types !== undefined){
let data13 = data6.types;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "type", {type: "string"});
errors++;
}
if(!((data14 === "ingress") || (data14 === "egress"))){
vErrors = noted(vErrors, instancePath+"/spec/types/" + i2, "enum", {allowedValues: of5});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/types", "type", {type: "array"});
errors++;
}
}
if(data6.doNotTrack !== undefined){
if(typeof data6.doNotTrack !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/doNotTrack", "type", {type: "boolean"});
errors++;
}
}
if(data6.preDNAT !== undefined){
if(typeof data6.preDNAT !== "boolean"){
vErrors = noted(vErrors, instancePath+"/spec/preDNAT", "type", {type: "boolean"});
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
validate63.errors = vErrors;
return errors === 0;
}
validate63.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const profile = validate78;

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/profile.schema.json" */;
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
if("profile" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "profile"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "name"});
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "tags")) || (key1 === "labels"))){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/name", "type", {type: "string"});
errors++;
}
}
if(data2.tags !== undefined){
let data4 = data2.tags;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/tags/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/tags", "type", {type: "array"});
errors++;
}
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(typeof data6[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/labels", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data8 = data.spec;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!((key3 === "ingress") || (key3 === "egress"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data8.ingress !== undefined){
let data9 = data8.ingress;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate64(data9[i1], {instancePath:instancePath+"/spec/ingress/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/ingress", "type", {type: "array"});
errors++;
}
}
if(data8.egress !== undefined){
let data11 = data8.egress;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate64(data11[i2], {instancePath:instancePath+"/spec/egress/" + i2,parentData:data11,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate64.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/spec/egress", "type", {type: "array"});
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

export const workloadEndpoint = validate81;

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/v1/workloadEndpoint.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate81.evaluated;
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
if("workloadEndpoint" !== data.kind){
vErrors = noted(vErrors, instancePath+"/kind", "const", {allowedValue: "workloadEndpoint"}, "must be equal to constant");
errors++;
}
}
if(data.apiVersion !== undefined){
if("v1" !== data.apiVersion){
vErrors = noted(vErrors, instancePath+"/apiVersion", "const", {allowedValue: "v1"}, "must be equal to constant");
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "name"});
errors++;
}
if(data2.workload === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "workload"});
errors++;
}
if(data2.orchestrator === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "orchestrator"});
errors++;
}
if(data2.node === undefined){
vErrors = noted(vErrors, instancePath+"/metadata", "required", {missingProperty: "node"});
errors++;
}
for(const key1 in data2){
if(!((((((key1 === "name") || (key1 === "workload")) || (key1 === "orchestrator")) || (key1 === "node")) || (key1 === "activeInstanceID")) || (key1 === "labels"))){
vErrors = noted(vErrors, instancePath+"/metadata", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/name", "type", {type: "string"});
errors++;
}
}
if(data2.workload !== undefined){
let data4 = data2.workload;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/workload", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/workload", "type", {type: "string"});
errors++;
}
}
if(data2.orchestrator !== undefined){
let data5 = data2.orchestrator;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/orchestrator", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/orchestrator", "type", {type: "string"});
errors++;
}
}
if(data2.node !== undefined){
let data6 = data2.node;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/metadata/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/node", "type", {type: "string"});
errors++;
}
}
if(data2.activeInstanceID !== undefined){
if(typeof data2.activeInstanceID !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/activeInstanceID", "type", {type: "string"});
errors++;
}
}
if(data2.labels !== undefined){
let data8 = data2.labels;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(typeof data8[key2] !== "string"){
vErrors = noted(vErrors, instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata/labels", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/metadata", "type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data10 = data.spec;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
if(!((((((((key3 === "ipNetworks") || (key3 === "ipNATs")) || (key3 === "ipv4Gateway")) || (key3 === "ipv6Gateway")) || (key3 === "profiles")) || (key3 === "interfaceName")) || (key3 === "mac")) || (key3 === "ports"))){
vErrors = noted(vErrors, instancePath+"/spec", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data10.ipNetworks !== undefined){
let data11 = data10.ipNetworks;
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
if(data10.ipNATs !== undefined){
let data13 = data10.ipNATs;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key4 in data14){
if(!((key4 === "internalIP") || (key4 === "externalIP"))){
vErrors = noted(vErrors, instancePath+"/spec/ipNATs/" + i1, "additionalProperties", {additionalProperty: key4});
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
if(data10.ipv4Gateway !== undefined){
if(typeof data10.ipv4Gateway !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv4Gateway", "type", {type: "string"});
errors++;
}
}
if(data10.ipv6Gateway !== undefined){
if(typeof data10.ipv6Gateway !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/ipv6Gateway", "type", {type: "string"});
errors++;
}
}
if(data10.profiles !== undefined){
let data19 = data10.profiles;
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
if(data10.interfaceName !== undefined){
if(typeof data10.interfaceName !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/interfaceName", "type", {type: "string"});
errors++;
}
}
if(data10.mac !== undefined){
if(typeof data10.mac !== "string"){
vErrors = noted(vErrors, instancePath+"/spec/mac", "type", {type: "string"});
errors++;
}
}
if(data10.ports !== undefined){
let data23 = data10.ports;
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
if(!(validate56(data23[i3], {instancePath:instancePath+"/spec/ports/" + i3,parentData:data23,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate56.errors);
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
validate81.errors = vErrors;
return errors === 0;
}
validate81.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

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
