// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
"use strict";
const of0 = {"name":0,"about":0,"direction":0,"from":0,"to":0,"through":0,"protocol":0,"ports":0,"sourcePorts":0,"replies":0};
const of1 = ["in","out"];
const of2 = ["string","integer"];
export const Lifelines = validate20;
const func1 = Object.prototype.hasOwnProperty;

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
if(data.name === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
if(data.protocol === undefined){
vErrors = noted(vErrors, instancePath, "required", {missingProperty: "protocol"});
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
if(data.about !== undefined){
if(typeof data.about !== "string"){
vErrors = noted(vErrors, instancePath+"/about", "type", {type: "string"});
errors++;
}
}
if(data.direction !== undefined){
let data2 = data.direction;
if(typeof data2 !== "string"){
vErrors = noted(vErrors, instancePath+"/direction", "type", {type: "string"});
errors++;
}
if(!((data2 === "in") || (data2 === "out"))){
vErrors = noted(vErrors, instancePath+"/direction", "enum", {allowedValues: of1});
errors++;
}
}
if(data.from !== undefined){
let data3 = data.from;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
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
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "array"});
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
const _errs15 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "nodes") || (key1 === "selector")) || (key1 === "addresses"))){
vErrors = noted(vErrors, instancePath+"/from", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.nodes !== undefined){
let data5 = data3.nodes;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = noted(vErrors, instancePath+"/from/nodes/" + i1, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/nodes/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/nodes", "type", {type: "array"});
errors++;
}
}
if(data3.selector !== undefined){
let data7 = data3.selector;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = noted(vErrors, instancePath+"/from/selector", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/selector", "type", {type: "string"});
errors++;
}
}
if(data3.addresses !== undefined){
let data8 = data3.addresses;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 === "string"){
if(data9.length < 1){
vErrors = noted(vErrors, instancePath+"/from/addresses/" + i2, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/addresses/" + i2, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/from/addresses", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/from", "type", {type: "object"});
errors++;
}
var _valid0 = _errs15 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
vErrors = noted(vErrors, instancePath+"/from", "anyOf", {});
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.to !== undefined){
let data10 = data.to;
const _errs30 = errors;
let valid11 = false;
const _errs31 = errors;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(typeof data11 === "string"){
if(data11.length < 1){
vErrors = noted(vErrors, instancePath+"/to/" + i3, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/" + i3, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "array"});
errors++;
}
var _valid1 = _errs31 === errors;
valid11 = valid11 || _valid1;
const _errs36 = errors;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(!(((key2 === "nodes") || (key2 === "selector")) || (key2 === "addresses"))){
vErrors = noted(vErrors, instancePath+"/to", "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data10.nodes !== undefined){
let data12 = data10.nodes;
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
let data13 = data12[i4];
if(typeof data13 === "string"){
if(data13.length < 1){
vErrors = noted(vErrors, instancePath+"/to/nodes/" + i4, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/nodes/" + i4, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/nodes", "type", {type: "array"});
errors++;
}
}
if(data10.selector !== undefined){
let data14 = data10.selector;
if(typeof data14 === "string"){
if(data14.length < 1){
vErrors = noted(vErrors, instancePath+"/to/selector", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/selector", "type", {type: "string"});
errors++;
}
}
if(data10.addresses !== undefined){
let data15 = data10.addresses;
if(Array.isArray(data15)){
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
let data16 = data15[i5];
if(typeof data16 === "string"){
if(data16.length < 1){
vErrors = noted(vErrors, instancePath+"/to/addresses/" + i5, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/addresses/" + i5, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to/addresses", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/to", "type", {type: "object"});
errors++;
}
var _valid1 = _errs36 === errors;
valid11 = valid11 || _valid1;
if(!valid11){
vErrors = noted(vErrors, instancePath+"/to", "anyOf", {});
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
}
if(data.through !== undefined){
let data17 = data.through;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key3 in data17){
if(!((((key3 === "nodes") || (key3 === "selector")) || (key3 === "in")) || (key3 === "out"))){
vErrors = noted(vErrors, instancePath+"/through", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data17.nodes !== undefined){
let data18 = data17.nodes;
if(Array.isArray(data18)){
const len6 = data18.length;
for(let i6=0; i6<len6; i6++){
let data19 = data18[i6];
if(typeof data19 === "string"){
if(data19.length < 1){
vErrors = noted(vErrors, instancePath+"/through/nodes/" + i6, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/nodes/" + i6, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/nodes", "type", {type: "array"});
errors++;
}
}
if(data17.selector !== undefined){
let data20 = data17.selector;
if(typeof data20 === "string"){
if(data20.length < 1){
vErrors = noted(vErrors, instancePath+"/through/selector", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/selector", "type", {type: "string"});
errors++;
}
}
if(data17.in !== undefined){
let data21 = data17.in;
if(Array.isArray(data21)){
const len7 = data21.length;
for(let i7=0; i7<len7; i7++){
let data22 = data21[i7];
if(typeof data22 === "string"){
if(data22.length < 1){
vErrors = noted(vErrors, instancePath+"/through/in/" + i7, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/in/" + i7, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/in", "type", {type: "array"});
errors++;
}
}
if(data17.out !== undefined){
let data23 = data17.out;
if(Array.isArray(data23)){
const len8 = data23.length;
for(let i8=0; i8<len8; i8++){
let data24 = data23[i8];
if(typeof data24 === "string"){
if(data24.length < 1){
vErrors = noted(vErrors, instancePath+"/through/out/" + i8, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/out/" + i8, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/through/out", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/through", "type", {type: "object"});
errors++;
}
}
if(data.protocol !== undefined){
let data25 = data.protocol;
if((typeof data25 !== "string") && (!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25))))){
vErrors = noted(vErrors, instancePath+"/protocol", "type", {type: of2});
errors++;
}
}
if(data.ports !== undefined){
let data26 = data.ports;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if((typeof data27 !== "string") && (!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27))))){
vErrors = noted(vErrors, instancePath+"/ports/" + i9, "type", {type: of2});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/ports", "type", {type: "array"});
errors++;
}
}
if(data.sourcePorts !== undefined){
let data28 = data.sourcePorts;
if(Array.isArray(data28)){
const len10 = data28.length;
for(let i10=0; i10<len10; i10++){
let data29 = data28[i10];
if((typeof data29 !== "string") && (!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29))))){
vErrors = noted(vErrors, instancePath+"/sourcePorts/" + i10, "type", {type: of2});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/sourcePorts", "type", {type: "array"});
errors++;
}
}
if(data.replies !== undefined){
if(typeof data.replies !== "boolean"){
vErrors = noted(vErrors, instancePath+"/replies", "type", {type: "boolean"});
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


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://calicoctl-ts.github.io/schemas/guard/lifelines.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "about") || (key0 === "lifelines")) || (key0 === "skip"))){
vErrors = noted(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.about !== undefined){
if(typeof data.about !== "string"){
vErrors = noted(vErrors, instancePath+"/about", "type", {type: "string"});
errors++;
}
}
if(data.lifelines !== undefined){
let data1 = data.lifelines;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data1[i0], {instancePath:instancePath+"/lifelines/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = joined(vErrors, validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/lifelines", "type", {type: "array"});
errors++;
}
}
if(data.skip !== undefined){
let data3 = data.skip;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(data4.length < 1){
vErrors = noted(vErrors, instancePath+"/skip/" + i1, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = noted(vErrors, instancePath+"/skip/" + i1, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = noted(vErrors, instancePath+"/skip", "type", {type: "array"});
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
