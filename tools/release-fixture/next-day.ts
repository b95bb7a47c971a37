import type { Action } from '../../contract/action';
import { api } from '../../contract/api';
import { addDays, localDay } from '../../domain/time/local-day';
import { importRoster, makeFiles } from './live-files';
import { editChannels } from './live-channels';
import { exchangeComments } from './live-comments';
import { holdContest, holdLectures } from './live-contests';
import { keepLibrary } from './live-library';
import { reviewNotes } from './live-notes';
import { answerSuggestions } from './live-suggestions';
import { assess } from './live-sheets';
import { endStar } from './live-polls';
import { goOnWithStar } from './live-star';
import { aNotice, SAFETY } from './live-notices';
import { aRotation, binding } from './live-people';
import { aDraft, HELD, MONTHLY, NEXT, ownCode, shownCode, MAKE_UP } from './live-studies';
import { lookAgain, lookAround } from './look-around';
import type { Recorder } from './recorder';
import { at, NEXT_DAY, type Stage, WHO } from './stage';

const { member, notify, study } = api;

/** Every action once at least, on what the first days have left; begins at 15:50. */
export async function callEveryAction(stage: Stage): Promise<void> {
  await lookAround(stage);
  await goToStudy(stage);
  await writeAndTell(stage);
  await arrangeShifts(stage);
  await reviewNotes(stage);
  await answerSuggestions(stage);
  await editChannels(stage);
  await keepLibrary(stage);
  await exchangeComments(stage);
  await holdContest(stage);
  await holdLectures(stage);
  await assess(stage);
  await goOnWithStar(stage);
  await keepMembers(stage);
  await makeFiles(stage, 'next');
  await importRoster(stage, { part: 'next', staffNumber: 'QY99004' });
  await askAboutData(stage);
  await lookAgain(stage);
  await endStar(stage);
  missing(stage.recorder);
}

async function goToStudy(stage: Stage): Promise<void> {
  const { recorder } = stage;
  const officer = recorder.phoneOf(WHO.officer);
  const phone = (memberId: string) => recorder.phoneOf(memberId);
  const { studyId, sittingId } = NEXT;
  await phone('yx21').get(study.reply, { studyId, reply: { kind: 'coming', sittingId } });
  const wish = { kind: 'excused', reason: '刚下夜班' } as const;
  const { mine } = await phone('yx24').get(study.reply, { studyId, reply: wish });
  const leave = { studyId, memberId: 'yx24', askedAtMs: mine.repliedAtMs ?? 0 };
  const granted = { ...leave, seen: 'waiting', verdict: 'granted', reason: '先睡好' } as const;
  await officer.get(study.openLine, { studyId, memberId: 'yx24' });
  await officer.get(study.answerLeave, granted);
  await phone('yx03').get(study.reply, { studyId, reply: { kind: 'none' } });
  const shown = await shownCode(stage, NEXT);
  const scan = { way: 'scan', payload: shown.payload } as const;
  await phone('yx21').get(study.checkIn, scan);
  await phone('yx21').get(study.checkIn, scan);
  const wrong = shown.digits === '123456' ? '654321' : '123456';
  await phone('yx22').isRefused(study.checkIn, { way: 'typed', ...NEXT, digits: wrong });
  await phone('yx22').get(study.checkIn, { way: 'typed', ...NEXT, digits: shown.digits });
  await phone('yx10').isRefused(study.checkIn, { way: 'scan', payload: 'no code of ours' });
  await phone('rl07').isRefused(study.checkIn, scan);
  const own = await ownCode(stage, 'yx14');
  await officer.get(study.whoseCode, { studyId, payload: own });
  await officer.get(study.admit, { ...NEXT, payload: own });
  const mark = { ...NEXT, memberId: 'yx02', reason: '手机没电' };
  await officer.get(study.markByHand, { ...mark, state: 'attended' });
  await officer.get(study.markByHand, { ...mark, state: 'late' });
  const claimedAtMs = shown.startAtMs + 5000;
  stage.cloud.clock.jump(at(NEXT_DAY, '15:52'));
  await phone('yx27').get(study.checkIn, { ...scan, claimedAtMs });
  await phone('yx18').isRefused(study.checkIn, scan);
  await officer.get(study.closeSitting, NEXT);
  const fix = { studyId: HELD.studyId, reason: '补看了录像' };
  await officer.get(study.correct, { ...fix, memberId: 'yx17', to: 'made-up' });
  await makeUp(stage);
}

/** One by the quiz, one by words of their own; both were opened the day before. */
async function makeUp({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const { studyId } = HELD;
  const [quiz, words] = [recorder.phoneOf('yx04'), recorder.phoneOf('yx01')];
  await quiz.get(study.makeUp, { studyId });
  const question = { studyId, questionId: 'q1' };
  await quiz.get(study.answerMakeUp, { ...question, chosen: ['b'] });
  await quiz.get(study.answerMakeUp, { ...question, chosen: ['a'] });
  await words.isRefused(study.answerMakeUp, { ...question, questionId: 'gone', chosen: ['a'] });
  const text =
    '我们值上动火前先看票再看人，监护人不在就停下来，换人要重新交底、重新签字，谁也不能代签。'.repeat(
      2,
    );
  await words.get(study.noteMakeUp, { studyId, text });
  await officer.get(study.makeUpsOf, { studyId });
  const { revision } = await officer.get(study.makeUpContent, { studyId });
  await officer.get(study.saveMakeUpContent, { studyId, revision, content: MAKE_UP });
  await officer.isRefused(study.openMakeUp, { studyId, memberId: 'yx04', reason: '再补' });
  await officer.get(study.openMakeUp, { studyId, memberId: 'yx19', reason: '临时抢修' });
}

async function writeAndTell({ recorder, cloud }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const phone = recorder.phoneOf('yx22');
  const studyId = 'study-later';
  const draft = aDraft(studyId, '夏季防汛演练', at(addDays(NEXT_DAY, 3), '16:00'));
  await officer.get(study.saveDraft, { studyId, draft });
  const wish = { fromDay: NEXT_DAY, days: 7, startMinute: 480, endMinute: 1200, minutes: 40 };
  await officer.get(study.planSittings, {
    kind: draft.kind,
    audience: draft.audience,
    ask: { kind: 'find', wish },
  });
  await officer.get(study.previewPublication, { studyId });
  await officer.get(study.saveRecurring, { recurringId: 'no-more', recurring: MONTHLY });
  await officer.get(study.endRecurring, { recurringId: 'no-more' });
  await officer.get(study.recurringStudies, {});
  await officer.get(study.publishStudy, { studyId: 'study-draft' });
  await officer.get(study.publishStudy, { studyId });
  const changed = { ...draft, minutes: 60, topic: '防汛演练' };
  await officer.get(study.changeStudy, { studyId, revision: 1, draft: changed });
  await officer.isRefused(study.changeStudy, { studyId, revision: 1, draft });
  await officer.get(study.cancelStudy, { studyId, reason: '改到下月' });

  const messageId = 'notice-next-day';
  const notice = aNotice(SAFETY);
  await officer.get(notify.previewNotice, { draft: aNotice() });
  await officer.get(notify.sendNotice, { messageId, draft: notice });
  await phone.get(notify.acknowledge, { messageId, edition: 1 });
  const words = { messageId, title: '今晚大风', body: '登高作业暂停到明早。' };
  await officer.get(notify.reviseNotice, { ...words, size: { kind: 'minor' } });
  const size = { kind: 'major', changed: '改到明早' } as const;
  await officer.get(notify.previewRevision, { messageId: words.messageId });
  await officer.get(notify.reviseNotice, { ...words, size });
  await phone.isRefused(notify.acknowledge, { messageId, edition: 1 });
  await phone.get(notify.acknowledge, { messageId, edition: 2 });
  await officer.get(notify.tellInPerson, { messageId, memberIds: ['yx18', 'yx21'] });
  await officer.get(notify.remindUnread, { messageId });
  await officer.isRefused(notify.remindUnread, { messageId });
  await officer.get(notify.cancelNotice, { messageId: 'notice-later' });
  await phone.get(notify.markSeen, { upToAtMs: cloud.clock.nowMs() });
  await phone.get(notify.savePreferences, {
    preferences: {
      night: { startMinute: 1380, lengthMinutes: 480 },
      afterNight: null,
      onDuty: 'at-handover',
      digestMinute: 1050,
    },
  });
  await phone.get(notify.recordSubscription, {
    answers: [{ templateId: 'LOCAL-FAKE-notice', answer: 'accept' }],
  });
}

async function arrangeShifts({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const phone = recorder.phoneOf('yx22');
  const days = { fromDay: localDay('2026-04-01'), toDay: localDay('2026-04-03') };
  const overrideId = 'change-next-day';
  await phone.get(member.addChange, {
    overrideId,
    change: { kind: 'leave', ...days, leaveKind: 'annual' },
  });
  await phone.get(member.removeChange, { overrideId });
  const day = addDays(NEXT_DAY, 6);
  const { partners } = await phone.get(member.swapPartners, { day });
  for (const [index, swapId] of ['swap-next', 'swap-then-declined'].entries()) {
    const partnerId = partners[index]?.memberId ?? '';
    const asked = { swapId, partnerId, days: [addDays(day, index)], reason: null };
    await phone.get(member.proposeSwap, asked);
    await recorder.phoneOf(partnerId).get(member.answerSwap, { swapId, answer: 'agree' });
  }
  await officer.get(member.markSwapSeen, { swapId: 'swap-next' });
  await officer.get(member.declineSwap, { swapId: 'swap-then-declined' });
  await officer.isRefused(member.branches, {});
  const office = recorder.phoneOf(WHO.office);
  const draft = aRotation('rotation-next');
  await office.get(member.previewRotation, { draft: { ...draft, answers: [] } });
  await office.get(member.previewRotation, { draft });
  await office.get(member.saveRotation, { draft });
}

async function keepMembers({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  await recorder.phone('phone-of-yx44').get(member.bind, binding('yx44'));
  await recorder.phone('phone-of-yx44').get(member.unbind, {});
  await recorder
    .phone('phone-of-yx44')
    .isRefused(member.bind, { ...binding('yx44'), name: '别人' });
  await officer.get(member.addMember, {
    memberId: 'yx-added-next',
    name: '又一位同志',
    staffNumber: 'QY99003',
    groupId: 'yx-crew-1',
    crewId: 'crew-1',
    standing: 'member',
  });
  const crew = { crewId: 'crew-3', fromDay: addDays(NEXT_DAY, 1) };
  await officer.get(member.changeMember, { memberId: 'yx-added-next', crew });
  await officer.get(member.placeChoices, {});
  await officer.get(member.memberRecord, { memberId: 'yx-added-next' });
  const groups = [{ groupId: 'yx-added-group', name: '新党小组' }];
  await officer.get(member.saveBranch, {
    branchId: 'yunxing',
    name: '运行支部',
    groups,
    removedGroupIds: [],
  });
  await officer.get(member.releaseBinding, { memberId: 'yx29', reason: '换了手机' });
  const roles = ['member', 'group-leader'] as const;
  await recorder
    .phoneOf(WHO.secretary)
    .get(member.setRoles, { memberId: 'yx30', roles: [...roles] });
  await officer.get(member.invitation, { renew: true });
}

/** A look that is asked about and answered; a correction that waits is left by the first days. */
async function askAboutData({ recorder }: Stage): Promise<void> {
  const [phone, officer] = [recorder.phoneOf('yx22'), recorder.phoneOf(WHO.officer)];
  const about = { kind: 'correction', of: 'attendance' } as const;
  const words = '3月10日我签到了，写的是缺席';
  const { ask } = await phone.get(member.askAboutData, { askId: 'ask-next', about, words });
  await officer.get(member.dataAsks, { state: 'open' });
  const answer = { askId: ask.askId, outcome: 'agreed', words: '查过了，改好了' } as const;
  await officer.get(member.answerDataAsk, answer);
  await phone.get(member.myDataAsks, {});
}

/** Throws when an action has not succeeded once. */
function missing({ calls }: Recorder): void {
  const called = new Set(
    calls.filter(({ answer }) => answer.ok).map(({ fn, data }) => `${fn}.${data.action}`),
  );
  const all = Object.values(api).flatMap((actions) => Object.values<Action>(actions));
  const names = all.map(({ fn, name }) => `${fn}.${name}`).filter((key) => !called.has(key));
  if (names.length > 0) throw new Error(`never called: ${names.join(', ')}`);
}
