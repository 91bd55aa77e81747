import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validateSource } from '../../../src/author/validate.js';

const root = new URL('../../../', import.meta.url);
const templates = readdirSync(new URL('templates/', root)).map((file) => `templates/${file}`);

it.each([...templates, 'test/fixtures/library-hours.yaml'])('no rule objects to %s, not even in strict', (file) => {
  const text = readFileSync(new URL(file, root), 'utf8');
  // Its address is one that nobody has, which is just what it should be.
  const { diagnostics } = validateSource(text, { profile: 'strict', levels: { 'url/placeholder-host': 'off' } });
  expect(diagnostics).toEqual([]);
});
