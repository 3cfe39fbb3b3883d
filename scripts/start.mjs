// `npm start`: installs and builds if needed, then serves in this very process, so that signals reach the server.
import { prepare } from './prepare.mjs';

await prepare({ build: true });
process.env.NODE_ENV ??= 'production';
await import('../build/narada/index.js');
