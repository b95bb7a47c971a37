/** What was done, in the words of who nominated; by person. */
export const DEEDS: Readonly<Record<string, string>> = {
  rl10: '夜里皮带跑偏，他守在现场两个小时调好，没有停煤。',
  rl11: '三次替家里有事的同志顶夜班，交接班记录一笔不落。',
  rl14: '把卸煤沟的巡检路线重新走了一遍，画成图交给班里。',
  rl16: '带两个新同志认设备，写了一本自己的小册子。',
  rl24: '下雪天主动清理栈桥台阶，班里没有人滑倒。',
  jx05: '锅炉检修提前一天完工，焊口一次合格。',
  jx12: '给水泵异音先报后查，避免了一次停机。',
  jx21: '把老图纸重新核对了一遍，改正十一处。',
};
