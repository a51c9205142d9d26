package io.kassa.pos.scan;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Version;

/** The modules that every code of a version has (ISO/IEC 18004): finder, alignment and timing patterns, and its version. */
final class Layout {

    static final byte WHITE = 0;
    static final byte BLACK = 1;
    static final byte DATA = 2;

    private final Version version;
    private final byte[] modules;

    Layout(int number) {
        version = Version.getVersionForNumber(number);
        modules = new byte[size() * size()];
        java.util.Arrays.fill(modules, DATA);
        for (int i = 8; i < size() - 8; i++) {
            put(i, 6, i % 2 == 0);
            put(6, i, i % 2 == 0);
        }
        for (int y : centres()) {
            for (int x : centres()) {
                if (alignment(x, y)) {
                    square(x, y, 2);
                }
            }
        }
        square(3, 3, 4);
        square(size() - 4, 3, 4);
        square(3, size() - 4, 4);
        put(8, size() - 8, true);
        version(number);
    }

    int size() {
        return version.getDimensionForVersion();
    }

    /** Where alignment patterns have their middles, in both directions. */
    int[] centres() {
        return version.getAlignmentPatternCenters();
    }

    /** Whether there is an alignment pattern at that crossing, and not a finder pattern. */
    boolean alignment(int x, int y) {
        int last = size() - 7;
        return !(x == 6 && y == 6 || x == last && y == 6 || x == 6 && y == last);
    }

    byte at(int x, int y) {
        return modules[y * size() + x];
    }

    /** What was seen, with what is known put right. */
    BitMatrix with(boolean[] black) {
        var matrix = new BitMatrix(size());
        for (int i = 0; i < modules.length; i++) {
            if (modules[i] == BLACK || modules[i] == DATA && black[i]) {
                matrix.set(i % size(), i / size());
            }
        }
        return matrix;
    }

    /** Black and white squares inside one another, as finder and alignment patterns are. */
    private void square(int middleX, int middleY, int reach) {
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                int ring = Math.max(Math.abs(x), Math.abs(y));
                boolean black = reach == 4 ? ring != 2 && ring != 4 : ring != 1;
                put(middleX + x, middleY + y, black);
            }
        }
    }

    private void put(int x, int y, boolean black) {
        if (x >= 0 && y >= 0 && x < size() && y < size()) {
            modules[y * size() + x] = black ? BLACK : WHITE;
        }
    }

    /** From version 7 on the number stands in the code twice, with twelve check bits of the Golay code. */
    private void version(int number) {
        if (number < 7) {
            return;
        }
        int check = number << 12;
        for (int bit = 17; bit >= 12; bit--) {
            if ((check >> bit & 1) == 1) {
                check ^= 0x1F25 << bit - 12;
            }
        }
        int bits = number << 12 | check;
        for (int i = 0; i < 18; i++) {
            boolean black = (bits >> i & 1) == 1;
            put(size() - 11 + i % 3, i / 3, black);
            put(i / 3, size() - 11 + i % 3, black);
        }
    }
}
