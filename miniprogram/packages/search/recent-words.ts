import * as v from 'valibot';
import { search } from '../../../contract/search';
import { nowMs } from '../../state/clock';
import { rememberedKey, store } from '../../state/storage';

const MOST = 8;

/** Among the remembered answers: it goes with them when another person is bound here. docs/rules.md#R-263 */
const KEY = rememberedKey(search, 'recent');
const Kept = v.object({ atMs: v.number(), output: v.array(v.string()) });

/** What was searched for on this phone, the last first. */
export function recentWords(): readonly string[] {
  const kept = v.safeParse(Kept, wx.getStorageSync(KEY));
  return kept.success ? kept.output.output : [];
}

export function keepWords(words: string): void {
  const others = recentWords().filter((each) => each !== words);
  store(KEY, { atMs: nowMs(), output: [words, ...others].slice(0, MOST) });
}

export function dropWords(): void {
  wx.removeStorageSync(KEY);
}
