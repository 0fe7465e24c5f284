import * as z from 'zod/mini';

/** A name people read on every page: trimmed, 1 to 40 characters. */
export const shortName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/** An id made on the phone or by the server: hex or base64url, no separators of ours. */
export const documentId = z.string().check(z.regex(/^[0-9A-Za-z_-]{8,64}$/));

export const unitKind = z.enum([
  'county',
  'organ_office',
  'township_office',
  'sector',
  'party',
  'studio',
  'room',
  'media',
]);

export const dutyName = z.enum([
  'correspondent',
  'reviewer',
  'publicity_office',
  'leader',
  'media_editor',
  'administrator',
]);

/** 委员/代表, or staff of the organ or a unit. */
export const standing = z.enum(['member', 'staff']);

/** Stages of a chain are counted from 1; only a reviewer has one. */
export const stageNumber = z.nullable(z.int().check(z.gte(1), z.lte(4)));

/** A mainland mobile or landline number; only administrators ever see it whole. */
export const phone = z.nullable(z.string().check(z.regex(/^[0-9+][0-9-]{5,19}$/)));

export const unitFields = {
  name: shortName,
  kind: unitKind,
  quotaClass: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(10))),
  parentId: z.nullable(documentId),
};

export const unitView = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: unitKind,
  quotaClass: z.nullable(z.string()),
  parentId: z.nullable(z.string()),
});

export const dutyView = z.strictObject({
  duty: dutyName,
  stage: z.nullable(z.number()),
  unitIds: z.array(z.string()),
});

export const membershipView = z.strictObject({ unitId: z.string(), isHead: z.boolean() });

/** One line of a list: no number, no openid. */
export const personLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  standing,
  memberships: z.array(membershipView),
  duties: z.array(dutyView),
});

export const personView = z.strictObject({
  ...personLine.shape,
  /** Whole for administrators, `138****0001` for everybody else. */
  phone: z.nullable(z.string()),
  isBound: z.boolean(),
  joinedOn: z.string(),
  leftOn: z.nullable(z.string()),
  /** May the asker make an invite code for this person? */
  mayInvite: z.boolean(),
});
