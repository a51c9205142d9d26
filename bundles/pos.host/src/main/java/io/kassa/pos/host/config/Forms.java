package io.kassa.pos.host.config;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.setup.Removal;
import io.kassa.pos.host.setup.SettingsDraft;
import io.kassa.pos.host.setup.SettingsForm;
import io.kassa.pos.host.setup.Setup.Saved;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.host.vault.Secrets;
import io.kassa.pos.ledger.AuditRecord;
import io.kassa.pos.spi.settings.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The settings of plug-ins: drawn from what they say of themselves, checked by them, stored only when nothing is wrong. */
final class Forms {

    private final Desk desk;
    private final PlugIns plugIns;
    private final Configurations configurations;
    private final Secrets secrets;
    private final Checks checks;
    private final Removals removals;

    Forms(Desk desk, PlugIns plugIns, Configurations configurations, Secrets secrets, Checks checks) {
        this.desk = desk;
        this.plugIns = plugIns;
        this.configurations = configurations;
        this.secrets = secrets;
        this.checks = checks;
        this.removals = new Removals(desk);
    }

    List<SettingsForm> all() {
        return plugIns.all().stream().map(this::form).toList();
    }

    Result<List<Finding>> check(SettingsDraft draft) {
        return with(draft, (plugIn, typed) -> new Result.Ok<>(look(plugIn, draft, typed)));
    }

    Result<List<Finding>> probe(SettingsDraft draft) {
        return with(draft, (plugIn, typed) -> {
            List<Finding> findings = new ArrayList<>(typed.findings());
            findings.addAll(checks.probe(plugIn, typed.candidate()));
            return new Result.Ok<>(findings);
        });
    }

    Result<Saved> save(Actor actor, SettingsDraft draft) {
        return with(draft, (plugIn, typed) -> {
            List<Finding> findings = look(plugIn, draft, typed);
            if (findings.stream().anyMatch(Finding::isError)) {
                return new Result.Ok<>(new Saved(false, findings, all()));
            }
            String name = draft.configuration()
                    .orElseGet(() -> desk.ids().get().replace("-", "").substring(0, 8));
            store(actor, plugIn, name, typed);
            return new Result.Ok<>(new Saved(true, findings, all()));
        });
    }

    Result<Removal> removal(String factoryPid, String name) {
        Map<String, Object> stored = configurations.of(factoryPid).get(name);
        if (stored == null) {
            return desk.refuse(Refusal.CONFIGURATION_UNKNOWN);
        }
        return new Result.Ok<>(plugIns.find(factoryPid)
                .flatMap(plugIn -> checks.methodId(plugIn, stored))
                .map(removals::of)
                .orElse(new Removal(Optional.empty(), 0, Optional.empty(), 0, 0)));
    }

    Result<List<SettingsForm>> delete(Actor actor, String factoryPid, String name) {
        Map<String, Object> stored = configurations.of(factoryPid).get(name);
        if (stored == null) {
            return desk.refuse(Refusal.CONFIGURATION_UNKNOWN);
        }
        SettingsLine lines = new SettingsLine(plugIns.find(factoryPid));
        audit(actor, "settings.deleted", factoryPid, name, Optional.of(lines.of(stored, Set.of())), Optional.empty());
        configurations.delete(factoryPid, name);
        stored.keySet().forEach(key -> secrets.forget(secretName(factoryPid, name, key)));
        return new Result.Ok<>(all());
    }

    private void store(Actor actor, PlugIn plugIn, String name, Draft typed) {
        Map<String, Object> settings = new LinkedHashMap<>(typed.candidate());
        SettingsLine lines = new SettingsLine(Optional.of(plugIn));
        Optional<String> before = Optional.ofNullable(
                        configurations.of(plugIn.factoryPid()).get(name))
                .map(stored -> lines.of(stored, Set.of()));
        String after = lines.of(settings, typed.typed().keySet());
        // first, since secrets and settings are not kept in one transaction with it: nothing is in use without its line
        audit(actor, "settings.saved", plugIn.factoryPid(), name, before, Optional.of(after));
        typed.typed()
                .forEach((key, secret) ->
                        settings.put(key, secrets.keep(secretName(plugIn.factoryPid(), name, key), secret)));
        settings.forEach((key, value) -> {
            if (Secrets.isEnvironment(String.valueOf(value))) {
                // what was kept here before is not used any more
                secrets.forget(secretName(plugIn.factoryPid(), name, key));
            }
        });
        configurations.save(plugIn.factoryPid(), name, settings);
    }

    private void audit(
            Actor actor, String what, String factoryPid, String name, Optional<String> before, Optional<String> after) {
        AuditRecord line = AuditRecord.of(actor.name(), what, factoryPid + "~" + name);
        desk.books().write(tx -> {
            desk.audit().append(tx, line.changed(before, after));
            return null;
        });
    }

    private List<Finding> look(PlugIn plugIn, SettingsDraft draft, Draft typed) {
        List<Finding> findings = new ArrayList<>(typed.findings());
        findings.addAll(checks.check(plugIn, draft.configuration(), typed.candidate()));
        return findings;
    }

    private <T> Result<T> with(SettingsDraft draft, BiFunction<PlugIn, Draft, Result<T>> work) {
        Optional<PlugIn> plugIn = plugIns.find(draft.factoryPid());
        if (plugIn.isEmpty()) {
            return desk.refuse(Refusal.FORM_UNKNOWN);
        }
        Map<String, Map<String, Object>> known = configurations.of(draft.factoryPid());
        if (draft.configuration().isPresent()
                && !known.containsKey(draft.configuration().get())) {
            return desk.refuse(Refusal.CONFIGURATION_UNKNOWN);
        }
        Map<String, Object> stored = draft.configuration().map(known::get).orElse(Map.of());
        try (Draft typed = new Draft(plugIn.get(), draft, stored, secrets, desk.words())) {
            return work.apply(plugIn.get(), typed);
        }
    }

    private SettingsForm form(PlugIn plugIn) {
        List<SettingsForm.Configured> configured = new ArrayList<>();
        configurations
                .of(plugIn.factoryPid())
                .forEach((name, settings) -> configured.add(configured(plugIn, name, settings)));
        return new SettingsForm(
                plugIn.factoryPid(),
                plugIn.name(),
                plugIn.description(),
                plugIn.settings().stream().map(Setting::field).toList(),
                configured);
    }

    private SettingsForm.Configured configured(PlugIn plugIn, String name, Map<String, Object> settings) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> secretsSet = new TreeSet<>();
        for (Setting setting : plugIn.settings()) {
            Object value = settings.get(setting.key());
            if (value != null && setting.kind() == Setting.Kind.SECRET) {
                secretsSet.add(setting.key());
            } else if (value != null) {
                values.put(
                        setting.key(), value instanceof String[] many ? List.of(many) : List.of(String.valueOf(value)));
            }
        }
        return new SettingsForm.Configured(
                name,
                values,
                secretsSet,
                checks.methodId(plugIn, settings),
                checks.check(plugIn, Optional.of(name), settings));
    }

    private static String secretName(String factoryPid, String name, String key) {
        return factoryPid + "~" + name + "." + key;
    }
}
