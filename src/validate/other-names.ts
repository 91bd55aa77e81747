import { isSameWord, nearest } from '../encoding/nearest.js';

/** What people write for a key of a source who know it from elsewhere: manifests, model cards, package files. */
const keys: Readonly<Record<string, string>> = {
  url: 'homepage',
  category: 'categories',
  homepage: 'url',
  repository: 'url',
  website: 'url',
  title: 'name',
  summary: 'description',
  kind: 'type',
  keywords: 'tags',
  labels: 'tags',
  intents_served: 'intents',
  use_cases: 'best_for',
  suited_for: 'best_for',
  failure_modes: 'limitations',
  known_issues: 'limitations',
  limits: 'limitations',
  needs: 'requires',
  requirements: 'requires',
  permissions: 'requires',
  prerequisites: 'requires',
  inputs: 'input_types',
  outputs: 'output_types',
};

/** The same for words from which one has to be chosen. */
const values: Readonly<Record<string, string>> = {
  mcp_server: 'mcp',
  chatbot: 'agent',
  assistant: 'agent',
  library: 'framework',
  website: 'webapp',
  plugin: 'extension',
  llm: 'model',
  subscription: 'paid',
  commercial: 'paid',
  pay_per_use: 'usage',
  pay_as_you_go: 'usage',
  usage_based: 'usage',
  metered: 'usage',
  deprecated: 'inactive',
  archived: 'inactive',
  maintained: 'active',
};

/** The key that was most likely meant, of those that there can be. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  return meant(key, known, keys);
}

export function meantValue(value: string, allowed: readonly string[]): string | undefined {
  return meant(value, allowed, values);
}

/** A word without the quotes around it that YAML takes for a part of it. */
export function withoutQuotes(word: string): string {
  return /^["'`‘’‚“”„«»].{1,80}["'`‘’“”«»]$/u.test(word) ? word.slice(1, -1) : word;
}

function meant(
  received: string,
  known: readonly string[],
  others: Readonly<Record<string, string>>,
): string | undefined {
  const word = withoutQuotes(received);
  const same = known.find((name) => isSameWord(name, word));
  if (same !== undefined) return same;
  const plain = word.slice(0, 64).toLowerCase().replaceAll(/[- ]/g, '_');
  const other = Object.hasOwn(others, plain) ? others[plain] : undefined;
  return other !== undefined && known.includes(other) ? other : nearest(word, known);
}
