// Runs a TypeScript script of the house with its arguments; installs packages first if they are missing.
import { prepare, run } from './prepare.mjs';

await prepare({ build: false });
run(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)]);
