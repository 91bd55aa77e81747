// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:source:1","title":"Source","description":"What an author writes about one AI artifact: the source of a trust passport.","type":"object","properties":{"artifact":{"description":"The artifact itself.","type":"object","properties":{"id":{"description":"Identifier in the registry; the slug where none is given.","type":"string","minLength":1,"pattern":"^[A-Za-z0-9._:@/-]+$","maxLength":200},"slug":{"description":"Short name in addresses: lower-case letters, digits, dot, underscore, hyphen; owner--repo where it has an owner.","examples":["library-hours","town-library--desk"],"type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$","maxLength":200},"name":{"description":"Name as people know it.","type":"string","minLength":1,"maxLength":200},"type":{"description":"What kind of artifact it is.","type":"string","enum":["agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]},"url":{"description":"Where the artifact lives: its home page or repository.","examples":["https://example.org/library-hours"],"type":"string","minLength":1,"pattern":"^https?://[^\\s<>\"]+$","maxLength":2000},"categories":{"description":"What the artifact is for, in the registry's artifact categories; the most fitting first.","type":"array","items":{"description":"An artifact category, such as mcp-servers.","examples":["app-builders","automation","browser-extensions","chatbots-assistants","code-editors","data-analysis","image-generation","llm-apis","mcp-servers","model-training","testing-quality","voice-audio"],"type":"string","minLength":1,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"minItems":1},"tags":{"description":"Free words that help people find it.","type":"array","items":{"description":"A tag.","type":"string","minLength":1}},"pricing":{"description":"What it costs.","type":"object","properties":{"model":{"description":"How it is paid for.","type":"string","enum":["open_source","free","freemium","paid","usage","unknown"]},"starting_price":{"description":"The lowest price and its unit, such as \"$10 per month\"; null or absent where there is none.","examples":["$10 per month","$0.15 per million input tokens"],"type":["string","null"],"minLength":1}},"required":["model"],"additionalProperties":false},"status":{"description":"Whether it is kept up; active where not given.","type":"string","enum":["active","inactive"]}},"required":["slug","name","type","url","categories","pricing"],"additionalProperties":false},"capabilities":{"description":"What it can do: one entry for each distinct ability, the most important first, as the trust block keeps only the first ten requirements and limitations.","type":"array","minItems":1,"items":{"description":"One ability.","type":"object","properties":{"name":{"description":"The ability in a few words; its capability:// address is made from it.","type":"string","minLength":1,"maxLength":300},"description":{"description":"How it works and what comes out: at least two sentences.","type":"string","minLength":1},"intents":{"description":"What a person would say who needs this, in their own words.","type":"array","items":{"description":"Such as: I need to read a scanned invoice.","type":"string","minLength":1}},"best_for":{"description":"Who or what this suits best.","type":"array","items":{"description":"A kind of user or use.","type":"string","minLength":1}},"limitations":{"description":"How this fails, and what it does not do. These become the passport's failure modes.","type":"array","items":{"description":"One way in which it fails or falls short.","type":"string","minLength":1}},"requires":{"description":"What it needs to run: keys, accounts, network, files, programs. These become the passport's permissions.","type":"array","items":{"description":"One thing it needs.","type":"string","minLength":1}},"input_types":{"description":"What goes in.","type":"array","items":{"description":"A kind of input, such as: text (UTF-8).","examples":["text (UTF-8)"],"type":"string","minLength":1}},"output_types":{"description":"What comes out.","type":"array","items":{"description":"A kind of output.","examples":["JSON"],"type":"string","minLength":1}},"categories":{"description":"The registry's capability categories; the first one becomes part of the capability's address.","type":"array","items":{"description":"A capability category, such as tool-use-integration.","examples":["automation-workflow","code-generation-editing","data-processing-analysis","image-visual","memory-knowledge","planning-reasoning","safety-moderation","search-retrieval","text-generation-language","tool-use-integration"],"type":"string","minLength":1,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"minItems":1}},"required":["name","description","intents","best_for","limitations","requires","input_types","output_types","categories"],"additionalProperties":false}}},"required":["artifact","capabilities"],"additionalProperties":false};
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
if(!((key0 === "artifact") || (key0 === "capabilities"))){
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
if(data.artifact !== undefined){
let data0 = data.artifact;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.slug === undefined){
const err3 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "slug"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.name === undefined){
const err4 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.type === undefined){
const err5 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.url === undefined){
const err6 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.categories === undefined){
const err7 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data0.pricing === undefined){
const err8 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "pricing"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data0){
if(!(func2.call(schema6.properties.artifact.properties, key1))){
const err9 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.id !== undefined){
let data1 = data0.id;
if(typeof data1 === "string"){
if(data1.length > 200 && codePoints(data1) > 200){
const err10 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data1.length < 1){
const err11 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data1)){
const err12 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:@/-]+$"}};
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
const err13 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.slug !== undefined){
let data2 = data0.slug;
if(typeof data2 === "string"){
if(data2.length > 200 && codePoints(data2) > 200){
const err14 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data2.length < 1){
const err15 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern1.test(data2)){
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
if(data0.name !== undefined){
let data3 = data0.name;
if(typeof data3 === "string"){
if(data3.length > 200 && codePoints(data3) > 200){
const err18 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data3.length < 1){
const err19 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err20 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.type !== undefined){
let data4 = data0.type;
if(typeof data4 !== "string"){
const err21 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!(((((((((((((((((((data4 === "agent") || (data4 === "api")) || (data4 === "app")) || (data4 === "benchmark")) || (data4 === "cli")) || (data4 === "dataset")) || (data4 === "extension")) || (data4 === "finetune")) || (data4 === "framework")) || (data4 === "mcp")) || (data4 === "model")) || (data4 === "platform")) || (data4 === "product")) || (data4 === "prompt")) || (data4 === "repo")) || (data4 === "skill")) || (data4 === "template")) || (data4 === "webapp")) || (data4 === "workflow"))){
const err22 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.type.enum}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data0.url !== undefined){
let data5 = data0.url;
if(typeof data5 === "string"){
if(data5.length > 2000 && codePoints(data5) > 2000){
const err23 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data5.length < 1){
const err24 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern2.test(data5)){
const err25 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s<>\"]+$"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data0.categories !== undefined){
let data6 = data0.categories;
if(Array.isArray(data6)){
if(data6.length < 1){
const err27 = {instancePath:instancePath+"/artifact/categories",schemaPath:"#/properties/artifact/properties/categories/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(data7.length < 1){
const err28 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern3.test(data7)){
const err29 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/type",keyword:"type",params:{type: "string"}};
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
const err31 = {instancePath:instancePath+"/artifact/categories",schemaPath:"#/properties/artifact/properties/categories/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data0.tags !== undefined){
let data8 = data0.tags;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(data9.length < 1){
const err32 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/type",keyword:"type",params:{type: "string"}};
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
const err34 = {instancePath:instancePath+"/artifact/tags",schemaPath:"#/properties/artifact/properties/tags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data0.pricing !== undefined){
let data10 = data0.pricing;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.model === undefined){
const err35 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key2 in data10){
if(!((key2 === "model") || (key2 === "starting_price"))){
const err36 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data10.model !== undefined){
let data11 = data10.model;
if(typeof data11 !== "string"){
const err37 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!((((((data11 === "open_source") || (data11 === "free")) || (data11 === "freemium")) || (data11 === "paid")) || (data11 === "usage")) || (data11 === "unknown"))){
const err38 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.pricing.properties.model.enum}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data10.starting_price !== undefined){
let data12 = data10.starting_price;
if((typeof data12 !== "string") && (data12 !== null)){
const err39 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/type",keyword:"type",params:{type: schema6.properties.artifact.properties.pricing.properties.starting_price.type}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data12 === "string"){
if(data12.length < 1){
const err40 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
else {
const err41 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data0.status !== undefined){
let data13 = data0.status;
if(typeof data13 !== "string"){
const err42 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!((data13 === "active") || (data13 === "inactive"))){
const err43 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/enum",keyword:"enum",params:{allowedValues: schema6.properties.artifact.properties.status.enum}};
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
const err44 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data14 = data.capabilities;
if(Array.isArray(data14)){
if(data14.length < 1){
const err45 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.name === undefined){
const err46 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data15.description === undefined){
const err47 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data15.intents === undefined){
const err48 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "intents"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data15.best_for === undefined){
const err49 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "best_for"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data15.limitations === undefined){
const err50 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "limitations"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data15.requires === undefined){
const err51 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "requires"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data15.input_types === undefined){
const err52 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "input_types"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data15.output_types === undefined){
const err53 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "output_types"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data15.categories === undefined){
const err54 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key3 in data15){
if(!(func2.call(schema6.properties.capabilities.items.properties, key3))){
const err55 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data15.name !== undefined){
let data16 = data15.name;
if(typeof data16 === "string"){
if(data16.length > 300 && codePoints(data16) > 300){
const err56 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 300}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data16.length < 1){
const err57 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err58 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data15.description !== undefined){
let data17 = data15.description;
if(typeof data17 === "string"){
if(data17.length < 1){
const err59 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data15.intents !== undefined){
let data18 = data15.intents;
if(Array.isArray(data18)){
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
if(typeof data19 === "string"){
if(data19.length < 1){
const err61 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/type",keyword:"type",params:{type: "string"}};
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
const err63 = {instancePath:instancePath+"/capabilities/" + i2+"/intents",schemaPath:"#/properties/capabilities/items/properties/intents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data15.best_for !== undefined){
let data20 = data15.best_for;
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
let data21 = data20[i4];
if(typeof data21 === "string"){
if(data21.length < 1){
const err64 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/type",keyword:"type",params:{type: "string"}};
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
const err66 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for",schemaPath:"#/properties/capabilities/items/properties/best_for/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data15.limitations !== undefined){
let data22 = data15.limitations;
if(Array.isArray(data22)){
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
let data23 = data22[i5];
if(typeof data23 === "string"){
if(data23.length < 1){
const err67 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations",schemaPath:"#/properties/capabilities/items/properties/limitations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data15.requires !== undefined){
let data24 = data15.requires;
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
let data25 = data24[i6];
if(typeof data25 === "string"){
if(data25.length < 1){
const err70 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/type",keyword:"type",params:{type: "string"}};
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
const err72 = {instancePath:instancePath+"/capabilities/" + i2+"/requires",schemaPath:"#/properties/capabilities/items/properties/requires/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data15.input_types !== undefined){
let data26 = data15.input_types;
if(Array.isArray(data26)){
const len7 = data26.length;
for(let i7=0; i7<len7; i7++){
let data27 = data26[i7];
if(typeof data27 === "string"){
if(data27.length < 1){
const err73 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types",schemaPath:"#/properties/capabilities/items/properties/input_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data15.output_types !== undefined){
let data28 = data15.output_types;
if(Array.isArray(data28)){
const len8 = data28.length;
for(let i8=0; i8<len8; i8++){
let data29 = data28[i8];
if(typeof data29 === "string"){
if(data29.length < 1){
const err76 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types",schemaPath:"#/properties/capabilities/items/properties/output_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data15.categories !== undefined){
let data30 = data15.categories;
if(Array.isArray(data30)){
if(data30.length < 1){
const err79 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
const len9 = data30.length;
for(let i9=0; i9<len9; i9++){
let data31 = data30[i9];
if(typeof data31 === "string"){
if(data31.length < 1){
const err80 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!pattern3.test(data31)){
const err81 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/type",keyword:"type",params:{type: "array"}};
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
const err84 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/type",keyword:"type",params:{type: "object"}};
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
const err85 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "array"}};
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
const err86 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
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
export { schema6 as schema };
