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
    'QPL-1.0 UPL-1.0 Unicode-3.0 Unlicense UCL-1.0 W3C Zlib ZPL-2.1'
  )
    .toLowerCase()
    .split(' '),
);

/** Whether every licence that an expression names, whichever one chooses, is one of open source. */
export function isOpenSource(expression: string): boolean {
  if (expression.length > 1000) return false;
  const names = expression.replace(/\bWITH\s+\S+/gi, ' ').match(/[A-Za-z\d.+-]+/g) ?? [];
  const licences = names.filter((name) => !/^(?:and|or)$/i.test(name));
  return licences.length > 0 && licences.every((name) => approved.has(name.replace(/\+$/, '').toLowerCase()));
}

/** The pricing that a licence speaks for. That the artifact costs nothing beside it is for its author to say. */
export function pricingOf(
  finds: Finds,
  licence: string | undefined,
  place: string,
): { readonly model: Found<Pricing['model']> | undefined } | undefined {
  if (licence === undefined || !isOpenSource(licence)) return undefined;
  return { model: finds('open_source' as const, place, `${licence} is an open source licence`) };
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
