const ORDER = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸';

/** Crews are named by numerals or stems, which no alphabet sorts in order; others come behind. */
export function crewPlace(crewName: string): number {
  const at = ORDER.indexOf(crewName.slice(0, 1));
  return at < 0 ? ORDER.length : at;
}
