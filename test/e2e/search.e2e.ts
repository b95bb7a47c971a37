import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { SEARCH_HINT, searchFor } from './search-steps';
import { PEOPLE } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

/** As it stands in the demo, and as somebody types it who remembers little of it. */
const TOPIC = '新修订的运行规程';
const REMEMBERED = '规程 新修订';
/** What clears the field catches every touch in the preview, and then its bar hears clicks only. */
const back = (phone: Phone): Promise<void> =>
  phone.page.getByLabel('返回').filter({ visible: true }).click();

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the night shift finds a study from the today page and opens it, and the words stay on the phone',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.afterNight });
      await member.tap(member.shown.getByLabel('搜索'));
      await member.see('学习、党务清风、廉政清风、文档库、你的消息，一起找。');
      await searchFor(member, '规');
      await member.see('至少写 2 个字，或者写哪天，如 3月5日。');
      await searchFor(member, REMEMBERED);
      await member.tap(TOPIC);
      await member.see('任选一场即可');
      await back(member);
      await member.see(TOPIC);
      await member.tap('栏目');
      await member.see(/^没有找到“规程 新修订”。/u);
      await member.fill(SEARCH_HINT, '');
      await member.see('最近搜过');
      await member.tap(REMEMBERED);
      await member.tap('全部');
      await member.see(TOPIC);
    },
  },
  {
    name: 'from the tab of the branch an item is found by its day, and without a network it is said',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.free });
      await member.tap('支部');
      await member.tap('搜索');
      await searchFor(member, '３．８');
      await member.tap('栏目');
      await member.tap(member.shown.getByText(/^党务清风 · /u).first());
      await member.see(/没有点赞数/u);
      await back(member);
      await member.setNetwork('offline');
      await searchFor(member, '清风');
      await member.see('网络不通，没等到回答。有网时再试。');
      await member.setNetwork('online');
      await member.tap('再试一次');
      await member.notSee('网络不通，没等到回答。有网时再试。');
    },
  },
];
