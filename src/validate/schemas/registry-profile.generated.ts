// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:registry-profile:1","title":"RegistryProfileFile","description":"A registry's own constants. What is left out is as in the built-in profile, unfragile.ai.","type":"object","properties":{"base_url":{"description":"Where the registry lives: an origin without a slash at the end.","type":"string","minLength":1,"pattern":"^https?://[^\\s/?#]+(/[^\\s/?#]+)*$"},"issuer":{"description":"The name that goes into signedBy.","type":"string","minLength":1,"maxLength":200},"format":{"description":"The constants that a payload begins with.","type":"object","properties":{"@version":{"description":"Version of the passport format.","type":"string","minLength":1},"version":{"description":"Edition of the format, such as 2026-05.","type":"string","minLength":1}},"required":["@version","version"],"additionalProperties":false},"caps":{"description":"How many entries the trust block keeps.","type":"object","properties":{"permissions":{"description":"Permissions kept.","type":"integer","minimum":1,"maximum":1000},"failure_modes":{"description":"Failure modes kept, before the notes are added.","type":"integer","minimum":1,"maximum":1000}},"required":[],"additionalProperties":false},"notes":{"description":"Failure modes that the registry adds of itself.","type":"object","properties":{"unverified":{"description":"Added while the builder is not verified.","type":"string","minLength":1},"unobserved":{"description":"Added while no match has been observed.","type":"string","minLength":1}},"required":[],"additionalProperties":false},"rank_defaults":{"description":"What a component counts for which there is no observation.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used: the value without observation.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented: the value without observation.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others: the value without observation.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for: the value without observation.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on: the value without observation.","type":"number","minimum":0,"maximum":1}},"required":[],"additionalProperties":false},"weights":{"description":"Weights of the score by artifact type; \"default\" is for every other type.","type":"object","additionalProperties":{"description":"How much each component counts; the five add up to 1.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1}},"required":["adoption","quality","ecosystem","match_graph","freshness"],"additionalProperties":false},"propertyNames":{"enum":["default","agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]}},"risk_rules":{"description":"The rules for data_access_risk, in order: the first that fires decides; none means low.","type":"array","items":{"description":"Fires where one of the words stands in one of the fields of any capability.","type":"object","properties":{"id":{"description":"Name of the rule, for explanations.","type":"string","minLength":1,"pattern":"^[a-z0-9-]+$"},"risk":{"description":"What it decides.","type":"string","enum":["low","moderate","high"]},"fields":{"description":"Where to look.","type":"array","minItems":1,"items":{"description":"A field of a capability.","type":"string","enum":["requires","input_types","categories"]}},"words":{"description":"Words or phrases, in any case, singular or plural.","type":"array","minItems":1,"items":{"description":"A word or phrase.","type":"string","minLength":1,"pattern":"[A-Za-z0-9]"}}},"required":["id","risk","fields","words"],"additionalProperties":false}},"links":{"description":"Address templates below base_url; {slug} stands for the slug.","type":"object","properties":{"self":{"description":"The passport document.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"artifact":{"description":"The artifact's page.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"verify":{"description":"The registry's verifier.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"publicKey":{"description":"The registry's public key.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"spec":{"description":"The format's description.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"schema":{"description":"The format's schema.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"docs":{"description":"The registry's documentation.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"claim":{"description":"Where a builder claims the listing.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"},"compare":{"description":"Where artifacts are compared.","type":"string","minLength":1,"pattern":"^/[^\\s]*$"}},"required":[],"additionalProperties":false},"reserved_slugs":{"description":"Slugs whose addresses are the registry's own pages.","type":"array","items":{"description":"A slug that no artifact may have.","type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$"}},"categories":{"description":"Categories known to the registry. Others are a warning.","type":"object","properties":{"artifact":{"description":"Of artifacts.","type":"array","items":{"description":"A category.","type":"string","minLength":1}},"capability":{"description":"Of capabilities.","type":"array","items":{"description":"A category.","type":"string","minLength":1}}},"required":[],"additionalProperties":false}},"required":["base_url","issuer"],"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

const pattern0 = new RegExp("^https?://[^\\s/?#]+(/[^\\s/?#]+)*$", "u");
const pattern1 = new RegExp("^[a-z0-9-]+$", "u");
const pattern2 = new RegExp("[A-Za-z0-9]", "u");
const pattern3 = new RegExp("^/[^\\s]*$", "u");
const pattern12 = new RegExp("^[a-z0-9._-]+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:registry-profile:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.base_url === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "base_url"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.issuer === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "issuer"}};
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
if(!(func2.call(schema6.properties, key0))){
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
if(data.base_url !== undefined){
let data0 = data.base_url;
if(typeof data0 === "string"){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/base_url",schemaPath:"#/properties/base_url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/base_url",schemaPath:"#/properties/base_url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s/?#]+(/[^\\s/?#]+)*$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/base_url",schemaPath:"#/properties/base_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.issuer !== undefined){
let data1 = data.issuer;
if(typeof data1 === "string"){
if(data1.length > 200 && codePoints(data1) > 200){
const err6 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.length < 1){
const err7 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/minLength",keyword:"minLength",params:{limit: 1}};
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
const err8 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.format !== undefined){
let data2 = data.format;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2["@version"] === undefined){
const err9 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/required",keyword:"required",params:{missingProperty: "@version"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.version === undefined){
const err10 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data2){
if(errors >= MAX_ERRORS) break;
if(!((key1 === "@version") || (key1 === "version"))){
const err11 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2["@version"] !== undefined){
let data3 = data2["@version"];
if(typeof data3 === "string"){
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/format/@version",schemaPath:"#/properties/format/properties/%40version/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/format/@version",schemaPath:"#/properties/format/properties/%40version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.version !== undefined){
let data4 = data2.version;
if(typeof data4 === "string"){
if(data4.length < 1){
const err14 = {instancePath:instancePath+"/format/version",schemaPath:"#/properties/format/properties/version/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/format/version",schemaPath:"#/properties/format/properties/version/type",keyword:"type",params:{type: "string"}};
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
const err16 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.caps !== undefined){
let data5 = data.caps;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(errors >= MAX_ERRORS) break;
if(!((key2 === "permissions") || (key2 === "failure_modes"))){
const err17 = {instancePath:instancePath+"/caps",schemaPath:"#/properties/caps/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.permissions !== undefined){
let data6 = data5.permissions;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err18 = {instancePath:instancePath+"/caps/permissions",schemaPath:"#/properties/caps/properties/permissions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1000 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/caps/permissions",schemaPath:"#/properties/caps/properties/permissions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/caps/permissions",schemaPath:"#/properties/caps/properties/permissions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data5.failure_modes !== undefined){
let data7 = data5.failure_modes;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err21 = {instancePath:instancePath+"/caps/failure_modes",schemaPath:"#/properties/caps/properties/failure_modes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1000 || isNaN(data7)){
const err22 = {instancePath:instancePath+"/caps/failure_modes",schemaPath:"#/properties/caps/properties/failure_modes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err23 = {instancePath:instancePath+"/caps/failure_modes",schemaPath:"#/properties/caps/properties/failure_modes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
}
else {
const err24 = {instancePath:instancePath+"/caps",schemaPath:"#/properties/caps/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.notes !== undefined){
let data8 = data.notes;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(errors >= MAX_ERRORS) break;
if(!((key3 === "unverified") || (key3 === "unobserved"))){
const err25 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.unverified !== undefined){
let data9 = data8.unverified;
if(typeof data9 === "string"){
if(data9.length < 1){
const err26 = {instancePath:instancePath+"/notes/unverified",schemaPath:"#/properties/notes/properties/unverified/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/notes/unverified",schemaPath:"#/properties/notes/properties/unverified/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.unobserved !== undefined){
let data10 = data8.unobserved;
if(typeof data10 === "string"){
if(data10.length < 1){
const err28 = {instancePath:instancePath+"/notes/unobserved",schemaPath:"#/properties/notes/properties/unobserved/minLength",keyword:"minLength",params:{limit: 1}};
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
const err29 = {instancePath:instancePath+"/notes/unobserved",schemaPath:"#/properties/notes/properties/unobserved/type",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.rank_defaults !== undefined){
let data11 = data.rank_defaults;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
if(errors >= MAX_ERRORS) break;
if(!(((((key4 === "adoption") || (key4 === "quality")) || (key4 === "ecosystem")) || (key4 === "match_graph")) || (key4 === "freshness"))){
const err31 = {instancePath:instancePath+"/rank_defaults",schemaPath:"#/properties/rank_defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.adoption !== undefined){
let data12 = data11.adoption;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/rank_defaults/adoption",schemaPath:"#/properties/rank_defaults/properties/adoption/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err33 = {instancePath:instancePath+"/rank_defaults/adoption",schemaPath:"#/properties/rank_defaults/properties/adoption/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err34 = {instancePath:instancePath+"/rank_defaults/adoption",schemaPath:"#/properties/rank_defaults/properties/adoption/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.quality !== undefined){
let data13 = data11.quality;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1 || isNaN(data13)){
const err35 = {instancePath:instancePath+"/rank_defaults/quality",schemaPath:"#/properties/rank_defaults/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err36 = {instancePath:instancePath+"/rank_defaults/quality",schemaPath:"#/properties/rank_defaults/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/rank_defaults/quality",schemaPath:"#/properties/rank_defaults/properties/quality/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.ecosystem !== undefined){
let data14 = data11.ecosystem;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1 || isNaN(data14)){
const err38 = {instancePath:instancePath+"/rank_defaults/ecosystem",schemaPath:"#/properties/rank_defaults/properties/ecosystem/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err39 = {instancePath:instancePath+"/rank_defaults/ecosystem",schemaPath:"#/properties/rank_defaults/properties/ecosystem/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/rank_defaults/ecosystem",schemaPath:"#/properties/rank_defaults/properties/ecosystem/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data11.match_graph !== undefined){
let data15 = data11.match_graph;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1 || isNaN(data15)){
const err41 = {instancePath:instancePath+"/rank_defaults/match_graph",schemaPath:"#/properties/rank_defaults/properties/match_graph/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err42 = {instancePath:instancePath+"/rank_defaults/match_graph",schemaPath:"#/properties/rank_defaults/properties/match_graph/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/rank_defaults/match_graph",schemaPath:"#/properties/rank_defaults/properties/match_graph/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data11.freshness !== undefined){
let data16 = data11.freshness;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1 || isNaN(data16)){
const err44 = {instancePath:instancePath+"/rank_defaults/freshness",schemaPath:"#/properties/rank_defaults/properties/freshness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err45 = {instancePath:instancePath+"/rank_defaults/freshness",schemaPath:"#/properties/rank_defaults/properties/freshness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err46 = {instancePath:instancePath+"/rank_defaults/freshness",schemaPath:"#/properties/rank_defaults/properties/freshness/type",keyword:"type",params:{type: "number"}};
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
const err47 = {instancePath:instancePath+"/rank_defaults",schemaPath:"#/properties/rank_defaults/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.weights !== undefined){
let data17 = data.weights;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key5 in data17){
if(errors >= MAX_ERRORS) break;
const _errs42 = errors;
if(!((((((((((((((((((((key5 === "default") || (key5 === "agent")) || (key5 === "api")) || (key5 === "app")) || (key5 === "benchmark")) || (key5 === "cli")) || (key5 === "dataset")) || (key5 === "extension")) || (key5 === "finetune")) || (key5 === "framework")) || (key5 === "mcp")) || (key5 === "model")) || (key5 === "platform")) || (key5 === "product")) || (key5 === "prompt")) || (key5 === "repo")) || (key5 === "skill")) || (key5 === "template")) || (key5 === "webapp")) || (key5 === "workflow"))){
const err48 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/propertyNames/enum",keyword:"enum",params:{allowedValues: schema6.properties.weights.propertyNames.enum},propertyName:key5};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var valid5 = _errs42 === errors;
if(!valid5){
const err49 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/propertyNames",keyword:"propertyNames",params:{propertyName: key5}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
for(const key6 in data17){
if(errors >= MAX_ERRORS) break;
let data18 = data17[key6];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.adoption === undefined){
const err50 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/required",keyword:"required",params:{missingProperty: "adoption"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data18.quality === undefined){
const err51 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/required",keyword:"required",params:{missingProperty: "quality"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data18.ecosystem === undefined){
const err52 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/required",keyword:"required",params:{missingProperty: "ecosystem"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data18.match_graph === undefined){
const err53 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/required",keyword:"required",params:{missingProperty: "match_graph"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data18.freshness === undefined){
const err54 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/required",keyword:"required",params:{missingProperty: "freshness"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key7 in data18){
if(errors >= MAX_ERRORS) break;
if(!(((((key7 === "adoption") || (key7 === "quality")) || (key7 === "ecosystem")) || (key7 === "match_graph")) || (key7 === "freshness"))){
const err55 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data18.adoption !== undefined){
let data19 = data18.adoption;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 1 || isNaN(data19)){
const err56 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/adoption",schemaPath:"#/properties/weights/additionalProperties/properties/adoption/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err57 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/adoption",schemaPath:"#/properties/weights/additionalProperties/properties/adoption/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/adoption",schemaPath:"#/properties/weights/additionalProperties/properties/adoption/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data18.quality !== undefined){
let data20 = data18.quality;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1 || isNaN(data20)){
const err59 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/properties/weights/additionalProperties/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err60 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/properties/weights/additionalProperties/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/properties/weights/additionalProperties/properties/quality/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data18.ecosystem !== undefined){
let data21 = data18.ecosystem;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1 || isNaN(data21)){
const err62 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/ecosystem",schemaPath:"#/properties/weights/additionalProperties/properties/ecosystem/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err63 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/ecosystem",schemaPath:"#/properties/weights/additionalProperties/properties/ecosystem/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/ecosystem",schemaPath:"#/properties/weights/additionalProperties/properties/ecosystem/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data18.match_graph !== undefined){
let data22 = data18.match_graph;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 1 || isNaN(data22)){
const err65 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/match_graph",schemaPath:"#/properties/weights/additionalProperties/properties/match_graph/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data22 < 0 || isNaN(data22)){
const err66 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/match_graph",schemaPath:"#/properties/weights/additionalProperties/properties/match_graph/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/match_graph",schemaPath:"#/properties/weights/additionalProperties/properties/match_graph/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data18.freshness !== undefined){
let data23 = data18.freshness;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1 || isNaN(data23)){
const err68 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/freshness",schemaPath:"#/properties/weights/additionalProperties/properties/freshness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err69 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/freshness",schemaPath:"#/properties/weights/additionalProperties/properties/freshness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/freshness",schemaPath:"#/properties/weights/additionalProperties/properties/freshness/type",keyword:"type",params:{type: "number"}};
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
const err71 = {instancePath:instancePath+"/weights/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/weights/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.risk_rules !== undefined){
let data24 = data.risk_rules;
if(Array.isArray(data24)){
const len0 = data24.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data25 = data24[i0];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.id === undefined){
const err73 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data25.risk === undefined){
const err74 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/required",keyword:"required",params:{missingProperty: "risk"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data25.fields === undefined){
const err75 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/required",keyword:"required",params:{missingProperty: "fields"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data25.words === undefined){
const err76 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/required",keyword:"required",params:{missingProperty: "words"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
for(const key8 in data25){
if(errors >= MAX_ERRORS) break;
if(!((((key8 === "id") || (key8 === "risk")) || (key8 === "fields")) || (key8 === "words"))){
const err77 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data25.id !== undefined){
let data26 = data25.id;
if(typeof data26 === "string"){
if(data26.length < 1){
const err78 = {instancePath:instancePath+"/risk_rules/" + i0+"/id",schemaPath:"#/properties/risk_rules/items/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern1.test(data26)){
const err79 = {instancePath:instancePath+"/risk_rules/" + i0+"/id",schemaPath:"#/properties/risk_rules/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/risk_rules/" + i0+"/id",schemaPath:"#/properties/risk_rules/items/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data25.risk !== undefined){
let data27 = data25.risk;
if(typeof data27 !== "string"){
const err81 = {instancePath:instancePath+"/risk_rules/" + i0+"/risk",schemaPath:"#/properties/risk_rules/items/properties/risk/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!(((data27 === "low") || (data27 === "moderate")) || (data27 === "high"))){
const err82 = {instancePath:instancePath+"/risk_rules/" + i0+"/risk",schemaPath:"#/properties/risk_rules/items/properties/risk/enum",keyword:"enum",params:{allowedValues: schema6.properties.risk_rules.items.properties.risk.enum}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data25.fields !== undefined){
let data28 = data25.fields;
if(Array.isArray(data28)){
if(data28.length < 1){
const err83 = {instancePath:instancePath+"/risk_rules/" + i0+"/fields",schemaPath:"#/properties/risk_rules/items/properties/fields/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len1 = data28.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data29 = data28[i1];
if(typeof data29 !== "string"){
const err84 = {instancePath:instancePath+"/risk_rules/" + i0+"/fields/" + i1,schemaPath:"#/properties/risk_rules/items/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!(((data29 === "requires") || (data29 === "input_types")) || (data29 === "categories"))){
const err85 = {instancePath:instancePath+"/risk_rules/" + i0+"/fields/" + i1,schemaPath:"#/properties/risk_rules/items/properties/fields/items/enum",keyword:"enum",params:{allowedValues: schema6.properties.risk_rules.items.properties.fields.items.enum}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/risk_rules/" + i0+"/fields",schemaPath:"#/properties/risk_rules/items/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data25.words !== undefined){
let data30 = data25.words;
if(Array.isArray(data30)){
if(data30.length < 1){
const err87 = {instancePath:instancePath+"/risk_rules/" + i0+"/words",schemaPath:"#/properties/risk_rules/items/properties/words/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
const len2 = data30.length;
for(let i2=0; i2<len2; i2++){
if(errors >= MAX_ERRORS) break;
let data31 = data30[i2];
if(typeof data31 === "string"){
if(data31.length < 1){
const err88 = {instancePath:instancePath+"/risk_rules/" + i0+"/words/" + i2,schemaPath:"#/properties/risk_rules/items/properties/words/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!pattern2.test(data31)){
const err89 = {instancePath:instancePath+"/risk_rules/" + i0+"/words/" + i2,schemaPath:"#/properties/risk_rules/items/properties/words/items/pattern",keyword:"pattern",params:{pattern: "[A-Za-z0-9]"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/risk_rules/" + i0+"/words/" + i2,schemaPath:"#/properties/risk_rules/items/properties/words/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/risk_rules/" + i0+"/words",schemaPath:"#/properties/risk_rules/items/properties/words/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/risk_rules/" + i0,schemaPath:"#/properties/risk_rules/items/type",keyword:"type",params:{type: "object"}};
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
const err93 = {instancePath:instancePath+"/risk_rules",schemaPath:"#/properties/risk_rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data.links !== undefined){
let data32 = data.links;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key9 in data32){
if(errors >= MAX_ERRORS) break;
if(!(func2.call(schema6.properties.links.properties, key9))){
const err94 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data32.self !== undefined){
let data33 = data32.self;
if(typeof data33 === "string"){
if(data33.length < 1){
const err95 = {instancePath:instancePath+"/links/self",schemaPath:"#/properties/links/properties/self/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!pattern3.test(data33)){
const err96 = {instancePath:instancePath+"/links/self",schemaPath:"#/properties/links/properties/self/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/links/self",schemaPath:"#/properties/links/properties/self/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data32.artifact !== undefined){
let data34 = data32.artifact;
if(typeof data34 === "string"){
if(data34.length < 1){
const err98 = {instancePath:instancePath+"/links/artifact",schemaPath:"#/properties/links/properties/artifact/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!pattern3.test(data34)){
const err99 = {instancePath:instancePath+"/links/artifact",schemaPath:"#/properties/links/properties/artifact/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/links/artifact",schemaPath:"#/properties/links/properties/artifact/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data32.verify !== undefined){
let data35 = data32.verify;
if(typeof data35 === "string"){
if(data35.length < 1){
const err101 = {instancePath:instancePath+"/links/verify",schemaPath:"#/properties/links/properties/verify/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(!pattern3.test(data35)){
const err102 = {instancePath:instancePath+"/links/verify",schemaPath:"#/properties/links/properties/verify/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/links/verify",schemaPath:"#/properties/links/properties/verify/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data32.publicKey !== undefined){
let data36 = data32.publicKey;
if(typeof data36 === "string"){
if(data36.length < 1){
const err104 = {instancePath:instancePath+"/links/publicKey",schemaPath:"#/properties/links/properties/publicKey/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!pattern3.test(data36)){
const err105 = {instancePath:instancePath+"/links/publicKey",schemaPath:"#/properties/links/properties/publicKey/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/links/publicKey",schemaPath:"#/properties/links/properties/publicKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data32.spec !== undefined){
let data37 = data32.spec;
if(typeof data37 === "string"){
if(data37.length < 1){
const err107 = {instancePath:instancePath+"/links/spec",schemaPath:"#/properties/links/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(!pattern3.test(data37)){
const err108 = {instancePath:instancePath+"/links/spec",schemaPath:"#/properties/links/properties/spec/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/links/spec",schemaPath:"#/properties/links/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data32.schema !== undefined){
let data38 = data32.schema;
if(typeof data38 === "string"){
if(data38.length < 1){
const err110 = {instancePath:instancePath+"/links/schema",schemaPath:"#/properties/links/properties/schema/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!pattern3.test(data38)){
const err111 = {instancePath:instancePath+"/links/schema",schemaPath:"#/properties/links/properties/schema/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/links/schema",schemaPath:"#/properties/links/properties/schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data32.docs !== undefined){
let data39 = data32.docs;
if(typeof data39 === "string"){
if(data39.length < 1){
const err113 = {instancePath:instancePath+"/links/docs",schemaPath:"#/properties/links/properties/docs/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!pattern3.test(data39)){
const err114 = {instancePath:instancePath+"/links/docs",schemaPath:"#/properties/links/properties/docs/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/links/docs",schemaPath:"#/properties/links/properties/docs/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data32.claim !== undefined){
let data40 = data32.claim;
if(typeof data40 === "string"){
if(data40.length < 1){
const err116 = {instancePath:instancePath+"/links/claim",schemaPath:"#/properties/links/properties/claim/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(!pattern3.test(data40)){
const err117 = {instancePath:instancePath+"/links/claim",schemaPath:"#/properties/links/properties/claim/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/links/claim",schemaPath:"#/properties/links/properties/claim/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data32.compare !== undefined){
let data41 = data32.compare;
if(typeof data41 === "string"){
if(data41.length < 1){
const err119 = {instancePath:instancePath+"/links/compare",schemaPath:"#/properties/links/properties/compare/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!pattern3.test(data41)){
const err120 = {instancePath:instancePath+"/links/compare",schemaPath:"#/properties/links/properties/compare/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/links/compare",schemaPath:"#/properties/links/properties/compare/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data.reserved_slugs !== undefined){
let data42 = data.reserved_slugs;
if(Array.isArray(data42)){
const len3 = data42.length;
for(let i3=0; i3<len3; i3++){
if(errors >= MAX_ERRORS) break;
let data43 = data42[i3];
if(typeof data43 === "string"){
if(data43.length < 1){
const err123 = {instancePath:instancePath+"/reserved_slugs/" + i3,schemaPath:"#/properties/reserved_slugs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!pattern12.test(data43)){
const err124 = {instancePath:instancePath+"/reserved_slugs/" + i3,schemaPath:"#/properties/reserved_slugs/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/reserved_slugs/" + i3,schemaPath:"#/properties/reserved_slugs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/reserved_slugs",schemaPath:"#/properties/reserved_slugs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data.categories !== undefined){
let data44 = data.categories;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key10 in data44){
if(errors >= MAX_ERRORS) break;
if(!((key10 === "artifact") || (key10 === "capability"))){
const err127 = {instancePath:instancePath+"/categories",schemaPath:"#/properties/categories/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data44.artifact !== undefined){
let data45 = data44.artifact;
if(Array.isArray(data45)){
const len4 = data45.length;
for(let i4=0; i4<len4; i4++){
if(errors >= MAX_ERRORS) break;
let data46 = data45[i4];
if(typeof data46 === "string"){
if(data46.length < 1){
const err128 = {instancePath:instancePath+"/categories/artifact/" + i4,schemaPath:"#/properties/categories/properties/artifact/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/categories/artifact/" + i4,schemaPath:"#/properties/categories/properties/artifact/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/categories/artifact",schemaPath:"#/properties/categories/properties/artifact/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data44.capability !== undefined){
let data47 = data44.capability;
if(Array.isArray(data47)){
const len5 = data47.length;
for(let i5=0; i5<len5; i5++){
if(errors >= MAX_ERRORS) break;
let data48 = data47[i5];
if(typeof data48 === "string"){
if(data48.length < 1){
const err131 = {instancePath:instancePath+"/categories/capability/" + i5,schemaPath:"#/properties/categories/properties/capability/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/categories/capability/" + i5,schemaPath:"#/properties/categories/properties/capability/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
else {
const err133 = {instancePath:instancePath+"/categories/capability",schemaPath:"#/properties/categories/properties/capability/type",keyword:"type",params:{type: "array"}};
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
const err134 = {instancePath:instancePath+"/categories",schemaPath:"#/properties/categories/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
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
