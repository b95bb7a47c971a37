import type { Exported } from '../../../contract/branch/exported';
import { addressOf, storeFile } from '../../_kit/files';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import { derivedId } from '../derived-id';
import { auditEntries, type AuditEntryDocument } from './audit-entries';
import { exports } from './exports';

/** How long a file is kept, and how long an address opens it. docs/rules.md#R-130 */
const KEPT_MS = MS_PER_DAY;
const ADDRESS_SECONDS = 300;

interface Making {
  /** Chosen by the phone; the same again gives the same file, and says it once. */
  readonly exportId: string;
  readonly caller: Caller;
  readonly nowMs: number;
}

interface Made {
  readonly branchId: string;
  readonly fileName: string;
  /** 'docx' or 'xlsx' */
  readonly type: string;
  readonly content: Buffer;
  /** What it says about whom; null: nothing about anybody. */
  readonly says: {
    readonly what: AuditEntryDocument['what'];
    readonly memberIds: readonly string[];
  } | null;
}

/**
 * Makes a file for the caller, says so in the audit trail, keeps it for a day and gives an address
 * for it. null: the id is that of somebody else's file. docs/rules.md#R-130, docs/rules.md#R-131
 */
export async function madeFile(
  { exportId, caller, nowMs }: Making,
  make: () => Promise<Made>,
): Promise<Exported | null> {
  const { memberId, name, roles } = caller;
  const known = await exports.byId(exportId);
  if (known !== null) {
    if (known.byMemberId !== memberId) return null;
    const url = await addressOf(known.fileId, ADDRESS_SECONDS);
    if (url !== null) return toExported(known, url);
  }
  const { branchId, fileName, type, content, says } = await make();
  // Follows from who asks for what, so that of two calls at once no file is left that nobody knows of.
  const id = derivedId('export', memberId, exportId);
  if (says !== null) {
    await auditEntries.note(id, {
      atMs: nowMs,
      branchId,
      by: { memberId, name, roles: [...roles] },
      what: says.what,
      memberIds: [...says.memberIds],
    });
  }
  const fileId = await storeFile(`exports/${id}.${type}`, content);
  const made = {
    _id: exportId,
    branchId,
    byMemberId: memberId,
    fileId,
    fileName: `${fileName}.${type}`,
    bytes: content.length,
    createdAtMs: nowMs,
    endsAtMs: nowMs + KEPT_MS,
    schemaVersion: 1 as const,
  };
  await exports.put(made);
  const url = await addressOf(fileId, ADDRESS_SECONDS);
  if (url === null) throw new Error('a file that was just stored is gone');
  return toExported(made, url);
}

function toExported({ fileName, bytes, endsAtMs }: Omit<Exported, 'url'>, url: string): Exported {
  return { fileName, url, bytes, endsAtMs };
}
