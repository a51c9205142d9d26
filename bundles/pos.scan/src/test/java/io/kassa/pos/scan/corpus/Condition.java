package io.kassa.pos.scan.corpus;

import java.util.Random;

/** What a till's camera suffers from. The first eight decide whether scanning is good enough; the others are reported. */
public enum Condition {
    CLEAN {
        @Override
        void shape(Shot shot, Random random) {}
    },
    BLUR {
        @Override
        void shape(Shot shot, Random random) {
            shot.blur = between(random, 0.20, 0.55);
        }
    },
    MOTION {
        @Override
        void shape(Shot shot, Random random) {
            shot.motion = between(random, 0.6, 1.6);
            shot.motionDegrees = between(random, 0, 180);
        }
    },
    ROTATION {
        @Override
        void shape(Shot shot, Random random) {
            shot.rotation = between(random, 9, 11) * (random.nextBoolean() ? 1 : -1);
        }
    },
    LOW_CONTRAST {
        @Override
        void shape(Shot shot, Random random) {
            dim(shot, random, between(random, 35, 80));
            shot.gradient = between(random, 20, 60);
        }
    },
    PERSPECTIVE {
        @Override
        void shape(Shot shot, Random random) {
            shot.tilt = between(random, 20, 35);
            shot.tiltDegrees = between(random, 0, 360);
        }
    },
    NOISE {
        @Override
        void shape(Shot shot, Random random) {
            shot.noise = between(random, 22, 38);
        }
    },
    COMBINED {
        @Override
        void shape(Shot shot, Random random) {
            shot.rotation = between(random, -15, 15);
            shot.tilt = between(random, 0, 15);
            shot.tiltDegrees = between(random, 0, 360);
            shot.blur = between(random, 0.25, 0.5);
            shot.noise = between(random, 6, 14);
            dim(shot, random, 120);
        }
    },
    GLARE {
        @Override
        void shape(Shot shot, Random random) {
            shot.glare = between(random, 0.05, 0.15);
        }
    },
    MOIRE {
        @Override
        void shape(Shot shot, Random random) {
            shot.moire = between(random, 15, 50);
        }
    },
    PARTIAL {
        @Override
        void shape(Shot shot, Random random) {
            shot.covered = between(random, 0.02, 0.08);
        }
    },
    FAR {
        @Override
        void shape(Shot shot, Random random) {
            shot.fill = between(random, 0.12, 0.25);
        }
    },
    SEVERAL {
        @Override
        void shape(Shot shot, Random random) {
            shot.fill = between(random, 0.25, 0.30);
            shot.neighbour = true;
        }
    },
    INVERTED {
        @Override
        void shape(Shot shot, Random random) {
            shot.inverted = true;
        }
    },
    PHONE {
        @Override
        void shape(Shot shot, Random random) {
            shot.screen = true;
            shot.fill = between(random, 0.25, 0.45);
            shot.tilt = between(random, 0, 15);
            shot.tiltDegrees = between(random, 0, 360);
            shot.grating = between(random, 0.1, 0.4);
            shot.mirrored = between(random, 10, 70);
            shot.noise = between(random, 2, 8);
        }
    },
    PHONE_IN_DARK_MODE {
        @Override
        void shape(Shot shot, Random random) {
            PHONE.shape(shot, random);
            shot.inverted = true;
        }
    };

    abstract void shape(Shot shot, Random random);

    /** Whether scanning is judged by it. */
    public boolean gate() {
        return ordinal() <= COMBINED.ordinal();
    }

    static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static void dim(Shot shot, Random random, double levels) {
        shot.dark = between(random, 30, 220 - levels);
        shot.light = shot.dark + levels;
    }
}
