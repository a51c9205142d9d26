package io.kassa.pos.host.config;

import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.method.Called;
import io.kassa.pos.host.setup.Product;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.spi.product.ProductLabel;
import io.kassa.pos.spi.settings.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;

/** Asks a plug-in about settings, and adds what only the shop can know: whether any product carries a label they name. */
final class Checks {

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration TRY = Duration.ofSeconds(40);
    private static final int FEW_LABELS = 5;

    private final Desk desk;

    Checks(Desk desk) {
        this.desk = desk;
    }

    /** @param name of the stored configuration that these settings replace, or are */
    List<Finding> check(PlugIn plugIn, Optional<String> name, Map<String, Object> settings) {
        Map<String, Object> candidate = new LinkedHashMap<>(settings);
        name.ifPresent(known -> candidate.put(Constants.SERVICE_PID, plugIn.factoryPid() + "~" + known));
        List<Finding> findings = new ArrayList<>(ask(LOOK, () -> plugIn.check().check(Map.copyOf(candidate))));
        SortedSet<String> carried = desk.books()
                .read(tx -> new ShopTable(tx)
                        .products().stream()
                                .filter(Product::onSale)
                                .flatMap(product -> product.labels().stream())
                                .collect(Collectors.toCollection(TreeSet::new)));
        findings.replaceAll(finding -> finding.label()
                .filter(label -> !carried.contains(label.name()) && !finding.isError())
                .map(label -> notCarried(finding, label, carried))
                .orElse(finding));
        return findings;
    }

    /** Empty also when the plug-in does not answer. */
    Optional<String> methodId(PlugIn plugIn, Map<String, Object> settings) {
        return desk.patience().call(LOOK, () -> plugIn.check().methodId(Map.copyOf(settings)))
                        instanceof Called.Answered<Optional<String>> answered
                ? answered.value()
                : Optional.empty();
    }

    List<Finding> probe(PlugIn plugIn, Map<String, Object> candidate) {
        return ask(TRY, () -> plugIn.check().probe(Map.copyOf(candidate)));
    }

    List<Finding> ask(Callable<List<Finding>> test) {
        return ask(TRY, test);
    }

    private Finding notCarried(Finding finding, ProductLabel label, SortedSet<String> carried) {
        return new Finding(
                finding.subject(),
                Finding.Severity.ERROR,
                desk.words().say("check.label", label.name()),
                Optional.of(
                        carried.isEmpty()
                                ? desk.words().say("check.label.advice")
                                : desk.words().say("check.label.advice-carried", few(carried))),
                Optional.of(label));
    }

    private static String few(SortedSet<String> labels) {
        return labels.stream().limit(FEW_LABELS).collect(Collectors.joining(", "));
    }

    private List<Finding> ask(Duration patience, Callable<List<Finding>> question) {
        if (desk.patience().call(patience, question) instanceof Called.Answered<List<Finding>> answered) {
            return answered.value();
        }
        return List.of(new Finding(
                "check",
                Finding.Severity.ERROR,
                desk.words().say("check.failed"),
                Optional.of(desk.words().say("check.failed.advice")),
                Optional.empty()));
    }
}
