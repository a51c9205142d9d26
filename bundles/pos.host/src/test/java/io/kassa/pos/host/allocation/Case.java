package io.kassa.pos.host.allocation;

/**
 * A sale as a row of a table, in the words of {@link Counter}.
 *
 * @param sold product, price, and the labels it carries
 * @param counter what is done, and what the panel shows in between
 * @param paid which payment pays how much of which line
 * @param receipt what the sale receipt says
 * @param refunds what goes back, one refund after another, and how
 */
record Case(String name, String sold, String counter, String paid, String receipt, String refunds) {

    /** As a row of the published table. */
    String row() {
        return "| " + String.join(" | ", name, sold, counter, paid, receipt, refunds) + " |";
    }

    @Override
    public String toString() {
        return name;
    }
}
