import type { OutputOf } from '../../../contract/action';
import type { channelCalendar } from '../../../contract/content/channel-editing';
import type { preShiftItem } from '../../../contract/content/pre-shift';
import { addDays, dayOfInstant, instantOf } from '../../../domain/time/local-day';
import { demoPeople } from '../../../local/world/people';
import { askAs } from '../ask-as';
import type { DemoStage } from '../demo-stage';
import { PEOPLE } from '../study-steps';
import { plantOldThings } from '../play-old-things';
import type { Shot } from './shot';

/** Leads the group of a crew. */
const TELLS =
  demoPeople.find(
    ({ branchId, roles, isBound }) =>
      branchId === 'yunxing' &&
      roles.includes('group-leader') &&
      !roles.includes('secretary') &&
      isBound,
  )?.memberId ?? '';
const OFFICE = 'packages/channel-office';

/** An issue that is out, one item of which a leader has begun to tell; the clock goes on to noon of the next day. */
export async function toldShotsOf(stage: DemoStage): Promise<Shot[]> {
  const day = addDays(dayOfInstant(stage.cloud.clock.nowMs()), 1);
  const calendar = await askAs(stage, 'jg03', 'content', 'channelCalendar', { fromDay: day });
  const { lines } = calendar as OutputOf<typeof channelCalendar>;
  const itemIds = lines.filter(({ state }) => state === 'ready').map(({ itemId }) => itemId);
  const issueDay = lines.find(({ state }) => state === 'ready')?.issueDay ?? day;
  const issue = { channel: 'party', day: issueDay, minute: 720 };
  await askAs(stage, 'jg03', 'content', 'planIssue', {
    ...issue,
    itemIds,
    shiftItemId: itemIds[0],
    revision: 1,
  });
  stage.cloud.clock.jump(instantOf(issueDay, 720));
  await stage.cloud.clock.advance(6 * 60_000);
  const ofIssue = { channel: 'party', day: issueDay };
  const seen = await askAs(stage, TELLS, 'content', 'preShiftItem', ofIssue);
  const { messageId, people } = seen as OutputOf<typeof preShiftItem>;
  const memberIds = people.slice(0, 4).map(({ memberId }) => memberId);
  await askAs(stage, TELLS, 'notify', 'tellInPerson', { messageId, memberIds });
  stage.cloud.clock.jump(instantOf(issueDay, 18 * 60));
  const upToAtMs = stage.cloud.clock.nowMs();
  const bound = demoPeople.filter(({ branchId, isBound }) => branchId === 'yunxing' && isBound);
  for (const { memberId } of bound.filter((_, at) => at % 4 !== 0)) {
    await askAs(stage, memberId, 'notify', 'markSeen', { upToAtMs });
  }
  const query = `channel=party&day=${issueDay}`;
  return [
    { name: 'channel-pre-shift', as: TELLS, path: `${OFFICE}/pre-shift/pre-shift?${query}` },
    {
      name: 'waits',
      as: 'yx01',
      path: 'pages/today/today',
      reach: async (phone) => {
        await phone.tap(phone.shown.locator('.today__all'));
        await phone.see('要办的事');
      },
    },
    { name: 'channel-coverage', as: 'yx01', path: `${OFFICE}/coverage/coverage?${query}` },
  ];
}

/** What is old, as the committee office sees it go; it stands nowhere else in the pictures. */
export async function takedownShotsOf(stage: DemoStage): Promise<Shot[]> {
  await plantOldThings(stage);
  const list = `${OFFICE}/takedown-list/takedown-list?kind=party&months=24`;
  return [
    { name: 'channel-takedown', as: 'jg03', path: `${OFFICE}/takedown/takedown` },
    { name: 'channel-takedown-list', as: 'jg03', path: list },
    {
      name: 'channel-takedown-keep',
      as: 'jg03',
      path: list,
      reach: async (phone) => {
        await phone.tap(phone.shown.getByText('多留', { exact: true }).first());
        await phone.see('选留到哪个月');
      },
    },
  ];
}

/** The channels as a reader, their writer, who checks and the committee office see them. */
export function channelShots(): Shot[] {
  const { free: member } = PEOPLE;
  const item = 'itemId=party-branch-check';
  return [
    {
      name: 'channel-issues',
      as: member,
      path: 'packages/channel/issues/issues?channel=party',
    },
    {
      name: 'channel-item',
      as: member,
      path: 'packages/channel/item/item?itemId=party-2026-03-08-0',
    },
    {
      name: 'channel-item-document',
      as: member,
      path: 'packages/channel/item/item?itemId=party-2026-03-10-1',
    },
    {
      name: 'channel-comments',
      as: member,
      path: 'packages/channel/item/item?itemId=party-2026-03-10-0',
      reach: (phone) => phone.shown.getByText('写感悟', { exact: true }).scrollIntoViewIfNeeded(),
    },
    {
      name: 'channel-comment',
      as: member,
      path: 'packages/channel/comment/comment?itemId=party-2026-03-08-0',
    },
    {
      name: 'channel-answer',
      as: 'yx46',
      path: 'packages/channel/comment/comment?answersId=demo-comment-yx48',
    },
    {
      name: 'channel-my-comments',
      as: 'yx42',
      path: 'packages/channel/my-comments/my-comments',
    },
    {
      name: 'channel-left-words',
      as: 'yx42',
      path: 'packages/channel/item/item?itemId=party-2026-03-10-0',
      reach: async (phone) => {
        await phone.tap('写感悟');
        await phone.fill(phone.shown.locator('textarea'), '交班的时候多问一句，夜里少跑一趟。');
        await phone.back();
        await phone.tap('我写的感悟');
        await phone.see('在这部手机里，没交上的');
      },
    },
    { name: 'channel-comments-check', as: 'yx33', path: `${OFFICE}/comments/comments` },
    { name: 'channel-commentators', as: 'yx33', path: `${OFFICE}/commentators/commentators` },
    { name: 'channel-desk', as: 'yx01', path: `${OFFICE}/desk/desk` },
    { name: 'channel-check', as: 'yx01', path: `${OFFICE}/check/check?${item}` },
    { name: 'channel-write', as: 'yx33', path: `${OFFICE}/write/write?itemId=party-draft` },
    {
      name: 'channel-pick-document',
      as: 'yx33',
      path: `${OFFICE}/pick-document/pick-document`,
    },
    {
      name: 'channel-duty',
      as: 'jg03',
      path: `${OFFICE}/duty/duty?channel=party&day=2026-03-13`,
    },
    { name: 'channel-calendar', as: 'jg03', path: `${OFFICE}/calendar/calendar` },
    {
      name: 'channel-plan',
      as: 'jg03',
      path: `${OFFICE}/plan/plan?channel=party&day=2026-03-12`,
    },
  ];
}
