// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:manifest:1","title":"Manifest","description":"The registry's own manifest, unfragile.yml, protocol 1.0, as far as it can become a passport. What is not named here is accepted and not carried over.","type":"object","additionalProperties":true,"required":["unfragile_version","artifact","capabilities"],"properties":{"unfragile_version":{"description":"Version of the manifest protocol.","type":["string","number"],"enum":["1.0",1]},"artifact":{"description":"The artifact.","type":"object","additionalProperties":true,"required":["name","slug","type"],"properties":{"name":{"description":"Name.","type":"string","minLength":1,"maxLength":200},"slug":{"description":"Short name in addresses.","type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$","maxLength":200},"type":{"description":"Kind of artifact.","type":"string","enum":["agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]},"maintainer":{"description":"Who keeps it up. Not carried over.","type":"string"},"repository":{"description":"Where its code lives.","type":"string","minLength":1,"pattern":"^https?://[^\\s<>\"]+$","maxLength":2000},"homepage":{"description":"Its home page.","type":"string","minLength":1,"pattern":"^https?://[^\\s<>\"]+$","maxLength":2000},"license":{"description":"Licence. Not carried over.","type":"string"}},"anyOf":[{"required":["homepage"]},{"required":["repository"]}]},"capabilities":{"description":"What it can do.","type":"array","minItems":1,"items":{"description":"One ability.","type":"object","additionalProperties":true,"required":["name","description"],"properties":{"id":{"description":"Name of the capability for overlays.","type":"string","minLength":1},"name":{"description":"The ability in a few words.","type":"string","minLength":1,"maxLength":300},"description":{"description":"How it works: at least 100 characters.","type":"string","minLength":100},"intents_served":{"description":"What a person would say who needs it.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"conditions":{"description":"When it fits and when it fails.","type":"object","additionalProperties":true,"properties":{"bestFor":{"description":"Who or what it suits.","type":"array","items":{"description":"A use.","type":"string","minLength":1}},"limitations":{"description":"How it fails.","type":"array","items":{"description":"A limitation.","type":"string","minLength":1}},"requires":{"description":"What it needs.","type":"array","items":{"description":"A requirement.","type":"string","minLength":1}}}},"unique_aspect":{"description":"What sets it apart. Not carried over.","type":"string"}}}},"pricing":{"description":"What it costs.","type":"object","additionalProperties":true,"required":["model"],"properties":{"model":{"description":"How it is paid for.","type":"string","enum":["open-source","open_source","free","freemium","paid","usage","unknown"]}}},"failure_modes":{"description":"Known ways in which it fails; they come first in the passport.","type":"array","items":{"description":"One way.","type":"object","additionalProperties":true,"required":["mode"],"properties":{"mode":{"description":"What goes wrong.","type":"string","minLength":1},"frequency":{"description":"How often. Not carried over.","type":"string"},"mitigation":{"description":"What helps. Not carried over.","type":"string"}}}},"execution":{"description":"How it is reached. Not carried over.","type":"object","additionalProperties":true,"properties":{"protocol":{"description":"The protocol.","type":"string","enum":["mcp","http","https","stdio","websocket","grpc"]},"auth_method":{"description":"How callers prove themselves.","type":"string"}}}}};

const pattern0 = new RegExp("^[a-z0-9._-]+$", "u");
const pattern1 = new RegExp("^https?://[^\\s<>\"]+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:manifest:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.unfragile_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "unfragile_version"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.artifact === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "artifact"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.capabilities === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "capabilities"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.unfragile_version !== undefined){
let data0 = data.unfragile_version;
if((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))){
const err3 = {instancePath:instancePath+"/unfragile_version",schemaPath:"#/properties/unfragile_version/type",keyword:"type",params:{type: schema6.properties.unfragile_version.type}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data0 === "1.0") || (data0 === 1))){
const err4 = {instancePath:instancePath+"/unfragile_version",schemaPath:"#/properties/unfragile_version/enum",keyword:"enum",params:{allowedValues: schema6.properties.unfragile_version.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.artifact !== undefined){
let data1 = data.artifact;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.homepage === undefined){
const err5 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/anyOf/0/required",keyword:"required",params:{missingProperty: "homepage"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.repository === undefined){
const err6 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/anyOf/1/required",keyword:"required",params:{missingProperty: "repository"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err7 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err8 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.slug === undefined){
const err9 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "slug"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1.type === undefined){
const err10 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(data2.length > 200 && codePoints(data2) > 200){
const err11 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err13 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.slug !== undefined){
let data3 = data1.slug;
if(typeof data3 === "string"){
if(data3.length > 200 && codePoints(data3) > 200){
const err14 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data3.length < 1){
const err15 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern0.test(data3)){
const err16 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.type !== undefined){
let data4 = data1.type;
if(typeof data4 !== "string"){
const err18 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((((((((((((((((((data4 === "agent") || (data4 === "api")) || (data4 === "app")) || (data4 === "benchmark")) || (data4 === "cli")) || (data4 === "dataset")) || (data4 === "extension")) || (data4 === "finetune")) || (data4 === "framework")) || (data4 === "mcp")) || (data4 === "model")) || (data4 === "platform")) || (data4 === "product")) || (data4 === "prompt")) || (data4 === "repo")) || (data4 === "skill")) || (data4 === "template")) || (data4 === "webapp")) || (data4 === "workflow"))){
const err19 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.type.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.maintainer !== undefined){
if(typeof data1.maintainer !== "string"){
const err20 = {instancePath:instancePath+"/artifact/maintainer",schemaPath:"#/properties/artifact/properties/maintainer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data1.repository !== undefined){
let data6 = data1.repository;
if(typeof data6 === "string"){
if(data6.length > 2000 && codePoints(data6) > 2000){
const err21 = {instancePath:instancePath+"/artifact/repository",schemaPath:"#/properties/artifact/properties/repository/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data6.length < 1){
const err22 = {instancePath:instancePath+"/artifact/repository",schemaPath:"#/properties/artifact/properties/repository/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern1.test(data6)){
const err23 = {instancePath:instancePath+"/artifact/repository",schemaPath:"#/properties/artifact/properties/repository/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s<>\"]+$"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/artifact/repository",schemaPath:"#/properties/artifact/properties/repository/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data1.homepage !== undefined){
let data7 = data1.homepage;
if(typeof data7 === "string"){
if(data7.length > 2000 && codePoints(data7) > 2000){
const err25 = {instancePath:instancePath+"/artifact/homepage",schemaPath:"#/properties/artifact/properties/homepage/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data7.length < 1){
const err26 = {instancePath:instancePath+"/artifact/homepage",schemaPath:"#/properties/artifact/properties/homepage/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern1.test(data7)){
const err27 = {instancePath:instancePath+"/artifact/homepage",schemaPath:"#/properties/artifact/properties/homepage/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s<>\"]+$"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/artifact/homepage",schemaPath:"#/properties/artifact/properties/homepage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data1.license !== undefined){
if(typeof data1.license !== "string"){
const err29 = {instancePath:instancePath+"/artifact/license",schemaPath:"#/properties/artifact/properties/license/type",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data9 = data.capabilities;
if(Array.isArray(data9)){
if(data9.length < 1){
const err31 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data10 = data9[i0];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err32 = {instancePath:instancePath+"/capabilities/" + i0,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data10.description === undefined){
const err33 = {instancePath:instancePath+"/capabilities/" + i0,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data10.id !== undefined){
let data11 = data10.id;
if(typeof data11 === "string"){
if(data11.length < 1){
const err34 = {instancePath:instancePath+"/capabilities/" + i0+"/id",schemaPath:"#/properties/capabilities/items/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/capabilities/" + i0+"/id",schemaPath:"#/properties/capabilities/items/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data10.name !== undefined){
let data12 = data10.name;
if(typeof data12 === "string"){
if(data12.length > 300 && codePoints(data12) > 300){
const err36 = {instancePath:instancePath+"/capabilities/" + i0+"/name",schemaPath:"#/properties/capabilities/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 300}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data12.length < 1){
const err37 = {instancePath:instancePath+"/capabilities/" + i0+"/name",schemaPath:"#/properties/capabilities/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err38 = {instancePath:instancePath+"/capabilities/" + i0+"/name",schemaPath:"#/properties/capabilities/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data10.description !== undefined){
let data13 = data10.description;
if(typeof data13 === "string"){
if(data13.length < 200 && codePoints(data13) < 100){
const err39 = {instancePath:instancePath+"/capabilities/" + i0+"/description",schemaPath:"#/properties/capabilities/items/properties/description/minLength",keyword:"minLength",params:{limit: 100}};
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
const err40 = {instancePath:instancePath+"/capabilities/" + i0+"/description",schemaPath:"#/properties/capabilities/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data10.intents_served !== undefined){
let data14 = data10.intents_served;
if(Array.isArray(data14)){
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data15 = data14[i1];
if(typeof data15 === "string"){
if(data15.length < 1){
const err41 = {instancePath:instancePath+"/capabilities/" + i0+"/intents_served/" + i1,schemaPath:"#/properties/capabilities/items/properties/intents_served/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/capabilities/" + i0+"/intents_served/" + i1,schemaPath:"#/properties/capabilities/items/properties/intents_served/items/type",keyword:"type",params:{type: "string"}};
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
const err43 = {instancePath:instancePath+"/capabilities/" + i0+"/intents_served",schemaPath:"#/properties/capabilities/items/properties/intents_served/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data10.conditions !== undefined){
let data16 = data10.conditions;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.bestFor !== undefined){
let data17 = data16.bestFor;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
if(errors >= MAX_ERRORS) break;
let data18 = data17[i2];
if(typeof data18 === "string"){
if(data18.length < 1){
const err44 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/bestFor/" + i2,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/bestFor/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/bestFor/" + i2,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/bestFor/items/type",keyword:"type",params:{type: "string"}};
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
const err46 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/bestFor",schemaPath:"#/properties/capabilities/items/properties/conditions/properties/bestFor/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.limitations !== undefined){
let data19 = data16.limitations;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
if(errors >= MAX_ERRORS) break;
let data20 = data19[i3];
if(typeof data20 === "string"){
if(data20.length < 1){
const err47 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/limitations/" + i3,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/limitations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/limitations/" + i3,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/limitations/items/type",keyword:"type",params:{type: "string"}};
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
const err49 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/limitations",schemaPath:"#/properties/capabilities/items/properties/conditions/properties/limitations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data16.requires !== undefined){
let data21 = data16.requires;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
if(errors >= MAX_ERRORS) break;
let data22 = data21[i4];
if(typeof data22 === "string"){
if(data22.length < 1){
const err50 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/requires/" + i4,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/requires/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/requires/" + i4,schemaPath:"#/properties/capabilities/items/properties/conditions/properties/requires/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err52 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions/requires",schemaPath:"#/properties/capabilities/items/properties/conditions/properties/requires/type",keyword:"type",params:{type: "array"}};
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
const err53 = {instancePath:instancePath+"/capabilities/" + i0+"/conditions",schemaPath:"#/properties/capabilities/items/properties/conditions/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data10.unique_aspect !== undefined){
if(typeof data10.unique_aspect !== "string"){
const err54 = {instancePath:instancePath+"/capabilities/" + i0+"/unique_aspect",schemaPath:"#/properties/capabilities/items/properties/unique_aspect/type",keyword:"type",params:{type: "string"}};
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
else {
const err55 = {instancePath:instancePath+"/capabilities/" + i0,schemaPath:"#/properties/capabilities/items/type",keyword:"type",params:{type: "object"}};
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
const err56 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.pricing !== undefined){
let data24 = data.pricing;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.model === undefined){
const err57 = {instancePath:instancePath+"/pricing",schemaPath:"#/properties/pricing/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data24.model !== undefined){
let data25 = data24.model;
if(typeof data25 !== "string"){
const err58 = {instancePath:instancePath+"/pricing/model",schemaPath:"#/properties/pricing/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!(((((((data25 === "open-source") || (data25 === "open_source")) || (data25 === "free")) || (data25 === "freemium")) || (data25 === "paid")) || (data25 === "usage")) || (data25 === "unknown"))){
const err59 = {instancePath:instancePath+"/pricing/model",schemaPath:"#/properties/pricing/properties/model/enum",keyword:"enum",params:{allowedValues: schema6.properties.pricing.properties.model.enum}};
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
const err60 = {instancePath:instancePath+"/pricing",schemaPath:"#/properties/pricing/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.failure_modes !== undefined){
let data26 = data.failure_modes;
if(Array.isArray(data26)){
const len5 = data26.length;
for(let i5=0; i5<len5; i5++){
if(errors >= MAX_ERRORS) break;
let data27 = data26[i5];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.mode === undefined){
const err61 = {instancePath:instancePath+"/failure_modes/" + i5,schemaPath:"#/properties/failure_modes/items/required",keyword:"required",params:{missingProperty: "mode"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data27.mode !== undefined){
let data28 = data27.mode;
if(typeof data28 === "string"){
if(data28.length < 1){
const err62 = {instancePath:instancePath+"/failure_modes/" + i5+"/mode",schemaPath:"#/properties/failure_modes/items/properties/mode/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/failure_modes/" + i5+"/mode",schemaPath:"#/properties/failure_modes/items/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data27.frequency !== undefined){
if(typeof data27.frequency !== "string"){
const err64 = {instancePath:instancePath+"/failure_modes/" + i5+"/frequency",schemaPath:"#/properties/failure_modes/items/properties/frequency/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data27.mitigation !== undefined){
if(typeof data27.mitigation !== "string"){
const err65 = {instancePath:instancePath+"/failure_modes/" + i5+"/mitigation",schemaPath:"#/properties/failure_modes/items/properties/mitigation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/failure_modes/" + i5,schemaPath:"#/properties/failure_modes/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/failure_modes",schemaPath:"#/properties/failure_modes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.execution !== undefined){
let data31 = data.execution;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.protocol !== undefined){
let data32 = data31.protocol;
if(typeof data32 !== "string"){
const err68 = {instancePath:instancePath+"/execution/protocol",schemaPath:"#/properties/execution/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!((((((data32 === "mcp") || (data32 === "http")) || (data32 === "https")) || (data32 === "stdio")) || (data32 === "websocket")) || (data32 === "grpc"))){
const err69 = {instancePath:instancePath+"/execution/protocol",schemaPath:"#/properties/execution/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema6.properties.execution.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data31.auth_method !== undefined){
if(typeof data31.auth_method !== "string"){
const err70 = {instancePath:instancePath+"/execution/auth_method",schemaPath:"#/properties/execution/properties/auth_method/type",keyword:"type",params:{type: "string"}};
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
const err71 = {instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/type",keyword:"type",params:{type: "object"}};
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
const err72 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
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
