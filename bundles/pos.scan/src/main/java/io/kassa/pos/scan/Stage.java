package io.kassa.pos.scan;

/** How a code was read: the quickest way first. */
public enum Stage {
    /** The picture as it is, dark and light judged by what is around. */
    PLAIN,
    /** A grid laid through the finder patterns, each module judged by its neighbours: blurred, moved and tilted codes. */
    GRID,
    /** The same, with finder patterns found in a sharpened picture. */
    SHARPENED,
    /** White on black, as a phone in dark mode may show it. */
    INVERTED,
    /** The picture as a clean drawing without a camera's distortion. */
    DRAWING,
    /** The picture as it is, dark and light judged for all of it at once. */
    GLOBAL,
    /** A smaller version of the picture. */
    SMALLER
}
