/** Stands where something is still being read, in the shape of what comes. */
import { shapes, type Shape } from './shapes';

Component({
  options: { addGlobalClass: true },
  properties: {
    shape: { type: String, value: 'list' },
  },
  data: { cards: shapes.list },
  observers: {
    shape(shape: Shape) {
      this.setData({ cards: shapes[shape] });
    },
  },
});
