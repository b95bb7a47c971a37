/** Kinds of organised study and meeting, each with its own register. Source: docs/rules.md#R-31. */
export const STUDY_KINDS = [
  'theme-day',
  'member-meeting',
  'branch-committee',
  'group-meeting',
  'party-lecture',
  'organisation-life',
  'democratic-life',
  'secretary-meeting',
  'core-group-study',
  'work-meeting',
  'workers-congress',
  'safety-training',
  'fire-drill',
  'culture-and-sports',
  'lecture-contest',
  'knowledge-contest',
  'integrity-lecture',
  'training',
] as const;

export type StudyKind = (typeof STUDY_KINDS)[number];
