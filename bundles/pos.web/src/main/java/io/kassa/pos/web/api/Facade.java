package io.kassa.pos.web.api;

import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.ShopInfo;
import io.kassa.pos.host.health.Health;
import io.kassa.pos.host.outcomes.Backlog;
import io.kassa.pos.host.people.Logins;
import io.kassa.pos.host.people.Pairings;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.receipts.Receipts;
import io.kassa.pos.host.selling.Selling;
import io.kassa.pos.host.setup.Setup;

/** All that the host offers to those who draw it. */
public record Facade(
        ShopInfo shop,
        Selling selling,
        Receipts receipts,
        Setup setup,
        People people,
        Pairings pairings,
        Logins logins,
        Changes changes,
        Health health,
        Backlog backlog) {}
