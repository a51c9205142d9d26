package io.kassa.pos.deploy.start;

import io.kassa.pos.deploy.Deployed;
import io.kassa.pos.deploy.Deployments;
import io.kassa.pos.deploy.HistoryEntry;
import io.kassa.pos.spi.text.Guidance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return switch (String.join(" ", what).split(" ", 2)[0]) {
            case "" -> running();
            case "history" -> history(read);
            case "rollback" ->
                what.length == 2 ? rollback(what[1], dry, read) : "Which plug-in? pos:deployments lists them.";
            case "check" -> what.length == 2 ? check(Path.of(what[1]), read) : "Which file?";
            default -> "Say history, rollback PLUGIN, check FILE, or nothing.";
        };
    }

    private String running() {
        List<Deployed> all = deployments.running();
        return all.isEmpty()
                ? "No plug-in runs."
                : all.stream().map(DeploymentCommands::described).collect(Collectors.joining("\n"));
    }

    private static String described(Deployed one) {
        return one.plugIn() + " " + one.version() + ", "
                + one.since().map(since -> "since " + since + ", ").orElse("") + "by " + one.by()
                + one.previous().map(before -> ", before it " + before).orElse("");
    }

    private String history(Locale language) {
        List<HistoryEntry> all = deployments.history();
        return all.isEmpty()
                ? "Nothing was deployed so far."
                : all.stream()
                        .limit(LATEST)
                        .map(entry -> entry.at() + " " + entry.event() + " " + entry.plugIn() + " " + entry.version()
                                + ", by "
                                + entry.by()
                                + entry.why()
                                        .map(why -> ": " + why.in(language))
                                        .orElse(""))
                        .collect(Collectors.joining("\n"));
    }

    private String rollback(String plugIn, boolean dry, Locale language) {
        if (!dry) {
            Deployments.Outcome outcome = deployments.rollBack(plugIn, HistoryEntry.SHELL);
            return outcome instanceof Deployments.Outcome.Runs runs
                    ? runs.plugIn() + " " + runs.version() + " runs."
                    : words(((Deployments.Outcome.Refused) outcome).guidance(), language);
        }
        Optional<String> before = deployments.running().stream()
                .filter(one -> one.plugIn().equals(plugIn))
                .findFirst()
                .flatMap(Deployed::previous);
        return before.map(version -> plugIn + " " + version + " would run.")
                .orElse("There is no version to go back to.");
    }

    private String check(Path file, Locale language) {
        try (InputStream in = Files.newInputStream(file)) {
            return deployments
                    .examine(in)
                    .map(guidance -> words(guidance, language))
                    .orElse(
                            "Signed by somebody whom this shop trusts, and newer than what runs. Nothing was deployed.");
        } catch (IOException e) {
            return "The file cannot be read: " + file;
        }
    }

    private static String words(Guidance guidance, Locale language) {
        return guidance.happened().in(language) + "\n" + guidance.money().in(language) + "\n"
                + guidance.next().in(language);
    }
}
