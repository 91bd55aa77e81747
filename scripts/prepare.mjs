// Builds the package where it is installed from its repository. npm installs what the build needs first, except for a
// global installation (npm/cli issue 8440), which is what pre-commit makes: there it is done here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/esbuild')) {
  // The outer installation hands its settings down: that it is global, above all.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location)$/i.test(name)),
  );
  const words = ['ci', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, ...words], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
await import('./build.mjs');
