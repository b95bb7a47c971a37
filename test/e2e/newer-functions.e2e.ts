import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_START_MS, FUNCTIONS_DIR, startDemoStage, type DemoStage } from './demo-stage';
import { sentNotice } from './play-notices';
import type { Scenario } from './scenario';
import { codeOn, PEOPLE, press, publishedStudy, showToCamera } from './study-steps';

/**
 * What a later release may answer: one more field in every object, and in every list of kinds,
 * states and ways one value that today's phone has never heard of.
 */
const OF_A_LATER_RELEASE = `
{
  const later = (value) => {
    if (Array.isArray(value)) return value.map(later);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, later(inner)]);
    return { ...Object.fromEntries(entries), addedLater: { of: 'a later release' } };
  };
  const ofLaterKind = (item) => ({
    ...item,
    kind: 'contest-announced',
    channel: 'contests',
    why: { ...item.why, code: 'before-handover' },
  });
  const inner = module.exports.main;
  module.exports = {
    main: async (event, context) => {
      const reply = await inner(event, context);
      if (typeof reply !== 'object' || reply.ok !== true) return reply;
      const output = later(reply.output);
      const hasItems = event.action === 'inbox';
      return {
        ...reply,
        output: hasItems ? { ...output, items: output.items.map(ofLaterKind) } : output,
      };
    },
  };
}
`;

export async function start(): Promise<DemoStage> {
  const functionsDir = mkdtempSync(path.join(tmpdir(), 'later-functions-'));
  cpSync(FUNCTIONS_DIR, functionsDir, { recursive: true });
  for (const name of readdirSync(functionsDir)) {
    appendFileSync(path.join(functionsDir, name, 'index.js'), OF_A_LATER_RELEASE);
  }
  const stage = await startDemoStage(DEMO_START_MS, undefined, functionsDir);
  const stop = async (): Promise<void> => {
    await stage.stop();
    rmSync(functionsDir, { recursive: true });
  };
  return { ...stage, stop };
}

const MINUTE_MS = 60_000;

/** Each tab with words that only its content has. */
const TABS = [
  ['今日', '接下来'],
  ['学习', '主题党日'],
  ['支部', '值班看板'],
  ['消息', '新消息，升级后查看'],
  ['我的', '倒班表'],
] as const;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: "every tab of today's phone reads what a later release answers",
    run: async ({ stage, open }) => {
      await sentNotice(stage, { title: '周五下午打扫泵房' });
      const phone = await open({ as: PEOPLE.officer });
      for (const [tab, words] of TABS) {
        await phone.tap(tab);
        await phone.see(words);
      }
    },
  },
  {
    name: 'a message of a kind of later is shown, and says where more is to be seen',
    run: async ({ stage, open }) => {
      await sentNotice(stage, { title: '技能比武报名' });
      const member = await open({ as: PEOPLE.free, path: 'pages/inbox/inbox' });
      await member.see('技能比武报名');
      await member.see('新消息，升级后查看');
    },
  },
  {
    name: 'a check-in counts, and so does one that waited for the network',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const presenter = await open({ as: PEOPLE.officer, path: study.codes });
      const code = await codeOn(presenter);
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await press(member, '扫码签到');
      await showToCamera(member, code);
      await member.see('已签到');
      const late = await open({ as: PEOPLE.other, path: study.checkIn });
      await late.see('输入屏幕上的 6 位数字');
      await late.setNetwork('offline');
      await press(late, '扫码签到');
      await showToCamera(late, await codeOn(presenter));
      await late.see('已保存在手机');
      await press(late, '知道了');
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      await late.setNetwork('online');
      await late.see('等书记确认');
    },
  },
];
