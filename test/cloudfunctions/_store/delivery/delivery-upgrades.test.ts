import { aboutHasKind } from '../../../../cloudfunctions/_store/delivery/delivery-upgrades';

const older = (about: unknown) => ({ _id: 'm_1_0', title: 'x', about, schemaVersion: 1 });
const study = { studyId: 's1', startAtMs: 5 };

test.each([
  ['nothing', null, null],
  ['a study', { ...study, sittingId: null }, { kind: 'study', ...study }],
  ['a sitting', { ...study, sittingId: 't1' }, { kind: 'sitting', sittingId: 't1', ...study }],
])(
  'a message of version 1 about %s keeps everything and names the kind',
  (_name, before, after) => {
    expect(aboutHasKind(older(before))).toEqual({ ...older(after), schemaVersion: 2 });
  },
);
