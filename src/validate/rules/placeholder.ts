import { quoteReceived, receivedField } from '../received.js';
import { sourceTexts } from '../source-texts.js';
import { hasStem } from '../stems.js';
import type { TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

// Nobody leaves a gap in the middle of a finished text: what counts is how it begins, or that it is nothing else.
const LONGEST = 160;
const LONGEST_NAME = 60;

/** Texts that are nothing but a gap, whatever their case. */
const whole: readonly RegExp[] = [
  /^\W{0,5}(?:tbd|tba|fixme|x{3,9}|change[\s_-]?me|replace[\s_-]?me|fill[\s_-](?:me[\s_-])?in|placeholder(?:[\s_-]text)?)\W{0,5}$/i,
  /^\W{0,5}to be (?:determined|announced|defined|decided|written|added|completed|documented|filled in)\W{0,5}$/i,
  /^\W{0,5}lorem ipsum\W{0,5}$/i,
  /^\W{0,5}your(?:[\s_-]\w{1,20}){1,4}[\s_-]here\W{0,5}$/i,
  /^\W{0,5}(?:coming soon|to follow)\W{0,5}$/i,
  // No letter and no digit, but what stands where one was to be written.
  /^[\s._?\u2026\u2013\u2014-]{1,40}$/,
];

// In any of those that have letters, and in any of the next.
const wholeStems = [
  ...'tbd tba fixme xxx placeholder lorem'.split(' '),
  ...['to be ', 'coming soon', 'to follow', 'fill in', 'fill_in', 'fill-in'],
  ...['change', 'replace', 'fill'].flatMap((verb) => ['', ' ', '_', '-'].map((gap) => `${verb}${gap}me`)),
];
const beginningStems = 'todo|fixme|tbd|tba|lorem|<|['.split('|');

/** Beginnings that say what is to be done with the text. */
const beginning: readonly RegExp[] = [
  // In capitals it is no artifact's subject; with words behind it, only where they continue the order.
  /^\W{0,5}(?:TODO|FIXME|TBD|TBA)(?:\W{0,5}$|\s?[:\u2014]|\s?\([^)]{0,40}\)\s?[:-]|\s-\s|\s(?:add|ask|change|check|complete|decide|describe|document|explain|fill|finish|insert|put|replace|say|update|write)\b)/,
  /^todo:\s/i,
  /^\W{0,5}lorem ipsum dolor\b/i,
  /^<(?:your|insert|add|enter|describe|todo|tbd|fill in|replace|what|who|how)\b[^<>\n]{0,80}>/i,
  /^\[(?:your|insert|add|enter|describe|explain|todo|tbd|fill in|replace|name of|list of)\b[^[\]\n]{0,80}\]/i,
];
const template = /^\{\{[^{}\n]{1,80}\}\}/;
const order =
  /^\W{0,5}(?:insert|enter|put|add|write|type|fill in|paste|describe|explain|list)\s[^.?!\n]{0,80}\bhere\W{0,5}$/i;
const inAddress =
  /\/your[-_](?:name|user(?:name)?|org(?:ani[sz]ation)?|repo(?:sitory)?|project|company|account)(?=[/?#]|$)|your-[a-z-]{1,20}-here/i;
/** Where code lives, a path whose both parts are words for what should stand there. */
const inCodeAddress =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co)\/(?:your-?)?(?:owner|user|user-?name|org|organi[sz]ation|account|example|author|me)\/(?:your-?)?(?:repo|repository|repo-?name|project|project-?name|name|model|example|app|server|tool)(?:\.git)?\/?(?:[?#]|$)/i;

// What generators and tutorials call the thing before it has a name.
const kind =
  '(?:mcp(?: server)?|server|agent|app|application|api|assistant|bot|chatbot|tool|model|project|product|package|plugin|prompt|platform|repo|repository|dataset|data set|benchmark|extension|framework|cli|skill|service|site|template|webapp|web app|website|workflow|artifact|passport|listing)';
/** Names of artifacts, of which none is one; in lower case, words apart by one space. */
function namePatterns(): readonly RegExp[] {
  const unnamed = '(?:example|sample|test|demo|dummy|untitled|unnamed|new|hello world)';
  return [
    /^(?:untitled|unnamed|no name|noname|name|title|example|sample|test|testing|demo|dummy|hello world|foo|foobar|foo bar|foo bar baz|baz|asdf|asdfg|asdfgh|qwerty|qwertz|blah|none|null|undefined|n a|slug|owner repo|user repo|username repo|author name)$/,
    new RegExp(
      `^(?:my|your) (?:(?:first|new|own|awesome|cool|great|amazing|ai|mcp|test|demo) ){0,2}${kind}(?: name)?$`,
    ),
    new RegExp(`^(?:an? |the )?${unnamed} ${kind}(?: \\d{1,3})?$`),
    new RegExp(`^${kind} name$`),
    /^(?:your|my) (?:(?:own|project|server|tool|artifact|product|company) )?(?:name|slug|id)$/,
  ];
}
const capabilityName =
  /^(?:untitled|unnamed|name|foo|foobar|foo bar|asdf|qwerty|none|null|undefined|n a|hello world|(?:my |your |the |new |example |sample |test |dummy |first )?(?:capability|ability|feature|skill)(?: (?:name|\d{1,3}|one|two|three|[abc]))?)$/;
/** A name that is nothing but a variable, in the forms of templates. */
const variable =
  /^(?:<[\w .-]{1,40}>|\[[\w .-]{1,40}\]|\$?\{[\w .-]{1,40}\}|%[A-Za-z_]{1,40}%|\$[A-Z_]{2,40}|__[A-Za-z_]{1,40}__)$/;
let artifactNames: readonly RegExp[] | undefined;

export const placeholder: SourceRule = {
  id: 'text/placeholder',
  *check(source) {
    const { slug, id, name, url, repository, startingPrice } = source.artifact;
    const addresses: ReadonlyArray<TextEntry | undefined> = [slug, id, url, repository];
    const names: ReadonlyArray<TextEntry | undefined> = [slug, id, name];
    for (const entry of sourceTexts(source)) {
      const { text, pointer } = entry;
      // A price that is none is pricing/unparsable's.
      if (entry === startingPrice) continue;
      const found =
        (addresses.includes(entry)
          ? inAddress.test(text) || inCodeAddress.test(text) || (/[a-z\d]/i.test(text) && isPlaceholder(entry))
          : isPlaceholder(entry)) ||
        (names.includes(entry) && namesNothing(text)) ||
        (/^\/capabilities\/\d+\/name$/.test(pointer) && capabilityNamesNothing(text));
      if (!found) continue;
      yield {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}, which was to be replaced`,
        pointer,
        hint: 'write what is true of the artifact, or leave the entry out',
      };
    }
  },
};

function isPlaceholder({ text, pointer }: TextEntry): boolean {
  const start = text.slice(0, LONGEST).trim();
  if (hasStem(start, beginningStems) && beginning.some((pattern) => pattern.test(start))) return true;
  // A variable is what goes into a prompt.
  if (!/\/(?:input|output)_types\//.test(pointer) && template.test(start)) return true;
  if (text.length > LONGEST) return false;
  // What people ask for may well be that something goes somewhere.
  const asked = /\/(?:intents|intents_served|best_for|bestFor)\//.test(pointer);
  if (!asked && /here\W{0,5}$/i.test(start) && order.test(start)) return true;
  // A list of things to do is a subject like any other.
  if (/todo/i.test(start) && /^\W{0,5}(?:todo|TODO)\W{0,5}$/.test(start))
    return start.includes('TODO') || !/\/(?:name|tags\/\d+)$/.test(pointer);
  return mayBeWhole(start) && whole.some((pattern) => pattern.test(start));
}

function mayBeWhole(start: string): boolean {
  return hasStem(start, wholeStems) || (/your/i.test(start) && /here/i.test(start)) || !/[^\W_]/.test(start);
}

function namesNothing(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  artifactNames ??= namePatterns();
  const plain = inWords(text);
  return variable.test(text.trim()) || artifactNames.some((pattern) => pattern.test(plain));
}

function capabilityNamesNothing(text: string): boolean {
  return text.length <= LONGEST_NAME && (variable.test(text.trim()) || capabilityName.test(inWords(text)));
}

/** In lower case, words apart by one space, whatever parted them; empty where any is not of ASCII. */
function inWords(text: string): string {
  if (/[^\0-\x7f]/.test(text)) return '';
  return (
    text
      .toLowerCase()
      .match(/[a-z\d]+/g)
      ?.join(' ') ?? ''
  );
}
