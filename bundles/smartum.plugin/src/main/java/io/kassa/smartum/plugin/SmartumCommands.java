package io.kassa.smartum.plugin;

import io.kassa.pos.spi.settings.Finding;
import io.kassa.smartum.core.contract.TransactionId;
import io.kassa.smartum.plugin.payment.Enquiries;
import io.kassa.smartum.plugin.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The commands of the scope {@code smartum}, for frameworks that have a Gogo shell; elsewhere nobody asks for this service, and the
 * class is never loaded. They only read.
 */
@Component(
        service = SmartumCommands.class,
        property = {
            "osgi.command.scope=smartum",
            "osgi.command.function=status",
            "osgi.command.function=verify",
            "osgi.command.function=unknown",
            "osgi.command.function=inquire",
            "osgi.command.function=keys"
        })
public final class SmartumCommands {
    private static final int LONGEST = 8192;

    private final BundleContext context;

    @Activate
    public SmartumCommands(BundleContext context) {
        this.context = context;
    }

    @Descriptor("shows each configuration of Smartum that works, and where it looks")
    public String status(
            @Descriptor("also test it against Smartum; moves no money")
                    @Parameter(
                            names = {"-t", "--test"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean test) {
        return each(one -> {
            Settings settings = one.enquiries().settings();
            List<String> lines = new ArrayList<>(List.of(
                    "name      " + settings.name(),
                    "address   " + settings.root().address(),
                    "client    " + settings.clientId(),
                    "secret    "
                            + (one.secretIsThere().getAsBoolean()
                                    ? "there"
                                    : "MISSING, see " + settings.secretReference()),
                    "venue     " + settings.rules().venue() + ", benefit "
                            + settings.rules().benefit(),
                    "products  "
                            + settings.label()
                                    .map(label -> "labelled " + label.name())
                                    .orElse("all"),
                    "until     " + settings.acceptUntil().map(Object::toString).orElse("never ends"),
                    "contract  " + settings.contract().name() + ", "
                            + settings.contract().source(),
                    "patience  " + settings.timing().patience().toMillis() + " ms"));
            if (test) {
                one.test().run().forEach(finding -> lines.add(tested(finding)));
            }
            return lines;
        });
    }

    private static String tested(Finding finding) {
        return "test      " + finding.severity() + " " + finding.subject() + ": "
                + finding.result().in(Locale.ENGLISH)
                + finding.advice()
                        .map(advice -> " " + advice.in(Locale.ENGLISH))
                        .orElse("");
    }

    @Descriptor("lists the keys that receipts may be signed with, by the kid that receipts name")
    public String keys() {
        return each(one ->
                one.enquiries().settings().keys().kids().stream().sorted().toList());
    }

    @Descriptor("tells whether a receipt would be taken; reads the code at a prompt, and claims nothing")
    public String verify(
            CommandSession session,
            @Descriptor("only by signature and books, without asking Smartum")
                    @Parameter(
                            names = {"-n", "--dry-run"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean offline,
            @Descriptor("en, fi or sv")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "en")
                    String language) {
        session.getConsole().print("Code: ");
        session.getConsole().flush();
        String code = line(session.getKeyboard());
        return each(one -> one.enquiries().verify(code, offline, Locale.forLanguageTag(language)));
    }

    @Descriptor(
            "lists the refunds whose end is not known, of all tills on these books; a payment is always known, since the"
                    + " customer pays before the till asks")
    public String unknown() {
        return each(one -> {
            List<String> lines = one.enquiries().unknown().stream()
                    .map(open -> "attempt " + open.attempt() + ", sale " + open.sale() + ", transaction "
                            + open.reference().id() + ", since " + open.openedAt())
                    .toList();
            return lines.isEmpty() ? List.of("everything is known") : lines;
        });
    }

    @Descriptor("asks Smartum about one payment; changes nothing: the till asks by itself, and books what it hears")
    public String inquire(
            @Descriptor("only say what would be asked")
                    @Parameter(
                            names = {"-n", "--dry-run"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean dry,
            @Descriptor("a transaction id, or an attempt that smartum:unknown lists") String id) {
        return each(one -> {
            Enquiries enquiries = one.enquiries();
            Optional<TransactionId> transaction = enquiries.named(id);
            if (transaction.isEmpty()) {
                return List.of("knows no such attempt, and it is no transaction id");
            }
            return dry
                    ? List.of("would ask " + enquiries.settings().root().address() + " about " + transaction.get())
                    : enquiries.inquire(transaction.get());
        });
    }

    /** What each configuration answers, under its id. */
    private String each(Function<Configured, List<String>> question) {
        StringBuilder all = new StringBuilder();
        references().forEach(reference -> {
            Configured one = context.getService(reference);
            if (one != null) {
                try {
                    List<String> lines = one.asked(question);
                    all.append(one.enquiries().settings().methodId()).append('\n');
                    lines.forEach(line -> all.append("  ").append(line).append('\n'));
                } finally {
                    context.ungetService(reference);
                }
            }
        });
        return all.isEmpty()
                ? "No configuration of Smartum works: there is none, or the log says what is wrong with it."
                : all.toString().stripTrailing();
    }

    /** Those of this version: while it is being replaced, the other's stand beside them. */
    private List<ServiceReference<Configured>> references() {
        try {
            Predicate<ServiceReference<Configured>> ours =
                    reference -> context.getBundle().equals(reference.getBundle());
            return context.getServiceReferences(Configured.class, null).stream()
                    .filter(ours)
                    .sorted()
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(InputStream keyboard) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = keyboard.read();
            while (next >= 0 && next != '\n' && next != '\r' && line.size() < LONGEST) {
                line.write(next);
                next = keyboard.read();
            }
            return line.toString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // whoever asked has gone
            return "";
        }
    }
}
