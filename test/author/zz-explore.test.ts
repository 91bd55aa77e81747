import { it } from 'vitest';
import { parseSource } from '../../src/author/source.js';
import { readFileSync } from 'node:fs';
const valid = readFileSync(new URL('../golden/sources/valid.yaml', import.meta.url), 'utf8');
const edits: Array<[string, (t: string) => string]> = [
  ['key one col less', t => t.replace('  name: Umbrella', ' name: Umbrella')],
  ['key one col more', t => t.replace('  name: Umbrella', '   name: Umbrella')],
  ['first key one col more', t => t.replace('  slug: umbrella', '   slug: umbrella')],
  ['type last one col more', t => t.replace('    model: free', '     model: free\n    starting_price: x')],
  ['model at parent', t => t.replace('    model: free', '  model: free')],
  ['cap key less', t => t.replace('    description: Reads', '   description: Reads')],
  ['cap key more', t => t.replace('    description: Reads', '     description: Reads')],
  ['cap key 2 less', t => t.replace('    description: Reads', '  description: Reads')],
  ['item under-indented', t => t.replace('    intents:\n      - Will I get wet today?', '    intents:\n   - Will I get wet today?')],
  ['item under-indented 2', t => t.replace('    intents:\n      - Will I get wet today?', '    intents:\n  - Will I get wet today?')],
  ['item second less', t => t.replace('      - knows nothing of the far north', '      - knows nothing of the far north\n     - and more')],
  ['item second more', t => t.replace('      - knows nothing of the far north', '      - knows nothing of the far north\n       - and more')],
  ['missing colon', t => t.replace('  name: Umbrella', '  name Umbrella')],
  ['missing colon before mapping', t => t.replace('  pricing:', '  pricing')],
  ['missing colon before list', t => t.replace('    limitations:', '    limitations')],
  ['missing colon artifact', t => t.replace('artifact:', 'artifact')],
  ['missing colon capabilities', t => t.replace('capabilities:', 'capabilities')],
  ['missing space after colon', t => t.replace('  name: Umbrella', '  name:Umbrella')],
  ['missing space after colon slug', t => t.replace('  slug: umbrella', '  slug:umbrella')],
  ['missing space after colon last', t => t.replace('    model: free', '    model:free')],
  ['unclosed dq', t => t.replace('name: Umbrella', 'name: "Umbrella')],
  ['unclosed sq', t => t.replace('name: Umbrella', "name: 'Umbrella")],
  ['unclosed dq later quotes', t => t.replace('name: Umbrella', 'name: "Umbrella').replace('Will I get wet today?', '"Will I get wet"')],
  ['apostrophe begin', t => t.replace('- Will I get wet today?', "- 'tis raining")],
  ['apostrophe in sq', t => t.replace('- Will I get wet today?', "- 'I don't get wet'")],
  ['unclosed bracket', t => t.replace('[automation]', '[automation')],
  ['unclosed bracket 2', t => t.replace('[people who walk]', '[people who walk')],
  ['unclosed bracket last', t => t.replace('[planning-reasoning]', '[planning-reasoning')],
  ['unclosed brace', t => t.replace('pricing:\n    model: free', 'pricing: {model: free')],
  ['closing only', t => t.replace('[automation]', 'automation]')],
  ['dash no space all', t => t.replace('- knows nothing of the far north', '-knows nothing')],
  ['dash no space second', t => t.replace('- knows nothing of the far north', '- knows nothing\n      -and more')],
  ['dash no space first', t => t.replace('- knows nothing of the far north', '-knows nothing\n      - and more')],
  ['star bullets', t => t.replace('- knows nothing of the far north', '* knows nothing')],
  ['star important', t => t.replace('- knows nothing of the far north', '- *important* it knows')],
  ['bold', t => t.replace('- knows nothing of the far north', '- **important** it knows')],
  ['amp', t => t.replace('- knows nothing of the far north', '- &important it knows')],
  ['bang', t => t.replace('- knows nothing of the far north', '- !important it knows')],
  ['backtick', t => t.replace('- knows nothing of the far north', '- `x` it knows')],
  ['at', t => t.replace('- knows nothing of the far north', '- @x/y it knows')],
  ['percent', t => t.replace('- knows nothing of the far north', '- %x it knows')],
  ['bracket text', t => t.replace('- knows nothing of the far north', '- [beta] it knows')],
  ['brace text', t => t.replace('- knows nothing of the far north', '- {beta} it knows')],
  ['quoted then', t => t.replace('- knows nothing of the far north', '- "beta" it knows')],
  ['pipe', t => t.replace('- knows nothing of the far north', '- | it knows')],
  ['gt', t => t.replace('- knows nothing of the far north', '- > 5 people')],
  ['question', t => t.replace('- knows nothing of the far north', '- ? really')],
  ['colon in text', t => t.replace('Reads the forecast', 'Note: reads the forecast')],
  ['two colon in texts', t => t.replace('Reads the forecast', 'Note: reads the forecast').replace('name: Umbrella', 'name: Umbrella: the app')],
  ['colon end', t => t.replace('Reads the forecast for today and answers yes or no.', 'Reads this:')],
  ['hash', t => t.replace('- knows nothing of the far north', '- knows #1')],
  ['mixed text two lines', t => t.replace('Reads the forecast for today and answers yes or no.', 'Reads\n    the forecast')],
  ['text over lines less', t => t.replace('Reads the forecast for today and answers yes or no.', 'Reads\n  the forecast')],
  ['list comma', t => t.replace('[name of a town]', '[name of a town,, b]')],
  ['list quotes', t => t.replace('[name of a town]', '["name" "b"]')],
  ['cap dash missing', t => t.replace('  - name: say', '    name: say')],
  ['cap second dash missing space', t => t.replace('  - name: say', '  -name: say')],
  ['capabilities nested', t => t.replace(/capabilities:[\s\S]*/, m => m.replace(/^/gm, '  '))],
  ['artifact outdented', t => t.replace(/^  (slug|name|type|url|categories|pricing)/gm, '$1').replace('    model', '  model')],
  ['windows path', t => t.replace('- knows nothing of the far north', '- "C:\\Users\\x"')],
  ['equals', t => t.replace('name: Umbrella', 'name = Umbrella')],
  ['json in yaml trailing', t => t.replace('categories: [automation]', 'categories: [automation],')],
  ['comma end', t => t.replace('name: Umbrella', 'name: "Umbrella",')],
  ['tab after colon', t => t.replace('name: Umbrella', 'name:\tUmbrella')],
  ['tab line', t => t.replace('  name: Umbrella', '\tname: Umbrella')],
  ['block scalar under', t => t.replace('description: Reads the forecast for today and answers yes or no.', 'description: >\n    Reads the\n    forecast')],
  ['block scalar bad second', t => t.replace('description: Reads the forecast for today and answers yes or no.', 'description: >\n      Reads the\n   forecast')],
  ['merge conflict', t => t.replace('  name: Umbrella', '<<<<<<< HEAD\n  name: Umbrella\n=======\n  name: Parasol\n>>>>>>> b')],
  ['front matter', t => '---\n' + t + '---\n# Title\n\nSome text: here\n'],
  ['html', () => '<!doctype html>\n<html><body>x: y</body></html>\n'],
  ['comment slash', t => t.replace('  name: Umbrella', '  // the name\n  name: Umbrella')],
  ['smart quotes', t => t.replace('name: Umbrella', 'name: “Umbrella: the app”')],
];
it('explore', () => {
  let out = '';
  for (const [what, edit] of edits) {
    const text = edit(valid);
    if (text === valid) out += `!!! NOCHANGE ${what}\n`;
    const d = parseSource(text).diagnostics;
    out += `## ${what} (${d.length})\n`;
    for (const x of d) out += `   ${x.range?.start.line}:${x.range?.start.column} ${x.severity} ${x.ruleId} ${x.message}\n        ~ ${JSON.stringify(text.slice(x.range?.start.offset, x.range?.end.offset).slice(0,50))}\n        > ${x.hint}${x.suggestions.length ? '\n        s ' + x.suggestions.join('|') : ''}\n`;
  }
  console.log(out);
});
