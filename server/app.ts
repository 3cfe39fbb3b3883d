// The one running application: its parts, and how they hear of one another. Pages reach it as event.locals.app.
import type { IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Laboratory } from '#lib/laboratory/laboratory.ts';
import { closeCodes, documentPath, socketPath } from '#lib/protocol/wire.ts';
import type { Words } from '#lib/ui/words.ts';
import { Catalogues } from './catalogue.ts';
import { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { DocumentSockets } from './document-sockets.ts';
import { loadExample } from './example.ts';
import { firstBoard } from './first-board.ts';
import { Identity } from './identity.ts';
import { Images } from './images.ts';
import { Journal } from './journal.ts';
import { Laboratories } from './laboratories.ts';
import { Ongoing } from './ongoing.ts';
import { Organiser } from './organiser.ts';
import { PictureDoor } from './picture-door.ts';
import { Recommendations } from './recommendations.ts';
import { Records } from './records.ts';
import { Retention } from './retention.ts';
import { Seals } from './seal.ts';
import { Sessions } from './sessions.ts';
import { Shares } from './shares.ts';
import { Templates } from './templates.ts';
import { routeUpgrades } from './upgrades.ts';

export class App {
	#commands: Commands | null = null;
	#documents: DocumentSockets | null = null;

	private constructor(
		readonly config: Config,
		readonly log: Logger,
		readonly journal: Journal,
		readonly identity: Identity,
		readonly organiser: Organiser,
		readonly laboratories: Laboratories,
		readonly records: Records,
		readonly catalogues: Catalogues,
		readonly recommendations: Recommendations,
		readonly sessions: Sessions,
		readonly templates: Templates,
		readonly images: Images,
		readonly shares: Shares,
		readonly retention: Retention,
		/** Server time, ms. */
		readonly clock: () => number
	) {}

	static async open(config: Config, log: Logger, clock: () => number = Date.now): Promise<App> {
		const at = (name: string) => join(config.dataDirectory, name);
		await mkdir(config.dataDirectory, { recursive: true });
		const journal = await Journal.open(at('journal'));
		const ongoing = new Ongoing();
		const laboratories = await Laboratories.open(at('laboratories'), log, clock);
		const records = await Records.open(at('records'), log);
		const catalogues = await Catalogues.open(at('catalogue'), log, clock);
		const recommendations = await Recommendations.open(at('recommendations'), {
			log,
			ongoing,
			clock,
			records,
			catalogues
		});
		const seals = new Seals(at('ballot-keys'));
		const images = await Images.open(at('images'), { ongoing, clock });
		const sessions = await Sessions.open(at('sessions'), {
			journal,
			seals,
			log,
			ongoing,
			clock,
			timeZone: config.timeZone,
			laboratories,
			records,
			images
		});
		const shares = await Shares.open(at('shares'), log, clock);
		const retention = await Retention.open(at('erasures'), {
			log,
			ongoing,
			clock,
			timeZone: config.timeZone,
			sessions,
			records,
			shares,
			recommendations
		});
		const templates = await Templates.open(at('templates'), log, clock);
		const identity = await Identity.open(config.dataDirectory);
		const organiser = await Organiser.open(config.dataDirectory, config.organiserPassword, clock);
		return new App(
			config,
			log,
			journal,
			identity,
			organiser,
			laboratories,
			records,
			catalogues,
			recommendations,
			sessions,
			templates,
			images,
			shares,
			retention,
			clock
		);
	}

	/** Pictures of boards, by the rights of who comes with them. */
	get pictures(): PictureDoor {
		return new PictureDoor(this.sessions, this.images, () => this.journal.works);
	}

	/** A board for the first answer of a page. */
	firstBoard = firstBoard;

	/** The example laboratory, made if it is not there. */
	example(words: Words): Promise<Laboratory> {
		return loadExample(this, words);
	}

	/** Listens for sockets on a server; `others` are upgrades that somebody else answers. */
	attach(server: Server, others: Parameters<typeof routeUpgrades>[2] = () => false): void {
		const commands = new Commands(server, this.sessions, this.identity, this.log, this.clock);
		const documents = new DocumentSockets(this.sessions, this.identity, this.clock);
		this.#commands = commands;
		this.#documents = documents;
		this.sessions.listener = {
			changed: (live, events) => {
				commands.viewsChanged(live);
				for (const event of events) {
					if (event.type === 'seat.removed')
						documents.close(closeCodes.notAllowed, (open) => open.session === live.id && open.seat === event.seat);
				}
			},
			dropped: (live) => {
				documents.close(closeCodes.storage, (open) => open.session === live.id);
				commands.reconnect(live.id);
			}
		};
		this.journal.onStorage = (works) => {
			if (works) this.log.info('the storage works again');
			else this.log.error('the storage fails: nothing is confirmed until it works again');
			commands.storageChanged(works);
			void this.sessions.dropAll();
		};
		const answeredElsewhere = (request: IncomingMessage) =>
			(request.url ?? '').startsWith(`${socketPath}/`) || others(request);
		routeUpgrades(server, { [`${documentPath}/`]: documents.upgrade }, answeredElsewhere);
	}

	/** Ends connections, then what was begun, then the stores; what was accepted before is on disk, and nothing is written later. */
	async close(): Promise<void> {
		this.#documents?.end();
		this.#commands?.end();
		this.retention.stop();
		await this.sessions.tools.ongoing.settled();
		const { laboratories, records, catalogues, recommendations, templates } = this;
		const nouns = [laboratories, records, catalogues, recommendations, templates, this.retention];
		await Promise.all([this.sessions.plans, ...nouns.map(({ shelf }) => shelf)].map((shelf) => shelf.settled()));
		await this.journal.close();
	}
}
