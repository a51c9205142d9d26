package io.kassa.pos.deploy.start;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.deploy.running.Words;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command {@code pos:deployments}, for frameworks that have a Gogo shell. It brings no code in: a new version goes through the
 * watched folder or the page, where it is verified, tried and kept.
 */
@Component(
        service = DeploymentCommands.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=deployments"})
public final class DeploymentCommands {

    private static final int LATEST = 20;

    private final Words words = new Words();
    private final Deployments deployments;

    @Activate
    public DeploymentCommands(@Reference Deployments deployments) {
        this.deployments = deployments;
    }

    @Descriptor(
            "lists the plug-ins that run; pos:deployments history: what happened; pos:deployments rollback PLUGIN: goes"
                    + " back to the version before; pos:deployments check FILE: whether a file would be taken")
    public String deployments(
            @Descriptor("only say what a rollback would do")
                    @Parameter(
                            names = {"-n", "--dry-run"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean dry,
            @Descriptor("en, fi or sv")
                    @Parameter(
                            names = {"-l", "--language"},
                            absentValue = "en")
                    String language,
            @Descriptor("nothing, or history, rollback PLUGIN, check FILE") String... what) {
        Locale read = Locale.forLanguageTag(language);
        return switch (what.length == 0 ? "" : what[0]) {
            case "" -> running(read);
            case "history" -> history(read);
            case "rollback" -> what.length == 2 ? rollback(what[1], dry, read) : refused(read, "not-understood");
            case "check" -> what.length == 2 ? check(what[1], read) : refused(read, "not-understood");
            default -> refused(read, "not-understood");
        };
    }

    private String running(Locale language) {
        List<Deployed> all = deployments.running();
        return all.isEmpty()
                ? answer(language, "none-runs")
                : all.stream().map(one -> described(one, language)).collect(Collectors.joining("\n"));
    }

    private String described(Deployed one, Locale language) {
        return one.since()
                        .map(since ->
                                answer(language, "runs-since", one.plugIn(), one.version(), since.toString(), one.by()))
                        .orElseGet(() -> answer(language, "runs-shipped", one.plugIn(), one.version(), one.by()))
                + one.previous()
                        .map(before -> answer(language, "before", before))
                        .orElse("");
    }

    private String history(Locale language) {
        List<HistoryEntry> all = deployments.history();
        return all.isEmpty()
                ? answer(language, "never")
                : all.stream().limit(LATEST).map(entry -> told(entry, language)).collect(Collectors.joining("\n"));
    }

    private String told(HistoryEntry entry, Locale language) {
        return answer(
                        language,
                        "entry",
                        entry.at().toString(),
                        entry.event(),
                        entry.plugIn(),
                        entry.version(),
                        entry.by())
                + entry.why().map(why -> ": " + why.in(language)).orElse("");
    }

    private String rollback(String plugIn, boolean dry, Locale language) {
        if (!dry) {
            Deployments.Outcome outcome = deployments.rollBack(plugIn, HistoryEntry.SHELL);
            return outcome instanceof Deployments.Outcome.Runs runs
                    ? answer(language, "runs", runs.plugIn(), runs.version())
                    : said(((Deployments.Outcome.Refused) outcome).guidance(), language);
        }
        return deployments.running().stream()
                .filter(one -> one.plugIn().equals(plugIn))
                .findFirst()
                .flatMap(Deployed::previous)
                .map(version -> answer(language, "would-run", plugIn, version))
                .orElseGet(() -> refused(language, "nothing-to-go-back-to", plugIn));
    }

    private String check(String file, Locale language) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return deployments
                    .examine(in)
                    .map(guidance -> said(guidance, language))
                    .orElseGet(() -> answer(language, "would-be-taken"));
        } catch (IOException | InvalidPathException e) {
            return refused(language, "file-not-readable", file);
        }
    }

    private String answer(Locale language, String code, Object... details) {
        return words.answer(code, details).in(language);
    }

    private String refused(Locale language, String code, Object... details) {
        return said(words.refused(code, details), language);
    }

    private static String said(Guidance guidance, Locale language) {
        return guidance.happened().in(language) + "\n" + guidance.money().in(language) + "\n"
                + guidance.next().in(language);
    }
}
