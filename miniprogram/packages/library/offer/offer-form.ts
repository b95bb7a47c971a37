import { DOCUMENT_CHARACTERS } from '../../../../contract/content/library-shapes';
import { MOST_CHARACTERS } from '../../../../contract/limits';
import * as v from 'valibot';
import type { InputOf, OutputOf } from '../../../../contract/action';
import type { libraryDocument, offerDocument } from '../../../../contract/content/library';
import { Day } from '../../../../contract/fields';
import type { directory } from '../../../../contract/people/member';
import { NEWER } from '../../../../contract/growing';
import { addDays, dayOfInstant } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { newRequestId } from '../../../api/request-id';
import { readDraft } from '../../../state/drafts';
import { knownMe } from '../../../state/me';
import type { PageBranch } from '../../../state/page-branch';

export const CONTENT_KINDS = ['file', 'link'] as const;
export const READER_KINDS = ['nobody', 'branch', 'crews', 'groups'] as const;
export type ReaderKind = (typeof READER_KINDS)[number];
export const SIZES = ['minor', 'major'] as const;
export const TICKS = ['isPublic', 'hasNoWorkSecrets', 'isNoStampedPaper'] as const;
export type Tick = (typeof TICKS)[number];

const VALID_DAYS = 365;

const Form = v.object({
  title: v.string(),
  number: v.string(),
  source: v.string(),
  content: v.picklist(CONTENT_KINDS),
  url: v.string(),
  hasEnd: v.boolean(),
  validUntilDay: Day,
  readers: v.picklist(READER_KINDS),
  partIds: v.array(v.string()),
  size: v.picklist(SIZES),
  changed: v.string(),
});
/** What is typed; the ticks and the file are given anew each time. */
export type OfferForm = v.InferOutput<typeof Form>;

const Offer = v.object({
  /** Of the document, where it is a new one, and of the version: a retry brings nothing twice, also of a page that was left. */
  newId: v.optional(v.string(), newRequestId),
  versionId: v.optional(v.string(), newRequestId),
  /** Whether it was sent and not answered, as it stands or before something was changed: nobody knows whether it is stored. */
  sent: v.optional(v.picklist(['never', 'as-it-stands', 'otherwise']), 'never'),
});
/** What is kept with what is typed. */
export type Offer = v.InferOutput<typeof Offer>;

/** A file of the phone that waits to be sent. */
export interface ChosenFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Of a new document for the own branch the name that it had while there was one for all. */
export function formName(documentId: string, { branchId = '' }: PageBranch): string {
  const isOwn = branchId === '' || branchId === knownMe()?.branchId;
  return documentId === '' && !isOwn ? `library:new:${branchId}` : `library:${documentId}`;
}

export function emptyForm(nowMs: number): OfferForm {
  return {
    title: '',
    number: '',
    source: '',
    content: 'file',
    url: '',
    hasEnd: false,
    validUntilDay: addDays(dayOfInstant(nowMs), VALID_DAYS),
    readers: 'nobody',
    partIds: [],
    size: 'minor',
    changed: '',
  };
}

/** What was typed on this phone and not sent; undefined: nothing. */
export function keptForm(name: string): OfferForm | undefined {
  const kept = v.safeParse(Form, readDraft(name));
  return kept.success ? kept.output : undefined;
}

export const newOffer = (): Offer => ({
  newId: newRequestId(),
  versionId: newRequestId(),
  sent: 'never',
});

/** Of what is kept under this name. */
export function keptOffer(name: string): Offer {
  const kept = v.safeParse(Offer, readDraft(name));
  return kept.success ? kept.output : newOffer();
}

/** Something of it is other than what was sent. */
export const changedOffer = (offer: Offer): Offer =>
  offer.sent === 'never' ? offer : { ...offer, sent: 'otherwise' };

/** Whether a document that is there says that what got no answer is stored. */
export function isStored(
  { newId, versionId, sent }: Offer,
  { documentId, current, offered, earlier }: OutputOf<typeof libraryDocument>,
): boolean {
  const versions = [current, offered?.version, ...earlier];
  return (
    sent !== 'never' &&
    (documentId === newId || versions.some((version) => version?.versionId === versionId))
  );
}

/** A form for the version after what is there. */
export function formAfter(
  { current, offered, readers }: OutputOf<typeof libraryDocument>,
  nowMs: number,
): OfferForm {
  const version = offered?.returned ? offered.version : (current ?? offered?.version);
  const empty = emptyForm(nowMs);
  if (version === undefined) return empty;
  const { title, number, source, content, validUntilDay } = version;
  const today = dayOfInstant(nowMs);
  const hasEnd = validUntilDay !== null && validUntilDay > today;
  return {
    ...empty,
    title,
    number: number ?? '',
    source,
    content: content.kind === 'link' ? 'link' : 'file',
    url: content.kind === 'link' ? content.url : '',
    hasEnd,
    ...(hasEnd && { validUntilDay }),
    ...readersOf(readers),
  };
}

function readersOf(
  readers: OutputOf<typeof libraryDocument>['readers'],
): Pick<OfferForm, 'readers' | 'partIds'> {
  switch (readers?.kind) {
    case 'branch':
      return { readers: 'branch', partIds: [] };
    case 'crews':
      return { readers: 'crews', partIds: readers.crewIds };
    case 'groups':
      return { readers: 'groups', partIds: readers.groupIds };
    case 'people':
    case NEWER:
    case undefined:
      return { readers: 'nobody', partIds: [] };
  }
}

export type OfferProblem =
  | 'no-title'
  | 'no-source'
  | 'no-file'
  | 'no-link'
  | 'no-part'
  | 'too-long'
  | 'no-changed';

type Fields = Omit<
  InputOf<typeof offerDocument>,
  'documentId' | 'versionId' | 'branchId' | 'content'
>;

/** The first thing that is missing, or what can be sent, but for the content. */
export function offerOf(
  form: OfferForm,
  hasFile: boolean,
  isNext: boolean,
):
  | { readonly ok: true; readonly fields: Fields; readonly changed: string }
  | { readonly ok: false; readonly problem: OfferProblem } {
  const [title, number, source, changed] = [form.title, form.number, form.source, form.changed].map(
    cleanWords,
  ) as [string, string, string, string];
  const fault = (problem: OfferProblem) => ({ ok: false, problem }) as const;
  if (form.content === 'file' && !hasFile) return fault('no-file');
  if (form.content === 'link' && !isLink(form.url)) return fault('no-link');
  if (title === '') return fault('no-title');
  if (source === '') return fault('no-source');
  if (isNext && changed === '') return fault('no-changed');
  const isLong =
    title.length > MOST_CHARACTERS.title ||
    number.length > DOCUMENT_CHARACTERS.number ||
    source.length > DOCUMENT_CHARACTERS.source ||
    (isNext && changed.length > MOST_CHARACTERS.reason);
  if (isLong) return fault('too-long');
  const readers = audienceOf(form);
  if (readers === undefined) return fault('no-part');
  return {
    ok: true,
    changed,
    fields: {
      title,
      number: number === '' ? null : number,
      source,
      validUntilDay: form.hasEnd ? form.validUntilDay : null,
      readers,
      declared: { isPublic: true, hasNoWorkSecrets: true, isNoStampedPaper: true },
    },
  };
}

const isLink = (url: string): boolean => /^https:\/\/[^\s]{1,500}$/u.test(url.trim());

/** undefined: groups or crews are asked for, and none is chosen. */
function audienceOf({ readers, partIds }: OfferForm): Fields['readers'] | undefined {
  if (readers === 'nobody') return null;
  if (readers === 'branch') return { kind: 'branch' };
  if (partIds.length === 0) return undefined;
  return readers === 'crews'
    ? { kind: 'crews', crewIds: partIds }
    : { kind: 'groups', groupIds: partIds };
}

export interface Part {
  readonly id: string;
  readonly name: string;
}

/** Crews and groups that can be asked to read. */
export interface Parts {
  readonly crews: readonly Part[];
  readonly groups: readonly Part[];
}

export const unknownParts: Parts = { crews: [], groups: [] };

export function partsOf({ people, groups }: OutputOf<typeof directory>): Parts {
  const crews = new Map(
    people.flatMap(({ crewId, crewName }) =>
      crewId === null || crewName === null ? [] : [[crewId, crewName] as const],
    ),
  );
  return {
    crews: [...crews].map(([id, name]) => ({ id, name })),
    groups: groups.map(({ groupId, name }) => ({ id: groupId, name })),
  };
}
