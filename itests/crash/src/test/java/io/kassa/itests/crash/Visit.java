package io.kassa.itests.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What a customer comes for, and how far that has come. It outlives the till: whoever is at the counter goes on with it. */
final class Visit {

    enum Way {
        SCAN,
        TYPED,
        CASH,
        CARD,
        /** Presses Smartum, and gives up before anything is shown. */
        GIVE_UP,
        /** Takes what a cancelled sale left behind. */
        UNUSED
    }

    enum End {
        COMPLETE,
        KEEP,
        REFUND
    }

    enum Back {
        NOTHING,
        ALL,
        PART
    }

    /** One payment. */
    static final class Payment {
        final Way way;
        final long cents;
        String attempt;
        Optional<Provider.Paid> paid = Optional.empty();
        boolean over;
        boolean takenOut;
        boolean idAdded;

        Payment(Way way, long cents) {
            this.way = way;
            this.cents = cents;
        }
    }

    final String story;
    final Map<String, Integer> items = new LinkedHashMap<>();
    final List<Payment> payments = new ArrayList<>();
    End end = End.COMPLETE;
    Back back = Back.NOTHING;
    Optional<Trouble> trouble = Optional.empty();

    String sale = "";
    String refund = "";
    boolean partDone;
    private final Random ids;

    Visit(String story, long seed) {
        this.story = story;
        this.ids = new Random(seed);
    }

    Visit buys(String product, int quantity) {
        items.put(product, quantity);
        return this;
    }

    /** @param cents 0 for what is left to pay */
    Visit pays(Way way, long cents) {
        Payment payment = new Payment(way, cents);
        payment.attempt = id();
        payments.add(payment);
        return this;
    }

    /** The cashier takes the last payment out of the sale again, or tries to. */
    Visit takesItOut() {
        payments.get(payments.size() - 1).takenOut = true;
        return this;
    }

    /** The cashier adds the transaction id to the last payment, which was typed, before anything else. */
    Visit addsItsId() {
        payments.get(payments.size() - 1).idAdded = true;
        return this;
    }

    Visit ends(End how) {
        end = how;
        return this;
    }

    Visit givesBack(Back what) {
        back = what;
        return this;
    }

    String id() {
        return new UUID(ids.nextLong(), ids.nextLong()).toString();
    }

    @Override
    public String toString() {
        return story
                + (sale.isEmpty() ? "" : " (" + sale + ")")
                + trouble.map(one -> ", " + one.name()).orElse("");
    }
}
