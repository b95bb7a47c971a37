import writeXlsxFile from 'write-excel-file/node';
import { api } from '../../contract/api';
import type { StyleInput } from '../../contract/branch/paper-style';
import type { NormsInput } from '../../contract/branch/norms';
import { monthOf } from '../../domain/time/local-day';
import { HELD } from './live-studies';
import { FIRST_DAY, type Stage, WHO } from './stage';

const { branch, member, study } = api;

const PAPER_STYLE: StyleInput = {
  organisation: '清风发电有限公司',
  papers: {
    'record-book': { title: '党员学习记录本', signers: ['本人签字', '支部书记签字', '支部盖章'] },
    register: { title: '签到册', signers: ['点名人'] },
    minutes: { signers: [] },
  },
  hidden: null,
};

const NORMS: NormsInput = {
  hours: { member: 40, officer: 56 },
  meetings: [
    { kind: 'safety-training', every: 'month' },
    { kind: 'fire-drill', every: 'half-year' },
  ],
  credit: 'material',
  keptYears: [{ thing: 'notice', years: 3 }],
};

/** Minutes and files of every kind, with ids that end in `part`. */
export async function makeFiles({ recorder }: Stage, part: string): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const year = 2026;
  const own = recorder.phoneOf('yx22');
  await own.get(branch.exportMyRecordBook, { exportId: `own-${part}`, year });
  const book = { exportId: `book-${part}`, memberId: 'yx22', year };
  await officer.get(branch.exportMemberRecordBook, book);
  const { studyId } = HELD;
  await officer.get(study.exportRegister, { exportId: `register-${part}`, studyId });
  const written = { text: '学了动火规程，各值讲了自己的做法。', decisions: '每张票都查到人' };
  const { revision } = await officer.get(branch.minutes, { studyId });
  await officer.get(branch.saveMinutes, { studyId, revision, ...written });
  const styles = await officer.get(branch.paperStyles, {});
  const over = { forAll: false, revision: styles.revision.own };
  await officer.get(branch.savePaperStyle, { ...over, style: PAPER_STYLE });
  await saveNorms(recorder);
  await officer.get(branch.exportMinutes, { exportId: `minutes-${part}`, studyId });
  const month = monthOf(FIRST_DAY);
  await officer.get(branch.exportDashboard, { exportId: `dashboard-${part}`, month });
  await officer.get(branch.exportLedger, { exportId: `ledger-${part}` });
  await own.get(branch.whoLooked, {});
  await officer.get(branch.rosterTemplate, { exportId: `template-${part}` });
}

async function saveNorms(recorder: Stage['recorder']): Promise<void> {
  const office = recorder.phoneOf(WHO.office);
  const { common } = await office.get(branch.norms, {});
  const over = { isForAll: true, version: common.version };
  await office.get(branch.saveNorms, { ...over, norms: NORMS });
  await recorder.phone('guest-3').get(member.keptYears, {});
}

/** A list in two pieces that adds one person. */
export async function importRoster(
  { recorder }: Stage,
  { part, staffNumber }: { readonly part: string; readonly staffNumber: string },
): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const listOf = async (crew: string) =>
    Buffer.from(
      await writeXlsxFile([
        ['姓名', '工号', '值'],
        ['表里来的同志', staffNumber, crew],
      ]).toBuffer(),
    );
  await officer.get(branch.exportRosterProblems, {
    exportId: `marked-${part}`,
    importId: `faulty-${part}`,
    fileName: '花名册.xlsx',
    at: 0,
    content: (await listOf('一班')).toString('base64'),
  });
  const file = await listOf('一值');
  const half = Math.floor(file.length / 6) * 3;
  const importId = `import-${part}`;
  const first = file.subarray(0, half).toString('base64');
  await officer.get(branch.sendRosterPiece, { importId, at: 0, content: first });
  const last = {
    importId,
    fileName: '花名册.xlsx',
    at: 1,
    content: file.subarray(half).toString('base64'),
  };
  const { planId } = await officer.get(branch.checkRoster, last);
  await officer.get(branch.applyRoster, { ...last, planId: planId ?? '', leavingIds: [] });
}
