import * as v from 'valibot';
import { platform } from '../../_kit/platform';
import { fitting } from '../database';
import { ATTENDANCES, type AttendanceDocument } from './attendance-document';
import { STUDIES, type StudyDocument } from './studies';

export interface LineWithStudy {
  readonly line: AttendanceDocument;
  readonly study: StudyDocument;
}

/** The most that the platform gives in one answer of an aggregate of ours. */
const MOST_JOINED = 1000;

/** Lines with their studies, the last first, in one request. */
export async function linesWithStudies(query: object): Promise<readonly LineWithStudy[]> {
  const joined: unknown = await platform()
    .database()
    .collection(ATTENDANCES.collection)
    .aggregate()
    .match(query)
    .sort({ lastCloseAtMs: -1, _id: -1 })
    .limit(MOST_JOINED)
    .lookup({
      from: STUDIES.collection,
      localField: 'studyId',
      foreignField: '_id',
      as: 'studies',
    })
    .end();
  const { data } = v.parse(Joined, joined);
  return data.flatMap(({ studies, ...stored }) => {
    const [line] = fitting(ATTENDANCES, [stored]);
    const [study] = fitting(STUDIES, studies);
    return line === undefined || study === undefined ? [] : [{ line, study }];
  });
}

const Joined = v.object({
  data: v.array(v.looseObject({ studies: v.array(v.unknown()) })),
});
