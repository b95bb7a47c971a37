import type { Scenario } from '../scenario';
import { type FixtureStage, startFixtureStage } from './fixture-stage';

export const start = startFixtureStage;

/** The list of values at the top of the form page. */
const state = (...values: (string | number | boolean)[]): string => `状态：${values.join('|')}`;

export const scenarios: readonly Scenario<FixtureStage>[] = [
  {
    name: 'search, input and textarea take what is typed',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-form/tdesign-form' });
      await phone.fill('搜人名', '王');
      await phone.fill('请输入姓名', '孙玉梅');
      await phone.fill('请写心得', '学了三点');
      await phone.see(state('孙玉梅', '学了三点', '王', 'a', 'x', false, 1, '1', '', ''));
      await phone.see('4 / 20');
    },
  },
  {
    name: 'radio, checkbox, switch, stepper and tabs change by touch',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-form/tdesign-form' });
      await phone.tap('乙类');
      await phone.tap('选项二');
      await phone.tap(phone.shown.locator('[class*="switch__body"]'));
      await phone.tap(phone.shown.locator('[class*="stepper__plus"]'));
      await phone.tap('标签二');
      await phone.see(state('', '', '', 'b', 'x,y', true, 2, '2', '', ''));
      await phone.see('第二页');
    },
  },
  {
    name: 'a picker follows the finger and confirms',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-form/tdesign-form' });
      await phone.tap('选班次');
      await phone.see('夜班');
      await phone.drag(phone.shown.locator('[class*="picker__main"]').first(), { y: -44 });
      await phone.tap('确认');
      await phone.see('|evening|');
      await phone.tap('选日期');
      await phone.see('3 月');
      await phone.tap(phone.shown.getByText('确定').filter({ visible: true }).last());
      await phone.see('|evening|2025-03-05');
    },
  },
  {
    name: 'a form collects native and library fields',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-form/tdesign-form' });
      await phone.tap('提交');
      await phone.see('{"plain":"原值","sw":true,"lib":"库字段"}');
    },
  },
  {
    name: 'popup, dialog, action sheet and toast open over the page and go away',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-layers/tdesign-layers' });
      await phone.tap('开弹层');
      await phone.see('弹层里的内容');
      await phone.page.touchscreen.tap(195, 200);
      await phone.notSee('弹层里的内容');
      await phone.tap('开对话框');
      await phone.tap('确认删除');
      await phone.see('答：确认了');
      await phone.tap('开动作面板');
      await phone.tap('存草稿');
      await phone.see('答：选了存草稿');
      await phone.tap('出提示');
      await phone.see('保存好了');
    },
  },
  {
    name: 'a cell swiped to the left shows its action',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-layers/tdesign-layers' });
      await phone.drag(phone.shown.locator('[class*="swipe-cell"]').first(), { x: -150 });
      await phone.tap('删除');
      await phone.see('答：删除了');
    },
  },
  {
    name: 'tag, notice bar, loading, skeleton, empty, progress, steps and badge are drawn',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/tdesign-show/tdesign-show', dark: true });
      for (const text of ['标签', '一条通知', '载入中', '还没有内容', '40%', '第二步', '8']) {
        await phone.see(text);
      }
      await phone.shown.locator('[class*="skeleton"]').first().waitFor();
    },
  },
];
