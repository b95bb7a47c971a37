import { aNote } from '../builders/notes';
import { allStored } from '../builders/stored';
import type { NoteWorld } from './note-world';
import { aMember, START_MS } from './study-world';

/** Of `member-1` in `branch-1`, shared since the test began. */
export const SHARED = aNote('shared', aMember('member-1'), {
  state: 'used',
  sharing: { isSigned: true, scope: 'branch' },
  sharedAtMs: START_MS,
});

export const responsesIn = ({ cloud }: Pick<NoteWorld, 'cloud'>) =>
  allStored(cloud, 'note_responses');
