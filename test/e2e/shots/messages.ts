import { askAs } from '../ask-as';
import type { DemoStage } from '../demo-stage';
import { severalNotes } from '../play-notes';
import { severalNotices } from '../play-notices';
import { PEOPLE } from '../study-steps';
import type { Shot } from './shot';

/** Pages that are empty until somebody has sent something; taken last, for other pages show it too. */
export async function messageShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer } = PEOPLE;
  const messageId = await severalNotices(stage, ['yx31', 'yx32', 'yx33']);
  const log = 'packages/notice-office/notice-log/notice-log';
  const swap = { swapId: 'asked', partnerId: 'yx37', days: ['2026-03-17'], reason: '家里有事' };
  await askAs(stage, 'yx10', 'member', 'proposeSwap', swap);
  const revise = 'packages/notice-office/revise-notice/revise-notice';
  return [
    { name: 'today-swap', as: 'yx37', path: 'pages/today/today' },
    { name: 'inbox', as: 'yx34', path: 'pages/inbox/inbox' },
    { name: 'notice-log', as: officer, path: log },
    { name: 'notice-log-one', as: officer, path: `${log}?messageId=${messageId}` },
    { name: 'revise-notice', as: officer, path: `${revise}?messageId=${messageId}` },
  ];
}

/** As messageShotsOf. */
export async function noteShotsOf(stage: DemoStage): Promise<Shot[]> {
  const { officer } = PEOPLE;
  await severalNotes(stage, officer);
  const page = (name: string) => `packages/note/${name}/${name}`;
  return [
    { name: 'note-write', as: 'yx34', path: `${page('write')}?noteId=shot-returned` },
    {
      name: 'record-book-note',
      as: 'yx34',
      path: 'packages/me/record-book/record-book',
    },
    { name: 'note-mine', as: 'yx34', path: page('mine') },
    { name: 'note-open', as: 'yx34', path: `${page('open')}?noteId=shot-asked` },
    { name: 'notes', as: officer, path: 'packages/note-office/notes/notes' },
    { name: 'note-read', as: officer, path: 'packages/note-office/read/read?noteId=shot-answered' },
    { name: 'note-shared', as: 'yx31', path: page('shared') },
    {
      name: 'note-exchange',
      as: 'yx31',
      path: `${page('open')}?noteId=shot-shared`,
    },
    { name: 'note-thanked', as: 'yx34', path: `${page('open')}?noteId=shot-shared` },
    { name: 'note-responses', as: 'yx31', path: page('responses') },
    { name: 'note-card', as: 'guest', path: `${page('open')}?noteId=shot-shared` },
  ];
}
