import type { InputOf } from '../../contract/action';
import { api } from '../../contract/api';
import { monthMoved } from '../../domain/content/takedown';
import { addDays } from '../../domain/time/local-day';
import { FIRST_DAY, NEXT_DAY, type Stage, WHO } from './stage';

const { channelDuty, giveDuty } = api.content;
const { channelCalendar, channelDesk, channelIssues, channelItem } = api.content;
const { keepLonger, saveTakedown, takedownList, takedownPlan } = api.content;
const { checkItem, issueCoverage, planIssue, preShiftItem, saveItem, withdrawItem } = api.content;

type Save = InputOf<typeof saveItem>;

const WRITER = 'yx33';

/** Items at every step, with a picture; one comes out in the evening, one is withdrawn. */
export async function fillChannels(stage: Stage): Promise<void> {
  const writer = stage.recorder.phoneOf(WRITER);
  const [office, secretary] = [WHO.office, WHO.secretary];
  await writer.get(saveItem, aSave(stage, 'item-draft', { handIn: false }));
  for (const itemId of ['item-waits', 'item-back', 'item-out', 'item-spare', 'item-away']) {
    await writer.get(saveItem, aSave(stage, itemId));
  }
  await stage.cloud.wechat.content.deliverVerdicts();
  await stage.cloud.wechat.push.settled();
  await check(stage, secretary, 'item-back', 1, '第 2 句没有出处');
  for (const itemId of ['item-out', 'item-spare', 'item-away']) {
    await check(stage, secretary, itemId, 1);
    await check(stage, office, itemId, 2);
  }
  const evening = { channel: 'party', day: FIRST_DAY, minute: 18 * 60, revision: 0 } as const;
  await stage.recorder.phoneOf(office).get(planIssue, {
    ...evening,
    itemIds: ['item-out'],
    shiftItemId: 'item-out',
  });
  await stage.recorder.phoneOf(office).get(withdrawItem, {
    itemId: 'item-away',
    revision: 3,
    deedId: 'away',
    reason: '数字要核一遍',
  });
}

/** Every action on channels once at least, on what the first days have left. */
export async function editChannels(stage: Stage): Promise<void> {
  const { recorder } = stage;
  const [writer, office] = [recorder.phoneOf(WRITER), recorder.phoneOf(WHO.office)];
  const secretary = recorder.phoneOf(WHO.secretary);
  await recorder.phoneOf('yx22').get(channelIssues, { channel: 'party' });
  await recorder.phoneOf('yx22').get(channelItem, { itemId: 'item-out' });
  const ofFirst = { channel: 'party', day: FIRST_DAY } as const;
  await secretary.get(preShiftItem, ofFirst);
  await secretary.get(issueCoverage, ofFirst);
  await writer.get(channelDesk, {});
  await secretary.get(channelItem, { itemId: 'item-waits' });
  await secretary.get(checkItem, {
    itemId: 'item-waits',
    revision: 1,
    deedId: 'pass',
    returnBecause: null,
  });
  await writer.get(saveItem, { ...aSave(stage, 'item-draft'), revision: 1, deedId: 'next' });
  await office.get(channelCalendar, {});
  const duty = { channel: 'party', day: addDays(NEXT_DAY, 2) } as const;
  const { duty: planned, choices } = await office.get(channelDuty, duty);
  const [choice] = choices;
  if (planned !== null && choice !== undefined) {
    const { revision } = planned;
    const { memberId } = choice;
    await office.get(giveDuty, { ...duty, memberId, revision, deedId: 'given' });
  }
  const day = addDays(NEXT_DAY, 1);
  const plan = { channel: 'party', day, minute: 720, revision: 0 } as const;
  await office.get(planIssue, { ...plan, itemIds: ['item-spare'] });
  await office.get(withdrawItem, {
    itemId: 'item-spare',
    revision: 3,
    deedId: 'spare',
    reason: '换一条',
  });
  await setTakedown(stage);
}

/** Every action on what goes by rule: months are set, and one item is kept longer. */
async function setTakedown({ recorder }: Stage): Promise<void> {
  const office = recorder.phoneOf(WHO.office);
  const { version, next, nextMonth } = await office.get(takedownPlan, {});
  const rules = next.flatMap(({ kind, months }) => (kind === 'newer' ? [] : [{ kind, months }]));
  await office.get(saveTakedown, { version, rules });
  await office.get(takedownList, { kind: 'party', months: 24 });
  await office.get(keepLonger, {
    kind: 'party',
    id: 'item-out',
    untilMonth: monthMoved(nextMonth, 6),
    reason: '还要讲几次',
    deedId: 'kept',
  });
}

function check(
  { recorder }: Stage,
  memberId: string,
  itemId: string,
  revision: number,
  returnBecause: string | null = null,
) {
  const deed = { itemId, revision, deedId: `${itemId}-${revision}`, returnBecause };
  return recorder.phoneOf(memberId).get(checkItem, deed);
}

function aSave({ cloud }: Stage, itemId: string, more: Partial<Save> = {}): Save {
  const path = `items/202603/${WRITER}/${itemId}.jpg`;
  cloud.files.write(path.replace('.jpg', '-small.jpg'), Buffer.from('a picture'));
  const fileId = cloud.files.write(path, Buffer.from('a picture'));
  return {
    itemId,
    revision: null,
    deedId: `${itemId}-1`,
    channel: 'party',
    handIn: true,
    draft: {
      title: '多问一句，少走一趟',
      line: '表计和票上对不上，他停下来问了值长。',
      byline: '二值一位同志',
      minutes: 2,
      link: 'https://mp.weixin.qq.com/s/FAKE-of-the-release',
      pictures: [{ pictureId: itemId, fileId }],
      source: '二值自己画的',
      licence: 'own',
      forDay: addDays(FIRST_DAY, 2),
    },
    ...more,
  };
}
