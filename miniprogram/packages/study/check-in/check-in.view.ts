import type { Me } from '../../../../contract/people/hello';
import type { MyStudy, Study } from '../../../../contract/study/study-shapes';
import {
  isToCome,
  openSitting,
  sittingThatMatters,
  type MySitting,
} from '../../../pages/studies/my-sitting';
import type { Placeholder } from '../../../state/shown';
import { EARLY_TEXT } from '../../../text/attendance';
import { after, momentText, nearText } from '../../../text/when';
import { toRefusedView, type DoneView, type KeptView, type RefusedView } from './outcome.view';

/** The sitting the phone believes it is about to enter; the code itself decides in the end. */
export interface Target {
  readonly studyId: string;
  readonly sittingId: string;
  readonly topic: string;
  readonly line: string;
  readonly closesLine: string;
}

/** Before anything was sent: the three ways in, the camera first. */
export interface WaysView {
  readonly kind: 'ways';
  readonly targets: readonly (Target & { readonly isAimed: boolean })[];
  readonly needsChoice: boolean;
  readonly canType: boolean;
}

export type CheckInView = Placeholder | WaysView | DoneView | RefusedView | KeptView;

export interface MaterialLink {
  readonly title: string;
  readonly url: string;
}

export function waysView(targets: readonly Target[], aimed: Target | null): WaysView {
  return {
    kind: 'ways',
    targets: targets.map((target) => ({
      ...target,
      isAimed: aimed !== null && target.sittingId === aimed.sittingId,
    })),
    needsChoice: targets.length > 1,
    canType: aimed !== null,
  };
}

/** Whether the page still shows the ways in, so that a late answer may change what it shows. */
export function isStillChoosing(view: CheckInView): boolean {
  return view.kind === 'loading' || view.kind === 'ways' || view.kind === 'guest';
}

export function whoText(me: Pick<Me, 'name' | 'crewName'>): string {
  return me.crewName === null ? me.name : `${me.name} · ${me.crewName}`;
}

/** What to read first: the must-read, else nothing. */
export function materialOf(study: Study): MaterialLink | null {
  const mustRead = study.materials.find((material) => material.isMustRead);
  return mustRead === undefined ? null : { title: mustRead.title, url: mustRead.url };
}

/** Sittings whose check-in is open or comes next, of studies in which I am not yet in. */
export function toTarget(mine: MyStudy, sittingId: string | undefined, nowMs: number): Target {
  const asked = mine.sittings.find(
    (sitting) => sitting.sittingId === sittingId && nowMs < sitting.closesAtMs,
  );
  const sitting = asked ?? openSitting(mine, nowMs) ?? sittingThatMatters(mine, nowMs);
  return {
    studyId: mine.studyId,
    sittingId: sitting?.sittingId ?? '',
    topic: mine.topic,
    line: sitting === undefined ? '' : targetLine(sitting, nowMs),
    closesLine: sitting === undefined ? '' : windowLine(sitting, nowMs),
  };
}

/**
 * Why nobody can come in any more, said before a scan is tried in vain; undefined while a sitting is
 * open or ahead, and for who is in.
 */
export function overView(mine: MyStudy, nowMs: number): RefusedView | undefined {
  if (mine.isCancelled) return toRefusedView('study-cancelled', 'scan', undefined, nowMs, null);
  const closedAtMs = Math.max(...mine.sittings.map(({ closesAtMs }) => closesAtMs));
  if (closedAtMs > nowMs || !Number.isFinite(closedAtMs)) return undefined;
  return toRefusedView('closed', 'scan', { closedAtMs }, nowMs, null);
}

/** Before the check-in opens: when it does, said instead of opening the camera; undefined once it is open. */
export function earlyOf(
  mine: MyStudy,
  sittingId: string | undefined,
  nowMs: number,
): RefusedView | undefined {
  if (mine.isCancelled || !isToCome(mine) || openSitting(mine, nowMs) !== undefined)
    return undefined;
  const ahead = mine.sittings
    .filter(({ opensAtMs }) => nowMs < opensAtMs)
    .sort((a, b) => a.opensAtMs - b.opensAtMs);
  const next = ahead.find((sitting) => sitting.sittingId === sittingId) ?? ahead[0];
  if (next === undefined) return undefined;
  const { opensAtMs } = next;
  const view = toRefusedView('not-open-yet', 'scan', { opensAtMs }, nowMs, null);
  const meaning = EARLY_TEXT.replace('{time}', momentText(opensAtMs, nowMs));
  const aimed = mine.sittings.find((sitting) => sitting.sittingId === sittingId);
  if (aimed === undefined || nowMs < aimed.closesAtMs) return { ...view, meaning };
  // Whoever was about to check in learns why they no longer can.
  return { ...view, title: '这场签到已截止', meaning: `还有一场，${meaning}` };
}

/** What a phone can enter without being told which study: everything whose check-in is open now. */
export function openTargets(studies: readonly MyStudy[], nowMs: number): readonly Target[] {
  return studies.flatMap((mine) => {
    const sitting = openSitting(mine, nowMs);
    return sitting === undefined ? [] : [toTarget(mine, sitting.sittingId, nowMs)];
  });
}

function targetLine(sitting: MySitting, nowMs: number): string {
  return `${momentText(sitting.startAtMs, nowMs)} · ${sitting.place}`;
}

function windowLine(sitting: MySitting, nowMs: number): string {
  if (nowMs < sitting.opensAtMs) return `这场${momentText(sitting.opensAtMs, nowMs)} 起可以签到`;
  if (nowMs < sitting.closesAtMs)
    return `${after('这场签到到', nearText(sitting.closesAtMs, nowMs))} 截止`;
  return `${after('这场签到已在', nearText(sitting.closesAtMs, nowMs))} 截止`;
}

export const CAMERA_TEXT = '相机没有打开。可以输入数字，或者让主持人扫你。';

/** What a kept check-in is called while it is not known for which study it is. */
export const UNNAMED_TEXT = '签到';

export const opening: CheckInView = { kind: 'loading' };
