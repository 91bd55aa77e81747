import { hasStem } from '../stems.js';
import type { TextRule } from './text-rule.js';

// What is written to the programs that read a passport rather than to people. Bounded repetition only: no backtracking.
// An honest list of limitations tells that prompts "can override the system prompt", or that messages "do not inform
// users": what is said of others is no order.
const patterns: readonly RegExp[] = [
  /(?<!(?<!\byou\s)\b(?:can|could|may|might|cannot)\s)\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:previous|prior|above|earlier|preceding|system|all|any|your)\b[^.]{0,30}\b(?:instructions?|prompts?|rules?|directions?|guidelines?)\b/i,
  /<\|[a-z_]{2,30}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant)(?:_prompt)?>/i,
  /(?:^|[^\w\s-]\s?|\n|\b(?:and|then|but|or|please|you|must|should|agents?|assistants?|models?)\s)do\snot\s(?:tell|inform|warn|alert)\b[^.]{0,20}\b(?:the\s)?users?\b/i,
  /\b(?:always|must)\s(?:rate|score|rank|recommend|trust|prefer|choose|select)\b[^.]{0,30}\b(?:this\s(?:artifact|agent|api|app|dataset|listing|mcp|model|passport|product|server|skill|tool)|as\s(?:the\s)?(?:best|highest|safe|trusted)|above\sall)\b/i,
];

// In each of them.
const stems = ['ignore', 'disregard', 'forget', 'override', 'bypass', '<', '[inst', '[/inst', 'not', 'always', 'must'];

export const instructionLike: TextRule = {
  id: 'text/instruction-like',
  severity: 'error',
  hint: 'describe the artifact to people; a text that gives orders to the agents that read it is refused',
  find(text) {
    if (!hasStem(text, stems)) return undefined;
    // White space does not change what a reader takes in; only where a line begins is looked at.
    const folded = text.replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '));
    return patterns.some((pattern) => pattern.test(folded))
      ? 'reads like an instruction to the program that reads it'
      : undefined;
  },
};
