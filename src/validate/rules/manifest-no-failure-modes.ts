import type { SourceRule } from './source-rule.js';

export const manifestNoFailureModes: SourceRule = {
  id: 'manifest/no-failure-modes',
  *check({ kind, failureModes, hasFailureModes }) {
    if (kind !== 'manifest' || hasFailureModes) return;
    yield {
      message: 'the manifest declares no failure mode, of which registries warn',
      pointer: failureModes === undefined ? '' : '/failure_modes',
      part: 'key',
      hint: 'add failure_modes with a mode for each known way to fail: they come first in trust.failure_modes',
    };
  },
};
