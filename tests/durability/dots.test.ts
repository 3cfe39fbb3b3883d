// Dots lie where the ballot says: the server holds every dot against the board, whatever a device claims to have on its screen.
import { rm } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { addFrame, addSticky, frames, moveToFrame } from '#lib/board/board.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import { standardRules } from '#lib/ballot/rules.ts';
import { openApp, setStage } from './stage.ts';

const agenda = [
	{ id: 'board', title: 'Tablica', minutes: 0, activity: { kind: 'board', template: 'open' }, instructions: '' }
] as AgendaItem[];

test('a dot lies on a sticky of the chosen frame or is refused; one that was given stays when its sticky moves away', async () => {
	const stage = await setStage(1, { agenda });
	const app = await openApp(stage.dataDirectory);
	const live = await app.sessions.live(stage.session);
	const leader = live.seat(stage.facilitator.seat)!;
	const seat = live.seat(stage.participants[0]!.seat)!;
	const board = (await live.documents.get(`board.${live.state.epoch}`))!;
	const ids = { inside: '', outside: '', note: '', frame: '' };
	await board.change((doc) => {
		const [home] = frames(doc);
		ids.frame = home!.id;
		const elsewhere = addFrame(doc, { name: 'Gdzie indziej', place: [4000, 0] as never });
		ids.inside = addSticky(doc, { text: 'tu', frame: home!.id });
		ids.outside = addSticky(doc, { text: 'tam', frame: elsewhere });
	});
	let count = 0;
	const give = async (ballot: string, vote: Vote) => {
		const answer = await live.submit(seat, {
			commandId: `vote-${count++}`,
			command: { type: 'vote.cast', ballot, vote }
		});
		return answer.ok ? 'kept' : answer.refusal;
	};
	for (const area of ['board', ids.frame, null]) {
		const id = `ballot-${area}`.slice(0, 30);
		const plan = { question: 'Które?', method: 'dots' as const, choices: [], secret: true, dots: 3 };
		const rules = { ...standardRules, area };
		const command = { type: 'ballot.open' as const, item: null, plan: { ...plan, rules } };
		assert.ok((await live.submit(leader, { commandId: id, command })).ok);
		assert.is(await give(id, { [ids.inside]: 2 }), 'kept');
		assert.is(await give(id, { [ids.inside]: 1, [ids.outside]: 1 }), area === null ? 'kept' : 'vote-invalid');
		assert.is(await give(id, { nothing: 1 }), 'vote-invalid');
		assert.is(await give(id, { [ids.frame]: 1 }), 'vote-invalid', 'a frame is no sticky');
		await board.change((doc) => void moveToFrame(doc, ids.inside, null));
		assert.is(await give(id, { [ids.inside]: 3 }), 'kept', 'it was dotted before');
		await board.change((doc) => void moveToFrame(doc, ids.inside, ids.frame));
		assert.ok((await live.submit(leader, { commandId: `${id}-c`, command: { type: 'ballot.close', ballot: id } })).ok);
	}
	await app.close();
	await rm(stage.dataDirectory, { recursive: true });
});

test.run();
