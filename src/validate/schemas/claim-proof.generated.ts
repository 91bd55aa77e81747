// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:claim-proof:1","title":"ClaimProof","description":"Which keys may claim which listings; whoever owns the artifact's host or repository puts it there as trust-passport.json.","type":"object","properties":{"type":{"description":"What this is.","const":"trust-passport/claim-proof/1"},"claims":{"description":"Each key with the listings that it may claim.","type":"array","minItems":1,"maxItems":200,"items":{"title":"ProvenClaim","description":"One key.","type":"object","properties":{"public_key":{"description":"The 32 bytes of the Ed25519 public key in base64url, exactly as the claim has it.","type":"string","pattern":"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"},"slugs":{"description":"The listings that this key may claim, and no others.","type":"array","minItems":1,"maxItems":200,"items":{"description":"One artifact.","type":"string","minLength":1,"maxLength":200,"pattern":"^[a-z0-9._-]+$"}}},"required":["public_key","slugs"],"additionalProperties":false}}},"required":["type","claims"],"additionalProperties":false};
const pattern0 = new RegExp("^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$", "u");
const pattern1 = new RegExp("^[a-z0-9._-]+$", "u");


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:claim-proof:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.claims === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "claims"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((key0 === "type") || (key0 === "claims"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
if("trust-passport/claim-proof/1" !== data.type){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "trust-passport/claim-proof/1"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.claims !== undefined){
let data1 = data.claims;
if(Array.isArray(data1)){
if(data1.length > 200){
const err4 = {instancePath:instancePath+"/claims",schemaPath:"#/properties/claims/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/claims",schemaPath:"#/properties/claims/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.public_key === undefined){
const err6 = {instancePath:instancePath+"/claims/" + i0,schemaPath:"#/properties/claims/items/required",keyword:"required",params:{missingProperty: "public_key"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.slugs === undefined){
const err7 = {instancePath:instancePath+"/claims/" + i0,schemaPath:"#/properties/claims/items/required",keyword:"required",params:{missingProperty: "slugs"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(errors >= MAX_ERRORS) break;
if(!((key1 === "public_key") || (key1 === "slugs"))){
const err8 = {instancePath:instancePath+"/claims/" + i0,schemaPath:"#/properties/claims/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.public_key !== undefined){
let data3 = data2.public_key;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err9 = {instancePath:instancePath+"/claims/" + i0+"/public_key",schemaPath:"#/properties/claims/items/properties/public_key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"}};
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
const err10 = {instancePath:instancePath+"/claims/" + i0+"/public_key",schemaPath:"#/properties/claims/items/properties/public_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.slugs !== undefined){
let data4 = data2.slugs;
if(Array.isArray(data4)){
if(data4.length > 200){
const err11 = {instancePath:instancePath+"/claims/" + i0+"/slugs",schemaPath:"#/properties/claims/items/properties/slugs/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/claims/" + i0+"/slugs",schemaPath:"#/properties/claims/items/properties/slugs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data5 = data4[i1];
if(typeof data5 === "string"){
if(data5.length > 200 && codePoints(data5) > 200){
const err13 = {instancePath:instancePath+"/claims/" + i0+"/slugs/" + i1,schemaPath:"#/properties/claims/items/properties/slugs/items/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/claims/" + i0+"/slugs/" + i1,schemaPath:"#/properties/claims/items/properties/slugs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern1.test(data5)){
const err15 = {instancePath:instancePath+"/claims/" + i0+"/slugs/" + i1,schemaPath:"#/properties/claims/items/properties/slugs/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/claims/" + i0+"/slugs/" + i1,schemaPath:"#/properties/claims/items/properties/slugs/items/type",keyword:"type",params:{type: "string"}};
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
const err17 = {instancePath:instancePath+"/claims/" + i0+"/slugs",schemaPath:"#/properties/claims/items/properties/slugs/type",keyword:"type",params:{type: "array"}};
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
const err18 = {instancePath:instancePath+"/claims/" + i0,schemaPath:"#/properties/claims/items/type",keyword:"type",params:{type: "object"}};
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
const err19 = {instancePath:instancePath+"/claims",schemaPath:"#/properties/claims/type",keyword:"type",params:{type: "array"}};
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
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

function codePoints(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
const MAX_ERRORS = 20_000;
export { schema6 as schema };
