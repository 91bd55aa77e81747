import type { Payload } from '../passport/types.generated.js';
import type { Tone } from './banner.js';

type Risk = Payload['trust']['data_access_risk'];

export const riskTones: Readonly<Record<Risk, Tone>> = { low: 'good', moderate: 'warning', high: 'bad' };

/** What a level of risk means. */
export const riskMeanings: Readonly<Record<Risk, string>> = {
  low: 'no credentials, network or files named',
  moderate: 'reaches the network or files',
  high: 'needs credentials, an account or billing, or executes code',
};

export const componentNames = {
  adoption: 'Adoption',
  quality: 'Quality',
  ecosystem: 'Ecosystem',
  match_graph: 'Match graph',
  freshness: 'Freshness',
} as const;

export const componentMeanings = {
  adoption: 'how widely it is used',
  quality: 'how well it is made and documented',
  ecosystem: 'how well it works with others',
  match_graph: 'how well it fits what is asked for',
  freshness: 'how recently it was worked on',
} as const;

export const typeNames: Readonly<Record<Payload['artifact']['type'], string>> = {
  agent: 'Agent',
  api: 'API',
  app: 'App',
  benchmark: 'Benchmark',
  cli: 'Command-line tool',
  dataset: 'Dataset',
  extension: 'Extension',
  finetune: 'Fine-tuned model',
  framework: 'Framework',
  mcp: 'MCP server',
  model: 'Model',
  platform: 'Platform',
  product: 'Product',
  prompt: 'Prompt',
  repo: 'Repository',
  skill: 'Skill',
  template: 'Template',
  webapp: 'Web app',
  workflow: 'Workflow',
};

const prices: Readonly<Record<Payload['artifact']['pricing']['model'], string>> = {
  open_source: 'Open source',
  free: 'Free',
  freemium: 'Free to begin with',
  paid: 'Paid',
  usage: 'Paid by use',
  unknown: 'Not known',
};

export function priceOf({ model, starting_price }: Payload['artifact']['pricing']): string {
  return starting_price === null ? prices[model] : `${prices[model]}, from ${starting_price}`;
}

/** A count is never a bare 0: nothing observed is not the same as nothing there. */
export function outcomesOf({ matches, success_rate }: Payload['trust']['observed_outcomes']): string {
  if (matches === 0) return 'not observed yet';
  return `${matches.toLocaleString('en')} ${matches === 1 ? 'match' : 'matches'}, ${percent(success_rate)} successful`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

export function decimal(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** A number and its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
