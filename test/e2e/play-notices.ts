import { askAs } from './ask-as';
import type { DemoStage } from './demo-stage';
import { asOfficer, PEOPLE, publishedStudy } from './study-steps';

const DAY_MS = 24 * 60 * 60_000;

interface PlayNotice {
  readonly title: string;
  readonly body?: string;
  readonly kind?: 'must-read' | 'branch-notice' | 'safety';
  /** Absent: the whole branch. */
  readonly to?: readonly string[];
}

let sent = 0;

/** A notice sent as the officer's phone does; its id. */
export async function sentNotice(
  stage: DemoStage,
  { title, body, kind = 'branch-notice', to }: PlayNotice,
): Promise<string> {
  sent += 1;
  const messageId = `play-notice-${sent}`;
  const draft = {
    kind,
    channel: kind === 'safety' ? 'safety' : kind === 'must-read' ? 'party' : 'branch',
    urgency: kind === 'safety' ? 'urgent' : 'timely',
    title,
    body: body ?? null,
    audience: to === undefined ? { kind: 'branch' } : { kind: 'people', memberIds: to },
    isMustRead: kind !== 'branch-notice',
    sendAfterAtMs: null,
    deadlineAtMs: stage.cloud.clock.nowMs() + DAY_MS,
  };
  await askAs(stage, PEOPLE.officer, 'notify', 'sendNotice', { messageId, draft });
  return messageId;
}

/** Messages of every sort on two days, so that inbox and log have something to show; the must-read's id. */
export async function severalNotices(
  stage: DemoStage,
  answering: readonly string[],
): Promise<string> {
  const topic = '支部组织生活怎么开';
  const { studyId, draft } = await publishedStudy(stage, { startsIn: 3 * 24 * 60, topic });
  await sentNotice(stage, { title: '周五下午打扫三号泵房', body: '带手套，两点在泵房门口集合。' });
  const withdrawn = await sentNotice(stage, { title: '明天食堂停水', to: ['yx01'] });
  await askAs(stage, PEOPLE.officer, 'notify', 'cancelNotice', { messageId: withdrawn });
  await stage.cloud.clock.advance(30 * 60 * 60_000);

  const sittings = draft.sittings.map((sitting) => ({ ...sitting, place: '行政楼 306' }));
  const changed = { ...draft, sittings };
  await asOfficer(stage, 'changeStudy', { studyId, revision: 1, draft: changed });
  const title = '换届程序图解';
  const body = '一张图看懂提名、预选、正式选举三步。';
  const messageId = await sentNotice(stage, { kind: 'must-read', title, body });
  await askAs(stage, PEOPLE.officer, 'notify', 'reviseNotice', {
    messageId,
    title,
    body: `${body}会议改到周五下午三点。`,
    size: { kind: 'major', changed: '会议时间改到周五下午三点' },
  });
  for (const memberId of answering)
    await askAs(stage, memberId, 'notify', 'acknowledge', { messageId });
  await sentNotice(stage, {
    kind: 'safety',
    title: '今晚大风，暂停登高作业',
    body: '风力降到 5 级以下再恢复，以值长通知为准。',
  });
  // Time for the clock function to send what is due.
  await stage.cloud.clock.advance(2 * 60_000);
  return messageId;
}
