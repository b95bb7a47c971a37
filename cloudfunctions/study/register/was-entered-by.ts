import type { AttendanceDocument } from '../../_store/study/attendance-document';

/** Whether this very call has been carried out already, and only its answer was lost. */
export function wasEnteredBy(line: AttendanceDocument, requestId: string): boolean {
  return (
    line.record?.requestId === requestId ||
    line.corrections.some((correction) => correction.requestId === requestId)
  );
}
