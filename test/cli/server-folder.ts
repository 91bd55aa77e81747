import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const tools = [
  {
    name: 'opening_hours',
    title: 'Answer opening hours questions',
    description:
      'Takes a branch and a date and looks them up in the calendar of the library. Returns the opening and closing time, or why it is closed.',
    inputSchema: { type: 'object', properties: { branch: { type: 'string' } }, required: ['branch'] },
  },
  {
    name: 'reset',
    title: 'Forget what was read',
    description:
      'Deletes what the server keeps of the calendar, so that the next question is answered from the library and not from memory.',
    inputSchema: { type: 'object', properties: {} },
  },
];

export const packageJson = {
  name: '@harbour-town/library-desk',
  version: '1.4.2',
  license: 'MIT',
  homepage: 'https://harbour-town.org/library-desk',
  keywords: ['mcp-server', 'library'],
  bin: { 'library-desk': 'main.js' },
  scripts: { preinstall: 'touch executed', postinstall: 'touch executed' },
};

export const serverJson = {
  name: 'io.github.harbour-town/library-desk',
  title: 'Town Library Desk',
  description: 'Opening hours of the town library.',
  version: '1.4.2',
  repository: { url: 'https://github.com/harbour-town/library-desk', source: 'github' },
};

/** A folder with the files of an MCP server, as its builder has it. */
export function serverFolder(within: string, parts: { readonly tools?: readonly object[] } = {}): string {
  const folder = mkdtempSync(join(within, 'server-'));
  mkdirSync(join(folder, '.git'));
  writeJson(folder, 'package.json', packageJson);
  writeJson(folder, 'server.json', serverJson);
  writeJson(folder, 'tools.json', { tools: parts.tools ?? tools });
  return folder;
}

export function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
}
