import { isSecondTap, type Tap } from '../../state/second-tap';

/** What there is to see of a picture; '' before its address is known. */
interface Tile {
  readonly pictureId: string;
  readonly src: string;
  readonly label: string;
}

type PictureTap = WechatMiniprogram.BaseEvent<object, { pictureId: string }>;

const NO_TILES: readonly Tile[] = [];

/** Pictures of what is written, three in a row, with room for more. Events: add, remove { pictureId }. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    pictures: { type: Array, value: NO_TILES as Tile[] },
    /** '还可加 6 张'; '' when there is no room. */
    room: { type: String, value: '' },
    /** Nothing can be taken out. */
    isFixed: { type: Boolean, value: false },
  },
  methods: {
    onAddTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.triggerEvent('add');
    },
    onRemoveTap(event: PictureTap) {
      if (isSecondTap(event)) return;
      const { pictureId } = event.currentTarget.dataset;
      this.triggerEvent('remove', { pictureId });
    },
    onPictureTap(event: PictureTap) {
      if (isSecondTap(event)) return;
      const { pictures } = this.data;
      const { pictureId } = event.currentTarget.dataset;
      const current = pictures.find((each) => each.pictureId === pictureId);
      const urls = pictures.map(({ src }) => src).filter((src) => src !== '');
      if (current !== undefined) void wx.previewImage({ urls, current: current.src });
    },
  },
});
