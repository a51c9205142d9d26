package io.kassa.pos.web.events;

/** A scanned code on its way to the one page that acts on it. Does not print it. */
record ScanEvent(String register, String code) {

    @Override
    public String toString() {
        return "ScanEvent[" + register + "]";
    }
}
