import { tooLongText } from '../../../text/too-long';
import * as v from 'valibot';
import type { InputOf } from '../../../../contract/action';
import { saveItem } from '../../../../contract/content/channel-editing';
import type { ItemDetail } from '../../../../contract/content/channel-shapes';
import {
  CONTENT_CHANNELS,
  PICTURE_LICENCES,
  ITEM_LIMITS,
} from '../../../../domain/content/channel/item';
import { parseLocalDay } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { newRequestId } from '../../../api/request-id';
import { knownMe } from '../../../state/me';
import { store } from '../../../state/storage';

const Picture = v.object({
  pictureId: v.string(),
  /** On this phone, with the small one beside it; '' of one that only the cloud has. */
  path: v.string(),
  smallPath: v.string(),
  /** In storage; '' before it is there. */
  fileId: v.string(),
});
export type FormPicture = v.InferOutput<typeof Picture>;

const Form = v.object({
  itemId: v.string(),
  /** Who wrote it, from the first keeping on: nobody else who is bound on this phone sees it. */
  ownerId: v.string(),
  /** What is stored as the editor has it before them; null: nothing yet. */
  revision: v.nullable(v.number()),
  channel: v.picklist(CONTENT_CHANNELS),
  title: v.string(),
  line: v.string(),
  byline: v.string(),
  minutes: v.number(),
  link: v.string(),
  /** Of the library, instead of a link; '' none. A form that was kept before knows of none. */
  documentId: v.optional(v.string(), ''),
  documentTitle: v.optional(v.string(), ''),
  pictures: v.array(Picture),
  source: v.string(),
  licence: v.picklist([...PICTURE_LICENCES, '']),
  forDay: v.string(),
  /** What was sent and not answered: nobody knows whether it is stored. */
  unanswered: v.fallback(v.nullable(saveItem.input), null),
});
export type ItemForm = v.InferOutput<typeof Form>;

/** One key for each item: writing on one takes nothing from another. */
const PREFIX = 'item-form:';

const boundHere = (): string => knownMe()?.memberId ?? '';

export const emptyForm = (channel: ItemForm['channel']): ItemForm => ({
  itemId: newRequestId(),
  ownerId: '',
  revision: null,
  channel,
  title: '',
  line: '',
  byline: '',
  minutes: 2,
  link: '',
  documentId: '',
  documentTitle: '',
  pictures: [],
  source: '',
  licence: '',
  forDay: '',
  unanswered: null,
});

/** Of what is stored, to be written on. */
export function formOf(item: ItemDetail): ItemForm {
  const channel = CONTENT_CHANNELS.find((each) => each === item.channel) ?? 'party';
  return {
    ...emptyForm(channel),
    itemId: item.itemId,
    revision: item.desk?.revision ?? null,
    title: item.title,
    line: item.line ?? '',
    byline: item.byline ?? '',
    minutes: item.minutes,
    link: item.link ?? '',
    documentId: item.document?.documentId ?? '',
    documentTitle: item.document?.title ?? '',
    pictures: item.pictures.flatMap(({ pictureId, fileId }) =>
      fileId === null ? [] : [{ pictureId, fileId, path: '', smallPath: '' }],
    ),
    source: item.source ?? '',
    licence: PICTURE_LICENCES.find((each) => each === item.licence) ?? '',
    forDay: item.desk?.forDay ?? '',
  };
}

/** What is written here on top of what somebody else has stored since; pictures that they took out are gone. */
export function rebased(mine: ItemForm, newest: ItemForm): ItemForm {
  const pictures = mine.pictures.filter(
    ({ pictureId, path }) =>
      path !== '' || newest.pictures.some((picture) => picture.pictureId === pictureId),
  );
  return { ...mine, pictures, revision: newest.revision };
}

/** What of the words is longer than what is taken, the first of the page; '' where nothing is. */
export function tooLongIn({ source, title, line, byline, link }: ItemForm): string {
  const fields = [
    ['source', source],
    ['title', title],
    ['line', line],
    ['byline', byline],
    ['link', link],
  ] as const;
  const told = fields.map(([name, words]) => tooLongText(words, ITEM_LIMITS[name]));
  return told.find((text) => text !== '') ?? '';
}

/** As it is sent; pictures are in storage by then. */
export function draftOf(form: ItemForm): InputOf<typeof saveItem>['draft'] {
  const words = (text: string): string | null => {
    const clean = cleanWords(text);
    return clean === '' ? null : clean;
  };
  return {
    title: cleanWords(form.title),
    line: words(form.line),
    byline: words(form.byline),
    minutes: form.minutes,
    link: words(form.link),
    documentId: form.documentId === '' ? null : form.documentId,
    pictures: form.pictures.map(({ pictureId, fileId }) => ({ pictureId, fileId })),
    source: words(form.source),
    licence: form.licence === '' ? null : form.licence,
    forDay: parseLocalDay(form.forDay) ?? null,
  };
}

/** With every keystroke; false where the phone is full. */
export const keepForm = (form: ItemForm): boolean =>
  store(PREFIX + form.itemId, {
    ...form,
    ownerId: form.ownerId === '' ? boundHere() : form.ownerId,
  });

/** With its pictures on this phone. */
export function dropForm({ itemId, pictures }: ItemForm): void {
  wx.removeStorageSync(PREFIX + itemId);
  dropPictures(pictures);
}

export function dropPictures(pictures: readonly FormPicture[]): void {
  for (const filePath of pictures.flatMap(({ path, smallPath }) => [path, smallPath])) {
    if (filePath === '') continue;
    wx.getFileSystemManager().unlink({ filePath, fail: () => undefined });
  }
}

/**
 * What the person who is bound here has written and not sent: of this item where one is named, otherwise
 * of a new one.
 */
export function keptForm(itemId: string): ItemForm | undefined {
  const ids = wx
    .getStorageInfoSync()
    .keys.flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
  return ids
    .flatMap((id) => readForm(id))
    .find((form) => (itemId === '' ? form.revision === null : form.itemId === itemId));
}

function readForm(itemId: string): readonly ItemForm[] {
  const kept = v.safeParse(Form, wx.getStorageSync(PREFIX + itemId));
  const me = boundHere();
  if (!kept.success) return [];
  // Written before it was heard who is bound here, whose WeChat it is.
  const form = kept.output.ownerId === '' ? { ...kept.output, ownerId: me } : kept.output;
  return form.ownerId === me ? [form] : [];
}
