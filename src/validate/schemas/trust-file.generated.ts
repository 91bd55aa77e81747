// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:trust-file:1","title":"TrustFile","description":"The keys that a verifier has decided to trust, and how far. It may be signed by a root key or pinned by its digest.","type":"object","properties":{"type":{"description":"What this file is; it is part of what a root key signs.","const":"trust-passport/trust-file/1"},"issued_at":{"description":"When this state of the file was made, in UTC.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"expires_at":{"description":"From when on the file trusts nothing; null for never.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"requires":{"description":"What a verifier must be given besides, so that leaving it out never makes a document valid.","type":"object","properties":{"revocations":{"description":"Whether a current revocation list of the issuer must be given.","type":"boolean"},"state":{"description":"Whether a state file must be given, by which older documents are told from newer ones.","type":"boolean"},"root":{"description":"Whether the file must be checked by a root key or a pinned digest, also where its signature is taken away.","type":"boolean"},"max_age":{"description":"How old a signature may be, such as 90d; null for any age.","type":["string","null"],"pattern":"^[1-9][0-9]{0,5}[smhdw]$"},"cosignatures":{"description":"By how many others a document must be cosigned, by role, such as registry: 1; null where none is asked for.","type":["object","null"],"propertyNames":{"pattern":"^[a-z0-9-]+$"},"additionalProperties":{"description":"How many issuers of this role, besides the signer.","type":"integer","minimum":1,"maximum":32},"minProperties":1}},"required":["revocations","state","max_age","cosignatures"],"additionalProperties":false},"keys":{"description":"One entry a key. A key that stands twice is an error: trust is by the exact bytes of a key.","type":"array","items":{"title":"TrustedKeyEntry","description":"A key and its limits.","type":"object","properties":{"public_key":{"description":"The 32 bytes of the Ed25519 public key in base64url, as the member x of a JWK.","type":"string","pattern":"^[A-Za-z0-9_-]{43}$"},"issuer":{"description":"The name in which this key signs; a document must have exactly it in signedBy.","type":"string","minLength":1,"maxLength":200},"role":{"description":"What the issuer is, such as registry, builder or auditor.","type":"string","pattern":"^[a-z0-9-]+$","maxLength":100},"coverage":{"description":"What this key signs: whole envelopes, or payloads alone.","type":"string","enum":["envelope","payload"]},"status":{"description":"Active; retired, after which it signs no more; or compromised, when somebody else may have it.","type":"string","enum":["active","retired","compromised"]},"not_before":{"description":"From when on the key signs, in UTC.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"not_after":{"description":"Until when the key signs, this time excluded; null for no end.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"compromised_at":{"description":"For a compromised key: since when somebody else may have had it.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"keep_earlier":{"description":"For a compromised key: whether what says to be signed before that time is still trusted. Who has the key can write any time, so only where documents were kept from before.","type":"boolean"}},"required":["public_key","issuer","role","coverage","status","not_before","not_after"],"additionalProperties":false}},"signature":{"description":"A root key's signature over everything else in this file, in base64.","type":"string","pattern":"^[A-Za-z0-9+/]{86}==$"}},"required":["type","issued_at","expires_at","requires","keys"],"additionalProperties":false};
const pattern0 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$", "u");
const pattern2 = new RegExp("^[1-9][0-9]{0,5}[smhdw]$", "u");
const pattern3 = new RegExp("^[a-z0-9-]+$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9_-]{43}$", "u");
const pattern9 = new RegExp("^[A-Za-z0-9+/]{86}==$", "u");
const func2 = Object.prototype.hasOwnProperty;


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:trust-file:1" */;
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
if(data.issued_at === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "issued_at"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.expires_at === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires_at"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.requires === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "requires"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.keys === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "keys"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((((((key0 === "type") || (key0 === "issued_at")) || (key0 === "expires_at")) || (key0 === "requires")) || (key0 === "keys")) || (key0 === "signature"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.type !== undefined){
if("trust-passport/trust-file/1" !== data.type){
const err6 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "trust-passport/trust-file/1"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.issued_at !== undefined){
let data1 = data.issued_at;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/issued_at",schemaPath:"#/properties/issued_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/issued_at",schemaPath:"#/properties/issued_at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.expires_at !== undefined){
let data2 = data.expires_at;
if((typeof data2 !== "string") && (data2 !== null)){
const err9 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/type",keyword:"type",params:{type: schema6.properties.expires_at.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
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
if(data.requires !== undefined){
let data3 = data.requires;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.revocations === undefined){
const err11 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/required",keyword:"required",params:{missingProperty: "revocations"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.state === undefined){
const err12 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/required",keyword:"required",params:{missingProperty: "state"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3.max_age === undefined){
const err13 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/required",keyword:"required",params:{missingProperty: "max_age"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.cosignatures === undefined){
const err14 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/required",keyword:"required",params:{missingProperty: "cosignatures"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data3){
if(errors >= MAX_ERRORS) break;
if(!(((((key1 === "revocations") || (key1 === "state")) || (key1 === "root")) || (key1 === "max_age")) || (key1 === "cosignatures"))){
const err15 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.revocations !== undefined){
if(typeof data3.revocations !== "boolean"){
const err16 = {instancePath:instancePath+"/requires/revocations",schemaPath:"#/properties/requires/properties/revocations/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.state !== undefined){
if(typeof data3.state !== "boolean"){
const err17 = {instancePath:instancePath+"/requires/state",schemaPath:"#/properties/requires/properties/state/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.root !== undefined){
if(typeof data3.root !== "boolean"){
const err18 = {instancePath:instancePath+"/requires/root",schemaPath:"#/properties/requires/properties/root/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.max_age !== undefined){
let data7 = data3.max_age;
if((typeof data7 !== "string") && (data7 !== null)){
const err19 = {instancePath:instancePath+"/requires/max_age",schemaPath:"#/properties/requires/properties/max_age/type",keyword:"type",params:{type: schema6.properties.requires.properties.max_age.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern2.test(data7)){
const err20 = {instancePath:instancePath+"/requires/max_age",schemaPath:"#/properties/requires/properties/max_age/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}[smhdw]$"}};
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
if(data3.cosignatures !== undefined){
let data8 = data3.cosignatures;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err21 = {instancePath:instancePath+"/requires/cosignatures",schemaPath:"#/properties/requires/properties/cosignatures/type",keyword:"type",params:{type: schema6.properties.requires.properties.cosignatures.type}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length < 1){
const err22 = {instancePath:instancePath+"/requires/cosignatures",schemaPath:"#/properties/requires/properties/cosignatures/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data8){
if(errors >= MAX_ERRORS) break;
const _errs20 = errors;
if(typeof key2 === "string"){
if(!pattern3.test(key2)){
const err23 = {instancePath:instancePath+"/requires/cosignatures",schemaPath:"#/properties/requires/properties/cosignatures/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},propertyName:key2};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var valid2 = _errs20 === errors;
if(!valid2){
const err24 = {instancePath:instancePath+"/requires/cosignatures",schemaPath:"#/properties/requires/properties/cosignatures/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key3 in data8){
if(errors >= MAX_ERRORS) break;
let data9 = data8[key3];
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err25 = {instancePath:instancePath+"/requires/cosignatures/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/requires/properties/cosignatures/additionalProperties/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 32 || isNaN(data9)){
const err26 = {instancePath:instancePath+"/requires/cosignatures/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/requires/properties/cosignatures/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/requires/cosignatures/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/requires/properties/cosignatures/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
}
}
}
else {
const err28 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.keys !== undefined){
let data10 = data.keys;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.public_key === undefined){
const err29 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "public_key"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data11.issuer === undefined){
const err30 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "issuer"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data11.role === undefined){
const err31 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "role"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data11.coverage === undefined){
const err32 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "coverage"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11.status === undefined){
const err33 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data11.not_before === undefined){
const err34 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "not_before"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data11.not_after === undefined){
const err35 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/required",keyword:"required",params:{missingProperty: "not_after"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key4 in data11){
if(errors >= MAX_ERRORS) break;
if(!(func2.call(schema6.properties.keys.items.properties, key4))){
const err36 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data11.public_key !== undefined){
let data12 = data11.public_key;
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err37 = {instancePath:instancePath+"/keys/" + i0+"/public_key",schemaPath:"#/properties/keys/items/properties/public_key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{43}$"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/keys/" + i0+"/public_key",schemaPath:"#/properties/keys/items/properties/public_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.issuer !== undefined){
let data13 = data11.issuer;
if(typeof data13 === "string"){
if(data13.length > 200 && codePoints(data13) > 200){
const err39 = {instancePath:instancePath+"/keys/" + i0+"/issuer",schemaPath:"#/properties/keys/items/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data13.length < 1){
const err40 = {instancePath:instancePath+"/keys/" + i0+"/issuer",schemaPath:"#/properties/keys/items/properties/issuer/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/keys/" + i0+"/issuer",schemaPath:"#/properties/keys/items/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data11.role !== undefined){
let data14 = data11.role;
if(typeof data14 === "string"){
if(data14.length > 100 && codePoints(data14) > 100){
const err42 = {instancePath:instancePath+"/keys/" + i0+"/role",schemaPath:"#/properties/keys/items/properties/role/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern3.test(data14)){
const err43 = {instancePath:instancePath+"/keys/" + i0+"/role",schemaPath:"#/properties/keys/items/properties/role/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}};
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
const err44 = {instancePath:instancePath+"/keys/" + i0+"/role",schemaPath:"#/properties/keys/items/properties/role/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.coverage !== undefined){
let data15 = data11.coverage;
if(typeof data15 !== "string"){
const err45 = {instancePath:instancePath+"/keys/" + i0+"/coverage",schemaPath:"#/properties/keys/items/properties/coverage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data15 === "envelope") || (data15 === "payload"))){
const err46 = {instancePath:instancePath+"/keys/" + i0+"/coverage",schemaPath:"#/properties/keys/items/properties/coverage/enum",keyword:"enum",params:{allowedValues: schema6.properties.keys.items.properties.coverage.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data11.status !== undefined){
let data16 = data11.status;
if(typeof data16 !== "string"){
const err47 = {instancePath:instancePath+"/keys/" + i0+"/status",schemaPath:"#/properties/keys/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!(((data16 === "active") || (data16 === "retired")) || (data16 === "compromised"))){
const err48 = {instancePath:instancePath+"/keys/" + i0+"/status",schemaPath:"#/properties/keys/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema6.properties.keys.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data11.not_before !== undefined){
let data17 = data11.not_before;
if(typeof data17 === "string"){
if(!pattern0.test(data17)){
const err49 = {instancePath:instancePath+"/keys/" + i0+"/not_before",schemaPath:"#/properties/keys/items/properties/not_before/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/keys/" + i0+"/not_before",schemaPath:"#/properties/keys/items/properties/not_before/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data11.not_after !== undefined){
let data18 = data11.not_after;
if((typeof data18 !== "string") && (data18 !== null)){
const err51 = {instancePath:instancePath+"/keys/" + i0+"/not_after",schemaPath:"#/properties/keys/items/properties/not_after/type",keyword:"type",params:{type: schema6.properties.keys.items.properties.not_after.type}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err52 = {instancePath:instancePath+"/keys/" + i0+"/not_after",schemaPath:"#/properties/keys/items/properties/not_after/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
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
if(data11.compromised_at !== undefined){
let data19 = data11.compromised_at;
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
const err53 = {instancePath:instancePath+"/keys/" + i0+"/compromised_at",schemaPath:"#/properties/keys/items/properties/compromised_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/keys/" + i0+"/compromised_at",schemaPath:"#/properties/keys/items/properties/compromised_at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data11.keep_earlier !== undefined){
if(typeof data11.keep_earlier !== "boolean"){
const err55 = {instancePath:instancePath+"/keys/" + i0+"/keep_earlier",schemaPath:"#/properties/keys/items/properties/keep_earlier/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/properties/keys/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err57 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.signature !== undefined){
let data21 = data.signature;
if(typeof data21 === "string"){
if(!pattern9.test(data21)){
const err58 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{86}==$"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "string"}};
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
const err60 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
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
