import { receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

const MOST = 100;
/** The schema's own limit: beyond it, it has spoken. */
const SCHEMA_LIMIT = 200;

export const slugTooLong: SourceRule = {
  id: 'slug/too-long',
  *check({ artifact: { slug } }) {
    if (slug === undefined || slug.text.length <= MOST || slug.text.length > SCHEMA_LIMIT) return;
    yield {
      message: `${receivedField(slug.pointer)} has ${slug.text.length} characters; more than ${MOST} do not fit where addresses are shown`,
      pointer: slug.pointer,
      hint: 'leave out what the name does not need: the description has room for it',
    };
  },
};
