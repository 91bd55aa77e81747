import { codePointName, type TextRule } from './text-rule.js';

// C0 but tab and line feed, DEL, C1, the line and paragraph separators: terminals and viewers act on them, and nobody
// sees them in an editor.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

export const controlCharacter: TextRule = {
  id: 'text/control-character',
  severity: 'error',
  needs: [],
  hint: 'remove the character: it can move the cursor or change colours where the text is shown',
  find(text) {
    const at = text.search(control);
    if (at === -1) return undefined;
    return { what: `holds the control character ${codePointName(text.charAt(at))}`, span: [at, at + 1] };
  },
  deletion: {
    description: 'remove the control characters',
    safe: false,
    offsets: (text) => [...text.matchAll(control)].map(({ index }) => index),
  },
};
