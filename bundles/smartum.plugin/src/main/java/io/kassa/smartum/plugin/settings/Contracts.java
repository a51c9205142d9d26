package io.kassa.smartum.plugin.settings;

import io.kassa.smartum.core.contract.Contract;
import io.kassa.smartum.core.contract.Contract.NotAContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The contracts that a configuration can name: the shipped one, and the files of one fixed folder. */
public final class Contracts {
    /** Framework property that names the folder; without it, {@value #DEFAULT_FOLDER} where the framework was started. */
    public static final String FOLDER = "io.kassa.smartum.contracts";

    static final String DEFAULT_FOLDER = "contracts";
    static final String SHIPPED = "shipped";
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final long LARGEST = 65_536;

    private final Path folder;

    public Contracts(Path folder) {
        this.folder = folder;
    }

    public static Contracts in(Optional<String> folder) {
        return new Contracts(Path.of(folder.filter(name -> !name.isBlank()).orElse(DEFAULT_FOLDER)));
    }

    /** @throws Missing when there is no such file in the folder */
    Contract read(String name) throws NotAContract, Missing {
        if (name.equals(SHIPPED)) {
            return Contract.shipped();
        }
        if (!FILE.matcher(name).matches()) {
            throw new Missing();
        }
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new Missing();
            }
            return Contract.shipped().overlaid(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Missing();
        }
    }

    /** The folder holds no such file, or it cannot be read as text. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
