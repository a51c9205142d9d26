package io.kassa.smartum.core.receipt;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another wallet, told by how a code begins or by the address that it leads to. Only forms that their owners have published:
 *
 * <ul>
 *   <li>Vipps MobilePay, <i>Personal QR</i> ({@code https://qr.vipps.no/…}) and <i>User flows</i> ({@code vipps://}), at
 *       developer.vippsmobilepay.com; the AppSwitch SDK of MobilePay ({@code mobilepay://}, {@code mobilepayno://},
 *       {@code mobilepayfi://}), and its boxes ({@code https://qr.mobilepay.fi/box/…})
 *   <li>Swish, <i>QR code encoding specification</i>, at developer.getswish.se ({@code C1237856901;100,00;12229445;0}), and
 *       <i>Generate QR codes</i>, at developer.swish.nu ({@code https://app.swish.nu/1/p/sw/?sw=…})
 *   <li>Alipay, opendocs.alipay.com/open/194/106039 (a customer's code: 16 to 24 digits that begin with 25 to 30), and its
 *       {@code https://qr.alipay.com/…}
 *   <li>WeChat Pay, pay.weixin.qq.com, <i>micropay</i> (a customer's code: 18 digits that begin with 10 to 15) and <i>Native</i>
 *       ({@code weixin://…})
 *   <li>ePassi, Edenred, Pivo and Siirto have published no form: the addresses epassi.fi, edenred.fi, pivo.fi and siirto.fi
 *       are known, and the first two names are nobody else's
 * </ul>
 *
 * Of numbers only those of 18 digits are named: bank and customer cards have 16 or 19, too.
 */
enum Wallet {
    EPASSI("ePassi", "e-?passi\\b", "e-?passi\\.(?:fi|com)"),
    EDENRED("Edenred", "edenred\\b", "edenred\\.(?:fi|com)"),
    MOBILEPAY("MobilePay", "mobilepay(?:fi|no)?\\b", "mobilepay\\.(?:fi|dk|no)"),
    VIPPS("Vipps", "vipps\\b", "vipps\\.no"),
    PIVO("Pivo", "pivo\\.fi"),
    SIIRTO("Siirto", "siirto\\.fi"),
    SWISH("Swish", "swish:|(?-i:C)[0-9]{8,15};[0-9.,]*(?:;|$)", "swish\\.nu"),
    ALIPAY("Alipay", "alipays?\\b|(?:2[5-9]|30)[0-9]{16}$", "alipay\\.com"),
    WECHAT("WeChat Pay", "weixin:|wechat\\b|1[0-5][0-9]{16}$", "weixin\\.qq\\.com");

    private static final String NOTHING = "(?!)";

    /** What follows the address says nothing: a shop's own page may name its ways to pay. */
    private static final Pattern REST_OF_LINK = Pattern.compile("(?<=[^:/])[/?#].*", Pattern.DOTALL);

    private final String shown;
    private final Pattern beginning;
    private final Pattern address;

    Wallet(String shown, String address) {
        this(shown, NOTHING, address);
    }

    Wallet(String shown, String beginning, String address) {
        this.shown = shown;
        this.beginning = Pattern.compile(CodeText.MARKS + "(?:" + beginning + ")", Pattern.CASE_INSENSITIVE);
        this.address = Pattern.compile("(?<![a-z0-9-])(?:" + address + ")(?![a-z0-9.-])", Pattern.CASE_INSENSITIVE);
    }

    /** As its owner writes it. */
    String shown() {
        return shown;
    }

    /** The wallet that a code belongs to. */
    static Optional<Wallet> of(String text, boolean link) {
        String told = link ? REST_OF_LINK.matcher(text).replaceFirst("") : text;
        return Arrays.stream(values())
                .filter(wallet -> wallet.beginning.matcher(told).lookingAt()
                        || link && wallet.address.matcher(told).find())
                .findFirst();
    }
}
