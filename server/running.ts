// Where pages find the running application: bundlers give routes a copy of every module, but there is one globalThis.
import type { App } from './app.ts';

const key = Symbol.for('narada.app');
type Holder = { [key]?: App };

export function setRunning(app: App): void {
	(globalThis as Holder)[key] = app;
}

export function running(): App {
	const app = (globalThis as Holder)[key];
	if (!app) throw new Error('no application is running in this process');
	return app;
}
