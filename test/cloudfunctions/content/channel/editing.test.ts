import {
  channelDesk,
  checkItem,
  saveItem,
  withdrawItem,
} from '../../../../contract/content/channel-editing';
import { channelIssues, channelItem } from '../../../../contract/content/channel-reading';
import type { Role } from '../../../../contract/roles';
import { anItem } from '../../../builders/items';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { outputOf } from '../../../worlds/study-world';

const world = useChannelWorld();
const hold = (memberId: string, ...roles: Role[]) =>
  world.alter('members', memberId, { roles: ['member', ...roles] });

const told = (kind: string) =>
  storedDeliveries(world.cloud)
    .filter((delivery) => delivery.kind === kind && delivery.cancelledAtMs === null)
    .flatMap(({ memberIds }) => memberIds)
    .sort();

test('an item goes from its draft through two checks by two people, each step with name and time', async () => {
  const writer = world.phone('writer');
  await writer.get(saveItem, world.aSave('item-1'));
  expect(world.item('item-1')).toMatchObject({ state: 'draft', branchId: 'branch-1' });
  await writer.get(saveItem, world.aSave('item-1', { revision: 1, handIn: true }));
  expect(told('item-waits')).toEqual(['secretary', 'writer-2']);
  expect(await world.check('secretary', 'item-1')).toBe('not-checked');
  await world.verdicts();
  expect(await world.check('writer', 'item-1')).toBe('own-item');
  expect(await world.check('discipline', 'item-1')).toBe('not-your-desk');
  expect(await world.check('office', 'item-1')).toBe('not-your-desk');
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
  expect(told('item-waits')).toEqual(['office']);
  expect(await world.check('secretary', 'item-1')).toBe('not-your-desk');
  expect(await world.check('office', 'item-1')).toBe('ready');
  expect(told('item-waits')).toEqual([]);
  const { steps } = world.item('item-1');
  expect(steps.map(({ kind, by, atMs }) => [kind, by.name, atMs])).toEqual([
    ['begun', 'writer', world.nowMs()],
    ['handed-in', 'writer', world.nowMs()],
    ['passed-branch', 'secretary', world.nowMs()],
    ['passed-committee', 'office', world.nowMs()],
  ]);
});

test('one person makes one of the two checks, whatever offices they hold', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  await world.verdicts();
  await hold('secretary', 'secretary', 'committee-office');
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
  expect(await world.check('secretary', 'item-1')).toBe('checked-by-you');
  expect(await world.check('office', 'item-1')).toBe('ready');
});

test('a check by somebody who lost the office meanwhile is refused', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  await world.verdicts();
  await world.phone('writer-2').get(channelDesk, {});
  await hold('writer-2');
  expect(await world.check('writer-2', 'item-1')).toBe('not-allowed');
  await hold('writer-2', 'discipline-officer');
  expect(await world.check('writer-2', 'item-1')).toBe('not-your-desk');
  expect(world.item('item-1').state).toBe('branch-check');
});

test('each channel has its own editors', async () => {
  const integrity = (itemId: string) => world.aSave(itemId, { channel: 'integrity' });
  const pictures = [world.picture('discipline')];
  const own = { ...integrity('item-1'), draft: { ...integrity('item-1').draft, pictures } };
  await world.phone('discipline').get(saveItem, own);
  expect(await world.phone('writer').call(saveItem, integrity('item-2'))).toMatchObject({
    code: 'not-your-desk',
  });
  expect(await world.phone('secretary').call(saveItem, world.aSave('item-3'))).toMatchObject({
    code: 'not-your-desk',
  });
  const desk = await world.phone('discipline').get(channelDesk, {});
  expect(desk).toMatchObject({ writesIn: ['integrity'], lines: [{ itemId: 'item-1' }] });
  expect((await world.phone('writer').get(channelDesk, {})).lines).toEqual([]);
});

test('of two who save the same draft the second is told, and nothing is lost', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1'));
  const pictures = [{ ...world.picture('writer') }];
  const first = world.aSave('item-1', { revision: 1 }, { title: 'first', pictures });
  const second = world.aSave('item-1', { revision: 1 }, { title: 'second', pictures });
  const replies = await Promise.all([
    world.phone('writer').call(saveItem, first),
    world.phone('writer-2').call(saveItem, second),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
  const [winner] = replies;
  expect(world.item('item-1').title).toBe(winner.ok ? 'first' : 'second');
});

test('what another saves over stays with the item, with who saved it and when, for who writes on it', async () => {
  const old = { pictures: [world.picture('writer', 'old')] };
  await world.phone('writer').get(saveItem, world.aSave('item-1', {}, { title: 'first', ...old }));
  const firstAtMs = world.nowMs();
  // Their own: nothing is kept of it.
  const own = world.aSave(
    'item-1',
    { revision: 1 },
    { title: 'second', line: 'of writer', ...old },
  );
  await world.phone('writer').get(saveItem, own);
  expect(world.item('item-1').earlier).toBeUndefined();

  await world.cloud.clock.advance(60_000);
  const pictures = [world.picture('writer-2', 'new')];
  const over = world.aSave('item-1', { revision: 2 }, { title: 'third', pictures });
  await world.phone('writer-2').get(saveItem, over);
  await world.phone('writer-2').get(saveItem, over);
  const { item } = await world.phone('writer').get(channelItem, { itemId: 'item-1' });
  expect(item.title).toBe('third');
  expect(item.desk?.earlier).toEqual([
    expect.objectContaining({
      name: 'writer',
      atMs: firstAtMs,
      over: { name: 'writer-2', atMs: firstAtMs + 60_000 },
      title: 'second',
      line: 'of writer',
      pictures: 1,
      goneUrls: [expect.stringMatching(/-small/u)],
    }),
  ]);
  for (const memberId of ['secretary', 'office', 'discipline']) {
    const seen = await world.phone(memberId).call(channelItem, { itemId: 'item-1' });
    expect(JSON.stringify(seen)).not.toContain('of writer');
  }
});

test('two who take turns keep the newest five, and what repeats the words keeps none', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', {}, { title: 'turn 0' }));
  for (const [at, memberId] of [
    'writer-2',
    'writer',
    'writer-2',
    'writer',
    'writer-2',
    'writer',
  ].entries()) {
    const turn = world.aSave('item-1', { revision: at + 1 }, { title: `turn ${at + 1}` });
    await world.phone(memberId).get(saveItem, turn);
  }
  const titles = ['turn 1', 'turn 2', 'turn 3', 'turn 4', 'turn 5'];
  expect(world.item('item-1').earlier?.map(({ title }) => title)).toEqual(titles);
  const same = world.aSave('item-1', { revision: 7 }, { title: 'turn 6' });
  await world.phone('writer-2').get(saveItem, same);
  expect(world.item('item-1').earlier?.map(({ title }) => title)).toEqual(titles);
});

test('whoever saves or hands in the same words has not written them: saved over afterwards, those of their writer stay', async () => {
  const words = { title: 'of the first', pictures: [world.picture('writer')] };
  const save = (memberId: string, itemId: string, title = words.title, handIn = false) => {
    const revision = world.item(itemId).edition;
    const input = world.aSave(itemId, { revision, handIn }, { ...words, title });
    return world.phone(memberId).get(saveItem, input);
  };
  await world.phone('writer').get(saveItem, world.aSave('saved', {}, words));
  await world.phone('writer').get(saveItem, world.aSave('handed-in', {}, words));
  // Written before names were kept.
  const { savedBy: _, ...ofBefore } = world.item('saved');
  await world.plant('items', { ...ofBefore, _id: 'of-before' });
  const writtenAtMs = world.nowMs();
  await world.cloud.clock.advance(60_000);
  await save('writer-2', 'saved');
  await save('writer-2', 'of-before');
  await save('writer-2', 'handed-in', words.title, true);
  await world.verdicts();
  expect(await world.check('secretary', 'handed-in', 'once more')).toBe('draft');

  for (const itemId of ['saved', 'handed-in', 'of-before']) {
    await save('writer-2', itemId, 'of the second');
    expect(world.item(itemId).earlier).toMatchObject([
      { title: 'of the first', by: { name: 'writer', atMs: writtenAtMs } },
    ]);
  }
});

test('an item from before names were kept keeps what is saved over, by whom where there was one writer', async () => {
  const by = (memberId: string) => ({ memberId, name: memberId });
  await world.plant(
    'items',
    anItem('of-one', 'branch-1', { writers: [by('writer')] }),
    anItem('of-two', 'branch-1', { writers: [by('writer'), by('writer-2')] }),
  );
  for (const itemId of ['of-one', 'of-two']) {
    const pictures = [world.picture('writer-2')];
    const save = world.aSave(itemId, { revision: 1 }, { title: 'other', pictures });
    await world.phone('writer-2').get(saveItem, save);
  }
  const kept = (itemId: string) => world.item(itemId).earlier;
  expect(kept('of-one')).toMatchObject([{ title: 'title of of-one', by: { name: 'writer' } }]);
  expect(kept('of-two')).toMatchObject([{ title: 'title of of-two', by: { name: '' } }]);
});

test('a verdict on a picture makes nobody who writes look again, and is not lost by their saving', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1'));
  await world.verdicts();
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision: 1, handIn: true }));
  expect(world.item('item-1').pictures).toMatchObject([{ check: 'pass' }]);
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
});

test('a picture of a draft that WeChat refuses makes nobody who writes on it look again', async () => {
  const { pictureId, fileId } = world.picture('writer', 'risky');
  world.cloud.files.write(`items/202503/writer/risky.jpg`, Buffer.from('fake-risky-picture'));
  const risky = { pictures: [{ pictureId, fileId }] };
  await world.phone('writer').get(saveItem, world.aSave('item-1', {}, risky));
  await world.verdicts();
  expect(world.item('item-1').pictures).toMatchObject([{ check: 'refused' }]);
  const others = { pictures: [world.picture('writer', 'other')] };
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision: 1 }, others));
  expect(world.item('item-1').steps.map(({ kind }) => kind)).toEqual(['begun', 'picture-refused']);
});

test('what was checked is shown, whole and small, whatever the editor puts in its place', async () => {
  await world.ready('item-1');
  const other = Buffer.from('fake-risky-picture');
  for (const name of ['picture', 'picture-small']) {
    world.cloud.files.write(`items/202503/writer/${name}.jpg`, other);
  }
  const { item } = await world.phone('secretary').get(channelItem, { itemId: 'item-1' });
  const [picture] = item.pictures;
  for (const url of [picture?.url, picture?.smallUrl]) {
    expect(await (await fetch(url ?? '')).text()).toBe('a picture');
  }
});

test('whoever has written on it too does not check it', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1'));
  const pictures = [{ ...world.picture('writer') }];
  const handIn = world.aSave('item-1', { revision: 1, handIn: true }, { pictures });
  await world.phone('writer-2').get(saveItem, handIn);
  await world.verdicts();
  expect(await world.check('writer-2', 'item-1')).toBe('own-item');
  expect(await world.check('writer', 'item-1')).toBe('own-item');
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
});

test('R-287: a check, a withdrawal and a saving in other words are no repetition, and are told so', async () => {
  const save = world.aSave('item-1', { handIn: true });
  await world.phone('writer').get(saveItem, save);
  const other = { ...save, draft: { ...save.draft, title: 'ask twice' } };
  expect(await world.phone('writer').call(saveItem, other)).toMatchObject({
    code: 'changed-meanwhile',
  });
  const deed = { itemId: 'item-1', revision: 1, deedId: 'return' };
  const giveBack = (returnBecause: string) =>
    world.phone('secretary').call(checkItem, { ...deed, returnBecause });
  expect(await giveBack('too long')).toMatchObject({ ok: true });
  expect(await giveBack('too long')).toMatchObject({ ok: true });
  expect(await giveBack('too short')).toMatchObject({ code: 'written-before' });
  expect(world.item('item-1').steps.at(-1)?.text).toBe('too long');
  const withdraw = (reason: string) =>
    world.phone('writer').call(withdrawItem, { ...deed, revision: 2, deedId: 'out', reason });
  expect(await withdraw('a wrong number')).toMatchObject({ ok: true });
  expect(await withdraw('a wrong number')).toMatchObject({ ok: true });
  expect(await withdraw('a wrong name')).toMatchObject({ code: 'written-before' });
  expect(world.item('item-1').withdrawn?.reason).toBe('a wrong number');
});

test('a saving that is repeated is answered alike and written once', async () => {
  const save = world.aSave('item-1', { handIn: true });
  const [first, again] = [
    await world.phone('writer').get(saveItem, save),
    await world.phone('writer').get(saveItem, save),
  ];
  expect(again).toEqual(first);
  expect(world.item('item-1').steps).toHaveLength(2);
});

test.each<[string, Parameters<typeof world.aSave>[2], string]>([
  ['a link that is no article', { link: 'https://example.com/a' }, 'not-an-article'],
  ['no picture', { pictures: [] }, 'no-picture'],
  ['no line', { line: null }, 'line-missing'],
  ['no source of the picture', { source: null }, 'source-missing'],
  ['no right to the picture', { licence: null }, 'source-missing'],
  ['words that WeChat refuses', { title: '一句假广告词' }, 'words-refused'],
])('what has %s is not handed in', async (_, draft, code) => {
  const save = world.aSave('item-1', { handIn: true }, draft);
  expect(await world.phone('writer').call(saveItem, save)).toMatchObject({ ok: false, code });
  expect([...world.cloud.engine.collection('items').all()]).toEqual([]);
});

test('a picture of somebody else, or one that is not there, is refused by its number', async () => {
  const foreign = world.aSave('item-1', {}, { pictures: [world.picture('writer-2')] });
  expect(await world.phone('writer').call(saveItem, foreign)).toMatchObject({
    code: 'bad-input',
    detail: { path: 'pictures.0' },
  });
  const { fileId } = world.picture('writer');
  const gone = { pictureId: 'gone', fileId: fileId.replace('picture.jpg', 'gone.jpg') };
  const missing = world.aSave('item-1', {}, { pictures: [world.picture('writer'), gone] });
  expect(await world.phone('writer').call(saveItem, missing)).toMatchObject({
    code: 'picture-missing',
    detail: { number: 2 },
  });
});

test.each([
  ['picture', 200 * 1024],
  ['picture-small', 20 * 1024],
])('R-286: of %s no more is taken than readers are sent, %d bytes', async (name, most) => {
  const save = world.aSave('item-1');
  const put = (bytes: number) =>
    world.cloud.files.write(`items/202503/writer/${name}.jpg`, Buffer.alloc(bytes));
  put(most + 1);
  expect(await world.phone('writer').call(saveItem, save)).toMatchObject({
    code: 'picture-too-large',
    detail: { number: 1 },
  });
  put(most);
  expect(await world.phone('writer').call(saveItem, save)).toMatchObject({ ok: true });
});

test('what goes back stays whole, says why, and is handed in again for both checks', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  await world.verdicts();
  await world.check('secretary', 'item-1');
  expect(await world.check('office', 'item-1', 'the second line is not so')).toBe('draft');
  expect(told('item-told')).toEqual(['writer']);
  const [line] = (await world.phone('writer').get(channelDesk, {})).lines;
  expect(line).toMatchObject({ returnedBecause: 'the second line is not so' });
  const { edition: revision } = world.item('item-1');
  await world.phone('writer').get(saveItem, world.aSave('item-1', { revision, handIn: true }));
  expect(await world.check('office', 'item-1')).toBe('not-your-desk');
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
});

test('a picture that WeChat refuses brings it back to its writer, who is told', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  const [{ traceId = '' } = {}] = world.item('item-1').pictures;
  const wechat = { openId: world.phone('writer').openId, source: 'wx_unknown' };
  const event = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    result: { suggest: 'risky' },
  };
  await world.cloud.host.invoke('wxevents', JSON.stringify(event), wechat);
  expect(world.item('item-1')).toMatchObject({ state: 'draft', pictures: [{ check: 'refused' }] });
  expect(told('item-told')).toEqual(['writer']);
  expect(told('item-waits')).toEqual([]);
  const { edition: revision } = world.item('item-1');
  const again = world.aSave('item-1', { revision, handIn: true });
  expect(await world.phone('writer').call(saveItem, again)).toMatchObject({
    code: 'picture-refused',
    detail: { number: 1 },
  });
});

test('a picture check that never answers leaves it to the two people who look', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  expect(await world.check('secretary', 'item-1')).toBe('not-checked');
  await world.later(36 * 60_000);
  expect(await world.check('secretary', 'item-1')).toBe('committee-check');
  expect(await world.check('office', 'item-1')).toBe('ready');
  expect(world.item('item-1').pictures).toMatchObject([{ check: 'pass' }]);
});

test('what is not out is read by its desk only', async () => {
  await world.ready('item-1');
  for (const reader of ['member-1', 'discipline', 'member-5']) {
    expect(await world.phone(reader).call(channelItem, { itemId: 'item-1' })).toMatchObject({
      code: 'not-found',
    });
  }
  const { item } = await world.phone('office').get(channelItem, { itemId: 'item-1' });
  expect(item.desk).toMatchObject({ mayReturn: true, mayPass: false });
  const { issues } = await world.phone('member-1').get(channelIssues, { channel: 'party' });
  expect(issues).toEqual([]);
});

test('a draft that is thrown away leaves its desk', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1'));
  const away = { itemId: 'item-1', revision: 1, deedId: 'away', reason: 'not needed' };
  await world.phone('writer').get(withdrawItem, away);
  await world.phone('writer').get(withdrawItem, away);
  expect((await world.phone('writer').get(channelDesk, {})).lines).toEqual([]);
  expect(await world.phone('writer').call(withdrawItem, { ...away, deedId: 'more' })).toMatchObject(
    {
      code: 'changed-meanwhile',
    },
  );
});

test('a hostile title is stored as it was typed, or refused with a code', async () => {
  for (const [at, title] of [
    '<script>alert(1)</script>',
    `a${'\u0301'.repeat(10_000)}`,
  ].entries()) {
    const reply = await world
      .phone('writer')
      .call(saveItem, world.aSave(`item-${at}`, {}, { title }));
    if (reply.ok) expect(world.item(`item-${at}`).title).toBe(title);
    else expect(reply.code).toBe('bad-input');
  }
});

test('a check of what somebody else has checked meanwhile is refused', async () => {
  await world.phone('writer').get(saveItem, world.aSave('item-1', { handIn: true }));
  await world.verdicts();
  const { edition: revision } = world.item('item-1');
  const pass = { itemId: 'item-1', revision, returnBecause: null };
  const replies = await Promise.all([
    world.phone('secretary').call(checkItem, { ...pass, deedId: 'one' }),
    world.phone('writer-2').call(checkItem, { ...pass, deedId: 'two' }),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual([
    'changed-meanwhile',
    'ok',
  ]);
  outputOf(await world.phone('office').call(channelDesk, {}));
});
