/** Of what an office owes. */
export const debtText = {
  suggestion: { act: '回话', otherwise: '不回，这一条就一直记着过了时间。' },
  inWork: (title: string) => `在办：${title}`,
  suggestionLate: (date: string) => `${date}前该回话，过了时间`,
  lateInBranches: (count: number) => ({ title: `各支部 ${count} 条建言过了时间没回`, act: '看' }),
} as const;
