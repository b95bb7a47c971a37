import type { StudyDraft } from '../../contract/study/study-shapes';
import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import { PHONE_SIZE } from './phone';
import type { Scenario } from './scenario';
import {
  asOfficer,
  codeOn,
  PEOPLE,
  press,
  publishedStudy,
  showToCamera,
  writeReason,
  type PlayStudy,
} from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

type Sitting = StudyDraft['sittings'][number];

const movedBy = (sitting: Sitting, ms: number, given: Partial<Sitting> = {}): Sitting => ({
  ...sitting,
  startAtMs: sitting.startAtMs + ms,
  endAtMs: sitting.endAtMs + ms,
  opensAtMs: sitting.opensAtMs + ms,
  lateAfterAtMs: sitting.lateAfterAtMs + ms,
  closesAtMs: sitting.closesAtMs + ms,
  ...given,
});

async function change(
  stage: DemoStage,
  { studyId, draft }: PlayStudy,
  fields: Partial<StudyDraft>,
): Promise<void> {
  await asOfficer(stage, 'changeStudy', { studyId, revision: 1, draft: { ...draft, ...fields } });
}

/** A study whose first sitting is open and whose second is the day after tomorrow. */
async function withTwoSittings(stage: DemoStage): Promise<PlayStudy> {
  const study = await publishedStudy(stage);
  const sittings = study.draft.sittings.flatMap((sitting) => [
    sitting,
    movedBy(sitting, 2 * DAY_MS, { sittingId: `${sitting.sittingId}-later`, place: '行政楼 306' }),
  ]);
  await change(stage, study, { sittings });
  return study;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'cancelling after a sitting was held leaves who came in their book, and says so before',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await withTwoSittings(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await press(member, '扫码签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('已签到');
      await stage.cloud.clock.advance(HOUR_MS);

      const secretary = await open({ as: PEOPLE.officer, path: study.detail });
      await press(secretary, '取消这次学习');
      await secretary.see(/已经开了的场次里签过到的人，记录不变/);
      await writeReason(secretary, '会议室漏水');
      await press(secretary, '取消学习');
      await secretary.see(/这次学习后来取消了/);
      const came = await open({ as: PEOPLE.free, path: study.detail });
      await came.see(/你已签到，记录不变。原因：会议室漏水/);
      await came.notSee(/不用来了/);
      const book = await open({ as: PEOPLE.free, path: 'packages/me/attendance/attendance' });
      await book.see(study.topic);
      const other = await open({ as: PEOPLE.other, path: study.detail });
      await other.see(/不用来了，也不算缺席。原因：会议室漏水/);

      const roll = await open({ as: PEOPLE.officer, path: study.roll });
      await roll.see(/签过到的人记录不变，没来的不算缺席/);
      await roll.tap(roll.page.getByText('更正', { exact: true }).first());
      await writeReason(roll, '当时在场，手机没电');
      await press(roll, '更正');
      await roll.see(/当时在场，手机没电/);
    },
  },
  {
    name: 'of two sittings the roll shows the open one: who comes to the other is not missing',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await withTwoSittings(stage);
      const later = { kind: 'coming', sittingId: `${study.sittingId}-later` };
      await askAs(stage, PEOPLE.free, 'study', 'reply', { studyId: study.studyId, reply: later });
      const officer = await open({ as: PEOPLE.officer, path: study.roll });
      await officer.see(/来过或选了别的场/);
      await officer.see(/自动认定，不算缺席/);
      await press(officer, '全部场次');
      await officer.see('哪一场都还没签到');
      await officer.notSee(/来过或选了别的场/);
    },
  },
  {
    name: 'who comes into the crew after publication sees the study and is in its roll',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { topic: '一值的练习' });
      const [first, second] = [PEOPLE.free, PEOPLE.resting];
      await change(stage, study, { audience: { kind: 'people', memberIds: [first] } });
      const before = await open({ as: second, path: 'pages/studies/studies' });
      await before.notSee('一值的练习');
      const groupOf = async (memberId: string) => {
        const record = await askAs(stage, PEOPLE.officer, 'member', 'memberRecord', { memberId });
        return (record as { groupId: string }).groupId;
      };
      const groupId = await groupOf(first);
      const { revision } = (
        (await asOfficer(stage, 'studyDetail', { studyId: study.studyId })) as {
          study: { revision: number };
        }
      ).study;
      await asOfficer(stage, 'changeStudy', {
        studyId: study.studyId,
        revision,
        draft: { ...study.draft, audience: { kind: 'groups', groupIds: [groupId] } },
      });
      await askAs(stage, PEOPLE.officer, 'member', 'changeMember', { memberId: second, groupId });
      await stage.cloud.clock.advance(2 * 60_000);
      const member = await open({ as: second, path: 'pages/studies/studies' });
      await member.see('一值的练习');
      const code = await open({ as: second, path: 'packages/study/my-code/my-code' });
      await codeOn(code);
    },
  },
  {
    name: 'an officer sees 新建学习 at once, and which group each line of the ledger is of',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { groups } = (await asOfficer(stage, 'audienceChoices', {})) as {
        groups: readonly { groupId: string; name: string }[];
      };
      const study = await publishedStudy(stage, { topic: '党小组会' });
      const [group] = groups;
      await change(stage, study, {
        audience: { kind: 'groups', groupIds: [group?.groupId ?? ''] },
      });
      for (const scale of [1, 1.65]) {
        const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch', scale });
        await officer.see(`党小组会 · ${group?.name ?? ''}`);
        const box = await officer.shown.getByText('新建学习', { exact: true }).boundingBox();
        const isInSight = box !== null && box.y + box.height < PHONE_SIZE.height;
        if (!isInSight) throw new Error('新建学习 is out of sight');
      }
    },
  },
  {
    name: 'leave for one day does not stand for another: the person is asked again and told so',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 180 });
      const member = await open({ as: PEOPLE.resting, path: study.detail });
      await press(member, '请假');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('原因：陪家人看病');
      await stage.cloud.clock.advance(60_000);
      await change(stage, study, {
        sittings: study.draft.sittings.map((sitting) => movedBy(sitting, 5 * DAY_MS)),
      });
      const again = await open({ as: PEOPLE.resting, path: study.detail });
      await again.see('还没回复');
      // Today's messages are as many as a day takes.
      await stage.cloud.clock.advance(26 * HOUR_MS);
      const inbox = await open({ as: PEOPLE.resting, path: 'pages/inbox/inbox' });
      await inbox.see(/你原来的回复不再算数，请重新回复/);
    },
  },
];
