import { preferences, recordSubscription } from '../../contract/notice/preferences';
import type { OutputOf } from '../../contract/action';
import { call } from '../api/client';
import { fetchAndRemember, remembered } from '../api/remembered';
import { nowMs } from './clock';

/** One-time templates that WeChat asks for in one dialog. */
const MOST_AT_ONCE = 3;
/** Enough for a quiet month; asking for more would only be noise. */
const ENOUGH = 5;
/** Messages use up what was counted: later it is counted anew. */
const CREDITS_HOLD_MS = 12 * 60 * 60_000;

export type Credit = OutputOf<typeof preferences>['credits'][number];
/** What the person chose to keep in WeChat, by template id: 'accept', 'reject', 'ban'. */
export type KeptChoices = Readonly<Record<string, string>>;

/**
 * Which templates to ask for along with a tap: silently those that the person always accepts, by
 * dialog only those of which nothing is left, and never those that the person always refuses.
 * @param mayAsk false once a dialog was shown since the app was opened
 */
export function refillIds(
  credits: readonly Credit[],
  kept: KeptChoices,
  mayAsk: boolean,
): readonly string[] {
  const silent = credits.filter(
    ({ templateId, count }) => kept[templateId] === 'accept' && count < ENOUGH,
  );
  const empty = credits.filter(
    ({ templateId, count }) => kept[templateId] === undefined && count === 0,
  );
  // One dialog for all; a silent template beside an open one would make it appear too.
  const chosen = silent.length > 0 ? silent : mayAsk ? empty : [];
  return chosen.map(({ templateId }) => templateId).slice(0, MOST_AT_ONCE);
}

let kept: KeptChoices = {};
let mayAsk = true;

/** Learns what can be asked for, ahead of the tap: WeChat takes no request after a wait. */
export async function prepareRefill(): Promise<void> {
  const known = remembered(preferences, {});
  const isOld = known === undefined || nowMs() - known.atMs > CREDITS_HOLD_MS;
  await Promise.all([learnChoices(), isOld ? fetchAndRemember(preferences, {}) : undefined]);
}

/** The part of it that WeChat itself knows, for pages that have no question left for the server. */
export async function learnChoices(): Promise<void> {
  const settings = await wx.getSetting({ withSubscriptions: true }).catch(() => undefined);
  kept = settings?.subscriptionsSetting.itemSettings ?? {};
}

/** Along with a tap that means something else; must be the first thing in it. Never throws. */
export async function refillInTap(): Promise<void> {
  const ids = refillIds(remembered(preferences, {})?.output.credits ?? [], kept, mayAsk);
  if (ids.length === 0) return;
  mayAsk = false;
  await requestInTap(ids);
}

/** How asking went: 'recorded' with the answers known to the server, or why not. */
export type Asked = 'recorded' | 'refused' | 'switched-off' | 'not-recorded';

/** Must be the first thing in a tap. Never throws. */
export async function requestInTap(templateIds: readonly string[]): Promise<Asked> {
  let choices: Readonly<Record<string, unknown>>;
  try {
    choices = { ...(await wx.requestSubscribeMessage({ tmplIds: [...templateIds] })) };
  } catch (error) {
    return codeOf(error) === MAIN_SWITCH_OFF ? 'switched-off' : 'refused';
  }
  const answers = templateIds.flatMap((templateId) => {
    const answer = ANSWERS.find((each) => each === choices[templateId]);
    return answer === undefined ? [] : [{ templateId, answer }];
  });
  if (answers.length === 0) return 'refused';
  const result = await call(recordSubscription, { answers });
  if (!result.ok) return 'not-recorded';
  await fetchAndRemember(preferences, {});
  return answers.some(({ answer }) => answer === 'accept') ? 'recorded' : 'refused';
}

const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;
/** WeChat: the person switched all subscription messages off. */
const MAIN_SWITCH_OFF = 20004;

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'errCode' in error
    ? error.errCode
    : undefined;
}
