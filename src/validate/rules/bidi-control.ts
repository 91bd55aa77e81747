import { codePointName, type TextRule } from './text-rule.js';

// The characters with the property Bidi_Control (Unicode Standard Annex 9): text reads otherwise than it is stored.
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const bidiControl: TextRule = {
  id: 'text/bidi-control',
  severity: 'error',
  hint: 'remove the character: right-to-left text needs none to be shown rightly',
  find(text) {
    const at = text.search(bidi);
    return at === -1
      ? undefined
      : `holds the direction control ${codePointName(text.charAt(at))}, which can make it read as something else`;
  },
  deletion: {
    description: 'remove the direction controls',
    safe: false,
    offsets: (text) => [...text.matchAll(bidi)].map(({ index }) => index),
  },
};
