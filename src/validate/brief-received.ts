import { fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';

/** What `received.ts` says, for bundles for browsers: what is read there ends up in no log, and is on its reader's screen. */
export function quoteReceived(text: string, _subject?: string, limit?: number): string {
  return quote(text, limit);
}

export function receivedField(pointer: string): string {
  return quote(fieldName(pointer), 200).slice(1, -1);
}
