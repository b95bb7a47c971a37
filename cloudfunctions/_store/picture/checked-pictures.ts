import * as v from 'valibot';
import { Id } from '../../../contract/fields';
import { CHECK_STATES, type CheckState } from '../../../domain/words/check-state';

/** In `checkDueAtMs` when nothing waits for a verdict. */
export const NO_CHECK_MS = 9_000_000_000_000_000;

/** A picture in storage, and what WeChat's check says of it. docs/rules.md#R-112, docs/rules.md#R-286 */
export const StoredPicture = v.object({
  pictureId: Id,
  /** The copy that was checked and is shown. */
  fileId: v.string(),
  /** Where its phone has put it, by which phones name it; absent before there were copies. */
  givenId: v.exactOptional(v.string()),
  check: v.picklist(CHECK_STATES),
  /** Of WeChat's check; absent when it could not be asked. */
  traceId: v.exactOptional(v.string()),
});
export type StoredPicture = v.InferOutput<typeof StoredPicture>;

/** As phones name it: in the folder of who wrote it. */
export const givenIdOf = ({ fileId, givenId = fileId }: StoredPicture): string => givenId;

/** What a document with pictures keeps beside them: it is found by these. */
export const CHECK_FIELDS = {
  /** When somebody has to look at what has no verdict; NO_CHECK_MS when nothing waits. */
  checkDueAtMs: v.number(),
  /** Of the pictures that wait. */
  traceIds: v.array(v.string()),
} as const;

export interface CheckFields {
  readonly pictures: StoredPicture[];
  readonly checkDueAtMs: number;
  readonly traceIds: string[];
}

/** Pictures and what follows from them; written together, always. */
export function checkFields(pictures: readonly StoredPicture[], dueAtMs: number): CheckFields {
  const waiting = pictures.filter(({ check }) => check === 'pending');
  return {
    pictures: [...pictures],
    checkDueAtMs: waiting.length === 0 ? NO_CHECK_MS : dueAtMs,
    traceIds: pictures.flatMap(({ check, traceId }) =>
      traceId === undefined || check === 'pass' || check === 'refused' ? [] : [traceId],
    ),
  };
}

type Checked = Pick<CheckFields, 'pictures' | 'checkDueAtMs'>;

/** With WeChat's verdict on one of them. */
export function withVerdict(
  { pictures, checkDueAtMs }: Checked,
  traceId: string,
  check: CheckState,
): CheckFields {
  return checkFields(
    pictures.map((picture) => (picture.traceId === traceId ? { ...picture, check } : picture)),
    checkDueAtMs,
  );
}

/** What has no verdict in time, somebody looks at; one that comes later still counts. */
export function withoutVerdicts({ pictures }: Checked): CheckFields {
  const looked = pictures.map((picture) =>
    picture.check === 'pending' ? { ...picture, check: 'to-look-at' as const } : picture,
  );
  return checkFields(looked, NO_CHECK_MS);
}

/** Somebody has looked at what was to be looked at; what has no verdict yet still waits for it. */
export function lookedAt({ pictures, checkDueAtMs }: Checked): CheckFields {
  const seen = pictures.map((picture) =>
    picture.check === 'to-look-at' ? { ...picture, check: 'pass' as const } : picture,
  );
  return checkFields(seen, checkDueAtMs);
}

/** From 1, those that were refused. */
export function refusedNumbers(pictures: readonly StoredPicture[]): readonly number[] {
  return pictures.flatMap(({ check }, at) => (check === 'refused' ? [at + 1] : []));
}
