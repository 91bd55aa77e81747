// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:state:1","title":"VerifierState","description":"What a verifier has seen, so that an older document or list is not taken for a current one.","type":"object","properties":{"type":{"description":"What this file is.","const":"trust-passport/state/1"},"passports":{"description":"The newest valid passport of each artifact and issuer.","type":"array","items":{"title":"SeenPassport","description":"One artifact in the name of one issuer.","type":"object","properties":{"key":{"description":"The id of the key given, where documents were verified by a key alone: what that says of an issuer is its own word, and is kept apart.","type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"issuer":{"description":"Who signed.","type":"string","minLength":1,"maxLength":200},"slug":{"description":"The artifact.","type":"string","minLength":1,"maxLength":200,"pattern":"^[a-z0-9._-]+$"},"signed_at":{"description":"The newest time of signing seen.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},"digest":{"description":"The SHA-256 of the canonical bytes of its payload.","type":"string","pattern":"^sha256:[0-9a-f]{64}$"}},"required":["issuer","slug","signed_at","digest"],"additionalProperties":false}},"lists":{"description":"The newest revocation list of each issuer, for each key that has signed any.","type":"array","items":{"title":"SeenList","description":"The list of one issuer.","type":"object","properties":{"key":{"description":"The id of the key given, where documents were verified by a key alone: what that says of an issuer is its own word, and is kept apart.","type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"issuer":{"description":"Whose list.","type":"string","minLength":1,"maxLength":200},"signer":{"description":"The id of the key that signed it: once that is known to be stolen, the number no longer counts.","type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"sequence":{"description":"The highest number seen.","type":"integer","minimum":1,"maximum":9007199254740991}},"required":["issuer","sequence"],"additionalProperties":false}},"trust_files":{"description":"The newest trust file of each root key.","type":"array","items":{"title":"SeenTrustFile","description":"The trust file of one root key.","type":"object","properties":{"root":{"description":"The id of the root key that signed it.","type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"issued_at":{"description":"The newest time at which one was made.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}},"required":["root","issued_at"],"additionalProperties":false}}},"required":["type","passports","lists"],"additionalProperties":false};
const pattern0 = new RegExp("^[A-Za-z0-9_-]{43}$", "u");
const pattern1 = new RegExp("^[a-z0-9._-]+$", "u");
const pattern2 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$", "u");
const pattern3 = new RegExp("^sha256:[0-9a-f]{64}$", "u");


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:state:1" */;
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
if(data.passports === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "passports"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.lists === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "lists"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((((key0 === "type") || (key0 === "passports")) || (key0 === "lists")) || (key0 === "trust_files"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
if("trust-passport/state/1" !== data.type){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "trust-passport/state/1"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.passports !== undefined){
let data1 = data.passports;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.issuer === undefined){
const err5 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/required",keyword:"required",params:{missingProperty: "issuer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.slug === undefined){
const err6 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/required",keyword:"required",params:{missingProperty: "slug"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.signed_at === undefined){
const err7 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/required",keyword:"required",params:{missingProperty: "signed_at"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.digest === undefined){
const err8 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/required",keyword:"required",params:{missingProperty: "digest"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(errors >= MAX_ERRORS) break;
if(!(((((key1 === "key") || (key1 === "issuer")) || (key1 === "slug")) || (key1 === "signed_at")) || (key1 === "digest"))){
const err9 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.key !== undefined){
let data3 = data2.key;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/passports/" + i0+"/key",schemaPath:"#/properties/passports/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{43}$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/passports/" + i0+"/key",schemaPath:"#/properties/passports/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.issuer !== undefined){
let data4 = data2.issuer;
if(typeof data4 === "string"){
if(data4.length > 200 && codePoints(data4) > 200){
const err12 = {instancePath:instancePath+"/passports/" + i0+"/issuer",schemaPath:"#/properties/passports/items/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.length < 1){
const err13 = {instancePath:instancePath+"/passports/" + i0+"/issuer",schemaPath:"#/properties/passports/items/properties/issuer/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/passports/" + i0+"/issuer",schemaPath:"#/properties/passports/items/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.slug !== undefined){
let data5 = data2.slug;
if(typeof data5 === "string"){
if(data5.length > 200 && codePoints(data5) > 200){
const err15 = {instancePath:instancePath+"/passports/" + i0+"/slug",schemaPath:"#/properties/passports/items/properties/slug/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.length < 1){
const err16 = {instancePath:instancePath+"/passports/" + i0+"/slug",schemaPath:"#/properties/passports/items/properties/slug/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern1.test(data5)){
const err17 = {instancePath:instancePath+"/passports/" + i0+"/slug",schemaPath:"#/properties/passports/items/properties/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/passports/" + i0+"/slug",schemaPath:"#/properties/passports/items/properties/slug/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.signed_at !== undefined){
let data6 = data2.signed_at;
if(typeof data6 === "string"){
if(!pattern2.test(data6)){
const err19 = {instancePath:instancePath+"/passports/" + i0+"/signed_at",schemaPath:"#/properties/passports/items/properties/signed_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/passports/" + i0+"/signed_at",schemaPath:"#/properties/passports/items/properties/signed_at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.digest !== undefined){
let data7 = data2.digest;
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
const err21 = {instancePath:instancePath+"/passports/" + i0+"/digest",schemaPath:"#/properties/passports/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/passports/" + i0+"/digest",schemaPath:"#/properties/passports/items/properties/digest/type",keyword:"type",params:{type: "string"}};
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
const err23 = {instancePath:instancePath+"/passports/" + i0,schemaPath:"#/properties/passports/items/type",keyword:"type",params:{type: "object"}};
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
const err24 = {instancePath:instancePath+"/passports",schemaPath:"#/properties/passports/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.lists !== undefined){
let data8 = data.lists;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.issuer === undefined){
const err25 = {instancePath:instancePath+"/lists/" + i1,schemaPath:"#/properties/lists/items/required",keyword:"required",params:{missingProperty: "issuer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data9.sequence === undefined){
const err26 = {instancePath:instancePath+"/lists/" + i1,schemaPath:"#/properties/lists/items/required",keyword:"required",params:{missingProperty: "sequence"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key2 in data9){
if(errors >= MAX_ERRORS) break;
if(!((((key2 === "key") || (key2 === "issuer")) || (key2 === "signer")) || (key2 === "sequence"))){
const err27 = {instancePath:instancePath+"/lists/" + i1,schemaPath:"#/properties/lists/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.key !== undefined){
let data10 = data9.key;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err28 = {instancePath:instancePath+"/lists/" + i1+"/key",schemaPath:"#/properties/lists/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{43}$"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/lists/" + i1+"/key",schemaPath:"#/properties/lists/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.issuer !== undefined){
let data11 = data9.issuer;
if(typeof data11 === "string"){
if(data11.length > 200 && codePoints(data11) > 200){
const err30 = {instancePath:instancePath+"/lists/" + i1+"/issuer",schemaPath:"#/properties/lists/items/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data11.length < 1){
const err31 = {instancePath:instancePath+"/lists/" + i1+"/issuer",schemaPath:"#/properties/lists/items/properties/issuer/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/lists/" + i1+"/issuer",schemaPath:"#/properties/lists/items/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data9.signer !== undefined){
let data12 = data9.signer;
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err33 = {instancePath:instancePath+"/lists/" + i1+"/signer",schemaPath:"#/properties/lists/items/properties/signer/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{43}$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/lists/" + i1+"/signer",schemaPath:"#/properties/lists/items/properties/signer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.sequence !== undefined){
let data13 = data9.sequence;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err35 = {instancePath:instancePath+"/lists/" + i1+"/sequence",schemaPath:"#/properties/lists/items/properties/sequence/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 9007199254740991 || isNaN(data13)){
const err36 = {instancePath:instancePath+"/lists/" + i1+"/sequence",schemaPath:"#/properties/lists/items/properties/sequence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err37 = {instancePath:instancePath+"/lists/" + i1+"/sequence",schemaPath:"#/properties/lists/items/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
}
else {
const err38 = {instancePath:instancePath+"/lists/" + i1,schemaPath:"#/properties/lists/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/lists",schemaPath:"#/properties/lists/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.trust_files !== undefined){
let data14 = data.trust_files;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
if(errors >= MAX_ERRORS) break;
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.root === undefined){
const err40 = {instancePath:instancePath+"/trust_files/" + i2,schemaPath:"#/properties/trust_files/items/required",keyword:"required",params:{missingProperty: "root"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data15.issued_at === undefined){
const err41 = {instancePath:instancePath+"/trust_files/" + i2,schemaPath:"#/properties/trust_files/items/required",keyword:"required",params:{missingProperty: "issued_at"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key3 in data15){
if(errors >= MAX_ERRORS) break;
if(!((key3 === "root") || (key3 === "issued_at"))){
const err42 = {instancePath:instancePath+"/trust_files/" + i2,schemaPath:"#/properties/trust_files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data15.root !== undefined){
let data16 = data15.root;
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err43 = {instancePath:instancePath+"/trust_files/" + i2+"/root",schemaPath:"#/properties/trust_files/items/properties/root/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{43}$"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/trust_files/" + i2+"/root",schemaPath:"#/properties/trust_files/items/properties/root/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.issued_at !== undefined){
let data17 = data15.issued_at;
if(typeof data17 === "string"){
if(!pattern2.test(data17)){
const err45 = {instancePath:instancePath+"/trust_files/" + i2+"/issued_at",schemaPath:"#/properties/trust_files/items/properties/issued_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/trust_files/" + i2+"/issued_at",schemaPath:"#/properties/trust_files/items/properties/issued_at/type",keyword:"type",params:{type: "string"}};
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
const err47 = {instancePath:instancePath+"/trust_files/" + i2,schemaPath:"#/properties/trust_files/items/type",keyword:"type",params:{type: "object"}};
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
const err48 = {instancePath:instancePath+"/trust_files",schemaPath:"#/properties/trust_files/type",keyword:"type",params:{type: "array"}};
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
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
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
