// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:observations:1","title":"Observations","description":"What only a registry knows about an artifact. Every part may be left out.","type":"object","properties":{"verified":{"description":"Whether the registry has verified who built the artifact; false where not given.","type":"boolean"},"rank":{"description":"The five components of the score, each from 0 to 1; the registry profile says what a missing one counts.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on, from 0 to 1.","type":"number","minimum":0,"maximum":1}},"required":[],"additionalProperties":false},"outcomes":{"description":"What was seen when the artifact was matched to requests.","type":"object","properties":{"matches":{"description":"How often it was matched.","type":"integer","minimum":0},"success_rate":{"description":"The share of matches that went well, from 0 to 1.","type":"number","minimum":0,"maximum":1},"avg_confidence":{"description":"Mean confidence of the matches, from 0 to 1.","type":"number","minimum":0,"maximum":1},"top_intents":{"description":"What it was most often matched for.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"last_matched_at":{"description":"When it was last matched, RFC 3339 UTC; null for never.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":[],"additionalProperties":false},"maintenance":{"description":"When the artifact was last seen to change.","type":"object","properties":{"updated_at":{"description":"When the registry last updated its entry, RFC 3339 UTC.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_scraped_at":{"description":"When the registry last read the artifact's own pages, RFC 3339 UTC.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_commit":{"description":"When its code last changed, RFC 3339 UTC.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":[],"additionalProperties":false},"community":{"description":"Counters from other sites; null where not known.","type":"object","properties":{"stars":{"description":"Stars.","type":["integer","null"],"minimum":0},"forks":{"description":"Forks.","type":["integer","null"],"minimum":0},"weekly_downloads":{"description":"Package downloads in a week.","type":["integer","null"],"minimum":0},"model_downloads":{"description":"Model downloads.","type":["integer","null"],"minimum":0},"model_likes":{"description":"Model likes.","type":["integer","null"],"minimum":0}},"required":[],"additionalProperties":false},"capabilities":{"description":"By capability number, counted from \"0\".","type":"object","additionalProperties":false,"patternProperties":{"^(0|[1-9][0-9]*)$":{"description":"What was seen of one capability.","type":"object","properties":{"confidence":{"description":"Confidence that it can do this, from 0 to 1; 0.5 where not given.","type":"number","minimum":0,"maximum":1},"matches":{"description":"How often this capability was matched.","type":"integer","minimum":0},"success_rate":{"description":"The share that went well, from 0 to 1.","type":"number","minimum":0,"maximum":1}},"required":[],"additionalProperties":false}}}},"required":[],"additionalProperties":false};

const pattern0 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$", "u");
const pattern4 = new RegExp("^(0|[1-9][0-9]*)$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:observations:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((((((key0 === "verified") || (key0 === "rank")) || (key0 === "outcomes")) || (key0 === "maintenance")) || (key0 === "community")) || (key0 === "capabilities"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.verified !== undefined){
if(typeof data.verified !== "boolean"){
const err1 = {instancePath:instancePath+"/verified",schemaPath:"#/properties/verified/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rank !== undefined){
let data1 = data.rank;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(errors >= MAX_ERRORS) break;
if(!(((((key1 === "adoption") || (key1 === "quality")) || (key1 === "ecosystem")) || (key1 === "match_graph")) || (key1 === "freshness"))){
const err2 = {instancePath:instancePath+"/rank",schemaPath:"#/properties/rank/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.adoption !== undefined){
let data2 = data1.adoption;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err3 = {instancePath:instancePath+"/rank/adoption",schemaPath:"#/properties/rank/properties/adoption/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/rank/adoption",schemaPath:"#/properties/rank/properties/adoption/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err5 = {instancePath:instancePath+"/rank/adoption",schemaPath:"#/properties/rank/properties/adoption/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.quality !== undefined){
let data3 = data1.quality;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1 || isNaN(data3)){
const err6 = {instancePath:instancePath+"/rank/quality",schemaPath:"#/properties/rank/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/rank/quality",schemaPath:"#/properties/rank/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err8 = {instancePath:instancePath+"/rank/quality",schemaPath:"#/properties/rank/properties/quality/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.ecosystem !== undefined){
let data4 = data1.ecosystem;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/rank/ecosystem",schemaPath:"#/properties/rank/properties/ecosystem/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/rank/ecosystem",schemaPath:"#/properties/rank/properties/ecosystem/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err11 = {instancePath:instancePath+"/rank/ecosystem",schemaPath:"#/properties/rank/properties/ecosystem/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.match_graph !== undefined){
let data5 = data1.match_graph;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/rank/match_graph",schemaPath:"#/properties/rank/properties/match_graph/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/rank/match_graph",schemaPath:"#/properties/rank/properties/match_graph/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err14 = {instancePath:instancePath+"/rank/match_graph",schemaPath:"#/properties/rank/properties/match_graph/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.freshness !== undefined){
let data6 = data1.freshness;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/rank/freshness",schemaPath:"#/properties/rank/properties/freshness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/rank/freshness",schemaPath:"#/properties/rank/properties/freshness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err17 = {instancePath:instancePath+"/rank/freshness",schemaPath:"#/properties/rank/properties/freshness/type",keyword:"type",params:{type: "number"}};
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
const err18 = {instancePath:instancePath+"/rank",schemaPath:"#/properties/rank/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.outcomes !== undefined){
let data7 = data.outcomes;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(errors >= MAX_ERRORS) break;
if(!(((((key2 === "matches") || (key2 === "success_rate")) || (key2 === "avg_confidence")) || (key2 === "top_intents")) || (key2 === "last_matched_at"))){
const err19 = {instancePath:instancePath+"/outcomes",schemaPath:"#/properties/outcomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.matches !== undefined){
let data8 = data7.matches;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/outcomes/matches",schemaPath:"#/properties/outcomes/properties/matches/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/outcomes/matches",schemaPath:"#/properties/outcomes/properties/matches/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data7.success_rate !== undefined){
let data9 = data7.success_rate;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 1 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/outcomes/success_rate",schemaPath:"#/properties/outcomes/properties/success_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err23 = {instancePath:instancePath+"/outcomes/success_rate",schemaPath:"#/properties/outcomes/properties/success_rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err24 = {instancePath:instancePath+"/outcomes/success_rate",schemaPath:"#/properties/outcomes/properties/success_rate/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data7.avg_confidence !== undefined){
let data10 = data7.avg_confidence;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/outcomes/avg_confidence",schemaPath:"#/properties/outcomes/properties/avg_confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err26 = {instancePath:instancePath+"/outcomes/avg_confidence",schemaPath:"#/properties/outcomes/properties/avg_confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err27 = {instancePath:instancePath+"/outcomes/avg_confidence",schemaPath:"#/properties/outcomes/properties/avg_confidence/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data7.top_intents !== undefined){
let data11 = data7.top_intents;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data12 = data11[i0];
if(typeof data12 === "string"){
if(data12.length < 1){
const err28 = {instancePath:instancePath+"/outcomes/top_intents/" + i0,schemaPath:"#/properties/outcomes/properties/top_intents/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err29 = {instancePath:instancePath+"/outcomes/top_intents/" + i0,schemaPath:"#/properties/outcomes/properties/top_intents/items/type",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/outcomes/top_intents",schemaPath:"#/properties/outcomes/properties/top_intents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data7.last_matched_at !== undefined){
let data13 = data7.last_matched_at;
if((typeof data13 !== "string") && (data13 !== null)){
const err31 = {instancePath:instancePath+"/outcomes/last_matched_at",schemaPath:"#/properties/outcomes/properties/last_matched_at/type",keyword:"type",params:{type: schema6.properties.outcomes.properties.last_matched_at.type}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
const err32 = {instancePath:instancePath+"/outcomes/last_matched_at",schemaPath:"#/properties/outcomes/properties/last_matched_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
else {
const err33 = {instancePath:instancePath+"/outcomes",schemaPath:"#/properties/outcomes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.maintenance !== undefined){
let data14 = data.maintenance;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
if(errors >= MAX_ERRORS) break;
if(!(((key3 === "updated_at") || (key3 === "last_scraped_at")) || (key3 === "last_commit"))){
const err34 = {instancePath:instancePath+"/maintenance",schemaPath:"#/properties/maintenance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data14.updated_at !== undefined){
let data15 = data14.updated_at;
if((typeof data15 !== "string") && (data15 !== null)){
const err35 = {instancePath:instancePath+"/maintenance/updated_at",schemaPath:"#/properties/maintenance/properties/updated_at/type",keyword:"type",params:{type: schema6.properties.maintenance.properties.updated_at.type}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(typeof data15 === "string"){
if(!pattern0.test(data15)){
const err36 = {instancePath:instancePath+"/maintenance/updated_at",schemaPath:"#/properties/maintenance/properties/updated_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data14.last_scraped_at !== undefined){
let data16 = data14.last_scraped_at;
if((typeof data16 !== "string") && (data16 !== null)){
const err37 = {instancePath:instancePath+"/maintenance/last_scraped_at",schemaPath:"#/properties/maintenance/properties/last_scraped_at/type",keyword:"type",params:{type: schema6.properties.maintenance.properties.last_scraped_at.type}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err38 = {instancePath:instancePath+"/maintenance/last_scraped_at",schemaPath:"#/properties/maintenance/properties/last_scraped_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
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
if(data14.last_commit !== undefined){
let data17 = data14.last_commit;
if((typeof data17 !== "string") && (data17 !== null)){
const err39 = {instancePath:instancePath+"/maintenance/last_commit",schemaPath:"#/properties/maintenance/properties/last_commit/type",keyword:"type",params:{type: schema6.properties.maintenance.properties.last_commit.type}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data17 === "string"){
if(!pattern0.test(data17)){
const err40 = {instancePath:instancePath+"/maintenance/last_commit",schemaPath:"#/properties/maintenance/properties/last_commit/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
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
const err41 = {instancePath:instancePath+"/maintenance",schemaPath:"#/properties/maintenance/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.community !== undefined){
let data18 = data.community;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(errors >= MAX_ERRORS) break;
if(!(((((key4 === "stars") || (key4 === "forks")) || (key4 === "weekly_downloads")) || (key4 === "model_downloads")) || (key4 === "model_likes"))){
const err42 = {instancePath:instancePath+"/community",schemaPath:"#/properties/community/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data18.stars !== undefined){
let data19 = data18.stars;
if((!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))) && (data19 !== null)){
const err43 = {instancePath:instancePath+"/community/stars",schemaPath:"#/properties/community/properties/stars/type",keyword:"type",params:{type: schema6.properties.community.properties.stars.type}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err44 = {instancePath:instancePath+"/community/stars",schemaPath:"#/properties/community/properties/stars/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data18.forks !== undefined){
let data20 = data18.forks;
if((!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))) && (data20 !== null)){
const err45 = {instancePath:instancePath+"/community/forks",schemaPath:"#/properties/community/properties/forks/type",keyword:"type",params:{type: schema6.properties.community.properties.forks.type}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err46 = {instancePath:instancePath+"/community/forks",schemaPath:"#/properties/community/properties/forks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data18.weekly_downloads !== undefined){
let data21 = data18.weekly_downloads;
if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (data21 !== null)){
const err47 = {instancePath:instancePath+"/community/weekly_downloads",schemaPath:"#/properties/community/properties/weekly_downloads/type",keyword:"type",params:{type: schema6.properties.community.properties.weekly_downloads.type}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err48 = {instancePath:instancePath+"/community/weekly_downloads",schemaPath:"#/properties/community/properties/weekly_downloads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data18.model_downloads !== undefined){
let data22 = data18.model_downloads;
if((!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))) && (data22 !== null)){
const err49 = {instancePath:instancePath+"/community/model_downloads",schemaPath:"#/properties/community/properties/model_downloads/type",keyword:"type",params:{type: schema6.properties.community.properties.model_downloads.type}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err50 = {instancePath:instancePath+"/community/model_downloads",schemaPath:"#/properties/community/properties/model_downloads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data18.model_likes !== undefined){
let data23 = data18.model_likes;
if((!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))) && (data23 !== null)){
const err51 = {instancePath:instancePath+"/community/model_likes",schemaPath:"#/properties/community/properties/model_likes/type",keyword:"type",params:{type: schema6.properties.community.properties.model_likes.type}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err52 = {instancePath:instancePath+"/community/model_likes",schemaPath:"#/properties/community/properties/model_likes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err53 = {instancePath:instancePath+"/community",schemaPath:"#/properties/community/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data24 = data.capabilities;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key5 in data24){
if(errors >= MAX_ERRORS) break;
if(!(pattern4.test(key5))){
const err54 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
for(const key6 in data24){
if(errors >= MAX_ERRORS) break;
if(pattern4.test(key6)){
let data25 = data24[key6];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key7 in data25){
if(errors >= MAX_ERRORS) break;
if(!(((key7 === "confidence") || (key7 === "matches")) || (key7 === "success_rate"))){
const err55 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data25.confidence !== undefined){
let data26 = data25.confidence;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 1 || isNaN(data26)){
const err56 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/confidence",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data26 < 0 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/confidence",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err58 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/confidence",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/confidence/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data25.matches !== undefined){
let data27 = data25.matches;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err59 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/matches",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/matches/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
const err60 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/matches",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/matches/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data25.success_rate !== undefined){
let data28 = data25.success_rate;
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 1 || isNaN(data28)){
const err61 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/success_rate",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/success_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data28 < 0 || isNaN(data28)){
const err62 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/success_rate",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/success_rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err63 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/success_rate",schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/properties/success_rate/type",keyword:"type",params:{type: "number"}};
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
const err64 = {instancePath:instancePath+"/capabilities/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/capabilities/patternProperties/%5E(0%7C%5B1-9%5D%5B0-9%5D*)%24/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
else {
const err65 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "object"}};
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
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
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
