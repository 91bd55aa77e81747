/** Why an author cannot set a field, and who does. */
export interface FieldOwner {
  readonly what: string;
  readonly hint: string;
}

const observed = (what: string): FieldOwner => ({
  what: `the registry observes ${what}`,
  hint: 'remove it; a registry gives it with --observations',
});
const derived = (from: string): FieldOwner => ({
  what: `it is derived from ${from}`,
  hint: 'remove it: the toolkit writes it',
});
// What stands in such a list may stand nowhere else.
const derivedList = (field: string): FieldOwner => ({
  what: `it is derived from the capabilities' ${field}`,
  hint: `move what is in it to the ${field} of the capabilities that it is about`,
});

const owners: ReadonlyArray<readonly [RegExp, FieldOwner]> = [
  [/^\/artifact\/verified$/, observed('whether the builder is verified')],
  [/^\/artifact\/page_url$/, derived('the registry and the slug')],
  [/^\/artifact\/pricing\/free$/, derived('pricing.model')],
  [/^\/capabilities\/\d+\/id$/, derived("the artifact's id and the capability's number")],
  [/^\/capabilities\/\d+\/uri$/, derived("the capability's first category and its name")],
  [/^\/capabilities\/\d+\/(confidence|matches|success_rate)$/, observed('how the capability does')],
  [/^\/(trust|score|data_access_risk)$/, derived('the capabilities and the observations')],
  [/^\/permissions$/, derivedList('requires')],
  [/^\/failure_modes$/, derivedList('limitations')],
  [/^\/(verified|rank|rank_breakdown|outcomes|observed_outcomes|community)$/, observed('this')],
  [/^\/maintenance$/, observed('when the artifact changed')],
  [/^\/distribution$/, derived('the registry and the slug')],
  [/^\/(@version|version)$/, derived("the registry's edition of the format")],
  [
    /^\/(signature|signedAt|signedBy|passport|unfragile|_links|_cosignatures)$/,
    { what: 'signing adds it', hint: 'remove it, or sign the document it came from' },
  ],
];

/** Who sets a field that authors may not write; `undefined` for a field that nobody knows. */
export function fieldOwner(pointer: string): FieldOwner | undefined {
  return owners.find(([pattern]) => pattern.test(pointer))?.[1];
}
