import * as v from 'valibot';
import type { Action, InputOf, OutputOf } from '../../contract/action';
import { call, readOutput, type Result } from './client';
import { nowMs } from '../state/clock';
import { rememberedKey, rememberedKeys, store } from '../state/storage';

/** An answer from an earlier visit, shown until the new one is here, or while there is no network. */
export interface Remembered<T> {
  readonly output: T;
  readonly atMs: number;
}

/** Older answers are forgotten beyond this many: storage is 10 MB in all. */
const MAX_REMEMBERED = 40;

const StoredAnswer = v.object({ atMs: v.number(), output: v.unknown() });

/** What this very question was answered last time; undefined when never, or in another shape. */
export function remembered<A extends Action>(
  action: A,
  input: InputOf<A>,
): Remembered<OutputOf<A>> | undefined {
  const kept = v.safeParse(StoredAnswer, wx.getStorageSync(rememberedKey(action, input)));
  if (!kept.success) return undefined;
  const output = readOutput(action, kept.output.output);
  return output === undefined ? undefined : { atMs: kept.output.atMs, output };
}

/** Calls, and keeps a good answer for the next time. For actions that only read. */
export async function fetchAndRemember<A extends Action>(
  action: A,
  input: InputOf<A>,
): Promise<Result<A>> {
  const result = await call(action, input);
  if (result.ok) keep(rememberedKey(action, input), result.output);
  return result;
}

/** Forgets all answers but that to one question, such as those that speak of somebody who is no longer bound here. */
export function forgetAllBut(action: Action, input: unknown): void {
  const kept = rememberedKey(action, input);
  for (const key of rememberedKeys()) if (key !== kept) wx.removeStorageSync(key);
}

/** One that is not kept costs the quick start of the next visit, nothing else. */
function keep(key: string, output: unknown): void {
  if (store(key, { atMs: nowMs(), output })) dropOldest();
}

function dropOldest(): void {
  const keys = rememberedKeys();
  if (keys.length <= MAX_REMEMBERED) return;
  const byAge = keys
    .map((key) => ({ key, kept: v.safeParse(StoredAnswer, wx.getStorageSync(key)) }))
    .map(({ key, kept }) => ({ key, atMs: kept.success ? kept.output.atMs : 0 }))
    .sort((a, b) => a.atMs - b.atMs);
  for (const { key } of byAge.slice(0, keys.length - MAX_REMEMBERED)) wx.removeStorageSync(key);
}
