package io.kassa.smartum.core.receipt;

import static io.kassa.smartum.core.receipt.TestSigner.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.Reading.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of other wallets, in the forms that they have published, and what only looks like one. */
class OtherWalletTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final ReceiptReader reader = new ReceiptReader(
            Contract.shipped(),
            PublicKeys.parse(OURS.pem()).keys(),
            new ReceiptRules("ven_pDmadXvNHA6XWoew", "exercise", 100_000, Duration.ofDays(1)));

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "https://pay.epassi.fi/venue/17, ePassi",
                "www.epassi.fi, ePassi",
                "ePassi 4711, ePassi",
                "~EDENRED:4711~, Edenred",
                "EDENRED:4711, Edenred",
                "https://www.edenred.fi/x?next=https://epassi.fi, Edenred",
                "https://qr.mobilepay.fi/box/0946757d-b34b/pay-in, MobilePay",
                "mobilepayfi://payment?id=1, MobilePay",
                "https://qr.vipps.no/28/2/01/031/4712345678?v=1, Vipps",
                "vipps://?token=abc, Vipps",
                "https://www.pivo.fi/maksu, Pivo",
                "https://siirto.fi:443/#x, Siirto",
                "|C1237856901;100,00;12229445;0|, Swish",
                "|C1237856901;;;|, Swish",
                "swish://paymentrequest?token=Esg4X, Swish",
                "https://app.swish.nu/1/p/sw/?sw=1237856901, Swish",
                "https://qr.alipay.com/bax06971pq7dmuisupj460fc, Alipay",
                "289431869362714645, Alipay",
                "weixin://wxpay/bizpayurl?pr=mPE4ILn, WeChat Pay",
                "135112298638468293, WeChat Pay"
            })
    void isNamed_alsoAtAFinnishTillAndWithCapsLock(String code, String name) {
        Refused named = new Refused(Refusal.OTHER_WALLET, Optional.of(name));
        assertThat(reader.read(code, NOW)).isEqualTo(named);
        assertThat(reader.read(TypingScanner.FINNISH.types(code), NOW)).isEqualTo(named);
        assertThat(reader.read(TypingScanner.GERMAN.typesWithCapsLock(code), NOW))
                .isEqualTo(named);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "https://shop.example/offers/edenred?pay=mobilepay, WEB_LINK",
        "https://notpivo.fi/, WEB_LINK",
        "https://pivo.fi.shop.example/, WEB_LINK",
        "https://shop.example/siirto, WEB_LINK",
        "tepassina, NOT_SMARTUM_CODE",
        "siirto, NOT_SMARTUM_CODE",
        "pivo 0.5 l, NOT_SMARTUM_CODE",
        "C1237856901, NOT_SMARTUM_CODE",
        "2894318693627146, CARD_NUMBER",
        "2894318693627146450, CARD_NUMBER",
        "165112298638468293, CARD_NUMBER",
        "245112298638468293, CARD_NUMBER",
        "315112298638468293, CARD_NUMBER"
    })
    void isNotWhatOnlyLooksLikeOne(String code, Refusal reason) {
        assertThat(reader.read(code, NOW)).isEqualTo(Refused.because(reason));
        assertThat(reader.read(TypingScanner.FINNISH.types(code), NOW)).isEqualTo(Refused.because(reason));
    }

    @Test
    void aReceiptInALinkOfSomebodyElsesIsAReceipt() {
        String receipt = OURS.sign("{\"jti\":\"tx_1\",\"venue\":\"ven_pDmadXvNHA6XWoew\",\"amount\":1000,"
                + "\"benefit\":\"exercise\",\"iat\":" + NOW.getEpochSecond() + "}");
        assertThat(reader.read("https://pay.epassi.fi/?jwt=" + receipt, NOW)).isInstanceOf(VerifiedReceipt.class);
    }
}
