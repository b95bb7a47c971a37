import { instantOf, localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

const THURSDAY = localDay('2026-03-12');
const FRIDAY = localDay('2026-03-13');
const onThursday = (hour: number, minute = 0) => instantOf(THURSDAY, hour * 60 + minute);

/** A Wednesday at nine. */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(localDay('2026-03-11'), 9 * 60));

/** Has the early shift on Thursday. */
const ASKING = 'yx10';
/** Rests on Wednesday and has the front night on Thursday. */
const ASKED = 'yx37';
const MONTH = 'packages/roster/month/month';
const INBOX = 'pages/inbox/inbox';
const nameOf = (memberId: string): string => demoPerson(memberId).name;

const dayCell = (member: Phone, words: RegExp) =>
  member.page.getByLabel(words).filter({ visible: true });

/** A button of the swap that the two are named in, on the board of an officer. */
const onBoard = (officer: Phone, swap: string, button: string) =>
  officer.shown
    .locator('[class*="board__swap"]')
    .filter({ hasText: swap })
    .getByText(button, { exact: true });

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a swap is asked by a message and agreed, stands in both months, and gives way to sick leave',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const asking = await open({ as: ASKING, path: MONTH });
      await asking.tap(dayCell(asking, /3月12日，早班/u));
      await press(asking, '和同事换班');
      await asking.tap(nameOf(ASKED));
      await press(asking, '提出换班');
      await asking.see('等答复');

      const asked = await open({ as: ASKED, path: INBOX });
      await asked.see('换班请求');
      await asked.tap('今日');
      await asked.see('不答复就没有换成，班不变。');
      await press(asked, '去答复');
      await asked.see(`你换成早班 08:00–14:00，${nameOf(ASKING)}上前夜班`);
      await press(asked, '同意换');
      await asked.see('已换');
      await asked.back();
      await asked.see('请你做的事');
      await asked.notSee('去答复');

      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/branch-office/board/board',
      });
      await officer.tap(onBoard(officer, `${nameOf(ASKING)}和${nameOf(ASKED)}换班`, '知道了'));
      await officer.see(`${demoPerson(PEOPLE.officer).name}看过`);

      await asking.tap(`你想和${nameOf(ASKED)}换班`);
      await asking.see(/^你换成前夜班/u);
      await asking.see(/看过了$/u);
      await asking.back();
      await dayCell(asking, /3月12日，前夜班.+换班$/u).waitFor();
      const months = await open({ as: ASKED, path: MONTH });
      await dayCell(months, /3月12日，早班.+换班$/u).waitFor();

      await stage.cloud.clock.set(onThursday(10));
      const inbox = await open({ as: ASKING, path: INBOX });
      await inbox.see(`${nameOf(ASKED)}同意换班`);

      const sick = await open({ as: ASKING, path: 'packages/roster/change/change' });
      await press(sick, '病假');
      await press(sick, '登记');
      await sick.see(new RegExp(`${nameOf(ASKED)}照换好的班上`, 'u'));
      await stage.cloud.clock.set(onThursday(15));
      const told = await open({ as: ASKED, path: INBOX });
      await told.see(`${nameOf(ASKING)}请假了`);
    },
  },
  {
    name: 'an officer declines a swap, and both work as before',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const [one, other] = ['yx29', 'yx38'];
      const swap = { swapId: 'declined', partnerId: other, days: [FRIDAY], reason: null };
      await askAs(stage, one, 'member', 'proposeSwap', swap);
      const agree = { swapId: 'declined', answer: 'agree' };
      await askAs(stage, other, 'member', 'answerSwap', agree);
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/branch-office/board/board',
      });
      const swapOfTwo = `${nameOf(one)}和${nameOf(other)}换班`;
      await officer.tap(onBoard(officer, swapOfTwo, '不同意'));
      await officer.see(/退回后两个人都按原来的班上/u);
      await press(officer, '退回');
      await officer.notSee(swapOfTwo);
      const member = await open({ as: other, path: MONTH });
      await member.see('没换成');
      await dayCell(member, /3月13日，中班 14:00–20:00$/u).waitFor();
    },
  },
  {
    name: 'a swap shows what follows and until when, and ends unanswered',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const [one, other] = ['yx29', 'yx38'];
      const asking = await open({ as: one, path: MONTH });
      await asking.tap(dayCell(asking, /3月13日/u));
      await press(asking, '和同事换班');
      await asking.page.getByPlaceholder('姓名或值').filter({ visible: true }).fill(nameOf(other));
      await asking.tap(nameOf(other));
      await asking.see(/下班后休息 18 小时/u);
      await asking.see(/前同意才算换/u);
      await press(asking, '提出换班');

      const asked = await open({ as: other, path: MONTH });
      await asked.tap(`${nameOf(one)}想和你换班`);
      await asked.see(/前答复。同意后/u);

      await stage.cloud.clock.set(onThursday(24 + 23));
      await stage.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
      const late = await open({ as: one, path: INBOX });
      await late.see(`${nameOf(one)}和${nameOf(other)}没有换成班`);
    },
  },
];
