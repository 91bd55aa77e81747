// Approved by the Open Source Initiative, or free licences of works and data; in lower case.
const open =
  /^(?:(?:apache|[al]?gpl|mpl|epl|eupl|osl|afl|ecl|odc-by|cc0|ms-pl|artistic|bsl-1\.0)(?:-|$)|mit(?:-|$)|bsd(?:-|$)|0bsd$|isc$|zlib$|ncsa$|postgresql$|unlicense$|wtfpl$|pddl(?:-|$)|odbl(?:-|$)|cc-by(?:-sa)?(?:-\d|$))/;

/** Whether a licence, in the words of SPDX or of hubs, lets everybody use, change and pass on what is under it. */
export function isOpenLicence(licence: string): boolean {
  // A choice is as open as its most open side, what holds at once as its least open one.
  return licence
    .slice(0, 1000)
    .toLowerCase()
    .replaceAll(/[()]/g, ' ')
    .split(/\sor\s/)
    .some((side) => side.split(/\sand\s/).every((one) => open.test(one.trim())));
}
