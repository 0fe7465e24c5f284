import { closedToPhones, type CollectionShape } from './collection';

/** Which person a WeChat openid is; the openid is the document's id, so there is at most one. */
export const bindings: CollectionShape = {
  name: 'bindings',
  indexes: [{ name: 'by_person', fields: [{ path: 'personId', direction: 1 }], unique: true }],
  rule: closedToPhones,
};

export interface BindingDocument {
  _id: string;
  personId: string;
  boundAt: number;
  version: number;
}
