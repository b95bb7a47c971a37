/** The study that the code of a sitting names, true or not: see readSittingCode, which phones load later. */
export function studyOfCode(payload: string): string | undefined {
  return /^\s*QF1\.([A-Za-z0-9-]{1,40})\./u.exec(payload)?.[1];
}
