import type { Finds } from './found.js';
import type { Found, Pricing } from './draft.js';

// Those in wide use that the Open Source Initiative has approved; one that is missing here is only not guessed from.
const approved: ReadonlySet<string> = new Set(
  (
    '0BSD AFL-3.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-1.1 Apache-2.0 APSL-2.0 Artistic-2.0 BlueOak-1.0.0 ' +
    'BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSL-1.0 CAL-1.0 CDDL-1.0 CECILL-2.1 CPL-1.0 ECL-2.0 ' +
    'EFL-2.0 EPL-1.0 EPL-2.0 EUPL-1.1 EUPL-1.2 GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0-only ' +
    'GPL-3.0-or-later ISC LGPL-2.0 LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only LGPL-3.0-or-later ' +
    'LPL-1.02 MIT MIT-0 MPL-1.1 MPL-2.0 MS-PL MS-RL MulanPSL-2.0 NCSA OFL-1.1 OSL-3.0 PostgreSQL PSF-2.0 Python-2.0 ' +
    'QPL-1.0 UPL-1.0 Unicode-3.0 Unlicense UCL-1.0 W3C Zlib ZPL-2.1 ' +
    // Words of hubs for whole families.
    'BSD GPL LGPL'
  )
    .toLowerCase()
    .split(' '),
);

// Free licences of works and data, which are no matter of the Open Source Initiative.
const ofWorks =
  /^(?:cc0-1\.0|cc-by(?:-sa)?-\d\.\d|odc-by(?:-1\.0)?|odbl(?:-1\.0)?|pddl(?:-1\.0)?|cdla-permissive-[12]\.0|etalab-2\.0)$/;

/** How open a licence is: `source` what the Open Source Initiative approves, `works` what is free for works and data. */
export type Openness = 'source' | 'works' | undefined;

/**
 * How open an expression of SPDX is, in capitals or in the small letters of hubs: OR is a choice, as open as its most
 * open side; AND holds at once, and is as open as its least open side.
 */
export function opennessOf(expression: string): Openness {
  if (expression.length > MOST_CHARACTERS) return undefined;
  const tokens = expression.match(/[()/]|[^\s()/]+/g) ?? [];
  const reader = new ExpressionReader(tokens);
  return ranks[reader.read()];
}

const ranks: readonly Openness[] = [undefined, 'works', 'source'];
const MOST_CHARACTERS = 1000;

class ExpressionReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  /** The place in `ranks`; 0 for what is no expression. */
  read(): number {
    const rank = this.choice();
    return this.at === this.tokens.length ? rank : 0;
  }

  private choice(): number {
    let rank = this.together();
    // Old packages have a slash for it.
    while (this.takes(/^(?:or|\/)$/i)) rank = Math.max(rank, this.together());
    return rank;
  }

  private together(): number {
    let rank = this.one();
    while (this.takes(/^and$/i)) rank = Math.min(rank, this.one());
    return rank;
  }

  private one(): number {
    if (this.takes(/^\($/)) {
      const rank = this.choice();
      return this.takes(/^\)$/) ? rank : 0;
    }
    const name = (this.tokens[this.at++] ?? '').replace(/\+$/, '').toLowerCase();
    // An exception only permits more.
    if (this.takes(/^with$/i)) this.at++;
    return approved.has(name) ? 2 : ofWorks.test(name) ? 1 : 0;
  }

  private takes(token: RegExp): boolean {
    if (!token.test(this.tokens[this.at] ?? '')) return false;
    this.at++;
    return true;
  }
}

/** Why a licence lets one guess that what is under it costs nothing; undefined where it does not. */
export function reasonOf(licence: string): string | undefined {
  const openness = opennessOf(licence);
  if (openness === undefined) return undefined;
  const what = openness === 'source' ? 'an open source licence' : 'an open licence of works and data, not of software';
  return /\sor\s|\//i.test(licence) ? `${licence} has ${what} among its choices` : `${licence} is ${what}`;
}

/** The pricing that a licence speaks for. That the artifact costs nothing beside it is for its author to say. */
export function pricingOf(
  finds: Finds,
  licence: string | undefined,
  place: string,
): { readonly model: Found<Pricing['model']> | undefined } | undefined {
  const reason = licence === undefined ? undefined : reasonOf(licence);
  return reason === undefined ? undefined : { model: finds('open_source' as const, place, reason) };
}

// What stands in the text of each and in no other's, without line breaks; the first that fits has it.
const texts: ReadonlyArray<readonly [licence: string, name: string, ...parts: RegExp[]]> = [
  ['AGPL-3.0', 'GNU AFFERO GENERAL PUBLIC LICENSE', /version 3, 19 november 2007/],
  ['LGPL-3.0', 'GNU LESSER GENERAL PUBLIC LICENSE', /version 3, 29 june 2007/],
  ['LGPL-2.1', 'GNU LESSER GENERAL PUBLIC LICENSE', /version 2\.1, february 1999/],
  ['GPL-3.0', 'GNU GENERAL PUBLIC LICENSE', /version 3, 29 june 2007/],
  ['GPL-2.0', 'GNU GENERAL PUBLIC LICENSE', /version 2, june 1991/],
  ['Apache-2.0', 'Apache License', /version 2\.0, january 2004/],
  ['MPL-2.0', 'Mozilla Public License', /version 2\.0/, /covered software/],
  ['EPL-2.0', 'Eclipse Public License', /v(?:ersion)? ?2\.0/],
  ['BSL-1.0', 'Boost Software License', /version 1\.0/],
  ['Unlicense', 'This is free and unencumbered software', /released into the public domain/],
  ['BSD-3-Clause', 'Redistribution and use in source and binary forms', /neither the name/, /this list of conditions/],
  ['BSD-2-Clause', 'Redistribution and use in source and binary forms', /this list of conditions/],
  ['ISC', 'Permission to use, copy, modify, and', /provided that the above copyright notice/],
  [
    'MIT',
    'Permission is hereby granted, free of charge',
    /the above copyright notice and this permission notice shall be included/,
  ],
];

const LOOKED_AT = 20_000;

/** The licence that a text reads like; undefined where it reads like none of those that are known here. */
export function licenceOfText(text: string): string | undefined {
  const plain = text
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .replace(/[\s*#>]+/g, ' ');
  return texts.find(
    ([, name, ...parts]) => plain.includes(name.toLowerCase()) && parts.every((part) => part.test(plain)),
  )?.[0];
}
