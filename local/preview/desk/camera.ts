import { button, byId, make } from './element';
import type { PhoneTile } from './phone-tile';

/** What a phone tells the page around it; `camera`: wx.scanCode was called and waits under this id. */
interface PhoneMessage {
  readonly from?: string;
  readonly kind?: string;
  readonly id?: string;
}

/** The answer to a phone's camera, under the id of its question. */
export interface CameraAnswer {
  readonly from: 'desk';
  readonly kind: 'camera';
  readonly id: string;
  /** What the camera read; null: the person closed the camera. */
  readonly text: string | null;
}

/** Plays the camera: it sees the code on another phone of this page, or takes a pasted one. */
export function answerCamera(tiles: () => readonly PhoneTile[]): void {
  window.addEventListener('message', ({ source, data, origin }: MessageEvent<PhoneMessage>) => {
    if (origin !== location.origin || data.from !== 'phone' || data.kind !== 'camera') return;
    const id = data.id ?? '';
    const asking = tiles().find((tile) => tile.window === source);
    if (asking === undefined) return;
    const others = tiles().filter((tile) => tile !== asking);
    void askForCode(others).then((text) => {
      const answer: CameraAnswer = { from: 'desk', kind: 'camera', id, text };
      asking.window?.postMessage(answer, location.origin);
    });
  });
}

function askForCode(others: readonly PhoneTile[]): Promise<string | null> {
  const dialog = byId('camera', HTMLDialogElement);
  return new Promise((resolve) => {
    const done = (text: string | null): void => {
      dialog.close();
      resolve(text);
    };
    const note = make('p', { textContent: '对准哪部手机的屏幕？' });
    const look = async (tile: PhoneTile): Promise<void> => {
      const text = await tile.shownCode();
      if (text === undefined) note.textContent = `${tile.name}的屏幕上没有码，先把码打开再扫。`;
      else done(text);
    };
    const pasted = make('input', {
      className: 'field picker__search',
      placeholder: '或者粘贴一个码的内容',
    });
    dialog.replaceChildren(
      note,
      ...others.map((tile) =>
        button(`${tile.name}的手机`, () => void look(tile), 'button picker__search'),
      ),
      pasted,
      make(
        'div',
        { className: 'picker__foot' },
        button('不扫了', () => done(null)),
        button('用粘贴的', () => {
          if (pasted.value.trim() !== '') done(pasted.value.trim());
        }),
      ),
    );
    dialog.oncancel = () => resolve(null);
    dialog.showModal();
  });
}
