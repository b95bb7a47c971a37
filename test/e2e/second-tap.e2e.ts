import type { Locator } from 'playwright-core';
import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import { openedMakeUp } from './make-up-steps';
import { restBetween, type Phone } from './phone';
import type { Scenario } from './scenario';
import { asOfficer, PEOPLE, press, publishedStudy } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const A_DAY = 24 * 60;
/** Between two taps that are meant as one; slower and quicker fingers. */
const QUICK_MS = [150, 250, 400] as const;
/** As long as what the second tap could have begun would take to be answered. */
const ANSWERED_MS = 900;

const exactly = (phone: Phone, words: string): Locator =>
  phone.shown.getByText(words, { exact: true }).filter({ visible: true });

/**
 * Touches what lies there, and soon after what lies there by then; and lets come what comes of it. In the page
 * and by its timers: two touches from outside are two quick ones only on a machine that has nothing else to do.
 */
async function tapTwice({ page }: Phone, target: Locator, afterMs: number): Promise<void> {
  await target.tap({ trial: true });
  await restBetween(page, target);
  const box = await target.boundingBox();
  if (box === null) throw new Error('what should be tapped is not on the screen');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate(
    ({ x, y, delays, answeredMs }) =>
      new Promise((done) => {
        for (const delay of delays) {
          setTimeout(() => {
            const touched = document.elementFromPoint(x, y);
            if (touched === null) throw new Error('nothing lies there');
            const point = { clientX: x, clientY: y, pageX: x, pageY: y };
            const touch = new Touch({ identifier: 1, target: touched, ...point });
            const init = { bubbles: true, cancelable: true, composed: true };
            for (const touches of [[touch], []]) {
              const type = touches.length > 0 ? 'touchstart' : 'touchend';
              const lists = { touches, targetTouches: touches, changedTouches: [touch] };
              touched.dispatchEvent(new TouchEvent(type, { ...init, ...lists }));
            }
          }, delay);
        }
        setTimeout(done, answeredMs);
      }),
    { ...at, delays: [0, afterMs], answeredMs: afterMs + ANSWERED_MS },
  );
}

const studyNow = async (stage: DemoStage, studyId: string) =>
  (await asOfficer(stage, 'studyDetail', { studyId })) as {
    readonly study: { readonly topic: string; readonly revision: number | null };
  };

/** To how many studies the person has said yes. */
async function saidYesTo(stage: DemoStage, memberId: string): Promise<number> {
  const { studies } = (await askAs(stage, memberId, 'study', 'myStudies', {})) as {
    readonly studies: readonly { readonly chosenSittingId: string | null }[];
  };
  return studies.filter(({ chosenSittingId }) => chosenSittingId !== null).length;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    // First: of more studies than three the today page shows the next one as soon as one is answered.
    name: 'who taps 我参加 twice says yes to the one study alone',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const people = [PEOPLE.free, PEOPLE.resting, PEOPLE.other];
      for (const [at, ms] of QUICK_MS.entries()) {
        const only = people[at] ?? '';
        await publishedStudy(stage, { startsIn: 1.1 * A_DAY, only });
        await publishedStudy(stage, { startsIn: 1.3 * A_DAY, only });
        const before = await saidYesTo(stage, only);
        const member = await open({ as: only });
        const yes = exactly(member, '我参加');
        await yes.nth(1).waitFor();
        const last = yes.nth((await yes.count()) - 1);
        await tapTwice(member, yes.first(), ms);
        await last.waitFor({ state: 'detached' });
        const said = (await saidYesTo(stage, only)) - before;
        if (said !== 1) throw new Error(`${ms} ms: yes to ${said} studies`);
      }
    },
  },
  {
    name: 'who taps 下一步 twice goes one step, and publishes nothing unseen',
    run: async ({ open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/study-office/edit-study/edit-study',
      });
      await officer.fill('例如：支部组织生活怎么开', '连点两下不算数');
      await tapTwice(officer, exactly(officer, '下一步'), 250);
      await officer.see('名单里有 48 人');
      await tapTwice(officer, exactly(officer, '下一步'), 250);
      await officer.fill('例如：集控楼二楼会议室', '行政楼 306');
      await tapTwice(officer, exactly(officer, '下一步'), 400);
      await officer.see('48 人，1 场');
      const member = await open({ as: PEOPLE.free, path: 'pages/studies/studies' });
      await member.see('现在');
      await member.notSee('连点两下不算数');
      await press(officer, '发布');
      await officer.see('组织这次学习');
    },
  },
  {
    name: 'who taps 下一步 twice sends no change of a published study',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { studyId } = await publishedStudy(stage, { startsIn: A_DAY });
      const before = await studyNow(stage, studyId);
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/study-office/edit-study/edit-study?studyId=${studyId}`,
      });
      await officer.fill('例如：支部组织生活怎么开', '换了题目');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await tapTwice(officer, exactly(officer, '下一步'), 250);
      await officer.see('保存修改');
      const after = await studyNow(stage, studyId);
      if (after.study.revision !== before.study.revision) throw new Error('the change was sent');
    },
  },
  {
    name: 'who taps 删掉 twice takes one thing away',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await openedMakeUp(stage, 'taken-once');
      const content = await open({
        as: PEOPLE.officer,
        path: 'packages/study-office/make-up-content/make-up-content?studyId=taken-once',
      });
      const pieces = content.shown.locator('.content__remove');
      await pieces.nth(2).waitFor();
      await tapTwice(content, pieces.first(), 150);
      if ((await pieces.count()) !== 2) throw new Error('two pieces were taken away');
      const questions = exactly(content, '删掉这题');
      await tapTwice(content, questions.first(), 250);
      if ((await questions.count()) !== 1) throw new Error('two questions were taken away');

      const study = await open({
        as: PEOPLE.officer,
        path: 'packages/study-office/edit-study/edit-study',
      });
      const materials = exactly(study, '删掉这份');
      for (const at of [0, 1, 2]) {
        await press(study, '加一份材料');
        await materials.nth(at).waitFor();
      }
      await tapTwice(study, materials.first(), 250);
      if ((await materials.count()) !== 2) throw new Error('two materials were taken away');
    },
  },
  {
    name: 'who taps 看完了 twice leaves the next piece unread',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const path = await openedMakeUp(stage, 'read-once', undefined, 1);
      const member = await open({ as: PEOPLE.onShiftTomorrow, path });
      await press(member, '动火前先看什么');
      await member.see('先看票，再看人，最后看周围。');
      await tapTwice(member, member.shown.locator('.primary-action'), 150);
      await member.see('签字的人要到现场。');
    },
  },
  {
    name: 'who taps 看请假原因 twice opens the reason of one person',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 2 * A_DAY });
      const reasons = ['陪家人看病', '孩子开家长会', '老人住院'];
      const people = [PEOPLE.free, PEOPLE.other, PEOPLE.third];
      for (const [at, memberId] of people.entries()) {
        const reply = { kind: 'excused', reason: reasons[at] };
        await askAs(stage, memberId, 'study', 'reply', { studyId: study.studyId, reply });
      }
      const officer = await open({ as: PEOPLE.officer, path: study.roll });
      const doors = exactly(officer, '看请假原因');
      await doors.nth(2).waitFor();
      await tapTwice(officer, doors.first(), 250);
      if ((await doors.count()) !== 2) throw new Error('not one reason was opened alone');
      const shown = await officer.shown.innerText();
      const opened = reasons.filter((reason) => shown.includes(reason));
      if (opened.length !== 1) throw new Error(`opened: ${opened.join()}`);
      const looked: string[] = [];
      for (const memberId of people) {
        const trail = JSON.stringify(await askAs(stage, memberId, 'branch', 'whoLooked', {}));
        const look = JSON.stringify({ kind: 'saw-leave', topic: study.topic });
        if (trail.includes(look)) looked.push(memberId);
      }
      if (looked.length !== 1) throw new Error(`in the trail of ${looked.join()}`);
    },
  },
];
