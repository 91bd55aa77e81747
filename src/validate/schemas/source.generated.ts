// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:source:1","title":"Source","description":"What an author writes about one AI artifact: the source of a trust passport.","type":"object","properties":{"$schema":{"description":"In JSON alone: where this schema is, for the editor. Nothing of it comes into a passport.","type":"string"},"artifact":{"description":"The artifact itself.","type":"object","properties":{"id":{"description":"Identifier in the registry; the slug where none is given.","type":"string","minLength":1,"pattern":"^[A-Za-z0-9._:@/-]+$","maxLength":200},"slug":{"description":"Short name in addresses: lower-case letters, digits, dot, underscore, hyphen; owner--repo where it has an owner.","examples":["library-hours","town-library--desk"],"type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$","maxLength":200},"name":{"description":"Name as people know it.","type":"string","minLength":1,"maxLength":200},"type":{"description":"What kind of artifact it is.","type":"string","enum":["agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]},"url":{"description":"Where the artifact lives: its home page or repository.","examples":["https://example.org/library-hours"],"type":"string","minLength":1,"pattern":"^https?://[^\\s<>\"]+$","maxLength":2000},"categories":{"description":"What the artifact is for, in the registry's artifact categories; the most fitting first.","type":"array","items":{"description":"An artifact category, such as mcp-servers.","examples":["app-builders","automation","browser-extensions","chatbots-assistants","code-editors","data-analysis","image-generation","llm-apis","mcp-servers","model-training","testing-quality","voice-audio"],"type":"string","minLength":1,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"minItems":1},"tags":{"description":"Free words that help people find it.","type":"array","items":{"description":"A tag.","type":"string","minLength":1}},"pricing":{"description":"What it costs.","type":"object","properties":{"model":{"description":"How it is paid for.","type":"string","enum":["open_source","free","freemium","paid","usage","unknown"]},"starting_price":{"description":"The lowest price and its unit, such as \"$10 per month\"; null or absent where there is none.","examples":["$10 per month","$0.15 per million input tokens"],"type":["string","null"],"minLength":1}},"required":["model"],"additionalProperties":false},"status":{"description":"Whether it is kept up; active where not given.","type":"string","enum":["active","inactive"]}},"required":["slug","name","type","url","categories","pricing"],"additionalProperties":false},"capabilities":{"description":"What it can do: one entry for each distinct ability, the most important first, as the trust block keeps only the first ten requirements and limitations.","type":"array","minItems":1,"items":{"description":"One ability.","type":"object","properties":{"name":{"description":"The ability in a few words; its capability:// address is made from it.","type":"string","minLength":1,"maxLength":300},"description":{"description":"How it works and what comes out: at least two sentences.","type":"string","minLength":1},"intents":{"description":"What a person would say who needs this, in their own words.","type":"array","items":{"description":"Such as: I need to read a scanned invoice.","type":"string","minLength":1}},"best_for":{"description":"Who or what this suits best.","type":"array","items":{"description":"A kind of user or use.","type":"string","minLength":1}},"limitations":{"description":"How this fails, and what it does not do. These become the passport's failure modes.","type":"array","items":{"description":"One way in which it fails or falls short.","type":"string","minLength":1}},"requires":{"description":"What it needs to run: keys, accounts, network, files, programs. These become the passport's permissions.","type":"array","items":{"description":"One thing it needs.","type":"string","minLength":1}},"input_types":{"description":"What goes in.","type":"array","items":{"description":"A kind of input, such as: text (UTF-8).","examples":["text (UTF-8)"],"type":"string","minLength":1}},"output_types":{"description":"What comes out.","type":"array","items":{"description":"A kind of output.","examples":["JSON"],"type":"string","minLength":1}},"categories":{"description":"The registry's capability categories; the first one becomes part of the capability's address.","type":"array","items":{"description":"A capability category, such as tool-use-integration.","examples":["automation-workflow","code-generation-editing","data-processing-analysis","image-visual","memory-knowledge","planning-reasoning","safety-moderation","search-retrieval","text-generation-language","tool-use-integration"],"type":"string","minLength":1,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"minItems":1}},"required":["name","description","intents","best_for","limitations","requires","input_types","output_types","categories"],"additionalProperties":false}}},"required":["artifact","capabilities"],"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

const pattern0 = new RegExp("^[A-Za-z0-9._:@/-]+$", "u");
const pattern1 = new RegExp("^[a-z0-9._-]+$", "u");
const pattern2 = new RegExp("^https?://[^\\s<>\"]+$", "u");
const pattern3 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:source:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.artifact === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "artifact"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.capabilities === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "capabilities"}};
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
if(!(((key0 === "$schema") || (key0 === "artifact")) || (key0 === "capabilities"))){
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
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.artifact !== undefined){
let data1 = data.artifact;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.slug === undefined){
const err4 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "slug"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.name === undefined){
const err5 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.type === undefined){
const err6 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.url === undefined){
const err7 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1.categories === undefined){
const err8 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.pricing === undefined){
const err9 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "pricing"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(errors >= MAX_ERRORS) break;
if(!(func2.call(schema6.properties.artifact.properties, key1))){
const err10 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.id !== undefined){
let data2 = data1.id;
if(typeof data2 === "string"){
if(data2.length > 200 && codePoints(data2) > 200){
const err11 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern0.test(data2)){
const err13 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@/-]+$"}};
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
const err14 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.slug !== undefined){
let data3 = data1.slug;
if(typeof data3 === "string"){
if(data3.length > 200 && codePoints(data3) > 200){
const err15 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data3.length < 1){
const err16 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern1.test(data3)){
const err17 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
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
const err18 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data1.name !== undefined){
let data4 = data1.name;
if(typeof data4 === "string"){
if(data4.length > 200 && codePoints(data4) > 200){
const err19 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data4.length < 1){
const err20 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data1.type !== undefined){
let data5 = data1.type;
if(typeof data5 !== "string"){
const err22 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(((((((((((((((((((data5 === "agent") || (data5 === "api")) || (data5 === "app")) || (data5 === "benchmark")) || (data5 === "cli")) || (data5 === "dataset")) || (data5 === "extension")) || (data5 === "finetune")) || (data5 === "framework")) || (data5 === "mcp")) || (data5 === "model")) || (data5 === "platform")) || (data5 === "product")) || (data5 === "prompt")) || (data5 === "repo")) || (data5 === "skill")) || (data5 === "template")) || (data5 === "webapp")) || (data5 === "workflow"))){
const err23 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.type.enum}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data1.url !== undefined){
let data6 = data1.url;
if(typeof data6 === "string"){
if(data6.length > 2000 && codePoints(data6) > 2000){
const err24 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data6.length < 1){
const err25 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern2.test(data6)){
const err26 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s<>\"]+$"}};
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
const err27 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data1.categories !== undefined){
let data7 = data1.categories;
if(Array.isArray(data7)){
if(data7.length < 1){
const err28 = {instancePath:instancePath+"/artifact/categories",schemaPath:"#/properties/artifact/properties/categories/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data8 = data7[i0];
if(typeof data8 === "string"){
if(data8.length < 1){
const err29 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern3.test(data8)){
const err30 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/type",keyword:"type",params:{type: "string"}};
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
const err32 = {instancePath:instancePath+"/artifact/categories",schemaPath:"#/properties/artifact/properties/categories/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data1.tags !== undefined){
let data9 = data1.tags;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data10 = data9[i1];
if(typeof data10 === "string"){
if(data10.length < 1){
const err33 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err34 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/type",keyword:"type",params:{type: "string"}};
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
const err35 = {instancePath:instancePath+"/artifact/tags",schemaPath:"#/properties/artifact/properties/tags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data1.pricing !== undefined){
let data11 = data1.pricing;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.model === undefined){
const err36 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key2 in data11){
if(errors >= MAX_ERRORS) break;
if(!((key2 === "model") || (key2 === "starting_price"))){
const err37 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.model !== undefined){
let data12 = data11.model;
if(typeof data12 !== "string"){
const err38 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!((((((data12 === "open_source") || (data12 === "free")) || (data12 === "freemium")) || (data12 === "paid")) || (data12 === "usage")) || (data12 === "unknown"))){
const err39 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.pricing.properties.model.enum}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.starting_price !== undefined){
let data13 = data11.starting_price;
if((typeof data13 !== "string") && (data13 !== null)){
const err40 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/type",keyword:"type",params:{type: schema6.properties.artifact.properties.pricing.properties.starting_price.type}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data13 === "string"){
if(data13.length < 1){
const err41 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/minLength",keyword:"minLength",params:{limit: 1}};
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
}
else {
const err42 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data1.status !== undefined){
let data14 = data1.status;
if(typeof data14 !== "string"){
const err43 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data14 === "active") || (data14 === "inactive"))){
const err44 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.status.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data15 = data.capabilities;
if(Array.isArray(data15)){
if(data15.length < 1){
const err46 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(errors >= MAX_ERRORS) break;
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.name === undefined){
const err47 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data16.description === undefined){
const err48 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data16.intents === undefined){
const err49 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "intents"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data16.best_for === undefined){
const err50 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "best_for"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data16.limitations === undefined){
const err51 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "limitations"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data16.requires === undefined){
const err52 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "requires"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data16.input_types === undefined){
const err53 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "input_types"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data16.output_types === undefined){
const err54 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "output_types"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data16.categories === undefined){
const err55 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key3 in data16){
if(errors >= MAX_ERRORS) break;
if(!(func2.call(schema6.properties.capabilities.items.properties, key3))){
const err56 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data16.name !== undefined){
let data17 = data16.name;
if(typeof data17 === "string"){
if(data17.length > 300 && codePoints(data17) > 300){
const err57 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 300}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data17.length < 1){
const err58 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err59 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data16.description !== undefined){
let data18 = data16.description;
if(typeof data18 === "string"){
if(data18.length < 1){
const err60 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
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
const err61 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data16.intents !== undefined){
let data19 = data16.intents;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
if(errors >= MAX_ERRORS) break;
let data20 = data19[i3];
if(typeof data20 === "string"){
if(data20.length < 1){
const err62 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err63 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/capabilities/" + i2+"/intents",schemaPath:"#/properties/capabilities/items/properties/intents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data16.best_for !== undefined){
let data21 = data16.best_for;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
if(errors >= MAX_ERRORS) break;
let data22 = data21[i4];
if(typeof data22 === "string"){
if(data22.length < 1){
const err65 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/type",keyword:"type",params:{type: "string"}};
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
const err67 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for",schemaPath:"#/properties/capabilities/items/properties/best_for/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data16.limitations !== undefined){
let data23 = data16.limitations;
if(Array.isArray(data23)){
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
if(errors >= MAX_ERRORS) break;
let data24 = data23[i5];
if(typeof data24 === "string"){
if(data24.length < 1){
const err68 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/type",keyword:"type",params:{type: "string"}};
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
const err70 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations",schemaPath:"#/properties/capabilities/items/properties/limitations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data16.requires !== undefined){
let data25 = data16.requires;
if(Array.isArray(data25)){
const len6 = data25.length;
for(let i6=0; i6<len6; i6++){
if(errors >= MAX_ERRORS) break;
let data26 = data25[i6];
if(typeof data26 === "string"){
if(data26.length < 1){
const err71 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/capabilities/" + i2+"/requires",schemaPath:"#/properties/capabilities/items/properties/requires/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data16.input_types !== undefined){
let data27 = data16.input_types;
if(Array.isArray(data27)){
const len7 = data27.length;
for(let i7=0; i7<len7; i7++){
if(errors >= MAX_ERRORS) break;
let data28 = data27[i7];
if(typeof data28 === "string"){
if(data28.length < 1){
const err74 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types",schemaPath:"#/properties/capabilities/items/properties/input_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data16.output_types !== undefined){
let data29 = data16.output_types;
if(Array.isArray(data29)){
const len8 = data29.length;
for(let i8=0; i8<len8; i8++){
if(errors >= MAX_ERRORS) break;
let data30 = data29[i8];
if(typeof data30 === "string"){
if(data30.length < 1){
const err77 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types",schemaPath:"#/properties/capabilities/items/properties/output_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data16.categories !== undefined){
let data31 = data16.categories;
if(Array.isArray(data31)){
if(data31.length < 1){
const err80 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
const len9 = data31.length;
for(let i9=0; i9<len9; i9++){
if(errors >= MAX_ERRORS) break;
let data32 = data31[i9];
if(typeof data32 === "string"){
if(data32.length < 1){
const err81 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!pattern3.test(data32)){
const err82 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/type",keyword:"type",params:{type: "object"}};
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
const err86 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
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
