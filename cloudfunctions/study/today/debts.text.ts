/** Of what an office owes. */
export const debtText = {
  suggestion: { act: '回话', otherwise: '不回，这一条就一直记着过了时间。' },
  inWork: (title: string) => `在办：${title}`,
  suggestionLate: (date: string) => `${date}前该回话，过了时间`,
  lateSuggestions: (count: number) => `${count} 条建言过了时间没回`,
  lateSuggestionsBody: (title: string) => `最早的一条：${title}`,
  standIn: (officeName: string, title: string) => `${officeName} · ${title}`,
  lateInBranches: (count: number) => ({ title: `各支部 ${count} 条建言过了时间没回`, act: '看' }),
  document: { act: '审核', otherwise: '不审核，大家就看不到这份文件。' },
  documentSince: (date: string) => `${date}传的，等着审核`,
  dataAsk: { act: '答复', otherwise: '不答复，本人会去找党委工作部。' },
  moreDocuments: (count: number) => `后面还有 ${count} 份，都在“等我办的”里。`,
} as const;
