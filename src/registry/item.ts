import type { PassportError } from '../errors.js';
import type { VerdictCode } from '../verify/verdict-codes.js';

/** One thing to be signed: a payload, a document, or a source. */
export interface BatchItem {
  /** UTF-8 bytes, or a text already decoded. */
  readonly input: Uint8Array | string;
  /** As its author or the registry calls it, for messages. */
  readonly file?: string | undefined;
  /** For a source: what the registry knows, as YAML or JSON. */
  readonly observations?: Uint8Array | string | undefined;
}

/** What became of an item. `index` counts items from 0, whatever became of those before. */
export type Outcome = SignedOutcome | KeptOutcome | RefusedOutcome;

export interface SignedOutcome {
  readonly status: 'signed';
  readonly index: number;
  readonly slug: string;
  /** The whole document on one line, without its end. */
  readonly document: string;
  /** Warnings about a source, as `buildPassport` gives them. */
  readonly warnings: number;
}

/** Its document need not be made anew. */
export interface KeptOutcome {
  readonly status: 'kept';
  readonly index: number;
  readonly slug: string;
}

/** `rejected`: there is something wrong with the item. `failed`: it could not be read. */
export interface RefusedOutcome {
  readonly status: 'rejected' | 'failed';
  readonly index: number;
  /** Where it is known. */
  readonly slug: string | undefined;
  /** Of an error, or of a verdict on a document that was to be signed anew. */
  readonly code: PassportError['code'] | VerdictCode | 'UNKNOWN_PAYLOAD';
  readonly message: string;
  /** RFC 6901 pointer into the item. */
  readonly pointer: string | undefined;
  readonly hint: string | undefined;
  /** The rule that was broken, where it was one. */
  readonly rule: string | undefined;
}

export type Refusal = Omit<RefusedOutcome, 'index'>;

/** What an error says of the item that it is about. */
export function refusalOf(error: PassportError, slug: string | undefined): Refusal {
  const first = error.diagnostics.find(({ severity }) => severity === 'error') ?? error.diagnostics[0];
  return {
    status: error.code === 'ERR_READ' ? 'failed' : 'rejected',
    slug,
    code: error.code,
    message: error.message,
    pointer: first?.pointer,
    hint: error.hint ?? first?.hint,
    rule: first?.ruleId,
  };
}

/** The second of two items with one slug is not signed: one would take the place of the other. */
export function duplicateSlug(slug: string, first: number): Refusal {
  return {
    status: 'rejected',
    slug,
    code: 'ERR_DUPLICATE_SLUG',
    message: `the slug ${slug} is that of item ${first} of this run`,
    pointer: undefined,
    hint: 'leave one of them out: nobody could tell which of the two is meant',
    rule: undefined,
  };
}
