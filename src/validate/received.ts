import { fieldName, pointerTokens } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { secret } from './rules/secret.js';

/**
 * A text received, quoted for a message; one that holds a secret is described: messages end up in logs.
 * @param subject what stands before the description, where the message has not named the text
 */
export function quoteReceived(text: string, subject = 'a text ', limit?: number): string {
  const found = secret.find(text);
  return found === undefined ? quote(text, limit) : `${subject}that ${found.what}`;
}

/** The name of a field for a message; the keys that it is made of may hold a secret or hidden characters, too. */
export function receivedField(pointer: string): string {
  const name = fieldName(pointer);
  // In the pointer and in its quotes, a secret may have another shape.
  const found = [name, ...pointerTokens(pointer)].map((part) => secret.find(part)).find((match) => match !== undefined);
  return found === undefined ? quote(name, 200).slice(1, -1) : `a field with a name that ${found.what}`;
}
