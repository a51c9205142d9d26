package io.kassa.pos.web.api;

/** Why nothing is done with what was read in a picture. */
enum Unusable {
    /** The code holds a part of a text, and another code the rest. */
    PART,
    /** Several codes are in view that may each be meant. */
    SEVERAL
}
