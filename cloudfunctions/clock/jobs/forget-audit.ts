import { MS_PER_DAY } from '../../../domain/time/local-day';
import { auditEntries } from '../../_store/people/audit-entries';
import type { Job } from '../job';

/** docs/rules.md#R-131 */
const KEPT_MS = 3 * 365 * MS_PER_DAY;

/** Forgets what the audit trail says of more than three years ago. How many entries. */
export const forgetAudit: Job = ({ nowMs }) => auditEntries.forgetBefore(nowMs() - KEPT_MS);
