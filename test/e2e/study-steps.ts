import type { StudyKind } from '../../domain/study/study-kinds';
import type { StudyDraft } from '../../contract/study/study-shapes';
import { demoPeople } from '../../local/world/people';
import { askAs } from './ask-as';
import type { DemoStage } from './demo-stage';
import type { Phone } from './phone';

/** People of the demo organisation whom these plays need. All but `foreign` are of one branch. */
export const PEOPLE = {
  officer: 'yx15',
  /** Off duty on the days of the plays. */
  free: 'yx21',
  other: 'yx22',
  third: 'yx23',
  /** Rests on the day of the plays. */
  resting: 'yx34',
  /** On the middle shift, 14:00 to 20:00, on the day after. */
  onShiftTomorrow: 'yx45',
  dayWorker: 'yx03',
  /** Came off the back night at eight o'clock that morning and sleeps. */
  afterNight: 'yx24',
  foreign: 'rl10',
  /** Of the committee office, who keeps the rotations. */
  office: demoPeople.find(({ roles }) => roles.includes('committee-office'))?.memberId ?? '',
} as const;

const MINUTE_MS = 60_000;

export interface PlayStudy {
  readonly studyId: string;
  readonly sittingId: string;
  readonly topic: string;
  /** As it was published, for changing it from another phone. */
  readonly draft: StudyDraft;
  readonly detail: string;
  readonly codes: string;
  readonly roll: string;
  readonly checkIn: string;
}

export interface StudyTimes {
  /** Minutes from now; absent: check-in has been open for a while and is not late yet. */
  readonly startsIn?: number;
  readonly opensBefore?: number;
  readonly topic?: string;
  /** Absent: a theme day. */
  readonly kind?: StudyKind;
  /**
   * Absent: the whole branch. Where scenarios look for their study on 今日, which shows the most urgent
   * few of all that stand open, each of the file asks its person alone.
   */
  readonly only?: string;
}

let made = 0;

/** A published study of the officer's branch with one sitting, made as another phone would. */
export async function publishedStudy(
  stage: DemoStage,
  {
    startsIn = 5,
    opensBefore = 15,
    topic = `第 ${made + 1} 次练习`,
    kind = 'theme-day',
    only,
  }: StudyTimes = {},
): Promise<PlayStudy> {
  made += 1;
  const studyId = `play-${made}`;
  const sittingId = `sitting-${made}`;
  const startAtMs = stage.cloud.clock.nowMs() + startsIn * MINUTE_MS;
  const draft: StudyDraft = {
    topic,
    kind,
    minutes: 40,
    audience: only === undefined ? { kind: 'branch' } : { kind: 'people', memberIds: [only] },
    materials: [],
    sittings: [
      {
        sittingId,
        place: '集控楼二楼会议室',
        startAtMs,
        endAtMs: startAtMs + 40 * MINUTE_MS,
        opensAtMs: startAtMs - opensBefore * MINUTE_MS,
        lateAfterAtMs: startAtMs + 15 * MINUTE_MS,
        closesAtMs: startAtMs + 40 * MINUTE_MS,
      },
    ],
  };
  await asOfficer(stage, 'saveDraft', { studyId, draft });
  await asOfficer(stage, 'publishStudy', { studyId });
  const ids = `studyId=${studyId}&sittingId=${sittingId}`;
  return {
    studyId,
    sittingId,
    topic,
    draft,
    detail: `packages/study/detail/detail?studyId=${studyId}`,
    codes: `packages/study-office/codes/codes?${ids}`,
    roll: `packages/study-office/roll/roll?studyId=${studyId}`,
    checkIn: `packages/study/check-in/check-in?${ids}`,
  };
}

/** Asks the study function as the officer's phone does; throws what it refuses. */
export const asOfficer = (stage: DemoStage, action: string, input: object): Promise<unknown> =>
  askAs(stage, PEOPLE.officer, 'study', action, input);

/** Points the open camera of a phone at a text. */
export async function showToCamera(phone: Phone, text: string): Promise<void> {
  await phone.fill('粘贴码的内容', text);
  await phone.tap('识别');
}

/** The code on the screen of a phone, read from its pixels; waits until there is one. */
export async function codeOn(phone: Phone): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    const code = await phone.shownCode();
    if (code !== undefined) return code;
    await phone.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  throw new Error('no code on the screen');
}

/** Taps what says exactly this; what is on top comes last in the document. */
export async function press(phone: Phone, text: string): Promise<void> {
  await phone.tap(phone.page.getByText(text, { exact: true }).filter({ visible: true }).last());
}

/** Types into the six boxes, under which lies one field without words of its own. */
export async function typeDigits(phone: Phone, digits: string): Promise<void> {
  await phone.fill(phone.page.locator('[class*="digits__field"] input'), digits);
}

export async function writeReason(phone: Phone, reason: string): Promise<void> {
  const words = phone.page.locator('[class*="sheet__words"] textarea').filter({ visible: true });
  await phone.fill(words, reason);
}

/** The six digits on the presenter's screen. */
export async function digitsOn(phone: Phone): Promise<string> {
  const digits = phone.page.getByText(/^(\d{3} \d{3}|\d{4} \d{4})$/u).filter({ visible: true });
  return ((await digits.first().textContent()) ?? '').replace(/\D/gu, '');
}
