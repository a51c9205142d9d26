package io.kassa.pos.scan;

/** Correlation of what should be black with what is dark: 1 is perfect, whatever the light. */
final class Agreement {

    private int count;
    private int blacks;
    private double sum;
    private double squares;
    private double dark;

    void add(boolean black, double level) {
        count++;
        sum += level;
        squares += level * level;
        if (black) {
            blacks++;
            dark += level;
        }
    }

    double value() {
        double variance = squares - sum * sum / count;
        double expected = blacks - (double) blacks * blacks / count;
        return variance <= 0 || expected <= 0 ? 0 : (sum * blacks / count - dark) / Math.sqrt(variance * expected);
    }
}
