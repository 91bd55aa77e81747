import { quoteReceived, receivedField } from '../received.js';
import { sourceTexts } from '../source-texts.js';
import type { TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

// Nobody leaves a gap in the middle of a finished text: what counts is how it begins, or that it is nothing else.
const LONGEST = 160;

/** Texts that are nothing but a gap, whatever their case. */
const whole: readonly RegExp[] = [
  /^\W{0,5}(?:tbd|tba|fixme|x{3,9}|change[\s_-]?me|replace[\s_-]?me|fill[\s_-](?:me[\s_-])?in|placeholder(?:[\s_-]text)?)\W{0,5}$/i,
  /^\W{0,5}to be (?:determined|announced|defined|decided|written|added|completed|documented|filled in)\W{0,5}$/i,
  /^\W{0,5}lorem ipsum\W{0,5}$/i,
  /^\W{0,5}your(?:[\s_-]\w{1,20}){1,4}[\s_-]here\W{0,5}$/i,
];

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

export const placeholder: SourceRule = {
  id: 'text/placeholder',
  *check(source) {
    const { slug, id, url, startingPrice } = source.artifact;
    const addresses: ReadonlyArray<TextEntry | undefined> = [slug, id, url];
    for (const entry of sourceTexts(source)) {
      const { text, pointer } = entry;
      // A price that is none is pricing/unparsable's.
      if (entry === startingPrice) continue;
      if (!isPlaceholder(entry) && !(addresses.includes(entry) && inAddress.test(text))) continue;
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
  if (beginning.some((pattern) => pattern.test(start))) return true;
  // A variable is what goes into a prompt.
  if (!/\/(?:input|output)_types\//.test(pointer) && template.test(start)) return true;
  if (text.length > LONGEST) return false;
  // What people ask for may well be that something goes somewhere.
  const asked = /\/(?:intents|intents_served|best_for|bestFor)\//.test(pointer);
  if (!asked && order.test(start)) return true;
  // A list of things to do is a subject like any other.
  if (/^\W{0,5}(?:todo|TODO)\W{0,5}$/.test(start))
    return start.includes('TODO') || !/\/(?:name|tags\/\d+)$/.test(pointer);
  return whole.some((pattern) => pattern.test(start));
}
