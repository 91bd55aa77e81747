import { describe, expect, it } from 'vitest';
import { capabilityUri } from '../../src/passport/capability-uri.js';

describe('capabilityUri', () => {
  it.each([
    ['search-retrieval', 'find a recipe by ingredient', 'capability://search.retrieval.find.a.recipe.by.ingredient'],
    ['image-visual', 'JPEG/PNG to WebP', 'capability://image.visual.jpeg.png.to.webp'],
    ['image-visual', '  (beta) crop -- and "rotate"!  ', 'capability://image.visual.beta.crop.and.rotate'],
    ['a', '.leading and trailing.', 'capability://a.leading.and.trailing'],
    ['a', '...dots...only...around...', 'capability://a.dots.only.around'],
    ['a', 'snake_case_name', 'capability://a.snake.case.name'],
    ['a', '100% of 3.5', 'capability://a.100.of.3.5'],
    ['a', 'x', 'capability://a.x'],
    ['a', '0', 'capability://a.0'],
    ['data--processing-', 'x', 'capability://data.processing.x'],
    ['Data-Processing', 'X', 'capability://data.processing.x'],
    // Letters outside a-z separate, they are not transliterated.
    ['a', 'café menu', 'capability://a.caf.menu'],
    ['a', 'straße', 'capability://a.stra.e'],
    ['a', 'ÄPFEL', 'capability://a.pfel'],
    ['a', 'x²', 'capability://a.x'],
    ['a', 'read 日本語 menus', 'capability://a.read.menus'],
    ['a', '🍞 timer 🍞', 'capability://a.timer'],
    // Lower case comes first: the Kelvin sign becomes k, the dotted capital I becomes i and a combining dot.
    ['a', '300 \u212a', 'capability://a.300.k'],
    ['a', 'İzmir', 'capability://a.i.zmir'],
    ['a', 'two\nlines\tand a tab', 'capability://a.two.lines.and.a.tab'],
  ])('%j and %j', (category, name, uri) => {
    expect(capabilityUri(category, name)).toBe(uri);
  });

  it.each([
    ['', 'name', 'category'],
    ['---', 'name', 'category'],
    ['日本', 'name', 'category'],
    ['a', '', 'name'],
    ['a', '…!?', 'name'],
    ['a', '日本語', 'name'],
  ])('has none for %j and %j', (category, name, what) => {
    expect(() => capabilityUri(category, name)).toThrow(
      expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringContaining(`the ${what} `) }),
    );
  });

  it.each([
    [undefined, 'name', 'category'],
    [['a'], 'name', 'category'],
    ['a', null, 'name'],
    ['a', 7, 'name'],
  ])('takes texts only, not %j and %j', (category, name, what) => {
    expect(() => capabilityUri(category as string, name as string)).toThrow(
      expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringContaining(`the ${what} `) }),
    );
  });

  it('has the form that the schema asks for', () => {
    const form = /^capability:\/\/[a-z0-9]+(\.[a-z0-9]+)*$/;
    for (let code = 0x20; code < 0x2100; code++) {
      const character = String.fromCharCode(code);
      expect(capabilityUri('a', `${character}b${character}${character}c${character}`)).toMatch(form);
    }
  });
});
