// Generated from schemas/ by `npm run generate`. Do not edit.
// @ts-nocheck
export const validate = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:trust-passport:schema:passport:1","title":"PassportDocument","description":"A trust passport: a signed statement about one AI artifact, with its links.","type":"object","properties":{"passport":{"$ref":"#/definitions/envelope"},"_links":{"$ref":"#/definitions/links"},"_cosignatures":{"description":"What others have signed about this passport. Each protects itself alone; the list is not signed.","type":"array","items":{"$ref":"#/definitions/cosignature"},"maxItems":32}},"required":["passport","_links"],"additionalProperties":false,"definitions":{"envelope":{"title":"Envelope","description":"The payload and the signature fields.","type":"object","properties":{"unfragile":{"$ref":"#/definitions/payload"},"signature":{"description":"Ed25519 signature, standard padded base64 of 64 bytes.","type":"string","pattern":"^[A-Za-z0-9+/]{86}==$"},"signedAt":{"description":"When it was signed: RFC 3339 UTC with milliseconds.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},"signedBy":{"description":"Name of the issuer.","type":"string","minLength":1},"version":{"description":"Version of the envelope.","type":"integer","const":1}},"required":["unfragile","signature","signedAt","signedBy","version"],"additionalProperties":false},"payload":{"title":"Payload","description":"What is stated about the artifact.","type":"object","properties":{"@version":{"description":"Version of the passport format.","type":"string","minLength":1},"version":{"description":"Edition of the format.","type":"string","minLength":1},"artifact":{"description":"The artifact.","type":"object","properties":{"id":{"description":"Identifier in the registry.","type":"string","minLength":1},"slug":{"description":"Short name in addresses.","type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$","maxLength":200},"name":{"description":"Name as people know it.","type":"string","minLength":1},"type":{"description":"Kind of artifact.","type":"string","enum":["agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]},"url":{"description":"Where the artifact lives.","type":"string","minLength":1},"page_url":{"description":"The artifact's page at the registry.","type":"string","minLength":1},"categories":{"description":"Artifact categories.","type":"array","items":{"description":"A category.","type":"string","minLength":1}},"tags":{"description":"Tags.","type":"array","items":{"description":"A tag.","type":"string","minLength":1}},"pricing":{"description":"What it costs.","type":"object","properties":{"model":{"description":"How it is paid for.","type":"string","enum":["open_source","free","freemium","paid","usage","unknown"]},"free":{"description":"Whether it can be used without paying.","type":"boolean"},"starting_price":{"description":"The lowest price and its unit.","type":["string","null"],"minLength":1}},"required":["model","free","starting_price"],"additionalProperties":false},"status":{"description":"Whether it is kept up.","type":"string","enum":["active","inactive"]},"verified":{"description":"Whether the registry verified who built it.","type":"boolean"}},"required":["id","slug","name","type","url","page_url","categories","tags","pricing","status","verified"],"additionalProperties":false},"capabilities":{"description":"What it can do.","type":"array","minItems":1,"items":{"title":"Capability","description":"One ability.","type":"object","properties":{"id":{"description":"Identifier.","type":"string","minLength":1},"uri":{"description":"Address made from category and name.","type":"string","minLength":1,"pattern":"^capability://[a-z0-9]+(\\.[a-z0-9]+)*$"},"name":{"description":"The ability in a few words.","type":"string","minLength":1},"description":{"description":"How it works.","type":"string","minLength":1},"intents":{"description":"What a person would say who needs it.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"best_for":{"description":"Who or what it suits.","type":"array","items":{"description":"A use.","type":"string","minLength":1}},"limitations":{"description":"How it fails.","type":"array","items":{"description":"A limitation.","type":"string","minLength":1}},"requires":{"description":"What it needs.","type":"array","items":{"description":"A requirement.","type":"string","minLength":1}},"input_types":{"description":"What goes in.","type":"array","items":{"description":"A kind of input.","type":"string","minLength":1}},"output_types":{"description":"What comes out.","type":"array","items":{"description":"A kind of output.","type":"string","minLength":1}},"categories":{"description":"Capability categories.","type":"array","items":{"description":"A category.","type":"string","minLength":1},"minItems":1},"confidence":{"description":"Confidence, from 0 to 1.","type":"number","minimum":0,"maximum":1},"matches":{"description":"How often it was matched.","type":"integer","minimum":0},"success_rate":{"description":"The share that went well.","type":"number","minimum":0,"maximum":1}},"required":["id","uri","name","description","intents","best_for","limitations","requires","input_types","output_types","categories","confidence","matches","success_rate"],"additionalProperties":false}},"trust":{"description":"What follows from the capabilities and the observations.","type":"object","properties":{"score":{"description":"Weighted sum of the five components, from 0 to 100.","type":"integer","minimum":0,"maximum":100},"verified":{"description":"Whether the registry verified who built it.","type":"boolean"},"data_access_risk":{"description":"How much it can reach.","type":"string","enum":["low","moderate","high"]},"permissions":{"description":"What it needs, capped.","type":"array","items":{"description":"A requirement.","type":"string","minLength":1}},"failure_modes":{"description":"How it fails, capped, and the registry's notes.","type":"array","items":{"description":"A failure mode.","type":"string","minLength":1}},"rank_breakdown":{"description":"The parts of the score.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on, from 0 to 1.","type":"number","minimum":0,"maximum":1},"weights":{"description":"How much each component counts; the five add up to 1.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1}},"required":["adoption","quality","ecosystem","match_graph","freshness"],"additionalProperties":false,"title":"Weights"}},"required":["adoption","quality","ecosystem","match_graph","freshness","weights"],"additionalProperties":false},"observed_outcomes":{"description":"What was seen when it was matched.","type":"object","properties":{"matches":{"description":"How often.","type":"integer","minimum":0},"success_rate":{"description":"The share that went well.","type":"number","minimum":0,"maximum":1},"avg_confidence":{"description":"Mean confidence.","type":"number","minimum":0,"maximum":1},"top_intents":{"description":"What for.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"last_matched_at":{"description":"When last.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":["matches","success_rate","avg_confidence","top_intents","last_matched_at"],"additionalProperties":false},"maintenance":{"description":"When it was last seen to change.","type":"object","properties":{"status":{"description":"Whether it is kept up.","type":"string","enum":["active","inactive"]},"updated_at":{"description":"Entry updated.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_scraped_at":{"description":"Pages read.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_commit":{"description":"Code changed.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":["status","updated_at","last_scraped_at","last_commit"],"additionalProperties":false},"community":{"description":"Counters from other sites.","type":"object","properties":{"stars":{"description":"Stars.","type":["integer","null"],"minimum":0},"forks":{"description":"Forks.","type":["integer","null"],"minimum":0},"weekly_downloads":{"description":"Package downloads in a week.","type":["integer","null"],"minimum":0},"model_downloads":{"description":"Model downloads.","type":["integer","null"],"minimum":0},"model_likes":{"description":"Model likes.","type":["integer","null"],"minimum":0}},"required":["stars","forks","weekly_downloads","model_downloads","model_likes"],"additionalProperties":false}},"required":["score","verified","data_access_risk","permissions","failure_modes","rank_breakdown","observed_outcomes","maintenance","community"],"additionalProperties":false},"distribution":{"description":"Where to go from here.","type":"object","properties":{"claim_url":{"description":"Where a builder claims the listing.","type":"string","minLength":1},"compare_url":{"description":"Where artifacts are compared.","type":"string","minLength":1}},"required":["claim_url","compare_url"],"additionalProperties":false}},"required":["@version","version","artifact","capabilities","trust","distribution"],"additionalProperties":false},"links":{"title":"Links","description":"Addresses at the registry. Never signed, so never trusted.","type":"object","properties":{"self":{"description":"The passport document.","type":"string","minLength":1},"artifact":{"description":"The artifact's page.","type":"string","minLength":1},"verify":{"description":"The registry's verifier.","type":"string","minLength":1},"publicKey":{"description":"The registry's public key.","type":"string","minLength":1},"spec":{"description":"The format's description.","type":"string","minLength":1},"schema":{"description":"The format's schema.","type":"string","minLength":1},"docs":{"description":"The registry's documentation.","type":"string","minLength":1}},"required":["self","artifact","verify","publicKey","spec","schema","docs"],"additionalProperties":false},"cosignature":{"title":"Cosignature","description":"Somebody else's signature about this passport, over a statement that holds the SHA-256 of what the passport's own signature is over.","type":"object","properties":{"signedBy":{"description":"Name of the cosigner.","type":"string","minLength":1,"maxLength":200},"role":{"description":"As what it signs, such as registry or auditor.","type":"string","pattern":"^[a-z0-9-]+$","maxLength":100},"signedAt":{"description":"When it was cosigned: RFC 3339 UTC with milliseconds.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},"signature":{"description":"Ed25519 signature, standard padded base64 of 64 bytes.","type":"string","pattern":"^[A-Za-z0-9+/]{86}==$"}},"required":["signedBy","role","signedAt","signature"],"additionalProperties":false}}};
const schema7 = {"title":"Envelope","description":"The payload and the signature fields.","type":"object","properties":{"unfragile":{"$ref":"#/definitions/payload"},"signature":{"description":"Ed25519 signature, standard padded base64 of 64 bytes.","type":"string","pattern":"^[A-Za-z0-9+/]{86}==$"},"signedAt":{"description":"When it was signed: RFC 3339 UTC with milliseconds.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},"signedBy":{"description":"Name of the issuer.","type":"string","minLength":1},"version":{"description":"Version of the envelope.","type":"integer","const":1}},"required":["unfragile","signature","signedAt","signedBy","version"],"additionalProperties":false};
const schema8 = {"title":"Payload","description":"What is stated about the artifact.","type":"object","properties":{"@version":{"description":"Version of the passport format.","type":"string","minLength":1},"version":{"description":"Edition of the format.","type":"string","minLength":1},"artifact":{"description":"The artifact.","type":"object","properties":{"id":{"description":"Identifier in the registry.","type":"string","minLength":1},"slug":{"description":"Short name in addresses.","type":"string","minLength":1,"pattern":"^[a-z0-9._-]+$","maxLength":200},"name":{"description":"Name as people know it.","type":"string","minLength":1},"type":{"description":"Kind of artifact.","type":"string","enum":["agent","api","app","benchmark","cli","dataset","extension","finetune","framework","mcp","model","platform","product","prompt","repo","skill","template","webapp","workflow"]},"url":{"description":"Where the artifact lives.","type":"string","minLength":1},"page_url":{"description":"The artifact's page at the registry.","type":"string","minLength":1},"categories":{"description":"Artifact categories.","type":"array","items":{"description":"A category.","type":"string","minLength":1}},"tags":{"description":"Tags.","type":"array","items":{"description":"A tag.","type":"string","minLength":1}},"pricing":{"description":"What it costs.","type":"object","properties":{"model":{"description":"How it is paid for.","type":"string","enum":["open_source","free","freemium","paid","usage","unknown"]},"free":{"description":"Whether it can be used without paying.","type":"boolean"},"starting_price":{"description":"The lowest price and its unit.","type":["string","null"],"minLength":1}},"required":["model","free","starting_price"],"additionalProperties":false},"status":{"description":"Whether it is kept up.","type":"string","enum":["active","inactive"]},"verified":{"description":"Whether the registry verified who built it.","type":"boolean"}},"required":["id","slug","name","type","url","page_url","categories","tags","pricing","status","verified"],"additionalProperties":false},"capabilities":{"description":"What it can do.","type":"array","minItems":1,"items":{"title":"Capability","description":"One ability.","type":"object","properties":{"id":{"description":"Identifier.","type":"string","minLength":1},"uri":{"description":"Address made from category and name.","type":"string","minLength":1,"pattern":"^capability://[a-z0-9]+(\\.[a-z0-9]+)*$"},"name":{"description":"The ability in a few words.","type":"string","minLength":1},"description":{"description":"How it works.","type":"string","minLength":1},"intents":{"description":"What a person would say who needs it.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"best_for":{"description":"Who or what it suits.","type":"array","items":{"description":"A use.","type":"string","minLength":1}},"limitations":{"description":"How it fails.","type":"array","items":{"description":"A limitation.","type":"string","minLength":1}},"requires":{"description":"What it needs.","type":"array","items":{"description":"A requirement.","type":"string","minLength":1}},"input_types":{"description":"What goes in.","type":"array","items":{"description":"A kind of input.","type":"string","minLength":1}},"output_types":{"description":"What comes out.","type":"array","items":{"description":"A kind of output.","type":"string","minLength":1}},"categories":{"description":"Capability categories.","type":"array","items":{"description":"A category.","type":"string","minLength":1},"minItems":1},"confidence":{"description":"Confidence, from 0 to 1.","type":"number","minimum":0,"maximum":1},"matches":{"description":"How often it was matched.","type":"integer","minimum":0},"success_rate":{"description":"The share that went well.","type":"number","minimum":0,"maximum":1}},"required":["id","uri","name","description","intents","best_for","limitations","requires","input_types","output_types","categories","confidence","matches","success_rate"],"additionalProperties":false}},"trust":{"description":"What follows from the capabilities and the observations.","type":"object","properties":{"score":{"description":"Weighted sum of the five components, from 0 to 100.","type":"integer","minimum":0,"maximum":100},"verified":{"description":"Whether the registry verified who built it.","type":"boolean"},"data_access_risk":{"description":"How much it can reach.","type":"string","enum":["low","moderate","high"]},"permissions":{"description":"What it needs, capped.","type":"array","items":{"description":"A requirement.","type":"string","minLength":1}},"failure_modes":{"description":"How it fails, capped, and the registry's notes.","type":"array","items":{"description":"A failure mode.","type":"string","minLength":1}},"rank_breakdown":{"description":"The parts of the score.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on, from 0 to 1.","type":"number","minimum":0,"maximum":1},"weights":{"description":"How much each component counts; the five add up to 1.","type":"object","properties":{"adoption":{"description":"How widely the artifact is used: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality":{"description":"How well it is made and documented: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"ecosystem":{"description":"How well it works with others: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"match_graph":{"description":"How well it matches what people ask for: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1},"freshness":{"description":"How recently it was worked on: its weight, from 0 to 1.","type":"number","minimum":0,"maximum":1}},"required":["adoption","quality","ecosystem","match_graph","freshness"],"additionalProperties":false,"title":"Weights"}},"required":["adoption","quality","ecosystem","match_graph","freshness","weights"],"additionalProperties":false},"observed_outcomes":{"description":"What was seen when it was matched.","type":"object","properties":{"matches":{"description":"How often.","type":"integer","minimum":0},"success_rate":{"description":"The share that went well.","type":"number","minimum":0,"maximum":1},"avg_confidence":{"description":"Mean confidence.","type":"number","minimum":0,"maximum":1},"top_intents":{"description":"What for.","type":"array","items":{"description":"An intent.","type":"string","minLength":1}},"last_matched_at":{"description":"When last.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":["matches","success_rate","avg_confidence","top_intents","last_matched_at"],"additionalProperties":false},"maintenance":{"description":"When it was last seen to change.","type":"object","properties":{"status":{"description":"Whether it is kept up.","type":"string","enum":["active","inactive"]},"updated_at":{"description":"Entry updated.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_scraped_at":{"description":"Pages read.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"},"last_commit":{"description":"Code changed.","type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}},"required":["status","updated_at","last_scraped_at","last_commit"],"additionalProperties":false},"community":{"description":"Counters from other sites.","type":"object","properties":{"stars":{"description":"Stars.","type":["integer","null"],"minimum":0},"forks":{"description":"Forks.","type":["integer","null"],"minimum":0},"weekly_downloads":{"description":"Package downloads in a week.","type":["integer","null"],"minimum":0},"model_downloads":{"description":"Model downloads.","type":["integer","null"],"minimum":0},"model_likes":{"description":"Model likes.","type":["integer","null"],"minimum":0}},"required":["stars","forks","weekly_downloads","model_downloads","model_likes"],"additionalProperties":false}},"required":["score","verified","data_access_risk","permissions","failure_modes","rank_breakdown","observed_outcomes","maintenance","community"],"additionalProperties":false},"distribution":{"description":"Where to go from here.","type":"object","properties":{"claim_url":{"description":"Where a builder claims the listing.","type":"string","minLength":1},"compare_url":{"description":"Where artifacts are compared.","type":"string","minLength":1}},"required":["claim_url","compare_url"],"additionalProperties":false}},"required":["@version","version","artifact","capabilities","trust","distribution"],"additionalProperties":false};

const func4 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z0-9._-]+$", "u");
const pattern1 = new RegExp("^capability://[a-z0-9]+(\\.[a-z0-9]+)*$", "u");
const pattern2 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@version"] === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "@version"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.artifact === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "artifact"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.capabilities === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "capabilities"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.trust === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trust"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.distribution === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "distribution"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((((((key0 === "@version") || (key0 === "version")) || (key0 === "artifact")) || (key0 === "capabilities")) || (key0 === "trust")) || (key0 === "distribution"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["@version"] !== undefined){
let data0 = data["@version"];
if(typeof data0 === "string"){
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/@version",schemaPath:"#/properties/%40version/minLength",keyword:"minLength",params:{limit: 1}};
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
const err8 = {instancePath:instancePath+"/@version",schemaPath:"#/properties/%40version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(typeof data1 === "string"){
if(data1.length < 1){
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minLength",keyword:"minLength",params:{limit: 1}};
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
const err10 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.artifact !== undefined){
let data2 = data.artifact;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.id === undefined){
const err11 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.slug === undefined){
const err12 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "slug"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.name === undefined){
const err13 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data2.type === undefined){
const err14 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data2.url === undefined){
const err15 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data2.page_url === undefined){
const err16 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "page_url"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data2.categories === undefined){
const err17 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data2.tags === undefined){
const err18 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "tags"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data2.pricing === undefined){
const err19 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "pricing"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data2.status === undefined){
const err20 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data2.verified === undefined){
const err21 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "verified"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key1 in data2){
if(errors >= MAX_ERRORS) break;
if(!(func4.call(schema8.properties.artifact.properties, key1))){
const err22 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.id !== undefined){
let data3 = data2.id;
if(typeof data3 === "string"){
if(data3.length < 1){
const err23 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
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
const err24 = {instancePath:instancePath+"/artifact/id",schemaPath:"#/properties/artifact/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.slug !== undefined){
let data4 = data2.slug;
if(typeof data4 === "string"){
if(data4.length > 200 && codePoints(data4) > 200){
const err25 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data4.length < 1){
const err26 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern0.test(data4)){
const err27 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9._-]+$"}};
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
const err28 = {instancePath:instancePath+"/artifact/slug",schemaPath:"#/properties/artifact/properties/slug/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.name !== undefined){
let data5 = data2.name;
if(typeof data5 === "string"){
if(data5.length < 1){
const err29 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err30 = {instancePath:instancePath+"/artifact/name",schemaPath:"#/properties/artifact/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.type !== undefined){
let data6 = data2.type;
if(typeof data6 !== "string"){
const err31 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(((((((((((((((((((data6 === "agent") || (data6 === "api")) || (data6 === "app")) || (data6 === "benchmark")) || (data6 === "cli")) || (data6 === "dataset")) || (data6 === "extension")) || (data6 === "finetune")) || (data6 === "framework")) || (data6 === "mcp")) || (data6 === "model")) || (data6 === "platform")) || (data6 === "product")) || (data6 === "prompt")) || (data6 === "repo")) || (data6 === "skill")) || (data6 === "template")) || (data6 === "webapp")) || (data6 === "workflow"))){
const err32 = {instancePath:instancePath+"/artifact/type",schemaPath:"#/properties/artifact/properties/type/enum",keyword:"enum",params:{allowedValues: schema8.properties.artifact.properties.type.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.url !== undefined){
let data7 = data2.url;
if(typeof data7 === "string"){
if(data7.length < 1){
const err33 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/minLength",keyword:"minLength",params:{limit: 1}};
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
const err34 = {instancePath:instancePath+"/artifact/url",schemaPath:"#/properties/artifact/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.page_url !== undefined){
let data8 = data2.page_url;
if(typeof data8 === "string"){
if(data8.length < 1){
const err35 = {instancePath:instancePath+"/artifact/page_url",schemaPath:"#/properties/artifact/properties/page_url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/artifact/page_url",schemaPath:"#/properties/artifact/properties/page_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data2.categories !== undefined){
let data9 = data2.categories;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
let data10 = data9[i0];
if(typeof data10 === "string"){
if(data10.length < 1){
const err37 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err38 = {instancePath:instancePath+"/artifact/categories/" + i0,schemaPath:"#/properties/artifact/properties/categories/items/type",keyword:"type",params:{type: "string"}};
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
const err39 = {instancePath:instancePath+"/artifact/categories",schemaPath:"#/properties/artifact/properties/categories/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data2.tags !== undefined){
let data11 = data2.tags;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
if(errors >= MAX_ERRORS) break;
let data12 = data11[i1];
if(typeof data12 === "string"){
if(data12.length < 1){
const err40 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err41 = {instancePath:instancePath+"/artifact/tags/" + i1,schemaPath:"#/properties/artifact/properties/tags/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err42 = {instancePath:instancePath+"/artifact/tags",schemaPath:"#/properties/artifact/properties/tags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data2.pricing !== undefined){
let data13 = data2.pricing;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.model === undefined){
const err43 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data13.free === undefined){
const err44 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/required",keyword:"required",params:{missingProperty: "free"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data13.starting_price === undefined){
const err45 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/required",keyword:"required",params:{missingProperty: "starting_price"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key2 in data13){
if(errors >= MAX_ERRORS) break;
if(!(((key2 === "model") || (key2 === "free")) || (key2 === "starting_price"))){
const err46 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data13.model !== undefined){
let data14 = data13.model;
if(typeof data14 !== "string"){
const err47 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((((((data14 === "open_source") || (data14 === "free")) || (data14 === "freemium")) || (data14 === "paid")) || (data14 === "usage")) || (data14 === "unknown"))){
const err48 = {instancePath:instancePath+"/artifact/pricing/model",schemaPath:"#/properties/artifact/properties/pricing/properties/model/enum",keyword:"enum",params:{allowedValues: schema8.properties.artifact.properties.pricing.properties.model.enum}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data13.free !== undefined){
if(typeof data13.free !== "boolean"){
const err49 = {instancePath:instancePath+"/artifact/pricing/free",schemaPath:"#/properties/artifact/properties/pricing/properties/free/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data13.starting_price !== undefined){
let data16 = data13.starting_price;
if((typeof data16 !== "string") && (data16 !== null)){
const err50 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/type",keyword:"type",params:{type: schema8.properties.artifact.properties.pricing.properties.starting_price.type}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(typeof data16 === "string"){
if(data16.length < 1){
const err51 = {instancePath:instancePath+"/artifact/pricing/starting_price",schemaPath:"#/properties/artifact/properties/pricing/properties/starting_price/minLength",keyword:"minLength",params:{limit: 1}};
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
}
else {
const err52 = {instancePath:instancePath+"/artifact/pricing",schemaPath:"#/properties/artifact/properties/pricing/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data2.status !== undefined){
let data17 = data2.status;
if(typeof data17 !== "string"){
const err53 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!((data17 === "active") || (data17 === "inactive"))){
const err54 = {instancePath:instancePath+"/artifact/status",schemaPath:"#/properties/artifact/properties/status/enum",keyword:"enum",params:{allowedValues: schema8.properties.artifact.properties.status.enum}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data2.verified !== undefined){
if(typeof data2.verified !== "boolean"){
const err55 = {instancePath:instancePath+"/artifact/verified",schemaPath:"#/properties/artifact/properties/verified/type",keyword:"type",params:{type: "boolean"}};
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
const err56 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data19 = data.capabilities;
if(Array.isArray(data19)){
if(data19.length < 1){
const err57 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
if(errors >= MAX_ERRORS) break;
let data20 = data19[i2];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.id === undefined){
const err58 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data20.uri === undefined){
const err59 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "uri"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data20.name === undefined){
const err60 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data20.description === undefined){
const err61 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "description"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data20.intents === undefined){
const err62 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "intents"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data20.best_for === undefined){
const err63 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "best_for"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data20.limitations === undefined){
const err64 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "limitations"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data20.requires === undefined){
const err65 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "requires"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data20.input_types === undefined){
const err66 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "input_types"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data20.output_types === undefined){
const err67 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "output_types"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data20.categories === undefined){
const err68 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "categories"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data20.confidence === undefined){
const err69 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "confidence"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data20.matches === undefined){
const err70 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "matches"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data20.success_rate === undefined){
const err71 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/required",keyword:"required",params:{missingProperty: "success_rate"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key3 in data20){
if(errors >= MAX_ERRORS) break;
if(!(func4.call(schema8.properties.capabilities.items.properties, key3))){
const err72 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data20.id !== undefined){
let data21 = data20.id;
if(typeof data21 === "string"){
if(data21.length < 1){
const err73 = {instancePath:instancePath+"/capabilities/" + i2+"/id",schemaPath:"#/properties/capabilities/items/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
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
const err74 = {instancePath:instancePath+"/capabilities/" + i2+"/id",schemaPath:"#/properties/capabilities/items/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data20.uri !== undefined){
let data22 = data20.uri;
if(typeof data22 === "string"){
if(data22.length < 1){
const err75 = {instancePath:instancePath+"/capabilities/" + i2+"/uri",schemaPath:"#/properties/capabilities/items/properties/uri/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern1.test(data22)){
const err76 = {instancePath:instancePath+"/capabilities/" + i2+"/uri",schemaPath:"#/properties/capabilities/items/properties/uri/pattern",keyword:"pattern",params:{pattern: "^capability://[a-z0-9]+(\\.[a-z0-9]+)*$"}};
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
const err77 = {instancePath:instancePath+"/capabilities/" + i2+"/uri",schemaPath:"#/properties/capabilities/items/properties/uri/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data20.name !== undefined){
let data23 = data20.name;
if(typeof data23 === "string"){
if(data23.length < 1){
const err78 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/capabilities/" + i2+"/name",schemaPath:"#/properties/capabilities/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data20.description !== undefined){
let data24 = data20.description;
if(typeof data24 === "string"){
if(data24.length < 1){
const err80 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/capabilities/" + i2+"/description",schemaPath:"#/properties/capabilities/items/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data20.intents !== undefined){
let data25 = data20.intents;
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
if(errors >= MAX_ERRORS) break;
let data26 = data25[i3];
if(typeof data26 === "string"){
if(data26.length < 1){
const err82 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err83 = {instancePath:instancePath+"/capabilities/" + i2+"/intents/" + i3,schemaPath:"#/properties/capabilities/items/properties/intents/items/type",keyword:"type",params:{type: "string"}};
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
const err84 = {instancePath:instancePath+"/capabilities/" + i2+"/intents",schemaPath:"#/properties/capabilities/items/properties/intents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data20.best_for !== undefined){
let data27 = data20.best_for;
if(Array.isArray(data27)){
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
if(errors >= MAX_ERRORS) break;
let data28 = data27[i4];
if(typeof data28 === "string"){
if(data28.length < 1){
const err85 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for/" + i4,schemaPath:"#/properties/capabilities/items/properties/best_for/items/type",keyword:"type",params:{type: "string"}};
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
const err87 = {instancePath:instancePath+"/capabilities/" + i2+"/best_for",schemaPath:"#/properties/capabilities/items/properties/best_for/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data20.limitations !== undefined){
let data29 = data20.limitations;
if(Array.isArray(data29)){
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
if(errors >= MAX_ERRORS) break;
let data30 = data29[i5];
if(typeof data30 === "string"){
if(data30.length < 1){
const err88 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations/" + i5,schemaPath:"#/properties/capabilities/items/properties/limitations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/capabilities/" + i2+"/limitations",schemaPath:"#/properties/capabilities/items/properties/limitations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data20.requires !== undefined){
let data31 = data20.requires;
if(Array.isArray(data31)){
const len6 = data31.length;
for(let i6=0; i6<len6; i6++){
if(errors >= MAX_ERRORS) break;
let data32 = data31[i6];
if(typeof data32 === "string"){
if(data32.length < 1){
const err91 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/capabilities/" + i2+"/requires/" + i6,schemaPath:"#/properties/capabilities/items/properties/requires/items/type",keyword:"type",params:{type: "string"}};
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
const err93 = {instancePath:instancePath+"/capabilities/" + i2+"/requires",schemaPath:"#/properties/capabilities/items/properties/requires/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data20.input_types !== undefined){
let data33 = data20.input_types;
if(Array.isArray(data33)){
const len7 = data33.length;
for(let i7=0; i7<len7; i7++){
if(errors >= MAX_ERRORS) break;
let data34 = data33[i7];
if(typeof data34 === "string"){
if(data34.length < 1){
const err94 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types/" + i7,schemaPath:"#/properties/capabilities/items/properties/input_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/capabilities/" + i2+"/input_types",schemaPath:"#/properties/capabilities/items/properties/input_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data20.output_types !== undefined){
let data35 = data20.output_types;
if(Array.isArray(data35)){
const len8 = data35.length;
for(let i8=0; i8<len8; i8++){
if(errors >= MAX_ERRORS) break;
let data36 = data35[i8];
if(typeof data36 === "string"){
if(data36.length < 1){
const err97 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types/" + i8,schemaPath:"#/properties/capabilities/items/properties/output_types/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/capabilities/" + i2+"/output_types",schemaPath:"#/properties/capabilities/items/properties/output_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data20.categories !== undefined){
let data37 = data20.categories;
if(Array.isArray(data37)){
if(data37.length < 1){
const err100 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
const len9 = data37.length;
for(let i9=0; i9<len9; i9++){
if(errors >= MAX_ERRORS) break;
let data38 = data37[i9];
if(typeof data38 === "string"){
if(data38.length < 1){
const err101 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/capabilities/" + i2+"/categories/" + i9,schemaPath:"#/properties/capabilities/items/properties/categories/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/capabilities/" + i2+"/categories",schemaPath:"#/properties/capabilities/items/properties/categories/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data20.confidence !== undefined){
let data39 = data20.confidence;
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 1 || isNaN(data39)){
const err104 = {instancePath:instancePath+"/capabilities/" + i2+"/confidence",schemaPath:"#/properties/capabilities/items/properties/confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data39 < 0 || isNaN(data39)){
const err105 = {instancePath:instancePath+"/capabilities/" + i2+"/confidence",schemaPath:"#/properties/capabilities/items/properties/confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err106 = {instancePath:instancePath+"/capabilities/" + i2+"/confidence",schemaPath:"#/properties/capabilities/items/properties/confidence/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data20.matches !== undefined){
let data40 = data20.matches;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err107 = {instancePath:instancePath+"/capabilities/" + i2+"/matches",schemaPath:"#/properties/capabilities/items/properties/matches/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
const err108 = {instancePath:instancePath+"/capabilities/" + i2+"/matches",schemaPath:"#/properties/capabilities/items/properties/matches/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
if(data20.success_rate !== undefined){
let data41 = data20.success_rate;
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1 || isNaN(data41)){
const err109 = {instancePath:instancePath+"/capabilities/" + i2+"/success_rate",schemaPath:"#/properties/capabilities/items/properties/success_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err110 = {instancePath:instancePath+"/capabilities/" + i2+"/success_rate",schemaPath:"#/properties/capabilities/items/properties/success_rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/capabilities/" + i2+"/success_rate",schemaPath:"#/properties/capabilities/items/properties/success_rate/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/capabilities/" + i2,schemaPath:"#/properties/capabilities/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.trust !== undefined){
let data42 = data.trust;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.score === undefined){
const err114 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "score"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data42.verified === undefined){
const err115 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "verified"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data42.data_access_risk === undefined){
const err116 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "data_access_risk"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data42.permissions === undefined){
const err117 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "permissions"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data42.failure_modes === undefined){
const err118 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "failure_modes"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data42.rank_breakdown === undefined){
const err119 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "rank_breakdown"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data42.observed_outcomes === undefined){
const err120 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "observed_outcomes"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data42.maintenance === undefined){
const err121 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "maintenance"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data42.community === undefined){
const err122 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/required",keyword:"required",params:{missingProperty: "community"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
for(const key4 in data42){
if(errors >= MAX_ERRORS) break;
if(!(func4.call(schema8.properties.trust.properties, key4))){
const err123 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data42.score !== undefined){
let data43 = data42.score;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err124 = {instancePath:instancePath+"/trust/score",schemaPath:"#/properties/trust/properties/score/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 100 || isNaN(data43)){
const err125 = {instancePath:instancePath+"/trust/score",schemaPath:"#/properties/trust/properties/score/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err126 = {instancePath:instancePath+"/trust/score",schemaPath:"#/properties/trust/properties/score/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
if(data42.verified !== undefined){
if(typeof data42.verified !== "boolean"){
const err127 = {instancePath:instancePath+"/trust/verified",schemaPath:"#/properties/trust/properties/verified/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data42.data_access_risk !== undefined){
let data45 = data42.data_access_risk;
if(typeof data45 !== "string"){
const err128 = {instancePath:instancePath+"/trust/data_access_risk",schemaPath:"#/properties/trust/properties/data_access_risk/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!(((data45 === "low") || (data45 === "moderate")) || (data45 === "high"))){
const err129 = {instancePath:instancePath+"/trust/data_access_risk",schemaPath:"#/properties/trust/properties/data_access_risk/enum",keyword:"enum",params:{allowedValues: schema8.properties.trust.properties.data_access_risk.enum}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data42.permissions !== undefined){
let data46 = data42.permissions;
if(Array.isArray(data46)){
const len10 = data46.length;
for(let i10=0; i10<len10; i10++){
if(errors >= MAX_ERRORS) break;
let data47 = data46[i10];
if(typeof data47 === "string"){
if(data47.length < 1){
const err130 = {instancePath:instancePath+"/trust/permissions/" + i10,schemaPath:"#/properties/trust/properties/permissions/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/trust/permissions/" + i10,schemaPath:"#/properties/trust/properties/permissions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/trust/permissions",schemaPath:"#/properties/trust/properties/permissions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data42.failure_modes !== undefined){
let data48 = data42.failure_modes;
if(Array.isArray(data48)){
const len11 = data48.length;
for(let i11=0; i11<len11; i11++){
if(errors >= MAX_ERRORS) break;
let data49 = data48[i11];
if(typeof data49 === "string"){
if(data49.length < 1){
const err133 = {instancePath:instancePath+"/trust/failure_modes/" + i11,schemaPath:"#/properties/trust/properties/failure_modes/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/trust/failure_modes/" + i11,schemaPath:"#/properties/trust/properties/failure_modes/items/type",keyword:"type",params:{type: "string"}};
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
const err135 = {instancePath:instancePath+"/trust/failure_modes",schemaPath:"#/properties/trust/properties/failure_modes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data42.rank_breakdown !== undefined){
let data50 = data42.rank_breakdown;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.adoption === undefined){
const err136 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "adoption"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data50.quality === undefined){
const err137 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "quality"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data50.ecosystem === undefined){
const err138 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "ecosystem"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data50.match_graph === undefined){
const err139 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "match_graph"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data50.freshness === undefined){
const err140 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "freshness"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data50.weights === undefined){
const err141 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/required",keyword:"required",params:{missingProperty: "weights"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
for(const key5 in data50){
if(errors >= MAX_ERRORS) break;
if(!((((((key5 === "adoption") || (key5 === "quality")) || (key5 === "ecosystem")) || (key5 === "match_graph")) || (key5 === "freshness")) || (key5 === "weights"))){
const err142 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data50.adoption !== undefined){
let data51 = data50.adoption;
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 1 || isNaN(data51)){
const err143 = {instancePath:instancePath+"/trust/rank_breakdown/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/adoption/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data51 < 0 || isNaN(data51)){
const err144 = {instancePath:instancePath+"/trust/rank_breakdown/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/adoption/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/trust/rank_breakdown/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/adoption/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data50.quality !== undefined){
let data52 = data50.quality;
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1 || isNaN(data52)){
const err146 = {instancePath:instancePath+"/trust/rank_breakdown/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data52 < 0 || isNaN(data52)){
const err147 = {instancePath:instancePath+"/trust/rank_breakdown/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/trust/rank_breakdown/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/quality/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data50.ecosystem !== undefined){
let data53 = data50.ecosystem;
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1 || isNaN(data53)){
const err149 = {instancePath:instancePath+"/trust/rank_breakdown/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/ecosystem/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data53 < 0 || isNaN(data53)){
const err150 = {instancePath:instancePath+"/trust/rank_breakdown/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/ecosystem/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/trust/rank_breakdown/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/ecosystem/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data50.match_graph !== undefined){
let data54 = data50.match_graph;
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 1 || isNaN(data54)){
const err152 = {instancePath:instancePath+"/trust/rank_breakdown/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/match_graph/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data54 < 0 || isNaN(data54)){
const err153 = {instancePath:instancePath+"/trust/rank_breakdown/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/match_graph/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
else {
const err154 = {instancePath:instancePath+"/trust/rank_breakdown/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/match_graph/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data50.freshness !== undefined){
let data55 = data50.freshness;
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 1 || isNaN(data55)){
const err155 = {instancePath:instancePath+"/trust/rank_breakdown/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/freshness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data55 < 0 || isNaN(data55)){
const err156 = {instancePath:instancePath+"/trust/rank_breakdown/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/freshness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/trust/rank_breakdown/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/freshness/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data50.weights !== undefined){
let data56 = data50.weights;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.adoption === undefined){
const err158 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/required",keyword:"required",params:{missingProperty: "adoption"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data56.quality === undefined){
const err159 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/required",keyword:"required",params:{missingProperty: "quality"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data56.ecosystem === undefined){
const err160 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/required",keyword:"required",params:{missingProperty: "ecosystem"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data56.match_graph === undefined){
const err161 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/required",keyword:"required",params:{missingProperty: "match_graph"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data56.freshness === undefined){
const err162 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/required",keyword:"required",params:{missingProperty: "freshness"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
for(const key6 in data56){
if(errors >= MAX_ERRORS) break;
if(!(((((key6 === "adoption") || (key6 === "quality")) || (key6 === "ecosystem")) || (key6 === "match_graph")) || (key6 === "freshness"))){
const err163 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data56.adoption !== undefined){
let data57 = data56.adoption;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err164 = {instancePath:instancePath+"/trust/rank_breakdown/weights/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/adoption/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err165 = {instancePath:instancePath+"/trust/rank_breakdown/weights/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/adoption/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/trust/rank_breakdown/weights/adoption",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/adoption/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data56.quality !== undefined){
let data58 = data56.quality;
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1 || isNaN(data58)){
const err167 = {instancePath:instancePath+"/trust/rank_breakdown/weights/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data58 < 0 || isNaN(data58)){
const err168 = {instancePath:instancePath+"/trust/rank_breakdown/weights/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/trust/rank_breakdown/weights/quality",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/quality/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data56.ecosystem !== undefined){
let data59 = data56.ecosystem;
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 1 || isNaN(data59)){
const err170 = {instancePath:instancePath+"/trust/rank_breakdown/weights/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/ecosystem/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data59 < 0 || isNaN(data59)){
const err171 = {instancePath:instancePath+"/trust/rank_breakdown/weights/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/ecosystem/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
else {
const err172 = {instancePath:instancePath+"/trust/rank_breakdown/weights/ecosystem",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/ecosystem/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data56.match_graph !== undefined){
let data60 = data56.match_graph;
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 1 || isNaN(data60)){
const err173 = {instancePath:instancePath+"/trust/rank_breakdown/weights/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/match_graph/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data60 < 0 || isNaN(data60)){
const err174 = {instancePath:instancePath+"/trust/rank_breakdown/weights/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/match_graph/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/trust/rank_breakdown/weights/match_graph",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/match_graph/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data56.freshness !== undefined){
let data61 = data56.freshness;
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1 || isNaN(data61)){
const err176 = {instancePath:instancePath+"/trust/rank_breakdown/weights/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/freshness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(data61 < 0 || isNaN(data61)){
const err177 = {instancePath:instancePath+"/trust/rank_breakdown/weights/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/freshness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/trust/rank_breakdown/weights/freshness",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/properties/freshness/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/trust/rank_breakdown/weights",schemaPath:"#/properties/trust/properties/rank_breakdown/properties/weights/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/trust/rank_breakdown",schemaPath:"#/properties/trust/properties/rank_breakdown/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data42.observed_outcomes !== undefined){
let data62 = data42.observed_outcomes;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.matches === undefined){
const err181 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/required",keyword:"required",params:{missingProperty: "matches"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data62.success_rate === undefined){
const err182 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/required",keyword:"required",params:{missingProperty: "success_rate"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data62.avg_confidence === undefined){
const err183 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/required",keyword:"required",params:{missingProperty: "avg_confidence"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data62.top_intents === undefined){
const err184 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/required",keyword:"required",params:{missingProperty: "top_intents"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data62.last_matched_at === undefined){
const err185 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/required",keyword:"required",params:{missingProperty: "last_matched_at"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
for(const key7 in data62){
if(errors >= MAX_ERRORS) break;
if(!(((((key7 === "matches") || (key7 === "success_rate")) || (key7 === "avg_confidence")) || (key7 === "top_intents")) || (key7 === "last_matched_at"))){
const err186 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data62.matches !== undefined){
let data63 = data62.matches;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err187 = {instancePath:instancePath+"/trust/observed_outcomes/matches",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/matches/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 < 0 || isNaN(data63)){
const err188 = {instancePath:instancePath+"/trust/observed_outcomes/matches",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/matches/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
if(data62.success_rate !== undefined){
let data64 = data62.success_rate;
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1 || isNaN(data64)){
const err189 = {instancePath:instancePath+"/trust/observed_outcomes/success_rate",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/success_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data64 < 0 || isNaN(data64)){
const err190 = {instancePath:instancePath+"/trust/observed_outcomes/success_rate",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/success_rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/trust/observed_outcomes/success_rate",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/success_rate/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data62.avg_confidence !== undefined){
let data65 = data62.avg_confidence;
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 1 || isNaN(data65)){
const err192 = {instancePath:instancePath+"/trust/observed_outcomes/avg_confidence",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/avg_confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(data65 < 0 || isNaN(data65)){
const err193 = {instancePath:instancePath+"/trust/observed_outcomes/avg_confidence",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/avg_confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/trust/observed_outcomes/avg_confidence",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/avg_confidence/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data62.top_intents !== undefined){
let data66 = data62.top_intents;
if(Array.isArray(data66)){
const len12 = data66.length;
for(let i12=0; i12<len12; i12++){
if(errors >= MAX_ERRORS) break;
let data67 = data66[i12];
if(typeof data67 === "string"){
if(data67.length < 1){
const err195 = {instancePath:instancePath+"/trust/observed_outcomes/top_intents/" + i12,schemaPath:"#/properties/trust/properties/observed_outcomes/properties/top_intents/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/trust/observed_outcomes/top_intents/" + i12,schemaPath:"#/properties/trust/properties/observed_outcomes/properties/top_intents/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
else {
const err197 = {instancePath:instancePath+"/trust/observed_outcomes/top_intents",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/top_intents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data62.last_matched_at !== undefined){
let data68 = data62.last_matched_at;
if((typeof data68 !== "string") && (data68 !== null)){
const err198 = {instancePath:instancePath+"/trust/observed_outcomes/last_matched_at",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/last_matched_at/type",keyword:"type",params:{type: schema8.properties.trust.properties.observed_outcomes.properties.last_matched_at.type}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(typeof data68 === "string"){
if(!pattern2.test(data68)){
const err199 = {instancePath:instancePath+"/trust/observed_outcomes/last_matched_at",schemaPath:"#/properties/trust/properties/observed_outcomes/properties/last_matched_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
}
}
else {
const err200 = {instancePath:instancePath+"/trust/observed_outcomes",schemaPath:"#/properties/trust/properties/observed_outcomes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data42.maintenance !== undefined){
let data69 = data42.maintenance;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.status === undefined){
const err201 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(data69.updated_at === undefined){
const err202 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/required",keyword:"required",params:{missingProperty: "updated_at"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data69.last_scraped_at === undefined){
const err203 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/required",keyword:"required",params:{missingProperty: "last_scraped_at"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data69.last_commit === undefined){
const err204 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/required",keyword:"required",params:{missingProperty: "last_commit"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
for(const key8 in data69){
if(errors >= MAX_ERRORS) break;
if(!((((key8 === "status") || (key8 === "updated_at")) || (key8 === "last_scraped_at")) || (key8 === "last_commit"))){
const err205 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data69.status !== undefined){
let data70 = data69.status;
if(typeof data70 !== "string"){
const err206 = {instancePath:instancePath+"/trust/maintenance/status",schemaPath:"#/properties/trust/properties/maintenance/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!((data70 === "active") || (data70 === "inactive"))){
const err207 = {instancePath:instancePath+"/trust/maintenance/status",schemaPath:"#/properties/trust/properties/maintenance/properties/status/enum",keyword:"enum",params:{allowedValues: schema8.properties.trust.properties.maintenance.properties.status.enum}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data69.updated_at !== undefined){
let data71 = data69.updated_at;
if((typeof data71 !== "string") && (data71 !== null)){
const err208 = {instancePath:instancePath+"/trust/maintenance/updated_at",schemaPath:"#/properties/trust/properties/maintenance/properties/updated_at/type",keyword:"type",params:{type: schema8.properties.trust.properties.maintenance.properties.updated_at.type}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(typeof data71 === "string"){
if(!pattern2.test(data71)){
const err209 = {instancePath:instancePath+"/trust/maintenance/updated_at",schemaPath:"#/properties/trust/properties/maintenance/properties/updated_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
if(data69.last_scraped_at !== undefined){
let data72 = data69.last_scraped_at;
if((typeof data72 !== "string") && (data72 !== null)){
const err210 = {instancePath:instancePath+"/trust/maintenance/last_scraped_at",schemaPath:"#/properties/trust/properties/maintenance/properties/last_scraped_at/type",keyword:"type",params:{type: schema8.properties.trust.properties.maintenance.properties.last_scraped_at.type}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(typeof data72 === "string"){
if(!pattern2.test(data72)){
const err211 = {instancePath:instancePath+"/trust/maintenance/last_scraped_at",schemaPath:"#/properties/trust/properties/maintenance/properties/last_scraped_at/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
if(data69.last_commit !== undefined){
let data73 = data69.last_commit;
if((typeof data73 !== "string") && (data73 !== null)){
const err212 = {instancePath:instancePath+"/trust/maintenance/last_commit",schemaPath:"#/properties/trust/properties/maintenance/properties/last_commit/type",keyword:"type",params:{type: schema8.properties.trust.properties.maintenance.properties.last_commit.type}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(typeof data73 === "string"){
if(!pattern2.test(data73)){
const err213 = {instancePath:instancePath+"/trust/maintenance/last_commit",schemaPath:"#/properties/trust/properties/maintenance/properties/last_commit/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
}
else {
const err214 = {instancePath:instancePath+"/trust/maintenance",schemaPath:"#/properties/trust/properties/maintenance/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data42.community !== undefined){
let data74 = data42.community;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.stars === undefined){
const err215 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/required",keyword:"required",params:{missingProperty: "stars"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(data74.forks === undefined){
const err216 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/required",keyword:"required",params:{missingProperty: "forks"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data74.weekly_downloads === undefined){
const err217 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/required",keyword:"required",params:{missingProperty: "weekly_downloads"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data74.model_downloads === undefined){
const err218 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/required",keyword:"required",params:{missingProperty: "model_downloads"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data74.model_likes === undefined){
const err219 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/required",keyword:"required",params:{missingProperty: "model_likes"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
for(const key9 in data74){
if(errors >= MAX_ERRORS) break;
if(!(((((key9 === "stars") || (key9 === "forks")) || (key9 === "weekly_downloads")) || (key9 === "model_downloads")) || (key9 === "model_likes"))){
const err220 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data74.stars !== undefined){
let data75 = data74.stars;
if((!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))) && (data75 !== null)){
const err221 = {instancePath:instancePath+"/trust/community/stars",schemaPath:"#/properties/trust/properties/community/properties/stars/type",keyword:"type",params:{type: schema8.properties.trust.properties.community.properties.stars.type}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 0 || isNaN(data75)){
const err222 = {instancePath:instancePath+"/trust/community/stars",schemaPath:"#/properties/trust/properties/community/properties/stars/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
if(data74.forks !== undefined){
let data76 = data74.forks;
if((!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))) && (data76 !== null)){
const err223 = {instancePath:instancePath+"/trust/community/forks",schemaPath:"#/properties/trust/properties/community/properties/forks/type",keyword:"type",params:{type: schema8.properties.trust.properties.community.properties.forks.type}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 0 || isNaN(data76)){
const err224 = {instancePath:instancePath+"/trust/community/forks",schemaPath:"#/properties/trust/properties/community/properties/forks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
if(data74.weekly_downloads !== undefined){
let data77 = data74.weekly_downloads;
if((!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))) && (data77 !== null)){
const err225 = {instancePath:instancePath+"/trust/community/weekly_downloads",schemaPath:"#/properties/trust/properties/community/properties/weekly_downloads/type",keyword:"type",params:{type: schema8.properties.trust.properties.community.properties.weekly_downloads.type}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 0 || isNaN(data77)){
const err226 = {instancePath:instancePath+"/trust/community/weekly_downloads",schemaPath:"#/properties/trust/properties/community/properties/weekly_downloads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
}
if(data74.model_downloads !== undefined){
let data78 = data74.model_downloads;
if((!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))) && (data78 !== null)){
const err227 = {instancePath:instancePath+"/trust/community/model_downloads",schemaPath:"#/properties/trust/properties/community/properties/model_downloads/type",keyword:"type",params:{type: schema8.properties.trust.properties.community.properties.model_downloads.type}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 < 0 || isNaN(data78)){
const err228 = {instancePath:instancePath+"/trust/community/model_downloads",schemaPath:"#/properties/trust/properties/community/properties/model_downloads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
}
if(data74.model_likes !== undefined){
let data79 = data74.model_likes;
if((!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))) && (data79 !== null)){
const err229 = {instancePath:instancePath+"/trust/community/model_likes",schemaPath:"#/properties/trust/properties/community/properties/model_likes/type",keyword:"type",params:{type: schema8.properties.trust.properties.community.properties.model_likes.type}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 < 0 || isNaN(data79)){
const err230 = {instancePath:instancePath+"/trust/community/model_likes",schemaPath:"#/properties/trust/properties/community/properties/model_likes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
}
else {
const err231 = {instancePath:instancePath+"/trust/community",schemaPath:"#/properties/trust/properties/community/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data.distribution !== undefined){
let data80 = data.distribution;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.claim_url === undefined){
const err233 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/required",keyword:"required",params:{missingProperty: "claim_url"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data80.compare_url === undefined){
const err234 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/required",keyword:"required",params:{missingProperty: "compare_url"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
for(const key10 in data80){
if(errors >= MAX_ERRORS) break;
if(!((key10 === "claim_url") || (key10 === "compare_url"))){
const err235 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data80.claim_url !== undefined){
let data81 = data80.claim_url;
if(typeof data81 === "string"){
if(data81.length < 1){
const err236 = {instancePath:instancePath+"/distribution/claim_url",schemaPath:"#/properties/distribution/properties/claim_url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/distribution/claim_url",schemaPath:"#/properties/distribution/properties/claim_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data80.compare_url !== undefined){
let data82 = data80.compare_url;
if(typeof data82 === "string"){
if(data82.length < 1){
const err238 = {instancePath:instancePath+"/distribution/compare_url",schemaPath:"#/properties/distribution/properties/compare_url/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
else {
const err239 = {instancePath:instancePath+"/distribution/compare_url",schemaPath:"#/properties/distribution/properties/compare_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
}
else {
const err240 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
}
else {
const err241 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^[A-Za-z0-9+/]{86}==$", "u");
const pattern7 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.unfragile === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "unfragile"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.signature === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signature"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.signedAt === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signedAt"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.signedBy === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signedBy"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.version === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"}};
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
if(!(((((key0 === "unfragile") || (key0 === "signature")) || (key0 === "signedAt")) || (key0 === "signedBy")) || (key0 === "version"))){
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
if(data.unfragile !== undefined){
if(!(validate23(data.unfragile, {instancePath:instancePath+"/unfragile",parentData:data,parentDataProperty:"unfragile",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.signature !== undefined){
let data1 = data.signature;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err6 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{86}==$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.signedAt !== undefined){
let data2 = data.signedAt;
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
const err8 = {instancePath:instancePath+"/signedAt",schemaPath:"#/properties/signedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/signedAt",schemaPath:"#/properties/signedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.signedBy !== undefined){
let data3 = data.signedBy;
if(typeof data3 === "string"){
if(data3.length < 1){
const err10 = {instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/minLength",keyword:"minLength",params:{limit: 1}};
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
const err11 = {instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.version !== undefined){
let data4 = data.version;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err12 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(1 !== data4){
const err13 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema9 = {"title":"Links","description":"Addresses at the registry. Never signed, so never trusted.","type":"object","properties":{"self":{"description":"The passport document.","type":"string","minLength":1},"artifact":{"description":"The artifact's page.","type":"string","minLength":1},"verify":{"description":"The registry's verifier.","type":"string","minLength":1},"publicKey":{"description":"The registry's public key.","type":"string","minLength":1},"spec":{"description":"The format's description.","type":"string","minLength":1},"schema":{"description":"The format's schema.","type":"string","minLength":1},"docs":{"description":"The registry's documentation.","type":"string","minLength":1}},"required":["self","artifact","verify","publicKey","spec","schema","docs"],"additionalProperties":false};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.self === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "self"}};
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
if(data.verify === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "verify"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.publicKey === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "publicKey"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.spec === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.schema === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.docs === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "docs"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!(((((((key0 === "self") || (key0 === "artifact")) || (key0 === "verify")) || (key0 === "publicKey")) || (key0 === "spec")) || (key0 === "schema")) || (key0 === "docs"))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.self !== undefined){
let data0 = data.self;
if(typeof data0 === "string"){
if(data0.length < 1){
const err8 = {instancePath:instancePath+"/self",schemaPath:"#/properties/self/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/self",schemaPath:"#/properties/self/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.artifact !== undefined){
let data1 = data.artifact;
if(typeof data1 === "string"){
if(data1.length < 1){
const err10 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/minLength",keyword:"minLength",params:{limit: 1}};
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
const err11 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.verify !== undefined){
let data2 = data.verify;
if(typeof data2 === "string"){
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/minLength",keyword:"minLength",params:{limit: 1}};
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
const err13 = {instancePath:instancePath+"/verify",schemaPath:"#/properties/verify/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.publicKey !== undefined){
let data3 = data.publicKey;
if(typeof data3 === "string"){
if(data3.length < 1){
const err14 = {instancePath:instancePath+"/publicKey",schemaPath:"#/properties/publicKey/minLength",keyword:"minLength",params:{limit: 1}};
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
const err15 = {instancePath:instancePath+"/publicKey",schemaPath:"#/properties/publicKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(typeof data4 === "string"){
if(data4.length < 1){
const err16 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/minLength",keyword:"minLength",params:{limit: 1}};
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
const err17 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.schema !== undefined){
let data5 = data.schema;
if(typeof data5 === "string"){
if(data5.length < 1){
const err18 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.docs !== undefined){
let data6 = data.docs;
if(typeof data6 === "string"){
if(data6.length < 1){
const err20 = {instancePath:instancePath+"/docs",schemaPath:"#/properties/docs/minLength",keyword:"minLength",params:{limit: 1}};
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
const err21 = {instancePath:instancePath+"/docs",schemaPath:"#/properties/docs/type",keyword:"type",params:{type: "string"}};
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
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema10 = {"title":"Cosignature","description":"Somebody else's signature about this passport, over a statement that holds the SHA-256 of what the passport's own signature is over.","type":"object","properties":{"signedBy":{"description":"Name of the cosigner.","type":"string","minLength":1,"maxLength":200},"role":{"description":"As what it signs, such as registry or auditor.","type":"string","pattern":"^[a-z0-9-]+$","maxLength":100},"signedAt":{"description":"When it was cosigned: RFC 3339 UTC with milliseconds.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},"signature":{"description":"Ed25519 signature, standard padded base64 of 64 bytes.","type":"string","pattern":"^[A-Za-z0-9+/]{86}==$"}},"required":["signedBy","role","signedAt","signature"],"additionalProperties":false};
const pattern8 = new RegExp("^[a-z0-9-]+$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.signedBy === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signedBy"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.role === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.signedAt === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signedAt"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.signature === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signature"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(errors >= MAX_ERRORS) break;
if(!((((key0 === "signedBy") || (key0 === "role")) || (key0 === "signedAt")) || (key0 === "signature"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.signedBy !== undefined){
let data0 = data.signedBy;
if(typeof data0 === "string"){
if(data0.length > 200 && codePoints(data0) > 200){
const err5 = {instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.length < 1){
const err6 = {instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.role !== undefined){
let data1 = data.role;
if(typeof data1 === "string"){
if(data1.length > 100 && codePoints(data1) > 100){
const err8 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern8.test(data1)){
const err9 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}};
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
const err10 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.signedAt !== undefined){
let data2 = data.signedAt;
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
const err11 = {instancePath:instancePath+"/signedAt",schemaPath:"#/properties/signedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/signedAt",schemaPath:"#/properties/signedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.signature !== undefined){
let data3 = data.signature;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err13 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{86}==$"}};
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
const err14 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:trust-passport:schema:passport:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.passport === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "passport"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data._links === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
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
if(!(((key0 === "passport") || (key0 === "_links")) || (key0 === "_cosignatures"))){
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
if(data.passport !== undefined){
if(!(validate22(data.passport, {instancePath:instancePath+"/passport",parentData:data,parentDataProperty:"passport",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data._links !== undefined){
if(!(validate26(data._links, {instancePath:instancePath+"/_links",parentData:data,parentDataProperty:"_links",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data._cosignatures !== undefined){
let data2 = data._cosignatures;
if(Array.isArray(data2)){
if(data2.length > 32){
const err3 = {instancePath:instancePath+"/_cosignatures",schemaPath:"#/properties/_cosignatures/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(errors >= MAX_ERRORS) break;
if(!(validate28(data2[i0], {instancePath:instancePath+"/_cosignatures/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/_cosignatures",schemaPath:"#/properties/_cosignatures/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
