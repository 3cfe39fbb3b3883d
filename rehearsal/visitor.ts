// One browser without a screen: asks for pages, sends forms, keeps cookies. Knows no page.

/** Something that the person who started the rehearsal can mend; its message is a whole sentence. */
export class Obstacle extends Error {}

export type Answered = { status: number; location: string | null; text: string };

export class Visitor {
	#cookies = new Map<string, string>();

	constructor(readonly url: string) {}

	/** The `Cookie` header that belongs to this visitor now. */
	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	has(cookie: string): boolean {
		return this.#cookies.has(cookie);
	}

	get(path: string): Promise<Answered> {
		return this.#ask(path, {});
	}

	post(path: string, fields: Record<string, string>): Promise<Answered> {
		return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields) });
	}

	async #ask(path: string, request: { method?: string; body?: URLSearchParams }): Promise<Answered> {
		const response = await fetch(new URL(path, this.url), {
			...request,
			redirect: 'manual',
			headers: { cookie: this.cookie, origin: new URL(this.url).origin, accept: 'text/html,application/json' }
		}).catch((error: Error) => {
			const { code } = (error.cause ?? {}) as { code?: string };
			throw new Obstacle(
				`There is no Narada at ${this.url} (${code ?? error.message}); start it with npm start or give its address with --url.`
			);
		});
		for (const line of response.headers.getSetCookie()) this.#keep(line);
		return { status: response.status, location: response.headers.get('location'), text: await response.text() };
	}

	#keep(line: string): void {
		const [pair = ''] = line.split(';');
		const at = pair.indexOf('=');
		const gone = /;\s*max-age=0\b/i.test(line);
		if (gone) this.#cookies.delete(pair.slice(0, at));
		else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
	}
}
