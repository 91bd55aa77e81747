/** A source without a problem. */
export const SOURCE = `# One small artifact.
artifact:
  slug: toaster
  name: Toaster
  type: app
  url: https://toaster.lindenau.town/
  categories: [automation]
  pricing: { model: free }
capabilities:
  - name: toast bread
    description: >-
      Toasts one slice of bread on both sides until it is as brown as the dial says, and lifts it out when it is done.
    intents: []
    best_for: []
    limitations: [burns thin slices]
    requires: []
    input_types: [bread]
    output_types: [toast]
    categories: [automation-workflow]
`;

/** One error, which can be mended. */
export const MISSPELT = SOURCE.replace('name: Toaster', 'Name: Toaster');
/** One warning, which cannot. */
export const WARNED = SOURCE.replace('url: https:', 'url: http:');
