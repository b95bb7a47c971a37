import { shownStudy } from '../../../../../miniprogram/packages/study/detail/asked.view';
import { aStudy } from '../../../../builders/phone/register';
import { NOW_MS } from '../../../../builders/phone/study';

const output = { nowMs: NOW_MS, study: aStudy(), mine: null, canPresent: false, canEdit: false };
const refused = (code: 'not-found' | 'offline') =>
  ({ ok: false, code, detail: {}, requestId: '' }) as const;

test('R-169 a study that did not ask its reader says for whom it is, whatever was kept of it', () => {
  const text = expect.stringContaining('只有名单里的人和支部负责人看得到');
  expect(shownStudy(undefined, refused('not-found'))).toMatchObject({ kind: 'not-yours', text });
  const kept = { output, atMs: NOW_MS };
  expect(shownStudy(kept, refused('not-found'))).toMatchObject({ kind: 'not-yours', text });
});

test('without a network what was kept of a study stays', () => {
  const kept = { output, atMs: NOW_MS };
  expect(shownStudy(kept, refused('offline'))).toMatchObject({ kind: 'known', asOfAtMs: NOW_MS });
});
