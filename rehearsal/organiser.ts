// The organiser and facilitator as a bot: prepares a session by the pages' forms, runs it, fetches its record. Knows no participant.
import type { BallotPlan, Tally } from '#lib/ballot/ballot.ts';
import type { DecisionDraft } from '#lib/decision/decision.ts';
import type { CommandInput } from '#lib/protocol.ts';
import { CommandLink } from './command-link.ts';
import type { Script } from './script.ts';
import { Obstacle, Visitor } from './visitor.ts';

/** How long a closed session may take to become a record, and how often to look, ms. */
const freezing = { patience: 30_000, interval: 100 };
const retentionMonths = 60;

export type Prepared = { laboratory: string; session: string; code: string };

export class Organiser {
	#visitor: Visitor;
	#link: CommandLink<'facilitator'> | null = null;

	constructor(readonly url: string) {
		this.#visitor = new Visitor(url);
	}

	async signIn(password: string): Promise<void> {
		const health = await this.#visitor.get('/health');
		if (!health.text.includes('"ok"')) throw new Obstacle(`What answers at ${this.url} is not Narada.`);
		const { status } = await this.#visitor.post('/signin', { password });
		if (status === 429) throw new Obstacle('There were too many attempts to sign in; wait a minute and try again.');
		if (status !== 303)
			throw new Obstacle('The password in ORGANISER_PASSWORD is not the organiser’s password of this server.');
	}

	/** Makes a session with the agenda of the script, in a laboratory of its own unless one is given. */
	async prepare(
		script: Pick<Script, 'title' | 'date' | 'place' | 'territory' | 'agenda'> & { laboratory?: string }
	): Promise<Prepared> {
		const laboratory = script.laboratory ?? (await this.#found(script));
		const session = await this.#make(`/labs/${laboratory}/sessions/new?/create`, /\/sessions\/([\w-]+)$/, {
			title: script.title.slice(0, 160) || 'Próba',
			date: /^\d{4}-\d\d-\d\d$/.test(script.date) ? script.date : new Date().toISOString().slice(0, 10),
			start: '',
			end: '',
			place: script.place,
			language: 'pl',
			notice: '',
			retentionMonths: String(retentionMonths),
			template: 'empty'
		});
		const page = `/labs/${laboratory}/sessions/${session}`;
		const saved = await this.#visitor.post(`${page}?/agenda`, { agenda: JSON.stringify(script.agenda) });
		if (saved.status >= 400) throw new Obstacle(`The server did not take the agenda (it answered ${saved.status}).`);
		const { text } = await this.#visitor.get(page);
		const code = /\/s\/(\d{6})\b/.exec(text)?.[1];
		if (!code) throw new Obstacle('The page of the session shows no join code.');
		return { laboratory, session, code };
	}

	#found(script: Pick<Script, 'title' | 'territory'>): Promise<string> {
		return this.#make('/labs/new', /^\/labs\/([\w-]+)$/, {
			name: `Próba: ${script.title}`.slice(0, 120),
			purpose: 'Próba z botami',
			...script.territory,
			circle: 'changing'
		});
	}

	/** Sends a form that leads to the page of what it made; returns the id in that page's address. */
	async #make(path: string, made: RegExp, fields: Record<string, string>): Promise<string> {
		const { status, location } = await this.#visitor.post(path, fields);
		const id = made.exec(new URL(location ?? '', this.url).pathname)?.[1];
		if (status !== 303 || !id)
			throw new Obstacle(`The server did not take the form at ${path} (it answered ${status}).`);
		return id;
	}

	/** A second device that facilitates, come by the facilitator's link. */
	async secondDesk({ session, code }: Prepared): Promise<CommandLink<'facilitator'>> {
		const key = new RegExp(`/s/${code}/run\\?key=([\\w-]+)`).exec(
			(await this.#visitor.get(`/s/${code}/run`)).text
		)?.[1];
		const visitor = new Visitor(this.url);
		await visitor.get(`/s/${code}/run?key=${key}`);
		if (!visitor.has(`narada_facilitator_${session}`)) throw new Obstacle('The facilitator’s link opened no desk.');
		return new CommandLink({ url: this.url, session, role: 'facilitator', cookie: visitor.cookie });
	}

	async facilitate({ session, code }: Prepared): Promise<void> {
		const { status } = await this.#visitor.get(`/s/${code}/run`);
		if (!this.#visitor.has(`narada_facilitator_${session}`))
			throw new Obstacle(`The facilitator’s page did not open (the server answered ${status}).`);
		this.#link = new CommandLink({ url: this.url, session, role: 'facilitator', cookie: this.#visitor.cookie });
		await this.desk.carryOut({ type: 'session.open' });
	}

	/** The desk's connection. */
	get desk(): CommandLink<'facilitator'> {
		if (!this.#link) throw new Error('nobody facilitates yet');
		return this.#link;
	}

	/** Any command of a facilitator. */
	carryOut(command: CommandInput): Promise<void> {
		return this.desk.carryOut(command);
	}

	startItem(item: string): Promise<void> {
		return this.desk.carryOut({ type: 'item.start', item });
	}

	/** The ballot that opened with its item, or one opened by hand; its id. */
	async openBallot(item: string, plan: BallotPlan): Promise<string> {
		const running = (item: string) =>
			this.desk.until('the item', (view) => view.now.item === item && { ballots: view.ballots });
		const open = (await running(item)).ballots.find((ballot) => ballot.item === item && ballot.status === 'open');
		if (open) return open.id;
		await this.desk.carryOut({ type: 'ballot.open', item, plan });
		return this.desk.until(
			'the ballot',
			({ ballots }) => ballots.find((ballot) => ballot.item === item && ballot.status === 'open')?.id
		);
	}

	async closeBallot(ballot: string): Promise<Tally> {
		await this.desk.carryOut({ type: 'ballot.close', ballot });
		const tally = await this.desk.until('the count', ({ ballots }) => ballots.find(({ id }) => id === ballot)?.tally);
		await this.desk.carryOut({ type: 'ballot.reveal', ballot });
		return tally;
	}

	decide(decision: DecisionDraft): Promise<void> {
		return this.desk.carryOut({ type: 'decision.record', decision });
	}

	closeSession(): Promise<void> {
		return this.desk.carryOut({ type: 'session.close' });
	}

	static recordPath(session: string): string {
		return `/archive/${session}/record.json`;
	}

	/** The text of the record's export, once the closed session is frozen. */
	async record(session: string): Promise<string> {
		const until = Date.now() + freezing.patience;
		for (;;) {
			const { status, text } = await this.#visitor.get(Organiser.recordPath(session));
			if (status === 200) return text;
			if (Date.now() > until) throw new Obstacle(`The server did not give out the record (it answered ${status}).`);
			await new Promise((resolve) => setTimeout(resolve, freezing.interval));
		}
	}

	close(): void {
		this.#link?.close();
	}
}
