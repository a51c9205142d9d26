package io.kassa.pos.web.api;

import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.web.http.Call;
import io.kassa.pos.web.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Configuration of the till itself. */
public final class SetupApi {

    private final Setup setup;

    record RegisterChange(String name, List<String> methods) {}

    record GroupChange(String name, int position) {}

    record ProductChange(
            String name,
            String group,
            Money price,
            Set<String> labels,
            boolean onSale,
            Optional<String> gtin,
            boolean deposit) {}

    public SetupApi(Setup setup) {
        this.setup = setup;
    }

    Reply methods(Call call) {
        return Reply.ok(setup.methods());
    }

    Reply saveMethod(Call call, MethodSettings settings) {
        return Reply.of(setup.saveMethod(call.actor(), call.path("method"), settings));
    }

    Reply test(Call call) {
        return Reply.of(setup.test(call.actor(), call.path("method")));
    }

    Reply registers(Call call) {
        return Reply.ok(setup.registers());
    }

    Reply saveRegister(Call call, RegisterChange change) {
        var register = new RegisterSettings(call.register(), change.name(), change.methods());
        return Reply.of(setup.saveRegister(call.actor(), register));
    }

    Reply groups(Call call) {
        return Reply.ok(setup.groups());
    }

    Reply saveGroup(Call call, GroupChange change) {
        var group = new ProductGroup(call.path("group"), change.name(), change.position());
        return Reply.of(setup.saveGroup(call.actor(), group));
    }

    Reply products(Call call) {
        return Reply.ok(setup.products());
    }

    Reply saveProduct(Call call, ProductChange change) {
        var product = new Product(
                call.path("product"),
                change.name(),
                change.group(),
                change.price(),
                change.labels(),
                change.onSale(),
                change.gtin(),
                change.deposit());
        return Reply.of(setup.saveProduct(call.actor(), product));
    }
}
