import type { InputOf } from '../../contract/action';
import { api } from '../../contract/api';
import { at, FIRST_DAY, NEXT_DAY, type Stage, WHO } from './stage';

const { acknowledge, cancelNotice, markSeen, recordSubscription, savePreferences } = api.notify;
const { reviseNotice, remindUnread, sendNotice, tellInPerson } = api.notify;

export type NoticeDraft = InputOf<typeof sendNotice>['draft'];

const TEMPLATE_IDS = ['LOCAL-FAKE-study', 'LOCAL-FAKE-reminder', 'LOCAL-FAKE-notice'];
/** Somebody of every crew, who let the app send them messages. */
const SUBSCRIBERS = [
  'yx01',
  'yx02',
  'yx03',
  'yx05',
  'yx10',
  'yx18',
  'yx21',
  'yx22',
  'yx27',
  'yx36',
];
/** The notice that is due when the first days are over. */
const DUE = 'notice-due';
/** The notice that everything is done with. */
const DONE_WITH = 'notice-major';

/** The dialog of WeChat, told by its push, by the phone, or by both. */
export async function subscribe({ cloud, recorder }: Stage): Promise<void> {
  const { messages, push } = cloud.wechat;
  const choices = Object.fromEntries(TEMPLATE_IDS.map((id) => [id, 'accept' as const]));
  const answers = TEMPLATE_IDS.map((templateId) => ({ templateId, answer: 'accept' as const }));
  for (const [index, memberId] of SUBSCRIBERS.entries()) {
    const openId = `demo-${memberId}`;
    if (index % 3 !== 0) messages.answerDialog(openId, choices);
    else for (const id of TEMPLATE_IDS) messages.grant(openId, id);
    await push.settled();
    if (index % 3 !== 1) await recorder.phone(openId).get(recordSubscription, { answers });
  }
  await recorder.phoneOf('yx34').get(recordSubscription, {
    answers: TEMPLATE_IDS.map((templateId) => ({ templateId, answer: 'reject' as const })),
  });
  messages.refuse('demo-yx10', 'LOCAL-FAKE-study');
  await push.settled();
}

/** Notices of every kind, urgency, channel and audience, revised, answered and taken back. */
export async function sendNotices({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const send = (messageId: string, draft: Partial<NoticeDraft> = {}) =>
    officer.get(sendNotice, { messageId, draft: aNotice(draft) });
  await send('notice-branch', { title: '周五下午打扫三号泵房', body: null });
  await send('notice-digest', { urgency: 'digest', title: '本月党费收缴情况' });
  await send('notice-groups', { audience: { kind: 'groups', groupIds: ['yx-guanli'] } });
  await send('notice-crews', { audience: { kind: 'crews', crewIds: ['crew-2', 'crew-3'] } });
  await send('notice-people', {
    audience: { kind: 'people', memberIds: ['yx17', 'yx21', 'yx22', 'yx24', 'yx34'] },
  });
  await send('notice-later', { sendAfterAtMs: at(NEXT_DAY, '19:00') });
  await send('notice-short', { deadlineAtMs: at(FIRST_DAY, '11:04'), title: '十一点零五分停水' });
  await send('notice-off', { title: '明天食堂停水' });
  await officer.get(cancelNotice, { messageId: 'notice-off' });
  await recorder.phoneOf(WHO.discipline).get(sendNotice, {
    messageId: 'notice-integrity',
    draft: aNotice({ ...MUST_READ, channel: 'integrity', title: '节前廉洁提醒' }),
  });

  await send('notice-minor', { ...MUST_READ, title: '换届程序图解' });
  const words = { title: '换届程序图解（二）', body: '三步：提名、预选、正式选举。' };
  const minor = { ...words, size: { kind: 'minor' } } as const;
  await officer.get(reviseNotice, { messageId: 'notice-minor', ...minor });
  await send(DONE_WITH, { ...MUST_READ, title: '支部大会改期' });
  await recorder.phoneOf('yx21').get(acknowledge, { messageId: DONE_WITH, edition: 1 });
  await officer.get(reviseNotice, {
    messageId: DONE_WITH,
    title: '支部大会改期',
    body: '改到周五下午三点。',
    size: { kind: 'major', changed: '时间改到周五下午三点' },
  });
  await officer.get(reviseNotice, { messageId: DONE_WITH, ...minor });
}

/** Answers of those who have it, and a reminder to those who have not answered. */
export async function answerNotices({ cloud, recorder }: Stage): Promise<void> {
  await recorder.phoneOf('yx21').isRefused(acknowledge, { messageId: DONE_WITH, edition: 1 });
  for (const memberId of ['yx21', 'yx22']) {
    const phone = recorder.phoneOf(memberId);
    await phone.get(acknowledge, { messageId: DONE_WITH, edition: 2 });
    await phone.get(markSeen, { upToAtMs: cloud.clock.nowMs() });
  }
  const leader = recorder.phoneOf(WHO.leader);
  await leader.get(tellInPerson, { messageId: DONE_WITH, memberIds: ['yx16', 'yx18'] });
  await leader.get(remindUnread, { messageId: DONE_WITH });
  await leader.isRefused(remindUnread, { messageId: DONE_WITH });
}

export async function choosePreferences({ recorder }: Stage): Promise<void> {
  const none = { night: null, afterNight: null, onDuty: null, digestMinute: null };
  const save = (memberId: string, preferences: InputOf<typeof savePreferences>['preferences']) =>
    recorder.phoneOf(memberId).get(savePreferences, { preferences });
  const night = { startMinute: 1350, lengthMinutes: 480 };
  const afterNight = { delayMinutes: 60, lengthMinutes: 360 };
  await save('yx19', { ...none, onDuty: 'in-breaks' });
  await save('yx16', { ...none, onDuty: 'at-handover' });
  await save('yx24', { night, afterNight, onDuty: 'in-breaks', digestMinute: 720 });
  await save('yx27', { ...none, afterNight });
  await save('yx36', { ...none, onDuty: 'never' });
  await save('yx18', { ...none, night });
  await save('yx18', none);
}

/** A new edition for those who hold the old one and sleep, or are about to. */
export async function tellAtNight({ recorder }: Stage): Promise<void> {
  await recorder.phoneOf(WHO.officer).get(reviseNotice, {
    messageId: 'notice-minor',
    title: '换届程序图解（三）',
    body: '四步：提名、预选、公示、正式选举。',
    size: { kind: 'major', changed: '多了公示一步' },
  });
}

/** For those who come off the back night. */
export async function tellAfterNight({ recorder }: Stage): Promise<void> {
  const audience = { kind: 'crews' as const, crewIds: ['crew-2'] };
  const draft = aNotice({ title: '下夜班的同志路上小心', audience });
  await recorder.phoneOf(WHO.secretary).get(sendNotice, { messageId: 'notice-after-night', draft });
}

/** A run of the clock dies while it sends, and nobody looks until its lease has run out. */
export async function dieSending({ cloud, recorder }: Stage): Promise<void> {
  await recorder.phoneOf(WHO.secretary).get(sendNotice, {
    messageId: 'notice-cut-off',
    draft: aNotice({ ...SAFETY, title: '今晚大风，暂停登高作业' }),
  });
  cloud.host.faults.killAt('clock', { action: 'wx.openApi', nth: 2, when: 'after' });
  await cloud.clock.advance(60_000);
  await cloud.wechat.messages.settled();
  await cloud.wechat.push.settled();
}

/** Sent when no run of the clock comes any more; one of its readers has a message left. */
export async function leaveOneDue({ cloud, recorder }: Stage): Promise<void> {
  cloud.wechat.messages.answerDialog('demo-yx21', { 'LOCAL-FAKE-notice': 'accept' });
  await cloud.wechat.push.settled();
  const audience = { kind: 'people' as const, memberIds: ['yx01', 'yx21', 'yx27', 'yx36'] };
  const draft = aNotice({ ...SAFETY, title: '三号泵房停电检修', audience });
  await recorder.phoneOf(WHO.secretary).get(sendNotice, { messageId: DUE, draft });
}

const MUST_READ = { kind: 'must-read', channel: 'party', isMustRead: true } as const;
export const SAFETY = {
  kind: 'safety',
  channel: 'safety',
  urgency: 'urgent',
  isMustRead: true,
} as const;

/** For the branch, as soon as it suits each. */
export function aNotice(rest: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    kind: 'branch-notice',
    channel: 'branch',
    urgency: 'timely',
    title: '请大家看一下',
    body: '带手套，两点在泵房门口集合。',
    audience: { kind: 'branch' },
    isMustRead: false,
    sendAfterAtMs: null,
    deadlineAtMs: at(NEXT_DAY, '23:30'),
    ...rest,
  };
}
