import { dayOfInstant, type LocalDay } from '../../../../domain/time/local-day';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { fullDayText } from '../../../text/when';
import type { Dashboard } from '../rate.view';

/** In the address of a list, of people who had no crew. */
export const NO_CREW = 'none';

/** Everybody who could came; a few did not; fewer than three quarters came; nobody could. */
type Tone = 'all' | 'some' | 'few' | 'none';

export interface Grid {
  readonly columns: readonly {
    readonly key: string;
    readonly studyIds: string;
    readonly kind: string;
    readonly day: string;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly GridCell[];
  }[];
}

interface GridCell {
  readonly key: string;
  /** Of the list behind it, as its address takes them; empty: nobody of the crew was asked. */
  readonly studyIds: string;
  readonly text: string;
  readonly tone: Tone;
  /** For who does not see the grid. */
  readonly spoken: string;
}

type Study = Dashboard['studies'][number];

/**
 * Crews in the order of the rotations, studies in that of their days. Meetings of one kind and topic,
 * as each group has its own of them, are one column.
 */
export function toGrid({ crews, studies }: Dashboard, today: LocalDay): Grid {
  const columns = columnsOf(studies);
  return {
    columns: columns.map(([first, ...more]) => {
      const last = more.at(-1) ?? first;
      const days = [...new Set([shortDay(first), shortDay(last)])];
      const studyIds = [first, ...more].map(({ studyId }) => studyId).join(',');
      return {
        key: first.studyId,
        studyIds,
        kind: STUDY_KIND_TEXT[first.kind],
        day: days.join('–'),
      };
    }),
    rows: crews.map(({ crewId, name }) => {
      const shownName = name ?? (crewId === null ? '没有值' : '别的值');
      return {
        key: crewId ?? NO_CREW,
        name: shownName,
        cells: columns.map((column) => toCell(column, crewId, shownName, today)),
      };
    }),
  };
}

function toCell(
  column: readonly [Study, ...Study[]],
  crewId: string | null,
  name: string,
  today: LocalDay,
): GridCell {
  const [{ studyId, kind, startAtMs }] = column;
  const asking = column.filter(({ cells }) => cells.some((cell) => cell.crewId === crewId));
  const own = asking.flatMap(({ cells }) => cells.filter((cell) => cell.crewId === crewId));
  const attended = own.reduce((sum, cell) => sum + cell.attended, 0);
  const couldAttend = own.reduce((sum, cell) => sum + cell.couldAttend, 0);
  const day = fullDayText(dayOfInstant(startAtMs), today);
  const isAsked = own.length > 0;
  const said =
    couldAttend > 0
      ? `能来 ${couldAttend} 人，到了和补学 ${attended} 人`
      : isAsked
        ? '没有人能来'
        : '没有请';
  return {
    key: studyId,
    studyIds: asking.map((study) => study.studyId).join(','),
    text: couldAttend > 0 ? `${attended}/${couldAttend}` : isAsked ? '–' : '',
    tone: toneOf(attended, couldAttend),
    spoken: `${name}，${day} ${STUDY_KIND_TEXT[kind]}，${said}`,
  };
}

function columnsOf(studies: readonly Study[]): readonly (readonly [Study, ...Study[]])[] {
  const columns = new Map<string, [Study, ...Study[]]>();
  for (const study of studies) {
    const key = `${study.kind} ${study.topic}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [study]);
    else column.push(study);
  }
  return [...columns.values()];
}

function toneOf(attended: number, couldAttend: number): Tone {
  if (couldAttend === 0) return 'none';
  if (attended === couldAttend) return 'all';
  return attended * 4 < couldAttend * 3 ? 'few' : 'some';
}

/** '3/12': of a month that stands above. */
function shortDay({ startAtMs }: Study): string {
  const [, month = '', date = ''] = dayOfInstant(startAtMs).split('-');
  return `${Number(month)}/${Number(date)}`;
}
