// Whatever four people do to a board with broken links, all of them end with the same one, and list, canvas and record show
// the same stickies in the same groups with the same sources, replies, reactions and dots.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json' with { type: 'json' };
import { placeTemplate } from '#lib/board/arrange.ts';
import {
	addSticky,
	byHand,
	editSticky,
	frames,
	moveThing,
	moveToFrame,
	removeThing,
	stickies,
	things,
	thingsOf
} from '#lib/board/board.ts';
import { addCluster, assign, clusters, dissolve, gather, renameCluster } from '#lib/board/clusters/clusters.ts';
import { groundsOf } from '#lib/board/clusters/hull.ts';
import { merge, together, unmerge } from '#lib/board/clusters/merge.ts';
import { takeBack, trailOf } from '#lib/board/clusters/trail.ts';
import { inOrder, rootsOf, shown, sourcesBy } from '#lib/board/order.ts';
import { addReaction, reactionsBy, removeReactions } from '#lib/board/reactions/reactions.ts';
import { addReply, repliesBy } from '#lib/board/replies.ts';
import { signCounts, signs } from '#lib/board/thing.ts';
import { frozenStickies } from '#lib/record/frozen-stickies.ts';
import { initialState, type SessionState } from '#lib/session/session.ts';
import { wordsFrom } from '#lib/ui/words.ts';
import { BoardTrail } from '../../server/trail.ts';

const words = wordsFrom('pl', pl);
const stepsOf = Number(process.env.STEPS ?? 160);

/** The same numbers every time (mulberry32). */
function random(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'link');
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'link');
}

/** Four devices; the first is also the one that keeps the trail, as the server does. */
function room(seed: number): Y.Doc[] {
	const docs = Array.from({ length: 4 }, (_, index) => {
		const doc = new Y.Doc();
		doc.clientID = seed * 10 + index;
		return doc;
	});
	placeTemplate(docs[0]!, 'needs', 'a1', words);
	const trail = new BoardTrail(docs[0]!);
	const author = () => ({ sector: null, by: null, at: 0, item: null });
	docs[0]!.on('afterTransaction', ({ changed, origin }: Y.Transaction) => {
		if (origin !== 'server' && changed.size) docs[0]!.transact(() => trail.follow(changed, author), 'server');
	});
	return docs;
}

/** What the canvas shows: everything of the document, merged ones left out, each cluster on its grounds. */
function canvasOf(doc: Y.Doc) {
	const all = things(doc).filter((each) => each.kind === 'sticky');
	const known = things(doc).flatMap((each) => (each.kind === 'cluster' ? [each.id] : []));
	const lying = inOrder(
		frames(doc),
		known.map((id) => ({ id })),
		shown(all)
	);
	return {
		ids: lying.map(({ id }) => id),
		groups: groundsOf(lying.filter(({ cluster }) => cluster !== null && known.includes(cluster))).flatMap(
			({ cluster, ids }) => ids.map((id) => `${id} ${cluster}`)
		)
	};
}

for (let seed = 1; seed <= 12; seed++)
	test(`four boards agree, and list, canvas and record are one (${seed})`, () => {
		const next = random(seed * 7919);
		const docs = room(seed);
		const undo = new Y.UndoManager(thingsOf(docs[1]!), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
		const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
		for (let step = 0; step < stepsOf; step++) {
			const doc = pick(docs)!;
			const all = stickies(doc);
			const some = () =>
				Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(all)?.id).flatMap((id) => id ?? []);
			const [sticky, frame, cluster] = [pick(all), pick(frames(doc))?.id ?? null, pick(clusters(doc))?.id];
			const choice = next();
			if (choice < 0.2) addSticky(doc, { id: `n${seed}x${step}`, text: `Myśl ${step} ąęó`, frame });
			else if (choice < 0.24 && sticky) editSticky(doc, sticky.id, `${sticky.text.slice(1)}ż😀`);
			else if (choice < 0.3 && sticky)
				moveThing(doc, sticky.id, [Math.floor(next() * 3000), Math.floor(next() * 2000), 200, 200], frame);
			else if (choice < 0.34 && sticky) moveToFrame(doc, sticky.id, frame);
			else if (choice < 0.38 && sticky) removeThing(doc, sticky.id);
			else if (choice < 0.48) addCluster(doc, { id: `g${seed}x${step}`, name: `Grupa ${step}`, stickies: some() });
			else if (choice < 0.54) assign(doc, some(), next() < 0.7 ? (cluster ?? null) : null);
			else if (choice < 0.57 && cluster) dissolve(doc, cluster);
			else if (choice < 0.59 && cluster) renameCluster(doc, cluster, `Inna ${step}`);
			else if (choice < 0.61 && cluster) gather(doc, cluster);
			else if (choice < 0.68 && sticky) merge(doc, some(), sticky.id);
			else if (choice < 0.71)
				unmerge(doc, [...rootsOf(things(doc).filter((each) => each.kind === 'sticky')).keys()].slice(0, 1));
			else if (choice < 0.75 && sticky) addReply(doc, sticky.id, `Odpowiedź ${step}`);
			else if (choice < 0.77 && sticky) addReaction(doc, sticky.id, pick(signs)!, `r${seed}x${step}`);
			else if (choice < 0.78 && sticky)
				removeReactions(doc, (reactionsBy(doc).get(sticky.id) ?? []).map(({ id }) => id).slice(0, 1));
			else if (choice < 0.8) undo.undo();
			else if (choice < 0.82) {
				const made = pick(trailOf(doc));
				if (made) takeBack(doc, made);
			} else exchange(doc, pick(docs)!);
		}
		for (const a of docs) for (const b of docs) exchange(a, b);
		for (const a of docs) for (const b of docs) exchange(a, b);

		// one board
		const [first, ...others] = docs.map((doc) => ({
			list: stickies(doc),
			trail: trailOf(doc),
			replies: new Map([...repliesBy(doc)].sort(([one], [two]) => (one < two ? -1 : 1))),
			reactions: new Map([...reactionsBy(doc)].sort(([one], [two]) => (one < two ? -1 : 1)))
		}));
		for (const other of others) assert.equal(other, first);
		const doc = docs[3]!;
		const list = first!.list;

		// list == canvas
		const canvas = canvasOf(doc);
		assert.equal(
			canvas.ids,
			list.map(({ id }) => id)
		);

		// list == record; the server's own dots go to whichever sticky is shown
		const counts = Object.fromEntries([...thingsOf(doc).keys()].map((id, index) => [id, index % 5]));
		const state = { ...initialState, ballots: [{ method: 'dots', tally: { counts } }] } as unknown as SessionState;
		const record = frozenStickies(doc, state, () => null);
		const idOf = new Map([...record.ids].map(([id, cite]) => [id, cite]));
		const written = list.filter(({ text }) => text.trim());
		assert.is(new Set(written.map(({ id }) => idOf.get(id))).size, record.stickies.length);
		const all = things(doc).filter((each) => each.kind === 'sticky');
		const sources = sourcesBy(all);
		const replies = repliesBy(doc);
		const reactions = reactionsBy(doc);
		const dots = together(counts, rootsOf(all));
		const known = new Map(clusters(doc).map(({ id, name }) => [id, name]));
		for (const sticky of written) {
			const kept = record.stickies.find(({ id }) => id === idOf.get(sticky.id))!;
			assert.is(kept.text, sticky.text.trim());
			assert.is(kept.votes, dots[sticky.id] ?? 0);
			const texts = (of: readonly { text: string }[] | undefined) =>
				(of ?? [])
					.map(({ text }) => text.trim())
					.filter(Boolean)
					.sort();
			assert.equal(texts(kept.sources), texts(sources.get(sticky.id)));
			assert.equal(texts(kept.replies), texts(replies.get(sticky.id)));
			assert.equal(
				(kept.reactions ?? []).map(({ sign, count }) => [sign, count]),
				signCounts(reactions.get(sticky.id) ?? [])
			);
			const group = record.clusters.find(({ id }) => id === kept.cluster);
			assert.is(group?.name, sticky.cluster === null ? undefined : known.get(sticky.cluster));
			assert.is(group?.stickies.includes(kept.id) ?? false, canvas.groups.includes(`${sticky.id} ${sticky.cluster}`));
		}
		for (const { votes, stickies: members } of record.clusters)
			assert.is(
				votes,
				members.reduce((sum, id) => sum + record.stickies.find((sticky) => sticky.id === id)!.votes, 0)
			);
		// nothing that was written is lost: every text is shown or a source
		const told = record.stickies.flatMap(({ text, sources: merged = [] }) => [
			text,
			...merged.map((source) => source.text)
		]);
		assert.equal(
			told.sort(),
			all
				.map(({ text }) => text.trim())
				.filter(Boolean)
				.sort()
		);
	});

test.run();
