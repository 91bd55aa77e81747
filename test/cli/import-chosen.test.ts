import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passport, projectRoot, temporaryFolder } from './run.js';

const folder = temporaryFolder();

function inFolder(name: string): {
  readonly run: (...words: string[]) => ReturnType<typeof passport>;
  at: (file: string) => string;
} {
  mkdirSync(join(folder, name));
  return {
    run: (...words) => passport(words, { cwd: join(folder, name) }),
    at: (file) => join(folder, name, file),
  };
}

const model = (id: string, context: number) => ({
  id,
  name: id,
  description: 'Answers letters of a town.',
  context_length: context,
  architecture: { input_modalities: ['text'], output_modalities: ['text'] },
  pricing: { prompt: '0.0000002', completion: '0.0000004' },
});

describe('--id says which one is meant', () => {
  test('of a list of OpenRouter, and sync finds the same one again', () => {
    const { run, at } = inFolder('list');
    const list = (context: number) => JSON.stringify({ data: [model('town/a', 1000), model('town/b', context)] });
    writeFileSync(at('models.json'), list(2000));
    expect(run('import', 'openrouter', 'models.json', '-o', 'passport.yaml')).toMatchObject({ status: 1 });
    expect(run('import', 'openrouter', 'models.json', '--id', 'town/c').stderr).toContain('did you mean');
    expect(run('import', 'openrouter', 'models.json', '--id', 'town/b', '-o', 'passport.yaml').status).toBe(0);
    const source = readFileSync(at('passport.yaml'), 'utf8');
    expect(source).toContain('# models.json: id is "town/b"\n');
    expect(source).toContain('  id: openrouter-town-b\n');
    expect(run('sync', '--check')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'passport.yaml says what its files say\n',
    });
    writeFileSync(at('models.json'), list(3000));
    const drifted = run('sync', '--check');
    expect(drifted.status).toBe(1);
    expect(drifted.stdout).toContain('+      - Prompt and answer together have at most 3,000 tokens\n');
    expect(drifted.stderr).not.toContain('gone');
    expect(run('sync').status).toBe(0);
    expect(readFileSync(at('passport.yaml'), 'utf8')).toContain('3,000 tokens');
    // One that is offered no more is no other's drift.
    writeFileSync(at('models.json'), JSON.stringify({ data: [model('town/a', 1000), model('town/x', 1)] }));
    const lost = run('sync');
    expect(lost.status).toBe(1);
    expect(lost.stderr).toContain('it has no model "town/b"');
    expect(readFileSync(at('passport.yaml'), 'utf8')).toContain('3,000 tokens');
  });

  test('of a card of Hugging Face, and init --update and sync know it as well', () => {
    const { run, at } = inFolder('card');
    const card = (licence: string) => `---\nlicense: ${licence}\nlibrary_name: transformers\n---\n# Sorter\n`;
    writeFileSync(at('README.md'), card('mit'));
    expect(run('import', 'huggingface', 'README.md', '--id', '../x').status).toBe(1);
    expect(run('import', 'huggingface', 'README.md', '--id', 'Town/Sorter', '-o', 'passport.yaml').status).toBe(0);
    const source = readFileSync(at('passport.yaml'), 'utf8');
    expect(source).toContain('  id: hf-model-town--sorter\n');
    expect(source).toContain('  url: https://huggingface.co/Town/Sorter\n');
    expect(run('sync', '--check')).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(at('README.md'), card('apache-2.0'));
    const { stderr } = run('sync', '--check');
    expect(stderr).toContain('the license of README.md is "apache-2.0", and this was written for "mit"');
    expect(stderr).not.toContain('gone');
    // Without its address the source is completed by the repository that was once given.
    writeFileSync(at('passport.yaml'), source.replace(/.*\n {2}url: .*\n/, ''));
    run('init', '--update', '--yes');
    expect(readFileSync(at('passport.yaml'), 'utf8')).toContain('  url: https://huggingface.co/Town/Sorter\n');
  });
});

test('a passport goes back to a source and observations, and both to the same payload', () => {
  const { run, at } = inFolder('back');
  const template = readFileSync(join(projectRoot, 'templates/mcp.yaml'), 'utf8');
  writeFileSync(at('first.yaml'), template);
  const observed = { verified: true, rank: { adoption: 0.5 }, outcomes: { matches: 12, success_rate: 0.75 } };
  writeFileSync(at('observed.json'), JSON.stringify(observed));
  const built = run('build', 'first.yaml', '--observations', 'observed.json', '-o', 'doc.json');
  expect(built).toMatchObject({ status: 0 });
  expect(run('import', 'passport', 'doc.json', '-o', 's.yaml', '--observations-out', 'o.json').status).toBe(0);
  expect(JSON.parse(readFileSync(at('o.json'), 'utf8'))).toEqual(observed);
  expect(run('build', 's.yaml', '--observations', 'o.json', '-o', 'again.json').status).toBe(0);
  expect(readFileSync(at('again.json'), 'utf8')).toBe(readFileSync(at('doc.json'), 'utf8'));
  expect(run('build', 's.yaml', '-o', 'without.json').status).toBe(0);
  expect(readFileSync(at('without.json'), 'utf8')).not.toBe(readFileSync(at('doc.json'), 'utf8'));
});
