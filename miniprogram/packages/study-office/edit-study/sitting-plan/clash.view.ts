import type { Clash } from '../../../../../contract/study/planning';
import { clockOf } from '../../../../text/when';

/** '15:00–16:00 有《安全日》，12 人要去那边，这场算来不了。' */
export function clashText({ startAtMs, endAtMs, topic, branchName, ...clash }: Clash): string {
  const when = `${clockOf(startAtMs)}–${clockOf(endAtMs)}`;
  const what = topic === null ? `${branchName}的学习` : `《${topic}》`;
  const people = clash.people > 0 ? `，${clash.people} 人要去那边，这场算来不了` : '';
  if (!clash.isSamePlace) return `${when} 有${what}${people}。`;
  return `${when} ${what}也在这个地点${people}。换个时间或地点。`;
}
