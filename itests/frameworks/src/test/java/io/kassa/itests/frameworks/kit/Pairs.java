package io.kassa.itests.frameworks.kit;

import io.kassa.itests.frameworks.Sandbox;
import io.kassa.itests.frameworks.Shop;
import io.kassa.pos.spi.ledger.PaymentLedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;

/** The configurations of the plug-in that the kit tries: a pair for each of the books that one test uses at a time. */
final class Pairs {

    /** The tests wait for the plug-in's patience. */
    private static final Map<String, Integer> SHORT_DEADLINES =
            Map.of("lookupWaitMillis", 700, "connectMillis", 700, "requestMillis", 700);

    private final BundleContext context;
    private final Sandbox sandbox;
    private final Map<String, Object> settings;
    private final List<Pair> made = new ArrayList<>();

    Pairs(BundleContext context) {
        this.context = context;
        this.sandbox = new Sandbox(context);
        this.settings = new HashMap<>(Shop.opened(context).stored());
        settings.put("refundWindow", "UNLIMITED");
        settings.putAll(SHORT_DEADLINES);
    }

    /** @param number of the pair, from 0 on without a gap */
    Pair pair(int number, PaymentLedger ledger) {
        if (number == made.size()) {
            made.add(new Pair(context, "kit-" + number, settings, ledger));
        }
        return made.get(number).with(ledger);
    }

    BundleContext context() {
        return context;
    }

    Sandbox sandbox() {
        return sandbox;
    }
}
