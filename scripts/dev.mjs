// `npm run dev`: the same server code as in production, pages from Vite with hot reload, restarted when the server changes.
import { prepare, run } from './prepare.mjs';

await prepare({ build: false });
run('npx', ['tsx', 'watch', '--clear-screen=false', '--include', 'server/**', 'server/index.ts', '--dev']);
