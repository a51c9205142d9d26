package io.kassa.pos.host.config;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.ProductGroup;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.setup.Removal;
import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.host.setup.Setup;
import io.kassa.pos.host.store.AttemptTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.SelfTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Configuration of the till: admins only. */
public final class TillSetup implements Setup {

    private final Desk desk;
    private final MethodSetup methods;
    private final ShopSetup shop;
    private final Forms forms;
    private final Checks checks;

    public TillSetup(Desk desk, PlugIns plugIns, Configurations configurations, Secrets secrets) {
        this.desk = desk;
        this.shop = new ShopSetup(desk);
        this.checks = new Checks(desk);
        this.forms = new Forms(desk, plugIns, configurations, secrets, checks);
        this.methods = new MethodSetup(desk, forms);
    }

    @Override
    public List<MethodView> methods() {
        return methods.all();
    }

    @Override
    public Result<List<MethodView>> saveMethod(Actor actor, String id, MethodSettings settings) {
        return changing(actor, () -> methods.save(actor, id, settings));
    }

    @Override
    public Result<List<Finding>> test(Actor actor, String method) {
        return asAdmin(actor, () -> {
            Optional<SelfTest> test = desk.methods().selfTest(method);
            if (test.isPresent()) {
                return new Result.Ok<>(checks.ask(test.get()::run));
            }
            return desk.methods().find(method).isPresent()
                    ? new Result.Ok<>(List.of())
                    : desk.refuse(Refusal.METHOD_UNKNOWN);
        });
    }

    @Override
    public List<RegisterSettings> registers() {
        return desk.books().read(tx -> new ShopTable(tx).registers());
    }

    @Override
    public Result<List<RegisterSettings>> saveRegister(Actor actor, RegisterSettings register) {
        return changing(actor, () -> shop.save(actor, register));
    }

    @Override
    public List<ProductGroup> groups() {
        return desk.books().read(tx -> new ShopTable(tx).groups());
    }

    @Override
    public List<Product> products() {
        return desk.books().read(tx -> new ShopTable(tx).products());
    }

    @Override
    public Result<List<ProductGroup>> saveGroup(Actor actor, ProductGroup group) {
        return changing(actor, () -> shop.save(actor, group));
    }

    @Override
    public Result<List<Product>> saveProduct(Actor actor, Product product) {
        return changing(actor, () -> shop.save(actor, product));
    }

    @Override
    public Result<String> noteAside(
            Actor actor, String what, String subject, Optional<String> before, Optional<String> now) {
        return asAdmin(actor, () -> {
            AuditRecord entry = AuditRecord.of(actor.name(), what, subject).changed(before, now);
            desk.books().write(tx -> {
                desk.audit().append(tx, entry);
                return null;
            });
            return new Result.Ok<>(subject);
        });
    }

    @Override
    public List<SettingsForm> forms() {
        return forms.all();
    }

    @Override
    public Result<List<Finding>> check(Actor actor, SettingsDraft draft) {
        return asAdmin(actor, () -> forms.check(draft));
    }

    @Override
    public Result<List<Finding>> probe(Actor actor, SettingsDraft draft) {
        return asAdmin(actor, () -> forms.probe(draft));
    }

    @Override
    public Result<Saved> save(Actor actor, SettingsDraft draft) {
        return changing(actor, () -> forms.save(actor, draft));
    }

    @Override
    public Result<Removal> removal(Actor actor, String factoryPid, String configuration) {
        return asAdmin(actor, () -> forms.removal(factoryPid, configuration));
    }

    @Override
    public Result<List<SettingsForm>> delete(Actor actor, String factoryPid, String configuration) {
        return changing(actor, () -> forms.delete(actor, factoryPid, configuration));
    }

    private <T> Result<T> changing(Actor actor, Supplier<Result<T>> command) {
        Result<T> result = asAdmin(actor, command);
        if (result instanceof Result.Ok<T>) {
            announce();
        }
        return result;
    }

    /** Tells the pages that show the configuration, and the registers and refunds under way, which follow it. */
    public void announce() {
        desk.changes().setup();
        desk.books()
                .read(tx -> new AttemptTable(tx).refunding())
                .forEach(sale -> desk.changes().receipt(sale));
        registers().forEach(register -> desk.changes().register(register.id()));
    }

    private <T> Result<T> asAdmin(Actor actor, Supplier<Result<T>> command) {
        return actor.isAdmin() ? desk.guard(command) : desk.refuse(Refusal.ADMIN_ONLY);
    }
}
