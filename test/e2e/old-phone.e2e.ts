import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { share } from '../long-by-nature';
import { type Release, releases } from '../two-versions/releases';
import { DEMO_START_MS, type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import { sentNotice } from './play-notices';
import type { Scenario } from './scenario';
import {
  codeOn,
  digitsOn,
  PEOPLE,
  press,
  publishedStudy,
  showToCamera,
  typeDigits,
} from './study-steps';

/** The phone of the last release with the functions of today, as it is for days after these are deployed. */
const release = lastRelease();

export async function start(): Promise<DemoStage> {
  const dist = mkdtempSync(path.join(tmpdir(), 'old-phone-'));
  release.unpack('phone', path.join(dist, 'miniprogram'));
  const stage = await startDemoStage(DEMO_START_MS, dist);
  const stop = async (): Promise<void> => {
    await stage.stop();
    rmSync(dist, { recursive: true });
  };
  return { ...stage, stop };
}

/** A study and a sitting of the demo organisation, and a day, for whatever page wants one. */
const QUERY = 'studyId=yx-open-now&sittingId=yx-open-now-1&memberId=yx22&day=2026-03-14';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'every page of an older phone reads what it is answered',
    played: 'in-both',
    run: async ({ stage, open }) => {
      const messageId = await sentNotice(stage, { title: '周五下午打扫泵房' });
      const phone = await open();
      const address = new URL(phone.page.url());
      for (const page of share(release.pages, 5)) {
        const as = page.endsWith('/rotation') ? PEOPLE.office : PEOPLE.officer;
        address.searchParams.set('phone', as);
        address.searchParams.set('path', `${page}?${QUERY}&messageId=${messageId}`);
        await phone.page.goto(address.href);
        await understandsAll(phone, page);
      }
    },
  },
  {
    name: 'an older phone shows a code, another scans it, a third types its digits',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { studyId, sittingId } = await publishedStudy(stage);
      const ids = `studyId=${studyId}&sittingId=${sittingId}`;
      const officer = await open({ as: PEOPLE.officer, path: `${pageNamed('codes')}?${ids}` });
      const checkIn = `${pageNamed('check-in')}?${ids}`;
      const scanning = await open({ as: PEOPLE.free, path: checkIn });
      await press(scanning, '扫码签到');
      await showToCamera(scanning, await codeOn(officer));
      await scanning.see('已签到');
      const typing = await open({ as: PEOPLE.other, path: checkIn });
      await typeDigits(typing, await digitsOn(officer));
      await typing.see('已签到');
      await officer.see('2/ 48 人');
    },
  },
  {
    name: 'an older phone acknowledges a notice, also from where there was no network',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const title = '换届程序图解';
      await sentNotice(stage, { kind: 'safety', title, to: [PEOPLE.free, PEOPLE.other] });
      const reader = await open({ as: PEOPLE.free, path: 'pages/inbox/inbox' });
      await knownOf(reader, title).tap();
      await reader.see(/你已确认/);
      const offline = await open({ as: PEOPLE.other, path: 'pages/inbox/inbox' });
      await offline.see(title);
      await offline.setNetwork('offline');
      await knownOf(offline, title).tap();
      await offline.see(/已记下，有网时送出/);
      await offline.setNetwork('online');
      await offline.see(/你已确认/);
    },
  },
];

/** The button of one must-read among several. */
const knownOf = (phone: Phone, title: string) =>
  phone.shown.locator('.card').filter({ hasText: title }).getByText('知道了');

async function understandsAll(phone: Phone, page: string): Promise<void> {
  await phone.page.locator('.phone-page').first().waitFor({ state: 'attached' });
  await phone.shown.locator('.skeleton').first().waitFor({ state: 'detached' });
  const words = await phone.shown.innerText();
  if (words.trim() === '' || words.includes('读不懂')) throw new Error(`${page} shows: ${words}`);
  const errors = await phone.errors();
  if (errors.length > 0) throw new Error(`${page}: ${errors.join('; ')}`);
}

function lastRelease(): Release {
  const last = releases.at(-1);
  if (last === undefined) throw new Error('no release was recorded');
  return last;
}

/** The route of a page, which moves between packages from release to release. */
function pageNamed(name: string): string {
  const page = release.pages.find((each) => each.endsWith(`/${name}/${name}`));
  if (page === undefined) throw new Error(`release ${release.version} has no page ${name}`);
  return page;
}
