import { askAs } from '../ask-as';
import type { DemoStage } from '../demo-stage';
import { openedMakeUp, PAST_STUDY } from '../make-up-steps';
import type { Phone } from '../phone';
import { PEOPLE, press, publishedStudy } from '../study-steps';
import type { Shot } from './shot';

/** Minutes that an officer wrote and the secretary wrote anew. */
export async function minutesShotsOf(stage: DemoStage): Promise<Shot[]> {
  const studyId = PAST_STUDY;
  const text =
    '书记通报了上季度两起未遂。\n三值和一值各讲了一次交接班的经过，大家对着记录本补了两条。';
  const decisions =
    '交接班记录本加“遗留缺陷”一栏，三值先试，4月10日前。\n监护人名单贴在集控室，安全员更新。';
  const save = (as: string, revision: number, words: object) =>
    askAs(stage, as, 'branch', 'saveMinutes', { studyId, revision, ...words });
  await save(PEOPLE.officer, 0, { text: '书记通报了上季度两起未遂。' });
  await save('yx01', 1, { text, decisions });
  const path = `packages/branch-office/minutes/minutes?studyId=${studyId}`;
  return [{ name: 'minutes', as: PEOPLE.officer, path }];
}

/** A meeting that votes is planned, at a time at which some crews are away. */
export async function ledgerShotsOf(stage: DemoStage): Promise<Shot[]> {
  await publishedStudy(stage, {
    startsIn: 24 * 60,
    topic: '一季度支部党员大会',
    kind: 'member-meeting',
  });
  return [
    { name: 'ledger-vote', as: PEOPLE.officer, path: 'packages/branch-office/ledger/ledger' },
  ];
}

/** The roll of a meeting to come, of which some have asked for leave, and the sheet that answers. */
export async function leaveShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer, free, other, third } = PEOPLE;
  const { studyId, roll: path } = await publishedStudy(stage, { startsIn: 180, topic: '支部大会' });
  for (const [memberId, reason] of [
    [free, '陪家人看病'],
    [other, '孩子家长会'],
    [third, '去市里考特种作业证，下午五点才回'],
  ] as const) {
    await askAs(stage, memberId, 'study', 'reply', {
      studyId,
      reply: { kind: 'excused', reason },
    });
  }
  const said = { studyId, memberId: third, reason: '考证要紧', seen: 'waiting' };
  const { lines } = (await askAs(stage, officer, 'study', 'roll', { studyId })) as {
    lines: readonly { memberId: string; leave?: { askedAtMs: number } }[];
  };
  const askedAtMs = lines.find(({ memberId }) => memberId === third)?.leave?.askedAtMs;
  await askAs(stage, officer, 'study', 'answerLeave', { ...said, askedAtMs, verdict: 'granted' });
  const reach = async (phone: Phone) => {
    await press(phone, '答复');
    // Only looks: the sheet has come up when nothing of it moves any more.
    await phone.page.getByText('先不', { exact: true }).tap({ trial: true });
  };
  return [
    { name: 'roll-leave', as: officer, path },
    { name: 'roll-leave-answer', as: officer, path, reach },
  ];
}

/** Of somebody who was at work during a study; moves the clock by a day. */
export async function makeUpShotsOf(stage: DemoStage): Promise<Shot[]> {
  const path = await openedMakeUp(stage, 'shown-make-up');
  const as = PEOPLE.onShiftTomorrow;
  const page = (name: string, more = ''): Shot => ({
    name,
    as,
    path: `packages/study/${name}/${name}?studyId=shown-make-up${more}`,
  });
  const office = (name: string): Shot => ({
    name,
    as: PEOPLE.officer,
    path: `packages/study-office/${name}/${name}?studyId=shown-make-up`,
  });
  return [
    { name: 'today-make-up', as, path: 'pages/today/today' },
    { name: 'studies-make-up', as, path: 'pages/studies/studies' },
    { name: 'make-up', as, path },
    page('make-up-piece', '&pieceId=before'),
    page('make-up-quiz'),
    page('make-up-note'),
    office('make-ups'),
    office('make-up-content'),
  ];
}
