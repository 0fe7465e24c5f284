import { splitBody, type Paragraph, type ShownNote } from './passages';

/** A story's text as printed, with reviewers' notes under the paragraph they are about. */
Component({
  options: { addGlobalClass: true },
  properties: {
    body: { type: String, value: '' },
    notes: { type: Array, value: [] as ShownNote[] },
  },
  data: { paragraphs: [] as Paragraph[] },
  observers: {
    'body, notes'(body: string, notes: ShownNote[]) {
      this.setData({ paragraphs: splitBody(body, notes) });
    },
  },
});
