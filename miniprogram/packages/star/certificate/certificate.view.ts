import type { OutputOf } from '../../../../contract/action';
import type { starOutcome } from '../../../../contract/star/after';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { PhoneRefusal } from '../../../state/phone-refusal';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { dateText } from '../../../text/when';
import type { Certificate } from './draw-certificate';

type Outcome = OutputOf<typeof starOutcome>;

export type CertificateView =
  | Placeholder
  | { readonly kind: 'content'; readonly label: string; readonly canKeep: boolean };
export type Sheet = 'certificate' | 'poster';
export const firstSheet = 'certificate' as Sheet;
export const SHEETS: readonly { readonly sheet: Sheet; readonly text: string }[] = [
  { sheet: 'certificate', text: '证书' },
  { sheet: 'poster', text: '海报' },
];
export const opening: CertificateView = { kind: 'loading' };
export const SAVED = '已存到相册';

/** '' when the person closed it. */
export const notSavedText = (refusal: PhoneRefusal): string =>
  phoneRefusalText(refusal, 'album', '没有存下来。到设置里允许存到相册，再试一次。');
/** What sending needs of the phone has no name in WeChat's guide: the sheet that asks for it names none either. */
export const notSharedText = (refusal: PhoneRefusal): string =>
  refusal === 'privacy'
    ? '没有同意隐私保护指引，发不出去。要发的话，过一会儿再点一次，选“同意”。'
    : phoneRefusalText(refusal, 'album', '没有发出去，再点一次。');
const NONE: CertificateView = { kind: 'empty', text: '这个月还没有通报，通报以后才有证书。' };

const DIGITS = '〇一二三四五六七八九十';
const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** '二〇二六年二月'. */
export function writtenMonth(month: string): string {
  const year = Array.from(month.slice(0, 4))
    .map((digit) => DIGITS[Number(digit)] ?? '')
    .join('');
  return `${year}年${MONTHS[Number(month.slice(5)) - 1] ?? ''}月`;
}

/** Of the star themselves, or of the first one for whoever else looks; undefined: there is none yet. */
export function certificateOf(outcome: Outcome, memberId: string): Certificate | undefined {
  const { stars, ended, branchName, month } = outcome;
  const at = Math.max(
    0,
    stars.findIndex((star) => star.memberId === memberId),
  );
  const star = stars[at];
  if (star === undefined || ended === null) return undefined;
  return {
    mark: '清　风',
    caption: `每月之星 · ${writtenMonth(month)}`,
    name: star.name,
    place: [branchName, star.crewName ?? ''].filter((part) => part !== '').join('　'),
    deed: star.deeds[0] ?? '',
    issuer: `${branchName}委员会`,
    day: dateText(dayOfInstant(ended.atMs)),
    number: `编号 ${month}-${String(at + 1).padStart(2, '0')}`,
  };
}

export function toView(state: Shown<Outcome>, memberId: string): CertificateView {
  if (state.kind !== 'known') return state;
  const certificate = certificateOf(state.output, memberId);
  if (certificate === undefined) return NONE;
  return {
    kind: 'content',
    label: `${certificate.caption}，${certificate.name}，${certificate.deed}`,
    canKeep: state.output.stars.some((star) => star.memberId === memberId),
  };
}
