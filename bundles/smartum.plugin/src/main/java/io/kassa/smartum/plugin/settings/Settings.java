package io.kassa.smartum.plugin.settings;

import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.SecretSource;
import io.kassa.smartum.core.api.Credentials;
import io.kassa.smartum.core.api.Limits;
import io.kassa.smartum.core.api.Secret;
import io.kassa.smartum.core.api.SmartumApi;
import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.receipt.PublicKeys;
import io.kassa.smartum.core.receipt.ReceiptReader;
import io.kassa.smartum.core.receipt.ReceiptRules;
import io.kassa.smartum.core.refund.RefundWindow;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One configuration, parsed and checked; nothing else sees what was configured. Holds the reference to the secret, never the
 * secret.
 *
 * @param root the provider's address: where to connect, and what it is remembered by
 * @param label what a product must carry to be paid with this method, if anything
 * @param acceptUntil from then on no payments are taken; refunds go on
 * @param keyLifetime how long the provider remembers the key of a refund
 */
public record Settings(
        String methodId,
        String name,
        Root root,
        PublicKeys keys,
        String clientId,
        String secretReference,
        ReceiptRules rules,
        Optional<ProductLabel> label,
        Optional<Instant> acceptUntil,
        RefundWindow refundWindow,
        Duration keyLifetime,
        Contract contract,
        Timing timing) {

    /** The namespace of transaction ids: the same for every configuration of one provider. */
    public String scheme() {
        return "smartum:" + root.name();
    }

    public ReceiptReader reader() {
        return new ReceiptReader(contract, keys, rules);
    }

    /** The provider's interface, on a client of its own; both are kept while the configuration lives. */
    public SmartumApi api(SecretSource secrets) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timing.connect())
                .executor(shortLivedThreads("smartum-http"))
                .build();
        Credentials credentials = new Credentials(
                clientId, () -> secrets.resolve(secretReference).map(secret -> new Secret(secret.reveal())));
        return new SmartumApi(
                client, root.address(), credentials, contract, new Limits(timing.exchange(), Limits.DEFAULT_BYTES));
    }

    /**
     * Threads that end soon after their last work, and keep none of it. The HTTP client's own would stay for a minute, and keep the
     * classes of a replaced plug-in; a thread that is made for one work keeps it from Java 21 on, and Felix 7 may keep the thread.
     */
    public static ExecutorService shortLivedThreads(String name) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
