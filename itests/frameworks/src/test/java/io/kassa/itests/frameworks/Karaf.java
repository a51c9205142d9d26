package io.kassa.itests.frameworks;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The features as they are shipped, installed in a Karaf from a repository in a folder. */
final class Karaf {

    /** Where the features were built; not set when another framework is tried. */
    static final String FEATURES = "kassa.karaf";

    private static final long MOST_MILLIS = 60_000;
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String MAVEN_KEY = "org.ops4j.pax.url.mvn.";

    private Karaf() {}

    static Option[] till(Map<String, String> properties) {
        Path built = Path.of(System.getProperty(FEATURES));
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(maven("org.apache.karaf", "apache-karaf", System.getProperty("kassa.karaf.version"))
                            .type("zip"))
                    .unpackDirectory(new File("target/karaf"))
                    .useDeployFolder(false),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            logLevel(LogLevel.WARN),
            systemTimeout(MOST_MILLIS),
            editConfigurationFilePut(
                    MAVEN, MAVEN_KEY + "localRepository", System.getProperty("org.ops4j.pax.url.mvn.localRepository")),
            editConfigurationFilePut(
                    MAVEN,
                    MAVEN_KEY + "defaultRepositories",
                    built.resolve("repository").toUri() + "@id=shipped@snapshots"),
            composite(properties.entrySet().stream()
                    .map(one -> editConfigurationFilePut("etc/system.properties", one.getKey(), one.getValue()))
                    .toArray(Option[]::new)),
            features(
                    built.resolve("feature/feature.xml").toUri().toString(),
                    "smartum-till",
                    "smartum-sandbox",
                    "smartum-shell")
        };
    }
}
