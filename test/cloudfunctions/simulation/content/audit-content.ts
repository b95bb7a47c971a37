import { audit } from '../audit';
import { wrongContests } from './audit-contests';
import { wrongItems } from './audit-desk';
import { lostItems, wrongIssues } from './audit-issues';
import { wrongReadings } from './audit-readings';
import type { ContentLog } from './log';

/** What is wrong in a log of content, in words; nothing when every promise was kept. */
export function auditContent(log: ContentLog): string[] {
  return [
    ...audit(log.notices),
    ...wrongItems(log),
    ...wrongIssues(log),
    ...lostItems(log),
    ...wrongReadings(log),
    ...wrongContests(log),
  ];
}
