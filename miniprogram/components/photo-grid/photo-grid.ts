import { filingText } from '../../text/filing';

/** A photo of a story, as far as the grid looks at it; the rest of it comes back as it was. */
interface Photo {
  sha256: string;
  path: string | null;
  url?: string | null;
  caption: string;
  credit: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type TileEvent = WechatMiniprogram.TouchEvent<object, object, { index: number }>;
type Written = { caption?: string; credit?: string };

/** Photos of a story, the add tile first; a tap opens one, a long press takes it along. */
Component({
  options: { addGlobalClass: true },
  properties: {
    photos: { type: Array, value: [] as Photo[] },
    countMax: { type: Number, value: 20 },
    needsCaptions: { type: Boolean, value: false },
  },
  data: {
    dragged: -1,
    over: -1,
    opened: -1,
    labels: [] as string[],
    places: [] as string[],
    /** The photo taken out last and where it stood, until it is put back or another change is made. */
    removed: null as { photo: Photo; index: number } | null,
    boxes: [] as Box[],
  },
  observers: {
    photos(photos: Photo[]) {
      const labels = photos.map(({ caption }, index) =>
        filingText.photoLabel(index + 1, photos.length, caption),
      );
      const places = photos.map((_, index) => filingText.photoPlace(index + 1, photos.length));
      this.setData({ labels, places });
    },
  },
  methods: {
    onAddTap() {
      this.triggerEvent('add');
    },
    onTileTap({ currentTarget }: TileEvent) {
      this.setData({ opened: currentTarget.dataset.index });
    },
    onSheetClose() {
      this.setData({ opened: -1 });
    },
    onWrite({ detail }: WechatMiniprogram.CustomEvent<Written>) {
      const { photos, opened } = this.data;
      this.tell(photos.map((photo, index) => (index === opened ? { ...photo, ...detail } : photo)));
    },
    onForward() {
      this.shift(-1);
    },
    onBack() {
      this.shift(1);
    },
    onRemove() {
      const { photos, opened } = this.data;
      const [photo] = photos.slice(opened, opened + 1);
      this.tell(photos.filter((_, index) => index !== opened));
      this.setData({ opened: -1, removed: photo ? { photo, index: opened } : null });
    },
    onUndo() {
      const { photos, removed } = this.data;
      if (!removed) return;
      const { photo, index } = removed;
      this.tell([...photos.slice(0, index), photo, ...photos.slice(index)]);
    },
    onNext() {
      this.setData({ opened: this.data.opened + 1 });
    },
    onLongPress({ currentTarget }: TileEvent) {
      const { index } = currentTarget.dataset;
      this.createSelectorQuery()
        .selectAll('.photo')
        .boundingClientRect((boxes) => {
          // `selectAll` answers an array of boxes.
          this.setData({ dragged: index, over: index, boxes: boxes as unknown as Box[] });
        })
        .exec();
    },
    onDrag({ touches }: TileEvent) {
      const [finger] = touches;
      if (!finger || this.data.dragged < 0) return;
      const { clientX: x, clientY: y } = finger;
      const over = this.data.boxes.findIndex(
        ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
      );
      if (over >= 0 && over !== this.data.over) this.setData({ over });
    },
    onDrop() {
      const { dragged, over, photos } = this.data;
      if (dragged < 0) return;
      this.setData({ dragged: -1, over: -1 });
      if (dragged !== over) this.tell(moved(photos, dragged, over));
    },
    shift(by: -1 | 1) {
      const { photos, opened } = this.data;
      this.setData({ opened: opened + by });
      this.tell(moved(photos, opened, opened + by));
    },
    tell(photos: Photo[]) {
      this.setData({ removed: null });
      this.triggerEvent('change', { photos });
    },
  },
});

/** Puts one photo elsewhere. */
function moved(photos: Photo[], from: number, to: number): Photo[] {
  const rest = photos.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...photos.slice(from, from + 1), ...rest.slice(to)];
}
