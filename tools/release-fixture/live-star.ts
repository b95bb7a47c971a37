import { api } from '../../contract/api';
import { addDays } from '../../domain/time/local-day';
import { callOffPoll, leadPoll, voteSome } from './live-polls';
import { at, FIRST_DAY, minutes, type Stage, WHO } from './stage';

const MONTH = '2026-02';
/** Of the branch of which nominations are open. */
const NOMINATING = { proposer: 'rl08', asked: 'rl10', other: 'rl15' } as const;

/** The star of February is begun, and people are nominated. */
export async function beginStar(stage: Stage): Promise<void> {
  const { recorder } = stage;
  await recorder.phoneOf(WHO.officer).get(api.star.planStarMonth, {
    month: MONTH,
    revision: null,
    plan: {
      nominationsUntilAtMs: at(addDays(FIRST_DAY, 1), '12:00'),
      meetingAtMs: at(addDays(FIRST_DAY, 2), '16:00'),
      decisionAtMs: at(addDays(FIRST_DAY, 9), '16:00'),
      publicDays: 5,
      bars: ['probationary', 'away', 'newcomer'],
    },
  });
  await nominateSome(stage);
  await voteSome(stage);
}

/** Nominated, answered in every way, and put forward by oneself. */
async function nominateSome({ recorder }: Stage): Promise<void> {
  const { star } = api;
  const month = MONTH;
  const given = { month, way: 'colleague' as const, evidence: [], isNamed: true };
  const proposer = recorder.phoneOf('yx05');
  const deeds = '夜里巡检听出给水泵声音不对，先报后查。';
  await proposer.get(star.nominationChoices, { month, memberId: 'yx06' });
  await proposer.get(star.nominate, { ...given, memberId: 'yx06', deeds });
  const { nominationId } = await proposer.get(star.nominate, { ...given, memberId: 'yx07', deeds });
  await proposer.get(star.takeBackNomination, { nominationId });
  const asked = recorder.phoneOf('yx06');
  const { asked: own } = await asked.get(star.starNominations, { month });
  for (const { nominationId: id } of own) {
    const answered = { nominationId: id, answer: 'agree', remark: null } as const;
    await asked.get(star.answerNomination, answered);
  }
  const self = { ...given, way: 'self' as const };
  for (const memberId of ['yx08', 'yx09']) {
    await recorder.phoneOf(memberId).get(star.nominate, { ...self, memberId, deeds });
  }
}

/** Every action on the star of a month but its end, on what the first days have left. */
export async function goOnWithStar(stage: Stage): Promise<void> {
  const { recorder } = stage;
  const { star } = api;
  const officer = recorder.phoneOf(WHO.officer);
  const month = MONTH;
  await recorder.phoneOf('yx22').get(star.starMonth, {});
  await officer.get(star.starNominations, { month });
  await recorder.phoneOf('yx09').get(star.withdrawFromStar, { month });
  const { plan } = await officer.get(star.starMonth, { month });
  if (plan === null) throw new Error('the first days have begun no star');
  const next = { ...plan, bars: ['probationary' as const], publicDays: 7 };
  const later = { ...next, nominationsUntilAtMs: at(addDays(FIRST_DAY, 3), '20:00') };
  await officer.get(star.planStarMonth, { month: '2026-03', revision: null, plan: later });
  await nominateMore(stage);
  await recordMeeting(stage);
  const { revision } = await officer.get(star.starNominations, { month });
  await officer.get(star.freezeCandidates, { month, revision, leaveOut: [] });
  await callOffPoll(stage);
  await leadPoll(stage);
}

async function nominateMore({ recorder }: Stage): Promise<void> {
  const { star } = api;
  const month = MONTH;
  const proposer = recorder.phoneOf(NOMINATING.proposer);
  const deeds = '煤场喷淋坏了，自己拿水管冲了一夜。';
  const memberId = NOMINATING.other;
  await proposer.get(star.nominationChoices, { month, memberId });
  const given = { month, memberId, way: 'colleague', deeds, isNamed: false } as const;
  const { nominationId } = await proposer.get(star.nominate, { ...given, evidence: [] });
  await proposer.get(star.takeBackNomination, { nominationId });
  const asked = recorder.phoneOf(NOMINATING.asked);
  const waiting = (await asked.get(star.starNominations, { month })).asked;
  for (const { nominationId: id } of waiting) {
    const answer = { nominationId: id, answer: 'agree', remark: null } as const;
    await asked.get(star.answerNomination, answer);
  }
}

/** Begun as a record of its own, then named as a meeting of the ledger. */
async function recordMeeting({ recorder, cloud }: Stage): Promise<void> {
  const { star, branch } = api;
  const officer = recorder.phoneOf(WHO.officer);
  const month = MONTH;
  const before = await officer.get(star.starMeeting, { month });
  const meeting = {
    heldAtMs: cloud.clock.nowMs() - minutes(60),
    place: '行政楼 306',
    present: [WHO.officer, 'yx22'],
    minutes: '核对了上个月的考核。',
    decisions: ['提名到周四'],
  };
  const draft = { month, revision: before.revision, meeting, isFinal: false };
  const { revision } = await officer.get(star.saveStarMeeting, draft);
  const held = before.ledger.find(({ lacks }) => lacks === 'minutes');
  if (held === undefined) throw new Error('the ledger has no meeting of the branch');
  const { studyId } = held;
  const said = { text: '核对了上个月的考核。', decisions: '提名到周四' };
  await officer.get(branch.saveMinutes, { studyId, revision: 0, ...said });
  await officer.get(star.nameStarMeeting, { month, revision, studyId });
  await recorder.phoneOf('yx22').get(star.starMeeting, { month });
}
