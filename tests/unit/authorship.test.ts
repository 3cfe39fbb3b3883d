// 9: what the journal says of authors: on the shared board as little as the strictest item allows, in a note as its own item does.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema, type Privacy } from '#lib/agenda/agenda.ts';
import { authorMark } from '#lib/session/authorship.ts';
import { StageBallots } from './stage-ballots.ts';

const item = (id: string, privacy: Privacy) =>
	v.parse(agendaItemSchema, { id, title: id, minutes: 5, activity: { kind: 'note' }, privacy });
const agenda = [item('named', 'named'), item('sector', 'sector'), item('nameless', 'anonymous')];

function marks(at: StageBallots): string[] {
	return ['board', 'note.named', 'note.sector', 'note.nameless'].map((document) =>
		authorMark(at.state, 'seat0', `${document}.${at.state.epoch}`)
	);
}

test('9 an anonymous item hides the authors on the board, and not those of a note that was to be signed', () => {
	const at = new StageBallots(['ngo'], { agenda });
	at.do('host', { type: 'item.start', item: 'named' });
	assert.equal(marks(at), ['', 'seat0', 'sector:ngo', '']);
	at.do('host', { type: 'item.start', item: 'sector' });
	assert.equal(marks(at), ['', 'sector:ngo', 'sector:ngo', '']);
	at.do('host', { type: 'item.start', item: 'nameless' });
	assert.equal(marks(at), ['', '', '', ''], 'while an anonymous item runs nothing is signed');
});

test('9 a note that was anonymous for a moment stays so: its earlier lines would be told by the later ones', () => {
	const at = new StageBallots(['ngo'], { agenda: agenda.slice(0, 1) });
	at.do('host', { type: 'item.start', item: 'named' });
	assert.equal(marks(at).slice(0, 2), ['seat0', 'seat0']);
	at.do('host', { type: 'item.change', item: 'named', privacy: 'anonymous' });
	at.do('host', { type: 'item.change', item: 'named', privacy: 'named' });
	assert.equal(marks(at).slice(0, 2), ['', '']);
});

test.run();
