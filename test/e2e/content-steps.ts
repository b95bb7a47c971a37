import { aPdf } from '../builders/office-files';
import type { DemoStage } from './demo-stage';
import { openedFile } from './opened-file';
import type { Phone } from './phone';
import { chooseFile } from './roster-file';
import type { Play } from './scenario';
import { PEOPLE, press } from './study-steps';

/** Who edits and checks in these plays. */
export const EDITORS = {
  publicity: 'yx33',
  discipline: 'yx02',
  secretary: 'yx01',
  office: 'jg03',
  commentator: 'yx46',
} as const;

/** Answers the question that stands above the page. */
export async function confirm(phone: Phone, words: string): Promise<void> {
  await phone.tap(phone.page.locator('.t-dialog').getByText(words, { exact: true }).last());
}

/** Chooses a picture as from the album; the first time the privacy guide is agreed to. */
export async function choosePicture(phone: Phone): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap(phone.shown.getByText(/^还可加/u));
  await press(phone, '同意');
  await (await chooser).setFiles(['docs/screenshots/today.jpg']);
  await phone.see('还可加 8 张');
}

export async function openDesk(phone: Phone): Promise<void> {
  await phone.tap('编辑台');
  await phone.see('编辑日历');
}

/** From the tab of the branch, as everybody comes to it. */
export async function openLibrary(phone: Phone): Promise<void> {
  await phone.tap('支部');
  await phone.tap('文档库');
  await phone.see('只限公开资料。工作秘密和盖章的内部件不放这里。');
}

export async function closeDocument(phone: Phone): Promise<void> {
  await phone.page.getByRole('button', { name: '关闭' }).click();
}

const TICKS = ['是公开的，或大家本来就知道', '没有工作秘密', '不是盖章的内部件'];

export async function tickAll(phone: Phone): Promise<void> {
  for (const words of TICKS) await phone.tap(words);
}

/** Brought by one officer and let out by another. */
export async function letOut(
  open: Play<DemoStage>['open'],
  title: string,
): Promise<{ officer: Phone; secretary: Phone }> {
  const officer = await open({ as: PEOPLE.officer });
  await openLibrary(officer);
  await officer.tap('传文件');
  await chooseFile(officer, '选文件', '用火新规.pdf', aPdf(`% ${title}`));
  await officer.see('用火新规.pdf');
  await officer.fill('标题', title);
  await officer.fill('出处', '应急管理部网站');
  await officer.tap('全支部');
  await tickAll(officer);
  await press(officer, '传上去');
  await officer.see('你传的，要另一位支委看过才放出来。');

  const secretary = await open({ as: EDITORS.secretary });
  await secretary.see(new RegExp(`传了《${title}》`, 'u'));
  await openLibrary(secretary);
  await secretary.tap('等审核 1');
  await secretary.tap(title);
  await secretary.tap('打开看这一版');
  await openedFile(secretary);
  await closeDocument(secretary);
  await press(secretary, '放出来');
  await confirm(secretary, '放出来');
  await secretary.see(/^放出来了，会请 \d+ 人看完确认。$/u);
  return { officer, secretary };
}

/** A version that changes what was there, brought and let out by the same two. */
export async function replace(
  { officer, secretary }: { officer: Phone; secretary: Phone },
  title: string,
  changed: string,
): Promise<void> {
  await officer.restart('online');
  await openLibrary(officer);
  await officer.tap(title);
  await officer.tap('换新版');
  await chooseFile(officer, '选文件', '用火新规 2.pdf', aPdf('% second'));
  await officer.tap('大改');
  await officer.fill('改了什么', changed);
  await tickAll(officer);
  await press(officer, '传上去');
  await officer.see('等审核的一版');
  await secretary.restart('online');
  await openLibrary(secretary);
  await secretary.tap('等审核 1');
  await secretary.tap(title);
  await press(secretary, '放出来');
  await confirm(secretary, '放出来');
  await secretary.see('以前的版本');
}

/** Opens it, reads it, and says so. */
export async function acknowledgeDocument(member: Phone, title: string): Promise<void> {
  await openLibrary(member);
  await member.tap(title);
  await press(member, '打开');
  await openedFile(member);
  await closeDocument(member);
  await press(member, '知道了');
  await member.see(/^你 3月\d+日 已确认$/u);
}
