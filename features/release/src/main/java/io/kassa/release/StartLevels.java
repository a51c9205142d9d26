package io.kassa.release;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an empty Felix or Equinox is told to start. What weaves service loaders comes first, then the logging that needs it, then the
 * rest in any order, and last what brings the configurations.
 */
final class StartLevels {

    private static final int LEVELS = 4;
    private static final int REST = 3;
    private static final String ETC = """
            # only configurations come from this folder, no code
            felix.fileinstall.dir=etc
            felix.fileinstall.filter=.*\\\\.cfg
            felix.fileinstall.noInitialDelay=true
            felix.fileinstall.log.level=1
            # it must not write either: it would write a file back before it has read all of it
            felix.fileinstall.enableConfigSave=false
            # else each start would make a folder in that of the machine for temporary files
            felix.fileinstall.tmpdir=tmp
            """;

    private StartLevels() {}

    /** @param jars their paths from the folder that the framework is started in */
    static String felix(Collection<String> jars) {
        StringBuilder text = new StringBuilder("org.osgi.framework.startlevel.beginning=" + LEVELS + "\n");
        for (int level = 1; level <= LEVELS; level++) {
            text.append(at(level, jars).stream()
                    .map(jar -> " file:" + jar)
                    .collect(Collectors.joining(" \\\n", "felix.auto.start." + level + "= \\\n", "\n")));
        }
        return text.append("""
                felix.startlevel.bundle=3
                # the bundles of your point of sale
                felix.auto.deploy.dir=bundle
                felix.auto.deploy.action=install,start
                """).append(ETC).toString();
    }

    static String equinox(Collection<String> jars) {
        StringBuilder text =
                new StringBuilder("osgi.bundles.defaultStartLevel=" + REST + "\nosgi.startLevel=" + LEVELS + "\n");
        text.append("osgi.noShutdown=true\neclipse.ignoreApp=true\nosgi.bundles=");
        for (int level = 1; level <= LEVELS; level++) {
            for (String jar : at(level, jars)) {
                text.append("\\\n  file:").append(jar).append('@').append(level).append(":start,");
            }
        }
        text.setLength(text.length() - 1);
        return text.append('\n').append(ETC).toString();
    }

    private static List<String> at(int level, Collection<String> jars) {
        return jars.stream().filter(jar -> of(jar) == level).sorted().toList();
    }

    private static int of(String jar) {
        String name = jar.substring(jar.lastIndexOf('/') + 1);
        if (name.contains("spifly") || name.startsWith("asm")) {
            return 1;
        }
        if (name.startsWith("slf4j")) {
            return 2;
        }
        return name.contains("fileinstall") ? LEVELS : REST;
    }
}
