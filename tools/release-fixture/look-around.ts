import { api } from '../../contract/api';
import { monthOf } from '../../domain/time/local-day';
import { AHEAD, HELD, NEXT } from './live-studies';
import { FIRST_DAY, NEXT_DAY, type Stage, WHO } from './stage';

const { branch, member, notify, study } = api;

/** What a member and an officer open in a day. */
export async function lookAround({ recorder }: Stage): Promise<void> {
  const phone = recorder.phoneOf('yx22');
  const officer = recorder.phoneOf(WHO.officer);
  const office = recorder.phoneOf(WHO.office);
  await recorder.phone('guest-3').get(member.hello, {});
  await recorder.phone('guest-3').isRefused(study.today, {});
  for (const who of [phone, officer, office]) {
    await who.get(member.hello, {});
    await who.get(study.today, {});
    await who.get(study.waitsForMe, {});
    await who.get(study.search, { words: '学习' });
    await who.get(study.myStudies, {});
    await who.get(study.myStudies, { month: monthOf(FIRST_DAY) });
    await who.get(study.myAttendance, { month: monthOf(FIRST_DAY) });
    await who.get(branch.myRecordBook, { year: 2026 });
    await who.get(member.myRoster, { month: monthOf(NEXT_DAY) });
    await who.get(member.directory, {});
    await who.get(member.myData, {});
    await who.get(member.myRecords, { what: 'comment' });
    const { items } = await who.get(notify.inbox, {});
    for (const { messageId } of items.slice(0, 1)) await who.get(notify.message, { messageId });
    await who.get(notify.inbox, { channel: 'study' });
    await who.get(notify.preferences, {});
  }
  await phone.get(study.studyDetail, { studyId: AHEAD.studyId });
  await phone.isRefused(study.branchStudies, {});
  await officer.get(study.studyDetail, { studyId: 'study-off' });
  const { nextCursor } = await officer.get(study.branchStudies, {});
  if (nextCursor !== null) await officer.get(study.branchStudies, { cursor: nextCursor });
  await officer.get(study.audienceChoices, {});
  await officer.get(study.roll, { studyId: HELD.studyId });
  await officer.get(study.roll, NEXT);
  const { notices } = await officer.get(notify.noticesOf, {});
  for (const { messageId } of notices) await officer.get(notify.noticeLog, { messageId });
  await officer.get(branch.memberRecordBook, { memberId: 'yx22', year: 2026 });
  await officer.get(member.invitation, { renew: false });
  await officer.get(member.crewBoard, {});
  await officer.get(member.branchSwaps, {});
  await officer.get(branch.dashboard, {});
  await officer.get(branch.dashboardLines, { month: monthOf(FIRST_DAY) });
  await officer.get(branch.dashboardPeople, { month: monthOf(FIRST_DAY) });
  await officer.get(branch.dashboardMakeUps, { month: monthOf(FIRST_DAY) });
  await officer.get(branch.ledger, {});
  await officer.get(branch.peopleToTalkTo, {});
  await officer.get(branch.notReachedPeople, { days: 7 });
  await officer.get(branch.notReachedMessages, { days: 30 });
  await office.get(member.branches, {});
  await office.get(branch.officeDashboard, {});
  await office.get(branch.officeNotReached, { days: 7 });
  await office.get(member.directory, { branchId: 'ranliao' });
  await office.get(member.rotations, {});
}

/** What the day has changed for somebody who took part in all of it. */
export async function lookAgain({ recorder }: Stage): Promise<void> {
  const phone = recorder.phoneOf('yx22');
  const officer = recorder.phoneOf(WHO.officer);
  await phone.get(study.today, {});
  await phone.get(study.myStudies, {});
  await phone.get(member.myRoster, { month: '2026-04' });
  await phone.get(notify.inbox, {});
  await officer.get(study.roll, NEXT);
  await officer.get(notify.noticeLog, { messageId: 'notice-next-day' });
  await officer.get(member.branchSwaps, {});
  await officer.get(notify.noticesOf, {});
}
