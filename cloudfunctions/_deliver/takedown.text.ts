/** Words of what is taken down by rule, in the trail and to whoever follows an old link. */
export const takedownText = {
  /** Who says what no person has said. */
  clock: '系统',
  item: (months: number) => `刊出满 ${months} 个月，按规定下架`,
  document: (months: number) => `过了有效期满 ${months} 个月，按规定下架`,
  begins: (day: string) => `到期下架从${day}起`,
  beginsBody: (count: number) =>
    `按现在定的月数，到那天有 ${count} 件要下架。想多留的，那天以前点进去留下；月数也可以改。`,
  /** '留到 2027年5月：…' */
  kept: (untilMonth: string, reason: string) =>
    `留到 ${untilMonth.slice(0, 4)}年${Number(untilMonth.slice(5))}月：${reason}`,
} as const;
