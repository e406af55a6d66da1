// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
const of0 = [4,6];
const of1 = ["string","integer"];
const of2 = {"ipVersion":0,"protocol":0,"dst":0,"port":0,"portTo":0,"srcIP":0,"interface":0,"except":0,"toIP":0,"toPort":0,"alternatives":0,"uncertain":0};
const of3 = ["allow","deny"];
const of4 = [{"$ref":"#/$defs/verdict"},{"type":"object","required":["verdict"],"additionalProperties":false,"properties":{"verdict":{"$ref":"#/$defs/verdict"},"policy":{"type":"string"},"rule":{"type":"integer","minimum":1},"via":{"type":["string","array"],"items":{"type":"string","minLength":1}}}}];
const of5 = {"name":0,"from":0,"to":0,"protocol":0,"srcPort":0,"dstPort":0,"in":0,"out":0,"icmpType":0,"icmpCode":0,"tcpFlags":0,"conntrack":0,"expect":0,"note":0};
const of6 = ["integer","string"];
const of7 = ["new","established"];
const of8 = {"name":0,"from":0,"to":0,"protocol":0,"srcIP":0,"dstIP":0,"srcPort":0,"dstPort":0,"icmpType":0,"icmpCode":0,"tcpFlags":0,"conntrack":0,"expect":0,"verdict":0,"return":0,"dropStage":0,"returnDropStage":0,"note":0,"felixBug":0};
const of9 = ["new","established","invalid"];
const of10 = {"name":0,"direction":0,"node":0,"from":0,"to":0,"except":0,"protocol":0,"ports":0,"sourcePorts":0,"way":0,"replies":0,"failsafes":0,"note":0};
const of11 = ["in","out"];
const of12 = ["string","array"];
const of13 = ["string","integer","array"];
const of14 = ["local","forwarded","any"];
const of15 = {"name":0,"about":0,"calico":0,"area":0,"felixEnv":0,"node":0,"interfaces":0,"dnat":0,"outputDnat":0,"masquerade":0,"sourceNat":0,"routes":0,"flows":0,"forbid":0,"permit":0};
const of16 = ["unicast","local","blackhole","unreachable","prohibit","throw","multicast"];
const of17 = ["local","main"];
export const Flows = validate20;
const func1 = Object.prototype.hasOwnProperty;
const wrapper0 = {validate: validate22};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "ipVersion") || (key0 === "protocol")) || (key0 === "dst")) || (key0 === "port")) || (key0 === "portTo")) || (key0 === "srcIP")) || (key0 === "interface")) || (key0 === "except"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.ipVersion !== undefined){
let data0 = data.ipVersion;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "type", {type: "integer"});
errors++;
}
if(!((data0 === 4) || (data0 === 6))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "enum", {allowedValues: of0});
errors++;
}
}
if(data.protocol !== undefined){
let data1 = data.protocol;
if((typeof data1 !== "string") && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.dst !== undefined){
let data2 = data.dst;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/dst", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/dst", "type", {type: "string"});
errors++;
}
}
if(data.port !== undefined){
let data3 = data.port;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = noted(vErrors, instancePath+"/port", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65535 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/port", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/port", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.portTo !== undefined){
let data4 = data.portTo;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = noted(vErrors, instancePath+"/portTo", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/portTo", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/portTo", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.srcIP !== undefined){
let data5 = data.srcIP;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/srcIP", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/srcIP", "type", {type: "string"});
errors++;
}
}
if(data.interface !== undefined){
let data6 = data.interface;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/interface", "type", {type: "string"});
errors++;
}
}
if(data.except !== undefined){
let data7 = data.except;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data7[i0], {instancePath:instancePath+"/except/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/except", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.toIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "toIP"});
errors++;
}
for(const key0 in data){
if(!((key0 === "toIP") || (key0 === "toPort"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.toIP !== undefined){
let data0 = data.toIP;
if(typeof data0 === "string"){
if(data0.length < 1){
vErrors = noted(vErrors, instancePath+"/toIP", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/toIP", "type", {type: "string"});
errors++;
}
}
if(data.toPort !== undefined){
let data1 = data.toPort;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = noted(vErrors, instancePath+"/toPort", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65535 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/toPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data1 < 0 || isNaN(data1)){
vErrors = noted(vErrors, instancePath+"/toPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
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
if(data.dst === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "dst"});
errors++;
}
if(data.toIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "toIP"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of2, key0))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.ipVersion !== undefined){
let data0 = data.ipVersion;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "type", {type: "integer"});
errors++;
}
if(!((data0 === 4) || (data0 === 6))){
vErrors = noted(vErrors, instancePath+"/ipVersion", "enum", {allowedValues: of0});
errors++;
}
}
if(data.protocol !== undefined){
let data1 = data.protocol;
if((typeof data1 !== "string") && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.dst !== undefined){
let data2 = data.dst;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/dst", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/dst", "type", {type: "string"});
errors++;
}
}
if(data.port !== undefined){
let data3 = data.port;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = noted(vErrors, instancePath+"/port", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65535 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/port", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = noted(vErrors, instancePath+"/port", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.portTo !== undefined){
let data4 = data.portTo;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = noted(vErrors, instancePath+"/portTo", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/portTo", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/portTo", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.srcIP !== undefined){
let data5 = data.srcIP;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/srcIP", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/srcIP", "type", {type: "string"});
errors++;
}
}
if(data.interface !== undefined){
let data6 = data.interface;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/interface", "type", {type: "string"});
errors++;
}
}
if(data.except !== undefined){
let data7 = data.except;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data7[i0], {instancePath:instancePath+"/except/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/except", "type", {type: "array"});
errors++;
}
}
if(data.toIP !== undefined){
let data9 = data.toIP;
if(typeof data9 === "string"){
if(data9.length < 1){
vErrors = noted(vErrors, instancePath+"/toIP", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/toIP", "type", {type: "string"});
errors++;
}
}
if(data.toPort !== undefined){
let data10 = data.toPort;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = noted(vErrors, instancePath+"/toPort", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 65535 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/toPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data10 < 0 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/toPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.alternatives !== undefined){
let data11 = data.alternatives;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data11[i1], {instancePath:instancePath+"/alternatives/" + i1,parentData:data11,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/alternatives", "type", {type: "array"});
errors++;
}
}
if(data.uncertain !== undefined){
let data13 = data.uncertain;
if(typeof data13 === "string"){
if(data13.length < 1){
vErrors = noted(vErrors, instancePath+"/uncertain", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/uncertain", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
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
if(!((data === "allow") || (data === "deny"))){
vErrors = noted(vErrors, instancePath, "enum", {allowedValues: of3});
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.verdict === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "verdict"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "verdict") || (key0 === "policy")) || (key0 === "rule")) || (key0 === "via"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.verdict !== undefined){
let data0 = data.verdict;
if(typeof data0 !== "string"){
vErrors = noted(vErrors, instancePath+"/verdict", "type", {type: "string"});
errors++;
}
if(!((data0 === "allow") || (data0 === "deny"))){
vErrors = noted(vErrors, instancePath+"/verdict", "enum", {allowedValues: of3});
errors++;
}
}
if(data.policy !== undefined){
if(typeof data.policy !== "string"){
vErrors = noted(vErrors, instancePath+"/policy", "type", {type: "string"});
errors++;
}
}
if(data.rule !== undefined){
let data2 = data.rule;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = noted(vErrors, instancePath+"/rule", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
vErrors = noted(vErrors, instancePath+"/rule", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.via !== undefined){
let data3 = data.via;
if((typeof data3 !== "string") && (!(Array.isArray(data3)))){
vErrors = noted(vErrors, instancePath+"/via", "type", {type: of4[1].properties.via.type});
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/via/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/via/" + i0, "type", {type: "string"});
errors++;
}
}
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = true;
}
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
validate31.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate31.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "from"});
errors++;
}
if(data.to === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "to"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of5, key0))){
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
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(data1.length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "string"});
errors++;
}
}
if(data.to !== undefined){
let data2 = data.to;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "string"});
errors++;
}
}
if(data.protocol !== undefined){
let data3 = data.protocol;
if((typeof data3 !== "string") && (!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.srcPort !== undefined){
let data4 = data.srcPort;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = noted(vErrors, instancePath+"/srcPort", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/srcPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/srcPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.dstPort !== undefined){
let data5 = data.dstPort;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (typeof data5 !== "string")){
vErrors = noted(vErrors, instancePath+"/dstPort", "type", {type: of6});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 65535 || isNaN(data5)){
vErrors = noted(vErrors, instancePath+"/dstPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = noted(vErrors, instancePath+"/dstPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/dstPort", "minLength", {limit: 1});
errors++;
}
}
}
if(data.in !== undefined){
let data6 = data.in;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/in", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/in", "type", {type: "string"});
errors++;
}
}
if(data.out !== undefined){
let data7 = data.out;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = noted(vErrors, instancePath+"/out", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/out", "type", {type: "string"});
errors++;
}
}
if(data.icmpType !== undefined){
let data8 = data.icmpType;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = noted(vErrors, instancePath+"/icmpType", "type", {type: "integer"});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 255 || isNaN(data8)){
vErrors = noted(vErrors, instancePath+"/icmpType", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data8 < 0 || isNaN(data8)){
vErrors = noted(vErrors, instancePath+"/icmpType", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpCode !== undefined){
let data9 = data.icmpCode;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = noted(vErrors, instancePath+"/icmpCode", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 255 || isNaN(data9)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data9 < 0 || isNaN(data9)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.tcpFlags !== undefined){
if(typeof data.tcpFlags !== "string"){
vErrors = noted(vErrors, instancePath+"/tcpFlags", "type", {type: "string"});
errors++;
}
}
if(data.conntrack !== undefined){
let data11 = data.conntrack;
if(typeof data11 !== "string"){
vErrors = noted(vErrors, instancePath+"/conntrack", "type", {type: "string"});
errors++;
}
if(!((data11 === "new") || (data11 === "established"))){
vErrors = noted(vErrors, instancePath+"/conntrack", "enum", {allowedValues: of7});
errors++;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "from"});
errors++;
}
if(data.protocol === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "protocol"});
errors++;
}
if(data.srcIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "srcIP"});
errors++;
}
if(data.dstIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "dstIP"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of8, key0))){
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
if(data.from !== undefined){
let data1 = data.from;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 1){
vErrors = noted(vErrors, instancePath+"/from", "maxProperties", {limit: 1}, "must NOT have more than 1 properties");
errors++;
}
if(Object.keys(data1).length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minProperties", {limit: 1}, "must NOT have fewer than 1 properties");
errors++;
}
for(const key1 in data1){
if(!(((key1 === "interface") || (key1 === "process")) || (key1 === "workload"))){
vErrors = noted(vErrors, instancePath+"/from", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data1.interface !== undefined){
let data2 = data1.interface;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/from/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/interface", "type", {type: "string"});
errors++;
}
}
if(data1.process !== undefined){
let data3 = data1.process;
if(typeof data3 !== "boolean"){
vErrors = noted(vErrors, instancePath+"/from/process", "type", {type: "boolean"});
errors++;
}
if(true !== data3){
vErrors = noted(vErrors, instancePath+"/from/process", "const", {allowedValue: true}, "must be equal to constant");
errors++;
}
}
if(data1.workload !== undefined){
let data4 = data1.workload;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/from/workload", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/workload", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "object"});
errors++;
}
}
if(data.to !== undefined){
let data5 = data.to;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 1){
vErrors = noted(vErrors, instancePath+"/to", "maxProperties", {limit: 1}, "must NOT have more than 1 properties");
errors++;
}
if(Object.keys(data5).length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minProperties", {limit: 1}, "must NOT have fewer than 1 properties");
errors++;
}
for(const key2 in data5){
if(!(((key2 === "interface") || (key2 === "process")) || (key2 === "workload"))){
vErrors = noted(vErrors, instancePath+"/to", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data5.interface !== undefined){
let data6 = data5.interface;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/to/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/interface", "type", {type: "string"});
errors++;
}
}
if(data5.process !== undefined){
let data7 = data5.process;
if(typeof data7 !== "boolean"){
vErrors = noted(vErrors, instancePath+"/to/process", "type", {type: "boolean"});
errors++;
}
if(true !== data7){
vErrors = noted(vErrors, instancePath+"/to/process", "const", {allowedValue: true}, "must be equal to constant");
errors++;
}
}
if(data5.workload !== undefined){
let data8 = data5.workload;
if(typeof data8 === "string"){
if(data8.length < 1){
vErrors = noted(vErrors, instancePath+"/to/workload", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/workload", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "object"});
errors++;
}
}
if(data.protocol !== undefined){
let data9 = data.protocol;
if((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.srcIP !== undefined){
if(typeof data.srcIP !== "string"){
vErrors = noted(vErrors, instancePath+"/srcIP", "type", {type: "string"});
errors++;
}
}
if(data.dstIP !== undefined){
if(typeof data.dstIP !== "string"){
vErrors = noted(vErrors, instancePath+"/dstIP", "type", {type: "string"});
errors++;
}
}
if(data.srcPort !== undefined){
let data12 = data.srcPort;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
vErrors = noted(vErrors, instancePath+"/srcPort", "type", {type: "integer"});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 65535 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/srcPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/srcPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.dstPort !== undefined){
let data13 = data.dstPort;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
vErrors = noted(vErrors, instancePath+"/dstPort", "type", {type: "integer"});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65535 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/dstPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/dstPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpType !== undefined){
let data14 = data.icmpType;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
vErrors = noted(vErrors, instancePath+"/icmpType", "type", {type: "integer"});
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 255 || isNaN(data14)){
vErrors = noted(vErrors, instancePath+"/icmpType", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data14 < 0 || isNaN(data14)){
vErrors = noted(vErrors, instancePath+"/icmpType", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpCode !== undefined){
let data15 = data.icmpCode;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = noted(vErrors, instancePath+"/icmpCode", "type", {type: "integer"});
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 255 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data15 < 0 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.tcpFlags !== undefined){
if(typeof data.tcpFlags !== "string"){
vErrors = noted(vErrors, instancePath+"/tcpFlags", "type", {type: "string"});
errors++;
}
}
if(data.conntrack !== undefined){
let data17 = data.conntrack;
if(typeof data17 !== "string"){
vErrors = noted(vErrors, instancePath+"/conntrack", "type", {type: "string"});
errors++;
}
if(!(((data17 === "new") || (data17 === "established")) || (data17 === "invalid"))){
vErrors = noted(vErrors, instancePath+"/conntrack", "enum", {allowedValues: of9});
errors++;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
if(data.verdict !== undefined){
if(typeof data.verdict !== "string"){
vErrors = noted(vErrors, instancePath+"/verdict", "type", {type: "string"});
errors++;
}
}
if(data.return !== undefined){
if(typeof data.return !== "string"){
vErrors = noted(vErrors, instancePath+"/return", "type", {type: "string"});
errors++;
}
}
if(data.dropStage !== undefined){
if(typeof data.dropStage !== "string"){
vErrors = noted(vErrors, instancePath+"/dropStage", "type", {type: "string"});
errors++;
}
}
if(data.returnDropStage !== undefined){
if(typeof data.returnDropStage !== "string"){
vErrors = noted(vErrors, instancePath+"/returnDropStage", "type", {type: "string"});
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
if(data.felixBug !== undefined){
if(typeof data.felixBug !== "string"){
vErrors = noted(vErrors, instancePath+"/felixBug", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(of10, key0))){
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
if(data.direction !== undefined){
let data1 = data.direction;
if(typeof data1 !== "string"){
vErrors = noted(vErrors, instancePath+"/direction", "type", {type: "string"});
errors++;
}
if(!((data1 === "in") || (data1 === "out"))){
vErrors = noted(vErrors, instancePath+"/direction", "enum", {allowedValues: of11});
errors++;
}
}
if(data.node !== undefined){
let data2 = data.node;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/node", "type", {type: "string"});
errors++;
}
}
if(data.from !== undefined){
let data3 = data.from;
if((typeof data3 !== "string") && (!(Array.isArray(data3)))){
vErrors = noted(vErrors, instancePath+"/from", "type", {type: of12});
errors++;
}
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/from/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/" + i0, "type", {type: "string"});
errors++;
}
}
}
}
if(data.to !== undefined){
let data5 = data.to;
if((typeof data5 !== "string") && (!(Array.isArray(data5)))){
vErrors = noted(vErrors, instancePath+"/to", "type", {type: of12});
errors++;
}
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/to/" + i1, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/" + i1, "type", {type: "string"});
errors++;
}
}
}
}
if(data.except !== undefined){
let data7 = data.except;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
vErrors = noted(vErrors, instancePath+"/except", "type", {type: of12});
errors++;
}
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = noted(vErrors, instancePath+"/except", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 === "string"){
if(data8.length < 1){
vErrors = noted(vErrors, instancePath+"/except/" + i2, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/except/" + i2, "type", {type: "string"});
errors++;
}
}
}
}
if(data.protocol !== undefined){
let data9 = data.protocol;
if((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.ports !== undefined){
let data10 = data.ports;
if(((typeof data10 !== "string") && (!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10))))) && (!(Array.isArray(data10)))){
vErrors = noted(vErrors, instancePath+"/ports", "type", {type: of13});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 65535 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/ports", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data10 < 0 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/ports", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data10 === "string"){
if(data10.length < 1){
vErrors = noted(vErrors, instancePath+"/ports", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if((typeof data11 !== "string") && (!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11))))){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "type", {type: of1});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 65535 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data11 < 0 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data11 === "string"){
if(data11.length < 1){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "minLength", {limit: 1});
errors++;
}
}
}
}
}
if(data.sourcePorts !== undefined){
let data12 = data.sourcePorts;
if(((typeof data12 !== "string") && (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12))))) && (!(Array.isArray(data12)))){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "type", {type: of13});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 65535 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data12 === "string"){
if(data12.length < 1){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
let data13 = data12[i4];
if((typeof data13 !== "string") && (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13))))){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "type", {type: of1});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65535 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data13 === "string"){
if(data13.length < 1){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "minLength", {limit: 1});
errors++;
}
}
}
}
}
if(data.way !== undefined){
let data14 = data.way;
if(typeof data14 !== "string"){
vErrors = noted(vErrors, instancePath+"/way", "type", {type: "string"});
errors++;
}
if(!(((data14 === "local") || (data14 === "forwarded")) || (data14 === "any"))){
vErrors = noted(vErrors, instancePath+"/way", "enum", {allowedValues: of14});
errors++;
}
}
if(data.replies !== undefined){
if(typeof data.replies !== "boolean"){
vErrors = noted(vErrors, instancePath+"/replies", "type", {type: "boolean"});
errors++;
}
}
if(data.failsafes !== undefined){
if(typeof data.failsafes !== "boolean"){
vErrors = noted(vErrors, instancePath+"/failsafes", "type", {type: "boolean"});
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/simulate/flows.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.flows === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "flows"});
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.forbid === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "forbid"});
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.permit === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "permit"});
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
vErrors = noted(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(of15, key0))){
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
if(data.about !== undefined){
if(typeof data.about !== "string"){
vErrors = noted(vErrors, instancePath+"/about", "type", {type: "string"});
errors++;
}
}
if(data.calico !== undefined){
if(typeof data.calico !== "string"){
vErrors = noted(vErrors, instancePath+"/calico", "type", {type: "string"});
errors++;
}
}
if(data.area !== undefined){
if(typeof data.area !== "string"){
vErrors = noted(vErrors, instancePath+"/area", "type", {type: "string"});
errors++;
}
}
if(data.felixEnv !== undefined){
if(typeof data.felixEnv !== "string"){
vErrors = noted(vErrors, instancePath+"/felixEnv", "type", {type: "string"});
errors++;
}
}
if(data.node !== undefined){
let data5 = data.node;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/node", "type", {type: "string"});
errors++;
}
}
if(data.interfaces !== undefined){
let data6 = data.interfaces;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(typeof data7[i0] !== "string"){
vErrors = noted(vErrors, instancePath+"/interfaces/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/interfaces/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/interfaces", "type", {type: "object"});
errors++;
}
}
if(data.dnat !== undefined){
let data9 = data.dnat;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate21(data9[i1], {instancePath:instancePath+"/dnat/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/dnat", "type", {type: "array"});
errors++;
}
}
if(data.outputDnat !== undefined){
let data11 = data.outputDnat;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate21(data11[i2], {instancePath:instancePath+"/outputDnat/" + i2,parentData:data11,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/outputDnat", "type", {type: "array"});
errors++;
}
}
if(data.masquerade !== undefined){
let data13 = data.masquerade;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
if(!(validate22(data13[i3], {instancePath:instancePath+"/masquerade/" + i3,parentData:data13,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/masquerade", "type", {type: "array"});
errors++;
}
}
if(data.sourceNat !== undefined){
let data15 = data.sourceNat;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data15[i4], {instancePath:instancePath+"/sourceNat/" + i4,parentData:data15,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/sourceNat", "type", {type: "array"});
errors++;
}
}
if(data.routes !== undefined){
let data17 = data.routes;
if(Array.isArray(data17)){
const len5 = data17.length;
for(let i5=0; i5<len5; i5++){
let data18 = data17[i5];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.dst === undefined){
vErrors = noted(vErrors, instancePath+"/routes/" + i5, "required", {missingProperty: "dst"});
errors++;
}
if(data18.interfaces === undefined){
vErrors = noted(vErrors, instancePath+"/routes/" + i5, "required", {missingProperty: "interfaces"});
errors++;
}
for(const key2 in data18){
if(!((((((key2 === "dst") || (key2 === "type")) || (key2 === "interfaces")) || (key2 === "source")) || (key2 === "metric")) || (key2 === "table"))){
vErrors = noted(vErrors, instancePath+"/routes/" + i5, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data18.dst !== undefined){
let data19 = data18.dst;
if(typeof data19 === "string"){
if(data19.length < 1){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/dst", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/dst", "type", {type: "string"});
errors++;
}
}
if(data18.type !== undefined){
let data20 = data18.type;
if(typeof data20 !== "string"){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/type", "type", {type: "string"});
errors++;
}
if(!(((((((data20 === "unicast") || (data20 === "local")) || (data20 === "blackhole")) || (data20 === "unreachable")) || (data20 === "prohibit")) || (data20 === "throw")) || (data20 === "multicast"))){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/type", "enum", {allowedValues: of16});
errors++;
}
}
if(data18.interfaces !== undefined){
let data21 = data18.interfaces;
if(Array.isArray(data21)){
const len6 = data21.length;
for(let i6=0; i6<len6; i6++){
let data22 = data21[i6];
if(typeof data22 === "string"){
if(data22.length < 1){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/interfaces/" + i6, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/interfaces/" + i6, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/interfaces", "type", {type: "array"});
errors++;
}
}
if(data18.source !== undefined){
let data23 = data18.source;
if(typeof data23 === "string"){
if(data23.length < 1){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/source", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/source", "type", {type: "string"});
errors++;
}
}
if(data18.metric !== undefined){
let data24 = data18.metric;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/metric", "type", {type: "integer"});
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/metric", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data18.table !== undefined){
let data25 = data18.table;
if(typeof data25 !== "string"){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/table", "type", {type: "string"});
errors++;
}
if(!((data25 === "local") || (data25 === "main"))){
vErrors = noted(vErrors, instancePath+"/routes/" + i5+"/table", "enum", {allowedValues: of17});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes/" + i5, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/routes", "type", {type: "array"});
errors++;
}
}
if(data.flows !== undefined){
let data26 = data.flows;
if(Array.isArray(data26)){
const len7 = data26.length;
for(let i7=0; i7<len7; i7++){
let data27 = data26[i7];
const _errs60 = errors;
let valid21 = true;
const _errs61 = errors;
if(!(data27 && typeof data27 == "object" && !Array.isArray(data27))){
vErrors = noted(vErrors);
errors++;
}
const _errs64 = errors;
const _errs65 = errors;
const _errs66 = errors;
let valid24 = false;
const _errs67 = errors;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing0;
if((data27.srcIP === undefined) && (missing0 = "srcIP")){
vErrors = noted(vErrors);
errors++;
}
}
var _valid2 = _errs67 === errors;
valid24 = valid24 || _valid2;
const _errs68 = errors;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing1;
if((data27.dstIP === undefined) && (missing1 = "dstIP")){
vErrors = noted(vErrors);
errors++;
}
}
var _valid2 = _errs68 === errors;
valid24 = valid24 || _valid2;
if(!valid24){
vErrors = noted(vErrors);
errors++;
}
else {
errors = _errs66;
if(vErrors !== null){
if(_errs66){
vErrors.length = _errs66;
}
else {
vErrors = null;
}
}
}
var valid23 = _errs65 === errors;
if(valid23){
vErrors = noted(vErrors);
errors++;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
const _errs69 = errors;
let valid25 = false;
const _errs70 = errors;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing2;
if((data27.from === undefined) && (missing2 = "from")){
vErrors = noted(vErrors);
errors++;
}
else {
if(data27.from !== undefined){
if(typeof data27.from !== "string"){
vErrors = noted(vErrors);
errors++;
}
}
}
}
var _valid3 = _errs70 === errors;
valid25 = valid25 || _valid3;
if(_valid3){
var props0 = {};
props0.from = true;
}
const _errs73 = errors;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing3;
if((data27.to === undefined) && (missing3 = "to")){
vErrors = noted(vErrors);
errors++;
}
else {
if(data27.to !== undefined){
if(typeof data27.to !== "string"){
vErrors = noted(vErrors);
errors++;
}
}
}
}
var _valid3 = _errs73 === errors;
valid25 = valid25 || _valid3;
if(_valid3){
if(props0 !== true){
props0 = props0 || {};
props0.to = true;
}
}
if(!valid25){
vErrors = noted(vErrors);
errors++;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
}
var _valid1 = _errs61 === errors;
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs76 = errors;
if(!(validate30(data27, {instancePath:instancePath+"/flows/" + i7,parentData:data26,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate30.errors);
errors = vErrors.length;
}
var _valid1 = _errs76 === errors;
valid21 = _valid1;
if(valid21){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "then";
}
else {
const _errs77 = errors;
if(!(validate34(data27, {instancePath:instancePath+"/flows/" + i7,parentData:data26,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate34.errors);
errors = vErrors.length;
}
var _valid1 = _errs77 === errors;
valid21 = _valid1;
if(valid21){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "else";
}
if(!valid21){
vErrors = noted(vErrors, instancePath+"/flows/" + i7, "if", {failingKeyword: ifClause0}, "must match \""+ifClause0+"\" schema");
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/flows", "type", {type: "array"});
errors++;
}
}
if(data.forbid !== undefined){
let data30 = data.forbid;
if(Array.isArray(data30)){
const len8 = data30.length;
for(let i8=0; i8<len8; i8++){
if(!(validate37(data30[i8], {instancePath:instancePath+"/forbid/" + i8,parentData:data30,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate37.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/forbid", "type", {type: "array"});
errors++;
}
}
if(data.permit !== undefined){
let data32 = data.permit;
if(Array.isArray(data32)){
const len9 = data32.length;
for(let i9=0; i9<len9; i9++){
if(!(validate37(data32[i9], {instancePath:instancePath+"/permit/" + i9,parentData:data32,parentDataProperty:i9,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate37.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/permit", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Flow = validate40;

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "from"});
errors++;
}
if(data.protocol === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "protocol"});
errors++;
}
if(data.srcIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "srcIP"});
errors++;
}
if(data.dstIP === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "dstIP"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of8, key0))){
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
if(data.from !== undefined){
let data1 = data.from;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 1){
vErrors = noted(vErrors, instancePath+"/from", "maxProperties", {limit: 1}, "must NOT have more than 1 properties");
errors++;
}
if(Object.keys(data1).length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minProperties", {limit: 1}, "must NOT have fewer than 1 properties");
errors++;
}
for(const key1 in data1){
if(!(((key1 === "interface") || (key1 === "process")) || (key1 === "workload"))){
vErrors = noted(vErrors, instancePath+"/from", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data1.interface !== undefined){
let data2 = data1.interface;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/from/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/interface", "type", {type: "string"});
errors++;
}
}
if(data1.process !== undefined){
let data3 = data1.process;
if(typeof data3 !== "boolean"){
vErrors = noted(vErrors, instancePath+"/from/process", "type", {type: "boolean"});
errors++;
}
if(true !== data3){
vErrors = noted(vErrors, instancePath+"/from/process", "const", {allowedValue: true}, "must be equal to constant");
errors++;
}
}
if(data1.workload !== undefined){
let data4 = data1.workload;
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/from/workload", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/workload", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "object"});
errors++;
}
}
if(data.to !== undefined){
let data5 = data.to;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 1){
vErrors = noted(vErrors, instancePath+"/to", "maxProperties", {limit: 1}, "must NOT have more than 1 properties");
errors++;
}
if(Object.keys(data5).length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minProperties", {limit: 1}, "must NOT have fewer than 1 properties");
errors++;
}
for(const key2 in data5){
if(!(((key2 === "interface") || (key2 === "process")) || (key2 === "workload"))){
vErrors = noted(vErrors, instancePath+"/to", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data5.interface !== undefined){
let data6 = data5.interface;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/to/interface", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/interface", "type", {type: "string"});
errors++;
}
}
if(data5.process !== undefined){
let data7 = data5.process;
if(typeof data7 !== "boolean"){
vErrors = noted(vErrors, instancePath+"/to/process", "type", {type: "boolean"});
errors++;
}
if(true !== data7){
vErrors = noted(vErrors, instancePath+"/to/process", "const", {allowedValue: true}, "must be equal to constant");
errors++;
}
}
if(data5.workload !== undefined){
let data8 = data5.workload;
if(typeof data8 === "string"){
if(data8.length < 1){
vErrors = noted(vErrors, instancePath+"/to/workload", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/workload", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "object"});
errors++;
}
}
if(data.protocol !== undefined){
let data9 = data.protocol;
if((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.srcIP !== undefined){
if(typeof data.srcIP !== "string"){
vErrors = noted(vErrors, instancePath+"/srcIP", "type", {type: "string"});
errors++;
}
}
if(data.dstIP !== undefined){
if(typeof data.dstIP !== "string"){
vErrors = noted(vErrors, instancePath+"/dstIP", "type", {type: "string"});
errors++;
}
}
if(data.srcPort !== undefined){
let data12 = data.srcPort;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
vErrors = noted(vErrors, instancePath+"/srcPort", "type", {type: "integer"});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 65535 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/srcPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/srcPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.dstPort !== undefined){
let data13 = data.dstPort;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
vErrors = noted(vErrors, instancePath+"/dstPort", "type", {type: "integer"});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65535 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/dstPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/dstPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpType !== undefined){
let data14 = data.icmpType;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
vErrors = noted(vErrors, instancePath+"/icmpType", "type", {type: "integer"});
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 255 || isNaN(data14)){
vErrors = noted(vErrors, instancePath+"/icmpType", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data14 < 0 || isNaN(data14)){
vErrors = noted(vErrors, instancePath+"/icmpType", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpCode !== undefined){
let data15 = data.icmpCode;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = noted(vErrors, instancePath+"/icmpCode", "type", {type: "integer"});
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 255 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data15 < 0 || isNaN(data15)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.tcpFlags !== undefined){
if(typeof data.tcpFlags !== "string"){
vErrors = noted(vErrors, instancePath+"/tcpFlags", "type", {type: "string"});
errors++;
}
}
if(data.conntrack !== undefined){
let data17 = data.conntrack;
if(typeof data17 !== "string"){
vErrors = noted(vErrors, instancePath+"/conntrack", "type", {type: "string"});
errors++;
}
if(!(((data17 === "new") || (data17 === "established")) || (data17 === "invalid"))){
vErrors = noted(vErrors, instancePath+"/conntrack", "enum", {allowedValues: of9});
errors++;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
if(data.verdict !== undefined){
if(typeof data.verdict !== "string"){
vErrors = noted(vErrors, instancePath+"/verdict", "type", {type: "string"});
errors++;
}
}
if(data.return !== undefined){
if(typeof data.return !== "string"){
vErrors = noted(vErrors, instancePath+"/return", "type", {type: "string"});
errors++;
}
}
if(data.dropStage !== undefined){
if(typeof data.dropStage !== "string"){
vErrors = noted(vErrors, instancePath+"/dropStage", "type", {type: "string"});
errors++;
}
}
if(data.returnDropStage !== undefined){
if(typeof data.returnDropStage !== "string"){
vErrors = noted(vErrors, instancePath+"/returnDropStage", "type", {type: "string"});
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
if(data.felixBug !== undefined){
if(typeof data.felixBug !== "string"){
vErrors = noted(vErrors, instancePath+"/felixBug", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const EndToEndFlow = validate42;

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "from"});
errors++;
}
if(data.to === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "to"});
errors++;
}
for(const key0 in data){
if(!(func1.call(of5, key0))){
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
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(data1.length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "string"});
errors++;
}
}
if(data.to !== undefined){
let data2 = data.to;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "string"});
errors++;
}
}
if(data.protocol !== undefined){
let data3 = data.protocol;
if((typeof data3 !== "string") && (!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.srcPort !== undefined){
let data4 = data.srcPort;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = noted(vErrors, instancePath+"/srcPort", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65535 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/srcPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = noted(vErrors, instancePath+"/srcPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.dstPort !== undefined){
let data5 = data.dstPort;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (typeof data5 !== "string")){
vErrors = noted(vErrors, instancePath+"/dstPort", "type", {type: of6});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 65535 || isNaN(data5)){
vErrors = noted(vErrors, instancePath+"/dstPort", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = noted(vErrors, instancePath+"/dstPort", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/dstPort", "minLength", {limit: 1});
errors++;
}
}
}
if(data.in !== undefined){
let data6 = data.in;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/in", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/in", "type", {type: "string"});
errors++;
}
}
if(data.out !== undefined){
let data7 = data.out;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = noted(vErrors, instancePath+"/out", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/out", "type", {type: "string"});
errors++;
}
}
if(data.icmpType !== undefined){
let data8 = data.icmpType;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = noted(vErrors, instancePath+"/icmpType", "type", {type: "integer"});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 255 || isNaN(data8)){
vErrors = noted(vErrors, instancePath+"/icmpType", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data8 < 0 || isNaN(data8)){
vErrors = noted(vErrors, instancePath+"/icmpType", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.icmpCode !== undefined){
let data9 = data.icmpCode;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = noted(vErrors, instancePath+"/icmpCode", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 255 || isNaN(data9)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data9 < 0 || isNaN(data9)){
vErrors = noted(vErrors, instancePath+"/icmpCode", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.tcpFlags !== undefined){
if(typeof data.tcpFlags !== "string"){
vErrors = noted(vErrors, instancePath+"/tcpFlags", "type", {type: "string"});
errors++;
}
}
if(data.conntrack !== undefined){
let data11 = data.conntrack;
if(typeof data11 !== "string"){
vErrors = noted(vErrors, instancePath+"/conntrack", "type", {type: "string"});
errors++;
}
if(!((data11 === "new") || (data11 === "established"))){
vErrors = noted(vErrors, instancePath+"/conntrack", "enum", {allowedValues: of7});
errors++;
}
}
if(data.expect !== undefined){
if(!(validate31(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Assertion = validate44;

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate44.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(of10, key0))){
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
if(data.direction !== undefined){
let data1 = data.direction;
if(typeof data1 !== "string"){
vErrors = noted(vErrors, instancePath+"/direction", "type", {type: "string"});
errors++;
}
if(!((data1 === "in") || (data1 === "out"))){
vErrors = noted(vErrors, instancePath+"/direction", "enum", {allowedValues: of11});
errors++;
}
}
if(data.node !== undefined){
let data2 = data.node;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = noted(vErrors, instancePath+"/node", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/node", "type", {type: "string"});
errors++;
}
}
if(data.from !== undefined){
let data3 = data.from;
if((typeof data3 !== "string") && (!(Array.isArray(data3)))){
vErrors = noted(vErrors, instancePath+"/from", "type", {type: of12});
errors++;
}
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = noted(vErrors, instancePath+"/from", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/from/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/" + i0, "type", {type: "string"});
errors++;
}
}
}
}
if(data.to !== undefined){
let data5 = data.to;
if((typeof data5 !== "string") && (!(Array.isArray(data5)))){
vErrors = noted(vErrors, instancePath+"/to", "type", {type: of12});
errors++;
}
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = noted(vErrors, instancePath+"/to", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/to/" + i1, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/" + i1, "type", {type: "string"});
errors++;
}
}
}
}
if(data.except !== undefined){
let data7 = data.except;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
vErrors = noted(vErrors, instancePath+"/except", "type", {type: of12});
errors++;
}
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = noted(vErrors, instancePath+"/except", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 === "string"){
if(data8.length < 1){
vErrors = noted(vErrors, instancePath+"/except/" + i2, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/except/" + i2, "type", {type: "string"});
errors++;
}
}
}
}
if(data.protocol !== undefined){
let data9 = data.protocol;
if((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of1});
errors++;
}
}
if(data.ports !== undefined){
let data10 = data.ports;
if(((typeof data10 !== "string") && (!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10))))) && (!(Array.isArray(data10)))){
vErrors = noted(vErrors, instancePath+"/ports", "type", {type: of13});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 65535 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/ports", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data10 < 0 || isNaN(data10)){
vErrors = noted(vErrors, instancePath+"/ports", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data10 === "string"){
if(data10.length < 1){
vErrors = noted(vErrors, instancePath+"/ports", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if((typeof data11 !== "string") && (!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11))))){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "type", {type: of1});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 65535 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data11 < 0 || isNaN(data11)){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data11 === "string"){
if(data11.length < 1){
vErrors = noted(vErrors, instancePath+"/ports/" + i3, "minLength", {limit: 1});
errors++;
}
}
}
}
}
if(data.sourcePorts !== undefined){
let data12 = data.sourcePorts;
if(((typeof data12 !== "string") && (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12))))) && (!(Array.isArray(data12)))){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "type", {type: of13});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 65535 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data12 === "string"){
if(data12.length < 1){
vErrors = noted(vErrors, instancePath+"/sourcePorts", "minLength", {limit: 1});
errors++;
}
}
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
let data13 = data12[i4];
if((typeof data13 !== "string") && (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13))))){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "type", {type: of1});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 65535 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(typeof data13 === "string"){
if(data13.length < 1){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i4, "minLength", {limit: 1});
errors++;
}
}
}
}
}
if(data.way !== undefined){
let data14 = data.way;
if(typeof data14 !== "string"){
vErrors = noted(vErrors, instancePath+"/way", "type", {type: "string"});
errors++;
}
if(!(((data14 === "local") || (data14 === "forwarded")) || (data14 === "any"))){
vErrors = noted(vErrors, instancePath+"/way", "enum", {allowedValues: of14});
errors++;
}
}
if(data.replies !== undefined){
if(typeof data.replies !== "boolean"){
vErrors = noted(vErrors, instancePath+"/replies", "type", {type: "boolean"});
errors++;
}
}
if(data.failsafes !== undefined){
if(typeof data.failsafes !== "boolean"){
vErrors = noted(vErrors, instancePath+"/failsafes", "type", {type: "boolean"});
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = noted(vErrors, instancePath+"/note", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}
validate44.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

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
