package io.kassa.smartum.plugin.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The form of the settings. The first seven are the documented ones, under the documented keys; those after them are not
 * required and have a default each: the Advanced group. What the values mean is decided in {@link SettingsReader} alone.
 */
@ObjectClassDefinition(
        id = SmartumConfiguration.FACTORY_PID,
        localization = "OSGI-INF/l10n/smartum",
        name = "%name",
        description = "%description")
public @interface SmartumConfiguration {
    String FACTORY_PID = "io.kassa.smartum";

    @AttributeDefinition(name = "%url", description = "%url.description")
    String smartumUrl() default "https://api.smartum.fi";

    @AttributeDefinition(name = "%key", description = "%key.description")
    String smartumApiPublicKey();

    @AttributeDefinition(name = "%client", description = "%client.description")
    String smartumClientId();

    @AttributeDefinition(name = "%secret", description = "%secret.description", type = AttributeType.PASSWORD)
    String smartumClientSecret();

    @AttributeDefinition(name = "%venue", description = "%venue.description")
    String smartumVenueId();

    @AttributeDefinition(name = "%benefit", description = "%benefit.description")
    String smartumBenefitType();

    @AttributeDefinition(name = "%label", description = "%label.description", required = false)
    String enablePaymentWithBenefitProviderSmartumForProductsWithThisProductLabel();

    @AttributeDefinition(name = "%methodId", description = "%methodId.description", required = false)
    String methodId() default "smartum";

    @AttributeDefinition(name = "%methodName", description = "%methodName.description", required = false)
    String methodName() default "Smartum";

    @AttributeDefinition(name = "%acceptUntil", description = "%acceptUntil.description", required = false)
    String acceptUntil() default "never";

    @AttributeDefinition(name = "%refundWindow", description = "%refundWindow.description", required = false)
    String refundWindow() default "SAME_DAY";

    @AttributeDefinition(name = "%contractFile", description = "%contractFile.description", required = false)
    String contractFile() default "shipped";

    @AttributeDefinition(name = "%lookupWait", description = "%lookupWait.description", required = false)
    int lookupWaitMillis() default 1500;

    @AttributeDefinition(name = "%connect", description = "%connect.description", required = false)
    int connectMillis() default 3000;

    @AttributeDefinition(name = "%request", description = "%request.description", required = false)
    int requestMillis() default 8000;

    @AttributeDefinition(name = "%oldReceipt", description = "%oldReceipt.description", required = false)
    int oldReceiptDays() default 1;

    @AttributeDefinition(name = "%highestAmount", description = "%highestAmount.description", required = false)
    int highestAmountCents() default 100_000;

    @AttributeDefinition(name = "%keyLifetime", description = "%keyLifetime.description", required = false)
    int refundKeyHours() default 24;
}
