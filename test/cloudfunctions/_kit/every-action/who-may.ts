/**
 * Who may do what, written down once more and independently of contract/allow, so that a slip there
 * is found. One letter per role: member, Probationary member, group Leader, Organisation officer,
 * pUblicity officer, Discipline officer, Secretary, Committee office.
 */
const ROLE_OF_LETTER = {
  M: 'member',
  P: 'probationary-member',
  L: 'group-leader',
  O: 'organisation-officer',
  U: 'publicity-officer',
  D: 'discipline-officer',
  S: 'secretary',
  C: 'committee-office',
} as const;

export type RoleName = (typeof ROLE_OF_LETTER)[keyof typeof ROLE_OF_LETTER];
export const EVERY_ROLE: readonly RoleName[] = Object.values(ROLE_OF_LETTER);

export interface Right {
  /** `anyone`: also who is bound to nobody. */
  readonly roles: readonly RoleName[] | 'anyone';
  /** `self`: there is no target but oneself; `branch`: the own branch, for the committee office every one. */
  readonly reach: 'self' | 'branch';
}

const may = (letters: string, reach: Right['reach']): Right => ({
  roles: EVERY_ROLE.filter((role) =>
    Object.entries(ROLE_OF_LETTER).some(
      ([letter, name]) => name === role && letters.includes(letter),
    ),
  ),
  reach,
});

const anyone: Right = { roles: 'anyone', reach: 'self' };
const everybodyForThemselves = may('MPLOUDSC', 'self');
const everybodyInBranch = may('MPLOUDSC', 'branch');
const presenters = may('LOUDSC', 'branch');
const rosterKeepers = may('OSC', 'branch');
const secretaries = may('SC', 'branch');
const officers = may('OUDSC', 'branch');

export const whoMay: Readonly<Record<string, Right>> = {
  'member.hello': anyone,
  'member.bind': anyone,
  'member.unbind': everybodyForThemselves,
  'member.myData': everybodyForThemselves,
  'member.branches': may('C', 'self'),
  'member.directory': everybodyInBranch,
  'member.invitation': rosterKeepers,
  'member.releaseBinding': rosterKeepers,
  'member.addMember': rosterKeepers,
  'member.changeMember': rosterKeepers,
  'member.setRoles': secretaries,
  'member.placeChoices': rosterKeepers,
  'member.memberRecord': rosterKeepers,
  'member.saveBranch': rosterKeepers,

  'member.myRoster': everybodyForThemselves,
  'member.addChange': everybodyForThemselves,
  'member.removeChange': everybodyForThemselves,
  'member.swapPartners': everybodyForThemselves,
  'member.proposeSwap': everybodyForThemselves,
  'member.answerSwap': everybodyForThemselves,
  'member.branchSwaps': presenters,
  'member.markSwapSeen': presenters,
  'member.declineSwap': presenters,
  'member.crewBoard': presenters,
  'member.rotations': may('C', 'self'),
  'member.previewRotation': may('C', 'self'),
  'member.saveRotation': may('C', 'self'),

  'notify.inbox': everybodyForThemselves,
  'notify.markSeen': everybodyForThemselves,
  'notify.acknowledge': everybodyForThemselves,
  'notify.preferences': everybodyForThemselves,
  'notify.savePreferences': everybodyForThemselves,
  'notify.recordSubscription': everybodyForThemselves,
  'notify.previewNotice': presenters,
  'notify.sendNotice': presenters,
  'notify.previewRevision': presenters,
  'notify.reviseNotice': presenters,
  'notify.cancelNotice': presenters,
  'notify.noticesOf': presenters,
  'notify.noticeLog': presenters,
  'notify.tellInPerson': presenters,
  'notify.remindUnread': presenters,

  'note.handInNote': everybodyForThemselves,
  'note.myNotes': everybodyForThemselves,
  'note.noteDetail': everybodyForThemselves,
  'note.answerSharing': everybodyForThemselves,
  'note.withdrawNote': everybodyForThemselves,
  'note.sharedNotes': everybodyInBranch,
  'note.branchNotes': officers,
  'note.notesInState': officers,
  'note.answerNote': officers,
  'note.returnNote': officers,
  'note.approveNote': officers,
  'note.askToShare': officers,
  'note.recordUse': officers,

  'study.today': everybodyForThemselves,
  'study.myStudies': everybodyForThemselves,
  'study.studyDetail': everybodyInBranch,
  'study.reply': everybodyForThemselves,
  'study.checkIn': everybodyForThemselves,
  'study.myCode': everybodyForThemselves,
  'study.myAttendance': everybodyForThemselves,
  'study.saveDraft': rosterKeepers,
  'study.publishStudy': rosterKeepers,
  'study.changeStudy': rosterKeepers,
  'study.cancelStudy': rosterKeepers,
  'study.presenterCodes': presenters,
  'study.roll': presenters,
  'study.whoseCode': presenters,
  'study.admit': presenters,
  'study.markByHand': presenters,
  'study.closeSitting': presenters,
  'study.correct': rosterKeepers,
  'study.exportRegister': officers,
  'study.branchStudies': presenters,
  'study.audienceChoices': rosterKeepers,
  'study.planSittings': rosterKeepers,
  'study.previewPublication': rosterKeepers,
  'study.saveRecurring': rosterKeepers,
  'study.recurringStudies': rosterKeepers,
  'study.endRecurring': rosterKeepers,

  'branch.dashboard': officers,
  'branch.dashboardLines': officers,
  'branch.dashboardPeople': officers,
  'branch.ledger': officers,
  'branch.rosterTemplate': rosterKeepers,
  'branch.sendRosterPiece': rosterKeepers,
  'branch.checkRoster': rosterKeepers,
  'branch.applyRoster': rosterKeepers,
  'branch.whoLooked': everybodyForThemselves,
  'branch.myRecordBook': everybodyForThemselves,
  'branch.memberRecordBook': officers,
  'branch.exportMyRecordBook': everybodyForThemselves,
  'branch.exportMemberRecordBook': officers,
  'branch.peopleToTalkTo': officers,
  'branch.officeDashboard': may('C', 'self'),

  'study.makeUp': everybodyForThemselves,
  'study.answerMakeUp': everybodyForThemselves,
  'study.noteMakeUp': everybodyForThemselves,
  'study.makeUpContent': rosterKeepers,
  'study.saveMakeUpContent': rosterKeepers,
  'study.makeUpsOf': presenters,
  'study.openMakeUp': rosterKeepers,
};
