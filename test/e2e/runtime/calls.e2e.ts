import type { Phone } from '../phone';
import type { Scenario } from '../scenario';
import { type FixtureStage, startFixtureStage } from './fixture-stage';

export const start = startFixtureStage;

const path = 'pages/calls/calls';

async function expectLog(phone: Phone, text: string): Promise<void> {
  await phone.shown.locator('#log').filter({ hasText: text }).waitFor();
}

export const scenarios: readonly Scenario<FixtureStage>[] = [
  {
    name: 'a function is called as the account of the person whose phone it is',
    run: async ({ open }) => {
      const phone = await open({ as: 'm1', path });
      await phone.tap('call');
      await expectLog(phone, '{"event":{"text":"你好","userInfo":{');
      await expectLog(phone, '"openId":"demo-m1","hasContext":true}');
      const guest = await open({ as: '访客甲', path });
      await guest.tap('call');
      await expectLog(guest, '"openId":"guest-访客甲"');
    },
  },
  {
    name: 'a function that throws or is missing fails with the number of the real client',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('failing');
      await expectLog(phone, 'cloud.callFunction:fail Error: errCode: -504002');
      await phone.tap('missing');
      await expectLog(phone, 'cloud.callFunction:fail Error: errCode: -501000');
    },
  },
  {
    name: 'without network a call fails at once and works again afterwards',
    run: async ({ open }) => {
      const phone = await open({ as: 'm1', path });
      await phone.setNetwork('offline');
      await phone.tap('call');
      await expectLog(phone, 'errCode: -1 | errMsg: request:fail network error');
      await phone.tap('network');
      await expectLog(phone, '"networkType":"none"');
      await phone.setNetwork('online');
      await phone.tap('call');
      await expectLog(phone, '"openId":"demo-m1"');
    },
  },
  {
    name: 'subscribing works in a tap, gives a credit, and is refused after a call to the cloud',
    run: async ({ open, stage }) => {
      const phone = await open({ as: 'm1', path });
      await phone.tap('subscribe');
      await phone.see('学习提醒');
      await phone.tap('允许');
      await expectLog(phone, '"tpl-study":"accept"');
      const credits = stage.cloud.wechat.messages.creditsOf('demo-m1', 'tpl-study');
      if (credits !== 1) throw new Error(`${credits} credits instead of 1`);
      await phone.tap('subscribeLate');
      await expectLog(
        phone,
        'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
      );
    },
  },
  {
    name: 'the camera takes a pasted code, and closing it is a cancel',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('scan');
      await phone.fill('粘贴码的内容', 'qf1.abc');
      await phone.tap('识别');
      await expectLog(phone, '"result":"qf1.abc"');
      await phone.tap('scan');
      await phone.tap('取消');
      await expectLog(phone, 'scanCode:fail cancel');
    },
  },
  {
    name: 'an action sheet answers with the index',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('sheet');
      await phone.tap('第二项');
      await expectLog(phone, '"tapIndex":1');
    },
  },
  {
    name: 'files are kept on the phone, uploaded and downloaded again',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('files');
      await expectLog(phone, '["记下","记下"]');
    },
  },
  {
    name: 'storage keeps values by phone and refuses more than a megabyte under one key',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('storage');
      await expectLog(phone, '[{"a":[1]},"","setStorage:fail entry size limit reached"]');
    },
  },
  {
    name: 'the phone tells its size, theme, font and time, and hides the browser from page code',
    played: 'in-soak',
    run: async ({ open, stage }) => {
      const phone = await open({ path, dark: true, scale: 1.65, skewMinutes: 10 });
      await phone.tap('info');
      const day = new Date(stage.cloud.clock.nowMs() + 600_000).toISOString().slice(0, 16);
      await expectLog(phone, `[753,"dark",26.4,"undefined","${day}`);
    },
  },
  {
    name: 'personal data asks for consent first, the calendar for permission too',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('clipboard');
      await phone.tap('同意');
      await expectLog(phone, 'setClipboardData:ok');
      await phone.tap('calendar');
      await phone.tap('允许');
      await phone.tap('添加');
      await expectLog(phone, 'addPhoneCalendar:ok');
    },
  },
  {
    name: 'a call that the preview does not know throws, naming itself',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('unknown');
      await expectLog(phone, '抛出 wx.startBeaconDiscovery is not supported by the preview');
    },
  },
  {
    name: 'an uncaught error is shown on the phone and kept',
    played: 'in-soak',
    expectsErrors: true,
    run: async ({ open }) => {
      const phone = await open({ path });
      await phone.tap('boom');
      await phone.see('页面出错了');
      const errors = await phone.errors();
      if (!errors.includes('页面出错了')) throw new Error(`kept: ${errors.join('; ')}`);
    },
  },
  {
    name: 'an element that the preview cannot show and an unknown property name themselves',
    played: 'in-soak',
    expectsErrors: true,
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/unsupported/unsupported' });
      await phone.see('<map> is not supported by the preview');
      await phone.see('"noSuchProperty" is not a valid property');
    },
  },
];
