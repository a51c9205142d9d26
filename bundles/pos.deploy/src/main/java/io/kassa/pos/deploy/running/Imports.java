package io.kassa.pos.deploy.running;

import io.kassa.pos.deploy.artefact.Fault;
import io.kassa.pos.deploy.artefact.RefusedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** The trial: does everything that a bundle needs exist here, and fit together? Resolves it, and starts nothing. */
final class Imports {

    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)");
    private static final Pattern FROM_VERSION = Pattern.compile("version>=([^)]+)");

    private final FrameworkWiring framework;

    Imports(FrameworkWiring framework) {
        this.framework = framework;
    }

    void tryOut(Bundle bundle) throws RefusedException {
        if (framework.resolveBundles(List.of(bundle))) {
            return;
        }
        for (BundleRequirement needed : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            boolean optional = Namespace.RESOLUTION_OPTIONAL.equals(
                    needed.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
            if (!optional && framework.findProviders(needed).isEmpty()) {
                throw missing(needed);
            }
        }
        throw new RefusedException(Fault.DOES_NOT_FIT);
    }

    private static RefusedException missing(BundleRequirement needed) {
        String name = packageOf(needed);
        if (name.startsWith(Running.CONTRACT)) {
            Matcher version = FROM_VERSION.matcher(filter(needed));
            return new RefusedException(Fault.NEWER_CONTRACT, version.find() ? version.group(1) : "—");
        }
        return new RefusedException(
                Fault.MISSING_IMPORT, name.isEmpty() ? needed.getNamespace() + " " + filter(needed) : name);
    }

    /** The package that a requirement asks for, or blank for one of another kind. */
    static String packageOf(BundleRequirement requirement) {
        Matcher matcher = PACKAGE.matcher(filter(requirement));
        return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) && matcher.find()
                ? matcher.group(1)
                : "";
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }
}
