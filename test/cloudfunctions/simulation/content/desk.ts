import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { InputOf } from '../../../../contract/action';
import {
  checkItem,
  planIssue,
  saveItem,
  withdrawItem,
} from '../../../../contract/content/channel-editing';
import { CONTENT_CHANNELS } from '../../../../domain/content/channel/item';
import { addDays, dayOfInstant, instantOf, type LocalDay } from '../../../../domain/time/local-day';
import { accountOf } from '../../../builders/documents';
import { insist } from '../actor';
import { BRANCHES, secretaryOf } from '../organisation';
import type { ContentStage } from './chronicle';
import { OFFICE, writerOf } from './organisation';

const AHEAD_DAYS = 2;
const DONE = ['published', 'withdrawn'];

const deedOf = ({ newId }: ContentStage, { _id, edition }: ItemDocument) => ({
  itemId: _id,
  revision: edition,
  deedId: newId('deed'),
});

/** The day of a channel that is nearest and has least; a draft for it by an editor of any branch. */
export async function draftItem(stage: ContentStage): Promise<void> {
  const { dice, recorder, chronicle, cloud, newId } = stage;
  const today = dayOfInstant(recorder.nowMs);
  const open = chronicle.items().filter(({ state }) => state !== 'withdrawn');
  const places = [0, 1, AHEAD_DAYS].flatMap((ahead) =>
    CONTENT_CHANNELS.map((channel) => ({ channel, day: addDays(today, ahead) })),
  );
  const countIn = (place: (typeof places)[number]) =>
    open.filter((item) => {
      return item.channel === place.channel && (item.issueDay ?? item.forDay) === place.day;
    }).length;
  const fewest = Math.min(...places.map(countIn));
  const place = dice.chance(70) ? places.find((each) => countIn(each) === fewest) : undefined;
  const { channel, day } = place ?? dice.pick(places);
  const branchId = dice.pick(BRANCHES);
  const writerId = writerOf(channel, branchId);
  const itemId = newId('item');
  const pictureId = newId('picture');
  const path = `items/202503/${writerId}/${pictureId}`;
  cloud.files.write(`${path}-small.jpg`, Buffer.from('a picture'));
  const fileId = cloud.files.write(`${path}.jpg`, Buffer.from('a picture'));
  const reply = await insist(stage, accountOf(writerId), saveItem, {
    itemId,
    revision: null,
    deedId: newId('deed'),
    channel,
    handIn: dice.chance(40),
    draft: { ...WORDS, title: itemId, pictures: [{ pictureId, fileId }], forDay: day },
  });
  if (!reply.ok) throw new Error(`saveItem: ${reply.code}`);
  chronicle.kept.drafted.push({ itemId, channel, writerId });
  await verdictsOf(stage);
}

const WORDS = {
  line: 'one line',
  byline: null,
  minutes: 2,
  link: null,
  source: 'our own drawing',
  licence: 'own',
} as const;

async function verdictsOf({ cloud }: ContentStage): Promise<void> {
  await cloud.wechat.content.deliverVerdicts();
  await cloud.wechat.push.settled();
}

/** The next step of one of the items that are under way, of what is meant for the nearest day more often. */
export async function advanceItem(stage: ContentStage): Promise<void> {
  const { dice, chronicle } = stage;
  const open = chronicle
    .items()
    .filter(({ state, issueDay }) => !DONE.includes(state) && issueDay === null)
    .sort((a, b) => ((a.forDay ?? '') < (b.forDay ?? '') ? -1 : 1));
  const item = dice.chance(80) ? open[0] : open[dice.whole(0, open.length - 1)];
  if (item === undefined) return;
  if (item.state === 'draft') await handIn(stage, item);
  else if (item.state === 'ready') await planItem(stage, item);
  else await check(stage, item);
}

async function handIn(stage: ContentStage, item: ItemDocument): Promise<void> {
  const { channel, branchId, title, pictures, forDay } = item;
  const given = pictures.map(({ pictureId, fileId, givenId = fileId }) => {
    return { pictureId, fileId: givenId };
  });
  const reply = await insist(stage, accountOf(writerOf(channel, branchId)), saveItem, {
    ...deedOf(stage, item),
    channel,
    handIn: true,
    draft: { ...WORDS, title, pictures: given, forDay },
  });
  if (!reply.ok) throw new Error(`saveItem: ${reply.code}`);
  await verdictsOf(stage);
}

async function check(stage: ContentStage, item: ItemDocument): Promise<void> {
  const { dice } = stage;
  const checker = item.state === 'branch-check' ? secretaryOf(item.branchId) : dice.pick(OFFICE);
  const reply = await insist(stage, accountOf(checker), checkItem, {
    ...deedOf(stage, item),
    returnBecause: dice.chance(12) ? 'not so' : null,
  });
  // The verdict on a picture was lost with an instance: in half an hour people look at it themselves.
  if (!reply.ok && reply.code !== 'not-checked') throw new Error(`checkItem: ${reply.code}`);
}

/** Into the issue of its day, or of the next that is not out; at times of a day with nothing but its hour past. */
async function planItem(stage: ContentStage, item: ItemDocument): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const { channel } = item;
  const issues = chronicle.issues().filter((issue) => issue.channel === channel);
  let day: LocalDay = dayOfInstant(recorder.nowMs);
  if (item.forDay !== null && item.forDay > day) day = item.forDay;
  const issueOf = (of: LocalDay) => issues.find((issue) => issue.day === of);
  const inIssue = (of: LocalDay) =>
    chronicle
      .items()
      .filter((each) => each.channel === channel && each.issueDay === of)
      .sort((a, b) => a.place - b.place);
  while (issueOf(day)?.state === 'published' || inIssue(day).length >= 6) day = addDays(day, 1);
  const present = inIssue(day).map(({ _id }) => _id);
  await plan(stage, {
    channel,
    day,
    itemIds: dice.chance(50) ? [...present, item._id] : [item._id, ...present],
    revision: issueOf(day)?.revision ?? 0,
  });
}

type Place = Pick<InputOf<typeof planIssue>, 'channel' | 'day' | 'itemIds' | 'revision'>;

async function plan(stage: ContentStage, place: Place): Promise<void> {
  const { dice, chronicle } = stage;
  const { channel, day, itemIds } = place;
  const minute = dice.chance(70) ? 12 * 60 : dice.whole(0, 1439);
  const isOther = (item: ItemDocument) =>
    item.channel !== channel && item.issueDay === day && item.forShift === true;
  const isTaken = chronicle.items().some((item) => isOther(item) && item.state !== 'withdrawn');
  const shiftItemId = !isTaken && dice.chance(25) ? dice.pick(itemIds) : null;
  const input = { ...place, minute, shiftItemId };
  const reply = await insist(stage, accountOf(dice.pick(OFFICE)), planIssue, input);
  if (!reply.ok) throw new Error(`planIssue: ${reply.code}`);
  const publishAtMs = instantOf(day, minute);
  chronicle.kept.plannings.push({ ...chronicle.now(), channel, day, itemIds, publishAtMs });
}

/** Another hour or order for an issue that is not out, or one item less in it. */
export async function planAnew(stage: ContentStage): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const today = dayOfInstant(recorder.nowMs);
  const coming = chronicle
    .issues()
    .filter(({ state, day, dueAtMs }) => state === 'planned' && day >= today && dueAtMs < 9e15);
  if (coming.length === 0) return;
  const { channel, day, revision } = dice.pick(coming);
  const present = chronicle
    .items()
    .filter((item) => item.channel === channel && item.issueDay === day)
    .map(({ _id }) => _id);
  const itemIds = present.length > 1 && dice.chance(50) ? present.slice(1) : [...present].reverse();
  if (itemIds.length > 0) await plan(stage, { channel, day, itemIds, revision });
}

/** One of the items of the last days, or one that is ready, by somebody of its desk. */
export async function withdrawOne(stage: ContentStage, among?: readonly string[]): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const fromDay = addDays(dayOfInstant(recorder.nowMs), -3);
  const found = chronicle.items().filter(({ _id, state, issueDay }) => {
    if (state !== 'published' && state !== 'ready') return false;
    return among === undefined ? (issueDay ?? '') >= fromDay : among.includes(_id);
  });
  if (found.length === 0) return;
  const item = dice.pick(found);
  const by = dice.pick([
    writerOf(item.channel, item.branchId),
    secretaryOf(item.branchId),
    ...OFFICE,
  ]);
  const reply = await insist(stage, accountOf(by), withdrawItem, {
    ...deedOf(stage, item),
    reason: 'no more so',
  });
  if (!reply.ok) throw new Error(`withdrawItem: ${reply.code}`);
  chronicle.kept.withdrawals.push({ ...chronicle.now(), itemId: item._id });
}
