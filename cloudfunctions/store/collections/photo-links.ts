import { closedToPhones, type CollectionShape } from './collection';

/** Links to photos of stories that channels were given, under the hash of their token. */
export const photoLinks: CollectionShape = {
  name: 'photo_links',
  indexes: [
    { name: 'by_message', fields: [{ path: 'messageId', direction: 1 }] },
    { name: 'by_story', fields: [{ path: 'storyId', direction: 1 }] },
  ],
  rule: closedToPhones,
};

export interface PhotoLinkDocument {
  /** SHA-256 of the token; the token itself stands only in what was sent. */
  _id: string;
  messageId: string;
  storyId: string;
  sha256: string;
  ext: string;
  bytes: number;
  expiresAt: number;
  revokedAt: number | null;
}
