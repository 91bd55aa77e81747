// What a builder does, from a shipped template to a verdict, with a throw-away key in a folder that goes at the end.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'passport-demo-'));

try {
  copyFileSync(join(root, 'templates/mcp.yaml'), join(folder, 'passport.yaml'));
  // For a moment, in a folder of its own: else a key is encrypted.
  passport('keygen', '-o', 'demo', '--no-encrypt', '--insecure');
  passport('validate', 'passport.yaml');
  passport('sign', 'passport.yaml', '--key', 'demo.key', '-o', 'passport.json');
  passport('verify', 'passport.json', '--key', 'demo.pub');
  passport('inspect', 'passport.json');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function passport(...args) {
  console.log(`\n$ passport ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'dist/bin/passport.js'), ...args], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 70;
}
