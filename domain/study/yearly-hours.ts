/** Hours of study in a year that an organisation asks for. */
export interface YearlyHours {
  readonly member: number;
  /** Of a secretary or another member of the branch committee. */
  readonly officer: number;
}

/** docs/rules.md#R-129 */
export const DEFAULT_YEARLY_HOURS: YearlyHours = { member: 32, officer: 56 };

/** Those who make up the committee of a branch. docs/rules.md#R-129 */
const OF_BRANCH_COMMITTEE: readonly string[] = [
  'secretary',
  'organisation-officer',
  'publicity-officer',
  'discipline-officer',
];

/** As what somebody is asked for hours, by the roles they hold now. */
export const askedAs = (roles: readonly string[]): keyof YearlyHours =>
  roles.some((role) => OF_BRANCH_COMMITTEE.includes(role)) ? 'officer' : 'member';
