import type { SourceRule } from './source-rule.js';

export const manifestNoExecution: SourceRule = {
  id: 'manifest/no-execution',
  *check({ kind, hasExecution, hasExecutionBlock }) {
    if (kind !== 'manifest' || hasExecution) return;
    yield {
      message: `${hasExecutionBlock ? 'the execution block names no protocol' : 'the manifest has no execution block'}, of which registries warn: nobody learns how to reach the artifact`,
      pointer: hasExecutionBlock ? '/execution' : '',
      part: 'key',
      hint: 'add execution with a protocol: mcp, http, https, stdio, websocket or grpc',
    };
  },
};
