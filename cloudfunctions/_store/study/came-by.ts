import type { AttendanceDocument, AttendanceRecord } from './attendance-document';

/** How, when and where somebody came, or was entered. */
export type Coming = Pick<
  AttendanceRecord,
  'sittingId' | 'way' | 'atMs' | 'claimedAtMs' | 'markedBy' | 'reason' | 'requestId'
>;

/** By what the person last came: beside an entry, or else the record; null: nothing was entered. */
export function cameBy({ record, corrections }: AttendanceDocument): Coming | null {
  const coming = corrections.flatMap(({ arrival, by, atMs, requestId }) => {
    if (arrival === undefined) return [];
    const markedBy = arrival.way === 'scanned-by-presenter' ? by : null;
    return { ...arrival, atMs, claimedAtMs: null, markedBy, reason: null, requestId };
  });
  return coming.at(-1) ?? record;
}
