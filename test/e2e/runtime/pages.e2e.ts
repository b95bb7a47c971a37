import { enter, PHONE_SIZE, rest } from '../phone';
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
    name: 'what comes for a page that was left does no harm',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ as: 'm1' });
      await phone.tap('单元格');
      await phone.see('你好，张三');
      await phone.back();
      await phone.tap('加一');
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
  {
    name: 'tabs keep their pages alive and carry badges',
    run: async ({ open }) => {
      const phone = await open();
      await phone.tap('加一');
      await phone.tap(phone.page.getByRole('tab', { name: '第二' }));
      await phone.see('第二个标签页，显示了 1 次');
      await phone.tap('打标');
      await phone.tap(phone.page.getByRole('tab', { name: '首页' }));
      await phone.see('点了 1 次');
      await phone.see('7');
      await phone.tap(phone.page.getByRole('tab', { name: '第二' }));
      await phone.see('第二个标签页，显示了 2 次');
    },
  },
  {
    name: 'a page opened directly leads home',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/form/form?name=李四' });
      await phone.tap(phone.page.getByLabel('首页'));
      await phone.see('点了 0 次');
    },
  },
  {
    name: 'pulling down refreshes, the end of the list loads more, and the page can scroll itself',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/scroll/scroll' });
      await phone.drag(phone.shown.getByText('第 3 行'), { y: 200 });
      await phone.see('刷新 1 次');
      await phone.shown.getByText('第 30 行').scrollIntoViewIfNeeded();
      await phone.shown.getByText('第 60 行').scrollIntoViewIfNeeded();
      await phone.tap('回到顶部');
      await phone.see('刷新 1 次');
    },
  },
  {
    name: 'what is fixed at the bottom keeps free of the home indicator, on its own ground by theme',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/scroll/scroll', dark: true });
      const dock = phone.shown.locator('.dock');
      const style = await dock.evaluate((element) => {
        const { paddingBottom, backgroundColor, bottom } = getComputedStyle(element);
        return { paddingBottom, backgroundColor, bottom };
      });
      const paddingPx = Math.round(parseFloat(style.paddingBottom));
      if (paddingPx !== 51) throw new Error(`${paddingPx} px below instead of 17 + 34`);
      if (style.backgroundColor !== 'rgb(29, 30, 33)') throw new Error(style.backgroundColor);
    },
  },
  {
    name: 'built-in fields, pickers, swiper, canvas, rich text and WXS work by touch',
    run: async ({ open }) => {
      const phone = await open({ path: 'pages/built-in/built-in', scale: 1.65 });
      await phone.see('a||false|一|08:00|0|100×60|数组|按0');
      await phone.tap('乙');
      await phone.tap('女');
      await phone.tap('推送');
      await phone.tap('选一个');
      await phone.drag(phone.page.locator('.weui-picker__group').last(), { y: -56 });
      await phone.tap('确定');
      await phone.see('a+b|f|true|二|08:00|0|100×60|数组|按0');
      await phone.drag(phone.shown.locator('wx-swiper'), { x: -300 });
      await phone.see('a+b|f|true|二|08:00|1|');
      const scripts = await phone.shown.locator('wx-rich-text script').count();
      if (scripts > 0) throw new Error('rich text runs scripts');
      const rem = await phone.shown
        .locator('.rem')
        .evaluate((element) => getComputedStyle(element).fontSize);
      if (rem !== '26.4px') throw new Error(`1rem is ${rem}`);
      await phone.tap('去表单');
      await phone.see('你好，导航');
    },
  },
  {
    name: 'on a desktop without touch the mouse taps, drags a picker and answers a dialog',
    played: 'in-soak',
    run: async ({ open, stage }) => {
      const { page: touched } = await open();
      const context = await touched.context().browser()?.newContext({ viewport: PHONE_SIZE });
      if (context === undefined) throw new Error('the phone has no browser');
      const page = await context.newPage();
      await enter(context, stage.address);
      await page.goto(`${new URL(stage.address).origin}/phone?path=pages/built-in/built-in`);
      await page.getByText('乙').click();
      await page.getByText('选一个').click();
      // Only waits until the picker has come to rest.
      await page.getByText('确定').last().click({ trial: true });
      const column = await page.locator('.weui-picker__group').last().boundingBox();
      if (column === null) throw new Error('the picker has no column');
      const [x, y] = [column.x + column.width / 2, column.y + column.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - 300, { steps: 12 });
      await rest(page);
      await page.mouse.up();
      await page.getByText('确定').last().click();
      await page.getByText('a+b||false|三|').waitFor();
      await page.getByText('去表单').click();
      await page.getByText('问一下').click();
      await page.getByText('取消').click();
      await page.getByText('算了').waitFor();
      await context.close();
    },
  },
];
