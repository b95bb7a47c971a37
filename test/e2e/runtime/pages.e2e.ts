import type { Scenario } from '../scenario';
import { type FixtureStage, startFixtureStage } from './fixture-stage';

export const start = startFixtureStage;

export const scenarios: readonly Scenario<FixtureStage>[] = [
  {
    name: 'a tap changes what is shown and opens another page with decoded options',
    run: async ({ open }) => {
      const phone = await open({ as: 'm1' });
      await phone.tap('加一');
      await phone.see('点了 1 次');
      await phone.tap('单元格');
      await phone.see('你好，张三');
      await phone.back();
      await phone.see('点了 1 次');
    },
  },
  {
    name: 'typing is bound to data and a dialog answers',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/form/form?name=李四' });
      await phone.fill('写点什么', '今天学完了');
      await phone.see('写了：今天学完了');
      await phone.tap('问一下');
      await phone.tap('确定');
      await phone.see('好的');
    },
  },
];
