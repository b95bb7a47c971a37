import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPerson } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import { askAs } from './ask-as';
import { choosePictures, deedOn, noteBy, notesOf, sharedBy, sizesOf } from './play-notes';
import type { Scenario } from './scenario';
import { PEOPLE, press, publishedStudy, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { officer, free, other, third } = PEOPLE;
const nameOf = (memberId: string): string => demoPerson(memberId).name;

/** 1600 by 1200 of noise, which nothing compresses well: a bitmap without a palette. */
function largePicture(folder: string, at: number): string {
  const [width, height] = [1600, 1200];
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const file = path.join(folder, `large-${at}.bmp`);
  writeFileSync(file, Buffer.concat([head, randomBytes(width * height * 3)]));
  return file;
}

/** Whether the note has come to the function; whether the phone has heard so is another matter. */
const handedIn = (phone: Phone): Promise<boolean> =>
  phone.page
    .waitForResponse(
      (answer) =>
        answer.url().endsWith('/call/note') &&
        answer.request().postData()?.includes('handInNote') === true,
      { timeout: PASS_MS },
    )
    .then(
      () => true,
      () => false,
    );

/** Nine pictures, two at a time, 2.5 s each, and the note; what was lost comes with the next start. */
const PASS_MS = 25_000;
const MOST_STARTS = 12;

const PICTURES = ['today', 'codes', 'roll'].map((name) => `docs/screenshots/${name}.jpg`);
const words = (phone: Phone) => phone.shown.locator('textarea');

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a note of a study is written without a network, outlives the app, and is sent once by itself',
    run: async ({ stage, open }) => {
      const topic = '从一张操作票说起';
      const { content, push } = stage.cloud.wechat;
      content.holdVerdicts();
      await publishedStudy(stage, { topic });
      const member = await open({ as: free, path: 'pages/studies/studies' });
      await member.tap(topic);
      await member.tap('写心得');
      await member.see('边写边存在手机');
      await member.setNetwork('offline');
      await member.see('离线，已保存在手机');
      await member.fill('标题', '多问一句，少走一趟');
      await member.fill(words(member), '夜里两点接班，表计和票上对不上。');
      await choosePictures(member, PICTURES, true);
      await member.see('还可加 6 张');
      await member.see(/^草稿 .+ 已存$/u);

      await member.restart('offline');
      await member.tap(topic);
      await member.see('草稿');
      await member.tap('多问一句，少走一趟');
      await member.see('还可加 6 张');
      await press(member, '提交');
      await member.see(/已保存在手机，有网时自动送出/u);

      await member.restart('offline');
      await member.see(topic);
      // Gone before any page of notes is opened, which would send it too.
      const gone = member.page.waitForResponse(
        (answer) =>
          answer.url().endsWith('/call/note') &&
          answer.request().postData()?.includes('handInNote') === true,
      );
      await member.setNetwork('online');
      await gone;
      await member.tap('我的');
      await member.tap('我的心得和投稿');
      await member.see(`心得 · ${topic} · 今天交`);
      await member.notSee('还没交的');
      const [note, ...others] = notesOf(stage, free);
      if (note === undefined || others.length > 0) throw new Error('not one note');
      const sizes = sizesOf(stage, note);
      if (sizes.length !== 3 || sizes.some((size) => size === 0 || size > 300 * 1024)) {
        throw new Error(`pictures of ${sizes.join(', ')} bytes`);
      }
      await member.tap('多问一句，少走一趟');
      await member.see('图还在检查，最多半小时。不用你做什么。');
      await content.deliverVerdicts();
      await push.settled();
      await member.back();
      await member.tap('多问一句，少走一趟');
      await member.see('文字和 3 张图已通过检查。');
    },
  },
  {
    name: 'nine large pictures are made small on the phone and all go, after the network went and came',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'large-pictures-'));
      const files = Array.from({ length: 9 }, (_, at) => largePicture(folder, at));
      const writer = 'yx35';
      const member = await open({ as: writer, path: 'packages/note/mine/mine' });
      await member.tap('新闻稿件');
      await member.fill(words(member), '大修第三天');
      await choosePictures(member, files, true);
      await member.page.getByLabel('第 9 张图', { exact: true }).waitFor();
      await member.setNetwork('offline');
      await press(member, '提交');
      await member.see(/有网时自动送出/u);
      await member.setNetwork('online');
      await member.see('大修第三天');
      await member.see('交过的');
      await member.notSee('还没交的');
      const [note, ...others] = notesOf(stage, writer);
      if (note === undefined || others.length > 0) throw new Error('not one note');
      const sizes = sizesOf(stage, note);
      if (sizes.length !== 9 || sizes.some((size) => size === 0 || size > 300 * 1024)) {
        throw new Error(`pictures of ${sizes.join(', ')} bytes`);
      }
      rmSync(folder, { recursive: true });
    },
  },
  {
    name: 'nine large pictures all go over a weak network that loses answers and ends the app, none twice',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'large-pictures-'));
      const files = Array.from({ length: 9 }, (_, at) => largePicture(folder, at));
      const writer = 'yx36';
      const member = await open({ as: writer, path: 'packages/note/mine/mine' });
      await member.tap('新闻稿件');
      await member.fill(words(member), '大修第四天');
      await choosePictures(member, files, true);
      await member.page.getByLabel('第 9 张图', { exact: true }).waitFor();
      await member.setNetwork('weak');
      let isSent = handedIn(member);
      await press(member, '提交');
      for (let starts = 0; !(await isSent); starts += 1) {
        if (starts === MOST_STARTS) throw new Error('it never went');
        isSent = handedIn(member);
        await member.restart('weak');
      }
      await member.restart('online');
      await member.see('交过的');
      await member.see('大修第四天');
      await member.notSee('还没交的');
      const [note, ...others] = notesOf(stage, writer);
      if (note === undefined || others.length > 0) throw new Error('not one note');
      const pictures = note['pictures'] as readonly { readonly fileId: string }[];
      if (new Set(pictures.map(({ fileId }) => fileId)).size !== 9) throw new Error('not nine');
      const sizes = sizesOf(stage, note);
      if (sizes.length !== 9 || sizes.some((size) => size === 0 || size > 300 * 1024)) {
        throw new Error(`pictures of ${sizes.join(', ')} bytes`);
      }
      rmSync(folder, { recursive: true });
    },
  },
  {
    name: 'words that are refused stay in the form, and go once they are others',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const member = await open({ as: third, path: 'packages/note/mine/mine' });
      await member.tap('新闻稿件');
      await member.fill(words(member), '一句假广告词');
      await press(member, '提交');
      await member.see(/换个说法再交/u);
      if ((await words(member).inputValue()) !== '一句假广告词') throw new Error('words are lost');
      await member.fill(words(member), '二值换了交接班记录本');
      await press(member, '提交');
      await member.see('二值换了交接班记录本');
      await member.see('交了，等负责人看');
      if (notesOf(stage, third).length !== 1) throw new Error('not one note');
    },
  },
  {
    name: 'a note is shared by the yes of its author without their name, and taken back by them',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const title = '巡检口诀';
      await noteBy(stage, other, 'e2e-share', { title });
      await deedOn(stage, officer, 'askToShare', 'e2e-share', { scope: 'branch' });
      const author = await open({ as: other });
      await author.see(`${nameOf(officer)}想分享你写的`);
      await author.see('不回复就不放，不影响别的。');
      await press(author, '去答复');
      await press(author, '同意，只写“二值一位同志”');
      await author.see('已经分享，没有写你的名字。随时能撤回。');

      const reader = await open({ as: free, path: 'pages/branch/branch' });
      await reader.tap('支部的心得');
      await reader.see('二值一位同志');
      await reader.tap(title);
      await reader.see(/夜里两点接班/u);
      await reader.notSee(nameOf(other));
      await reader.back();

      await author.tap('撤回分享');
      await press(author, '撤回');
      await author.see('已经撤回，支部的人看不到了。');
      const later = await open({ as: free, path: 'packages/note/shared/shared' });
      await later.see('还没有分享的心得');
    },
  },
  {
    name: 'what one crew shares another answers and thanks for; the author reads who, a guest no word',
    run: async ({ stage, open }) => {
      const [author, writer] = [third, 'yx10'];
      const noteId = await sharedBy(stage, author, officer, 'e2e-exchange', { title: '先问后动' });
      await sharedBy(stage, writer, officer, 'e2e-of-writer', { title: '没做完的先说' });
      const reader = await open({ as: writer, path: 'pages/branch/branch' });
      await reader.tap('支部的心得');
      await reader.see('没做完的先说');
      await reader.tap('三值');
      await reader.notSee('没做完的先说');
      await reader.tap('先问后动');
      await press(reader, '谢谢你写的');
      await press(reader, '谢过了，点这里收回');
      await press(reader, '谢谢你写的');
      await reader.see('谢过了，点这里收回');
      await reader.fill(words(reader), '一句假辱骂词');
      await press(reader, '发出回复');
      await reader.see(/换个说法再发/u);
      await reader.fill(words(reader), '一值也是先问值长');
      await press(reader, '发出回复');
      await reader.see('已经发出，支部的人看得到。');
      await reader.see('一值也是先问值长');
      await press(reader, '发到聊天群');

      const path = `packages/note/open/open?noteId=${noteId}`;
      const mine = await open({ as: author, path });
      await mine.see(`${nameOf(writer)}（一值） 谢谢你写的。`);
      await mine.see('一值也是先问值长');
      const guest = await open({ path });
      await guest.see('去绑定');
      await guest.notSee('先问后动');
      await guest.notSee(nameOf(author));

      await press(reader, '收回');
      await press(reader, '收回');
      await reader.see('你的回复已经收回。');
      await reader.notSee('一值也是先问值长');
    },
  },
  {
    name: 'a reply is removed with a reason that its writer reads, and kept for them when the sharing ends',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const noteId = await sharedBy(stage, third, officer, 'e2e-removed', { title: '少走一趟' });
      const writer = 'yx10';
      const reply = { noteId, replyId: 'e2e-reply', text: '上回是张三弄错的' };
      await askAs(stage, writer, 'note', 'replyToNote', reply);
      const path = `packages/note/open/open?noteId=${noteId}`;
      const reader = await open({ as: officer, path });
      await press(reader, '撤下');
      await writeReason(reader, '写了别人的名字');
      await press(reader, '撤下');
      await reader.see('已经撤下，写的人会收到原因。');
      await reader.notSee('上回是张三弄错的');
      const told = await open({ as: writer, path });
      await told.see(`${nameOf(officer)}撤下的：写了别人的名字。现在只有你看得到。`);
      await askAs(stage, third, 'note', 'withdrawNote', { noteId, what: 'sharing' });
      const own = await open({ as: writer, path: 'packages/note/mine/mine' });
      await own.tap('看我的回应');
      await own.see(/这一篇不再分享/u);
      await own.see('上回是张三弄错的');
    },
  },
  {
    name: 'a returned note is changed and handed in as another version; of two phones the second is asked',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await noteBy(stage, third, 'e2e-back', { title: '换了记录本', pictureCount: 2 });
      const reason = '第 2 张图拍到了铭牌，换一张';
      await deedOn(stage, officer, 'returnNote', 'e2e-back', { reason });
      const path = 'packages/note/open/open?noteId=e2e-back';
      const [phone, pad] = [await open({ as: third, path }), await open({ as: third, path })];
      await phone.see(reason);
      for (const each of [phone, pad]) {
        await each.tap('接着改');
        await each.see('还可加 7 张');
      }
      await phone.tap('删掉第 2 张图');
      await phone.see('还可加 8 张');
      await press(phone, '提交');
      await phone.see('以前的版本');
      await pad.fill(words(pad), '在平板上改的');
      await press(pad, '提交');
      await pad.see(/另一台手机上改过这一篇/u);
      if ((await words(pad).inputValue()) !== '在平板上改的') throw new Error('words are lost');
      await press(pad, '按这里写的再交一版');
      await pad.see('以前的版本');
      await pad.see('在平板上改的');
      const [note] = notesOf(stage, third).filter(({ _id }) => _id === 'e2e-back');
      if (note?.['version'] !== 3) throw new Error('not the third version');
    },
  },
];
