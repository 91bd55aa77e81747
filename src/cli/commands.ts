import type { Command } from './command.js';

/** The commands and where their code is: a run loads one of them. */
export const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.js')).init,
  sync: async () => (await import('./commands/sync.js')).sync,
  import: async () => (await import('./commands/import.js')).importCommand,
  validate: async () => (await import('./commands/validate.js')).validate,
  build: async () => (await import('./commands/build.js')).build,
  sign: async () => (await import('./commands/sign.js')).sign,
  batch: async () => (await import('./commands/batch.js')).batch,
  resign: async () => (await import('./commands/resign.js')).resign,
  cosign: async () => (await import('./commands/cosign.js')).cosign,
  claim: async () => (await import('./commands/claim.js')).claim,
  verify: async () => (await import('./commands/verify.js')).verify,
  diff: async () => (await import('./commands/diff.js')).diff,
  trust: async () => (await import('./commands/trust.js')).trust,
  revoke: async () => (await import('./commands/revoke.js')).revoke,
  keygen: async () => (await import('./commands/keygen.js')).keygen,
  key: async () => (await import('./commands/key.js')).key,
  canonicalize: async () => (await import('./commands/canonicalize.js')).canonicalize,
  rules: async () => (await import('./commands/rules.js')).rules,
  explain: async () => (await import('./commands/explain.js')).explain,
  render: async () => (await import('./commands/render.js')).render,
  preview: async () => (await import('./commands/preview.js')).preview,
  verifier: async () => (await import('./commands/verifier.js')).verifier,
  inspect: async () => (await import('./commands/inspect.js')).inspect,
  completion: async () => (await import('./commands/completion.js')).completionOf(loaders),
};
