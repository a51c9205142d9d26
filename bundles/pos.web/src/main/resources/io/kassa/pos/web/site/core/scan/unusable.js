import { ownGuidance } from '../guidance.js';

const TEXTS = { PART: 'picture.part', SEVERAL: 'picture.several' };

/** Why nothing is done with what was read in a picture, in words. */
export function unusableGuidance(why) {
  return ownGuidance(TEXTS[why]);
}
