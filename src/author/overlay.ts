import { checkSchema } from '../validate/schema.js';
import * as overlaySchema from '../validate/schemas/overlay.generated.js';
import { checkTexts } from '../validate/text.js';
import { located, parseText, writtenOf } from './authored-text.js';
import type { GivenOverlay } from './given-overlay.js';
import { narrowIn } from './narrow.js';

/**
 * An overlay as its author wrote it, in YAML or JSON. What is wrong with it is said with the manifest that it is given
 * with, and has its place in this file.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function readOverlay(text: string, file: string): GivenOverlay {
  const { value, diagnostics, notGiven, locate, comments, json } = parseText(text, 'overlay', file);
  const written = writtenOf(text, { value, locate, comments, json });
  const narrow = written && narrowIn(written);
  const read = { value, file, text, locate, narrow, comments, written, notGiven };
  if (value === undefined) return { ...read, isSound: false, diagnostics };
  const form = checkSchema(overlaySchema, value);
  // Fixes are for the text that is validated, and this one only comes with it.
  const found = located([...form, ...checkTexts(value)], locate, file, written);
  return { ...read, isSound: form.length === 0, diagnostics: found.map((one) => ({ ...one, fix: undefined })) };
}
