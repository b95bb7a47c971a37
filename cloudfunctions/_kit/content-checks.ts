import * as v from 'valibot';
import { wechatCloud, within } from './open-api';

/** What WeChat says of words; what it is not sure of, or cannot say now, somebody has to look at. */
export type WordsVerdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'to-look-at' }
  /** With WeChat's number for what it found. */
  | { readonly kind: 'refused'; readonly label: number };

const Verdict = v.object({
  suggest: v.picklist(['pass', 'review', 'risky']),
  label: v.number(),
});
const Checked = v.object({ errCode: v.literal(0), result: Verdict });
const Asked = v.object({ errCode: v.literal(0), traceId: v.string() });

/** `social` of the API. */
const SCENE = 4;
const NO_ANSWER_AFTER_MS = 5000;
/** Most characters of one check. */
const MOST_CHECKED = 2500;
const LOOK: WordsVerdict = { kind: 'to-look-at' };

/** One cloud call of security.msgSecCheck, of what this person wrote just now; never rejects. */
export async function checkWords(openId: string, content: string): Promise<WordsVerdict> {
  const asked = { openid: openId, scene: SCENE, version: 2, content };
  const answer = await within<unknown>(
    NO_ANSWER_AFTER_MS,
    wechatCloud().then(({ openapi }) => openapi.security.msgSecCheck(asked)),
    null,
  ).catch(() => null);
  const checked = v.safeParse(Checked, answer);
  if (!checked.success) return LOOK;
  const { suggest, label } = checked.output.result;
  if (suggest === 'review') return LOOK;
  return suggest === 'pass' ? { kind: 'pass' } : { kind: 'refused', label };
}

/** What WeChat says of all that was written, the worst of it: one cloud call for every 2,500 characters. */
export async function checkAllWords(
  openId: string,
  words: readonly string[],
): Promise<WordsVerdict> {
  const verdicts = await Promise.all(partsOf(words).map((part) => checkWords(openId, part)));
  const isRefused = (verdict: WordsVerdict) => verdict.kind === 'refused';
  const isUnsure = (verdict: WordsVerdict) => verdict.kind === 'to-look-at';
  return verdicts.find(isRefused) ?? verdicts.find(isUnsure) ?? { kind: 'pass' };
}

/** As few as there can be without cutting a text; none is longer than a check. */
function partsOf(words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const each of words) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + each.length < MOST_CHECKED) {
      parts[parts.length - 1] = `${last}\n${each}`;
    } else parts.push(each);
  }
  return parts;
}

/**
 * One cloud call of security.mediaCheckAsync; the verdict comes within half an hour as an event with
 * this trace id. Undefined when it could not be asked; never rejects.
 */
export async function askPictureCheck(openId: string, url: string): Promise<string | undefined> {
  const asked = { openid: openId, scene: SCENE, version: 2, mediaType: 2, mediaUrl: url };
  const answer = await within<unknown>(
    NO_ANSWER_AFTER_MS,
    wechatCloud().then(({ openapi }) => openapi.security.mediaCheckAsync(asked)),
    null,
  ).catch(() => null);
  const parsed = v.safeParse(Asked, answer);
  return parsed.success ? parsed.output.traceId : undefined;
}
