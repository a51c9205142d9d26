package io.kassa.itests.walk;

import static io.kassa.itests.walk.Goods.GYM;
import static io.kassa.itests.walk.SmartumSetup.METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** W8: no scanner; the cashier reads the amount off the phone and types it. */
class TypedAmountTest {
    @RegisterExtension
    static final Shop SHOP = Shop.ready();

    @Test
    void w8_aTypedAmountPaysAndStandsOnAListUntilItsTransactionIdIsAdded() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        String sale = typedSale();

        assertThat(saleReceipt(sale)).containsIgnoringCase("not verified");
        Worklist worklist = Worklist.open(SHOP);
        assertThat(worklist.unverified()).anySatisfy(entry -> assertThat(entry).contains("10.00", sale));
        SHOP.window().picture("w8-worklist");
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the list").isEmpty();
        assertThat(worklist.verifies(sale, receipt.transaction()))
                .as("verified")
                .isTrue();
        SHOP.window().picture("w8-verified");
        worklist.closesVerdict();
        worklist.awaitNothingOf(sale);
        assertThat(saleReceipt(sale))
                .contains("Transaction " + receipt.transaction())
                .doesNotContainIgnoringCase("not verified");
        SHOP.window().picture("w8-verified-receipt");
    }

    @Test
    void w8_theCashierAddsTheTransactionIdAtOnceWhileTheSaleIsOpen() {
        SmartumReceipt receipt = SHOP.sandbox().pays(1000);
        SHOP.login().cashier(Login.CASHIER);
        RegisterPage register = typedPayment();
        assertThat(Touch.tooSmallIn(SHOP.window())).as("the open sale").isEmpty();
        register.verifies(receipt.transaction());
        assertThat(register.tenders())
                .singleElement()
                .asString()
                .contains("Confirmed by the provider", receipt.transaction())
                .doesNotContainIgnoringCase("not verified");
        SHOP.window().picture("w8-verified-at-once");
        assertThat(register.completes())
                .contains("Smartum", receipt.transaction(), "10.00")
                .doesNotContainIgnoringCase("not verified");
        SHOP.window().picture("w8-completed-at-once");
        String sale = register.saleNumber();
        register.nextSale();

        SHOP.window().open(SHOP.till().page("/worklist"));
        SHOP.window().awaitThere("worklist");
        assertThat(SHOP.window().everything()).doesNotContain(sale);
        SHOP.logIn();
    }

    @Test
    void w8_aWrongTransactionIdIsRefusedAtOnceAndTheSaleGoesOn() {
        RegisterPage register = typedPayment();
        SHOP.window().press("tender-verify");
        SHOP.window().fill("verify-id", "tx_0000000000000000");
        SHOP.window().press("verify-ok");
        Guidance refused = Guidance.in(SHOP.window(), "[data-testid='verify-dialog'] [data-testid='problem']");
        assertThat(refused.happened()).isNotBlank();
        assertThat(refused.money()).isNotBlank();
        assertThat(refused.next()).isNotBlank();
        SHOP.window().picture("w8-at-once-refused");
        SHOP.window().press("verify-cancel");
        SHOP.window().awaitGone("verify-dialog");
        assertThat(register.tenders()).singleElement().asString().containsIgnoringCase("not verified");
        assertThat(register.completes()).containsIgnoringCase("not verified");
        register.nextSale();
    }

    @Test
    void w8_anIdCanBeAddedWhereTheTillSaysThatOnlyACashierVouches() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        register.window().runs("""
                const vouched = (text) => text.replaceAll('"vouchedFor":false', '"vouchedFor":true');
                const real = window.fetch;
                window.fetch = async (...asked) => {
                    const answer = await real(...asked);
                    return new Response(vouched(await answer.text()) || null, answer);
                };
                // what the till sends by itself comes at the same moment
                const sent = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
                Object.defineProperty(MessageEvent.prototype, 'data', {
                    get() {
                        const data = sent.call(this);
                        return data && typeof data === 'object' ? JSON.parse(vouched(JSON.stringify(data))) : data;
                    },
                });
                """);
        register.paysCash();
        register.window().awaitThere("tender-verify");
        SHOP.register(Shop.FIRST);
        register.window().awaitGone("tender-verify");
        register.cancels();
    }

    @Test
    void w8_anIdOfAnotherAmountBecomesACaseForAPerson() {
        SmartumReceipt other = SHOP.sandbox().pays(700);
        String sale = typedSale();

        Worklist worklist = Worklist.open(SHOP);
        assertThat(worklist.verifies(sale, other.transaction())).as("verified").isFalse();
        Guidance verdict = worklist.verdict();
        assertThat(verdict.reason()).isEqualTo("verify.other-amount");
        SHOP.window().picture("w8-other-amount");
        worklist.cancelsVerdict();
        assertThat(Worklist.open(SHOP).cases())
                .anySatisfy(entry -> assertThat(entry).contains(sale));
    }

    @Test
    void w8_aCashierWithoutThePermissionIsRefused() {
        SHOP.login().cashier(Login.BEGINNER);
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        SHOP.window().awaitThere("refused");
        assertThat(SHOP.window().text("refused")).isNotBlank();
        SHOP.window().picture("w8-no-permission");
        SHOP.window().press("refused-ok");
        SHOP.logIn();
    }

    private static String saleReceipt(String sale) {
        SHOP.window().open(SHOP.till().page("/receipts/" + sale));
        return SHOP.window().text("sale-receipt");
    }

    private static String typedSale() {
        RegisterPage register = typedPayment();
        register.completes();
        String sale = register.saleNumber();
        register.nextSale();
        return sale;
    }

    private static RegisterPage typedPayment() {
        RegisterPage register = SHOP.register(Shop.FIRST).sells(GYM);
        Modal modal = register.pays(METHOD);
        modal.entersNumber();
        SHOP.window().picture("w8-reason");
        modal.givesReason("the camera is broken");
        modal.amount("10.00");
        modal.awaitClosed();
        register.awaitLeft(0);
        assertThat(register.tenders()).singleElement().asString().containsIgnoringCase("not verified");
        SHOP.window().picture("w8-typed");
        return register;
    }
}
