import { localTemplateId } from '../../local/world/templates';
import { writeDocuments } from '../../local/world/write-documents';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const MINE = 'packages/suggest/mine/mine';
const TITLE = '工具柜的钥匙夜里找不到';
const BODY = '钥匙在白班手里，后夜要用得打电话。';

async function raise(member: Phone): Promise<void> {
  await press(member, '提一条');
  await press(member, '提上去');
  await member.see('还没写标题。');
  await member.fill(member.shown.locator('input').first(), TITLE);
  await member.fill(member.shown.locator('textarea').first(), BODY);
}

/** As if everybody had so many subscriptions left. */
async function leaveCredits({ cloud: { engine } }: DemoStage, credits: object): Promise<void> {
  const people = [...engine.collection('members').all()].map(({ document }) => document);
  const changed = people.map((document) => ({ ...document, credits }));
  await writeDocuments(engine, 'members', changed);
}

const accountsOf = ({ cloud: { engine } }: DemoStage): readonly string[] =>
  [...engine.collection('members').all()].map(({ document }) => String(document['account']));

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a member raises something from 支部, the secretary answers from 今日, and the member closes it',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.other, path: 'pages/branch/branch' });
      await member.tap('建言直通车');
      await member.see('还没有提过。吃饭、班车、工具、排班，什么都可以提。');
      await raise(member);
      await press(member, '提上去');
      await member.see(/^提上去了/u);
      await press(member, '看这一条');
      await member.see('等回话');

      const secretary = await open({ as: 'yx01', path: 'pages/today/today' });
      await secretary.tap(secretary.page.getByText(new RegExp(`提了：${TITLE}$`, 'u')).first());
      await secretary.see(BODY);
      await press(secretary, '先说一声在办了');
      await writeReason(secretary, '和检修商量，钥匙放值长台');
      // The app ends before it is sent: the words are there again.
      await secretary.restart('online');
      await secretary.tap(secretary.page.getByText(new RegExp(`提了：${TITLE}$`, 'u')).first());
      await press(secretary, '先说一声在办了');
      await secretary.see('12 / 300');
      await press(secretary, '回话');
      await secretary.see('在办');
      await press(secretary, '答复');
      await writeReason(secretary, '从今天起放值长台，谁用谁登记');
      await press(secretary, '答复');
      await secretary.see('有答复');

      const again = await open({ as: PEOPLE.other, path: 'pages/today/today' });
      await again.tap(again.page.getByText(`《${TITLE}》有答复了`).first());
      await again.see('从今天起放值长台，谁用谁登记');
      await press(again, '可以了');
      await again.see('办结');
    },
  },
  {
    name: 'what is written is kept on the phone, goes to the committee office when the network is back, and is passed on',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.third, path: MINE });
      await raise(member);
      await member.tap('党委工作部');
      await member.see('党委工作部看得到，支部看不到。');
      await member.setNetwork('offline');
      await press(member, '提上去');
      await member.see(/已保存在手机，有网时自动送出。$/u);
      await member.setNetwork('online');
      await member.see(/^提上去了/u);

      const office = await open({ as: PEOPLE.office, path: 'pages/branch/branch' });
      await office.tap('建言直通车');
      await office.tap('等你们回话的');
      await office.tap(TITLE);
      await press(office, '转给别处');
      await press(office, '运行支部');
      await writeReason(office, '这是你们班里的事');
      await press(office, '转过去');
      await office.see(/转给运行支部$/u);

      const secretary = await open({ as: 'yx01', path: 'packages/suggest/queue/queue' });
      await secretary.see(TITLE);
      await secretary.see(/^\d+月大家在说什么$/u);
    },
  },
  {
    name: 'pictures wait on the phone with what was raised, go when the network is back, and are seen by who answers',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const title = '北门台阶缺了一块';
      stage.cloud.wechat.content.holdVerdicts();
      const member = await open({ as: PEOPLE.other, path: MINE });
      await press(member, '提一条');
      const chooser = member.page.waitForEvent('filechooser');
      await member.tap('还可加 3 张');
      await press(member, '同意');
      await (await chooser).setFiles(['docs/screenshots/today.jpg']);
      await member.see('还可加 2 张');
      await member.fill(member.shown.locator('input').first(), title);
      await member.fill(member.shown.locator('textarea').first(), '夜里看不清，有人绊过。');
      await member.setNetwork('offline');
      await press(member, '提上去');
      await member.see(/^图传了 0\/1 张。/u);
      // The app is closed and opened again before the network is back.
      await member.restart('offline');
      await member.see('还没送出的');
      await member.see('已保存在手机，有网时自动送出');
      await member.setNetwork('online');
      await member.notSee('还没送出的');
      await member.tap(title);
      await member.see('微信还在检查，通过了别人才看得到');
      await stage.cloud.wechat.content.deliverVerdicts();
      await stage.cloud.wechat.push.settled();
      const secretary = await open({ as: 'yx01', path: 'packages/suggest/queue/queue' });
      await secretary.tap(title);
      await secretary.see(/^夜里看不清/u);
      await secretary.notSee('微信还在检查，最多半小时后看得到');
    },
  },
  {
    name: 'an urgent hazard says whom it has rung; whoever reads it sees that a picture lacks which did not come',
    played: 'in-soak',
    run: async ({ open, stage }) => {
      await leaveCredits(stage, { notice: 1 });
      const member = await open({ as: PEOPLE.other, path: 'packages/suggest/write/write' });
      await member.tap('隐患');
      await member.tap('很急');
      await member.see(/^现在就响当班的负责人/u);
      await member.fill(member.shown.locator('input').first(), '给水泵漏油');
      await member.fill(member.shown.locator('textarea').first(), '2 号给水泵轴承座渗油，地面滑。');
      const chooser = member.page.waitForEvent('filechooser');
      await member.tap('还可加 3 张');
      await press(member, '同意');
      await (await chooser).setFiles(['docs/screenshots/today.jpg']);
      await member.see('还可加 2 张');
      await member.page.route(/\/preview\/files/u, (route) => route.abort());
      await press(member, '提上去');
      await member.see(/^正在响.*有 1 张图没有带上，要补图就再提一条，重新选图。$/u);
      await press(member, '看这一条');
      await member.see(/很急$/u);
      await member.see('有 1 张图没有带上，要补图就再提一条，重新选图。');
      const secretary = await open({ as: 'yx01', path: 'packages/suggest/queue/queue' });
      await secretary.tap('给水泵漏油');
      await secretary.see(/^还有 1 张图没有带上，要看就问.+。$/u);
    },
  },
  {
    name: 'an urgent hazard says whom it rings and then has rung, and that it has rung nobody where no phone can ring',
    played: 'in-soak',
    run: async ({ open, stage }) => {
      const raiseUrgent = async (title: string) => {
        const member = await open({ as: PEOPLE.other, path: 'packages/suggest/write/write' });
        await member.tap('隐患');
        await member.tap('很急');
        await member.see(/^现在就响当班的负责人/u);
        await member.fill(member.shown.locator('input').first(), title);
        await member.fill(member.shown.locator('textarea').first(), '轴承座渗油，地面滑。');
        await press(member, '提上去');
        return member;
      };
      await leaveCredits(stage, {});
      const unheard = await raiseUrgent('给水泵漏油');
      await unheard.see(/^还没有响到人，先打值长电话/u);
      await press(unheard, '看这一条');
      await unheard.see('还没有响到人，先打值长电话。');
      // The ledger is only a guess: WeChat knows of none.
      await leaveCredits(stage, { notice: 1 });
      const refused = await raiseUrgent('循环水泵漏油');
      await refused.see(/^正在响/u);
      await stage.cloud.clock.advance(60_000);
      await press(refused, '看这一条');
      await refused.see(/^.+的手机没响。还没有响到人，先打值长电话。$/u);
      const told = await open({ as: PEOPLE.other, path: 'pages/inbox/inbox' });
      await told.see(/^急：谁的手机都没响/u);
      await leaveCredits(stage, { notice: 1 });
      for (const account of accountsOf(stage)) {
        stage.cloud.wechat.messages.grant(account, localTemplateId('notice'));
      }
      const member = await raiseUrgent('凝结水泵漏油');
      await member.see(/^正在响/u);
      await stage.cloud.clock.advance(2 * 60_000);
      await press(member, '看这一条');
      await member.see(/很急$/u);
      await member.see(/已经响了/u);
    },
  },
];
