package io.kassa.pos.host.setup;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.spi.settings.Finding;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Configuration of the till. Admins only: every change is refused with {@code FORBIDDEN} to others, and audited. */
@ProviderType
public interface Setup {

    List<MethodView> methods();

    Result<List<MethodView>> saveMethod(Actor actor, String id, MethodSettings settings);

    /** Runs the self test of a method that is there now; moves no money. Nothing is found where the method has no self test. */
    Result<List<Finding>> test(Actor actor, String method);

    List<RegisterSettings> registers();

    /** Adds or changes a register. */
    Result<List<RegisterSettings>> saveRegister(Actor actor, RegisterSettings register);

    List<ProductGroup> groups();

    List<Product> products();

    /** Adds or changes a group. */
    Result<List<ProductGroup>> saveGroup(Actor actor, ProductGroup group);

    /** Adds or changes a product; one that was sold is taken off sale, never deleted. */
    Result<List<Product>> saveProduct(Actor actor, Product product);

    /**
     * Puts on the audit log, before it is done, what an admin sets for this machine alone and the books do not hold.
     *
     * @param what such as {@code scanner.saved}
     * @param before how it is; empty when it is new
     * @param now how it will be; empty when it is taken away
     */
    Result<String> noteAside(Actor actor, String what, String subject, Optional<String> before, Optional<String> now);

    /** One form a kind of plug-in that the service registry offers a settings check for. */
    List<SettingsForm> forms();

    /** Looks at a draft; stores nothing. */
    Result<List<Finding>> check(Actor actor, SettingsDraft draft);

    /** Tries a draft out against the provider; stores nothing, moves no money. */
    Result<List<Finding>> probe(Actor actor, SettingsDraft draft);

    /** Stores a draft when nothing in it is an error; otherwise nothing changes and the findings say why. */
    Result<Saved> save(Actor actor, SettingsDraft draft);

    record Saved(boolean stored, List<Finding> findings, List<SettingsForm> forms) {}

    /** What deleting a configuration would mean for the payments that its method took; changes nothing. */
    Result<Removal> removal(Actor actor, String factoryPid, String configuration);

    Result<List<SettingsForm>> delete(Actor actor, String factoryPid, String configuration);
}
