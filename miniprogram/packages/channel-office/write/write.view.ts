import type { ItemDetail } from '../../../../contract/content/channel-shapes';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import {
  ITEM_LIMITS,
  PICTURE_LICENCES,
  type ContentChannel,
  type PictureLicence,
} from '../../../../domain/content/channel/item';
import { dayOfInstant, parseLocalDay } from '../../../../domain/time/local-day';
import type { Placeholder } from '../../../state/shown';
import type { PhoneRefusal } from '../../../state/phone-refusal';
import { fullDayText } from '../../../text/when';
import { LICENCE_TEXT } from '../licence.view';
import type { ItemForm } from './item-form';
import { documentText, toDiffering, type Differing } from './newest.view';

interface Pill<T> {
  readonly value: T;
  readonly text: string;
  readonly isOn: boolean;
}

export interface WriteContent {
  readonly kind: 'content';
  /** '' where there is one only. */
  readonly channels: readonly Pill<ContentChannel>[];
  readonly minutes: readonly Pill<number>[];
  readonly licences: readonly Pill<PictureLicence>[];
  readonly pictures: readonly {
    readonly pictureId: string;
    readonly src: string;
    readonly label: string;
  }[];
  /** '还可加 6 张'; '' when there is no room. */
  readonly room: string;
  readonly dayText: string;
  /** The document that it leads to; '' none. */
  readonly document: string;
  /** Of what somebody else has stored since; none: nobody has, or the same. */
  readonly newest: readonly Differing[];
}

export type WriteView = Placeholder | WriteContent;

export const opening: WriteView = { kind: 'loading' };

/**
 * @param urls of pictures that only the cloud has, by id; `writesIn` of a new one, by the person's offices
 * @param newest what somebody else has stored since; null: nobody has
 */
export function toWriteView(
  form: ItemForm,
  urls: Readonly<Record<string, string>>,
  writesIn: readonly ContentChannel[],
  newest: ItemForm | null,
  nowMs: number,
): WriteContent {
  const room = ITEM_LIMITS.pictures - form.pictures.length;
  const day = parseLocalDay(form.forDay);
  const canChoose = form.revision === null && writesIn.length > 1;
  return {
    kind: 'content',
    channels: (canChoose ? writesIn : []).map((channel) => ({
      value: channel,
      text: CHANNEL_NAME[channel],
      isOn: channel === form.channel,
    })),
    minutes: Array.from({ length: ITEM_LIMITS.minutes }, (_, at) => ({
      value: at + 1,
      text: `${at + 1} 分钟`,
      isOn: at + 1 === form.minutes,
    })),
    licences: PICTURE_LICENCES.map((licence) => ({
      value: licence,
      text: LICENCE_TEXT[licence],
      isOn: licence === form.licence,
    })),
    pictures: form.pictures.map(({ pictureId, path }, at) => ({
      pictureId,
      src: path === '' ? (urls[pictureId] ?? '') : path,
      label: `第 ${at + 1} 张图`,
    })),
    room: room === 0 ? '' : `还可加 ${room} 张`,
    document: documentText(form),
    dayText: day === undefined ? '' : fullDayText(day, dayOfInstant(nowMs)),
    newest: newest === null ? [] : toDiffering(form, newest, nowMs),
  };
}

export function urlsOf({ pictures }: ItemDetail): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pictures.flatMap(({ pictureId, url }) => (url === null ? [] : [[pictureId, url]])),
  );
}

export const SAVED_TEXT = '草稿存好了';
export const HANDED_IN_TEXT = '交了，等支部审';
export const TITLE_FIRST_TEXT = '还没写标题。';
export const CHOOSE_FIRST_TEXT = '另一位编辑存过新的一版。先在最上面选留哪一版，再存。';

/** What was written while it was sent is not sent. */
export const writtenSinceText = (handIn: boolean): string =>
  handIn
    ? '交上去了。刚才又写的没有交，留在这部手机里：要改，请审的人退回来再接着改。'
    : '草稿存好了，刚才又写的还没存。再点一次“存草稿”。';
export const UPLOAD_TEXT = '图没有传完。有网时再点一次，写的都在。';

/** Why no picture was added; '' when the person closed it. */
export function notPickedText(refusal: PhoneRefusal): string {
  switch (refusal) {
    case 'closed':
      return '';
    case 'privacy':
      return '没有同意隐私保护指引，选不了图。要选的话，过一会儿再点一次，选“同意”。';
    case 'failed':
      return '有的图没有加上，可能格式不认得，或者手机存满了。换一张试试。';
  }
}
