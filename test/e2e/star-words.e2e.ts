import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { begunStar, STAR_MONTH } from './star-steps';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { third } = PEOPLE;

const DEED = '2月14日凌晨巡检，听出给水泵声音不对，先报后查，机组没有停。';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'what is typed of a nomination stays in the field without a network and across a restart, and is sent as it stands',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await begunStar(stage);
      const member = await open({
        as: third,
        path: `packages/star/nominations/nominations?month=${STAR_MONTH}`,
      });
      const field = () => member.shown.locator('textarea').first();
      const stands = async (words: string) => {
        const value = await field().inputValue();
        if (value !== words) throw new Error(`what stands in the field is ${value}`);
      };
      await press(member, '提一位同志');
      await member.see('自荐');
      await member.fill(field(), DEED);
      await member.setNetwork('offline');
      await member.tap('自荐');
      await member.see('这个月的记录没有读到，写好的都在。');
      await stands(DEED);
      await press(member, '报名');
      await member.see('网络不通');
      await stands(DEED);
      await member.setNetwork('online');
      await press(member, '再读一次');
      await member.notSee('这个月的记录没有读到');
      await stands(DEED);
      await member.restart('online');
      await press(member, '提一位同志');
      await member.see('报名');
      await stands(DEED);
      await press(member, '报名');
      await member.see('已报名');
      await member.see(DEED);
    },
  },
  {
    name: 'what is typed of the special meeting is there after the app has ended, until it is saved',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await stage.cloud.clock.set(instantOf(localDay('2026-03-12'), 17 * 60));
      const path = `packages/star/meeting/meeting?month=${STAR_MONTH}`;
      const officer = await open({ as: 'jx11', path });
      const said = '四个组各说了一件事，提了三个人';
      const hasWords = async () => {
        await officer.see('台账里的会');
        await officer.see(`${said.length} / 2000`);
      };
      await officer.see('台账里的会');
      await officer.fill(officer.shown.getByLabel('地点'), '检修楼一楼会议室');
      await officer.fill(officer.shown.getByPlaceholder('照会上说的记'), said);
      await officer.restart('online');
      await hasWords();
      await press(officer, '先存');
      await officer.see('已存，还没有定稿');
      await officer.restart('online');
      await hasWords();
    },
  },
  {
    name: 'a list that is being changed is there after the app has ended, and what another saved meanwhile stands below it',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/star-office/standard/standard';
      const [first, second] = [
        await open({ as: 'yx01', path }),
        await open({ as: 'jg03', path: `${path}?branchId=yunxing` }),
      ];
      const name = (phone: Phone) => phone.shown.getByLabel('名称').first();
      for (const phone of [first, second]) await press(phone, '改清单');
      await first.fill(name(first), '先存的一项');
      await second.fill(name(second), '后存的一项');
      await press(first, '存成新的一版');
      await first.see('存好了');
      await second.restart('online');
      await second.see('改清单');
      const stands = await name(second).inputValue();
      if (stands !== '后存的一项') throw new Error(`what stands in the field is ${stands}`);
      await press(second, '存成新的一版');
      await second.see('刚刚有人存过新的一版');
      await second.see('先存的一项');
      await press(second, '存成新的一版');
      await second.see('存好了');
      await second.see('后存的一项');
    },
  },
];
