package io.kassa.pos.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kassa.pos.host.common.Changes;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.setup.MethodSettings;
import io.kassa.pos.host.setup.MethodView;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.setup.RegisterSettings;
import io.kassa.pos.host.setup.Removal;
import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.host.setup.Setup.Saved;
import io.kassa.pos.host.till.OpenShop;
import io.kassa.pos.host.till.ScriptedWallet;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.host.till.Till;
import io.kassa.pos.host.vault.SealedInMemory;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.host.vault.Vault;
import io.kassa.pos.spi.money.Money;
import io.kassa.pos.spi.payment.SaleId;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.Finding;
import io.kassa.pos.spi.settings.Secret;
import io.kassa.pos.spi.settings.SettingsCheck;
import io.kassa.pos.spi.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupTest extends OpenShop {

    private static final String KIND = "example.wallet";

    private Secrets secrets;
    private TillSetup setup;
    private final Map<String, Map<String, Object>> stored = new TreeMap<>();
    private final Map<String, String> sealed = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final List<Optional<Object>> replaced = new ArrayList<>();

    @BeforeEach
    void open() {
        secrets = new Secrets(
                Vault.at(folder.resolve("keys/secrets.key")), new SealedInMemory(sealed), name -> Optional.empty());
        PlugIns plugIns = new PlugIns();
        plugIns.add(new PlugIn(
                KIND, ScriptedWallet.text("Wallet"), ScriptedWallet.text("A wallet"), settings(), new Check()));
        setup = new TillSetup(shop.desk, plugIns, new InMemory(), secrets);
    }

    @Test
    void whatAnAdminSetsForTheMachineAloneIsAuditedAndACashierSetsNothing() {
        assertThat(setup.noteAside(Shop.AINO, "scanner.saved", "R1", Optional.empty(), Optional.of("port")))
                .isInstanceOf(Result.Refused.class);
        assertThat(shop.ledger.audit().page(Long.MAX_VALUE, 10).toString()).doesNotContain("scanner.saved");
        assertThat(setup.noteAside(Shop.ADMIN, "scanner.saved", "R1", Optional.of("none"), Optional.of("port")))
                .isInstanceOf(Result.Ok.class);
        assertThat(shop.ledger.audit().page(Long.MAX_VALUE, 10).toString())
                .contains("scanner.saved", "R1", "none", "port");
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceAndNothingChanges() {
        Saved saved = save(Optional.empty(), Map.of("label", List.of("golf"), "wait", List.of("soon")));
        assertThat(saved.stored()).isFalse();
        assertThat(saved.findings().stream().filter(Finding::isError))
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder("wait", "secret", "label");
        assertThat(stored).isEmpty();
        assertThat(sealed).isEmpty();
    }

    @Test
    void aSecretIsWriteOnlyAndStoredAsAReference() {
        Saved saved = save(
                Optional.empty(),
                Map.of("url", List.of("https://x"), "secret", List.of("hush-hush"), "wait", List.of("5")));
        assertThat(saved.stored()).isTrue();
        SettingsForm.Configured configured =
                saved.forms().get(0).configurations().get(0);
        assertThat(configured.values()).containsOnlyKeys("url", "wait");
        assertThat(configured.secretsSet()).containsExactly("secret");
        Map<String, Object> kept = stored.get(configured.id());
        assertThat(kept).containsEntry("wait", 5);
        String reference = (String) kept.get("secret");
        assertThat(reference).startsWith("$[secret:").doesNotContain("hush");
        assertThat(secrets.resolve(reference).map(Secret::reveal)).contains("hush-hush");
        assertThat(sealed.values()).noneMatch(text -> text.contains("hush"));
        assertThat(shop.ledger.audit().page(Long.MAX_VALUE, 10).toString()).doesNotContain("hush");

        Saved again = save(Optional.of(configured.id()), Map.of("url", List.of("https://x"), "wait", List.of("6")));
        assertThat(again.stored()).isTrue();
        assertThat(stored.get(configured.id()))
                .containsEntry("secret", reference)
                .containsEntry("wait", 6);
        setup.delete(Shop.ADMIN, KIND, configured.id());
        assertThat(stored).isEmpty();
        assertThat(sealed).isEmpty();
    }

    @Test
    void aStoredSecretGoesToNoOtherAddressUntilItIsTypedAgain() {
        Map<String, List<String>> first = Map.of("url", List.of("https://x"), "secret", List.of("hush"));
        String id = save(Optional.empty(), first)
                .forms()
                .get(0)
                .configurations()
                .get(0)
                .id();
        Map<String, Object> before = Map.copyOf(stored.get(id));

        for (Map<String, List<String>> draft : List.of(
                Map.of("url", List.of("https://elsewhere")),
                Map.of("url", List.of("x")),
                Map.<String, List<String>>of())) {
            setup.probe(Shop.ADMIN, new SettingsDraft(KIND, Optional.of(id), draft));
            assertThat(seen).as("what a plug-in was given to send").isEmpty();
            Saved refused = save(Optional.of(id), draft);
            assertThat(refused.stored()).isFalse();
            assertThat(refused.findings().stream().filter(Finding::isError))
                    .extracting(finding -> finding.result().code())
                    .contains("check.secret-again");
            assertThat(stored.get(id)).isEqualTo(before);
        }

        assertThat(save(Optional.of(id), Map.of("url", List.of("https://elsewhere"), "secret", List.of("hush2")))
                        .stored())
                .isTrue();
        setup.probe(Shop.ADMIN, new SettingsDraft(KIND, Optional.of(id), Map.of("url", List.of("https://elsewhere"))));
        assertThat(seen).containsExactly("hush2");
    }

    @Test
    void nothingIsInUseWithoutItsLineInTheAudit() {
        save(Optional.empty(), Map.of("secret", List.of("hush")));
        String id = stored.keySet().iterator().next();
        Map<String, Object> settings = Map.copyOf(stored.get(id));
        Map<String, String> secret = Map.copyOf(sealed);

        for (String typed : List.of("hush2", "$[env:KASSA_SECRET_WALLET]")) {
            shop.books.failOnce();
            assertThat(setup.save(
                            Shop.ADMIN, new SettingsDraft(KIND, Optional.of(id), Map.of("secret", List.of(typed)))))
                    .isInstanceOf(Result.Refused.class);
            assertThat(stored.get(id)).as(typed).isEqualTo(settings);
            assertThat(sealed).as(typed).isEqualTo(secret);
        }
    }

    @Test
    void aTypedSecretCanBeTriedBeforeItIsStoredAndIsForgottenThen() {
        SettingsDraft draft = new SettingsDraft(KIND, Optional.empty(), Map.of("secret", List.of("hush")));
        assertThat(setup.probe(Shop.ADMIN, draft)).isInstanceOf(Result.Ok.class);
        assertThat(seen).containsExactly("hush");
        assertThat(stored).isEmpty();
        assertThat(sealed).isEmpty();
        assertThat(draft.toString()).doesNotContain("hush");
    }

    @Test
    void aCheckIsToldWhichConfigurationTheSettingsReplace() {
        setup.check(Shop.ADMIN, new SettingsDraft(KIND, Optional.empty(), Map.of()));
        save(Optional.empty(), Map.of("secret", List.of("hush")));
        replaced.subList(1, replaced.size()).clear();
        String id = stored.keySet().iterator().next();
        setup.check(Shop.ADMIN, new SettingsDraft(KIND, Optional.of(id), Map.of()));
        assertThat(replaced).containsExactly(Optional.empty(), Optional.of(KIND + "~" + id));
    }

    @Test
    void aLabelThatSomeProductCarriesIsFine() {
        Saved saved = save(Optional.empty(), Map.of("secret", List.of("hush"), "label", List.of("liikunta")));
        assertThat(saved.stored()).isTrue();
    }

    @Test
    void aLabelThatNoProductCarriesIsRefusedWithAFewThatProductsCarry() {
        assertThat(adviceOnAnUnknownLabel().texts().values())
                .anyMatch(text -> text.contains("(such as liikunta)"))
                .anyMatch(text -> text.contains("(kuten liikunta)"))
                .anyMatch(text -> text.contains("(till exempel liikunta)"));
        setup.saveProduct(Shop.ADMIN, labelled("a", false));
        for (String label : List.of("b", "c", "d", "e", "f")) {
            setup.saveProduct(Shop.ADMIN, labelled(label, true));
        }
        assertThat(adviceOnAnUnknownLabel().in(Locale.ENGLISH)).contains("(such as b, c, d, e, f)");
    }

    private Message adviceOnAnUnknownLabel() {
        return save(Optional.empty(), Map.of("secret", List.of("hush"), "label", List.of("golf"))).findings().stream()
                .filter(Finding::isError)
                .findFirst()
                .flatMap(Finding::advice)
                .orElseThrow();
    }

    private static Product labelled(String label, boolean onSale) {
        return new Product(label, label, "all", Money.euro(5), Set.of(label), onSale);
    }

    @Test
    void onlyAdminsChangeTheConfiguration() {
        assertThat(refusal(setup.saveMethod(Shop.AINO, "cash", off()))).isEqualTo("admin-only");
        assertThat(refusal(setup.check(Shop.AINO, new SettingsDraft(KIND, Optional.empty(), Map.of()))))
                .isEqualTo("admin-only");
    }

    @Test
    void methodsAreWhatIsOfferedAndWhatWasEnabledBefore() {
        assertThat(setup.methods()).extracting(MethodView::id).containsExactly("card", "cash", "wallet");
        shop.takeFilterAway.run();
        assertThat(method("wallet").state()).isEqualTo(MethodView.State.CLOSED);
        assertThat(method("wallet").problems()).hasSize(1);
        shop.takeWalletAway.run();
        assertThat(method("wallet").state()).isEqualTo(MethodView.State.MISSING);
        setup.saveMethod(Shop.ADMIN, "wallet", off());
        assertThat(setup.methods()).extracting(MethodView::id).containsExactly("card", "cash");
        assertThat(refusal(setup.saveMethod(Shop.ADMIN, "nothing", off()))).isEqualTo("method-unknown");
    }

    @Test
    void aMethodWithoutASelfTestIsNoMethodThatIsMissing() {
        assertThat(setup.test(Shop.ADMIN, "card")).isEqualTo(new Result.Ok<>(List.of()));
        assertThat(setup.test(Shop.ADMIN, "nobody")).isInstanceOf(Result.Refused.class);
    }

    @Test
    void registersFollowWhatIsEnabledAndAddedAndAPaymentUnderWayFinishes() {
        List<String> told = new ArrayList<>();
        shop.desk.changes().subscribe(change -> {
            if (change.topic() == Changes.Topic.REGISTER) {
                told.add(change.id());
            }
        });
        Till till = shop.till("R1").sells("gym").paysWith("wallet").isAsked("scan");
        told.clear();
        setup.saveMethod(Shop.ADMIN, "wallet", off());
        assertThat(told).containsExactly("R1", "R2");
        assertThat(till.looks().view().methods())
                .extracting(button -> button.id())
                .containsExactly("cash", "card");
        assertThat(method("wallet").openPayments()).isEqualTo(1);
        till.scans("pay:tx1:1000").sees(1_000, 0);
        // two admins added it at the same time
        setup.saveRegister(Shop.ADMIN, new RegisterSettings("R1", "Register 1", List.of("card", "card")));
        assertThat(till.looks().view().methods())
                .extracting(button -> button.id())
                .containsExactly("card");
    }

    @Test
    void pagesOfRefundsUnderWayFollowToo() {
        Till till = shop.till("R1").sells("drink").paysWith("cash").enters(300).completes();
        SaleId sale = till.sale().id();
        shop.receipts.refund(Shop.AINO, sale, "r1", Map.of(), Map.of());
        List<String> told = new ArrayList<>();
        shop.desk.changes().subscribe(change -> {
            if (change.topic() == Changes.Topic.RECEIPT) {
                told.add(change.id());
            }
        });
        setup.announce();
        assertThat(told).containsExactly(sale.value());
    }

    @Test
    void aMissingMethodSaysWhatIsWrongWithTheSettings() {
        stored.put("one", Map.of("url", "https://x"));
        shop.takeWalletAway.run();
        assertThat(method("wallet").problems()).hasSize(2);
    }

    @Test
    void aConfigurationNamesThePaymentMethodThatItMakes() {
        stored.put("one", Map.of("id", "wallet"));
        stored.put("broken", Map.of());
        assertThat(setup.forms().get(0).configurations())
                .extracting(SettingsForm.Configured::id, SettingsForm.Configured::method)
                .containsExactlyInAnyOrder(tuple("one", Optional.of("wallet")), tuple("broken", Optional.empty()));
    }

    @Test
    void whatADeletionWouldMeanIsSaidToAdminsBeforeIt() {
        stored.put("one", Map.of("id", "wallet"));
        stored.put("broken", Map.of());
        shop.till("R1").sells("gym").paysWith("wallet");
        assertThat(setup.removal(Shop.ADMIN, KIND, "one"))
                .isEqualTo(new Result.Ok<>(new Removal(Optional.empty(), 0, Optional.empty(), 1, 0)));
        assertThat(setup.removal(Shop.ADMIN, KIND, "broken"))
                .isEqualTo(new Result.Ok<>(new Removal(Optional.empty(), 0, Optional.empty(), 0, 0)));
        assertThat(refusal(setup.removal(Shop.ADMIN, KIND, "none"))).isEqualTo("configuration-unknown");
        assertThat(refusal(setup.removal(Shop.AINO, KIND, "one"))).isEqualTo("admin-only");
    }

    @Test
    void aQuickMethodPaysTheExactAmountAtOnePress() {
        setup.saveMethod(Shop.ADMIN, "card", new MethodSettings(true, "1910", "", true, true, false));
        shop.till("R1").sells("drink").paysWith("card").seesNoModal().sees(300, 0);
    }

    @Test
    void onlyWhatGivesChangeIsRounded() {
        MethodSettings rounding = new MethodSettings(true, "", "", true, false, true);
        assertThat(setup.saveMethod(Shop.ADMIN, "cash", rounding)).isInstanceOf(Result.Ok.class);
        assertThat(setup.saveMethod(Shop.ADMIN, "card", rounding)).isInstanceOf(Result.Ok.class);
        assertThat(setup.methods())
                .filteredOn(method -> method.settings().rounding())
                .extracting(MethodView::id)
                .containsExactly("cash");
    }

    @Test
    void productsHaveAPriceAGroupAndProperLabels() {
        assertThat(refusal(setup.saveProduct(Shop.ADMIN, product("x", "all", 100_000_000))))
                .isEqualTo("price-invalid");
        assertThat(refusal(setup.saveProduct(Shop.ADMIN, product("x", "all", -100_000_000))))
                .isEqualTo("price-invalid");
        assertThat(refusal(setup.saveProduct(Shop.ADMIN, product("x", "none", 5))))
                .isEqualTo("group-unknown");
        assertThat(refusal(setup.saveProduct(Shop.ADMIN, product("x y", "all", 5))))
                .isEqualTo("name-invalid");
        assertThat(setup.saveProduct(Shop.ADMIN, product("x", "all", -40))).isInstanceOf(Result.Ok.class);
        assertThat(setup.saveProduct(Shop.ADMIN, product("x", "all", 0))).isInstanceOf(Result.Ok.class);
        assertThat(setup.products()).hasSize(4);
    }

    private static Product product(String id, String group, long cents) {
        return new Product(id, "Name", group, Money.euro(cents), Set.of(), true);
    }

    private Saved save(Optional<String> configuration, Map<String, List<String>> values) {
        Result<Saved> result = setup.save(Shop.ADMIN, new SettingsDraft(KIND, configuration, values));
        assertThat(result).isInstanceOf(Result.Ok.class);
        return ((Result.Ok<Saved>) result).value();
    }

    private MethodView method(String id) {
        return setup.methods().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MethodSettings off() {
        return new MethodSettings(false, "", "", true, false, false);
    }

    private static String refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).guidance().reason();
    }

    private static List<Setting> settings() {
        return List.of(
                setting("url", "text", Setting.Kind.STRING),
                setting("secret", "password", Setting.Kind.SECRET),
                setting("label", "text", Setting.Kind.STRING),
                setting("wait", "integer", Setting.Kind.INTEGER));
    }

    private static Setting setting(String key, String type, Setting.Kind kind) {
        return new Setting(
                new SettingsForm.Field(
                        key,
                        type,
                        ScriptedWallet.text(key),
                        ScriptedWallet.text(key),
                        true,
                        false,
                        List.of(),
                        List.of()),
                kind);
    }

    /** A plug-in's check: it needs a secret, and names the label. */
    private final class Check implements SettingsCheck {

        @Override
        public List<Finding> check(Map<String, Object> candidate) {
            replaced.add(Optional.ofNullable(candidate.get("service.pid")));
            List<Finding> findings = new ArrayList<>();
            if (!candidate.containsKey("secret")) {
                findings.add(finding("secret", Finding.Severity.ERROR, Optional.empty()));
            }
            Optional.ofNullable(candidate.get("label"))
                    .ifPresent(label -> findings.add(
                            finding("label", Finding.Severity.OK, Optional.of(new ProductLabel((String) label)))));
            return findings;
        }

        @Override
        public Optional<String> methodId(Map<String, Object> settings) {
            return Optional.ofNullable((String) settings.get("id"));
        }

        @Override
        public List<Finding> probe(Map<String, Object> candidate) {
            Optional.ofNullable((String) candidate.get("secret"))
                    .flatMap(secrets::resolve)
                    .ifPresent(secret -> seen.add(secret.reveal()));
            return List.of();
        }

        private Finding finding(String subject, Finding.Severity severity, Optional<ProductLabel> label) {
            return new Finding(
                    subject, severity, ScriptedWallet.text(subject), Optional.of(ScriptedWallet.text("advice")), label);
        }
    }

    private final class InMemory implements Configurations {

        @Override
        public Map<String, Map<String, Object>> of(String factoryPid) {
            return stored;
        }

        @Override
        public void save(String factoryPid, String name, Map<String, Object> values) {
            stored.put(name, values);
        }

        @Override
        public void delete(String factoryPid, String name) {
            stored.remove(name);
        }
    }
}
