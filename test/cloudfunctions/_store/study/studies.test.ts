import { readDocument } from '../../../../cloudfunctions/_store/document-kind';
import { STUDIES } from '../../../../cloudfunctions/_store/study/studies';
import { aStudy } from '../../../builders/documents';

test('a study that was kept with words of which nothing is seen is still read', () => {
  const { sittings, ...rest } = aStudy('older');
  const title = '\u200b';
  const material = { title, url: 'https://example.com', minutes: 5, isMustRead: false } as const;
  const older = {
    ...rest,
    materials: [{ ...material, kind: 'article' as const }],
    sittings: sittings.map((sitting) => ({ ...sitting, place: '\u3164 ' })),
  };
  expect(readDocument(STUDIES, older)).toEqual(older);
});
